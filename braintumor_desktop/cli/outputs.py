"""Where a run's results go: tables on the terminal, JSON, CSV, pictures, progress."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from braintumor_desktop.cli.names import PictureNames
from braintumor_desktop.errors import BrainTumorError, ImagingError
from braintumor_desktop.imaging.study import Series, Slice, SliceHeader
from braintumor_desktop.inference.finding import Finding
from braintumor_desktop.models.files import write_whole
from braintumor_desktop.reporting.tables import Report, to_csv, to_json

if TYPE_CHECKING:
    from braintumor_desktop.inference.predictor import Answer

STDOUT = "-"


@dataclass
class Outputs:
    """What the user asked to have, checked before any work is done.

    Attributes
    ----------
    json, csv
        A file, ``"-"`` for standard output, or ``None``.
    overlay
        Folder of the pictures, or ``None``.
    quiet
        Neither tables nor progress.
    """

    json: str | None
    csv: str | None
    overlay: Path | None
    quiet: bool
    _names: PictureNames = field(default_factory=PictureNames)
    _pool: ThreadPoolExecutor | None = None
    _pictures: list[Future[None]] = field(default_factory=list)

    @classmethod
    def checked(
        cls, json: str | None, csv: str | None, overlay: Path | None, *, quiet: bool
    ) -> Outputs:
        """Refuse what cannot be written.

        Raises
        ------
        BrainTumorError
            If two outputs claim standard output, or a file or folder cannot be written.
        """
        if json == STDOUT and csv == STDOUT:
            raise BrainTumorError(
                "Only one of --json and --csv can be standard output.",
                remedy="Name a file for the other.",
            )
        for name in (json, csv):
            if name is not None and name != STDOUT:
                _check_file(Path(name))
        if overlay is not None:
            _check_folder(overlay)
        return cls(json, csv, overlay, quiet)

    def say(self, words: str) -> None:
        """A remark for the user, on stderr."""
        if not self.quiet:
            sys.stderr.write(f"{words}\n")

    @contextmanager
    def progress(self, total: int) -> Iterator[Callable[[], None]]:
        """Show progress with its rate on stderr, where that is a terminal."""
        if self.quiet or not sys.stderr.isatty():
            yield lambda: None
            return
        from braintumor_desktop.cli.terminal import progress_bar

        with progress_bar(total) as advance:
            yield advance

    def picture(self, answer: Answer, series: Series, number: int, header: SliceHeader) -> None:
        """Draw and write a slice's picture on a worker, where pictures are asked for."""
        if self.overlay is None:
            return
        path = self.overlay / self._names.name(header, series, number)
        if answer.slice is None or not isinstance(answer.result, Finding):
            return
        if self._pool is None:
            self._pool = ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix="picture")
        self._pictures.append(self._pool.submit(_write_picture, path, answer.slice, answer.result))

    def write(self, report: Report) -> None:
        """Write files and tables.

        Raises
        ------
        BrainTumorError
            If something cannot be written after all.
        BrokenPipeError
            If the reader of standard output went away.
        """
        for name, as_text in ((self.json, to_json), (self.csv, to_csv)):
            if name == STDOUT:
                _write_stdout(as_text(report).encode())
            elif name is not None:
                _write_file(Path(name), as_text(report).encode())
        if not self.quiet and STDOUT not in (self.json, self.csv):
            from braintumor_desktop.cli.terminal import show_tables

            show_tables(report)
        sys.stdout.flush()

    def close(self) -> None:
        """Wait for the pictures.

        Raises
        ------
        BrainTumorError
            If one could not be written.
        """
        if self._pool is not None:
            self._pool.shutdown()
        for future in self._pictures:
            try:
                future.result()
            except OSError as error:
                raise _unwritable(self.overlay or Path(), error) from error


def _write_picture(path: Path, slice_: Slice, finding: Finding) -> None:
    from braintumor_desktop.reporting.overlay import render_overlay

    content = io.BytesIO()
    render_overlay(slice_, finding).save(content, "PNG", compress_level=3)
    write_whole(path, content.getvalue())


def _write_stdout(content: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(content)


def _write_file(path: Path, content: bytes) -> None:
    try:
        write_whole(path, content)
    except OSError as error:
        raise _unwritable(path, error) from error


def _check_file(path: Path) -> None:
    if path.is_dir():
        raise ImagingError("This is a folder, not a file to write.", path=path)
    _check_writable(path.absolute().parent, path)


def _check_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from error
    _check_writable(path, path)


def _check_writable(folder: Path, path: Path) -> None:
    """Ask the file system itself: permission bits do not tell of read-only or full disks."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> ImagingError:
    return ImagingError(
        f"The output cannot be written: {error.strerror or error}.",
        path=path,
        remedy="Choose a folder that you may write to.",
    )
