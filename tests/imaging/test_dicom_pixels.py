"""Stored values become modality units: bits, sign, padding, rescale, LUTs, windows."""

from __future__ import annotations

import numpy as np
import pytest
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLSLossless,
    RLELossless,
)

from braintumor_desktop.imaging import Window, apply_window


def table(first: int, outputs: list[int], bits: int = 16) -> Sequence:
    item = Dataset()
    item.add_new("LUTDescriptor", "US" if first >= 0 else "SS", [len(outputs), first, bits])
    item.add_new("LUTData", "US", outputs)
    return Sequence([item])


@pytest.mark.parametrize("dtype", [np.uint8, np.int8, np.uint16, np.int16, np.uint32, np.int32])
def test_every_width_and_sign_is_read(write_dicom, read_one, dtype):
    info = np.iinfo(dtype)
    pixels = np.array([[info.min, 0], [info.max, 1]], dtype=dtype)
    slice_ = read_one(write_dicom(pixels=pixels))
    assert slice_.pixels.dtype == np.float32
    np.testing.assert_array_equal(slice_.pixels, pixels.astype(np.float32))


@pytest.mark.parametrize(
    "syntax", [ImplicitVRLittleEndian, ExplicitVRLittleEndian, DeflatedExplicitVRLittleEndian]
)
def test_every_plain_syntax_is_read(write_dicom, read_one, syntax):
    assert read_one(write_dicom(TransferSyntaxUID=syntax)).pixels[5, 7] == 47


@pytest.mark.parametrize("syntax", [RLELossless, JPEGLSLossless, JPEG2000Lossless])
@pytest.mark.parametrize("dtype", [np.uint16, np.int16])
def test_lossless_compression_gives_the_same_pixels(write_dicom, read_one, syntax, dtype):
    import pydicom

    pixels = np.random.default_rng(1).integers(0, 2000, (72, 80)).astype(dtype)
    if dtype is np.int16:
        pixels -= 1000
    path = write_dicom(pixels=pixels)
    dataset = pydicom.dcmread(path)
    dataset.compress(syntax, generate_instance_uid=False)
    dataset.save_as(path)
    np.testing.assert_array_equal(read_one(path).pixels, pixels)


def test_what_lies_in_the_unused_bits_is_masked(write_dicom, read_one):
    pixels = np.array([[0xF005, 0x8FFF]], dtype=np.uint16)  # overlays above 12 stored bits
    slice_ = read_one(write_dicom(pixels=pixels, BitsStored=12, HighBit=11))
    assert slice_.pixels.tolist() == [[5, 4095]]


def test_the_sign_is_that_of_the_highest_stored_bit(write_dicom, read_one):
    pixels = np.array([[0x0FFF, 0x7801]], dtype=np.int16)
    slice_ = read_one(write_dicom(pixels=pixels, BitsStored=12, HighBit=11))
    assert slice_.pixels.tolist() == [[-1, -2047]]


def test_a_high_bit_at_the_top_shifts_the_value_down(write_dicom, read_one):
    pixels = np.array([[0x0FF5, 0xFFF3]], dtype=np.uint16)  # the low four bits are not the pixel's
    slice_ = read_one(write_dicom(pixels=pixels, BitsStored=12, HighBit=15))
    assert slice_.pixels.tolist() == [[255, 4095]]


def test_rescale_gives_modality_units(write_dicom, read_one):
    pixels = np.array([[0, 100]], dtype=np.int16)
    slice_ = read_one(write_dicom(pixels=pixels, RescaleSlope="2.5", RescaleIntercept="-1024"))
    assert slice_.pixels.tolist() == [[-1024, -774]]


def test_a_rescale_slope_of_zero_does_not_wipe_the_image(write_dicom, read_one):
    slice_ = read_one(write_dicom(RescaleSlope="0", RescaleIntercept="0"))
    assert slice_.pixels.max() == 47


