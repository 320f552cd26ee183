"""Real series and odd files of other scanners (not part of the repository)."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from braintumor_desktop.imaging import (
    apply_window,
    open_paths,
    position_along_normal,
    rank_series,
    read_slice,
)

pytestmark = pytest.mark.data


@pytest.fixture
def dicom_folder(data_folder):
    return data_folder / "dicom"


def test_a_study_with_gaps_is_one_series_in_the_order_of_its_positions(dicom_folder):
    opened = open_paths([dicom_folder / "t1_series"])
    assert opened.problems == ()
    (series,) = opened.studies[0].series
    assert len(series) == 128
    assert series.plane == "axial"
    positions = [position_along_normal(header) for header in series.slices]
    assert all(a < b for a, b in pairwise(positions))


def test_every_image_of_every_scanner_is_decoded_and_shown(dicom_folder):
    names = ["wg04", "enh", "philips", "siemens_dcm_qa", "ge_epi", "pydicom_data"]
    opened = open_paths([dicom_folder / name for name in names])
    kinds = ("text file", "This is a mosaic")
    assert all(any(k in problem.message for k in kinds) for problem in opened.problems)
    assert opened.slice_count > 250
    for study in opened.studies:
        for series in study.series:
            for header in (series.slices[0], series.slices[len(series) // 2]):
                slice_ = read_slice(header)
                shown = apply_window(slice_, None)
                assert shown.shape == slice_.pixels.shape == (header.rows, header.columns)


@pytest.mark.parametrize("name", ["MR1", "MR2", "MR3", "MR4"])
def test_all_lossless_compressions_of_one_image_give_the_same_pixels(dicom_folder, name):
    def pixels(syntax: str) -> np.ndarray:
        (path,) = (dicom_folder / "wg04").rglob(f"{name}_{syntax}")
        opened = open_paths([path])
        return read_slice(opened.studies[0].series[0].slices[0]).pixels

    reference = pixels("RLE")
    for syntax in ("J2KR", "JLSL", "JPLL"):
        np.testing.assert_array_equal(pixels(syntax), reference)
    spread = reference.max() - reference.min()
    for syntax in ("JLSN", "JPLY"):  # J2KI is squeezed 200 to 1 and shows it
        assert np.abs(pixels(syntax) - reference).mean() < 0.02 * spread


def test_enhanced_frames_lie_one_slice_apart(dicom_folder):
    opened = open_paths([dicom_folder / "enh" / "IM_0027_fMAP.dcm"])
    echoes = opened.studies[0].series
    assert [(len(series), series.part) for series in echoes] == [
        (32, "field map, echo 1 (TE 0 ms)"), (32, "magnitude, echo 2 (TE 1.52 ms)"),
    ]  # fmt: skip
    for series in echoes:
        steps = np.diff([position_along_normal(header) for header in series.slices])
        np.testing.assert_allclose(steps, 4, atol=1e-4)
        assert series.pixel_spacing == (4, 4)
        assert series.slice_spacing == pytest.approx(4)


@pytest.mark.parametrize("name", ["enh", "ge_epi", "philips"])
def test_no_field_map_and_no_functional_series_of_a_scanner_is_proposed(dicom_folder, name):
    for study in open_paths([dicom_folder / name]).studies:
        for choice in rank_series(study):
            assert not choice.worth, choice.reason


def test_the_gaps_of_a_thinned_series_are_counted(dicom_folder):
    (series,) = open_paths([dicom_folder / "t1_series"]).studies[0].series
    assert len(series.missing_positions) == 63
    assert series.slice_spacing == pytest.approx(4 / 3)
    assert "63 slices are missing: the distance between slices is 1.333 mm, with gaps." in (
        series.notes
    )


def test_siemens_mosaics_are_refused_one_by_one(dicom_folder):
    opened = open_paths([dicom_folder / "siemens_dcm_qa"])
    mosaics = [p for p in opened.problems if "all slices of a volume as tiles" in p.message]
    assert len(mosaics) > 30
    assert opened.slice_count == 0
