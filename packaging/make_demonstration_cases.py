"""Makes the demonstration cases: four synthetic heads as DICOM MR series.

Run ``python packaging/make_demonstration_cases.py OUT`` (the shipped ones:
``resources/demonstration``).  The same seed gives the same pixels.  Every file says what it is by
the standard's own attribute, SyntheticData (0008,001C) = YES (PS3.3 C.12.1), and by
QualityControlSubject and the patient's name; no image of a person has gone into it.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from phantom import Head, Mass, acquire
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, JPEGLSLossless, MRImageStorage

SIZE = 256
PIXEL_MM = 0.9
THICKNESS_MM = 5.0
SLICES = 16
DATE = "20250101"

Cosines = tuple[int, int, int, int, int, int]
AXIAL: Cosines = (1, 0, 0, 0, 1, 0)
CORONAL: Cosines = (1, 0, 0, 0, 0, -1)


@dataclass(frozen=True)
class Case:
    """One demonstration case.

    Attributes
    ----------
    folder
        Name of its folder; cases are shown in the order of these names.
    title
        Study description, in the words of a report.
    seed
        Of the head.
    mass
        What was put into it.
    orientation
        Direction cosines of the rows and columns.
    centre
        Middle of the stack in mm.
    step
        mm from slice to slice.
    """

    folder: str
    title: str
    seed: int
    mass: Mass | None
    orientation: Cosines
    centre: tuple[float, float, float]
    step: float

    def position(self, index: int) -> NDArray[np.float64]:
        """ImagePositionPatient: centre of the first pixel of a slice, mm."""
        row, column = np.array(self.orientation[:3]), np.array(self.orientation[3:])
        along = np.cross(row, column) * (index - (SLICES - 1) / 2) * self.step
        corner = (row + column) * (SIZE - 1) / 2 * PIXEL_MM
        return np.array(self.centre) + along - corner


CASES = (
    Case(
        "1-dural-mass",
        "Demonstration: dural mass of the right convexity",
        12,
        Mass("dural", (-46, -28, 32), (24, 26, 22)),
        AXIAL,
        (0, 0, 16),
        6.0,
    ),
    Case(
        "2-ring-enhancing-mass",
        "Demonstration: ring-enhancing mass in the left hemisphere",
        11,
        Mass("ring", (30, 14, 24), (19, 23, 18)),
        AXIAL,
        (0, 0, 16),
        6.0,
    ),
    Case(
        "3-sellar-mass",
        "Demonstration: mass of the sella",
        13,
        Mass("sellar", (0, -13, -18), (13, 11, 16)),
        CORONAL,
        (0, -10, -6),
        5.0,
    ),
    Case(
        "4-no-mass",
        "Demonstration: head without a mass",
        14,
        None,
        AXIAL,
        (0, 0, 16),
        6.0,
    ),
)


def slice_pixels(case: Case, head: Head, index: int) -> NDArray[np.uint16]:
    """(256, 256) uint16 pixels of one slice."""
    row, column = np.array(case.orientation[:3]), np.array(case.orientation[3:])
    steps = np.arange(SIZE) * PIXEL_MM
    points = case.position(index) + steps[:, None, None] * column + steps[None, :, None] * row
    x, y, z = np.moveaxis(points, -1, 0).astype(np.float32)
    normal = np.cross(row, column)
    through = (float(normal[0]), float(normal[1]), float(normal[2]))
    return acquire(head, (x, y, z), through, THICKNESS_MM, seed=1000 * case.seed + index)


def uid(*parts: object) -> str:
    """A UID in the 2.25 root that is the same for the same parts."""
    digest = hashlib.sha256("/".join(str(part) for part in ("phantom", *parts)).encode()).digest()
    return f"2.25.{int.from_bytes(digest[:16], 'big')}"


def slice_dataset(case: Case, pixels: NDArray[np.uint16], index: int) -> FileDataset:
    """One slice as MR Image Storage (PS3.3 A.4), compressed by JPEG-LS without loss."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = MRImageStorage
    meta.MediaStorageSOPInstanceUID = uid(case.folder, index)
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.ImplementationClassUID = uid("implementation")
    meta.ImplementationVersionName = "PHANTOM_1"
    dataset = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    _describe_study(dataset, case)
    _describe_image(dataset, case, index)
    dataset.SamplesPerPixel = 1
    dataset.PhotometricInterpretation = "MONOCHROME2"
    dataset.Rows, dataset.Columns = pixels.shape
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 16, 12, 11
    dataset.PixelRepresentation = 0
    dataset.LossyImageCompression = "00"
    dataset.set_pixel_data(pixels, "MONOCHROME2", 12, generate_instance_uid=False)
    dataset.compress(JPEGLSLossless, generate_instance_uid=False)
    return dataset


