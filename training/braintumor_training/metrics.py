"""Figures of merit of a classification and an explanation; intervals by bootstrap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Labels = NDArray[np.int64]
Probabilities = NDArray[np.float64]
_BINS = 15
_RESAMPLES = 2000


def balanced_accuracy(labels: Labels, predicted: Labels) -> float:
    """Mean of the recalls of the classes that occur."""
    return float(np.mean([np.mean(predicted[labels == c] == c) for c in np.unique(labels)]))


def expected_calibration_error(probabilities: Probabilities, labels: Labels) -> float:
    """ECE over 15 equal bins of the leading probability (Guo et al., ICML 2017).

    Parameters
    ----------
    probabilities
        (N, K), rows summing to 1.
    labels
        (N,) true classes.
    """
    confidence = probabilities.max(1)
    hit = probabilities.argmax(1) == labels
    bins = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
    gaps = [
        abs(hit[bins == b].mean() - confidence[bins == b].mean()) * (bins == b).mean()
        for b in np.unique(bins)
    ]
    return float(sum(gaps))


def brier_score(probabilities: Probabilities, labels: Labels) -> float:
    """Mean squared distance from the one-hot truth, summed over classes (0 to 2)."""
    truth = np.eye(probabilities.shape[1])[labels]
    return float(((probabilities - truth) ** 2).sum(1).mean())


def classification_metrics(
    probabilities: Probabilities, labels: Labels, classes: Sequence[str]
) -> dict[str, Any]:
    """Accuracy, balanced accuracy, F1, AUROC, per-class figures, confusion matrix, Brier, ECE."""
    from sklearn.metrics import confusion_matrix, precision_recall_fscore_support, roc_auc_score

    predicted = probabilities.argmax(1)
    indices = np.arange(len(classes))
    precision, recall, f1, support = precision_recall_fscore_support(
        labels, predicted, labels=indices, zero_division=0
    )
    areas = [
        roc_auc_score(labels == c, probabilities[:, c]) for c in indices if (labels == c).any()
    ]
    return {
        "n": len(labels),
        "accuracy": float((predicted == labels).mean()),
        "balanced_accuracy": balanced_accuracy(labels, predicted),
        "macro_f1": float(np.mean(f1)),
        "macro_auroc": float(np.mean(areas)),
        "brier": brier_score(probabilities, labels),
        "ece_after": expected_calibration_error(probabilities, labels),
        "per_class": {
            key: {
                "precision": float(precision[i]),
                "recall": float(recall[i]),
                "f1": float(f1[i]),
                "n": int(support[i]),
            }
            for i, key in enumerate(classes)
        },
        "confusion_matrix": confusion_matrix(labels, predicted, labels=indices).tolist(),
    }


def patient_intervals(
    predicted: Labels, labels: Labels, groups: Sequence[str], classes: Sequence[str], seed: int = 0
) -> dict[str, list[float]]:
    """95 % intervals of accuracy, balanced accuracy and recalls: 2,000 bootstraps over patients."""
    names, group = np.unique(np.asarray(groups), return_inverse=True)
    width = len(classes)
    counts = np.zeros((len(names), width * width))
    np.add.at(counts, (group, labels * width + predicted), 1)
    rng = np.random.default_rng(seed)
    draws = rng.multinomial(len(names), np.full(len(names), 1 / len(names)), _RESAMPLES)
    tables = (draws @ counts).reshape(_RESAMPLES, width, width)
    hits, totals = np.diagonal(tables, axis1=1, axis2=2), tables.sum(2)
    with np.errstate(invalid="ignore"):
        recalls = hits / totals
    figures = {
        "accuracy": hits.sum(1) / totals.sum(1),
        "balanced_accuracy": np.nanmean(recalls, 1),
        **{f"recall_{key}": recalls[:, i] for i, key in enumerate(classes) if (labels == i).any()},
    }
    return {
        name: [float(v) for v in np.nanpercentile(values, [2.5, 97.5])]
        for name, values in figures.items()
    }


def explanation_metrics(
    maps: NDArray[np.float32], borders: NDArray[np.bool_]
) -> dict[str, float | int]:
    """Pointing game and energy inside the border, beside a centre-of-head baseline.

    Parameters
    ----------
    maps
        (N, S, S) non-negative maps of the true class in the network's frame.
    borders
        (N, S, S) bool, True inside the tumour border; images without a border are left out.

    Notes
    -----
    Pointing game (Zhang et al., 2018): the map's highest point lies inside the border.  The
    baseline points at the middle of the head, its energy a Gaussian of a sixth of the frame.
    """
    known = borders.any((1, 2))
    if not known.any():
        return {"n": 0}
    maps, borders = maps[known], borders[known]
    size = maps.shape[-1]
    axis = (np.arange(size) - (size - 1) / 2) / (size / 6)
    middle = np.exp(-0.5 * (axis[:, None] ** 2 + axis[None] ** 2)).astype(np.float32)
    baseline = np.broadcast_to(middle, maps.shape)
    return {
        "n": int(known.sum()),
        "pointing_game": float(pointing_hits(maps, borders).mean()),
        "energy_inside": _energy(maps, borders),
        "baseline_pointing_game": float(pointing_hits(baseline, borders).mean()),
        "baseline_energy_inside": _energy(baseline, borders),
    }


def pointing_hits(maps: NDArray[np.float32], borders: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """(N,) whether a map's highest point lies inside the border; a blank map points nowhere."""
    flat = maps.reshape(len(maps), -1)
    hit = borders.reshape(len(maps), -1)[np.arange(len(maps)), flat.argmax(1)]
    result: NDArray[np.bool_] = hit & (flat.max(1) > 0)
    return result


def _energy(maps: NDArray[np.float32], borders: NDArray[np.bool_]) -> float:
    """Mean share of a map's sum that lies inside; a blank map has none inside."""
    total = maps.sum((1, 2), dtype=np.float64)
    inside = (maps * borders).sum((1, 2), dtype=np.float64)
    return float(np.divide(inside, total, out=np.zeros_like(total), where=total > 0).mean())
