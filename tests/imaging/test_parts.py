"""What one SeriesInstanceUID holds is cut into stacks, each named by what sets it apart."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braintumor_desktop.imaging import SliceHeader
from braintumor_desktop.imaging.contents import FoundImage
from braintumor_desktop.imaging.grouping import group
from braintumor_desktop.imaging.parts import split

AXIAL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
CORONAL = (1.0, 0.0, 0.0, 0.0, 0.0, -1.0)
SAGITTAL = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)


def image(z: float = 0.0, size: tuple[int, int] = (4, 4), **more: object) -> FoundImage:
    known = {"orientation": AXIAL, "position": (0.0, 0.0, z), "series_instance_uid": "1.2", **more}
    return FoundImage(SliceHeader(Path(f"{z}"), *size, "DICOM", **known))


def names(images: list[FoundImage]) -> list[str]:
    return [part.name for part in split(images)]


def test_a_whole_series_stays_whole_and_keeps_its_uid():
    images = [image(z, echo_time=10.0) for z in range(5)]
    assert names(images) == [""]
    (series,) = group(images)[0].series
    assert (series.series_instance_uid, series.part) == ("1.2", "")
    assert series.notes == ("Its pixel spacing is absent or wrong: nothing can be measured in mm.",)


def test_a_three_plane_scout_becomes_three_series():
    images = [image(z, orientation=o) for o in (AXIAL, CORONAL, SAGITTAL) for z in range(3)]
    assert names(images) == ["axial", "coronal", "sagittal"]
    assert {series.plane for series in group(images)[0].series} == {"axial", "coronal", "sagittal"}


def test_two_stacks_of_one_plane_are_counted():
    tilt = math.radians(10)
    tilted = (1.0, 0.0, 0.0, 0.0, math.cos(tilt), math.sin(tilt))
    images = [image(z, orientation=o) for o in (AXIAL, tilted) for z in range(4)]
    assert names(images) == ["axial, direction 1", "axial, direction 2"]


def test_rounded_cosines_are_one_direction():
    near = (0.99999, 0.004, 0.0, -0.004, 0.99999, 0.0)
    assert names([image(0), image(1, orientation=near)]) == [""]


def test_slices_that_turn_around_an_axis_stay_together():
    turns = [math.radians(15 * index) for index in range(12)]
    images = [
        image(instance_number=n, orientation=(math.cos(a), math.sin(a), 0.0, 0.0, 0.0, -1.0))
        for n, a in enumerate(turns)
    ]
    (part,) = split(images)
    assert part.turning
    (series,) = group(images)[0].series
    assert any("look from many directions" in note for note in series.notes)
    assert [header.instance_number for header in series.slices] == list(range(12))


def test_very_many_directions_are_not_parted_however_many_slices_share_each():
    turns = [math.radians(1.5 * index) for index in range(70)]
    images = [
        image(z, orientation=(math.cos(a), math.sin(a), 0.0, 0.0, 0.0, -1.0))
        for a in turns for z in range(3)
    ]  # fmt: skip
    assert [part.turning for part in split(images)] == [True]
    assert len(split(images[:30])) == 10


def test_echoes_are_numbered_by_their_time():
    images = [image(z, echo_time=te, echo_number=n) for z in (0, 1) for te, n in ((80, 2), (15, 1))]
    assert names(images) == ["echo 1 (TE 15 ms)", "echo 2 (TE 80 ms)"]


def test_echo_times_that_hardly_differ_are_one_echo():
    assert names([image(0, echo_time=4.60), image(1, echo_time=4.61)]) == [""]


def test_the_many_echoes_of_a_relaxation_map_are_all_apart():
    images = [image(z, echo_time=9.0 * echo) for z in (0, 1) for echo in range(1, 33)]
    assert len(names(images)) == 32


def test_drifting_echo_times_do_not_run_into_one():
    images = [image(z, echo_time=10 + 0.15 * z) for z in range(20)]
    assert len(names(images)) == 10


def test_matrices_and_frames_of_reference_part_a_series():
    images = [image(0), image(1, size=(4, 6)), image(2, frame_of_reference_uid="7")]
    assert names(images) == [
        "frame of reference 1, 4 x 4", "no frame of reference, 4 x 4",
        "no frame of reference, 6 x 4",
    ]  # fmt: skip


def test_magnitude_and_phase_are_apart():
    images = [image(z, image_type=("ORIGINAL", "PRIMARY", kind)) for z in (0, 1) for kind in "MP"]
    assert names(images) == ["magnitude", "phase"]


def test_a_field_map_is_apart_from_its_magnitude():
    images = [
        image(z, image_type=("ORIGINAL", "PRIMARY", "T1", kind), complex_component=component)
        for z in (0, 1) for kind, component in (("M", "MAGNITUDE"), ("FIELD_MAP", "REAL"))
    ]  # fmt: skip
    assert names(images) == ["field map", "magnitude"]


def test_the_phase_of_an_enhanced_image_is_apart():
    images = [image(z, complex_component=c) for z in (0, 1) for c in ("MAGNITUDE", "PHASE")]
    assert names(images) == ["magnitude", "phase"]


def test_a_slice_without_orientation_does_not_spoil_the_others():
    series = group([image(0), image(1), image(2, orientation=None)])[0].series
    assert [(one.part, len(one)) for one in series] == [("axial", 2), ("no orientation", 1)]


@given(st.permutations(range(12)))
def test_parts_get_the_same_uids_in_whatever_order_the_files_come(order):
    images = [
        image(z, orientation=o, echo_time=te)
        for o in (AXIAL, CORONAL) for te in (10.0, 10.1, 90.0) for z in (0, 1)
    ]  # fmt: skip
    first = {(s.part, s.series_instance_uid) for s in group(images)[0].series}
    again = {(s.part, s.series_instance_uid) for s in group([images[i] for i in order])[0].series}
    assert first == again
    assert len(first) == 4
    assert all(uid.startswith("2.25.") for _, uid in first)


@pytest.mark.parametrize("count", [1, 2, 7])
@given(data=st.data())
def test_no_image_is_lost_or_doubled_by_parting(count, data):
    choices = {
        "orientation": [AXIAL, CORONAL, None], "echo_time": [None, 5.0, 50.0],
        "echo_number": [None, 1, 2], "frame_of_reference_uid": [None, "1", "2"],
        "image_type": [(), ("DERIVED", "PRIMARY", "P")],
    }  # fmt: skip
    images = [
        image(z, **{key: data.draw(st.sampled_from(some)) for key, some in choices.items()})
        for z in range(count)
    ]
    parts = split(images)
    assert sorted(i.header.path for p in parts for i in p.images) == [i.header.path for i in images]
    assert len({part.key for part in parts}) == len(parts)
