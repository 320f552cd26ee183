"""What a DICOM data set says of its images: the header of every frame, and whose it is."""

from __future__ import annotations

import sys
from pathlib import Path

from pydicom.dataset import Dataset

from braintumor_desktop.imaging.contents import Belonging, FoundImage
from braintumor_desktop.imaging.geometry import valid_orientation
from braintumor_desktop.imaging.readers.dicom_codecs import is_lossy
from braintumor_desktop.imaging.readers.dicom_dataset import (
    integer,
    items,
    number,
    numbers,
    text,
    transfer_syntax,
)
from braintumor_desktop.imaging.readers.dicom_frames import FrameGroups, frame_count
from braintumor_desktop.imaging.study import SliceHeader

TAGS = [
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
    "AngioFlag",
    "ComplexImageComponent",
    "DiffusionBValue",
    "EchoPlanarPulseSequence",
    "EchoPulseSequence",
    "PhaseContrast",
    "TimeOfFlightContrast",
    "SharedFunctionalGroupsSequence",
    "PerFrameFunctionalGroupsSequence",
]
"""The elements that are read; the rest of a header would only take time."""

_ANGIOGRAPHY = ("AngioFlag", "TimeOfFlightContrast", "PhaseContrast")
_ECHOES = {"SPIN": ("SE",), "GRADIENT": ("GR",), "BOTH": ("SE", "GR")}


def images(
    dataset: Dataset, path: Path, size: tuple[int, int], stamp: tuple[int, int]
) -> tuple[FoundImage, ...]:
    """One image a frame, of (rows, columns), in a file that looked so when it was read."""
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
        "angiographic": any(text(dataset, k).upper() in {"Y", "YES"} for k in _ANGIOGRAPHY),
        "sequence_variant": words(dataset, "SequenceVariant"),
        "acquisition_type": _shared(dataset, "MRAcquisitionType"),
        "sequence_name": _shared(dataset, "SequenceName") or _shared(dataset, "PulseSequenceName"),
        "protocol_name": _shared(dataset, "ProtocolName"),
        "contrast_agent": sys.intern(agent),
        "body_part": _shared(dataset, "BodyPartExamined"),
        "echo_number": integer(dataset, "EchoNumbers"),
    }


def _shared(dataset: Dataset, keyword: str) -> str:
    """Text that thousands of files of a study repeat: it is kept in memory once."""
    return sys.intern(text(dataset, keyword))


def words(dataset: Dataset, keyword: str) -> tuple[str, ...]:
    """The values of a code string, in capitals."""
    values = text(dataset, keyword).upper().split("\\")
    return tuple(sys.intern(v.strip()) for v in values if v.strip())


def _scanning_sequence(dataset: Dataset, modifier: Dataset) -> tuple[str, ...]:
    """ScanningSequence, which enhanced images say in three attributes (PS3.3 C.8.13.4)."""
    stated = words(dataset, "ScanningSequence")
    if stated:
        return stated
    echoes = _ECHOES.get(text(dataset, "EchoPulseSequence").upper(), ())
    planar = text(dataset, "EchoPlanarPulseSequence").upper() == "YES"
    inverted = text(modifier, "InversionRecovery").upper() == "YES"
    return (*echoes, *(("EP",) if planar else ()), *(("IR",) if inverted else ()))


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
    kind = groups.macro("MRImageFrameTypeSequence", frame)
    diffusion = groups.macro("MRDiffusionSequence", frame)
    return SliceHeader(
        **common,  # type: ignore[arg-type]
        frame=frame,
        image_type=words(kind, "FrameType") or words(groups.dataset, "ImageType"),
        complex_component=_shared(kind, "ComplexImageComponent").upper(),
        acquisition_contrast=_shared(kind, "AcquisitionContrast"),
        scanning_sequence=_scanning_sequence(groups.dataset, modifier),
        diffusion_b_value=number(diffusion, "DiffusionBValue"),
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
