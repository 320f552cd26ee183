"""One folder a class, as Kaggle's data sets come, with or without a split of their own."""

from __future__ import annotations

from pathlib import Path

from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_training.errors import TrainingError
from braintumor_training.samples import Sample
from braintumor_training.sources.tables import class_key

NAME = "folders"
TITLE = "one folder a class (glioma, notumor …), with or without Training, Validation, Testing"

_PARTS = {
    "training": "train",
    "train": "train",
    "validation": "validation",
    "val": "validation",
    "valid": "validation",
    "testing": "test",
    "test": "test",
}
SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp"})


def recognises(folder: Path) -> bool:
    """Whether folders named after classes lie here, or below Training and Testing."""
    return bool(_class_folders(folder))


def _class_folders(folder: Path) -> list[tuple[str, str, Path]]:
    """(part, class key, folder) of every folder that is named after a class."""
    if not folder.is_dir():
        return []
    found: list[tuple[str, str | None, Path]] = []
    for below in sorted(p for p in folder.iterdir() if p.is_dir()):
        part = _PARTS.get(below.name.lower())
        if part is not None:
            leaves = sorted(p for p in below.iterdir() if p.is_dir())
            found.extend((part, class_key(leaf.name), leaf) for leaf in leaves)
        else:
            found.append(("", class_key(below.name), below))
    return [(part, key, leaf) for part, key, leaf in found if key is not None]


def read(folder: Path) -> list[Sample]:
    """Clusters and patients stay empty: nothing here says which images belong together.

    Raises
    ------
    TrainingError
        If no folder is named after a class, or one of them is empty.
    """
    classes = _class_folders(folder)
    if not classes:
        raise TrainingError(
            f"No folder here is named after a class ({', '.join(CLASS_KEYS)}).",
            path=folder,
            remedy="Sort the images into one folder a class, or write a manifest.csv.",
        )
    samples = []
    for part, key, leaf in classes:
        images = sorted(p for p in leaf.iterdir() if p.suffix.lower() in SUFFIXES)
        if not images:
            raise TrainingError(f"The class {key} is empty.", path=leaf)
        for path in images:
            name = path.relative_to(folder).as_posix()
            samples.append(
                Sample(path, key, cluster="", group="", name=name, part=part, source=folder.name)
            )
    return samples
