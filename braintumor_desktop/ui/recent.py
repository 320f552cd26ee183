"""What was opened last: where it lies and never what it holds, in a file for its owner alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from braintumor_desktop.private_files import write_private

MOST = 10


@dataclass(frozen=True)
class RecentEntry:
    """The files and folders of one opening."""

    paths: tuple[Path, ...]

    @property
    def name(self) -> str:
        """What it is called in a list: the last part of its first path."""
        first = self.paths[0]
        return first.name or str(first)

    @property
    def others(self) -> int:
        """How many paths were opened together with the first one."""
        return len(self.paths) - 1

    def missing(self) -> bool:
        """Whether nothing of it is there any more; asks the disk, so call it on a worker."""
        return not any(path.exists() for path in self.paths)


class RecentStudies:
    """The list, newest first.

    Parameters
    ----------
    file
        Where it is kept, readable by its owner alone: paths often name a patient.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self.entries: tuple[RecentEntry, ...] = self._load()

    def add(self, paths: Sequence[Path]) -> None:
        """Put an opening in front; ``OSError`` where the list cannot be written."""
        if paths:
            entry = RecentEntry(tuple(path.absolute() for path in paths))
            self._keep((entry, *(e for e in self.entries if e != entry))[:MOST])

    def remove(self, entry: RecentEntry) -> None:
        """Forget one opening."""
        self._keep(tuple(e for e in self.entries if e != entry))

    def clear(self) -> None:
        """Forget everything; the file goes too."""
        self.entries = ()
        self._file.unlink(missing_ok=True)

    def _keep(self, entries: tuple[RecentEntry, ...]) -> None:
        self.entries = entries
        content = [[str(path) for path in entry.paths] for entry in entries]
        write_private(self._file, json.dumps(content, indent=1))

    def _load(self) -> tuple[RecentEntry, ...]:
        """What is kept; a list that cannot be read is an empty one: nothing is lost with it."""
        try:
            raw = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return ()
        rows = raw if isinstance(raw, list) else []
        entries = [
            RecentEntry(tuple(Path(p) for p in row))
            for row in rows
            if isinstance(row, list) and row and all(isinstance(p, str) and p for p in row)
        ]
        return tuple(entries[:MOST])
