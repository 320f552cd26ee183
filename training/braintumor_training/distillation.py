"""Distillation: a bundle of ours, trained on the same split, tells what it thinks of every batch.

Hinton et al., "Distilling the Knowledge in a Neural Network", 2015.  The teacher sees the very
pixels that the network in training sees, and was trained on the same patients, so nothing of the
test fold reaches the network.  What it gets wrong is taught too: two such models agree more than
two that were trained apart.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from braintumor_desktop.inference.preprocess import Preprocessing
from braintumor_desktop.models.bundle import ModelBundle
from braintumor_training.errors import TrainingError

_TEMPERATURE = 2.0


class Teacher:
    """A bundle's network that is asked about training batches.

    Parameters
    ----------
    folder
        Of the bundle; trained on the same split (``pretrained.check_start``).
    classes
        Class keys of the network in training, which must be the bundle's.

    Raises
    ------
    TrainingError
        If the classes are not the same.
    """

    def __init__(self, folder: Path, classes: tuple[str, ...], device: torch.device) -> None:
        bundle = ModelBundle.load(folder)
        if bundle.class_keys != classes:
            raise TrainingError(
                f"The teacher tells {', '.join(bundle.class_keys)} apart, not"
                f" {', '.join(classes)}.",
                path=folder,
            )
        self.preprocessing = Preprocessing.from_dict(bundle.preprocessing)
        self.network: Any = bundle.build().to(device).to(memory_format=torch.channels_last)
        self.record = {"bundle": f"{bundle.name} {bundle.version}", "sha256": bundle.sha256}

    @torch.no_grad()
    def logits(self, images: Tensor) -> Tensor:
        """(B, K) logits of (B, 1, S, S) images in [0, 1]."""
        unit = (images - self.preprocessing.mean) / self.preprocessing.std
        batch = unit.expand(-1, 3, -1, -1).contiguous(memory_format=torch.channels_last)
        told: Tensor = self.network(batch)
        return told.float()


def distillation_values(logits: Tensor, told: Tensor) -> Tensor:
    """(B,) Kullback-Leibler divergence from the teacher's softened answer, of usual scale."""
    wanted = (told / _TEMPERATURE).softmax(1)
    said = (logits.float() / _TEMPERATURE).log_softmax(1)
    return _TEMPERATURE**2 * F.kl_div(said, wanted, reduction="none").sum(1)
