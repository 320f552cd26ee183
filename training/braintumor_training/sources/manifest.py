"""A folder with ``manifest.csv``: the form for a hospital's own images.

Columns: ``path``, ``label``, ``patient``; optionally ``cluster`` (same image), ``source``,
``split`` (train, validation, test) and ``border`` (``x,y`` pairs in shares of the image, between
spaces).
"""

from __future__ import annotations

from pathlib import Path

from braintumor_training.errors import TrainingError
from braintumor_training.samples import Sample
from braintumor_training.sources.tables import (
    checked_label,
    checked_names,
    read_rows,
    share_border,
)

NAME = "manifest"
TITLE = "manifest.csv with path, label, patient; optionally cluster, source, split, border"

_PARTS = ("", "train", "validation", "test")


def recognises(folder: Path) -> bool:
    """Whether the folder holds a manifest."""
    return (folder / "manifest.csv").is_file()


def read(folder: Path) -> list[Sample]:
    """Read the manifest; ``TrainingError`` names the line that is wrong."""
    manifest = folder / "manifest.csv"
    rows = read_rows(manifest, ["path", "label", "patient"])
    samples = []
    for line, row in enumerate(rows, start=2):
        if not row["patient"].strip():
            raise TrainingError(f"Line {line} names no patient.", path=manifest)
        samples.append(
            Sample(
                path=folder / row["path"],
                name=row["path"],
                label=checked_label(row["label"], manifest, line),
                cluster=row.get("cluster", ""),
                group=row["patient"],
                patient=row["patient"],
                source=row.get("source", ""),
                part=_part(row.get("split", ""), manifest, line),
                border=share_border(row.get("border", ""), manifest, line),
            )
        )
    return checked_names(samples, manifest)


def _part(text: str, manifest: Path, line: int) -> str:
    if text not in _PARTS:
        raise TrainingError(
            f"Line {line} has the split {text!r}; it must be train, validation or test.",
            path=manifest,
        )
    return text
