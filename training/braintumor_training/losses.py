"""The class-activation loss: where borders are known, the evidence shall lie inside them."""

from __future__ import annotations

import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from braintumor_training.distributed import World
from braintumor_training.explaining import class_activation_map
from braintumor_training.heads import dice_loss

_FLOOR = 1e-3  # keeps the logarithm finite
_FINE = 4  # maps and borders are compared at a quarter of the input's resolution


def activation_inside_border(
    features: Tensor, weights: Tensor, borders: Tensor
) -> tuple[Tensor, Tensor]:
    """Share of the true class's activation that lies inside the border.

    Parameters
    ----------
    features
        (B, C, h, w) feature maps before the global average pool.
    weights
        (B, C) weight of every map in the given class's logit (``explaining.channel_weights``).
    borders
        (B, 1, S, S) float, 1 inside the border.

    Returns
    -------
    share
        (B,) in [0, 1]: inside / total of the rectified map, interpolated bilinearly.
    known
        (B,) bool: whether the image has a border; ``share`` means nothing elsewhere.
    """
    size = borders.shape[-1] // _FINE
    inside = F.interpolate(borders, size=(size, size), mode="area")
    known = inside.flatten(1).sum(1) > 0
    maps = class_activation_map(features, weights, size)
    share = (maps * inside).flatten(1).sum(1) / maps.flatten(1).sum(1).clamp_min(1e-6)
    return share, known


def global_mean(values: Tensor, weights: Tensor, world: World) -> Tensor:
    """Weighted mean over the images of all processes, ready for gradients that are averaged.

    Parameters
    ----------
    values, weights
        (B,) of this process's images.

    Returns
    -------
    Its mean over the processes is the weighted mean over all images; 0 where all weights are 0.
    """
    total = world.add(weights.sum().detach()).clamp_min(1e-12)
    return (values * weights).sum() * (world.size / total)


def class_activation_loss(
    features: Tensor, weights: Tensor, borders: Tensor, world: World | None = None
) -> Tensor:
    """Mean of ``-log(inside/total)`` over the images that have a border; 0 where none has.

    The cross-entropy of the map, read as a distribution over the image, against the border.  Its
    gradient is strongest where nearly all the evidence lies outside, which is where training
    starts; ``1 - inside/total`` hardly moved the maps in the first epochs (0.93 -> 0.95 in seven).
    A blank map is not rewarded.
    """
    share, known = activation_inside_border(features, weights, borders)
    return global_mean(-(share + _FLOOR).log(), known.float(), world or World())


def border_loss(
    predicted: Tensor,
    borders: Tensor,
    known: Tensor,
    *,
    dice: bool = False,
    world: World | None = None,
) -> Tensor:
    """Cross-entropy of a border map (B, 1, h, w) on the images that have a border; 0 without any.

    With ``dice`` the Dice loss is added, as a finer map can gain from it.
    """
    target = F.interpolate(borders, size=predicted.shape[-2:], mode="area")
    values = F.binary_cross_entropy_with_logits(
        predicted.float(),
        target,
        pos_weight=predicted.new_tensor(3.0).float(),
        reduction="none",
    ).flatten(1)
    per_image = values.mean(1)
    if dice:
        per_image = per_image + dice_loss(predicted, borders)
    return global_mean(per_image, known.float(), world or World())
