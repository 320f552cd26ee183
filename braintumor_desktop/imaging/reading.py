"""Reads the pixels of one image whose header is known."""

from __future__ import annotations

from dataclasses import replace

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging.readers import reader_for
from braintumor_desktop.imaging.study import Slice, SliceHeader


def read_slice(header: SliceHeader) -> Slice:
    """Decode the pixels of one image: from its file, else from a copy of it.

    Safe to call on several threads at once.

    Raises
    ------
    ImagingError
        If the file has gone or changed since its header was read, its pixels are damaged, coloured,
        or not finite numbers, and no copy of it can be read.
    """
    try:
        return reader_for(header.file_format).read_pixels(header)
    except ImagingError:
        for copy in header.copies:
            if (found := _read_copy(copy)) is not None:
                return replace(found, header=header)
        raise


def _read_copy(copy: SliceHeader) -> Slice | None:
    """A copy's pixels; ``None`` where they cannot be read: what is told is the fault of the first.

    A broken file that was found before its sound copy must not cost the image.
    """
    try:
        return reader_for(copy.file_format).read_pixels(copy)
    except ImagingError:
        return None
