"""What is odd about a series is found and said."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braintumor_desktop.imaging import SliceHeader
from braintumor_desktop.imaging.facts import is_derived, is_localizer, slice_facts

AXIAL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


def stack(*places: float | None, **more: object) -> list[SliceHeader]:
    known = {"orientation": AXIAL, "spacing": (0.5, 0.5), **more}
    return [
        SliceHeader(Path("x"), 4, 4, "DICOM", position=None if z is None else (0, 0, z), **known)
        for z in places
    ]


def test_an_even_stack_is_nothing_to_speak_of():
    facts = slice_facts(stack(0, 5, 10, 15))
    assert facts.notes == ()
    assert facts.missing_positions == ()
    assert (facts.pixel_spacing, facts.slice_spacing) == ((0.5, 0.5), 5)


def test_missing_slices_are_counted_and_placed():
    facts = slice_facts(stack(0, 5, 10, 25, 30, 40))
    assert facts.missing_positions == (15, 20, 35)
    assert facts.notes == ("3 slices are missing: the distance between slices is 5 mm, with gaps.",)


def test_uneven_slices_are_no_gaps():
    facts = slice_facts(stack(0, 5, 10, 17, 22, 27))
    assert facts.missing_positions == ()
    assert facts.notes == (
        "The distance between slices is uneven: 5 mm as a rule, also from 7 to 7 mm.",
    )


@pytest.mark.parametrize("far", [1e5, 1e12, 1e300])
def test_a_slice_impossibly_far_away_does_not_fill_the_memory(far):
    facts = slice_facts(stack(0, 5, 10, 15, far))
    assert facts.missing_positions == ()
    assert "uneven" in facts.notes[0]


def test_equal_positions_are_told():
    (note,) = slice_facts(stack(0, 0, 5, 5, 10, 10)).notes
    assert note.startswith("3 of its 6 slices are at the position of another slice")


def test_all_slices_at_one_position_have_no_distance():
    facts = slice_facts(stack(3, 3, 3))
    assert facts.slice_spacing is None
    assert "2 of its 3 slices" in facts.notes[0]


def test_a_series_without_positions_says_how_it_is_sorted():
    (note,) = slice_facts(stack(None, None)).notes
    assert note == "Its slices have no positions: they stand in the order of their numbers."


def test_one_slice_without_a_position_is_told():
    (note,) = slice_facts(stack(0, 5, None)).notes
    assert note.startswith("1 of its 3 slices is without a position")


def test_absent_spacing_is_told():
    facts = slice_facts(stack(0, 5, spacing=None))
    assert facts.pixel_spacing is None
    assert "nothing can be measured in mm" in facts.notes[0]


def test_implausible_spacing_is_told():
    assert "0.001 x 0.001 mm is hardly" in slice_facts(stack(0, 5, spacing=(0.001, 0.001))).notes[0]


def test_spacing_that_differs_between_slices_is_told_and_not_given():
    facts = slice_facts(stack(0) + stack(5, spacing=(0.7, 0.7)))
    assert facts.pixel_spacing is None
    assert facts.notes == ("Its pixel spacing differs between slices (0.5 x 0.5; 0.7 x 0.7 mm).",)


def test_a_stated_distance_that_the_positions_belie_is_told():
    (note,) = slice_facts(stack(0, 5, 10, slice_distance=6.0)).notes
    assert note.startswith("The files state 6 mm between slices, but their positions lie 5 mm")


def test_pictures_of_different_sizes_are_told():
    pictures = [SliceHeader(Path("x"), rows, 4, "PNG") for rows in (4, 4, 5)]
    assert slice_facts(pictures).notes == ("Its images differ in size: 4 x 4, 4 x 5.",)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30))
def test_any_positions_give_facts(places):
    facts = slice_facts(stack(*sorted(places)))
    assert len(facts.missing_positions) <= 1000
    assert list(facts.missing_positions) == sorted(facts.missing_positions)


@pytest.mark.parametrize("name", ["3-pl T2* FGRE S", "AAHead_Scout", "Survey", "LOCALIZADOR"])
def test_localisers_are_known_by_their_names(name):
    assert is_localizer(stack(0), name)


def test_localisers_are_known_by_their_image_type():
    assert is_localizer(stack(0, image_type=("ORIGINAL", "PRIMARY", "LOCALIZER")), "t1 tra")
    assert not is_localizer(stack(0), "t1 tra")


def test_calculated_images_are_derived_and_compressed_ones_are_not():
    assert is_derived(stack(0, image_type=("ORIGINAL", "PRIMARY", "ADC")))
    assert is_derived(stack(0, image_type=("DERIVED", "SECONDARY")))
    assert not is_derived(stack(0, image_type=("DERIVED", "PRIMARY", "M"), lossy=True))
    assert not is_derived(stack(0, image_type=("ORIGINAL", "PRIMARY", "M")))
