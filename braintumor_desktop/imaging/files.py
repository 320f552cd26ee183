"""Which files a set of paths means: files themselves, folders with everything below them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging.access import explained
from braintumor_desktop.imaging.contents import natural_key
from braintumor_desktop.imaging.study import Problem

_LITTER = {"thumbs.db", "desktop.ini"}


def list_files(paths: Sequence[Path]) -> Iterator[Path | Problem]:
    """Yield every file that the paths mean, once each, or a Problem in its place.

    Folders are walked in natural order, through symlinks, each real folder once, so that loops end.
    What an operating system strews into folders (hidden files, Thumbs.db) is passed over unless it
    is named itself.
    """
    walk = _Walk()
    for path in paths:
        given = Path(path)
        try:
            is_folder = given.is_dir()
        except OSError as failure:  # a drive that has gone, a folder that may not be entered
            yield Problem(given, str(explained(failure, given)))
            continue
        if is_folder:
            found = False
            for entry in walk.folder(given):
                found = True
                yield entry
            if not found and not walk.repeated(given):
                yield _problem("This folder holds no files.", given, "Choose another folder.")
        elif walk.is_new(given):
            yield given


class _Walk:
    """Folders and files that have been seen, by their real paths."""

    def __init__(self) -> None:
        self._folders: set[str] = set()
        self._repeated: set[str] = set()
        self._files: set[str] = set()

    def is_new(self, file: Path, real: str | None = None) -> bool:
        """Whether this file comes for the first time; it then counts as seen."""
        key = real or os.path.realpath(file)
        if key in self._files:
            return False
        self._files.add(key)
        return True

    def repeated(self, folder: Path) -> bool:
        """Whether a folder was passed over because it had been walked before."""
        return os.path.realpath(folder) in self._repeated

    def folder(self, folder: Path) -> Iterator[Path | Problem]:
        """Everything below a folder, without recursion, whatever its depth."""
        waiting = [folder]
        while waiting:
            current = waiting.pop()
            real = os.path.realpath(current)
            if real in self._folders:
                self._repeated.add(real)
                continue
            self._folders.add(real)
            try:
                with os.scandir(current) as entries:
                    listed = sorted(entries, key=lambda entry: natural_key(entry.name))
            except OSError as failure:
                yield Problem(current, str(explained(failure, current)))
                continue
            below = []
            for entry in listed:
                if entry.name.startswith(".") or entry.name.casefold() in _LITTER:
                    continue
                if _is_folder(entry):
                    below.append(current / entry.name)
                elif self.is_new(
                    current / entry.name,
                    None if entry.is_symlink() else os.path.join(real, entry.name),
                ):
                    yield current / entry.name
            waiting.extend(reversed(below))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether to go below; what the system refuses to say is told when it is read as a file."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _problem(what: str, path: Path, remedy: str) -> Problem:
    return Problem(path, str(ImagingError(what, path=path, remedy=remedy)))
