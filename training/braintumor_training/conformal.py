"""Prediction sets with a stated coverage: split conformal over whole patients.

Adaptive prediction sets (Romano, Sesia, Candes, NeurIPS 2020) without randomisation: the score of a
class is the probability gathered by the classes before it, so a set is never empty and a reader
sees the same set twice.  Slices of one patient are not exchangeable with those of another, patients
are: each calibration patient has the same weight, whatever the number of slices (hierarchical
conformal prediction; Lee, Barber, Willett, 2023).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

ALPHA = 0.05
RULE = (
    "classes in order of falling probability; a class is in the set while the probability gathered"
    " before it is at most the quantile"
)


def mass_before(probabilities: NDArray[np.float64]) -> NDArray[np.float64]:
    """(N, K) probability gathered by the classes before each class; 0 for the leading one."""
    order = np.argsort(-probabilities, axis=1, kind="stable")
    ordered = np.take_along_axis(probabilities, order, 1)
    before = np.cumsum(ordered, 1) - ordered
    result = np.empty_like(before)
    np.put_along_axis(result, order, before, 1)
    return result


def patient_quantile(
    probabilities: NDArray[np.float64],
    labels: NDArray[np.int64],
    patients: Sequence[str],
    alpha: float = ALPHA,
) -> float:
    """The quantile whose sets cover a new patient's slices with probability 1 - alpha.

    Parameters
    ----------
    probabilities, labels, patients
        (N, K), (N,) and (N,) of the calibration images.

    Returns
    -------
    In [0, 1]; 1 (every class) where there are too few patients for this alpha.
    """
    scores = mass_before(probabilities)[np.arange(len(labels)), labels]
    names, index, counts = np.unique(np.asarray(patients), return_inverse=True, return_counts=True)
    weights = 1 / ((len(names) + 1) * counts[index])  # the rest, 1 / (G + 1), lies at infinity
    order = np.argsort(scores, kind="stable")
    reached = np.cumsum(weights[order])
    enough = np.flatnonzero(reached >= 1 - alpha - 1e-12)
    return float(scores[order][enough[0]]) if len(enough) else 1.0


def prediction_sets(probabilities: NDArray[np.float64], quantile: float) -> NDArray[np.bool_]:
    """(N, K) whether a class is in an image's set; the leading class always is."""
    before = mass_before(probabilities)
    result: NDArray[np.bool_] = before <= quantile
    return result | (before == 0)


def set_metrics(
    sets: NDArray[np.bool_], labels: NDArray[np.int64], patients: Sequence[str]
) -> dict[str, Any]:
    """Coverage by image and by patient, mean size, share of sets with one class."""
    covered = sets[np.arange(len(labels)), labels]
    _, index, counts = np.unique(np.asarray(patients), return_inverse=True, return_counts=True)
    by_patient = np.bincount(index, covered) / counts
    return {
        "coverage": float(covered.mean()),
        "coverage_by_patient": float(by_patient.mean()),
        "mean_size": float(sets.sum(1).mean()),
        "single": float((sets.sum(1) == 1).mean()),
    }
