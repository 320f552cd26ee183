"""The words of imaging: Slice, Series, Study; what is known from headers, and the pixels.

Headers are cheap and always present; pixels are read when a slice is looked at.  Attribute names
follow the DICOM keywords they come from (PS3.3).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Window:
    """A VOI window (PS3.3 C.11.2): centre and width in modality units, with its explanation.

    ``function`` is ``LINEAR``, ``LINEAR_EXACT`` or ``SIGMOID``.
    """

    center: float
    width: float
    name: str = ""
    function: str = "LINEAR"


@dataclass(frozen=True)
class SliceHeader:
    """What a file says of one image without its pixels being decoded.

    Attributes
    ----------
    path
        The file.
    frame
        Index of the frame inside the file; 0 for single-frame files.  The cuts of a NIfTI volume
        are counted through its planes.
    rows, columns
        Height and width in pixels.
    file_format
        ``"DICOM"``, ``"NIfTI"``, ``"PNG"``, ``"JPEG"`` or ``"TIFF"``.
    spacing
        (row, column) distance between pixel centres in mm, PS3.3 10.7.1.3; ``None`` if unknown.
    orientation
        ImageOrientationPatient: direction cosines of the row, then of the column.
    position
        ImagePositionPatient of the first pixel's centre, in mm.
    lossy
        True when the image has at some time been compressed with loss.
    echo_time, repetition_time, inversion_time
        In ms.
    sequence_name
        What the scanner calls its pulse sequence, else the protocol.
    contrast_agent
        ContrastBolusAgent as it stands in the file; empty where nothing is said.
    slice_distance
        SpacingBetweenSlices in mm as stated; the positions, where known, say better.
    image_type
        ImageType, of an enhanced image the FrameType of this frame.
    complex_component
        ComplexImageComponent of an enhanced image (PS3.3 C.8.13.3.1.2), e.g. ``"PHASE"``.
    scanning_sequence
        ScanningSequence (PS3.3 C.8.3.1.1); of an enhanced image in the same words.
    diffusion_b_value
        In s/mm2; ``None`` where nothing is said.
    angiographic
        True where the header calls it time-of-flight, phase contrast or angiography.
    stamp
        Size in bytes and time of the last change in ns of the file when its header was read.
    copies
        The same image in other files, which are read where this one cannot be.
    """

    path: Path
    rows: int
    columns: int
    file_format: str
    frame: int = 0
    spacing: tuple[float, float] | None = None
    orientation: tuple[float, float, float, float, float, float] | None = None
    position: tuple[float, float, float] | None = None
    slice_thickness: float | None = None
    instance_number: int | None = None
    sop_class_uid: str | None = None
    sop_instance_uid: str | None = None
    series_instance_uid: str | None = None
    study_instance_uid: str | None = None
    frame_of_reference_uid: str | None = None
    modality: str | None = None
    image_type: tuple[str, ...] = ()
    echo_time: float | None = None
    repetition_time: float | None = None
    transfer_syntax: str | None = None
    lossy: bool = False
    synthetic: bool = False
    echo_number: int | None = None
    inversion_time: float | None = None
    flip_angle: float | None = None
    scanning_sequence: tuple[str, ...] = ()
    sequence_variant: tuple[str, ...] = ()
    acquisition_type: str = ""
    acquisition_contrast: str = ""
    sequence_name: str = ""
    protocol_name: str = ""
    contrast_agent: str = ""
    body_part: str = ""
    slice_distance: float | None = None
    complex_component: str = ""
    diffusion_b_value: float | None = None
    angiographic: bool = False
    stamp: tuple[int, int] | None = None
    copies: tuple[SliceHeader, ...] = field(default=(), compare=False, repr=False)

    @cached_property
    def key(self) -> tuple[str, int]:
        """What identifies this image while the application runs: file and frame.

        A file that was written anew is another one: nothing kept for the old image fits it.
        """
        if self.stamp is None:
            return (str(self.path), self.frame)
        return (f"{self.path}?{self.stamp[0]}.{self.stamp[1]}", self.frame)


@dataclass(frozen=True)
class Slice:
    """One 2-D image with its pixels.

    Attributes
    ----------
    header
        Where it came from and its geometry.
    pixels
        (H, W) float32 in modality units, after Modality LUT or rescale; pixel padding is set to
        the smallest value that is not padding.
    windows
        The file's own VOI windows, in their order; may be empty.
    voi_lut
        The file's VOI LUT as (first mapped value, (N,) float32 output in [0, 1]), or ``None``.
    inverted
        True for MONOCHROME1: the smallest value is shown white (inverted after VOI).
    """

    header: SliceHeader
    pixels: NDArray[np.float32]
    windows: tuple[Window, ...] = ()
    voi_lut: tuple[float, NDArray[np.float32]] | None = None
    inverted: bool = False


@dataclass(frozen=True)
class Series:
    """Ordered slices of one acquisition: sorted by position along the normal where it is known.

    Attributes
    ----------
    series_instance_uid
        The file's, or one in the 2.25 root where there is none or where one SeriesInstanceUID was
        split into several series; a slice's header always has the file's.
    plane
        ``"axial"``, ``"oblique coronal"``, ...; empty where unknown or where the slices differ.
    part
        Where a SeriesInstanceUID was split, what sets this part apart: ``"echo 2 (TE 80 ms)"``.
    sequence
        What the scanner calls the pulse sequence, else the protocol's name.
    pixel_spacing, slice_spacing
        (row, column) and between slices, in mm; ``None`` where unknown or where the slices differ.
    missing_positions
        Where slices are missing, in mm along the normal, from the first to the last.
    localizer, derived
        Scout images; images that were calculated from others (ImageType, PS3.3 C.7.6.1.1.2).
    notes
        What is odd about the series, one sentence each, for the person at the screen.
    """

    series_instance_uid: str
    slices: tuple[SliceHeader, ...]
    description: str = ""
    number: int | None = None
    modality: str = ""
    plane: str = ""
    part: str = ""
    sequence: str = ""
    pixel_spacing: tuple[float, float] | None = None
    slice_spacing: float | None = None
    missing_positions: tuple[float, ...] = ()
    localizer: bool = False
    derived: bool = False
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.slices)

    @property
    def middle(self) -> SliceHeader:
        """The slice that stands for the series where one must."""
        return self.slices[len(self.slices) // 2]

    @cached_property
    def copies(self) -> tuple[SliceHeader, ...]:
        """Images that were left out because another one of the series is the same."""
        return tuple(copy for header in self.slices for copy in header.copies)

    @property
    def duplicates(self) -> int:
        """How many copies of its images were left out."""
        return len(self.copies)

    @property
    def is_stack(self) -> bool:
        """Whether its slices are of one acquisition, so that findings may be brought together."""
        return is_stack(self.slices)


def is_stack(slices: Sequence[SliceHeader]) -> bool:
    """Whether slices are of one acquisition, as far as their files say.

    PNG, JPEG and TIFF files that merely lie in one folder may show as many patients; of these only
    the pages of one file are a stack.
    """
    if all(header.file_format in {"DICOM", "NIfTI"} for header in slices):
        return True
    return len({header.path for header in slices}) == 1


@dataclass(frozen=True)
class Study:
    """The series of one examination.  A lone PNG is a study of one series of one slice.

    ``patient_name``, ``patient_id``, ``study_date`` (YYYY-MM-DD) and ``description`` are personal
    data: they are shown, and never written to logs, settings or names of files.  ``notes`` says,
    one sentence each, what is odd about the study as a whole.
    """

    study_instance_uid: str
    series: tuple[Series, ...]
    patient_name: str = ""
    patient_id: str = ""
    study_date: str = ""
    description: str = ""
    synthetic: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Problem:
    """A file that was left out, why, and what to do; ``message`` already names the file."""

    path: Path
    message: str


@dataclass(frozen=True)
class OpenedInput:
    """What came of opening files and folders: the studies, and what was left out."""

    studies: tuple[Study, ...]
    problems: tuple[Problem, ...] = field(default=())

    @property
    def slice_count(self) -> int:
        return sum(len(series) for study in self.studies for series in study.series)
