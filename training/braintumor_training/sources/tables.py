"""What the readers share: CSV tables, labels, borders, names, each with its refusals."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_training.errors import TrainingError
from braintumor_training.samples import Border, Sample

# How published folders and tables spell the classes; the keys themselves are understood too.
_SPELLINGS = {
    "glioma_tumor": "glioma",
    "meningioma_tumor": "meningioma",
    "pituitary_tumor": "pituitary",
    "pituitary_adenoma": "pituitary",
    "notumor": "no_tumor",
    "no": "no_tumor",
    "normal": "no_tumor",
    "healthy": "no_tumor",
}
_OUTSIDE = 0.02  # borders may touch the rim, and drawing rounds


def read_rows(path: Path, required: Sequence[str]) -> list[dict[str, str]]:
    """Rows of a CSV table; ``TrainingError`` when it, its rows or a column are missing."""
    try:
        with path.open(newline="", encoding="utf-8-sig") as stream:
            reader = csv.DictReader(stream)
            missing = [name for name in required if name not in (reader.fieldnames or ())]
            rows = [{k: v or "" for k, v in row.items() if k is not None} for row in reader]
    except OSError as error:
        raise TrainingError(
            f"The manifest cannot be read ({error.strerror}).",
            path=path,
            remedy="Give the folder that holds it.",
        ) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise TrainingError(
            f"The manifest is no CSV table in UTF-8: {error}.", path=path
        ) from error
    if missing:
        raise TrainingError(f"The manifest lacks the columns {', '.join(missing)}.", path=path)
    if not rows:
        raise TrainingError("The manifest lists no image.", path=path)
    return rows


def column_names(manifest: Path) -> tuple[str, ...]:
    """What a table's first line names; nothing where there is no such table."""
    try:
        with manifest.open(encoding="utf-8-sig") as stream:
            return tuple(stream.readline().strip().split(","))
    except (OSError, UnicodeDecodeError):
        return ()  # no manifest that a reader could know


def listed_samples(
    manifest: Path, required: Sequence[str]
) -> Iterator[tuple[int, dict[str, str], Sample]]:
    """(line, row, sample) of a table with ``file`` and ``label``; the reader fills in the rest."""
    for line, row in enumerate(read_rows(manifest, required), start=2):
        path = manifest.parent / row["file"]
        label = checked_label(row["label"], manifest, line)
        yield line, row, Sample(path, label, cluster="", group="", name=row["file"])


def class_key(text: str) -> str | None:
    """The class that a folder or a table means, or ``None``: ``"No Tumor"`` -> ``"no_tumor"``."""
    plain = text.strip().lower().replace(" ", "_").replace("-", "_")
    plain = _SPELLINGS.get(plain, plain)
    return plain if plain in CLASS_KEYS else None


def checked_label(text: str, manifest: Path, line: int) -> str:
    """The class of one line of a table; ``TrainingError`` names the line when there is none."""
    key = class_key(text)
    if key is None:
        raise TrainingError(
            f"Line {line} has the label {text!r}; the classes are {', '.join(CLASS_KEYS)}.",
            path=manifest,
        )
    return key


def checked_names(samples: Sequence[Sample], where: Path) -> list[Sample]:
    """The samples, once no two of them have one name; ``TrainingError`` names the pair."""
    seen: dict[str, Sample] = {}
    for sample in samples:
        before = seen.setdefault(sample.name, sample)
        if before is not sample:
            how = (
                "twice"
                if before.label == sample.label
                else (f"twice, as {before.label} and as {sample.label}")
            )
            raise TrainingError(
                f"The image {sample.name} is listed {how}.",
                path=where,
                remedy="Give every image one line and one name.",
            )
    return list(samples)


def frame_border(text: str, side: float, *, mirrored: bool = False) -> Border | None:
    """Parse ``"x,y x,y …"`` in a square frame of ``side`` pixels into shares of the frame."""
    points = _points(text)
    if points is None:
        return None
    shares = [((x + 0.5) / side, (y + 0.5) / side) for x, y in points]
    return tuple((1 - x, y) for x, y in shares) if mirrored else tuple(shares)


def share_border(text: str, manifest: Path, line: int) -> Border | None:
    """Parse ``"x,y x,y …"`` in shares of the image; refuses a border outside its image."""
    try:
        points = _points(text)
    except ValueError as error:
        raise TrainingError(
            f"Line {line} has a border that cannot be read ({error}).",
            path=manifest,
            remedy="Write it as x,y pairs in shares of the image, separated by spaces.",
        ) from error
    if points is None:
        return None
    if any(not -_OUTSIDE <= value <= 1 + _OUTSIDE for point in points for value in point):
        raise TrainingError(
            f"Line {line} has a border outside its image.",
            path=manifest,
            remedy="Write x and y in shares of the image's width and height, from 0 to 1.",
        )
    return points


def _points(text: str) -> Border | None:
    if not text.strip():
        return None
    pairs = [pair.split(",") for pair in text.split()]
    points = tuple((float(x), float(y)) for x, y in pairs)
    if len(points) < 3:
        raise ValueError(f"{len(points)} points enclose nothing")
    return points
