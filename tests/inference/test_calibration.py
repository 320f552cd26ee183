from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from braintumor_desktop.inference.calibration import (
    fit_temperature,
    negative_log_likelihood,
    temperature_softmax,
)


@given(arrays(np.float32, (3, 4), elements=st.floats(-1000, 1000, width=32)), st.floats(0.05, 20))
def test_probabilities_sum_to_one_and_keep_the_order(
    logits: np.ndarray, temperature: float
) -> None:
    probabilities = temperature_softmax(logits, temperature)
    np.testing.assert_allclose(probabilities.sum(axis=1), 1, atol=1e-5)
    chosen = np.take_along_axis(probabilities, logits.argmax(axis=1)[:, None], 1)[:, 0]
    np.testing.assert_array_equal(chosen, probabilities.max(axis=1))


def test_overconfident_logits_are_given_back_their_temperature() -> None:
    random = np.random.default_rng(0)
    honest = random.normal(0, 2, (20_000, 4))
    labels = np.array([random.choice(4, p=p / p.sum()) for p in np.exp(honest)])
    assert fit_temperature(honest * 3, labels) == pytest.approx(3, rel=0.03)


def test_no_other_temperature_is_likelier_than_the_fitted_one() -> None:
    random = np.random.default_rng(1)
    labels = random.integers(0, 3, 300)
    logits = random.normal(0, 4, (300, 3)) + 3 * np.eye(3)[labels]
    fitted = fit_temperature(logits, labels)
    best = negative_log_likelihood(logits, labels, fitted)
    for factor in (0.8, 0.95, 1.05, 1.25):
        assert negative_log_likelihood(logits, labels, fitted * factor) >= best


def test_a_temperature_that_is_not_positive_is_refused() -> None:
    with pytest.raises(ValueError, match="must be positive"):
        temperature_softmax(np.zeros(3), 0)


def test_labels_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="no temperature fits"):
        fit_temperature(np.zeros((3, 4)), np.zeros(2, dtype=int))
