"""A recipe: everything that decides a training run, typed, validated and written beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from braintumor_training.augmentation import AugmentationRanges
from braintumor_training.errors import TrainingError


@dataclass(frozen=True)
class Stage:
    """A stretch of epochs at one image size."""

    size: int
    epochs: int


@dataclass(frozen=True)
class Recipe:
    """How a network is trained (the house recipe by default).

    Attributes
    ----------
    network
        Registry key.
    stages
        Progressive image sizes; the schedule runs over all of them.
    learning_rate, weight_decay, warmup_epochs
        AdamW with linear warm-up and cosine decay to zero.
    ema
        Decay of the exponential moving average of the weights, which is what is evaluated.
    label_smoothing, dropout, clip
        The usual.
    balance
        Exponent of class balancing: an epoch draws class c in proportion to n_c ** (1 - balance).
    activation_weight, border_weight
        Weights of the class-activation loss and of the coarse border head after ``border_layer``.
    """

    network: str = "improved_resnet34"
    stages: tuple[Stage, ...] = (Stage(128, 30), Stage(192, 10))
    batch_size: int = 32
    learning_rate: float = 1.5e-3
    weight_decay: float = 0.05
    warmup_epochs: float = 2.0
    ema: float = 0.998
    label_smoothing: float = 0.1
    dropout: float = 0.2
    clip: float = 1.0
    balance: float = 0.5
    activation_weight: float = 0.3
    border_weight: float = 1.0
    border_layer: str = "stage3"
    seed: int = 0
    augmentation: AugmentationRanges = field(default_factory=AugmentationRanges)

    def __post_init__(self) -> None:
        if not self.stages or any(s.size < 32 or s.epochs < 1 for s in self.stages):
            raise TrainingError(f"The stages {self.stages} need sizes from 32 and epochs from 1.")
        positive = {
            "batch_size": self.batch_size - 1,  # batch normalisation needs two
            "learning_rate": self.learning_rate,
            "clip": self.clip,
        }
        for name, value in positive.items():
            if value <= 0:
                raise TrainingError(f"{name} = {getattr(self, name)} is too small.")
        if not 0 < self.ema < 1 or not 0 <= self.label_smoothing < 1 or not 0 <= self.dropout < 1:
            raise TrainingError("ema, label_smoothing and dropout must lie in [0, 1).")

    @property
    def epochs(self) -> int:
        """Epochs of all stages."""
        return sum(stage.epochs for stage in self.stages)

    def stage_of(self, epoch: int) -> Stage:
        """The stage that an epoch (from 0) belongs to."""
        for stage in self.stages:
            if epoch < stage.epochs:
                return stage
            epoch -= stage.epochs
        return self.stages[-1]

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Recipe:
        """Inverse of :meth:`to_dict`; ``TrainingError`` names what it does not know."""
        unknown = sorted(set(values) - {f.name for f in fields(cls)})
        if unknown:
            raise TrainingError(f"The recipe does not know {', '.join(unknown)}.")
        plain = dict(values)
        if "stages" in plain:
            plain["stages"] = tuple(Stage(**stage) for stage in plain["stages"])
        if "augmentation" in plain:
            plain["augmentation"] = AugmentationRanges(**plain["augmentation"])
        return cls(**plain)


def parse_stages(text: str) -> tuple[Stage, ...]:
    """Parse ``"128x36,192x12"`` (size x epochs)."""
    try:
        pairs = [part.split("x") for part in text.split(",")]
        return tuple(Stage(int(size), int(epochs)) for size, epochs in pairs)
    except ValueError as error:
        raise TrainingError(
            f"The stages {text!r} cannot be read.", remedy="Write them as 128x36,192x12."
        ) from error
