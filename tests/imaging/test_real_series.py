"""Real series and odd files of other scanners (not part of the repository)."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from braintumor_desktop.imaging import apply_window, open_paths, position_along_normal, read_slice

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
    assert all("text file" in problem.message for problem in opened.problems)
    assert opened.slice_count > 330
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
    (series,) = opened.studies[0].series
    assert len(series) == 64
    steps = np.diff([position_along_normal(header) for header in series.slices])
    assert np.all(steps >= -1e-6)
    assert series.slices[0].spacing == (4, 4)
