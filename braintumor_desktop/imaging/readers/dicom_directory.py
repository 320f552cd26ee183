"""DICOMDIR (PS3.3 annex F): the images that it lists, found beside it."""

from __future__ import annotations

import os
from pathlib import Path

from pydicom.dataset import Dataset

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging.contents import Contents
from braintumor_desktop.imaging.readers.dicom_dataset import items, text, value
from braintumor_desktop.imaging.study import Problem

_MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10"


def is_directory(dataset: Dataset) -> bool:
    """Whether the file is a DICOMDIR, whatever its name."""
    meta = getattr(dataset, "file_meta", None)
    stated = text(meta, "MediaStorageSOPClassUID")
    return stated == _MEDIA_STORAGE_DIRECTORY or "DirectoryRecordSequence" in dataset


def directory_contents(dataset: Dataset, path: Path) -> Contents:
    """The image files that a DICOMDIR lists and that exist.

    Raises
    ------
    ImagingError
        If it lists no image, or none of those that it lists lies beside it.
    """
    listed = [
        reference
        for record in items(dataset, "DirectoryRecordSequence")
        if text(record, "DirectoryRecordType") == "IMAGE"
        and (reference := _components(record)) is not None
    ]
    if not listed:
        raise ImagingError(
            "This DICOMDIR lists no images.", path=path, remedy="Open the folder of the images."
        )
    medium = _Medium(path.parent)
    found = [(reference, medium.find(reference)) for reference in listed]
    missing = ["/".join(reference) for reference, file in found if file is None]
    if len(missing) == len(listed):
        raise ImagingError(
            f"None of the {len(listed)} images that this DICOMDIR lists lies beside it.",
            path=path,
            remedy="Put it back beside its images, or open the images themselves.",
        )
    problems = [Problem(path, str(_some_missing(path, missing, len(listed))))] if missing else []
    return Contents(
        referenced=tuple(file for _, file in found if file is not None), problems=tuple(problems)
    )


def _some_missing(path: Path, missing: list[str], listed: int) -> ImagingError:
    return ImagingError(
        f"{len(missing)} of the {listed} images that this DICOMDIR lists are missing, the first of "
        f"them {missing[0]}.",
        path=path,
        remedy="Copy the whole disc again if they matter.",
    )


def _components(record: Dataset) -> tuple[str, ...] | None:
    """The record's file ID; ``None`` where it has none or would leave the DICOMDIR's folder."""
    found = value(record, "ReferencedFileID")
    if found is None:
        return None
    parts = (found,) if isinstance(found, str) else tuple(str(part) for part in found)
    parts = tuple(step for part in parts for step in part.replace("\\", "/").split("/") if step)
    if not parts or any(step in {".", ".."} or ":" in step or "\0" in step for step in parts):
        return None
    return parts


class _Medium:
    """Finds files by their file IDs, in any case: discs are mounted in upper and lower case."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[Path, dict[str, str]] = {}

    def find(self, components: tuple[str, ...]) -> Path | None:
        """The file of a file ID, or ``None`` where there is none."""
        direct = self._folder.joinpath(*components)
        if direct.is_file():
            return direct
        current = self._folder
        for component in components:
            name = self._names_in(current).get(component.casefold())
            if name is None:
                return None
            current = current / name
        return current if current.is_file() else None

    def _names_in(self, folder: Path) -> dict[str, str]:
        if folder not in self._names:
            names = os.listdir(folder) if folder.is_dir() else []
            # ISO 9660 may add a version (";1") or a dot where there is no extension
            self._names[folder] = {n.split(";")[0].rstrip(".").casefold(): n for n in names}
        return self._names[folder]
