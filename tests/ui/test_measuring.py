from __future__ import annotations

import math

import numpy as np
import pytest

from braintumor_desktop.imaging.study import Slice, SliceHeader
from braintumor_desktop.ui.viewer import measuring
from braintumor_desktop.ui.viewer.measuring import Measurement


def a_slice(tmp_path, pixels, **header):
    return Slice(SliceHeader(tmp_path / "a.dcm", *pixels.shape, "DICOM", **header), pixels)


def test_a_length_counts_each_direction_with_its_own_spacing():
    line = Measurement("length", (10, 10), (13, 14))
    assert measuring.length(line, (2.0, 1.0)) == (pytest.approx(math.hypot(3, 8)), "mm")


def test_without_spacing_a_length_is_in_pixels():
    assert measuring.length(Measurement("length", (0, 0), (3, 4)), None) == (5, "px")


def test_an_ellipse_takes_the_pixels_whose_centres_lie_in_it():
    pixels = np.random.default_rng(3).uniform(-50, 900, (40, 50)).astype(np.float32)
    found = measuring.region(Measurement("ellipse", (30.0, 25.0), (11.0, 8.0)), pixels, (0.5, 2.0))
    inside = [
        float(pixels[r, c])
        for r in range(40)
        for c in range(50)
        if ((c + 0.5 - 20.5) / 9.5) ** 2 + ((r + 0.5 - 16.5) / 8.5) ** 2 <= 1
    ]
    assert found.count == len(inside)
    assert found.mean == pytest.approx(np.mean(inside))
    assert found.sd == pytest.approx(np.std(inside, ddof=1))
    assert (found.smallest, found.largest) == (min(inside), max(inside))
    assert (found.area, found.unit) == (pytest.approx(math.pi * 19 * 4.25), "mm²")


def test_an_ellipse_beyond_the_edge_takes_what_lies_on_the_slice():
    pixels = np.full((10, 10), 7, np.float32)
    found = measuring.region(Measurement("ellipse", (-6, -6), (6, 6)), pixels, None)
    assert 0 < found.count < 36
    assert (found.mean, found.sd, found.unit) == (7, 0, "px²")


def test_an_ellipse_without_a_pixel_says_so(tmp_path):
    flat = Measurement("ellipse", (3, 3), (3, 8))
    assert measuring.in_words(flat, a_slice(tmp_path, np.zeros((9, 9), np.float32))) == (
        "no pixel inside",
    )


def test_the_words_name_modality_units_where_there_are_any(tmp_path):
    pixels = np.full((9, 9), -120.5, np.float32)
    round_ = Measurement("ellipse", (1, 1), (8, 8))
    words = measuring.in_words(round_, a_slice(tmp_path, pixels, modality="CT", spacing=(1, 1)))
    assert words[0] == "mean -120.5 HU   SD 0"
    assert words[2] == "38.5 mm²   37 pixels"
    assert "HU" not in measuring.in_words(round_, a_slice(tmp_path, pixels, modality="MR"))[0]


def test_the_probe_says_value_and_place_in_the_patient(tmp_path):
    pixels = np.arange(12, dtype=np.float32).reshape(3, 4)
    slice_ = a_slice(
        tmp_path, pixels, spacing=(2.0, 3.0), position=(-10.0, 4.0, 20.0),
        orientation=(1, 0, 0, 0, 1, 0),
    )  # fmt: skip
    assert measuring.probe(slice_, 2.9, 1.0) == ("x 2  y 1   6", "R 4.0  P 6.0  H 20.0 mm")


def test_the_probe_follows_a_sagittal_slice(tmp_path):
    header = SliceHeader(
        tmp_path / "a", 9, 9, "DICOM", spacing=(2.0, 3.0), position=(1.0, 2.0, 3.0),
        orientation=(0, 1, 0, 0, 0, -1),
    )  # fmt: skip
    assert measuring.patient_position(header, 2, 4) == (1, 8, -5)


def test_off_the_slice_or_without_a_place_the_probe_says_less(tmp_path):
    slice_ = a_slice(tmp_path, np.zeros((3, 4), np.float32))
    assert measuring.probe(slice_, 4.0, 1) == measuring.probe(slice_, -0.1, 1) == ()
    assert measuring.probe(slice_, 0, 0) == ("x 0  y 0   0",)


@pytest.mark.parametrize(
    ("value", "words"), [(0.0, "0"), (12.345, "12.35"), (40000.4, "40000"), (-3.0, "-3")]
)
def test_numbers_are_written_without_exponents(value, words):
    assert measuring.number(value) == words
