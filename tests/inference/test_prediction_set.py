from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from braintumor_desktop.errors import BundleError
from braintumor_desktop.inference.prediction_set import (
    SetThreshold,
    mass_before,
    prediction_sets,
)

KEYS = ("glioma", "meningioma", "pituitary", "no_tumor")


def card(**changes: object) -> dict[str, object]:
    entry = {"method": "aps", "alpha": 0.05, "quantile": 0.75, "rule": "words", **changes}
    return {"thresholds": {"prediction_set": entry}}


def test_the_mass_before_a_class_is_what_stands_above_it() -> None:
    before = mass_before(np.array([[0.2, 0.5, 0.3]]))
    assert before[0].tolist() == pytest.approx([0.8, 0.0, 0.5])


def test_the_leading_class_is_always_in_the_set() -> None:
    sets = prediction_sets(np.array([[0.1, 0.6, 0.3]]), quantile=0.0)
    assert sets.tolist() == [[False, True, False]]
    assert prediction_sets(np.array([[0.1, 0.6, 0.3]]), 0.65).tolist() == [[False, True, True]]


def test_the_set_names_the_classes_from_the_most_probable_on() -> None:
    threshold = SetThreshold.from_card(card())
    assert threshold is not None
    found = threshold.of(np.array([0.3, 0.5, 0.1, 0.1], np.float32), KEYS)
    assert found.class_keys == ("meningioma", "glioma")
    assert found.coverage == pytest.approx(0.95)


def test_a_sure_answer_stands_alone() -> None:
    threshold = SetThreshold(0.75, 0.95)
    assert threshold.of(np.array([0.9, 0.05, 0.03, 0.02]), KEYS).class_keys == ("glioma",)


@given(arrays(np.float64, 4, elements=st.floats(0.001, 1)), st.floats(0, 1))
def test_a_set_is_never_empty_and_grows_with_the_quantile(
    weights: np.ndarray, quantile: float
) -> None:
    probabilities = weights / weights.sum()
    small = SetThreshold(quantile / 2, 0.95).of(probabilities, KEYS)
    large = SetThreshold(quantile, 0.95).of(probabilities, KEYS)
    assert small.class_keys[0] == KEYS[int(np.argmax(probabilities))]
    assert set(small.class_keys) <= set(large.class_keys)


def test_a_card_without_a_threshold_has_no_sets() -> None:
    assert SetThreshold.from_card({}) is None
    assert SetThreshold.from_card({"thresholds": {}}) is None
    assert SetThreshold.from_card(card(method="another")) is None


@pytest.mark.parametrize(
    "wrong", [{"quantile": 1.5}, {"quantile": "much"}, {"alpha": 0}, {"quantile": float("nan")}]
)
def test_a_threshold_that_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(BundleError, match="prediction set"):
        SetThreshold.from_card(card(**wrong))
