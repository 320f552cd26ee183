"""Planes, letters and positions in the patient."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from braintumor_desktop.imaging import (
    Series,
    SliceHeader,
    orientation_letters,
    plane,
    position_along_normal,
    slice_spacing,
)
from braintumor_desktop.imaging.geometry import normal, valid_orientation

AXIAL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
CORONAL = (1.0, 0.0, 0.0, 0.0, 0.0, -1.0)
SAGITTAL = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)
OPPOSITE = dict(zip("LRAPHF", "RLPAFH", strict=True))


def header(orientation=AXIAL, position=(0.0, 0.0, 0.0), **more: object) -> SliceHeader:
    return SliceHeader(Path("x"), 2, 2, "DICOM", orientation=orientation, position=position, **more)


@st.composite
def orientations(draw):
    """Any two perpendicular unit vectors."""
    q = np.array(draw(st.tuples(*[st.floats(-1, 1)] * 4)))
    q = q / np.linalg.norm(q) if np.linalg.norm(q) > 0.1 else np.array([1.0, 0, 0, 0])
    w, x, y, z = q
    row = (1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y))
    column = (2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x))
    return tuple(float(v) for v in (*row, *column))


@pytest.mark.parametrize(
    ("orientation", "name", "letters"),
    [
        (AXIAL, "axial", ("R", "L", "A", "P")),
        (CORONAL, "coronal", ("R", "L", "H", "F")),
        (SAGITTAL, "sagittal", ("A", "P", "H", "F")),
        (None, "", ("", "", "", "")),
    ],
)
def test_standard_views_carry_their_name_and_letters(orientation, name, letters):
    assert plane(orientation) == name
    assert orientation_letters(orientation) == letters


def test_a_tilt_of_a_gantry_is_still_axial():
    c, s = math.cos(math.radians(20)), math.sin(math.radians(20))
    assert plane((1, 0, 0, 0, c, s)) == "axial"


def test_a_strong_tilt_is_called_oblique_and_shows_two_letters():
    c, s = math.cos(math.radians(35)), math.sin(math.radians(35))
    assert plane((1, 0, 0, 0, c, s)) == "oblique axial"
    assert orientation_letters((1, 0, 0, 0, c, s)) == ("R", "L", "AF", "PH")


@given(orientations())
def test_opposite_edges_carry_opposite_letters(orientation):
    left, right, top, bottom = orientation_letters(orientation)
    assert [OPPOSITE[letter] for letter in left] == list(right)
    assert [OPPOSITE[letter] for letter in top] == list(bottom)
    assert left
    assert top


@given(orientations())
def test_every_orientation_has_a_plane(orientation):
    assert plane(orientation).removeprefix("oblique ") in {"axial", "coronal", "sagittal"}


@given(orientations(), st.floats(-500, 500))
def test_moving_along_the_normal_moves_the_position_by_as_much(orientation, distance):
    step = tuple(distance * v for v in normal(orientation))
    moved = position_along_normal(header(orientation, step))
    assert moved == pytest.approx(distance, abs=1e-6)


@pytest.mark.parametrize(
    "values",
    [None, (1, 0, 0), (0, 0, 0, 0, 0, 0), (1, 0, 0, 1, 0, 0), (2, 0, 0, 0, 1, 0), (math.nan,) * 6],
)
def test_an_impossible_orientation_is_taken_as_unknown(values):
    assert valid_orientation(values) is None


def test_no_position_without_orientation():
    assert position_along_normal(header(None)) is None
    assert position_along_normal(header(position=None)) is None


def test_the_spacing_is_the_usual_step_although_slices_are_missing():
    heights = [0, 5, 10, 20, 25, 30]
    series = Series("1", tuple(header(position=(0.0, 0.0, float(z))) for z in heights))
    assert slice_spacing(series) == 5


@pytest.mark.parametrize(
    "headers",
    [
        (header(),),
        (header(), header()),
        (header(), header(SAGITTAL, (0.0, 0.0, 5.0))),
        (header(), header(position=None)),
    ],
    ids=["one slice", "one position", "not parallel", "unknown position"],
)
def test_no_spacing_where_it_makes_no_sense(headers):
    assert slice_spacing(Series("1", headers)) is None
