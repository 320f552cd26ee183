"""Labelled images: what one is, and the readers that find them (``SOURCES``)."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_training.errors import TrainingError

_CHENG_SIDE = 512  # the frame in which Cheng's borders are written


@dataclass(frozen=True)
class Sample:
    """One labelled image.

    Attributes
    ----------
    path
        The image file.
    label
        Class key.
    cluster
        Images with the same cluster are the same image (mirrored or not).
    group
        Images with the same group must not be separated by a split (patient, cluster).
    source
        Where the image comes from (``cheng``, ``br35h`` …), for figures by source.
    border
        Tumour border as (x, y) in shares of the image's width and height, or ``None``.
    """

    path: Path
    label: str
    cluster: str
    group: str
    source: str = ""
    border: tuple[tuple[float, float], ...] | None = None


def _rows(path: Path, required: Sequence[str]) -> list[dict[str, str]]:
    """Rows of a CSV manifest; a clear error when it or one of its columns is missing."""
    try:
        with path.open(newline="", encoding="utf-8") as stream:
            reader = csv.DictReader(stream)
            missing = [name for name in required if name not in (reader.fieldnames or ())]
            rows = list(reader)
    except OSError as error:
        raise TrainingError(
            f"The manifest cannot be read ({error.strerror}).",
            path=path,
            remedy="Give the folder that holds it.",
        ) from error
    if missing:
        raise TrainingError(f"The manifest lacks the columns {', '.join(missing)}.", path=path)
    if not rows:
        raise TrainingError("The manifest lists no image.", path=path)
    return rows


def _checked_label(label: str, manifest: Path, line: int) -> str:
    if label not in CLASS_KEYS:
        raise TrainingError(
            f"Line {line} has the label {label!r}; the classes are {', '.join(CLASS_KEYS)}.",
            path=manifest,
        )
    return label


def read_border(
    text: str, side: float, *, mirrored: bool = False
) -> tuple[tuple[float, float], ...] | None:
    """Parse ``"x,y x,y …"`` in a square frame of ``side`` pixels into shares of the frame."""
    if not text.strip():
        return None
    points = [tuple(float(v) for v in pair.split(",")) for pair in text.split()]
    shares = [((x + 0.5) / side, (y + 0.5) / side) for x, y in points]
    return tuple((1 - x, y) for x, y in shares) if mirrored else tuple(shares)


def read_nickparvar(folder: Path) -> list[Sample]:
    """The Kaggle data set with the manifest that traces it to its sources.

    Cheng's label is taken where the two differ, and Cheng's border wherever ``cheng/manifest.csv``
    stands beside the folder (mirrored where the copy is).
    """
    manifest = folder / "manifest.csv"
    rows = _rows(
        manifest, ["file", "label", "image_cluster", "patient_group", "source", "cheng_label"]
    )
    borders: dict[str, str] = {}
    beside = folder.parent / "cheng" / "manifest.csv"
    if beside.exists():
        borders = {r["index"]: r["border_xy"] for r in _rows(beside, ["index", "border_xy"])}
    return [
        Sample(
            path=folder / row["file"],
            label=_checked_label(row["cheng_label"] or row["label"], manifest, line),
            cluster=row["image_cluster"],
            group=row["patient_group"],
            source=row["source"],
            border=read_border(
                borders.get(row["cheng_index"], ""), _CHENG_SIDE, mirrored=row["mirrored"] == "1"
            ),
        )
        for line, row in enumerate(rows, start=2)
    ]


def read_manifest(folder: Path) -> list[Sample]:
    """A folder with ``manifest.csv``: path, label, patient; optionally cluster, source, border.

    ``border`` holds ``x,y`` pairs in shares of the image's width and height, separated by spaces.
    """
    manifest = folder / "manifest.csv"
    rows = _rows(manifest, ["path", "label", "patient"])
    return [
        Sample(
            path=folder / row["path"],
            label=_checked_label(row["label"], manifest, line),
            cluster=row.get("cluster") or row["path"],
            group=row["patient"],
            source=row.get("source") or "",
            border=_share_border(row.get("border") or ""),
        )
        for line, row in enumerate(rows, start=2)
    ]


def _share_border(text: str) -> tuple[tuple[float, float], ...] | None:
    if not text.strip():
        return None
    points = [pair.split(",") for pair in text.split()]
    return tuple((float(x), float(y)) for x, y in points)


SOURCES: dict[str, Callable[[Path], list[Sample]]] = {
    "nickparvar": read_nickparvar,
    "manifest": read_manifest,
}


def read_source(kind: str, folder: Path) -> list[Sample]:
    """Read a data source by the name of its reader; see ``SOURCES``."""
    if kind not in SOURCES:
        raise TrainingError(
            f"There is no data source {kind!r}; known are {', '.join(sorted(SOURCES))}."
        )
    return SOURCES[kind](folder)
