"""Br35H's slices without tumour at native resolution, clustered with nickparvar's copies."""

from __future__ import annotations

from pathlib import Path

from braintumor_training.samples import Sample
from braintumor_training.sources.tables import checked_label, checked_names, read_rows

NAME = "br35h"
TITLE = "Br35H's slices without tumour with manifest.csv"

_COLUMNS = ("file", "label", "image_cluster", "patient_group")


def recognises(folder: Path) -> bool:
    """Whether the folder's manifest has just this source's columns."""
    try:
        with (folder / "manifest.csv").open(encoding="utf-8-sig") as stream:
            return tuple(stream.readline().strip().split(",")) == _COLUMNS
    except (OSError, UnicodeDecodeError):
        return False


def read(folder: Path) -> list[Sample]:
    """Read the manifest."""
    manifest = folder / "manifest.csv"
    samples = [
        Sample(
            path=folder / row["file"],
            name=row["file"],
            label=checked_label(row["label"], manifest, line),
            cluster=row["image_cluster"],
            group=row["patient_group"],
            source="br35h",
        )
        for line, row in enumerate(read_rows(manifest, _COLUMNS), start=2)
    ]
    return checked_names(samples, manifest)
