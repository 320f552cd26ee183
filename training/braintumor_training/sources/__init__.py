"""Where labelled images come from: one reader each behind one interface.

Every reader is a module with the same names: ``NAME``, ``TITLE``, ``recognises(folder)`` and
``read(folder) -> list[Sample]``.  Where a source does not say which images are one image, it leaves
``cluster`` empty and the pixels are asked (``tracing``).
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from braintumor_training.errors import TrainingError
from braintumor_training.samples import Sample
from braintumor_training.sources import (
    br35h,
    cheng,
    cheng_mat,
    dicom,
    folders,
    manifest,
    nickparvar,
)


class Source(Protocol):
    """What a reader's module offers."""

    NAME: str
    TITLE: str

    def recognises(self, folder: Path) -> bool: ...

    def read(self, folder: Path) -> list[Sample]: ...


# In the order in which a folder is tried: the particular before the general.
_READERS: tuple[Source, ...] = (nickparvar, cheng, br35h, manifest, cheng_mat, dicom, folders)
SOURCES: dict[str, Source] = {reader.NAME: reader for reader in _READERS}


def find_source(kind: str, folder: Path) -> Source:
    """The reader of this name; for ``"auto"`` the first that recognises the folder.

    Raises
    ------
    TrainingError
        If there is no such reader, no such folder, or nothing in it is recognised.
    """
    if kind != "auto" and kind not in SOURCES:
        raise TrainingError(
            f"There is no data source {kind!r}; known are {', '.join(sorted(SOURCES))}."
        )
    if not folder.is_dir():
        raise TrainingError("This folder does not exist.", path=folder)
    if kind != "auto":
        return SOURCES[kind]
    for reader in _READERS:
        if reader.recognises(folder):
            return reader
    raise TrainingError(
        "Nothing here looks like labelled images.",
        path=folder,
        remedy="Sort them into one folder a class, or write a manifest.csv with path, label and"
        " patient.",
    )


def read_source(kind: str, folder: Path) -> list[Sample]:
    """Read a data source by the name of its reader, or ``"auto"``; see ``SOURCES``."""
    return find_source(kind, folder).read(folder)


__all__ = ["SOURCES", "Source", "find_source", "read_source"]
