"""pydicom's reading of a file, with damage told in words; its elements, where they make sense."""

from __future__ import annotations

import math
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import pydicom
from pydicom import config
from pydicom.dataset import Dataset
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging.quiet import quieten

# A value against the letter of the standard is common in real archives: it is taken where it can be
# read and left out where it cannot, so checking it again would only cost time.
config.settings.reading_validation_mode = config.IGNORE

PIXEL_KEYWORDS = {
    0x7FE00008: "FloatPixelData",
    0x7FE00009: "DoubleFloatPixelData",
    0x7FE00010: "PixelData",
}
_LONG_VRS = (b"OB", b"OW", b"OF", b"OD", b"UN")
UNDEFINED_LENGTH = 0xFFFFFFFF
LARGEST_INFLATED = 1 << 30  # bytes: what a deflated data set (PS3.5 A.5) may grow to
_META_HEAD = 1024  # the meta group is some hundred bytes long


@dataclass(frozen=True)
class PixelElement:
    """Where the pixel data lies in the file: keyword, VR, length in bytes, offset of the value."""

    keyword: str
    vr: str
    length: int
    offset: int


def read_dataset(file: BinaryIO, path: Path, tags: list[str] | None = None) -> Dataset:
    """Read a file up to its pixel data; ``file`` then stands at the pixel data element.

    Raises
    ------
    ImagingError
        If the file is damaged beyond reading.
    """
    quieten()
    _check_inflation(file, path)
    try:
        return pydicom.dcmread(file, stop_before_pixels=True, force=True, specific_tags=tags)
    except OSError:
        raise
    except Exception as failure:  # hostile bytes raise almost anything inside a parser
        raise damaged(path, failure) from failure


def _check_inflation(file: BinaryIO, path: Path) -> None:
    """Refuse a deflated data set that would grow beyond memory: pydicom inflates it as a whole."""
    head = file.read(_META_HEAD)
    start = 144 + int.from_bytes(head[140:144], "little")  # after the meta's group length
    if str(DeflatedExplicitVRLittleEndian).encode() in head[: max(start, 0)]:
        file.seek(start)
        inflater, size = zlib.decompressobj(-zlib.MAX_WBITS), 0
        while size <= LARGEST_INFLATED and not inflater.eof:
            chunk = inflater.unconsumed_tail or file.read(1 << 20)
            if not chunk:
                break
            try:
                size += len(inflater.decompress(chunk, 1 << 22))
            except zlib.error as failure:
                raise damaged(path, failure) from failure
        if size > LARGEST_INFLATED:
            raise ImagingError(
                f"The compressed DICOM file is too large: more than {LARGEST_INFLATED >> 20} MB.",
                path=path,
                remedy="Export it again from its source, image by image.",
            )
    file.seek(0)


def damaged(path: Path, failure: Exception) -> ImagingError:
    """The refusal of a DICOM file that cannot be taken apart."""
    return ImagingError(
        f"The DICOM file is damaged or incomplete ({type(failure).__name__}).",
        path=path,
        remedy="Copy it again from its source.",
    )


def transfer_syntax(dataset: Dataset) -> str:
    """The transfer syntax UID that the file states, or the plain one that it was read with."""
    meta = getattr(dataset, "file_meta", None)
    stated = meta.get("TransferSyntaxUID") if meta is not None else None
    if stated:
        return _printable(str(stated))
    is_implicit, is_little = dataset.original_encoding
    if is_implicit:
        return str(ImplicitVRLittleEndian)
    return str(ExplicitVRLittleEndian if is_little else ExplicitVRBigEndian)


def is_deflated(dataset: Dataset) -> bool:
    """Whether the data set is compressed as a whole (PS3.5 A.5): then no offset holds."""
    return transfer_syntax(dataset) == DeflatedExplicitVRLittleEndian


def pixel_element(file: BinaryIO, dataset: Dataset) -> PixelElement | None:
    """The pixel data element at which ``file`` stands after :func:`read_dataset`, if it does."""
    head = file.read(12)
    if len(head) < 8:
        return None
    order = "<" if dataset.original_encoding[1] is not False else ">"
    group, element = struct.unpack(f"{order}HH", head[:4])
    keyword = PIXEL_KEYWORDS.get(group << 16 | element)
    if keyword is None:
        return None
    if head[4:6] in _LONG_VRS and len(head) == 12:
        (length,) = struct.unpack(f"{order}L", head[8:12])
        return PixelElement(keyword, head[4:6].decode("ascii"), length, file.tell())
    (length,) = struct.unpack(f"{order}L", head[4:8])
    return PixelElement(keyword, "OW", length, file.tell() - len(head) + 8)


def value(dataset: Dataset | None, keyword: str) -> Any:
    """An element's value, or ``None`` where it is missing, empty or cannot be made sense of."""
    if dataset is None:
        return None
    try:
        found = dataset.get(keyword)
    except Exception:  # noqa: BLE001 - one unreadable element must not cost the image
        return None
    return None if found is None or found == "" else found


def text(dataset: Dataset | None, keyword: str) -> str:
    """An element as text without padding; several values are joined by a backslash.

    What cannot be printed is left out: the text reaches terminals, where it could command.
    """
    found = value(dataset, keyword)
    if found is None:
        return ""
    several = isinstance(found, (list, pydicom.multival.MultiValue))
    joined = "\\".join(str(v) for v in found) if several else str(found)
    return _printable(joined).strip()


def _printable(words: str) -> str:
    return words if words.isprintable() else "".join(c for c in words if c.isprintable())


def numbers(dataset: Dataset | None, keyword: str) -> tuple[float, ...]:
    """All finite numbers of an element; empty where it is missing or holds anything else."""
    found = value(dataset, keyword)
    if found is None:
        return ()
    several = isinstance(found, (list, tuple, pydicom.multival.MultiValue))
    try:
        values = tuple(float(v) for v in (found if several else (found,)))
    except (TypeError, ValueError, OverflowError):
        return ()
    return values if all(math.isfinite(v) for v in values) else ()


def number(dataset: Dataset | None, keyword: str) -> float | None:
    """The first number of an element, or ``None``."""
    values = numbers(dataset, keyword)
    return values[0] if values else None


def integer(dataset: Dataset | None, keyword: str) -> int | None:
    """The first number of an element as an integer, or ``None``."""
    found = number(dataset, keyword)
    return None if found is None else int(found)


def items(dataset: Dataset | None, keyword: str) -> list[Dataset]:
    """The items of a sequence; empty where it is missing or not a sequence."""
    found = value(dataset, keyword)
    if not isinstance(found, (list, pydicom.sequence.Sequence)):
        return []
    return [item for item in found if isinstance(item, Dataset)]
