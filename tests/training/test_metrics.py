from __future__ import annotations

import numpy as np
import pytest

from braintumor_training.metrics import (
    balanced_accuracy,
    brier_score,
    classification_metrics,
    expected_calibration_error,
    explanation_metrics,
    patient_intervals,
)


def test_balanced_accuracy_is_the_mean_recall() -> None:
    labels = np.array([0, 0, 0, 0, 1])
    assert balanced_accuracy(labels, np.array([0, 0, 0, 0, 0])) == 0.5


def test_a_calibrated_classifier_has_no_calibration_error() -> None:
    probabilities = np.tile([0.75, 0.25], (400, 1))
    labels = np.tile([0, 0, 0, 1], 100)
    assert expected_calibration_error(probabilities, labels) == pytest.approx(0, abs=1e-12)


def test_an_overconfident_classifier_has_the_gap_as_its_error() -> None:
    probabilities = np.tile([1.0, 0.0], (100, 1))
    labels = np.repeat([0, 1], 50)
    assert expected_calibration_error(probabilities, labels) == pytest.approx(0.5)


def test_the_brier_score_of_certainty_is_zero_or_two() -> None:
    certain = np.eye(2)[[0, 0]]
    assert brier_score(certain, np.array([0, 0])) == 0
    assert brier_score(certain, np.array([1, 1])) == 2


def test_the_figures_of_a_known_table() -> None:
    labels = np.array([0, 0, 0, 1, 1, 2])
    probabilities = np.eye(3)[[0, 0, 1, 1, 1, 2]] * 0.8 + 0.2 / 3
    figures = classification_metrics(probabilities, labels, ("a", "b", "c"))
    assert figures["accuracy"] == pytest.approx(5 / 6)
    assert figures["confusion_matrix"] == [[2, 1, 0], [0, 2, 0], [0, 0, 1]]
    assert figures["per_class"]["a"]["recall"] == pytest.approx(2 / 3)
    assert figures["per_class"]["b"]["precision"] == pytest.approx(2 / 3)


def test_the_interval_over_patients_is_wider_than_over_as_many_images() -> None:
    rng = np.random.default_rng(0)
    hit = np.repeat(rng.random(20) < 0.8, 10)  # a patient's ten images fall together
    labels = np.zeros(200, np.int64)
    predicted = np.where(hit, 0, 1)
    by_patient = patient_intervals(predicted, labels, np.repeat(np.arange(20), 10), ("a", "b"))
    by_image = patient_intervals(predicted, labels, np.arange(200), ("a", "b"))
    low, high = by_patient["accuracy"]
    assert low < hit.mean() < high
    assert high - low > 2 * (by_image["accuracy"][1] - by_image["accuracy"][0])


def test_a_map_on_the_lesion_points_and_one_beside_it_does_not() -> None:
    borders = np.zeros((2, 32, 32), bool)
    borders[:, 4:8, 4:8] = True
    maps = np.zeros((2, 32, 32), np.float32)
    maps[0, 5, 5] = 1
    maps[1, 20, 20] = 1
    figures = explanation_metrics(maps, borders)
    assert figures["pointing_game"] == 0.5
    assert figures["energy_inside"] == 0.5
    assert figures["baseline_pointing_game"] == 0


def test_a_blank_map_neither_points_nor_has_energy() -> None:
    borders = np.zeros((1, 16, 16), bool)
    borders[0, 0, 0] = True  # where argmax of a blank map would point
    figures = explanation_metrics(np.zeros((1, 16, 16), np.float32), borders)
    assert (figures["pointing_game"], figures["energy_inside"]) == (0, 0)


def test_images_without_border_are_left_out() -> None:
    borders = np.zeros((3, 16, 16), bool)
    borders[0, 8, 8] = True
    assert explanation_metrics(np.ones((3, 16, 16), np.float32), borders)["n"] == 1
