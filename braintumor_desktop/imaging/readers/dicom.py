"""Reads DICOM: grey images, single-frame, multi-frame and enhanced; DICOMDIR."""

from __future__ import annotations

import os
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
from braintumor_desktop.imaging.contents import Contents
from braintumor_desktop.imaging.readers.dicom_codecs import check_decodable
from braintumor_desktop.imaging.readers.dicom_dataset import (
    UNDEFINED_LENGTH,
    PixelElement,
    integer,
    is_deflated,
    pixel_element,
    read_dataset,
    text,
    transfer_syntax,
)
from braintumor_desktop.imaging.readers.dicom_directory import directory_contents, is_directory
from braintumor_desktop.imaging.readers.dicom_frames import frame_count
from braintumor_desktop.imaging.readers.dicom_headers import TAGS, images, words
from braintumor_desktop.imaging.readers.dicom_pixels import read_pixels

__all__ = ["read_headers", "read_pixels"]


def read_headers(file: BinaryIO, path: Path) -> Contents:
    """The images of a DICOM file, or the files that a DICOMDIR lists; no pixel is decoded.

    Raises
    ------
    ImagingError
        If the file is damaged or truncated, holds no image, a colour image, one of impossible size,
        or one whose compression cannot be decoded here.
    """
    dataset = read_dataset(file, path, TAGS)
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
    return Contents(images=images(dataset, path, (rows, columns), file_stamp(file)))


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
    if "MOSAIC" in words(dataset, "ImageType"):
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
