"""Windows and VOI LUTs against the formulas of PS3.3 C.11.2, written out pixel by pixel."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from braintumor_desktop.imaging import (
    Slice,
    SliceHeader,
    Window,
    apply_window,
    default_window,
    percentile_window,
)

CENTERS = st.floats(-5000, 5000, width=32)
WIDTHS = st.floats(1, 8000, width=32)
FUNCTIONS = st.sampled_from(["LINEAR", "LINEAR_EXACT", "SIGMOID"])


def slice_of(values: object, **more: object) -> Slice:
    pixels = np.atleast_2d(np.asarray(values, dtype=np.float32))
    header = SliceHeader(Path("x"), *pixels.shape, file_format="DICOM")
    return Slice(header, pixels, **more)  # type: ignore[arg-type]


def by_the_standard(x: float, window: Window) -> float:
    """The pseudo-code of PS3.3 C.11.2.1.2.1, C.11.2.1.3.1 and C.11.2.1.3.2 for an output 0..255."""
    c, w = window.center, window.width
    if window.function == "SIGMOID":
        return 255 * (1 + math.tanh(2 * (x - c) / w)) / 2  # 1 / (1 + exp(-4 (x - c) / w))
    if window.function == "LINEAR_EXACT":
        if x <= c - w / 2:
            return 0
        return 255 if x > c + w / 2 else ((x - c) / w + 0.5) * 255
    if x <= c - 0.5 - (w - 1) / 2:
        return 0
    if x > c - 0.5 + (w - 1) / 2:
        return 255
    return ((x - (c - 0.5)) / (w - 1) + 0.5) * 255


@given(CENTERS, WIDTHS, FUNCTIONS, st.lists(st.integers(-6000, 6000), min_size=1, max_size=20))
def test_every_function_follows_the_standard_to_half_a_grey_level(center, width, function, values):
    window = Window(center, width, function=function)
    shown = apply_window(slice_of(values), window)[0]
    for x, grey in zip(values, shown, strict=True):
        if width < 1.5 and abs(x - center) < 1.5:
            continue  # on the step itself float32 decides
        assert abs(float(grey) - by_the_standard(x, window)) <= 0.52


@given(CENTERS, WIDTHS, FUNCTIONS)
def test_a_brighter_value_is_never_shown_darker(center, width, function):
    values = np.linspace(-7000, 7000, 400)
    shown = apply_window(slice_of(values), Window(center, width, function=function))[0]
    assert shown.dtype == np.uint8
    assert np.all(np.diff(shown.astype(int)) >= 0)


@pytest.mark.parametrize("function", ["LINEAR", "LINEAR_EXACT", "SIGMOID"])
def test_values_far_outside_the_window_are_black_and_white(function):
    shown = apply_window(slice_of([-1e6, 1e6]), Window(0, 100, function=function))
    assert shown.tolist() == [[0, 255]]


def test_a_linear_window_of_width_one_is_a_step():
    shown = apply_window(slice_of([9, 10, 11]), Window(10, 1))
    assert shown.tolist() == [[0, 255, 255]]


def test_a_linear_window_narrower_than_the_standard_allows_is_taken_as_exact():
    shown = apply_window(slice_of([0.0, 0.25, 0.5]), Window(0.25, 0.5))
    assert shown.tolist() == [[0, 128, 255]]


def test_monochrome1_is_inverted_after_the_window():
    shown = apply_window(slice_of([0, 100], inverted=True), Window(50, 100, "", "LINEAR_EXACT"))
    assert shown.tolist() == [[255, 0]]


def test_monochrome1_is_inverted_after_the_voi_lut():
    lut = (10.0, np.array([0, 1], dtype=np.float32))
    assert apply_window(slice_of([10, 11], voi_lut=lut, inverted=True), None).tolist() == [[255, 0]]


def test_values_outside_a_voi_lut_take_its_first_and_last_entry():
    lut = (10.0, np.array([0.2, 0.4, 1.0], dtype=np.float32))
    shown = apply_window(slice_of([-5, 10, 11, 12, 99], voi_lut=lut), None)
    assert shown.tolist() == [[51, 51, 102, 255, 255]]


def test_the_files_first_window_comes_before_its_voi_lut():
    lut = (0.0, np.ones(4, dtype=np.float32))
    first = Window(40, 80, "BRAIN")
    assert default_window(slice_of([1], windows=(first, Window(1, 2)), voi_lut=lut)) == first


def test_without_a_window_the_voi_lut_gives_its_range():
    lut = (100.0, np.linspace(0, 1, 51, dtype=np.float32))
    window = default_window(slice_of([1], voi_lut=lut))
    assert (window.center, window.width) == (125, 50)


def test_without_window_and_lut_the_percentiles_decide():
    values = np.arange(10001, dtype=np.float32)
    window = default_window(slice_of(values))
    assert window == percentile_window(slice_of(values))
    assert window.center - window.width / 2 == pytest.approx(50)
    assert window.center + window.width / 2 == pytest.approx(9950)


def test_a_single_bright_pixel_still_gets_a_window():
    values = np.zeros(10000)
    values[5] = 7
    assert percentile_window(slice_of(values)).width == 7


def test_a_blank_slice_is_shown_mid_grey():
    assert apply_window(slice_of([5, 5, 5]), None).tolist() == [[128, 128, 128]]


def test_showing_a_slice_leaves_its_pixels_as_they_are():
    one = slice_of([1, 2, 3])
    before = one.pixels.copy()
    for function in ("LINEAR", "LINEAR_EXACT", "SIGMOID"):
        apply_window(one, Window(2, 2, function=function))
    assert np.array_equal(one.pixels, before)


@pytest.mark.parametrize(
    "values",
    [
        np.random.default_rng(0).integers(0, 4096, (64, 50)),
        np.random.default_rng(1).normal(0, 1, (31, 47)),
        np.append(np.random.default_rng(2).random(999), 1e30).reshape(20, 50),
        np.array([[0, 3e38], [-3e38, 5]]),
        np.array([[1, 2]]),
    ],
    ids=["whole", "fractions", "one far away", "beyond the range of float32", "two pixels"],
)
def test_the_percentiles_are_those_of_numpy(values):
    values = values.astype(np.float32)
    window = percentile_window(slice_of(values))
    low, high = np.percentile(values.astype(np.float64), (0.5, 99.5))
    assert window.center - window.width / 2 == pytest.approx(low, rel=1e-5, abs=1e-6)
    assert window.center + window.width / 2 == pytest.approx(high, rel=1e-5)
