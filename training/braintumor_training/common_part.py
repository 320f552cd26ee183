"""What all classes have in common is taken out of the head, so that fewer maps are blank.

A softmax does not change when the same vector is added to every class's weights, but the
class-activation map, which is rectified, does: a class can win with less negative evidence than the
others and then has nothing to show.  Taking a share of the classes' mean weights away leaves every
probability as it is and turns such evidence positive.  Taken whole it also lifts the background, so
the share is chosen on validation images whose tumour border is known.
"""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from braintumor_training.explaining import class_evidence
from braintumor_training.frames import Frames
from braintumor_training.metrics import explanation_metrics
from braintumor_training.prediction import Asker

SHARES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
_BATCH = 32


def fit_common_share(asker: Asker, frames: Frames) -> float:
    """The share whose maps point inside the border most often.

    Only shares that keep as much of the map's energy inside as 0 does are in question; the smallest
    of equals is taken, and 0 where no border is known or the head has several layers.

    Parameters
    ----------
    asker
        The network before anything is taken out.
    frames
        Validation images.
    """
    known = frames.borders.any((1, 2))
    if not known.any() or not isinstance(asker.network.fc, nn.Linear):
        return 0.0
    chosen = torch.from_numpy(known)
    own, common = (part[chosen] for part in _evidence(asker, frames))
    size, borders = frames.borders.shape[-1], frames.borders[known]
    figures = []
    for share in SHARES:
        maps = (own - share * common).relu()[:, None]
        drawn = F.interpolate(maps, size=(size, size), mode="bilinear")[:, 0]
        found = explanation_metrics(drawn.numpy(), borders)
        figures.append((found["pointing_game"], found["energy_inside"], share))
    enough = [figure for figure in figures if figure[1] >= figures[0][1]]
    return max(enough, key=lambda figure: (figure[0], -figure[2]))[2]


def _evidence(asker: Asker, frames: Frames) -> tuple[Tensor, Tensor]:
    """(N, h, w) evidence for each image's own class, and that of the classes' mean weights."""
    weights: Tensor = asker.network.fc.weight.detach()
    mean = weights.mean(0, keepdim=True)
    own, common = [], []
    with torch.no_grad():
        for start in range(0, len(frames.images), _BATCH):
            features = asker.features(frames.images[start : start + _BATCH])
            labels = torch.from_numpy(frames.labels[start : start + _BATCH]).to(features.device)
            own.append(class_evidence(features, weights[labels]).cpu())
            common.append(class_evidence(features, mean.expand(len(labels), -1)).cpu())
    return torch.cat(own), torch.cat(common)


def without_common_part(weights: dict[str, Any], share: float) -> dict[str, Any]:
    """The state dict with a share of the mean taken out of ``fc``; probabilities stay the same."""
    matrix, bias = weights["fc.weight"], weights["fc.bias"]
    return {
        **weights,
        "fc.weight": matrix - share * matrix.mean(0, keepdim=True),
        "fc.bias": bias - share * bias.mean(),
    }
