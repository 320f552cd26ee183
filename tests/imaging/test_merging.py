"""What is opened now goes into the studies that are open."""

from __future__ import annotations

import os

import numpy as np
import pytest
from PIL import Image

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging import open_paths, read_slice
from braintumor_desktop.imaging.merging import merge_studies


@pytest.fixture
def folder(write_dicom, tmp_path):
    """Write some slices of a series into a folder of its own; returns the folder."""

    def write(name, places, **attributes):
        for place in places:
            attributes["SOPInstanceUID"] = f"1.2.3.4.{place + 1}"
            write_dicom(
                f"{name}/{place}.dcm",
                ImagePositionPatient=[0, 0, 3 * place],
                InstanceNumber=place + 1,
                **attributes,
            )
        return tmp_path / name

    return write


def studies(*paths):
    return open_paths(paths).studies


def names(study):
    return [[header.path.name for header in series.slices] for series in study.series]


def test_slices_of_a_series_that_lie_in_two_folders_become_one_series(folder):
    one, two = folder("one", [0, 2]), folder("two", [1, 3])
    (merged,) = merge_studies(studies(one), studies(two))
    assert names(merged) == [["0.dcm", "1.dcm", "2.dcm", "3.dcm"]]
    assert merged.series[0].missing_positions == ()


def test_another_series_joins_its_study(folder):
    one = folder("one", [0, 1], SeriesNumber=2)
    two = folder("two", [5, 6], SeriesInstanceUID="1.2.3.5", SeriesNumber=1)
    (merged,) = merge_studies(studies(one), studies(two))
    assert names(merged) == [["5.dcm", "6.dcm"], ["0.dcm", "1.dcm"]]


def test_joining_gives_what_opening_both_at_once_gives(folder):
    one = folder("one", [0, 1, 2], PatientID="7")
    two = folder("two", [2, 3], PatientID="7")
    assert merge_studies(studies(one), studies(two)) == studies(one, two)


def test_copies_are_left_out_and_counted_once_however_often_they_are_opened(folder):
    one, two = folder("one", [0, 1]), folder("two", [0, 1])
    merged = studies(one)
    for _ in range(2):
        merged = merge_studies(merged, studies(two))
        assert names(merged[0]) == [["0.dcm", "1.dcm"]]
        assert {header.path.parent.name for header in merged[0].series[0].copies} == {"two"}
        assert merged[0].series[0].duplicates == 2


def test_the_same_folder_again_changes_nothing(folder):
    one = folder("one", [0, 1, 2])
    assert merge_studies(studies(one), studies(one)) == studies(one)


def test_a_file_that_was_written_anew_is_taken_as_it_is_now(folder):
    one = folder("one", [0, 1])
    before = studies(one)
    os.utime(one / "1.dcm", ns=(1, 1))
    (merged,) = merge_studies(before, studies(one))
    assert len(merged.series[0]) == 2
    assert merged.series[0].slices[1].key != before[0].series[0].slices[1].key
    assert merged.series[0].slices[0] is not None


def test_two_patients_who_share_a_study_uid_stay_apart_when_they_come_one_after_the_other(folder):
    one = folder("one", [0, 1], PatientID="7", PatientName="A")
    two = folder("two", [5, 6], PatientID="8", PatientName="B")
    merged = merge_studies(studies(one), studies(two))
    assert [study.patient_id for study in merged] == ["7", "8"]
    assert merge_studies(merged, studies(two)) == merged
    assert all("kept apart" in study.notes[0] for study in merged)


def test_a_study_of_which_nothing_was_opened_is_the_very_same(folder):
    one, other = folder("one", [0]), folder("other", [5], StudyInstanceUID="9.9")
    known = studies(one)
    merged = merge_studies(known, studies(other))
    assert merged[1] is known[0]
    assert merged[0].study_instance_uid == "9.9"


def test_pictures_keep_their_names(tmp_path):
    for name in "ab":
        Image.fromarray(np.zeros((6, 8), np.uint8)).save(tmp_path / f"{name}.png")
    one = studies(tmp_path / "a.png")
    (merged,) = merge_studies(one, studies(tmp_path / "b.png"))
    assert names(merged) == [["a.png", "b.png"]]
    assert merged.description == tmp_path.name
    assert merged.series[0].description == "PNG images"


def test_a_sound_copy_is_read_where_the_file_that_came_first_is_damaged(folder):
    one, two = folder("one", [0, 1]), folder("two", [0, 1])
    expected = [read_slice(h).pixels for h in studies(two)[0].series[0].slices]
    (merged,) = merge_studies(studies(one), studies(two))
    (one / "0.dcm").unlink()
    (one / "1.dcm").write_bytes(b"no image any more")
    for header, pixels in zip(merged.series[0].slices, expected, strict=True):
        found = read_slice(header)
        assert found.header is header
        np.testing.assert_array_equal(found.pixels, pixels)


def test_where_no_copy_can_be_read_the_fault_of_the_first_is_told(folder):
    one, two = folder("one", [0]), folder("two", [0])
    (merged,) = merge_studies(studies(one), studies(two))
    for path in (one, two):
        (path / "0.dcm").unlink()
    with pytest.raises(ImagingError, match="The file is not there") as told:
        read_slice(merged.series[0].slices[0])
    assert told.value.path == str(one / "0.dcm")


def test_a_copy_that_is_no_longer_one_is_forgotten(folder):
    one, two = folder("one", [0, 1]), folder("two", [0, 1])
    merged = merge_studies(studies(one), studies(two))
    assert merged[0].series[0].duplicates == 2
    other = folder("two", [1], SeriesInstanceUID="1.2.3.9")
    fresh = merge_studies(merged, studies(other))
    assert [series.duplicates for series in fresh[0].series] == [1, 0]
