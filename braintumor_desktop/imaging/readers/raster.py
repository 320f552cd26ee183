"""Reads PNG, JPEG and TIFF: grey images of 1, 8, 16 and 32 bits; pages of a TIFF are slices.

- RGB and palette images whose channels are equal, or nearly (JPEG), are taken as grey by their luma
  (ITU-R BT.601); truly coloured ones are refused when they are looked at, since only their pixels
  show it.
- Alpha is laid over black.  An EXIF or TIFF orientation is always obeyed, in the header and in the
  pixels, so that an image stands as every other program shows it.
- No spacing is taken from the density of a file (pHYs, JFIF, TIFF resolution): it describes paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging.access import (
    LARGEST_SIDE,
    MOST_FRAMES,
    check_size,
    colour_refused,
    file_changed,
    file_stamp,
    opened,
)
from braintumor_desktop.imaging.contents import Contents, FoundImage
from braintumor_desktop.imaging.quiet import quieten
from braintumor_desktop.imaging.study import Slice, SliceHeader

_FORMATS = ("PNG", "JPEG", "TIFF")
_ORIENTATION = 0x0112
_EXIF_KEYS = {"exif", "Raw profile type exif"}
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_PHOTOMETRIC = 262
_COMPRESSION = 259
_TIFF_JPEG = {6, 7, 34712}  # old JPEG, JPEG, JPEG 2000
_GREY_MODES = {"L", "I", "F", "I;16", "I;16L", "I;16B", "I;16N"}
_COLOURED_SPREAD = 40  # a pixel whose channels differ by more is coloured
_COLOURED_SHARE = 0.005  # an image is coloured from this share of coloured pixels

# Pillow warns and refuses at sizes of its own; the limit here is checked before pixels are read.
Image.MAX_IMAGE_PIXELS = LARGEST_SIDE**2


def read_headers(file: BinaryIO, path: Path) -> Contents:
    """The images of a PNG, JPEG or TIFF file (its pages), without decoding pixels.

    Raises
    ------
    ImagingError
        If the file is damaged, or an image has no pixels or too many.
    """
    stamp = file_stamp(file)
    with _image(file, path) as image:
        pages = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
        if pages > MOST_FRAMES:
            raise _damaged(path)
        return Contents(images=tuple(_header(image, path, page, stamp) for page in range(pages)))


def read_pixels(header: SliceHeader) -> Slice:
    """Decode one image.

    Raises
    ------
    ImagingError
        If the file has gone or changed, is damaged, coloured, or holds NaN or infinite values.
    """
    path = header.path
    with opened(path, header.stamp) as file, _image(file, path) as image:
        if header.frame:
            image.seek(header.frame)
        width, height = _size(image)
        check_size(height, width, path)
        inverted = _white_is_zero(image)
        pixels = _grey(_upright(image), path)
    if pixels.shape != (header.rows, header.columns):
        raise file_changed(path)
    if not np.isfinite(pixels.sum(dtype=np.float64)):
        raise ImagingError(
            "The image holds values that are not numbers (NaN or infinite).",
            path=path,
            remedy="Export it again from its source.",
        )
    return Slice(header=header, pixels=pixels, inverted=inverted)


@contextmanager
def _image(file: BinaryIO, path: Path) -> Iterator[Image.Image]:
    """The file as Pillow sees it; whatever Pillow raises on damage is told as an ImagingError."""
    quieten()
    try:
        with Image.open(file, formats=_FORMATS) as image:
            yield image
    except ImagingError:
        raise
    except Image.DecompressionBombError as failure:
        raise ImagingError(
            f"The image is too large: more than {LARGEST_SIDE} x {LARGEST_SIDE} pixels.",
            path=path,
            remedy="Export it at its original matrix size.",
        ) from failure
    except Exception as failure:  # hostile bytes raise almost anything inside a parser
        if isinstance(failure, OSError) and failure.errno is not None:
            raise
        raise _damaged(path) from failure


def _damaged(path: Path) -> ImagingError:
    return ImagingError(
        "The image file is damaged or incomplete, or of a kind that cannot be read.",
        path=path,
        remedy="Copy it again from its source, or save it as an 8 or 16 bit grey PNG.",
    )


def _header(image: Image.Image, path: Path, page: int, stamp: tuple[int, int]) -> FoundImage:
    if page:
        image.seek(page)
    width, height = _size(image)
    check_size(height, width, path)
    file_format = str(image.format)
    lossy = file_format == "JPEG" or _tiff_tag(image, _COMPRESSION) in _TIFF_JPEG
    return FoundImage(
        SliceHeader(
            path=path,
            rows=height,
            columns=width,
            file_format=file_format,
            frame=page,
            lossy=lossy,
            stamp=stamp,
        )
    )


def _size(image: Image.Image) -> tuple[int, int]:
    """(width, height) as shown, after the file's orientation."""
    width, height = image.size
    if image.format == "TIFF":  # Pillow's releases differ in when they turn the size
        width, height = int(_tiff_tag(image, 256) or 0), int(_tiff_tag(image, 257) or 0)
    orientation = _orientation(image)
    return (height, width) if orientation in {5, 6, 7, 8} else (width, height)


def _orientation(image: Image.Image) -> int:
    if image.format == "TIFF":
        return _tiff_tag(image, _ORIENTATION) or 1
    if image.format == "PNG" and not _EXIF_KEYS & set(image.info):
        return 1  # Pillow would decode the pixels to look for EXIF data behind them
    found = image.getexif().get(_ORIENTATION, 1)
    return found if isinstance(found, int) else 1


def _tiff_tag(image: Image.Image, tag: int) -> int | None:
    found = image.tag_v2.get(tag) if hasattr(image, "tag_v2") else None
    return found if isinstance(found, int) else None


def _white_is_zero(image: Image.Image) -> bool:
    """Pillow turns WhiteIsZero over for up to 8 bits, and leaves it to us above."""
    return _tiff_tag(image, _PHOTOMETRIC) == 0 and image.mode not in {"1", "L"}


def _upright(image: Image.Image) -> Image.Image:
    if image.format == "TIFF":
        image.load()  # which obeys the orientation
        return image
    turn = _TURNS.get(_orientation(image))
    return image if turn is None else image.transpose(turn)


def _grey(image: Image.Image, path: Path) -> NDArray[np.float32]:
    """(H, W) float32 grey values; colour is refused."""
    if image.mode == "1":
        image = image.convert("L")
    if image.mode in _GREY_MODES:
        return np.asarray(image).astype(np.float32)
    if image.mode in {"LA", "La"}:
        return _over_black(image.convert("LA"))
    has_alpha = image.mode in {"PA", "RGBA", "RGBa"} or "transparency" in image.info
    colours = image.convert("RGBA" if has_alpha else "RGB")
    _check_grey(colours, path)
    if has_alpha:
        return _over_black(colours.convert("LA"))
    return np.asarray(colours.convert("L")).astype(np.float32)


def _over_black(image: Image.Image) -> NDArray[np.float32]:
    values = np.asarray(image).astype(np.float32)
    return np.rint(values[..., 0] * values[..., 1] / np.float32(255))


def _check_grey(image: Image.Image, path: Path) -> None:
    channels = np.asarray(image)
    colours = channels[..., :3]
    spread = colours.max(axis=2) - colours.min(axis=2)
    coloured = spread > _COLOURED_SPREAD
    if channels.shape[2] == 4:
        coloured &= channels[..., 3] > 0
    share = float(coloured.mean())
    if share > _COLOURED_SHARE:
        raise colour_refused(path, f"{share:.1%} of its pixels are coloured")
