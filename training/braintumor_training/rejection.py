"""What is unlike the training images: distance to the nearest training features.

Euclidean distance of L2-normalised pooled features to the k-th nearest of a bank of training
features (Sun et al., ICML 2022), checked against the relative Mahalanobis distance (Ren et al.,
2021).  The threshold is fitted on the validation patients.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Features = NDArray[np.float32]
Images = NDArray[np.uint8]
NEIGHBOUR = 10
ACCEPTED = 0.99  # share of the validation patients' images that stay accepted
_BLOCK = 512
_SHRINK = 0.1


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


def fit_threshold(distances: Features, persons: Sequence[str], accepted: float = ACCEPTED) -> float:
    """The distance that accepts this share of images, each person with the same weight."""
    _, index, counts = np.unique(np.asarray(persons), return_inverse=True, return_counts=True)
    weights = 1 / (counts[index] * len(counts))
    order = np.argsort(distances)
    reached = np.cumsum(weights[order])
    place = min(int(np.searchsorted(reached, accepted - 1e-9)), len(order) - 1)
    return float(distances[order][place])


def relative_mahalanobis(
    features: Features, bank: Features, labels: NDArray[np.int64]
) -> NDArray[np.float64]:
    """(N,) distance to the nearest class mean, less that to the mean of everything.

    Covariances are shrunk towards their diagonal, since there are more features than patients.
    """
    bank = bank.astype(np.float64)
    queries = features.astype(np.float64)
    means = {c: bank[labels == c].mean(0) for c in np.unique(labels)}
    centred = bank - np.stack([means[c] for c in labels])
    within = _inverse(centred)
    middle = bank.mean(0)
    overall = _inverse(bank - middle)
    nearest = np.min([_quadratic(queries - mean, within) for mean in means.values()], axis=0)
    result: NDArray[np.float64] = nearest - _quadratic(queries - middle, overall)
    return result


def _inverse(centred: NDArray[np.float64]) -> NDArray[np.float64]:
    covariance = centred.T @ centred / len(centred)
    diagonal = np.diag(np.diag(covariance) + 1e-9)
    shrunk = (1 - _SHRINK) * covariance + _SHRINK * diagonal
    return np.linalg.inv(shrunk).astype(np.float64)


def _quadratic(rows: NDArray[np.float64], matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    result: NDArray[np.float64] = np.einsum("ni,ij,nj->n", rows, matrix, rows, optimize=True)
    return result


def odd_inputs(images: Images, seed: int = 0) -> dict[str, Images]:
    """Frames that are no proper head: what the rejection is tried on."""
    rng = np.random.default_rng(seed)
    size = images.shape[-1]
    quarter = size // 4
    zoom = images[:, quarter : quarter + size // 2, quarter : quarter + size // 2]
    shuffled = rng.permuted(images.reshape(len(images), -1), axis=1).reshape(images.shape)
    return {
        "noise": rng.integers(0, 256, images.shape, dtype=np.uint8),
        "shuffled pixels": shuffled,
        "turned by 90 degrees": np.ascontiguousarray(np.rot90(images, axes=(1, 2))),
        "upside down": np.ascontiguousarray(images[:, ::-1]),
        "middle half, enlarged": zoom.repeat(2, 1).repeat(2, 2)[:, :size, :size],
        "inverted": 255 - images,
    }


def rejection_report(
    ask: Callable[[Images], Features],
    bank: Features,
    bank_labels: NDArray[np.int64],
    test: Features,
    images: Images,
    threshold: float,
) -> dict[str, Any]:
    """How many proper test images are accepted, and how well odd inputs are told from them.

    Parameters
    ----------
    ask
        Pooled features of frames.
    bank, bank_labels
        Training features and their classes.
    test
        Features of the test images.
    images
        Some of their frames, to make odd inputs of.
    """
    from sklearn.metrics import roc_auc_score

    near, relative = neighbour_distance(test, bank), relative_mahalanobis(test, bank, bank_labels)
    odd = {}
    for name, frames in odd_inputs(images).items():
        features = ask(frames)
        far = neighbour_distance(features, bank)
        truth = np.r_[np.zeros(len(near)), np.ones(len(far))]
        other = relative_mahalanobis(features, bank, bank_labels)
        odd[name] = {
            "n": len(far),
            "rejected": float((far > threshold).mean()),
            "auroc": float(roc_auc_score(truth, np.r_[near, far])),
            "auroc_relative_mahalanobis": float(roc_auc_score(truth, np.r_[relative, other])),
        }
    return {"accepted_test_share": float((near <= threshold).mean()), "odd_inputs": odd}
