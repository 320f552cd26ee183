"""A recipe: everything that decides a training run, typed, validated and written beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, get_type_hints

from braintumor_training.augmentation import AugmentationRanges
from braintumor_training.errors import TrainingError

_CHOICES = {
    "optimizer": ("adamw", "adam", "sgd"),
    "schedule": ("cosine", "constant", "exponential"),
    "freeze": ("none", "features", "head-first", "blockwise"),
    "class_weights": ("none", "balanced"),
    "precision": ("bf16", "fp32"),
    "border_head": ("coarse", "segmentation"),
}


@dataclass(frozen=True)
class Stage:
    """A stretch of epochs at one image size."""

    size: int
    epochs: int


@dataclass(frozen=True)
class Recipe:
    """How a network is trained; ``recipes`` holds the named ones.

    A default is what was done before a field was there, so that older recipes mean what they did.

    Attributes
    ----------
    network
        Registry key.
    stages
        Progressive image sizes; the schedule runs over all of them.
    batch_size, accumulate
        Images a step, over all processes; taken in ``accumulate`` parts where memory is short.
    learning_rate, weight_decay, warmup_epochs
        Of the optimizer, with linear warm-up.
    optimizer, schedule, decay
        ``"adamw"``, ``"adam"`` or ``"sgd"``; ``"cosine"`` to zero, ``"constant"`` or
        ``"exponential"``, which multiplies by ``decay`` an epoch.
    ema
        Decay of the exponential moving average of the weights, which is what is evaluated.
    label_smoothing, dropout, clip
        The usual.
    mixup
        Parameter of the Beta distribution that blends two images; 0 for none.
    balance
        Exponent of class balancing: an epoch draws class c in proportion to n_c ** (1 - balance).
    class_weights
        ``"balanced"`` weighs the loss of a class by one over its frequency.
    patience
        Epochs without a better validation loss after which training stops; 0 to train to the end.
        With patience, or block-wise, the best epoch's weights are kept.
    freeze, frozen_epochs, finetune_rate
        ``"features"``: only the head learns.  ``"head-first"``: for ``frozen_epochs`` only the
        head learns, then everything at ``finetune_rate`` times the rate.  ``"blockwise"``: one
        block more from the top learns every ``frozen_epochs``, for as long as the validation loss
        gets better.
    pretrained
        ``"none"``, ``"imagenet"`` (fetched), a file with a state dict, or the folder of a bundle
        that was trained on the same split.
    output_stride
        32 as published, or 16: the class-activation map twice as fine (``models.output_stride``).
    activation_weight, pointing_weight, border_weight
        Weights of the class-activation loss, of the loss on the map's peak, and of the border head
        after ``border_layer``.
    border_head
        ``"coarse"``: a 1x1 convolution; ``"segmentation"``: a light decoder with a Dice loss.
    teacher, distillation_weight
        Folders of bundles of the same split whose answers are learnt too (``:`` between them), and
        by which weight; empty for none (``distillation``).
    precision
        ``"bf16"`` autocast or ``"fp32"``.
    shuffle_labels
        Train on shuffled labels: the control whose figure must fall to chance.
    """

    network: str = "improved_resnet34"
    stages: tuple[Stage, ...] = (Stage(128, 30), Stage(192, 10))
    batch_size: int = 32
    accumulate: int = 1
    optimizer: str = "adamw"
    schedule: str = "cosine"
    decay: float = 0.95
    learning_rate: float = 1.5e-3
    weight_decay: float = 0.05
    warmup_epochs: float = 2.0
    ema: float = 0.998
    label_smoothing: float = 0.1
    dropout: float = 0.2
    clip: float = 1.0
    mixup: float = 0.0
    balance: float = 0.5
    class_weights: str = "none"
    patience: int = 0
    freeze: str = "none"
    frozen_epochs: int = 0
    finetune_rate: float = 1.0
    pretrained: str = "none"
    output_stride: int = 32
    activation_weight: float = 0.3
    pointing_weight: float = 0.0
    border_weight: float = 1.0
    border_layer: str = "stage3"
    border_head: str = "coarse"
    teacher: str = ""
    distillation_weight: float = 0.5
    precision: str = "bf16"
    shuffle_labels: bool = False
    seed: int = 0
    augmentation: AugmentationRanges = field(default_factory=AugmentationRanges)

    def __post_init__(self) -> None:
        if not self.stages or any(s.size < 32 or s.epochs < 1 for s in self.stages):
            raise TrainingError(f"The stages {self.stages} need sizes from 32 and epochs from 1.")
        positive = {
            "batch_size": self.batch_size - 1,  # batch normalisation needs two
            "learning_rate": self.learning_rate,
            "clip": self.clip,
            "accumulate": self.accumulate,
            "finetune_rate": self.finetune_rate,
        }
        for name, value in positive.items():
            if value <= 0:
                raise TrainingError(f"{name} = {getattr(self, name)} is too small.")
        if not 0 < self.ema < 1 or not 0 <= self.label_smoothing < 1 or not 0 <= self.dropout < 1:
            raise TrainingError("ema, label_smoothing and dropout must lie in [0, 1).")
        if self.output_stride not in (16, 32):
            raise TrainingError(f"output_stride = {self.output_stride} is neither 32 nor 16.")
        for name, choices in _CHOICES.items():
            if getattr(self, name) not in choices:
                raise TrainingError(
                    f"{name} = {getattr(self, name)!r} is none of {', '.join(choices)}."
                )
        self._check_together()

    def _check_together(self) -> None:
        """Settings that only make sense with, or without, others."""
        if self.batch_size % self.accumulate:
            raise TrainingError(
                f"A batch of {self.batch_size} does not fall into {self.accumulate} equal parts."
            )
        borders = self.activation_weight, self.pointing_weight, self.border_weight
        if self.mixup > 0 and max(borders) > 0:
            raise TrainingError(
                "mixup blends two images and so blurs their borders.",
                remedy="Set activation_weight, pointing_weight and border_weight to 0, or mixup"
                " to 0.",
            )
        if self.mixup > 0 and self.teacher:
            raise TrainingError("A teacher is asked about whole images: set mixup to 0.")
        if self.freeze in ("head-first", "blockwise") and self.frozen_epochs < 1:
            raise TrainingError(f"freeze = {self.freeze!r} needs frozen_epochs of 1 or more.")
        if self.freeze != "none" and self.pretrained == "none":
            raise TrainingError(
                "The recipe freezes layers that were never trained.",
                remedy="Give --pretrained PATH or --pretrained imagenet, or use --recipe house.",
            )

    @property
    def keeps_best(self) -> bool:
        """Whether the best epoch's weights are kept instead of the last's."""
        return self.patience > 0 or self.freeze == "blockwise"

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
        """Inverse of :meth:`to_dict`; ``TrainingError`` names what is unknown or of another type.

        ``stages`` may also be text, ``"128x30,192x10"``.
        """
        plain = checked_fields(cls, values, "recipe")
        if isinstance(values.get("stages"), str):
            plain["stages"] = parse_stages(values["stages"])
        elif "stages" in plain:
            plain["stages"] = tuple(
                Stage(**checked_fields(Stage, stage, "stage")) for stage in plain["stages"]
            )
        if "augmentation" in plain:
            ranges = checked_fields(AugmentationRanges, plain["augmentation"], "augmentation")
            plain["augmentation"] = AugmentationRanges(**ranges)
        return cls(**plain)


def checked_fields(kind: type, values: Mapping[str, Any], what: str) -> dict[str, Any]:
    """The values, once their names are fields of the dataclass and plain ones have its types.

    Raises
    ------
    TrainingError
        Naming the first that is not.
    """
    hints = get_type_hints(kind)
    known = {f.name for f in fields(kind)}
    unknown = sorted(set(values) - known)
    if unknown:
        raise TrainingError(f"The {what} does not know {', '.join(unknown)}.")
    plain = dict(values)
    for name, value in values.items():
        wanted = hints[name]
        if wanted is float and isinstance(value, int) and not isinstance(value, bool):
            plain[name] = float(value)
        elif wanted in (int, float, str, bool) and type(value) is not wanted:
            raise TrainingError(
                f"{name} = {value!r} in the {what} must be of type {wanted.__name__}."
            )
    return plain


def parse_stages(text: str) -> tuple[Stage, ...]:
    """Parse ``"128x36,192x12"`` (size x epochs)."""
    try:
        pairs = [part.split("x") for part in text.split(",")]
        return tuple(Stage(int(size), int(epochs)) for size, epochs in pairs)
    except ValueError as error:
        raise TrainingError(
            f"The stages {text!r} cannot be read.", remedy="Write them as 128x36,192x12."
        ) from error
