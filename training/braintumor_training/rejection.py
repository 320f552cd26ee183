"""What is unlike the training images: the distance that ships, fitted, and tried on odd inputs.

The relative Mahalanobis distance of middle features (``inference.rejection``) ships: of the layers,
grids and distances that were compared on the validation patients it refuses most while it accepts
another scanner's brains.  A layer earlier refuses a quarter of those brains, a layer later accepts
noise; plain Mahalanobis and neighbours of middle features accept more at the same threshold; a bank
that holds augmented copies too accepts more of everything.

Beside it stands the distance to the k-th nearest training image by L2-normalised pooled features
(Sun et al., ICML 2022), which is the usual choice and fails here: a network that was taught to call
three kinds of tumor calls everything else ``no_tumor`` with all its last features.  Both thresholds
are fitted on the validation patients.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from braintumor_desktop.inference.rejection import Rejector

Features = NDArray[np.float32]
Images = NDArray[np.uint8]
GRID = 2
DIRECTIONS = 512
NEIGHBOUR = 10
ACCEPTED = 0.97
"""Share of the validation patients, each weighing the same, that stay accepted.

Patients of one image weigh most, and those are pictures of mixed origin: 0.97 of the patients were
99.5 % of the images, all of Cheng's and Br35H's, and 57 of 58 brain slices of a volunteer from a
scanner that was never trained on; 0.95 costs one in eight SARTAJ images and refuses hardly more of
what is odd.
"""
_BLOCK = 512
_SHRINK = 0.1


def fit_rejector(features: Features, labels: NDArray[np.int64], layer: str) -> Rejector:
    """Fit the distance on the training images, without a threshold.

    Parameters
    ----------
    features
        (N, D) :func:`~braintumor_desktop.inference.rejection.grid_means` of ``layer``.
    labels
        (N,) class indices.

    Notes
    -----
    Covariances are shrunk towards their diagonal, since there are about as many directions as
    patients.  Random directions keep distances (Johnson and Lindenstrauss) where principal ones
    would drop the very directions in which odd inputs differ: those in which nothing trained on
    does.
    """
    scale = np.maximum(features.std(0), 1e-6).astype(np.float32)
    width = features.shape[1]
    blank = np.zeros(0, np.float32)
    rejector = Rejector(
        layer, GRID, features.mean(0), scale, _directions(width), blank, blank, blank
    )
    rows = rejector.projected(features)
    classes, index = np.unique(labels, return_inverse=True)
    means = np.stack([rows[labels == key].mean(0) for key in classes])
    within = _inverse(rows - means[index])
    difference = within - _inverse(rows)  # rows are centred already
    return replace(
        rejector,
        difference=difference.astype(np.float32),
        slopes=(-2 * means @ within).astype(np.float32),
        offsets=np.einsum("kp,pq,kq->k", means, within, means).astype(np.float32),
    )


def _directions(width: int) -> NDArray[np.int8]:
    """(D, P) random signs; every feature by itself where there are few."""
    if width <= DIRECTIONS:
        return np.eye(width, dtype=np.int8)
    drawn = np.random.default_rng(0).integers(0, 2, (width, DIRECTIONS), dtype=np.int8)
    return (2 * drawn - 1).astype(np.int8)


def _inverse(centred: NDArray[np.float64]) -> NDArray[np.float64]:
    covariance = centred.T @ centred / len(centred)
    diagonal = np.diag(np.diag(covariance) + 1e-9)
    shrunk = (1 - _SHRINK) * covariance + _SHRINK * diagonal
    return np.linalg.inv(shrunk).astype(np.float64)


def normalised(features: Features) -> Features:
    """Rows of length 1."""
    norms = np.linalg.norm(features, axis=1, keepdims=True)
    return (features / np.maximum(norms, 1e-12)).astype(np.float32)


def neighbour_distance(features: Features, bank: Features, k: int = NEIGHBOUR) -> Features:
    """(N,) distance of each row to its k-th nearest of the bank; both normalised here."""
    queries, bank = normalised(features), normalised(bank)
    k = min(k, len(bank))
    result = np.empty(len(queries), np.float32)
    for start in range(0, len(queries), _BLOCK):
        likeness = queries[start : start + _BLOCK] @ bank.T
        nearest = -np.partition(-likeness, k - 1, axis=1)[:, k - 1]
        result[start : start + _BLOCK] = np.sqrt(np.maximum(2 - 2 * nearest, 0))
    return result


def fit_threshold(
    distances: NDArray[np.floating[Any]], persons: Sequence[str], accepted: float = ACCEPTED
) -> float:
    """The distance that accepts this share of images, each person with the same weight."""
    _, index, counts = np.unique(np.asarray(persons), return_inverse=True, return_counts=True)
    weights = 1 / (counts[index] * len(counts))
    order = np.argsort(distances)
    reached = np.cumsum(weights[order])
    place = min(int(np.searchsorted(reached, accepted - 1e-9)), len(order) - 1)
    return float(distances[order][place])


@dataclass(frozen=True)
class Asked:
    """What a network's layers gave for some images.

    Attributes
    ----------
    middle
        (N, D) grid means of the middle layer.
    pooled
        (N, C) means of the last feature maps.
    """

    middle: Features
    pooled: Features


def rejection_report(
    rejector: Rejector,
    bank: Asked,
    validation: tuple[Asked, Sequence[str]],
    test: Asked,
    odd: Mapping[str, Images],
    ask: Callable[[Images], Asked],
) -> dict[str, Any]:
    """How many proper test images and how many odd inputs are accepted, by both distances.

    Parameters
    ----------
    rejector
        With its threshold.
    bank
        Of the training images.
    validation
        Of the validation images, and whom each is of.
    test
        Of the test images.
    odd
        Frames by kind; see ``odd_inputs``.
    ask
        What the network's layers give for frames.
    """

    def near(asked: Asked) -> Features:
        return neighbour_distance(asked.pooled, bank.pooled)

    limit = fit_threshold(near(validation[0]), validation[1])
    proper = rejector.distances(test.middle), near(test)
    rows = {}
    for name, frames in odd.items():
        asked = ask(frames)
        ours, neighbours = rejector.distances(asked.middle), near(asked)
        rows[name] = {
            "n": len(frames),
            "accepted": float((ours <= rejector.threshold).mean()),
            "auroc": _auroc(proper[0], ours),
            "accepted_by_neighbours": float((neighbours <= limit).mean()),
            "auroc_of_neighbours": _auroc(proper[1], neighbours),
        }
    return {
        "accepted_test_share": float((proper[0] <= rejector.threshold).mean()),
        "accepted_test_share_by_neighbours": float((proper[1] <= limit).mean()),
        "odd_inputs": rows,
    }


def _auroc(proper: NDArray[np.floating[Any]], odd: NDArray[np.floating[Any]]) -> float:
    from sklearn.metrics import roc_auc_score

    truth = np.r_[np.zeros(len(proper)), np.ones(len(odd))]
    return float(roc_auc_score(truth, np.r_[proper, odd]))
