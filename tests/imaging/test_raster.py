"""PNG, JPEG and TIFF of every depth that holds grey values."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging import apply_window, open_paths, read_slice
from braintumor_desktop.imaging.readers import read_headers

RAMP = np.arange(48).reshape(6, 8)


@pytest.mark.parametrize("suffix", ["png", "tif"])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_grey_values_are_read_as_they_are(tmp_path, read_one, suffix, dtype):
    values = (RAMP * (np.iinfo(dtype).max // 47)).astype(dtype)
    path = tmp_path / f"grey.{suffix}"
    Image.fromarray(values).save(path)
    slice_ = read_one(path)
    assert slice_.pixels.dtype == np.float32
    np.testing.assert_array_equal(slice_.pixels, values)
    assert (slice_.header.rows, slice_.header.columns) == (6, 8)


@pytest.mark.parametrize("dtype", [np.int32, np.float32])
def test_a_tiff_of_32_bits_is_read(tmp_path, read_one, dtype):
    values = (RAMP - 20).astype(dtype) * dtype(3)
    path = tmp_path / "deep.tif"
    Image.fromarray(values).save(path)
    np.testing.assert_array_equal(read_one(path).pixels, values)


@pytest.mark.parametrize("compression", ["tiff_lzw", "tiff_deflate", "packbits"])
def test_a_compressed_tiff_is_read(tmp_path, read_one, compression):
    path = tmp_path / "packed.tif"
    Image.fromarray(RAMP.astype(np.uint16)).save(path, compression=compression)
    np.testing.assert_array_equal(read_one(path).pixels, RAMP)


def test_a_big_endian_tiff_is_read(tmp_path, read_one):
    path = tmp_path / "motorola.tif"
    path.write_bytes(tiff(RAMP.astype(">u2"), photometric=1))
    np.testing.assert_array_equal(read_one(path).pixels, RAMP)


def test_a_16_bit_tiff_with_white_at_zero_is_marked_inverted(tmp_path, read_one):
    path = tmp_path / "negative.tif"
    path.write_bytes(tiff(RAMP.astype("<u2"), photometric=0, order="little"))
    slice_ = read_one(path)
    assert slice_.inverted
    shown = apply_window(slice_, None)
    assert shown[0, 0] == 255
    assert shown[5, 7] == 0


def test_an_8_bit_tiff_with_white_at_zero_is_turned_over_once(tmp_path, read_one):
    path = tmp_path / "negative8.tif"
    path.write_bytes(tiff(RAMP.astype(np.uint8), photometric=0))
    shown = apply_window(read_one(path), None)
    assert shown[0, 0] == 255
    assert shown[5, 7] == 0


def tiff(values: np.ndarray, photometric: int, orientation: int = 1, order: str = "big") -> bytes:
    """A plain TIFF of one strip, written by hand (TIFF 6.0)."""
    rows, columns = values.shape
    entries = [
        (256, 3, columns), (257, 3, rows), (258, 3, values.itemsize * 8), (259, 3, 1),
        (262, 3, photometric), (273, 4, 8 + 2 + 10 * 12 + 4), (274, 3, orientation),
        (277, 3, 1), (278, 3, rows), (279, 4, values.nbytes),
    ]  # fmt: skip
    directory = len(entries).to_bytes(2, order)
    for tag, kind, value in entries:
        field = value.to_bytes(2, order) + b"\0\0" if kind == 3 else value.to_bytes(4, order)
        directory += (
            tag.to_bytes(2, order) + kind.to_bytes(2, order) + (1).to_bytes(4, order) + field
        )
    magic = b"MM\0*" if order == "big" else b"II*\0"
    return magic + (8).to_bytes(4, order) + directory + b"\0\0\0\0" + values.tobytes()


def test_a_jpeg_is_read_within_its_loss_and_marked_lossy(tmp_path, read_one):
    path = tmp_path / "grey.jpg"
    Image.fromarray((RAMP * 5).astype(np.uint8)).save(path, quality=98)
    slice_ = read_one(path)
    assert slice_.header.lossy
    np.testing.assert_allclose(slice_.pixels, RAMP * 5, atol=4)


def test_a_jpeg_in_colour_space_of_a_grey_image_is_taken_as_grey(tmp_path, read_one):
    path = tmp_path / "rgb.jpg"
    grey = np.repeat((RAMP * 5).astype(np.uint8)[..., None], 3, axis=2)
    Image.fromarray(grey).save(path, quality=80)
    assert np.abs(read_one(path).pixels - RAMP * 5).mean() < 8


@pytest.mark.parametrize("mode", ["RGB", "P", "RGBA", "LA", "PA"])
def test_equal_channels_are_taken_as_grey_without_loss(tmp_path, read_one, mode):
    path = tmp_path / "grey.png"
    image = Image.fromarray((RAMP * 5).astype(np.uint8)).convert(mode)
    image.save(path if mode != "PA" else path.with_suffix(".tif"))
    found = path if mode != "PA" else path.with_suffix(".tif")
    np.testing.assert_array_equal(read_one(found).pixels, RAMP * 5)


def test_one_bit_images_are_black_and_white(tmp_path, read_one):
    path = tmp_path / "mask.png"
    Image.fromarray(RAMP > 20).save(path)
    np.testing.assert_array_equal(read_one(path).pixels, np.where(RAMP > 20, 255, 0))


def test_what_is_transparent_is_black(tmp_path, read_one):
    path = tmp_path / "alpha.png"
    grey = np.full((2, 3), 200, dtype=np.uint8)
    alpha = np.array([[0, 255, 51], [0, 255, 51]], dtype=np.uint8)
    Image.merge("LA", (Image.fromarray(grey), Image.fromarray(alpha))).save(path)
    assert read_one(path).pixels.tolist() == [[0, 200, 40], [0, 200, 40]]


def test_colour_that_cannot_be_seen_does_not_count(tmp_path, read_one):
    pixels = np.zeros((4, 4, 4), dtype=np.uint8)
    pixels[:2] = (255, 0, 0, 0)
    pixels[2:] = (90, 90, 90, 255)
    path = tmp_path / "hidden.png"
    Image.fromarray(pixels).save(path)
    assert read_one(path).pixels[:, 0].tolist() == [0, 0, 90, 90]


def test_a_grey_image_with_a_coloured_map_on_it_is_refused(tmp_path):
    pixels = np.repeat(np.full((50, 50, 1), 100, dtype=np.uint8), 3, axis=2)
    pixels[:10, :10] = (255, 30, 0)
    path = tmp_path / "overlay.png"
    Image.fromarray(pixels).save(path)
    header = open_paths([path]).studies[0].series[0].slices[0]
    with pytest.raises(ImagingError, match=r"colour image \(4.0% of its pixels are coloured\)"):
        read_slice(header)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["jpg", "png", "tif"])
def test_the_orientation_of_a_file_is_obeyed_in_header_and_pixels(
    tmp_path, read_one, suffix, orientation
):
    values = np.kron(RAMP * 5, np.ones((8, 8))).astype(np.uint8)
    path = tmp_path / f"turned.{suffix}"
    exif = Image.Exif()
    exif[0x0112] = orientation
    if suffix == "tif":
        path.write_bytes(tiff(values, photometric=1, orientation=orientation))
    else:
        Image.fromarray(values).save(path, exif=exif, quality=98)
    plain = Image.fromarray(values)
    plain.getexif()[0x0112] = orientation
    expected = np.asarray(ImageOps.exif_transpose(plain), dtype=np.float32)
    slice_ = read_one(path)
    assert slice_.pixels.shape == expected.shape
    np.testing.assert_allclose(slice_.pixels, expected, atol=6 if suffix == "jpg" else 0)


def test_headers_of_a_png_are_read_without_decoding_it(tmp_path, monkeypatch):
    from PIL import ImageFile

    path = tmp_path / "grey.png"
    Image.fromarray(RAMP.astype(np.uint8)).save(path)

    def decoded(_image) -> None:
        raise AssertionError("pixels were decoded")

    monkeypatch.setattr(ImageFile.ImageFile, "load", decoded)
    assert read_headers(path).images[0].header.rows == 6


def test_the_pages_of_a_tiff_are_slices_in_their_order(tmp_path):
    pages = [Image.fromarray(np.full((4, 5), v, dtype=np.uint8)) for v in (7, 8, 9)]
    path = tmp_path / "stack.tif"
    pages[0].save(path, save_all=True, append_images=pages[1:])
    (series,) = open_paths([path]).studies[0].series
    assert [int(read_slice(h).pixels[0, 0]) for h in series.slices] == [7, 8, 9]


def test_the_density_of_a_file_is_no_spacing(tmp_path):
    path = tmp_path / "print.png"
    Image.fromarray(RAMP.astype(np.uint8)).save(path, dpi=(300, 300))
    assert read_headers(Path(path)).images[0].header.spacing is None
