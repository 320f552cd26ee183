"""What was open when the program ended: the places, the series and the slice; for its owner alone.

Studies often lie in folders that name the patient, so nothing is kept while that is switched off.
"""

from __future__ import annotations

import errno
import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError
from PySide6.QtCore import QLockFile

from braintumor_desktop.private_files import write_private


class LastSession(BaseModel):
    """What is needed to go on.

    Attributes
    ----------
    paths
        The files and folders that were open, in their order.
    series
        ``series_instance_uid`` of the series that was looked at; empty for none.
    index
        The slice that was looked at.
    ended
        False while the program runs: found so at a start, it ended unexpectedly.
    """

    model_config = ConfigDict(frozen=True)

    paths: tuple[str, ...] = ()
    series: str = ""
    index: int = 0
    ended: bool = False


class SessionFile:
    """The file of the last session; of several windows, the first one alone writes it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = QLockFile(str(file.with_suffix(".lock")))
        self._lock.setStaleLockTime(0)  # stale only when its process is gone
        self._written: LastSession | None = None

    def claim(self) -> bool:
        """Become the window that writes; False where another one is.

        Raises
        ------
        OSError
            If nothing can be written there.
        """
        self._file.parent.mkdir(parents=True, exist_ok=True)
        if self._lock.tryLock(0):
            return True
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            raise OSError(errno.EIO, "the folder of the settings cannot be written to")
        return False

    @property
    def claimed(self) -> bool:
        return self._lock.isLocked()

    def read(self) -> LastSession | None:
        """What was open last time; ``None`` where nothing was kept or it cannot be read."""
        try:
            return LastSession.model_validate(json.loads(self._file.read_text(encoding="utf-8")))
        except (OSError, ValueError, ValidationError):
            return None

    def write(self, session: LastSession) -> None:
        """Keep it; ``OSError`` where that is impossible."""
        if self.claimed and session != self._written:
            write_private(self._file, session.model_dump_json(indent=1))
            self._written = session

    def forget(self) -> None:
        """Keep nothing."""
        if self.claimed:
            self._file.unlink(missing_ok=True)
            self._written = None

    def release(self) -> None:
        """Let another window write."""
        self._lock.unlock()
