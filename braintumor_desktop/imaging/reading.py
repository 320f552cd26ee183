"""Reads the pixels of one image whose header is known."""

from __future__ import annotations

from braintumor_desktop.imaging.readers import reader_for
from braintumor_desktop.imaging.study import Slice, SliceHeader


def read_slice(header: SliceHeader) -> Slice:
    """Decode the pixels of one image.

    Safe to call on several threads at once.

    Raises
    ------
    ImagingError
        If the file has gone or changed since its header was read, its pixels are damaged, coloured,
        or not finite numbers.
    """
    return reader_for(header.file_format).read_pixels(header)
