"""Files for the tests of imaging: written here, or those that pydicom ships."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
import pytest
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, MRImageStorage, generate_uid

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging import Slice, open_paths, read_slice
from braintumor_desktop.imaging.quiet import quieten

PYDICOM_FILES = Path(pydicom.__file__).parent / "data" / "test_files"


@pytest.fixture
def pydicom_files() -> Path:
    """The folder of real DICOM files in pydicom's own package; its warnings are silenced."""
    quieten()
    return PYDICOM_FILES


@pytest.fixture
def write_dicom(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes an MR image; keywords become attributes, ``None`` leaves one out."""

    def write(name: str = "mr.dcm", pixels: np.ndarray | None = None, **attributes: Any) -> Path:
        if pixels is None:
            pixels = np.arange(48, dtype=np.uint16).reshape(6, 8)
        syntax = attributes.pop("TransferSyntaxUID", ExplicitVRLittleEndian)
        file_path = tmp_path / name
        file_path.parent.mkdir(parents=True, exist_ok=True)
        dataset = mr_dataset(pixels, syntax)
        for keyword, value in attributes.items():
            if value is None:
                delattr(dataset, keyword)
            else:
                setattr(dataset, keyword, value)
        dataset.file_meta.MediaStorageSOPInstanceUID = generate_uid()
        dataset.save_as(file_path, enforce_file_format=True)
        return file_path

    return write


def mr_dataset(pixels: np.ndarray, syntax: str) -> FileDataset:
    """An MR image with plausible geometry."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = MRImageStorage
    meta.TransferSyntaxUID = syntax
    dataset = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    dataset.SOPClassUID = MRImageStorage
    dataset.SOPInstanceUID = generate_uid()
    dataset.StudyInstanceUID = "1.2.3"
    dataset.SeriesInstanceUID = "1.2.3.4"
    dataset.Modality = "MR"
    dataset.InstanceNumber = 1
    dataset.ImagePositionPatient = [0, 0, 0]
    dataset.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    dataset.PixelSpacing = [0.5, 0.75]
    dataset.SamplesPerPixel = 1
    dataset.PhotometricInterpretation = "MONOCHROME2"
    dataset.Rows, dataset.Columns = pixels.shape[-2:]
    bits = pixels.dtype.itemsize * 8
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = bits, bits, bits - 1
    dataset.PixelRepresentation = int(pixels.dtype.kind == "i")
    dataset.PixelData = pixels.tobytes()
    dataset["PixelData"].VR = "OW"
    return dataset


@pytest.fixture
def read_one() -> Callable[[Path], Slice]:
    """A function that opens a file of one image and decodes it."""

    def read(path: Path) -> Slice:
        opened = open_paths([path])
        assert opened.problems == ()
        (study,) = opened.studies
        return read_slice(study.series[0].slices[0])

    return read


@pytest.fixture
def problem_of() -> Callable[[Path], str]:
    """A function that gives the one message told of a path, when it is opened or else looked at."""

    def problem(path: Path) -> str:
        opened = open_paths([path])
        if opened.problems:
            assert opened.slice_count == 0
            (found,) = opened.problems
            return found.message
        with pytest.raises(ImagingError) as caught:
            read_slice(opened.studies[0].series[0].slices[0])
        return str(caught.value)

    return problem
