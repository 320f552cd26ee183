"""Reads DICOM: grey images, single-frame, multi-frame and enhanced; DICOMDIR."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

from pydicom.dataset import Dataset
from pydicom.uid import UID

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging.access import (
    MOST_FRAMES,
    check_size,
    colour_refused,
    file_stamp,
)
from braintumor_desktop.imaging.contents import Belonging, Contents, FoundImage
from braintumor_desktop.imaging.geometry import valid_orientation
from braintumor_desktop.imaging.readers.dicom_codecs import check_decodable, is_lossy
from braintumor_desktop.imaging.readers.dicom_dataset import (
    UNDEFINED_LENGTH,
    PixelElement,
    integer,
    is_deflated,
    items,
    number,
    numbers,
    pixel_element,
    read_dataset,
    text,
    transfer_syntax,
)
from braintumor_desktop.imaging.readers.dicom_directory import directory_contents, is_directory
from braintumor_desktop.imaging.readers.dicom_frames import FrameGroups, frame_count
from braintumor_desktop.imaging.readers.dicom_pixels import read_pixels
from braintumor_desktop.imaging.study import SliceHeader

__all__ = ["read_headers", "read_pixels"]

_TAGS = [
    "DirectoryRecordSequence",
    "ImageType",
    "SOPClassUID",
    "SOPInstanceUID",
    "SyntheticData",
    "StudyDate",
    "Modality",
    "StudyDescription",
    "SeriesDescription",
    "PatientName",
    "PatientID",
    "SliceThickness",
    "RepetitionTime",
    "EchoTime",
    "StudyInstanceUID",
    "SeriesInstanceUID",
    "SeriesNumber",
    "InstanceNumber",
    "ImagePositionPatient",
    "ImageOrientationPatient",
    "FrameOfReferenceUID",
    "SamplesPerPixel",
    "PhotometricInterpretation",
    "NumberOfFrames",
    "Rows",
    "Columns",
    "PixelSpacing",
    "BitsAllocated",
    "LossyImageCompression",
    "ScanningSequence",
    "SequenceVariant",
    "SequenceName",
    "PulseSequenceName",
    "ProtocolName",
    "MRAcquisitionType",
    "AcquisitionContrast",
    "InversionTime",
    "FlipAngle",
    "EchoNumbers",
    "ContrastBolusAgent",
    "ContrastBolusAgentSequence",
    "BodyPartExamined",
    "SpacingBetweenSlices",
    "SharedFunctionalGroupsSequence",
    "PerFrameFunctionalGroupsSequence",
]


def read_headers(file: BinaryIO, path: Path) -> Contents:
    """The images of a DICOM file, or the files that a DICOMDIR lists; no pixel is decoded.

    Raises
    ------
    ImagingError
        If the file is damaged or truncated, holds no image, a colour image, one of impossible size,
        or one whose compression cannot be decoded here.
    """
    dataset = read_dataset(file, path, _TAGS)
    if is_directory(dataset):
        return directory_contents(dataset, path)
    element = None if is_deflated(dataset) else pixel_element(file, dataset)
    if element is None and not (is_deflated(dataset) and "Rows" in dataset):
        raise _no_image(dataset, path)
    rows, columns = (integer(dataset, keyword) or 0 for keyword in ("Rows", "Columns"))
    check_size(rows, columns, path)
    _check_grey(dataset, path)
    _check_no_mosaic(dataset, path)
    check_decodable(transfer_syntax(dataset), path)
    _check_frames(dataset, path)
    if element is not None:
        _check_complete(file, dataset, element, path)
    return Contents(images=_images(dataset, path, (rows, columns), file_stamp(file)))


def _no_image(dataset: Dataset, path: Path) -> ImagingError:
    if len(dataset) == 0:
        return ImagingError(
            "This is not a DICOM file, or one that is damaged at its beginning.",
            path=path,
            remedy="Copy it again from its source.",
        )
    if "Rows" in dataset and "Columns" in dataset:
        return ImagingError(
            "The DICOM file ends before its pixel data, or has none.",
            path=path,
            remedy="Copy it again from its source.",
        )
    kind = text(dataset, "SOPClassUID")
    name = UID(kind).name if kind else "of a kind that it does not name"
    return ImagingError(
        f"This DICOM file has no pixel data ({name}).",
        path=path,
        remedy="Open the images of the study instead.",
    )


def _check_grey(dataset: Dataset, path: Path) -> None:
    photometric = text(dataset, "PhotometricInterpretation").upper()
    samples = integer(dataset, "SamplesPerPixel") or 1
    if samples > 1 or photometric.startswith(("RGB", "YBR", "PALETTE", "HSV", "ARGB", "CMYK")):
        raise colour_refused(path, photometric or f"{samples} samples a pixel")


def _check_no_mosaic(dataset: Dataset, path: Path) -> None:
    """Tiles of a whole volume (Siemens functional and diffusion images) are no slice to be read."""
    if "MOSAIC" in _words(dataset, "ImageType"):
        raise ImagingError(
            "This is a mosaic: the scanner laid all slices of a volume as tiles into one image.",
            path=path,
            remedy="Export the series from the scanner as single slices, or as a NIfTI volume.",
        )


def _check_frames(dataset: Dataset, path: Path) -> None:
    frames = frame_count(dataset)
    if frames > MOST_FRAMES:
        raise ImagingError(
            f"The DICOM file claims {frames} frames, more than {MOST_FRAMES}: it is damaged.",
            path=path,
            remedy="Copy it again from its source.",
        )


def _check_complete(file: BinaryIO, dataset: Dataset, element: PixelElement, path: Path) -> None:
    """A file that ends within its pixel data is told when it is opened, not when looked at."""
    present = os.fstat(file.fileno()).st_size - element.offset
    # of compressed pixels only the decoder knows how many bytes there should be
    compressed = element.length == UNDEFINED_LENGTH
    promised = 1 if compressed else max(element.length, _native_bytes(dataset))
    if present < promised:
        raise ImagingError(
            f"The DICOM file is incomplete (truncated): it has {max(present, 0)} bytes of pixel "
            f"data where {promised} are needed.",
            path=path,
            remedy="Copy it again from its source.",
        )


def _native_bytes(dataset: Dataset) -> int:
    if UID(transfer_syntax(dataset)).is_compressed:
        return 0
    bits = integer(dataset, "BitsAllocated") or 0
    pixels = (integer(dataset, "Rows") or 0) * (integer(dataset, "Columns") or 0)
    return (pixels * frame_count(dataset) * bits + 7) // 8


def _images(
    dataset: Dataset, path: Path, size: tuple[int, int], stamp: tuple[int, int]
) -> tuple[FoundImage, ...]:
    belonging = _belonging(dataset)
    groups = FrameGroups(dataset)
    count = frame_count(dataset)
    common = {
        "path": path,
        "rows": size[0],
        "columns": size[1],
        "file_format": "DICOM",
        "stamp": stamp,
        "instance_number": integer(dataset, "InstanceNumber"),
        "sop_instance_uid": text(dataset, "SOPInstanceUID") or None,
        "image_type": _words(dataset, "ImageType"),
        "transfer_syntax": transfer_syntax(dataset),
        "lossy": is_lossy(transfer_syntax(dataset), text(dataset, "LossyImageCompression")),
        "synthetic": text(dataset, "SyntheticData").upper() == "YES",
        **_identity(dataset),
        **_acquisition(dataset),
    }
    return tuple(
        FoundImage(_header(common, groups, frame, count), belonging) for frame in range(count)
    )


def _identity(dataset: Dataset) -> dict[str, object]:
    keywords = {
        "sop_class_uid": "SOPClassUID",
        "series_instance_uid": "SeriesInstanceUID",
        "study_instance_uid": "StudyInstanceUID",
        "frame_of_reference_uid": "FrameOfReferenceUID",
        "modality": "Modality",
    }
    return {name: _shared(dataset, keyword) or None for name, keyword in keywords.items()}


def _acquisition(dataset: Dataset) -> dict[str, object]:
    agents = items(dataset, "ContrastBolusAgentSequence")
    agent = text(dataset, "ContrastBolusAgent") or (
        text(agents[0], "CodeMeaning") if agents else ""
    )
    return {
        "scanning_sequence": _words(dataset, "ScanningSequence"),
        "sequence_variant": _words(dataset, "SequenceVariant"),
        "acquisition_type": _shared(dataset, "MRAcquisitionType"),
        "acquisition_contrast": _shared(dataset, "AcquisitionContrast"),
        "sequence_name": _shared(dataset, "SequenceName") or _shared(dataset, "PulseSequenceName"),
        "protocol_name": _shared(dataset, "ProtocolName"),
        "contrast_agent": sys.intern(agent),
        "body_part": _shared(dataset, "BodyPartExamined"),
        "echo_number": integer(dataset, "EchoNumbers"),
    }


def _shared(dataset: Dataset, keyword: str) -> str:
    """Text that thousands of files of a study repeat: it is kept in memory once."""
    return sys.intern(text(dataset, keyword))


def _words(dataset: Dataset, keyword: str) -> tuple[str, ...]:
    """The values of a code string, in capitals."""
    values = text(dataset, keyword).upper().split("\\")
    return tuple(sys.intern(v.strip()) for v in values if v.strip())


def _header(common: dict[str, object], groups: FrameGroups, frame: int, count: int) -> SliceHeader:
    measures = groups.macro("PixelMeasuresSequence", frame)
    orientation = numbers(
        groups.macro("PlaneOrientationSequence", frame), "ImageOrientationPatient"
    )
    position = numbers(groups.macro("PlanePositionSequence", frame), "ImagePositionPatient")
    if count > 1 and not groups.present:
        position = ()  # a classic multi-frame file states the position of its first frame alone
    echo = groups.macro("MREchoSequence", frame)
    timing = groups.macro("MRTimingAndRelatedParametersSequence", frame)
    modifier = groups.macro("MRModifierSequence", frame)
    return SliceHeader(
        **common,  # type: ignore[arg-type]
        frame=frame,
        spacing=_spacing(numbers(measures, "PixelSpacing")),
        orientation=valid_orientation(orientation),
        position=(position[0], position[1], position[2]) if len(position) == 3 else None,
        slice_thickness=_positive(number(measures, "SliceThickness")),
        slice_distance=_positive(number(measures, "SpacingBetweenSlices")),
        echo_time=_first(number(echo, "EffectiveEchoTime"), number(echo, "EchoTime")),
        repetition_time=number(timing, "RepetitionTime"),
        flip_angle=number(timing, "FlipAngle"),
        inversion_time=_first(
            number(modifier, "InversionTimes"), number(modifier, "InversionTime")
        ),
    )


def _positive(value: float | None) -> float | None:
    return value if value is not None and value > 0 else None


def _first(*candidates: float | None) -> float | None:
    return next((candidate for candidate in candidates if candidate is not None), None)


def _spacing(values: tuple[float, ...]) -> tuple[float, float] | None:
    if len(values) != 2 or min(values) <= 0:
        return None
    return (values[0], values[1])


def _belonging(dataset: Dataset) -> Belonging:
    date = text(dataset, "StudyDate")
    if len(date) == 8 and date.isdecimal():
        date = f"{date[:4]}-{date[4:6]}-{date[6:]}"
    return Belonging(
        patient_name=_person(text(dataset, "PatientName")),
        patient_id=text(dataset, "PatientID"),
        study_date=date,
        study_description=text(dataset, "StudyDescription"),
        series_description=text(dataset, "SeriesDescription"),
        series_number=integer(dataset, "SeriesNumber"),
    )


def _person(name: str) -> str:
    """``Family^Given^Middle`` (PS3.5 6.2.1) as ``Family, Given Middle``, first representation."""
    family, *given = name.split("=")[0].split("^")
    rest = " ".join(part.strip() for part in given[:2] if part.strip())
    return ", ".join(part for part in (family.strip(), rest) if part)
