from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from braintumor_desktop.inference.rejection import Rejector
from braintumor_training.rejection import (
    ACCEPTED,
    DIRECTIONS,
    Asked,
    fit_rejector,
    fit_threshold,
    neighbour_distance,
    rejection_report,
)

LABELS = np.repeat([0, 1], 200)


def _bank(width: int = 4) -> np.ndarray:
    rng = np.random.default_rng(0)
    centres = np.zeros((2, width))
    centres[0, 0] = centres[1, 1] = 5
    return (centres[LABELS] + rng.normal(0, 0.3, (400, width))).astype(np.float32)


def test_the_distance_is_that_to_the_kth_neighbour() -> None:
    bank = np.array([[1, 0], [0, 1], [-1, 0]], np.float32)
    query = np.array([[2, 0]], np.float32)
    assert neighbour_distance(query, bank, k=1)[0] == pytest.approx(0, abs=1e-3)
    assert neighbour_distance(query, bank, k=2)[0] == pytest.approx(np.sqrt(2))
    assert neighbour_distance(query, bank, k=3)[0] == pytest.approx(2)
    assert neighbour_distance(query, bank, k=50)[0] == pytest.approx(2)


def test_the_threshold_accepts_the_stated_share_of_persons() -> None:
    distances = np.arange(100, dtype=np.float32)
    persons = [str(i) for i in range(100)]
    assert fit_threshold(distances, persons, accepted=0.95) == 94
    # A person with ninety slices weighs as much as one of the ten others.
    persons = ["many"] * 90 + [str(i) for i in range(10)]
    assert fit_threshold(distances, persons, accepted=0.5) == 94


def test_the_fitted_distance_is_the_relative_mahalanobis_distance() -> None:
    bank = _bank()
    rows = np.random.default_rng(1).normal(1, 2, (30, 4)).astype(np.float32)
    found = fit_rejector(bank, LABELS, "stage3").distances(rows)
    unit = (bank - bank.mean(0)) / bank.std(0)
    asked = (rows - bank.mean(0)) / bank.std(0)
    means = np.stack([unit[k == LABELS].mean(0) for k in (0, 1)])

    def squared(offset: np.ndarray, centred: np.ndarray) -> np.ndarray:
        covariance = centred.T @ centred / len(centred)
        shrunk = 0.9 * covariance + 0.1 * np.diag(np.diag(covariance))
        return np.array([row @ np.linalg.solve(shrunk, row) for row in offset])

    near = np.min([squared(asked - mean, unit - means[LABELS]) for mean in means], axis=0)
    np.testing.assert_allclose(found, near - squared(asked, unit), rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize("width", [4, DIRECTIONS + 40])
def test_far_features_are_told_from_near_ones(width: int) -> None:
    rng = np.random.default_rng(2)
    bank = _bank(width)
    near = bank[::20] + rng.normal(0, 0.05, (20, width)).astype(np.float32)
    far = rng.normal(0, 0.3, (20, width)).astype(np.float32)
    far[:, 2] += 5
    rejector = fit_rejector(bank, LABELS, "stage3")
    assert rejector.projection.shape[1] == min(width, DIRECTIONS)
    assert rejector.distances(near).max() < rejector.distances(far).min()
    assert neighbour_distance(near, bank).max() < neighbour_distance(far, bank).min()


def test_the_report_counts_what_each_distance_accepts() -> None:
    bank = _bank()
    rejector = fit_rejector(bank, LABELS, "stage3")
    persons = [str(i) for i in range(400)]
    rejector = replace(rejector, threshold=fit_threshold(rejector.distances(bank), persons))
    asked = Asked(bank, bank)
    elsewhere = np.tile(np.array([0, 0, 9, 0], np.float32), (3, 1))
    # Half-way to nowhere: the same direction as a class, at a length that none has.
    long = 20 * bank[:3]
    frames = {"elsewhere": np.zeros((3, 8, 8), np.uint8), "long": np.ones((3, 8, 8), np.uint8)}

    def ask(images: np.ndarray) -> Asked:
        found = long if images.any() else elsewhere
        return Asked(found, found)

    report = rejection_report(rejector, asked, (asked, persons), asked, frames, ask)
    assert report["accepted_test_share"] == pytest.approx(ACCEPTED)
    assert report["odd_inputs"]["elsewhere"]["accepted"] == 0
    assert report["odd_inputs"]["elsewhere"]["accepted_by_neighbours"] == 0
    assert report["odd_inputs"]["elsewhere"]["auroc"] == 1
    assert report["odd_inputs"]["long"]["accepted"] == 0
    assert report["odd_inputs"]["long"]["accepted_by_neighbours"] == 1


def test_features_that_are_not_finite_are_never_accepted() -> None:
    rejector: Rejector = fit_rejector(_bank(), LABELS, "stage3")
    assert rejector.accepts(np.zeros((1, 4))).all()
    assert not rejector.accepts(np.full((1, 4), np.nan)).any()
