"""What a bundle's very weights say of a list of images."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from braintumor_desktop.inference.preprocess import Preprocessing
from braintumor_desktop.models.bundle import ModelBundle
from braintumor_training.frames import Frames, load_frames
from braintumor_training.losses import class_activation_map
from braintumor_training.samples import Sample

_BATCH = 32


@dataclass(frozen=True)
class Predictions:
    """Answers of one network, in the order of ``frames.samples``.

    Attributes
    ----------
    logits
        (N, K) float64, before the temperature.
    maps
        (N, S, S) float32: the true class's activation map in the network's frame.
    frames
        The images, borders and labels.
    """

    logits: NDArray[np.float64]
    maps: NDArray[np.float32]
    frames: Frames

    def probabilities(self, temperature: float = 1.0) -> NDArray[np.float64]:
        """(N, K) softmax of the logits over the temperature."""
        from scipy.special import softmax

        result: NDArray[np.float64] = softmax(self.logits / temperature, axis=1)
        return result


@torch.inference_mode()
def predict_samples(
    bundle: ModelBundle, samples: Sequence[Sample], device: torch.device
) -> Predictions:
    """Run the bundle's network in float32 over the samples."""
    preprocessing = Preprocessing.from_dict(bundle.preprocessing)
    frames = load_frames(samples, preprocessing, classes=bundle.class_keys, strict=False)
    network: Any = bundle.build().to(device).to(memory_format=torch.channels_last)
    logits, maps = [], []
    for start in range(0, len(frames), _BATCH):
        images = torch.from_numpy(frames.images[start : start + _BATCH]).to(device)
        unit = images.float().div_(255)[:, None]
        batch = ((unit - preprocessing.mean) / preprocessing.std).expand(-1, 3, -1, -1)
        labels = torch.from_numpy(frames.labels[start : start + _BATCH]).to(device)
        features = network.forward_features(batch.contiguous(memory_format=torch.channels_last))
        logits.append(network.forward_head(features).double().cpu().numpy())
        chosen = class_activation_map(features, network.fc.weight, labels, preprocessing.size)
        maps.append(chosen[:, 0].cpu().numpy())
    return Predictions(np.concatenate(logits), np.concatenate(maps), frames)
