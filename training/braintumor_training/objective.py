"""What a step minimises: class, class-activation map, border and teacher, summed by weight."""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from braintumor_training.distillation import distillation_values
from braintumor_training.distributed import World
from braintumor_training.errors import TrainingError
from braintumor_training.explaining import channel_weights
from braintumor_training.losses import (
    border_loss,
    class_activation_loss,
    evidence_regions,
    global_mean,
    pointing_loss,
)
from braintumor_training.recipe import Recipe


class Objective:
    """The losses of one network under one recipe.

    Parameters
    ----------
    recipe
        Weights of the losses.
    world
        The processes over whose images the means are taken.
    """

    def __init__(self, recipe: Recipe, world: World) -> None:
        self.recipe, self.world = recipe, world

    def parts(
        self,
        network: Any,
        outputs: tuple[Tensor, Tensor, Tensor | None],
        images: Tensor,
        borders: Tensor,
        labels: tuple[Tensor, Tensor, float],
        class_weights: Tensor,
        taught: Tensor | None = None,
    ) -> dict[str, Tensor]:
        """Each loss by the name of its column in the log.

        Parameters
        ----------
        outputs
            Feature maps, logits, and what the border head drew (``None`` without one).
        images
            (B, 1, S, S) float in [0, 1].
        borders
            (B, 1, S, S) float, 1 inside the tumour border.
        labels
            Class indices, those of the images mixed in, and the share of the first.
        class_weights
            (K,) weight of each class.
        taught
            (B, K) softened answers of the teachers, where there are any.
        """
        features, logits, drawn = outputs
        first, other, share = labels
        parts = {
            "class_loss": share * self._class_loss(logits, first, class_weights)
            + (1 - share) * self._class_loss(logits, other, class_weights)
        }
        if self.recipe.activation_weight > 0 or self.recipe.pointing_weight > 0:
            weights = channel_weights(network, features, first)
        if self.recipe.activation_weight > 0:
            regions = evidence_regions(images, borders)
            parts["activation_loss"] = class_activation_loss(features, weights, regions, self.world)
        if self.recipe.pointing_weight > 0:
            parts["pointing_loss"] = pointing_loss(features, weights, borders, self.world)
        if drawn is not None:
            known = borders.flatten(1).sum(1) > 0
            dice = self.recipe.border_head == "segmentation"
            parts["border_loss"] = border_loss(drawn, borders, known, dice=dice, world=self.world)
        if taught is not None:
            values = distillation_values(logits, taught)
            parts["distillation_loss"] = global_mean(values, torch.ones_like(values), self.world)
        return parts

    def _class_loss(self, logits: Tensor, labels: Tensor, class_weights: Tensor) -> Tensor:
        values = F.cross_entropy(
            logits.float(),
            labels,
            label_smoothing=self.recipe.label_smoothing,
            reduction="none",
        )
        return global_mean(values, class_weights[labels], self.world)

    def total(self, parts: dict[str, Tensor], step: int) -> Tensor:
        """The weighted sum.

        Raises
        ------
        TrainingError
            If it is not a finite number.
        """
        weights = {
            "class_loss": 1.0,
            "activation_loss": self.recipe.activation_weight,
            "pointing_loss": self.recipe.pointing_weight,
            "border_loss": self.recipe.border_weight,
            "distillation_loss": self.recipe.distillation_weight,
        }
        loss = torch.stack([weights[name] * value for name, value in parts.items()]).sum()
        if not torch.isfinite(loss):
            raise TrainingError(
                f"The loss became {loss.item()} at step {step}.",
                remedy="Run again with a smaller --learning-rate; the last checkpoint stands.",
            )
        return loss
