"""What compressed code streams say of themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom import dcmread
from pydicom.encaps import get_frame

from braintumor_desktop.imaging.readers.encapsulated import code_stream_shape, with_whole_spectrum


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("MR_small_jp2klossless.dcm", (64, 64, 1)),
        ("MR_small_jpeg_ls_lossless.dcm", (64, 64, 1)),
        ("JPGExtended.dcm", (1024, 256, 1)),
        ("SC_rgb_jpeg_gdcm.dcm", (100, 100, 3)),
        ("SC_rgb_small_odd_jpeg.dcm", (3, 3, 3)),
        ("MR_small_RLE.dcm", None),
    ],
)
def test_the_shape_is_read_from_the_code_stream(pydicom_files, name, shape):
    dataset = dcmread(pydicom_files / name)
    assert code_stream_shape(get_frame(dataset.PixelData, 0, number_of_frames=1)) == shape


def test_a_right_scan_header_is_left_as_it_is(pydicom_files):
    dataset = dcmread(pydicom_files / "JPGExtended.dcm")
    code = get_frame(dataset.PixelData, 0, number_of_frames=1)
    assert with_whole_spectrum(code) == code


@given(st.binary(max_size=200))
def test_any_bytes_are_survived(code):
    for start in (b"", b"\xff\xd8", b"\xff\x4f\xff\x51"):
        code_stream_shape(start + code)
        with_whole_spectrum(start + code)
