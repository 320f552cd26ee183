"""The readers, one module a family of formats, and the choice between them by content.

Each reader module offers the same two names: ``read_headers(file, path) -> Contents`` and
``read_pixels(header) -> Slice``.  The extension of a file's name is never asked.  A reader, and
with it pydicom, nibabel or Pillow, is imported when its first file is met.
"""

from __future__ import annotations

import zlib
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging.access import KNOWN_FORMATS, opened
from braintumor_desktop.imaging.contents import Contents
from braintumor_desktop.imaging.study import Slice, SliceHeader

READERS = {
    "DICOM": "dicom",
    "NIfTI": "nifti",
    "PNG": "raster",
    "JPEG": "raster",
    "TIFF": "raster",
}
"""Format -> module of this package that reads it."""

_HEAD = 352  # bytes: a DICOM preamble with its prefix, and the magic of NIfTI at 344
_PACKED_HEAD = 4096  # bytes of a gzip archive that surely unpack to as many
_GZIP = b"\x1f\x8b"
_NIFTI = {344: (b"n+1\0", b"ni1\0"), 4: (b"n+2\0", b"ni2\0")}
_SIGNATURES = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"II+\x00": "TIFF",
    b"MM\x00+": "TIFF",
}
_STRANGERS = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"GIF8": "a GIF image",
    b"BM": "a BMP image",
    b"\x89HDF": "an HDF5 file",
    b"MATLAB": "a MATLAB file",
    b"{": "a text file",
    b"<": "a text file",
}


class Reader(Protocol):
    """What a reader module offers."""

    def read_headers(self, file: BinaryIO, path: Path) -> Contents:
        """What the file holds, without decoding pixels; ``file`` stands at its beginning."""

    def read_pixels(self, header: SliceHeader) -> Slice:
        """One image with its pixels."""


def reader_for(file_format: str) -> Reader:
    """The reader module of a format; ``KeyError`` where there is none."""
    return cast("Reader", import_module(f"{__name__}.{READERS[file_format]}"))


def read_headers(path: Path) -> Contents:
    """What a file holds, by its content.

    Raises
    ------
    ImagingError
        If it cannot be read, or is not an image of a known format.
    """
    with opened(path) as file:
        head = file.read(_HEAD)
        if head.startswith(_GZIP):
            head += file.read(_PACKED_HEAD)
        file.seek(0)
        file_format = recognise(head)
        if file_format is None:
            raise _not_an_image(head, path)
        return reader_for(file_format).read_headers(file, path)


def recognise(head: bytes) -> str | None:
    """The format that a file's first bytes show, or ``None``.

    A DICOM file without preamble is known by a first element of group 2 or 8 (PS3.10 7.1).
    """
    if head[128:132] == b"DICM":
        return "DICOM"
    unpacked = _unpacked(head) if head.startswith(_GZIP) else head
    if any(unpacked[at : at + 4] in magic for at, magic in _NIFTI.items()):
        return "NIfTI"
    for signature, file_format in _SIGNATURES.items():
        if head.startswith(signature):
            return file_format
    if head[:2] in (b"\x02\x00", b"\x08\x00") and head[3:4] == b"\x00" and len(head) > 8:
        return "DICOM"
    if head[:2] in (b"\x00\x02", b"\x00\x08") and head[2:3] == b"\x00" and len(head) > 8:
        return "DICOM"
    return None


def _unpacked(head: bytes) -> bytes:
    """The first bytes of what is in a gzip archive; nothing where it is damaged."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, _HEAD)
    except zlib.error:
        return b""


def _not_an_image(head: bytes, path: Path) -> ImagingError:
    if not head:
        return ImagingError("The file is empty.", path=path, remedy="Copy it again.")
    stranger = next((name for magic, name in _STRANGERS.items() if head.startswith(magic)), None)
    if stranger is None and all(32 <= byte < 127 or byte in b"\t\r\n" for byte in head):
        stranger = "a text file"
    what = f"This is {stranger}, not" if stranger else "This is not"
    return ImagingError(f"{what} an image that the program reads.", path=path, remedy=KNOWN_FORMATS)
