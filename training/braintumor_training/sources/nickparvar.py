"""The Kaggle data set of 7,023 images with the manifest that traces it to its sources."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PIL import Image

from braintumor_training.samples import Sample
from braintumor_training.sources.cheng import CHENG_SIDE
from braintumor_training.sources.tables import (
    checked_label,
    column_names,
    frame_border,
    listed_samples,
    read_rows,
)

NAME = "nickparvar"
TITLE = "Kaggle's Brain Tumor MRI Dataset with the manifest that traces every image"

_COLUMNS = ("file", "official_split", "label", "source", "image_cluster", "patient_group")
_MORE = ("cheng_index", "mirrored", "cheng_label")


def recognises(folder: Path) -> bool:
    """Whether the folder's manifest has this source's columns."""
    return {*column_names(folder / "manifest.csv")} >= {*_COLUMNS, *_MORE}


def read(folder: Path) -> list[Sample]:
    """Read the manifest.

    Cheng's label is taken where the two differ, and Cheng's border and native size wherever
    ``cheng/manifest.csv`` stands beside the folder (mirrored where the copy is).
    """
    manifest = folder / "manifest.csv"
    cheng = _beside(folder.parent / "cheng" / "manifest.csv")
    sizes = _br35h_sizes(folder.parent / "br35h")
    samples = []
    for line, row, listed in listed_samples(manifest, [*_COLUMNS, *_MORE]):
        origin = cheng.get(row["cheng_index"], {})
        label = checked_label(row["cheng_label"] or row["label"], manifest, line)
        samples.append(
            replace(
                listed,
                label=label,
                stated_label=listed.label if listed.label != label else "",
                cluster=row["image_cluster"],
                group=row["patient_group"],
                family=row.get("patient_family", ""),
                source=row["source"],
                part=row["official_split"],
                native_size=int(origin.get("native_size") or sizes.get(row["image_cluster"], 0)),
                border=frame_border(
                    origin.get("border_xy", ""), CHENG_SIDE, mirrored=row["mirrored"] == "1"
                ),
            )
        )
    return samples


def native_members(samples: list[Sample], folder: Path) -> list[Sample]:
    """The same images at their native resolution, from ``cheng`` and ``br35h`` beside the folder.

    Each joins the cluster and the group of its reduced copies, so that no split separates them.
    """
    manifest = folder / "manifest.csv"
    rows = read_rows(manifest, [*_COLUMNS, *_MORE])
    by_cluster = {sample.cluster: sample for sample in samples}
    of_cheng = {r["cheng_index"]: by_cluster[r["image_cluster"]] for r in rows if r["cheng_index"]}
    natives = []
    beside = folder.parent / "cheng"
    for index, row in _beside(beside / "manifest.csv").items():
        twin = of_cheng.get(index)
        if twin is not None:
            border = frame_border(row["border_xy"], CHENG_SIDE)
            natives.append(_native(twin, beside, "cheng", row["file"], border))
    beside = folder.parent / "br35h"
    if (beside / "manifest.csv").exists():
        for row in read_rows(beside / "manifest.csv", ["file", "image_cluster"]):
            twin = by_cluster.get(row["image_cluster"])
            if twin is not None:
                natives.append(_native(twin, beside, "br35h", row["file"], None))
    return natives


def _native(
    twin: Sample,
    folder: Path,
    source: str,
    file: str,
    border: tuple[tuple[float, float], ...] | None,
) -> Sample:
    return Sample(
        path=folder / file,
        name=f"../{source}/{file}",
        label=twin.label,
        cluster=twin.cluster,
        group=twin.group,
        patient=twin.patient,
        family=twin.family,
        source=source,
        native_size=twin.native_size,
        border=border,
    )


def _beside(manifest: Path) -> dict[str, dict[str, str]]:
    """Cheng's rows by index; none where the folder does not stand beside."""
    if not manifest.exists():
        return {}
    return {row["index"]: row for row in read_rows(manifest, ["index", "border_xy"])}


def _br35h_sizes(folder: Path) -> dict[str, int]:
    """Longest native side by image cluster, from the files' headers."""
    if not (folder / "manifest.csv").exists():
        return {}
    sizes = {}
    for row in read_rows(folder / "manifest.csv", ["file", "image_cluster"]):
        with Image.open(folder / row["file"]) as image:
            sizes[row["image_cluster"]] = max(image.size)
    return sizes
