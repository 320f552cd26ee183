from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braintumor_desktop.imaging.study import Series, SliceHeader
from braintumor_desktop.ui.viewer.linking import (
    Stack,
    crossing_line,
    linked_centre,
    share_plane,
    share_space,
)
from braintumor_desktop.ui.viewer.measuring import patient_position

AXIAL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
FROM_ABOVE = (-1.0, 0.0, 0.0, 0.0, 1.0, 0.0)  # the same plane, its normal the other way
CORONAL = (1.0, 0.0, 0.0, 0.0, 0.0, -1.0)
SAGITTAL = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)
FRAME = "1.2.3"


def header(position=(0.0, 0.0, 0.0), orientation=AXIAL, **values):
    values = {"spacing": (1.0, 1.0), "frame_of_reference_uid": FRAME, **values}
    rows, columns = values.pop("rows", 100), values.pop("columns", 100)
    return SliceHeader(
        Path(f"{position}.dcm"), rows, columns, "DICOM",
        position=position, orientation=orientation, **values,
    )  # fmt: skip


def stack(heights, orientation=AXIAL, **values):
    slices = tuple(header((0.0, 0.0, float(z)), orientation, **values) for z in heights)
    return Stack.of(Series("1", slices))


def tilted(degrees):
    """Axial, turned about the patient's left-right axis."""
    angle = math.radians(degrees)
    return (1.0, 0.0, 0.0, 0.0, math.cos(angle), math.sin(angle))


def test_of_thick_slices_the_one_nearest_to_a_thin_one_is_taken():
    thick = stack(range(0, 50, 5))
    assert [thick.nearest(header((0, 0, z))) for z in (0, 2.4, 2.6, 20, 47.4)] == [0, 0, 1, 4, 9]


def test_of_thin_slices_the_one_nearest_to_a_thick_one_is_taken():
    assert stack(range(50)).nearest(header((0, 0, 17.3))) == 17


@pytest.mark.parametrize("height", [-2.6, 47.6, 400])
def test_beyond_the_ends_by_more_than_half_a_step_no_slice_is_taken(height):
    assert stack(range(0, 50, 5)).nearest(header((0, 0, height))) is None


def test_in_a_gap_of_the_series_no_slice_is_taken():
    with_a_gap = stack([0, 5, 10, 15, 40, 45, 50])
    assert with_a_gap.nearest(header((0, 0, 27))) is None
    assert with_a_gap.nearest(header((0, 0, 38))) == 4


def test_a_series_in_the_opposite_order_gives_the_slice_at_the_same_place():
    downwards = stack(range(45, -1, -5))
    assert downwards.nearest(header((0, 0, 40.0))) == 1
    from_above = stack(range(45, -1, -5), FROM_ABOVE)
    assert from_above.nearest(header((0, 0, 40.0))) == 1


@pytest.mark.parametrize("uid", ["1.2.4", None, ""])
def test_another_or_an_unknown_frame_of_reference_links_nothing(uid):
    other = header((0, 0, 20), frame_of_reference_uid=uid)
    assert stack(range(0, 50, 5)).nearest(other) is None
    assert not share_space(other, other) or uid == "1.2.4"


@pytest.mark.parametrize("orientation", [CORONAL, SAGITTAL, tilted(20), None])
def test_another_plane_links_no_slice(orientation):
    assert stack(range(0, 50, 5)).nearest(header((0, 0, 20), orientation)) is None


def test_a_slightly_tilted_series_is_linked_at_the_middle_of_the_slice():
    level = stack(range(-60, 61, 2))
    slanting = header((0, -100, -10), tilted(4), rows=201, columns=201, spacing=(1.0, 1.0))
    at_the_middle = patient_position(slanting, 100, 100)[2]
    assert at_the_middle == pytest.approx(-10 + 100 * math.sin(math.radians(4)))
    assert level.positions[level.nearest(slanting)] == pytest.approx(at_the_middle, abs=1)


def test_oblique_series_are_linked_along_their_common_normal():
    plane = tilted(40)
    normal = (0.0, -math.sin(math.radians(40)), math.cos(math.radians(40)))
    places = [tuple(step * 3.0 * n for n in normal) for step in range(10)]
    series = Series("1", tuple(header(place, plane) for place in places))
    aside = (12.0, 3 * math.cos(math.radians(40)), 3 * math.sin(math.radians(40)))
    on_the_fifth = tuple(p + a for p, a in zip(places[5], aside, strict=True))
    assert Stack.of(series).nearest(header(on_the_fifth, plane)) == 5