def test_a_modality_lut_takes_the_place_of_rescale(write_dicom, read_one):
    pixels = np.array([[0, 10, 11, 12, 99]], dtype=np.uint16)
    slice_ = read_one(write_dicom(pixels=pixels, ModalityLUTSequence=table(10, [7, 500, 9])))
    assert slice_.pixels.tolist() == [[7, 7, 500, 9, 9]]


def test_a_broken_modality_lut_is_left_out(write_dicom, read_one):
    item = Dataset()
    item.add_new("LUTDescriptor", "US", [300, 0, 16])
    item.add_new("LUTData", "US", [1, 2, 3])
    slice_ = read_one(write_dicom(ModalityLUTSequence=Sequence([item])))
    assert slice_.pixels.max() == 47


def test_padding_becomes_the_smallest_value_that_is_not_padding(write_dicom, read_one):
    pixels = np.array([[-2000, -5, 30]], dtype=np.int16)
    slice_ = read_one(write_dicom(pixels=pixels, PixelPaddingValue=-2000, RescaleIntercept=5))
    assert slice_.pixels.tolist() == [[0, 0, 35]]


def test_a_padding_range_is_replaced_as_a_whole(write_dicom, read_one):
    pixels = np.array([[60000, 61000, 62000, 3, 9]], dtype=np.uint16)
    path = write_dicom(pixels=pixels, PixelPaddingValue=60000, PixelPaddingRangeLimit=62000)
    assert read_one(path).pixels.tolist() == [[3, 3, 3, 3, 9]]


def test_an_image_of_padding_alone_is_left_as_it_is(write_dicom, read_one):
    path = write_dicom(pixels=np.full((2, 2), 9, dtype=np.uint16), PixelPaddingValue=9)
    assert read_one(path).pixels.tolist() == [[9, 9], [9, 9]]


def test_monochrome1_is_marked_and_its_pixels_are_left_alone(write_dicom, read_one):
    slice_ = read_one(write_dicom(PhotometricInterpretation="MONOCHROME1"))
    assert slice_.inverted
    assert slice_.pixels[0, 0] == 0
    shown = apply_window(slice_, None)
    assert shown[0, 0] > shown[5, 7]


def test_all_windows_are_given_with_their_names_and_function(write_dicom, read_one):
    path = write_dicom(
        WindowCenter=[40, 300], WindowWidth=[80, 1500],
        WindowCenterWidthExplanation=["BRAIN", "BONE"], VOILUTFunction="SIGMOID",
    )  # fmt: skip
    assert read_one(path).windows == (
        Window(40, 80, "BRAIN", "SIGMOID"),
        Window(300, 1500, "BONE", "SIGMOID"),
    )


def test_a_window_of_no_width_is_left_out(write_dicom, read_one):
    assert read_one(write_dicom(WindowCenter=40, WindowWidth=0)).windows == ()


def test_a_voi_lut_is_given_from_zero_to_one(write_dicom, read_one):
    path = write_dicom(VOILUTSequence=table(10, [0, 2048, 4095], bits=12))
    first, outputs = read_one(path).voi_lut
    assert first == 10
    np.testing.assert_allclose(outputs, [0, 2048 / 4095, 1])


def test_a_voi_lut_that_starts_below_zero_is_read(write_dicom, read_one):
    pixels = np.array([[-3, 5]], dtype=np.int16)
    first, _ = read_one(write_dicom(pixels=pixels, VOILUTSequence=table(-3, [0, 1]))).voi_lut
    assert first == -3


def test_float_pixel_data_is_read(write_dicom, read_one):
    pixels = np.array([[0.5, -2.25]], dtype=np.float32)
    path = write_dicom(
        pixels=pixels, PixelData=None, FloatPixelData=pixels.tobytes(), BitsStored=None,
        HighBit=None, PixelRepresentation=None,
    )  # fmt: skip
    assert read_one(path).pixels.tolist() == [[0.5, -2.25]]
