"""How slices find their series and their order."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from braintumor_desktop.imaging import SliceHeader
from braintumor_desktop.imaging.contents import Belonging, FoundImage, derived_uid, natural_key
from braintumor_desktop.imaging.grouping import group, sort_slices

AXIAL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


def slice_at(z: float | None, name: str = "x", **more: object) -> SliceHeader:
    return SliceHeader(
        Path(name), 4, 4, "DICOM",
        orientation=AXIAL, position=None if z is None else (0.0, 0.0, z), **more,
    )  # fmt: skip


def found(header: SliceHeader, **belonging: object) -> FoundImage:
    return FoundImage(header, Belonging(**belonging))


@given(st.permutations(range(12)))
def test_slices_are_sorted_from_feet_to_head_whatever_their_names_and_numbers(order):
    headers = [slice_at(5.0 * z, f"{99 - z}", instance_number=50 - z) for z in order]
    assert [h.position[2] for h in sort_slices(headers)] == [5.0 * z for z in range(12)]


def test_slices_at_one_position_are_sorted_by_instance_number():
    headers = [slice_at(1.0, instance_number=n) for n in (3, 1, 2)]
    assert [h.instance_number for h in sort_slices(headers)] == [1, 2, 3]


def test_without_positions_the_instance_number_decides_then_the_name():
    headers = [
        slice_at(None, "im10"), slice_at(None, "im9"), slice_at(None, "z", instance_number=1),
    ]  # fmt: skip
    assert [h.path.name for h in sort_slices(headers)] == ["z", "im9", "im10"]


def test_one_slice_without_position_leaves_the_series_to_its_numbers():
    headers = [slice_at(9.0, instance_number=1), slice_at(None, instance_number=2)]
    assert [h.instance_number for h in sort_slices(headers[::-1])] == [1, 2]


def test_studies_and_series_go_by_their_uids():
    images = [
        found(slice_at(0.0, study_instance_uid=a, series_instance_uid=b), series_number=n)
        for a, b, n in (("1", "1.2", 2), ("1", "1.1", 1), ("2", "2.1", 1), ("1", "1.2", 2))
    ]
    studies = group(images)
    assert [s.study_instance_uid for s in studies] == ["1", "2"]
    assert [r.series_instance_uid for r in studies[0].series] == ["1.1", "1.2"]
    assert [len(r) for r in studies[0].series] == [1, 2]


def test_an_image_that_comes_twice_is_kept_once():
    images = [found(slice_at(0.0, name, sop_instance_uid="1.5")) for name in ("a", "copy of a")]
    assert [h.path.name for h in group(images)[0].series[0].slices] == ["a"]


def test_copies_are_counted_on_their_series():
    images = [found(slice_at(0.0, name, sop_instance_uid="1.5")) for name in "abc"]
    series = group(images)[0].series[0]
    assert series.duplicates == 2
    assert "2 copies of its images were left out." in series.notes


def test_different_images_under_one_sop_instance_uid_are_all_kept():
    images = [found(slice_at(z, sop_instance_uid="1.5")) for z in (0.0, 1.0, 2.0)]
    series = group(images)[0].series[0]
    assert (len(series), series.duplicates) == (3, 0)
    assert any("same SOPInstanceUID" in note for note in series.notes)


def test_two_patients_with_one_study_uid_stay_apart():
    def images():
        for patient in ("7", "8"):
            for z in (0.0, 1.0):
                yield found(
                    slice_at(z, study_instance_uid="1", series_instance_uid="1.1"),
                    patient_id=patient,
                )

    studies = group(images())
    assert [(study.patient_id, len(study.series[0])) for study in studies] == [("7", 2), ("8", 2)]
    assert len({study.study_instance_uid for study in studies}) == 2
    assert len({study.series[0].series_instance_uid for study in studies}) == 2
    assert all("kept apart" in study.notes[0] for study in studies)


def test_an_image_that_names_nobody_goes_with_the_one_patient_of_its_study():
    images = [
        found(slice_at(z, study_instance_uid="1", series_instance_uid="1.1"), patient_id=patient)
        for z, patient in ((0.0, ""), (1.0, "7"))
    ]
    (study,) = group(images)
    assert (study.study_instance_uid, study.patient_id, study.notes) == ("1", "7", ())
    assert len(study.series[0]) == 2


def test_the_same_name_written_otherwise_is_one_patient():
    images = [
        found(slice_at(z, study_instance_uid="1"), patient_name=name)
        for z, name in ((0.0, "DOE, JANE"), (1.0, "Doe, Jane"))
    ]
    assert len(group(images)) == 1


def test_a_series_tells_what_a_study_browser_shows():
    images = [
        found(
            slice_at(5.0 * z, spacing=(0.5, 0.5), sequence_name="*tfl3d1", modality="MR"),
            series_description="t1 mprage",
        )
        for z in range(3)
    ]
    (series,) = group(images)[0].series
    assert (series.plane, series.sequence, series.modality) == ("axial", "*tfl3d1", "MR")
    assert (series.pixel_spacing, series.slice_spacing) == ((0.5, 0.5), 5.0)
    assert series.notes == ()


def test_frames_of_one_image_are_no_copies_of_each_other():
    images = [found(slice_at(0.0, sop_instance_uid="1.5", frame=n)) for n in (0, 1)]
    assert len(group(images)[0].series[0]) == 2


def test_images_without_uids_go_by_folder_and_series_number():
    images = [
        found(slice_at(0.0, name), series_number=number)
        for name, number in (("a/1", 1), ("a/2", 1), ("a/3", 2), ("b/1", 1))
    ]
    studies = group(images)
    assert [[len(r) for r in s.series] for s in studies] == [[2, 1], [1]]
    uids = {r.series_instance_uid for s in studies for r in s.series}
    assert len(uids) == 3
    assert all(uid.startswith("2.25.") and len(uid) <= 64 for uid in uids)


def test_a_study_with_a_synthetic_image_is_synthetic():
    assert group([found(slice_at(0.0, synthetic=True)), found(slice_at(1.0))])[0].synthetic


def test_a_derived_uid_does_not_show_its_parts_and_is_always_the_same():
    assert derived_uid("folder of a patient", "1") == derived_uid("folder of a patient", "1")
    assert derived_uid("a", "b") != derived_uid("ab")


@given(st.lists(st.text(max_size=6), max_size=6))
def test_natural_order_sorts_any_names(names):
    ordered = sorted(names, key=natural_key)
    assert sorted(ordered) == sorted(names)


def test_natural_order_counts_as_people_do():
    names = ["IM10", "im9", "IM1", "IM010b"]
    assert sorted(names, key=natural_key) == ["IM1", "im9", "IM10", "IM010b"]
