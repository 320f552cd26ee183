"""What the model says: Finding, Explanation, SeriesFinding.  Numpy only: no torch leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from braintumor_desktop.inference.prediction_set import PredictionSet
from braintumor_desktop.inference.preprocess import FrameTransform


@dataclass(frozen=True)
class ModelIdentity:
    """Which network answered: registry key, version of the bundle, SHA-256 of its weights."""

    name: str
    version: str
    sha256: str

    def __str__(self) -> str:
        return f"{self.name} {self.version} ({self.sha256[:8]})"


@dataclass(frozen=True)
class Explanation:
    """Class-activation maps at model resolution and the transform that lays them over the slice.

    Attributes
    ----------
    method
        ``"Grad-CAM"`` (closed form) or the name of another method of pytorch-grad-cam.
    maps
        (K, h, w) float32 in [0, 1], one map a class in the bundle's order, each scaled from its own
        minimum to its own maximum; all zero where there is no positive evidence, or where the map
        was not asked for.
    evidence
        (K,) bool: False where a class has no positive evidence anywhere (or no map).
    transform
        From the network's frame to the slice.
    only
        Indices of the classes whose maps were worked out; ``None`` for all.
    """

    method: str
    maps: NDArray[np.float32]
    evidence: NDArray[np.bool_]
    transform: FrameTransform
    only: frozenset[int] | None = None

    def knows(self, class_index: int) -> bool:
        """Whether this class's map was worked out (it may still show no evidence)."""
        return self.only is None or class_index in self.only

    def joined(self, other: Explanation) -> Explanation:
        """With the maps of another explanation of the same slice by the same method and model."""
        if self.only is None or other.only is None:
            return self if self.only is None else other
        maps, evidence = self.maps.copy(), self.evidence.copy()
        for index in other.only:
            maps[index], evidence[index] = other.maps[index], other.evidence[index]
        return replace(self, maps=maps, evidence=evidence, only=self.only | other.only)

    def over_slice(self, class_index: int) -> NDArray[np.float32]:
        """The class's map on the slice's pixel grid: (H, W) float32 in [0, 1], 0 off the frame."""
        return self.transform.map_to_slice(self.maps[class_index])


@dataclass(frozen=True)
class Finding:
    """What the model says of one slice.

    Attributes
    ----------
    class_keys
        Class keys in the order of ``probabilities``.
    probabilities
        (K,) float32, temperature-scaled, summing to 1; zeros where the model abstains.
    explanation
        Where the network looked; empty where the model abstains.
    model
        Which network answered.
    device
        What it ran on, in words: ``"CPU bf16"``.
    timings
        Milliseconds a slice by step: ``prepare``, ``network`` (with the closed-form maps),
        ``explain`` (other methods).
    abstention
        Why the model gives no class (``inference.abstention``), or ``None``.
    unlike_training
        Whether the slice lies far from the training images; ``None`` where the model cannot tell,
        or was not asked because the header forbids it.
    prediction_set
        The classes at a stated coverage; ``None`` where the card has no threshold for it, or the
        model abstains.
    """

    class_keys: tuple[str, ...]
    probabilities: NDArray[np.float32]
    explanation: Explanation
    model: ModelIdentity
    device: str
    timings: Mapping[str, float] = field(default_factory=dict)
    abstention: str | None = None
    prediction_set: PredictionSet | None = None
    unlike_training: bool | None = None

    @property
    def leading_index(self) -> int:
        """Index of the most probable class.

        Raises
        ------
        ValueError
            Where the model abstains: whoever asks for a class there would show one.
        """
        if self.abstention is not None:
            raise ValueError("a finding that abstains has no class")
        return int(np.argmax(self.probabilities))

    @property
    def leading_key(self) -> str:
        """Key of the most probable class."""
        return self.class_keys[self.leading_index]


@dataclass(frozen=True)
class SeriesFinding:
    """The findings of a series brought together.

    Attributes
    ----------
    findings
        One a slice, in the series' order; ``None`` where a slice failed.
    probabilities
        (K,) float32: the series' probabilities by the rule of ``inference.series``.
    speaking_slice
        Class key -> index of the slice that speaks most for it.
    """

    class_keys: tuple[str, ...]
    findings: tuple[Finding | None, ...]
    probabilities: NDArray[np.float32]
    speaking_slice: Mapping[str, int]

    @property
    def leading_key(self) -> str:
        """Key of the series' most probable class."""
        return self.class_keys[int(np.argmax(self.probabilities))]

    @property
    def abstained(self) -> int:
        """How many slices have no voice because the model abstains on them."""
        return sum(f is not None and f.abstention is not None for f in self.findings)
