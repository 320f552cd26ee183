"""The class-activation loss: evidence shall lie inside the border, or at least inside the head."""

from __future__ import annotations

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from braintumor_training.distributed import World
from braintumor_training.explaining import class_activation_map, class_evidence
from braintumor_training.heads import dice_loss

_FLOOR = 1e-3  # keeps the logarithm finite
_NOWHERE = -1e4  # log of no area: a peak outside keeps its gradient however high it is
_FINE = 4  # maps and borders are compared at a quarter of the input's resolution
_BACKGROUND = 0.06  # a grey value, of 1, that air with its noise stays below
_GAP = 9  # quarter-resolution cells over which the head's outline is closed


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


def evidence_regions(images: Tensor, borders: Tensor) -> Tensor:
    """Where evidence of the true class may lie: inside the border where known, else in the head.

    Without the second half a network is free to find "no tumor" in the black corners, which tell
    the source of a picture and nothing of the patient.

    Parameters
    ----------
    images
        (B, 1, S, S) float in [0, 1].
    borders
        (B, 1, S, S) float, 1 inside the tumour border; all 0 where there is none.

    Returns
    -------
    (B, 1, S/4, S/4) float in [0, 1]; all 0 only where a picture is black.
    """
    size = borders.shape[-1] // _FINE
    inside = F.interpolate(borders, size=(size, size), mode="area")
    bright = (F.interpolate(images, size=(size, size), mode="area") > _BACKGROUND).float()
    grown = F.max_pool2d(bright, _GAP, 1, _GAP // 2)
    head = -F.max_pool2d(-grown, _GAP, 1, _GAP // 2)
    known = inside.flatten(1).sum(1) > 0
    return torch.where(known[:, None, None, None], inside, head)


def class_activation_loss(
    features: Tensor, weights: Tensor, regions: Tensor, world: World | None = None
) -> Tensor:
    """Mean of ``-log(inside/total)`` over the images that have a region.

    The cross-entropy of the evidence, read as a distribution over the image, against the region.
    Its gradient is strongest where nearly all the evidence lies outside, which is where training
    starts; ``1 - inside/total`` hardly moved the maps in the first epochs (0.93 -> 0.95 in seven).
    The evidence is made positive by a softplus, not rectified: a map that is blank still has a
    gradient that draws evidence into the region (rectified, a fifth of the pituitary maps stayed
    blank), and a blank map is not rewarded.

    Parameters
    ----------
    features, weights
        As for :func:`activation_inside_border`.
    regions
        (B, 1, s, s) of :func:`evidence_regions`.
    """
    evidence = F.softplus(class_evidence(features, weights))[:, None]
    evidence = F.interpolate(evidence, size=regions.shape[-2:], mode="bilinear")
    inside = (evidence * regions).flatten(1).sum(1)
    share = inside / evidence.flatten(1).sum(1).clamp_min(1e-6)
    known = regions.flatten(1).sum(1) > 0
    return global_mean(-(share + _FLOOR).log(), known.float(), world or World())


def pointing_loss(
    features: Tensor, weights: Tensor, borders: Tensor, world: World | None = None
) -> Tensor:
    """Mean cross-entropy of the map's peak against the border, over the images that have one.

    The true class's evidence over the places of the image, read as logits by a softmax: the
    probability that the peak lies inside.  It is what the pointing game counts, made smooth; the
    class-activation loss asks where the sum of the evidence lies, which a peak beside a small
    tumour hardly changes.

    Parameters
    ----------
    features, weights, borders
        As for :func:`activation_inside_border`.
    """
    size = borders.shape[-1] // _FINE
    inside = F.interpolate(borders, size=(size, size), mode="area").flatten(1)
    evidence = class_evidence(features, weights)[:, None]
    evidence = F.interpolate(evidence, size=(size, size), mode="bilinear").flatten(1)
    where = inside.log().clamp_min(_NOWHERE)
    values = evidence.logsumexp(1) - (evidence + where).logsumexp(1)
    return global_mean(values, (inside.sum(1) > 0).float(), world or World())


def points_inside_border(features: Tensor, weights: Tensor, borders: Tensor) -> Tensor:
    """(B,) bool: whether the map's highest place lies inside the border (the pointing game)."""
    size = borders.shape[-1]
    maps = class_activation_map(features, weights, size).flatten(1)
    peak = maps.argmax(1, keepdim=True)
    return (borders.flatten(1).gather(1, peak) > 0.5).squeeze(1) & (maps.amax(1) > 0)


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