def test_of_images_at_one_position_the_one_nearest_in_the_series_is_taken():
    echoes = stack([0, 0, 5, 5, 10, 10])
    assert echoes.nearest(header((0, 0, 5)), near=0) == 2
    assert echoes.nearest(header((0, 0, 5)), near=5) == 3


def test_a_single_slice_reaches_half_its_thickness():
    alone = stack([10], slice_thickness=4.0)
    assert alone.nearest(header((0, 0, 11.9))) == 0
    assert alone.nearest(header((0, 0, 12.1))) is None


def test_a_localizer_or_a_series_without_positions_is_no_stack():
    crossed = Series("1", (header(), header((0, 0, 5), CORONAL)))
    assert Stack.of(crossed) is None
    assert Stack.of(Series("1", (header(None), header(None)))) is None


@given(
    height=st.floats(-70, 70),
    spacing=st.floats(0.5, 10),
    start=st.floats(-40, 0),
    upwards=st.booleans(),
)
def test_what_is_taken_lies_within_half_a_step_and_nothing_lies_nearer(
    height, spacing, start, upwards
):
    heights = [start + n * spacing for n in range(12)]
    pile = stack(heights if upwards else heights[::-1])
    away = [abs(position - height) for position in pile.positions]
    index = pile.nearest(header((0, 0, height)))
    if index is None:
        assert min(away) > spacing / 2
    else:
        assert away[index] <= spacing / 2 + 0.01
        assert away[index] <= min(away) + 0.01


def test_the_same_place_is_looked_at_whatever_matrix_and_spacing():
    one = header((-100.0, -100.0, 0.0), columns=201, rows=201)
    other = header((-50.0, -60.0, 1.0), columns=256, rows=240, spacing=(0.5, 0.5))
    x, y = linked_centre(one, (120.5 / 201, 130.5 / 201), other)
    place = patient_position(other, x * 256 - 0.5, y * 240 - 0.5)
    assert place[:2] == pytest.approx((20.0, 30.0))


def test_seen_from_the_other_side_the_same_place_is_looked_at():
    one = header((-100.0, -100.0, 0.0), columns=201, rows=201)
    mirrored = header((100.0, -100.0, 0.0), FROM_ABOVE, columns=201, rows=201)
    x, y = linked_centre(one, (0.25, 0.4), mirrored)
    assert (x, y) == pytest.approx((0.75, 0.4))


def test_without_a_common_space_the_other_is_looked_at_as_many_mm_off_its_middle():
    one = header(columns=200, rows=200)
    other = header(columns=100, rows=100, spacing=(4.0, 4.0), frame_of_reference_uid="1.9")
    assert linked_centre(one, (0.6, 0.5), other) == pytest.approx((0.55, 0.5))


def test_another_plane_is_not_panned():
    assert linked_centre(header(), (0.6, 0.5), header(orientation=CORONAL)) is None


def test_an_axial_slice_crosses_a_coronal_one_where_both_lie():
    # coronal: x from -50 to 50, from z = 40 downwards to z = -60, at y = 0
    coronal = header((-49.5, 0.0, 39.5), CORONAL)
    axial = header((-39.5, -49.5, 10.0), columns=60)  # x from -40 to 20
    start, end = sorted(crossing_line(axial, coronal))
    assert start == pytest.approx((10, 30))
    assert end == pytest.approx((70, 30))


def test_an_oblique_slice_crosses_where_its_plane_does():
    coronal = header((-49.5, 0.0, 39.5), CORONAL)
    oblique = header((-30.0, -30.0, -20.0), tilted(30), columns=40, rows=80)
    for x, y in crossing_line(oblique, coronal):
        place = patient_position(coronal, x - 0.5, y - 0.5)
        off = [p - o for p, o in zip(place, oblique.position, strict=True)]
        normal = (0.0, -math.sin(math.radians(30)), math.cos(math.radians(30)))
        assert sum(a * b for a, b in zip(off, normal, strict=True)) == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    "cut",
    [
        header((0, 0, 500)),  # above all of it
        header((0, 300, 0)),  # behind it: only the planes would meet
        header((0, 0, 10), frame_of_reference_uid="1.9"),
        header((0, 0, 10), CORONAL),
        header((0, 0, 10), None),
        header((0, 0, 10), spacing=None),
    ],
)
def test_what_does_not_cross_draws_no_line(cut):
    assert crossing_line(cut, header((-49.5, 0.0, 39.5), CORONAL)) is None


def test_planes_are_alike_to_within_five_degrees():
    assert share_plane(header(), header(orientation=tilted(4.9)))
    assert not share_plane(header(), header(orientation=tilted(5.1)))
    assert not share_plane(header(orientation=None), header())
