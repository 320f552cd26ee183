"""A folder of DICOM files with ``labels.csv``: labels by SOP Instance UID or by path.

Columns of ``labels.csv``: ``sop_instance_uid`` or ``path``, ``label``; optionally ``patient`` (else
Patient ID (0010,0020) of the file), ``split`` and ``border``.  Files without a label are left out.
pydicom is imported here only, when a file is read.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from braintumor_training.errors import TrainingError
from braintumor_training.samples import Sample
from braintumor_training.sources.tables import (
    checked_label,
    checked_names,
    read_rows,
    share_border,
)

NAME = "dicom"
TITLE = "DICOM files with labels.csv (sop_instance_uid or path, label)"

_HEADERS = ("SOPInstanceUID", "PatientID", "Rows", "Columns")


def recognises(folder: Path) -> bool:
    """Whether the folder holds ``labels.csv``."""
    return (folder / "labels.csv").is_file()


def read(folder: Path) -> list[Sample]:
    """Join the table with the files' headers.

    Raises
    ------
    TrainingError
        If a label names no file, two files share a UID, or a file names no patient.
    """
    table = folder / "labels.csv"
    rows = read_rows(table, ["label"])
    by_path = "path" in rows[0]
    if not by_path and "sop_instance_uid" not in rows[0]:
        raise TrainingError("The manifest lacks the columns sop_instance_uid or path.", path=table)
    headers = _headers(folder, [folder / r["path"] for r in rows] if by_path else None)
    samples = []
    for line, row in enumerate(rows, start=2):
        key = (folder / row["path"]).as_posix() if by_path else row["sop_instance_uid"]
        if key not in headers:
            named = row["path"] if by_path else key
            raise TrainingError(f"Line {line} names {named!r}, which is not here.", path=table)
        samples.append(_sample(folder, table, line, row, *headers[key]))
    return checked_names(samples, table)


def _sample(
    folder: Path, table: Path, line: int, row: dict[str, str], path: Path, header: Any
) -> Sample:
    patient = (row.get("patient") or str(header.get("PatientID", ""))).strip()
    if not patient:
        raise TrainingError(
            f"Line {line} names no patient, and neither does its file.",
            path=table,
            remedy="Add a column patient; a pseudonym will do.",
        )
    return Sample(
        path=path,
        name=path.relative_to(folder).as_posix(),
        label=checked_label(row["label"], table, line),
        cluster="",
        group=patient,
        patient=patient,
        source=folder.name,
        part=row.get("split", ""),
        native_size=max(int(header.get("Rows", 0)), int(header.get("Columns", 0))),
        border=share_border(row.get("border", ""), table, line),
        decoder="dicom",
    )


def _headers(folder: Path, wanted: list[Path] | None) -> dict[str, tuple[Path, Any]]:
    """Headers by path (of the files that are wanted) or, where none is named, by UID (of all)."""
    pydicom = _pydicom()
    found: dict[str, tuple[Path, Any]] = {}
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "labels.csv")
    for path in files if wanted is None else [p for p in wanted if p.is_file()]:
        try:
            header = pydicom.dcmread(path, stop_before_pixels=True, specific_tags=list(_HEADERS))
        except (pydicom.errors.InvalidDicomError, OSError, ValueError) as error:
            if wanted is None:
                continue  # a folder may hold other files beside the labelled ones
            raise TrainingError(f"The file is no DICOM file: {error}", path=path) from error
        if "SOPInstanceUID" not in header:
            continue
        key = str(header.SOPInstanceUID) if wanted is None else path.as_posix()
        if key in found and wanted is None:
            raise TrainingError(
                f"Two files have one SOP Instance UID: {found[key][0].name} and {path.name}.",
                path=folder,
                remedy="Remove one of them, or name the files by path in labels.csv.",
            )
        found[key] = (path, header)
    return found


def read_pixels(path: Path) -> NDArray[np.float32]:
    """(H, W) float32 values after the modality LUT (PS3.3 C.11.1); MONOCHROME1 turned bright."""
    pydicom = _pydicom()
    pixels = import_module("pydicom.pixels")
    try:
        dataset = pydicom.dcmread(path)
        values = np.asarray(
            pixels.apply_modality_lut(dataset.pixel_array, dataset), dtype=np.float32
        )
    except (
        pydicom.errors.InvalidDicomError,
        OSError,
        ValueError,
        AttributeError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        raise TrainingError(f"The image cannot be read: {error}", path=path) from error
    if values.ndim != 2:
        raise TrainingError(
            f"The image has the shape {values.shape}; training reads single grey slices.", path=path
        )
    if dataset.get("PhotometricInterpretation") == "MONOCHROME1":
        values = values.max() - values
    return values


def _pydicom() -> Any:
    try:
        pydicom = import_module("pydicom")
        import_module("pydicom.errors")
    except ImportError as error:
        raise TrainingError(
            "Reading DICOM files needs pydicom, which is not installed.",
            remedy="Run: pip install braintumor-desktop",
        ) from error
    return pydicom
