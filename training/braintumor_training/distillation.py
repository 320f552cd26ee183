"""Distillation: bundles of ours, trained on the same split, tell what they think of every batch.

Hinton et al., "Distilling the Knowledge in a Neural Network", 2015.  The teachers see the very
pixels that the network in training sees, and were trained on the same patients, so nothing of the
test fold reaches the network.  What they get wrong is taught too: two such models agree more than
two that were trained apart.  Several teachers answer as one, by the mean of their answers.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from braintumor_desktop.inference.preprocess import Preprocessing
from braintumor_desktop.models.bundle import ModelBundle
from braintumor_training.errors import TrainingError

_TEMPERATURE = 2.0


def teacher_folders(text: str) -> list[str]:
    """Folders of the bundles, written as a search path is (``:`` between them; Windows: ``;``)."""
    return [folder for folder in text.split(os.pathsep) if folder]


class Teacher:
    """Bundles' networks that are asked about training batches.

    Parameters
    ----------
    folders
        Of the bundles; trained on the same split (``pretrained.check_start``).
    classes
        Class keys of the network in training, which must be the bundle's.

    Attributes
    ----------
    record
        Name, version and SHA-256 of each bundle, for the run and the card.

    Raises
    ------
    TrainingError
        If the classes are not the same.
    """

    def __init__(
        self, folders: Sequence[str], classes: tuple[str, ...], device: torch.device
    ) -> None:
        self._networks: list[tuple[Any, Preprocessing]] = []
        self.record: list[dict[str, str]] = []
        for folder in folders:
            bundle = ModelBundle.load(folder)
            if bundle.class_keys != classes:
                raise TrainingError(
                    f"The teacher tells {', '.join(bundle.class_keys)} apart, not"
                    f" {', '.join(classes)}.",
                    path=folder,
                )
            network = bundle.build().to(device).to(memory_format=torch.channels_last)
            self._networks.append((network, Preprocessing.from_dict(bundle.preprocessing)))
            self.record.append(
                {"bundle": f"{bundle.name} {bundle.version}", "sha256": bundle.sha256}
            )

    @torch.no_grad()
    def answers(self, images: Tensor) -> Tensor:
        """(B, K) softened probabilities for (B, 1, S, S) images in [0, 1]."""
        told = []
        for network, preprocessing in self._networks:
            unit = (images - preprocessing.mean) / preprocessing.std
            batch = unit.expand(-1, 3, -1, -1).contiguous(memory_format=torch.channels_last)
            told.append(softened(network(batch)))
        return torch.stack(told).mean(0)


def softened(logits: Tensor) -> Tensor:
    """(B, K) probabilities at the temperature of the distillation."""
    return (logits.float() / _TEMPERATURE).softmax(1)


def distillation_values(logits: Tensor, wanted: Tensor) -> Tensor:
    """(B,) Kullback-Leibler divergence from softened answers (B, K), of usual scale."""
    said = (logits.float() / _TEMPERATURE).log_softmax(1)
    return _TEMPERATURE**2 * F.kl_div(said, wanted, reduction="none").sum(1)
