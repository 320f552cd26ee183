"""What a bundle's very weights say of a list of images, kept in a file that others can compare."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from braintumor_desktop.inference.preprocess import Preprocessing
from braintumor_desktop.inference.rejection import grid_means
from braintumor_desktop.models.bundle import ModelBundle
from braintumor_training.errors import TrainingError
from braintumor_training.explaining import channel_weights, class_activation_map
from braintumor_training.frames import Frames, load_frames
from braintumor_training.rejection import GRID, Asked
from braintumor_training.samples import Sample

_BATCH = 32


@dataclass(frozen=True)
class Predictions:
    """Answers of one network, in the order of ``frames.samples``.

    Attributes
    ----------
    logits
        (N, K) float64, before the temperature.
    features
        (N, C) float32: the pooled features before the head.
    maps
        (N, S, S) float32: the true class's activation map in the network's frame; (0, S, S) where
        maps were not asked for.
    frames
        The images, borders and labels.
    middle
        (N, D) float32: what the rejection asks, where the network was asked with a middle layer.
    """

    logits: NDArray[np.float64]
    features: NDArray[np.float32]
    maps: NDArray[np.float32]
    frames: Frames
    middle: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), np.float32))

    def probabilities(self, temperature: float = 1.0) -> NDArray[np.float64]:
        """(N, K) softmax of the logits over the temperature."""
        from scipy.special import softmax

        result: NDArray[np.float64] = softmax(self.logits / temperature, axis=1)
        return result

    @property
    def persons(self) -> list[str]:
        """Whom each image is of."""
        return [sample.person for sample in self.frames.samples]


class Asker:
    """A bundle's network in float32 on a device, asked about prepared frames.

    Parameters
    ----------
    bundle
        Whose weights.
    device
        Where it runs.
    network
        Used in place of the bundle's own; what the randomisation control needs.
    middle_layer
        Name of the layer that the rejection asks; none where it is empty.
    cache
        Folder of prepared frames; none where it is empty.

    Raises
    ------
    TrainingError
        If the network has no such layer.
    """

    def __init__(
        self,
        bundle: ModelBundle,
        device: torch.device,
        network: torch.nn.Module | None = None,
        *,
        middle_layer: str = "",
        cache: str = "",
    ) -> None:
        self.bundle, self.device, self.cache = bundle, device, cache
        self.preprocessing = Preprocessing.from_dict(bundle.preprocessing)
        built = bundle.build() if network is None else network
        self.network: Any = built.to(device).to(memory_format=torch.channels_last).eval()
        self._middle = torch.zeros(0)
        if middle_layer:
            try:
                watched = self.network.get_submodule(middle_layer)
            except AttributeError as error:
                raise TrainingError(
                    f"The network has no layer {middle_layer!r} for the rejection to ask.",
                    remedy="Evaluate with --no-controls, or train with another border_layer.",
                ) from error
            watched.register_forward_hook(self._keep_middle)

    def _keep_middle(self, _module: torch.nn.Module, _inputs: Any, output: torch.Tensor) -> None:
        self._middle = grid_means(output, GRID)

    def load(
        self, samples: Sequence[Sample], report: Callable[[str], None] | None = None
    ) -> Frames:
        """Prepare samples; those that cannot be read are left out and told of."""
        frames = load_frames(
            samples,
            self.preprocessing,
            classes=self.bundle.class_keys,
            strict=False,
            cache=self.cache,
        )
        if frames.unreadable and report is not None:
            report(f"{len(frames.unreadable)} of {len(samples)} images cannot be read; left out")
        return frames

    @torch.inference_mode(False)
    @torch.no_grad()
    def ask(self, frames: Frames, *, maps: bool = False) -> Predictions:
        """Run the network over the frames."""
        size = self.preprocessing.size
        logits, pooled, drawn, middle = [], [], [], []
        for start in range(0, len(frames), _BATCH):
            features = self.features(frames.images[start : start + _BATCH])
            logits.append(self.network.forward_head(features).double().cpu().numpy())
            pooled.append(features.mean((2, 3)).cpu().numpy())
            middle.append(self._middle.cpu().numpy())
            if maps:
                labels = torch.from_numpy(frames.labels[start : start + _BATCH]).to(self.device)
                weights = channel_weights(self.network, features, labels)
                drawn.append(class_activation_map(features, weights, size)[:, 0].cpu().numpy())
        return Predictions(
            np.concatenate(logits),
            np.concatenate(pooled),
            np.concatenate(drawn) if maps else np.zeros((0, size, size), np.float32),
            frames,
            np.concatenate(middle),
        )

    @torch.no_grad()
    def layers(self, images: NDArray[np.uint8]) -> Asked:
        """What the rejection asks about frames without labels."""
        middle, pooled = [], []
        for start in range(0, len(images), _BATCH):
            features = self.features(images[start : start + _BATCH])
            pooled.append(features.mean((2, 3)).cpu().numpy())
            middle.append(self._middle.cpu().numpy())
        return Asked(np.concatenate(middle), np.concatenate(pooled))

    def features(self, images: NDArray[np.uint8]) -> torch.Tensor:
        """(B, C, h, w) feature maps of (B, S, S) frames."""
        unit = torch.from_numpy(images).to(self.device).float().div_(255)[:, None]
        batch = (unit - self.preprocessing.mean) / self.preprocessing.std
        batch = batch.expand(-1, 3, -1, -1).contiguous(memory_format=torch.channels_last)
        features: torch.Tensor = self.network.forward_features(batch)
        return features


def pseudonym(text: str) -> str:
    """A stable short hash: predictions can be paired without naming an image or a patient."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class PredictionTable:
    """Predictions as they stand in ``predictions.csv``.

    Attributes
    ----------
    images, persons
        (N,) pseudonyms.
    labels
        (N,) class indices into ``classes``.
    probabilities
        (N, K), calibrated.
    pointing
        (N,) 1 where the map's highest point lies inside the border, 0 where not, NaN without one.
    classes
        Class keys.
    """

    images: tuple[str, ...]
    persons: tuple[str, ...]
    labels: NDArray[np.int64]
    probabilities: NDArray[np.float64]
    pointing: NDArray[np.float64]
    classes: tuple[str, ...]

    def save(self, path: Path) -> None:
        """Write the table as CSV."""
        with path.open("w", newline="", encoding="utf-8") as stream:
            writer = csv.writer(stream)
            writer.writerow(["image", "person", "label", "pointing", *self.classes])
            for index, image in enumerate(self.images):
                hit = self.pointing[index]
                writer.writerow(
                    [
                        image,
                        self.persons[index],
                        self.classes[self.labels[index]],
                        "" if np.isnan(hit) else int(hit),
                        *(f"{p:.6f}" for p in self.probabilities[index]),
                    ]
                )

    @classmethod
    def load(cls, path: Path) -> PredictionTable:
        """Read what :meth:`save` wrote."""
        try:
            with path.open(newline="", encoding="utf-8") as stream:
                header, *rows = csv.reader(stream)
            classes = tuple(header[4:])
            return cls(
                tuple(row[0] for row in rows),
                tuple(row[1] for row in rows),
                np.array([classes.index(row[2]) for row in rows], dtype=np.int64),
                np.array([[float(p) for p in row[4:]] for row in rows]),
                np.array([float(row[3]) if row[3] else np.nan for row in rows]),
                classes,
            )
        except (OSError, ValueError, IndexError) as error:
            raise TrainingError(
                f"The predictions cannot be read: {error}.",
                path=path,
                remedy="Run `braintumor-train evaluate` on that run again.",
            ) from error
