"""Cheng's CE-MRI slices as JPEG with a manifest: patients, authors' folds, tumour borders."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from braintumor_training.errors import TrainingError
from braintumor_training.samples import Sample
from braintumor_training.sources.tables import (
    checked_names,
    column_names,
    frame_border,
    listed_samples,
)

NAME = "cheng"
TITLE = "Cheng's CE-MRI slices as JPEG with manifest.csv"

CHENG_SIDE = 512  # the frame in which the borders are written
AUTHORS_FOLDS = 5
_COLUMNS = ("index", "file", "label", "patient_id", "patient_family", "fold", "border_xy")


def recognises(folder: Path) -> bool:
    """Whether the folder's manifest has this source's columns."""
    return set(column_names(folder / "manifest.csv")) >= set(_COLUMNS)


def read(folder: Path) -> list[Sample]:
    """Read the manifest; the authors' folds 1 to 5 become 0 to 4."""
    manifest = folder / "manifest.csv"
    samples = [
        replace(
            listed,
            cluster=row["index"],
            group=row["patient_id"],
            patient=row["patient_id"],
            family=row["patient_family"],
            source="cheng",
            fold=authors_fold(row["fold"], manifest, line),
            native_size=int(row.get("native_size") or 0),
            border=frame_border(row["border_xy"], CHENG_SIDE),
        )
        for line, row, listed in listed_samples(manifest, _COLUMNS)
    ]
    return checked_names(samples, manifest)


def authors_fold(text: str, where: Path, line: int) -> int:
    """Fold 1 to 5 as 0 to 4; ``TrainingError`` for anything else."""
    if text not in map(str, range(1, AUTHORS_FOLDS + 1)):
        raise TrainingError(
            f"Line {line} has the fold {text!r}; the authors' folds are 1 to {AUTHORS_FOLDS}.",
            path=where,
        )
    return int(text) - 1
