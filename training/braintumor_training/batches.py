"""Which images an epoch sees, and where they are sent."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from braintumor_training.frames import Frames
from braintumor_training.samples import Sample

Rows = NDArray[np.int64]


@dataclass(frozen=True)
class TrainingData:
    """The samples that train and those that select."""

    train: tuple[Sample, ...]
    validation: tuple[Sample, ...]


def pick_device(name: str) -> torch.device:
    """``"auto"`` is CUDA where there is one, else the CPU."""
    if name == "auto":
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    return torch.device(name)


def epoch_order(frames: Frames, balance: float, rng: np.random.Generator) -> Rows:
    """Indices of one epoch: as many draws as clusters, one image a cluster, classes balanced."""
    members: dict[str, list[int]] = {}
    for index, sample in enumerate(frames.samples):
        members.setdefault(sample.cluster, []).append(index)
    chosen = np.array([int(rng.choice(indices)) for indices in members.values()])
    counts = np.bincount(frames.labels[chosen]).astype(float)
    weights = counts[frames.labels[chosen]] ** -balance
    expected = weights / weights.sum() * len(chosen)
    whole = np.floor(expected).astype(int)
    extra = rng.random(len(chosen)) < expected - whole
    return rng.permutation(np.repeat(chosen, whole + extra))
