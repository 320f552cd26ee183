"""NIfTI volumes: three planes in radiological orientation, read when looked at; bad ones told."""

from __future__ import annotations

import gzip
import itertools
from collections.abc import Callable
from pathlib import Path

import nibabel
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging import (
    Slice,
    Study,
    open_paths,
    orientation_letters,
    position_along_normal,
    read_slice,
)
from braintumor_desktop.imaging.readers import nifti, read_headers

SHAPE = (5, 6, 7)
VALUES = np.arange(5 * 6 * 7, dtype=np.int16).reshape(SHAPE)
LETTERS = {
    "axial": ("R", "L", "A", "P"),
    "coronal": ("R", "L", "H", "F"),
    "sagittal": ("A", "P", "H", "F"),
}


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes a volume and gives its path."""

    def make(
        data: np.ndarray = VALUES, affine: np.ndarray | None = None, name: str = "brain.nii.gz",
        kind: type = nibabel.Nifti1Image, **fields: object,
    ) -> Path:  # fmt: skip
        path = tmp_path / name
        affine = np.diag([1.0, 2.0, 3.0, 1.0]) if affine is None else affine
        kind(data, affine).to_filename(path)
        if fields:  # as they stand in the file: nibabel would put them right
            packed = path.suffix == ".gz"
            whole = gzip.decompress(path.read_bytes()) if packed else path.read_bytes()
            header = nibabel.Nifti1Header(whole[:348])
            for key, value in fields.items():
                header[key] = value
            whole = header.binaryblock + whole[348:]
            path.write_bytes(gzip.compress(whole) if packed else whole)
        return path

    return make


@pytest.fixture(autouse=True)
def volumes_are_not_remembered():
    yield
    nifti._recent.clear()


def study_of(path: Path) -> Study:
    opened = open_paths([path])
    assert opened.problems == ()
    (study,) = opened.studies
    return study


def middle(path: Path) -> list[Slice]:
    return [read_slice(s.slices[len(s) // 2]) for s in study_of(path).series]


def patient_point(slice_: Slice, row: int, column: int) -> np.ndarray:
    """Where a pixel lies in the patient (LPS), by PS3.3 C.7.6.2.1.1."""
    header = slice_.header
    orientation = np.array(header.orientation)
    return (
        np.array(header.position)
        + orientation[:3] * header.spacing[1] * column
        + orientation[3:] * header.spacing[0] * row
    )


@pytest.mark.parametrize("name", ["brain.nii", "brain.nii.gz", "brain.NII"])
def test_a_volume_becomes_three_series_in_radiological_orientation(write, name):
    study = study_of(write(name=name))
    assert [(s.plane, len(s)) for s in study.series] == [
        ("axial", 7), ("coronal", 6), ("sagittal", 5),
    ]  # fmt: skip
    assert [s.description for s in study.series] == [
        "brain axial", "brain coronal", "brain sagittal",
    ]  # fmt: skip
    for series in study.series:
        assert orientation_letters(series.slices[0].orientation) == LETTERS[series.plane]
        assert series.notes == ()
    assert [s.pixel_spacing for s in study.series] == [(2, 1), (3, 1), (3, 2)]
    assert [s.slice_spacing for s in study.series] == [3, 2, 1]


AXES = [
    (order, signs)
    for order in itertools.permutations(range(3))
    for signs in itertools.product((1, -1), repeat=3)
]


@pytest.mark.parametrize(("order", "signs"), AXES)
def test_every_voxel_lies_where_the_affine_puts_it(write, order, signs):
    affine = np.zeros((4, 4))
    for axis, (to, sign) in enumerate(zip(order, signs, strict=True)):
        affine[to, axis] = sign * (1.0, 1.5, 2.5)[axis]
    affine[:3, 3], affine[3, 3] = (-10, 20, 5), 1
    inverse = np.linalg.inv(affine)
    for slice_ in middle(write(affine=affine)):
        for row, column in ((0, 0), (1, 3), (slice_.header.rows - 1, slice_.header.columns - 1)):
            ras = patient_point(slice_, row, column) * (-1, -1, 1)
            voxel = np.rint(inverse[:3, :3] @ ras + inverse[:3, 3]).astype(int)
            assert slice_.pixels[row, column] == VALUES[tuple(voxel)]


def test_an_oblique_volume_keeps_its_tilt(write):
    angle = np.radians(10)
    affine = np.eye(4)
    affine[1:3, 1:3] = [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
    axial = study_of(write(affine=affine)).series[0]
    assert axial.plane == "axial"
    down = (np.cos(angle), -np.sin(angle))  # the axis that rises to the front sinks to the back
    assert axial.slices[0].orientation[4:] == pytest.approx(down, abs=1e-6)
    assert axial.slice_spacing == pytest.approx(1)


def test_the_planes_of_a_volume_share_a_space_and_those_of_another_do_not(write):
    spaces = [
        {h.frame_of_reference_uid for s in study_of(write(name=name)).series for h in s.slices}
        for name in ("one.nii", "two.nii")
    ]
    assert [len(space) for space in spaces] == [1, 1]
    assert None not in spaces[0]
    assert spaces[0] != spaces[1]


def test_slices_stand_from_the_feet_to_the_head(write):
    flipped = np.diag([1.0, 1.0, -2.0, 1.0])
    axial = study_of(write(affine=flipped)).series[0]
    places = [position_along_normal(header) for header in axial.slices]
    assert places == sorted(places)
    assert len({header.key for header in axial.slices}) == 7


def test_the_frames_of_the_planes_do_not_collide(write):
    keys = [h.key for s in study_of(write()).series for h in s.slices]
    assert len(set(keys)) == 5 + 6 + 7


def test_slope_intercept_and_display_range_are_obeyed(tmp_path):
    image = nibabel.Nifti1Image(VALUES, np.eye(4))
    image.header.set_slope_inter(2.0, -100.0)
    image.header["cal_max"] = 50
    path = tmp_path / "scaled.nii"
    nibabel.save(image, path)
    data = nibabel.load(path).get_fdata()
    axial = middle(path)[0]
    np.testing.assert_allclose(np.sort(axial.pixels, axis=None), np.sort(data[..., 3], axis=None))
    assert (axial.windows[0].center, axial.windows[0].width) == (25, 50)


def test_nifti_2_is_read_as_well(write):
    for name in ("two.nii", "two.nii.gz"):
        assert len(study_of(write(kind=nibabel.Nifti2Image, name=name)).series) == 3


def test_microns_are_told_from_millimetres(write):
    series = study_of(write(affine=np.diag([900.0, 900.0, 900.0, 1.0]), xyzt_units=3)).series[0]
    assert series.pixel_spacing == pytest.approx((0.9, 0.9))


def test_without_a_stated_orientation_no_letters_are_claimed(write):
    study = study_of(write(qform_code=0, sform_code=0, name="a.nii"))
    assert [s.description for s in study.series] == [
        "a across axis 3", "a across axis 2", "a across axis 1",
    ]  # fmt: skip
    assert all(s.plane == "" and s.slices[0].position is None for s in study.series)
    assert "Its slices have no positions" in study.series[0].notes[0]
    assert study.series[0].pixel_spacing == (2, 1)


def test_a_single_slice_is_no_three_planes(write):
    (series,) = study_of(write(VALUES[..., :1])).series
    assert (series.plane, len(series)) == ("axial", 1)


def test_of_several_volumes_the_first_is_shown_and_said(write):
    data = np.stack([VALUES, VALUES + 1000], axis=-1)
    path = write(data)
    opened = open_paths([path])
    assert "holds 2 volumes" in opened.problems[0].message
    assert opened.slice_count == 18
    assert read_slice(opened.studies[0].series[0].slices[0]).pixels.max() < 1000


def test_volumes_of_one_folder_are_one_study_apart_from_its_pictures(write, tmp_path):
    from PIL import Image

    write(name="T1.nii"), write(name="T2.nii")
    Image.fromarray(np.zeros((4, 4), dtype=np.uint8)).save(tmp_path / "a.png")
    studies = open_paths([tmp_path]).studies
    assert sorted(len(study.series) for study in studies) == [1, 6]


def test_a_volume_too_large_for_memory_is_read_cut_by_cut(write, monkeypatch):
    path = write(name="large.nii")
    whole = [slice_.pixels for slice_ in middle(path)]
    nifti._recent.clear()
    monkeypatch.setattr(nifti, "LARGEST_VOLUME", 100)
    for expected, found in zip(whole, middle(path), strict=True):
        np.testing.assert_array_equal(found.pixels, expected)
    assert not nifti._recent


def test_no_more_than_two_volumes_are_held(write):
    for index in range(4):
        middle(write(name=f"{index}.nii.gz"))
    assert len(nifti._recent) == 2


def test_missing_values_become_the_smallest_of_their_cut(write):
    data = VALUES.astype(np.float32)
    data[0] = np.nan
    slice_ = middle(write(data))[0]
    assert np.isfinite(slice_.pixels).all()
    assert (slice_.pixels == slice_.pixels.min()).sum() >= 6


@pytest.mark.parametrize("bad", [np.inf, -np.inf])
def test_infinite_values_are_refused(write, problem_of, bad):
    assert "not numbers (NaN or infinite)" in problem_of(write(np.full(SHAPE, bad, np.float32)))


def test_a_slice_of_nothing_but_nan_is_refused(write, problem_of):
    assert "not numbers" in problem_of(write(np.full(SHAPE, np.nan, np.float32)))


def test_values_beyond_single_precision_are_refused(write, problem_of):
    assert "not numbers" in problem_of(write(np.full(SHAPE, 1e200)))


def test_a_truncated_volume_is_told_when_it_is_opened(write, problem_of):
    path = write(name="cut.nii")
    path.write_bytes(path.read_bytes()[:-1])
    assert "NIfTI file is damaged or incomplete (truncated)" in problem_of(path)


def test_a_truncated_packed_volume_is_told_when_it_is_looked_at(write, problem_of):
    noise = np.random.default_rng(0).integers(0, 999, (40, 40, 40), dtype=np.int16)
    path = write(noise)
    path.write_bytes(path.read_bytes()[:-20_000])
    assert "NIfTI file is damaged or incomplete (truncated)" in problem_of(path)


def test_a_packed_volume_that_claims_too_much_is_refused(write, problem_of):
    path = write(dim=[3, 16_000, 16_000, 16_000, 1, 1, 1, 1])
    assert "too large" in problem_of(path)


def test_an_absurd_side_is_refused(write, problem_of):
    path = write(dim=[3, 32_000, 4, 4, 1, 1, 1, 1])
    assert "too large: 32000 x 32000" in problem_of(path)


def test_coloured_and_complex_volumes_are_refused(write, problem_of):
    colours = np.zeros(SHAPE, dtype=[("R", "u1"), ("G", "u1"), ("B", "u1")])
    assert "colour image (RGB voxels)" in problem_of(write(colours))
    assert "not plain numbers" in problem_of(write(VALUES.astype(np.complex64)))


def test_one_of_a_pair_of_files_is_refused(tmp_path, problem_of):
    nibabel.save(nibabel.Nifti1Pair(VALUES, np.eye(4)), tmp_path / "pair.img")
    assert "in two files (.hdr and .img)" in problem_of(tmp_path / "pair.hdr")


def test_another_archive_is_called_by_its_name(tmp_path, problem_of):
    path = tmp_path / "notes.gz"
    path.write_bytes(gzip.compress(b"notes" * 1000))
    assert "This is a gzip archive" in problem_of(path)


def test_a_volume_replaced_while_open_is_told(write):
    path = write()
    header = study_of(path).series[0].slices[0]
    read_slice(header)
    write(np.zeros((4, 4, 4), dtype=np.int16))
    with pytest.raises(ImagingError, match="changed since it was opened"):
        read_slice(header)


def test_nothing_is_said_on_the_terminal(write, capfd):
    middle(write(qform_code=7, name="odd.nii"))
    assert capfd.readouterr() == ("", "")


fuzzing = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def outcome(path: Path) -> None:
    error = None
    try:
        for image in read_headers(path).images[:2]:
            read_slice(image.header)
    except ImagingError as caught:
        error = caught
    assert error is None or (str(path) in str(error) and error.remedy)


@fuzzing
@given(
    packed=st.booleans(), two=st.booleans(),
    changes=st.lists(st.tuples(st.integers(0, 360), st.integers(0, 255)), max_size=6),
    share=st.sampled_from([1.0, 1.0, 0.9, 0.5, 0.2, 0.01]),
)  # fmt: skip
def test_a_volume_with_wrong_bytes_or_cut_short_gives_images_or_a_message(
    write, packed, two, changes, share
):
    kind = nibabel.Nifti2Image if two else nibabel.Nifti1Image
    path = write(name="fuzzed.nii", kind=kind)
    data = bytearray(path.read_bytes())
    for at, value in changes:
        data[at] = value
    whole = gzip.compress(data) if packed else bytes(data)
    path.write_bytes(whole[: int(len(whole) * share)])
    outcome(path)
