"""Br35H's slices without tumour at native resolution, clustered with nickparvar's copies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from braintumor_training.samples import Sample
from braintumor_training.sources.tables import checked_names, column_names, listed_samples

NAME = "br35h"
TITLE = "Br35H's slices without tumour with manifest.csv"

_COLUMNS = ("file", "label", "image_cluster", "patient_group")


def recognises(folder: Path) -> bool:
    """Whether the folder's manifest has just this source's columns."""
    return column_names(folder / "manifest.csv") == _COLUMNS


def read(folder: Path) -> list[Sample]:
    """Read the manifest."""
    manifest = folder / "manifest.csv"
    samples = [
        replace(listed, cluster=row["image_cluster"], group=row["patient_group"], source="br35h")
        for _, row, listed in listed_samples(manifest, _COLUMNS)
    ]
    return checked_names(samples, manifest)
