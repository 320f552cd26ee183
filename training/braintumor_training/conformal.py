"""Prediction sets with a stated coverage: split conformal over whole patients.

The sets are those of :mod:`braintumor_desktop.inference.prediction_set`, which the application
shows; here their quantile is found.  Slices of one patient are not exchangeable with those of
another, patients are: each calibration patient has the same weight, whatever the number of slices
(hierarchical conformal prediction; Lee, Barber, Willett, 2023).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from braintumor_desktop.inference.prediction_set import mass_before

ALPHA = 0.05


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
