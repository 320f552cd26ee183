"""Decodes one compressed frame (PS3.5 A.4), after a look at what its code stream says of itself.

- A code stream of another size than the header's is refused before a decoder takes memory for it.
- Sequential JPEG (ISO 10918-1 B.2.3) wants a spectral selection of 0..63 in every scan header.
  Some encoders, the one of the NEMA WG-04 samples among them, wrote 0..0, which strict decoders
  refuse although the pixels are sound: it is put right.
"""

from __future__ import annotations

from typing import Any, BinaryIO

from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate, get_frame
from pydicom.pixels.decoders.base import get_decoder
from pydicom.uid import UID

from braintumor_desktop.imaging.readers.dicom_dataset import PixelElement, integer, value
from braintumor_desktop.imaging.readers.dicom_frames import frame_count

_SEQUENTIAL = {"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51"}
_START_OF_SCAN = 0xDA
_START_OF_FRAME = {*range(0xC0, 0xD0), 0xF7} - {0xC4, 0xC8, 0xCC}
_JPEG_2000 = b"\xff\x4f\xff\x51"
_PIXEL_DESCRIPTION = (
    "Rows",
    "Columns",
    "BitsAllocated",
    "BitsStored",
    "HighBit",
    "PixelRepresentation",
    "SamplesPerPixel",
    "PhotometricInterpretation",
)


def decode_frame(
    file: BinaryIO, element: PixelElement, dataset: Dataset, syntax: UID, frame: int
) -> NDArray[Any]:
    """The stored values of one frame, read from where it lies in the file.

    Raises
    ------
    ValueError
        If the code stream is not that of one grey plane of the header's size.
    """
    file.seek(element.offset)
    tables = [value(dataset, f"ExtendedOffsetTable{part}") for part in ("", "Lengths")]
    code = get_frame(
        file,
        frame,
        number_of_frames=frame_count(dataset),
        extended_offsets=(tables[0], tables[1]) if all(tables) else None,
    )
    expected = (integer(dataset, "Rows"), integer(dataset, "Columns"), 1)
    stated = code_stream_shape(code)
    if stated is not None and stated != expected:
        raise ValueError(f"the code stream has the shape {stated}, not {expected}")
    if syntax in _SEQUENTIAL:
        code = with_whole_spectrum(code)
    single = _single_frame(dataset, code, syntax)
    return get_decoder(syntax).as_array(single, index=0, raw=True)[0]


def _single_frame(dataset: Dataset, code: bytes, syntax: UID) -> Dataset:
    single = Dataset()
    for keyword in _PIXEL_DESCRIPTION:
        if keyword in dataset:
            setattr(single, keyword, dataset[keyword].value)
    single.file_meta = FileMetaDataset()
    single.file_meta.TransferSyntaxUID = syntax
    single.PixelData = encapsulate([code], has_bot=False)
    single["PixelData"].VR = "OB"
    return single


def code_stream_shape(code: bytes) -> tuple[int, int, int] | None:
    """(rows, columns, components) that a JPEG, JPEG-LS or JPEG 2000 code stream states.

    ``None`` for other codes and where it cannot be found.
    """
    at = code.find(_JPEG_2000, 0, 4096)
    if at >= 0 and len(code) >= at + 42:  # SIZ, ISO 15444-1 A.5.1
        right, bottom, left, top = (
            int.from_bytes(code[at + i : at + i + 4], "big") for i in (8, 12, 16, 20)
        )
        return bottom - top, right - left, int.from_bytes(code[at + 40 : at + 42], "big")
    for marker, start in _segments(code):
        if marker in _START_OF_FRAME and len(code) >= start + 8:
            rows, columns = (int.from_bytes(code[start + i : start + i + 2], "big") for i in (3, 5))
            return (rows, columns, code[start + 7]) if rows else None
    return None


def with_whole_spectrum(code: bytes) -> bytes:
    """A sequential JPEG code stream whose first scan selects 0..63, as it must."""
    for marker, start in _segments(code):
        end = start + int.from_bytes(code[start : start + 2], "big")
        if marker == _START_OF_SCAN and end <= len(code):
            return code[: end - 3] + b"\x00\x3f" + code[end - 1 :]  # Ss, Se before Ah/Al
    return code


def _segments(code: bytes) -> list[tuple[int, int]]:
    """(marker, offset of its length) of the segments up to the first scan."""
    found: list[tuple[int, int]] = []
    position = 2 if code[:2] == b"\xff\xd8" else len(code)
    while position + 4 <= len(code) and code[position] == 0xFF:
        marker = code[position + 1]
        if marker == 0xFF:  # fill byte
            position += 1
            continue
        found.append((marker, position + 2))
        if marker == _START_OF_SCAN:
            break
        position += 2 + int.from_bytes(code[position + 2 : position + 4], "big")
    return found