def _describe_study(dataset: Dataset, case: Case) -> None:
    dataset.SyntheticData = "YES"
    dataset.QualityControlSubject = "YES"
    dataset.PatientName = f"SYNTHETIC^Phantom {case.folder[0]}"
    dataset.PatientID = f"SYNTHETIC-{case.folder[0]}"
    dataset.PatientBirthDate = ""
    dataset.PatientSex = ""
    dataset.PatientIdentityRemoved = "YES"
    dataset.DeidentificationMethod = "Computed phantom: shows no person"
    dataset.StudyInstanceUID = uid(case.folder, "study")
    dataset.SeriesInstanceUID = uid(case.folder, "series")
    dataset.FrameOfReferenceUID = uid(case.folder, "frame")
    dataset.StudyDate = dataset.SeriesDate = dataset.ContentDate = DATE
    dataset.StudyTime = dataset.SeriesTime = dataset.ContentTime = "120000"
    dataset.StudyID = case.folder[0]
    dataset.AccessionNumber = ""
    dataset.ReferringPhysicianName = ""
    dataset.StudyDescription = case.title
    plane = "axial" if case.orientation == AXIAL else "coronal"
    dataset.SeriesDescription = f"T1 with contrast, {plane} (synthetic)"
    dataset.SeriesNumber = 1
    dataset.PositionReferenceIndicator = ""
    dataset.PatientPosition = "HFS"
    dataset.Manufacturer = "BrainTumor Desktop"
    dataset.ManufacturerModelName = "Synthetic head phantom"
    dataset.Modality = "MR"
    dataset.BodyPartExamined = "HEAD"


def _describe_image(dataset: Dataset, case: Case, index: int) -> None:
    dataset.SOPClassUID = MRImageStorage
    dataset.SOPInstanceUID = uid(case.folder, index)
    dataset.ImageType = ["DERIVED", "PRIMARY", "OTHER"]
    dataset.InstanceNumber = index + 1
    dataset.ImagePositionPatient = [round(float(v), 4) for v in case.position(index)]
    dataset.ImageOrientationPatient = list(case.orientation)
    dataset.PixelSpacing = [PIXEL_MM, PIXEL_MM]
    dataset.SliceThickness = THICKNESS_MM
    dataset.SpacingBetweenSlices = case.step
    dataset.ScanningSequence = "SE"
    dataset.SequenceVariant = "NONE"
    dataset.ScanOptions = ""
    dataset.MRAcquisitionType = "2D"
    dataset.RepetitionTime = 500
    dataset.EchoTime = 12
    dataset.EchoTrainLength = 1
    dataset.ContrastBolusAgent = "Computed enhancement"
    dataset.BurnedInAnnotation = "NO"
    dataset.WindowCenter, dataset.WindowWidth = 300, 600
    dataset.WindowCenterWidthExplanation = "BRAIN"


def write_case(case: Case, out: Path) -> None:
    """Write all slices of a case into its folder below ``out``."""
    folder = out / case.folder
    folder.mkdir(parents=True, exist_ok=True)
    head = Head(case.seed, case.mass)
    for index in range(SLICES):
        dataset = slice_dataset(case, slice_pixels(case, head, index), index)
        dataset.save_as(folder / f"slice_{index + 1:02d}.dcm", enforce_file_format=True)


def main() -> int:
    """Make all cases."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path, help="folder to write the cases into")
    out = parser.parse_args().out
    for case in CASES:
        write_case(case, out)
        sys.stdout.write(f"{out / case.folder}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
