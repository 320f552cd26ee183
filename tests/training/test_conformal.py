from __future__ import annotations

import numpy as np
import pytest

from braintumor_desktop.inference.prediction_set import prediction_sets
from braintumor_training.conformal import patient_quantile, set_metrics


def _drawn(patients: int, slices: int, seed: int) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Probabilities that are right as often as they say, alike within a patient."""
    rng = np.random.default_rng(seed)
    per_patient = rng.dirichlet([0.4] * 4, patients)
    labels = np.array([rng.choice(4, p=p) for p in per_patient])
    probabilities = np.repeat(per_patient, slices, 0)
    names = [f"p{i}" for i in range(patients) for _ in range(slices)]
    return probabilities, np.repeat(labels, slices), names


def test_new_patients_are_covered_as_stated() -> None:
    """Mean coverage over 40 calibrations, each of 150 patients, on 400 new patients."""
    covered = []
    for seed in range(40):
        p, labels, names = _drawn(150, 3, seed)
        quantile = patient_quantile(p, labels, names)
        new, truth, persons = _drawn(400, 1, 1000 + seed)
        covered.append(set_metrics(prediction_sets(new, quantile), truth, persons)["coverage"])
    assert 0.945 < float(np.mean(covered)) < 0.98


def test_too_few_patients_give_every_class() -> None:
    p, labels, names = _drawn(10, 50, 0)
    assert patient_quantile(p, labels, names) == 1.0


def test_a_patient_with_many_slices_weighs_no_more_than_another() -> None:
    p, labels, names = _drawn(60, 1, 5)
    alone = patient_quantile(p, labels, names)
    again = np.r_[0, 0, 0, 0, np.arange(60)]
    repeated = patient_quantile(p[again], labels[again], [names[i] for i in again])
    assert repeated == pytest.approx(alone)


def test_the_figures_of_sets() -> None:
    sets = np.array([[True, False], [True, True], [True, False]])
    figures = set_metrics(sets, np.array([0, 1, 1]), ["a", "a", "b"])
    assert figures["coverage"] == pytest.approx(2 / 3)
    assert figures["coverage_by_patient"] == 0.5
    assert figures["mean_size"] == pytest.approx(4 / 3)
    assert figures["single"] == pytest.approx(2 / 3)
