"""Crash files: what ended the program, without values, messages or anybody's paths.

Two things write them.  An exception that nothing caught is written by :meth:`CrashFiles.write`.
What kills the process outright (a fault in a library) is written by ``faulthandler`` into a file
that stands ready while the program runs and goes when it ends well.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import platform
import re
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from braintumor_desktop import __version__
from braintumor_desktop.app.privacy import (
    NAMES,
    OUR_LOGGER,
    short_file,
    trace_without_values,
)
from braintumor_desktop.ui.workers import log_without_names

_log = logging.getLogger(__name__)
_PACKAGES = ("PySide6-Essentials", "torch", "pydicom", "numpy")
_TRACE = "(most recent call first)"  # what faulthandler writes on every platform
_SOURCE = re.compile(r'File "([^"]+)"')
_KEPT, _STALE_DAYS = 10, 7
_TIME = "%Y-%m-%d %H:%M:%S UTC"


class CrashFiles:
    """The crash files of one folder.

    Parameters
    ----------
    folder
        Where they are written; made when the first one is.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._standby: TextIO | None = None

    # -- while the program runs -----------------------------------------------------------------

    def stand_by(self) -> None:
        """Let ``faulthandler`` write into a file of this process from now on."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self.folder / f"running-{os.getpid()}.txt"
            self._standby = path.open("w", encoding="utf-8")
        except OSError:
            return  # then there is no log file either, which has been said
        if self._add_to_standby(_head("started")):
            faulthandler.enable(self._standby, all_threads=True)

    def add_versions(self) -> None:
        """Complete the head of the file that stands ready; looking packages up takes a while."""
        self._add_to_standby([*_package_versions(), ""])

    def _add_to_standby(self, lines: list[str]) -> bool:
        """Write lines into the file that stands ready; a full disk ends only the standing by."""
        if self._standby is None:
            return False
        try:
            self._standby.write("\n".join(lines) + "\n")
            self._standby.flush()
        except OSError as error:
            _log.warning("no crash file can be kept ready (%s)", type(error).__name__)
            self.stand_down()
            return False
        return True

    def stand_down(self) -> None:
        """The program ends well: nothing is left behind."""
        if self._standby is None:
            return
        faulthandler.disable()
        stream, self._standby = self._standby, None
        with contextlib.suppress(OSError):  # what a full disk did not take is not needed any more
            stream.close()
        with contextlib.suppress(OSError):  # a disk that turned read-only keeps it: it is swept
            Path(stream.name).unlink(missing_ok=True)

    def write(self, error: BaseException | None, words: str = "") -> Path | None:
        """Write a crash file; ``None`` where that is impossible."""
        lines = [
            *_head("ended"),
            *_package_versions(),
            f"thread {threading.current_thread().name}",
            "",
        ]
        lines += [NAMES.scrubbed(words)] if words else []
        lines += trace_without_values(error) if error is not None else []
        path = self._free_path(datetime.now(UTC))
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        except OSError:
            with contextlib.suppress(OSError):
                path.unlink(
                    missing_ok=True
                )  # a full disk leaves an empty file, which tells nothing
            return None
        return path

    # -- at the next start ----------------------------------------------------------------------

    def untold(self) -> Path | None:
        """The newest crash file that the user has not been told of, and tell of it only once."""
        try:
            self._sweep()
            files = sorted(self.folder.glob("crash-*.txt"))
            for old in files[:-_KEPT]:
                old.unlink()
            mark = self.folder / "told"
            told = mark.read_text(encoding="utf-8") if mark.exists() else ""
            if not files or files[-1].name <= told:
                return None
            mark.write_text(files[-1].name, encoding="utf-8")
        except OSError:
            return None
        return files[-1]

    def _sweep(self) -> None:
        """Name what dead processes left: a crash file where there is a trace, else nothing."""
        for path in self.folder.glob("running-*.txt"):
            if self._standby is not None and path == Path(self._standby.name):
                continue
            written = path.stat().st_mtime
            ended = datetime.fromtimestamp(written, UTC)
            text = path.read_text(encoding="utf-8", errors="replace")
            if _TRACE in text:
                text = _SOURCE.sub(lambda found: f"{short_file(found[1])}", text)
                crash = self._free_path(ended)
                crash.write_text(f"{text.rstrip()}\n\nended {ended:{_TIME}}\n", encoding="utf-8")
                path.unlink()
            elif time.time() - written > _STALE_DAYS * 86_400:
                path.unlink()  # killed from outside, or a power failure: nothing to tell

    def _free_path(self, when: datetime) -> Path:
        names = (f"crash-{when:%Y%m%d-%H%M%S}-{n:03}.txt" for n in range(1000))
        return next(p for p in (self.folder / name for name in names) if not p.exists())


def write_what_ends_the_program(files: CrashFiles) -> Callable[[], None]:
    """Write a crash file for what no one catches, in the main thread and in every other.

    Returns
    -------
    Puts the hook of the main thread back, which the window takes over while it is open.
    """

    def main(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        log_without_names(error)
        sys.stderr.write(_last_words(kind.__name__, files.write(error)))

    def other(arguments: threading.ExceptHookArgs) -> None:
        if isinstance(arguments.exc_value, Exception):
            log_without_names(arguments.exc_value)
            files.write(arguments.exc_value)

    def put_back() -> None:
        sys.excepthook = main

    threading.excepthook = other
    put_back()
    return put_back


def _last_words(kind: str, path: Path | None) -> str:
    written = f" A report without patient data: {path}" if path else ""
    return f"BrainTumor Desktop ended unexpectedly ({kind}).{written}\n"


def _head(moment: str) -> list[str]:
    """What every crash file begins with; ``moment`` is what the program did just now."""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return [
        "BrainTumor Desktop crash file. It holds no values, no messages and no paths of images.",
        f"{moment} {datetime.now(UTC):{_TIME}}",
        f"{OUR_LOGGER} {__version__}",
        f"Python {platform.python_version()} on {system}",
    ]


def _package_versions() -> list[str]:
    from importlib.metadata import PackageNotFoundError, version

    lines = []
    for name in _PACKAGES:
        with contextlib.suppress(PackageNotFoundError):  # a frozen build may leave them out
            lines.append(f"{name} {version(name)}")
    return lines
