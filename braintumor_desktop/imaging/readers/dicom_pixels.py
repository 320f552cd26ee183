"""Decodes one DICOM image: stored values -> modality units, padding, windows and VOI LUT."""

from __future__ import annotations

import os
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO

import numpy as np
import pydicom
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.pixels.decoders.base import get_decoder
from pydicom.pixels.utils import as_pixel_options
from pydicom.uid import UID

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging.access import check_size, file_changed, opened
from braintumor_desktop.imaging.readers.dicom_codecs import check_decodable
from braintumor_desktop.imaging.readers.dicom_dataset import (
    PixelElement,
    damaged,
    integer,
    is_deflated,
    number,
    pixel_element,
    read_dataset,
    text,
    transfer_syntax,
)
from braintumor_desktop.imaging.readers.dicom_frames import FrameGroups, frame_count
from braintumor_desktop.imaging.readers.dicom_luts import (
    modality_lut,
    through_modality_lut,
    voi_lut,
    windows,
)
from braintumor_desktop.imaging.readers.encapsulated import decode_frame
from braintumor_desktop.imaging.study import Slice, SliceHeader

Stored = NDArray[Any]


@dataclass(frozen=True)
class _Described:
    """A file's data set without its pixels, and where these lie."""

    dataset: Dataset
    groups: FrameGroups
    element: PixelElement | None


# the functional groups of an enhanced file take long to parse: once for all its frames
_recent: OrderedDict[tuple[str, int, int], _Described] = OrderedDict()
_recent_lock = Lock()
_MOST_RECENT = 4


def read_pixels(header: SliceHeader) -> Slice:
    """Decode one frame of a DICOM file.

    Raises
    ------
    ImagingError
        If the file has gone or changed, its pixels cannot be decoded, or are not finite numbers.
    """
    path = header.path
    with opened(path, header.stamp) as file:
        described = _describe(file, path)
        dataset = described.dataset
        _check_unchanged(dataset, header)
        stored = _decode(file, described, header)
    if stored.shape != (header.rows, header.columns):
        raise ImagingError(
            f"The decoded pixels have the shape {stored.shape}, not the stated "
            f"{(header.rows, header.columns)}.",
            path=path,
            remedy="Copy it again from its source.",
        )
    transformation = described.groups.macro("PixelValueTransformationSequence", header.frame)
    pixels = _to_modality_units(stored, transformation, dataset)
    if not np.isfinite(pixels.sum(dtype=np.float64)):
        raise ImagingError(
            "The image holds values that are not numbers (NaN or infinite).",
            path=path,
            remedy="Export it again from its source.",
        )
    _replace_padding(pixels, stored, dataset)
    voi = described.groups.macro("FrameVOILUTSequence", header.frame)
    return Slice(
        header=header,
        pixels=pixels,
        windows=windows(voi),
        voi_lut=voi_lut(voi, signed=bool(pixels.min() < 0)),
        inverted=text(dataset, "PhotometricInterpretation").upper() == "MONOCHROME1",
    )


def _describe(file: BinaryIO, path: Path) -> _Described:
    """The file's description; that of multi-frame files is remembered while they do not change."""
    status = os.fstat(file.fileno())
    key = (str(path), status.st_size, status.st_mtime_ns)
    with _recent_lock:
        if key in _recent:
            _recent.move_to_end(key)
            return _recent[key]
    dataset = read_dataset(file, path)
    element = None if is_deflated(dataset) else pixel_element(file, dataset)
    frames = frame_count(dataset)
    dataset.NumberOfFrames = frames  # what stood there need not have been a number
    described = _Described(dataset, FrameGroups(dataset), element)
    if frames > 1:
        with _recent_lock:
            _recent[key] = described
            while len(_recent) > _MOST_RECENT:
                _recent.popitem(last=False)
    return described


def _check_unchanged(dataset: Dataset, header: SliceHeader) -> None:
    """The file may have been replaced since its header was read; its size is checked again."""
    rows, columns = (integer(dataset, keyword) or 0 for keyword in ("Rows", "Columns"))
    if (rows, columns) != (header.rows, header.columns):
        raise file_changed(header.path)
    if header.sop_instance_uid and text(dataset, "SOPInstanceUID") != header.sop_instance_uid:
        raise file_changed(header.path)
    check_size(rows, columns, header.path)
    check_decodable(transfer_syntax(dataset), header.path)


