from __future__ import annotations

import numpy as np
import pytest

from braintumor_training.rejection import (
    fit_threshold,
    neighbour_distance,
    odd_inputs,
    relative_mahalanobis,
)


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


def test_both_distances_tell_far_features_from_near_ones() -> None:
    rng = np.random.default_rng(0)
    labels = np.repeat([0, 1], 200)
    centres = np.array([[5.0, 0, 0, 0], [0, 5.0, 0, 0]])
    bank = (centres[labels] + rng.normal(0, 0.3, (400, 4))).astype(np.float32)
    near = (centres[labels[::20]] + rng.normal(0, 0.3, (20, 4))).astype(np.float32)
    far = (rng.normal(0, 0.3, (20, 4)) + np.array([0, 0, 5, 0])).astype(np.float32)
    assert neighbour_distance(near, bank).max() < neighbour_distance(far, bank).min()
    assert (
        relative_mahalanobis(near, bank, labels).max()
        < relative_mahalanobis(far, bank, labels).min()
    )


def test_odd_inputs_have_the_shape_of_frames_and_differ_from_them() -> None:
    frames = np.random.default_rng(1).integers(0, 256, (3, 20, 20), dtype=np.uint8)
    for name, odd in odd_inputs(frames).items():
        assert odd.shape == frames.shape, name
        assert odd.dtype == np.uint8
        assert (odd != frames).mean() > 0.5, name
