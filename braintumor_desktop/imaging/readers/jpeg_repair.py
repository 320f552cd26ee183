"""Decodes JPEG frames whose scan header is wrong in a way that does not touch the pixels.

Sequential JPEG (ISO 10918-1 B.2.3) wants a spectral selection of 0..63 in every scan header.  Some
encoders, the one of the NEMA WG-04 samples among them, wrote 0..0, which strict decoders refuse.
"""

from __future__ import annotations

from typing import Any, BinaryIO

from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate, get_frame
from pydicom.pixels.decoders.base import get_decoder
from pydicom.uid import UID

from braintumor_desktop.imaging.readers.dicom_dataset import PixelElement
from braintumor_desktop.imaging.readers.dicom_frames import frame_count

_SEQUENTIAL = {"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51"}
_START_OF_SCAN = 0xDA
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


def repaired_frame(
    file: BinaryIO, element: PixelElement, dataset: Dataset, syntax: UID, frame: int
) -> NDArray[Any] | None:
    """The frame decoded with its scan header put right; ``None`` where nothing was wrong in it."""
    if syntax not in _SEQUENTIAL:
        return None
    file.seek(element.offset)
    code = get_frame(file, frame, number_of_frames=frame_count(dataset))
    fixed = with_whole_spectrum(code)
    if fixed is None:
        return None
    single = _single_frame(dataset, fixed, syntax)
    return get_decoder(syntax).as_array(single, index=0, raw=True)[0]


def _single_frame(dataset: Dataset, code: bytes, syntax: UID) -> Dataset:
    single = Dataset()
    for keyword in _PIXEL_DESCRIPTION:
        if keyword in dataset:
            setattr(single, keyword, dataset[keyword].value)
    single.file_meta = FileMetaDataset()
    single.file_meta.TransferSyntaxUID = syntax
    single.PixelData = encapsulate([code])
    single["PixelData"].VR = "OB"
    return single


def with_whole_spectrum(code: bytes) -> bytes | None:
    """A JPEG code stream whose first scan selects 0..63; ``None`` where it already does."""
    position = 2
    while position + 4 <= len(code) and code[position] == 0xFF:
        marker = code[position + 1]
        if marker == 0xFF:  # fill byte
            position += 1
            continue
        length = int.from_bytes(code[position + 2 : position + 4], "big")
        if marker == _START_OF_SCAN:
            end = position + 2 + length  # the last three bytes are Ss, Se, Ah/Al
            if end > len(code) or code[end - 3 : end - 1] == b"\x00\x3f":
                return None
            return code[: end - 3] + b"\x00\x3f" + code[end - 1 :]
        position += 2 + length
    return None