def _decode(file: BinaryIO, described: _Described, header: SliceHeader) -> Stored:
    dataset, element = described.dataset, described.element
    syntax = UID(transfer_syntax(dataset))
    try:
        if is_deflated(dataset):
            return _aligned(_decode_deflated(file, header.frame), dataset)
        if element is None:
            raise ImagingError(
                "The DICOM file has no pixel data.",
                path=header.path,
                remedy="Open the images of the study instead.",
            )
        if syntax.is_encapsulated:
            return decode_frame(file, element, dataset, syntax, header.frame)
        return _aligned(_decode_native(file, dataset, element, syntax, header.frame), dataset)
    except (OSError, ImagingError):
        raise
    except Exception as failure:  # codecs raise almost anything on damaged input
        raise _undecodable(syntax, header.path, failure) from failure


def _decode_native(
    file: BinaryIO, dataset: Dataset, element: PixelElement, syntax: UID, frame: int
) -> Stored:
    """One frame, read from where it lies in the file, so that long multi-frame files stay cheap."""
    options = as_pixel_options(dataset, pixel_keyword=element.keyword, pixel_vr=element.vr)
    options["transfer_syntax_uid"] = syntax
    options["correct_unused_bits"] = False
    file.seek(element.offset)
    return get_decoder(syntax).as_array(file, index=frame, raw=True, **options)[0]


def _decode_deflated(file: BinaryIO, frame: int) -> Stored:
    file.seek(0)
    dataset = pydicom.dcmread(file, force=True)
    decoder = get_decoder(dataset.file_meta.TransferSyntaxUID)
    options: dict[str, Any] = {"correct_unused_bits": False}
    return decoder.as_array(dataset, index=frame, raw=True, **options)[0]


def _aligned(stored: Stored, dataset: Dataset) -> Stored:
    """Stored values of native pixel data without what lies in the unused bits (overlays, rubbish).

    The value's highest bit is HighBit; below BitsStored bits of it begins what is not its own
    (PS3.5 8.1.1).  Arithmetic shifts carry the sign.
    """
    allocated = integer(dataset, "BitsAllocated") or 0
    used = integer(dataset, "BitsStored") or allocated
    high = integer(dataset, "HighBit")
    top = used - 1 if high is None or not used - 1 <= high < allocated else high
    if stored.dtype.kind not in "iu" or not 0 < used < allocated:
        return stored
    if stored.dtype.itemsize * 8 != allocated:
        return stored
    return (stored << (allocated - 1 - top)) >> (allocated - used)


def _undecodable(syntax: UID, path: Path, failure: Exception) -> ImagingError:
    if isinstance(failure, (MemoryError, OverflowError)):
        return damaged(path, failure)
    return ImagingError(
        f"Its pixels ({syntax.name}) cannot be decoded: they are damaged or incomplete.",
        path=path,
        remedy="Copy it again from its source, or export it uncompressed.",
    )


def _to_modality_units(
    stored: Stored, transformation: Dataset, dataset: Dataset
) -> NDArray[np.float32]:
    """Modality LUT, or rescale slope and intercept (PS3.3 C.11.1); float32."""
    table = modality_lut(dataset, signed=stored.dtype.kind == "i")
    if table is not None:
        return through_modality_lut(stored, table)
    pixels = stored.astype(np.float32)
    slope = number(transformation, "RescaleSlope") or 1.0  # a slope of 0 would leave no image
    intercept = number(transformation, "RescaleIntercept") or 0.0
    if slope != 1.0:
        pixels *= np.float32(slope)
    if intercept:
        pixels += np.float32(intercept)
    return pixels


def _replace_padding(pixels: NDArray[np.float32], stored: Stored, dataset: Dataset) -> None:
    """Set padding (PS3.3 C.7.5.1.1.2) to the smallest value that is not padding, in place."""
    value = number(dataset, "PixelPaddingValue")
    if value is None or stored.dtype.kind not in "iu":
        return
    limit = number(dataset, "PixelPaddingRangeLimit")
    bounds = sorted(_as_stored(v, stored) for v in (value, value if limit is None else limit))
    padding = (stored >= bounds[0]) & (stored <= bounds[1])
    if padding.any() and not padding.all():
        pixels[padding] = pixels[~padding].min()


def _as_stored(value: float, stored: Stored) -> int:
    """A padding value written with the wrong sign is brought into the range of the pixels."""
    bits = stored.dtype.itemsize * 8
    number_ = int(value)
    if stored.dtype.kind == "i" and number_ >= 1 << (bits - 1):
        return number_ - (1 << bits)
    if stored.dtype.kind == "u" and number_ < 0:
        return number_ + (1 << bits)
    return number_
