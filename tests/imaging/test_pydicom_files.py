"""Every real file that pydicom ships, in every transfer syntax, against pydicom's own decoding."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.pixels import apply_modality_lut

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging import open_paths, read_slice
from braintumor_desktop.imaging.readers import read_headers

pytestmark = pytest.mark.usefixtures("pydicom_files")  # which silences pydicom

FOLDER = Path(pydicom.__file__).parent / "data" / "test_files"
NO_PIXELS = "has no pixel data"
TEXT = "This is a text file"
DAMAGED_START = "not a DICOM file, or one that is damaged at its beginning"

# what is told of each file that is no grey image; everything else must open and decode
REFUSED = {
    "ExplVR_BigEndNoMeta.dcm": NO_PIXELS,
    "ExplVR_LitEndNoMeta.dcm": NO_PIXELS,
    "MR_truncated.dcm": "8130 bytes of pixel data where 8192 are needed",
    "README": TEXT,
    "README.txt": TEXT,
    "UN_sequence.dcm": DAMAGED_START,
    "crayons.icc": "This is not an image",
    "empty_charset_LEI.dcm": NO_PIXELS,
    "meta_missing_tsyntax.dcm": "no pixels: its size is 0 x 0",
    "nested_priv_SQ.dcm": "no pixels: its size is 0 x 0",
    "no_meta.dcm": "This is not an image",
    "no_meta_group_length.dcm": NO_PIXELS,
    "priv_SQ.dcm": DAMAGED_START,
    "reportsi.dcm": r"no pixel data \(Basic Text SR Storage\)",
    "reportsi_with_empty_number_tags.dcm": r"no pixel data \(Basic Text SR Storage\)",
    "rtplan.dcm": r"no pixel data \(RT Plan Storage\)",
    "rtplan.dump": TEXT,
    "rtplan_truncated.dcm": r"no pixel data \(RT Plan Storage\)",
    "rtstruct.dcm": r"no pixel data \(RT Structure Set Storage\)",
    "rtstruct.dump": TEXT,
    "test-SR.dcm": r"no pixel data \(Comprehensive SR Storage\)",
    "test1.json": TEXT,
    "test_PN.json": TEXT,
    "waveform_ecg.dcm": r"no pixel data \(12-lead ECG Waveform Storage\)",
    "zipMR.gz": "This is a gzip archive",
    "DICOMDIR-empty.dcm": "lists no images",
}
COLOUR = {
    "ExplVR_BigEnd.dcm",
    "GDCMJ2K_TextGBR.dcm",
    "SC_ybr_full_422_uncompressed.dcm",
    "examples_jpeg2k.dcm",
    "examples_palette.dcm",
    "examples_rgb_color.dcm",
    "examples_ybr_color.dcm",
}
UNDECODABLE = {"JPEG2000-embedded-sequence-delimiter.dcm"}  # written over with a delimiter
REPAIRED = {"JPEG-lossy.dcm"}  # pydicom and its codecs refuse its scan header


def kind(path: Path) -> str:
    if path.name in COLOUR or path.name.startswith(("SC_rgb", "SC_jpeg")):
        return "colour"
    if path.name in REFUSED or path.name.startswith("IM0000"):
        return "refused"
    if path.name.startswith("DICOMDIR"):
        return "directory"
    if path.name in UNDECODABLE | REPAIRED:
        return "special"
    return "image"


FILES = sorted(path for path in FOLDER.rglob("*") if path.is_file())


def files(*kinds: str) -> list[object]:
    return [
        pytest.param(path, id=str(path.relative_to(FOLDER)))
        for path in FILES
        if kind(path) in kinds
    ]


def expected_pixels(path: Path, frame: int) -> np.ndarray:
    """pydicom's decoding and Modality LUT; padding replaced as the contract of Slice says."""
    dataset = pydicom.dcmread(path, force=True)
    if "NumberOfFrames" in dataset and not str(dataset.NumberOfFrames).isdecimal():
        dataset.NumberOfFrames = 1
    stored = dataset.pixel_array
    stored = stored[frame] if stored.ndim == 3 else stored
    values = apply_modality_lut(stored, dataset).astype(np.float64)
    if "PixelPaddingValue" in dataset:
        padding = stored == dataset.PixelPaddingValue
        values[padding] = values[~padding].min()
    return values


@pytest.mark.parametrize("path", files("image"))
def test_an_image_is_decoded_as_pydicom_decodes_it(path):
    images = read_headers(path).images
    assert images
    for image in (images[0], images[-1]):
        header = image.header
        slice_ = read_slice(header)
        assert slice_.pixels.dtype == np.float32
        assert slice_.pixels.shape == (header.rows, header.columns)
        expected = expected_pixels(path, header.frame)
        np.testing.assert_allclose(slice_.pixels, expected, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("path", files("colour"))
def test_a_colour_image_is_refused_with_the_reason(path):
    with pytest.raises(ImagingError, match="This is a colour image") as caught:
        read_headers(path)
    assert path.name in str(caught.value)


@pytest.mark.parametrize("path", files("refused"))
def test_what_is_no_image_is_refused_in_words(path):
    expected = REFUSED.get(path.name, r"no pixel data \(CT Image Storage\)")
    with pytest.raises(ImagingError, match=expected) as caught:
        read_headers(path)
    assert caught.value.remedy
    assert path.name in str(caught.value)


@pytest.mark.parametrize("path", files("directory"))
def test_a_dicomdir_leads_to_images_that_exist(path):
    contents = read_headers(path)
    assert contents.images == ()
    assert contents.referenced
    assert all(file.is_file() for file in contents.referenced)


def test_a_wrong_scan_header_is_put_right(pydicom_files):
    (image,) = read_headers(pydicom_files / "JPEG-lossy.dcm").images
    fixed = pydicom.dcmread(pydicom_files / "JPGExtended.dcm").pixel_array
    np.testing.assert_array_equal(read_slice(image.header).pixels, fixed)


def test_pixels_that_cannot_be_decoded_name_their_transfer_syntax(pydicom_files):
    (image,) = read_headers(pydicom_files / "JPEG2000-embedded-sequence-delimiter.dcm").images
    with pytest.raises(ImagingError, match=r"JPEG 2000 Image Compression\) cannot be decoded"):
        read_slice(image.header)


def test_all_transfer_syntaxes_that_pydicom_ships_are_among_the_images():
    syntaxes = {
        image.header.transfer_syntax
        for path in FILES
        if kind(path) in {"image", "special"}
        for image in read_headers(path).images[:1]
    }
    names = {pydicom.uid.UID(syntax).name.split(",")[0] for syntax in syntaxes}
    assert names >= {
        "Implicit VR Little Endian",
        "Explicit VR Little Endian",
        "Explicit VR Big Endian",
        "Deflated Explicit VR Little Endian",
        "JPEG Extended (Process 2 and 4)",
        "JPEG-LS Lossless Image Compression",
        "JPEG-LS Lossy (Near-Lossless) Image Compression",
        "JPEG 2000 Image Compression (Lossless Only)",
        "JPEG 2000 Image Compression",
        "RLE Lossless",
    }


def test_the_whole_folder_opens_although_half_of_it_is_no_image(pydicom_files):
    opened = open_paths([pydicom_files])
    refused = [path for path in FILES if kind(path) in {"colour", "refused"}]
    assert len(opened.problems) == len(refused)
    assert opened.slice_count > 50
    assert all(problem.path.name in problem.message for problem in opened.problems)
