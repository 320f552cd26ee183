"""Opens files, folders and DICOMDIRs: reads headers, groups images, lists what was left out."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from braintumor_desktop.errors import Cancelled, ImagingError
from braintumor_desktop.imaging.contents import Contents, FoundImage
from braintumor_desktop.imaging.files import list_files
from braintumor_desktop.imaging.grouping import group
from braintumor_desktop.imaging.readers import read_headers
from braintumor_desktop.imaging.study import OpenedInput, Problem

_REPORT_EVERY = 0.03  # seconds between two reports of progress


def open_paths(
    paths: Sequence[Path],
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> OpenedInput:
    """Read the headers of files, folders and DICOMDIRs and group their images.

    Parameters
    ----------
    paths
        Files, folders (walked with everything below them) and DICOMDIRs, in any mixture.
    progress
        Called with (files read, files found) on the calling thread, some 30 times a second, at last
        with both equal.  The second number grows while a DICOMDIR is followed.
    cancelled
        Asked before every file.

    Returns
    -------
    The studies, and a Problem for every file that was left out; no pixel has been decoded, so an
    image may still turn out damaged or coloured when it is read.

    Raises
    ------
    Cancelled
        If ``cancelled`` answered True.
    """
    opening = _Opening(progress, cancelled)
    opening.list(paths)
    opening.read()
    return OpenedInput(studies=group(opening.images), problems=tuple(opening.problems))


class _Opening:
    """One run of :func:`open_paths`: the files that wait, and what has been found."""

    def __init__(
        self,
        progress: Callable[[int, int], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self.images: list[FoundImage] = []
        self.problems: list[Problem] = []
        self._waiting: deque[Path] = deque()
        self._known: set[Path] = set()
        self._done = 0
        self._progress = progress
        self._cancelled = cancelled
        self._reported = 0.0

    def list(self, paths: Sequence[Path]) -> None:
        """Find the files that the paths mean."""
        for entry in list_files(paths):
            self._check_cancelled()
            if isinstance(entry, Problem):
                self.problems.append(entry)
            else:
                self._add(entry)
            self._report()

    def read(self) -> None:
        """Read the headers of all files that wait."""
        while self._waiting:
            self._check_cancelled()
            path = self._waiting.popleft()
            self._take(self._contents(path))
            self._done += 1
            self._report()
        self._report(last=True)

    def _contents(self, path: Path) -> Contents:
        try:
            return read_headers(path)
        except ImagingError as error:
            return Contents(problems=(Problem(path, str(error)),))

    def _take(self, contents: Contents) -> None:
        self.images.extend(contents.images)
        self.problems.extend(contents.problems)
        for path in contents.referenced:
            self._add(path)

    def _add(self, path: Path) -> None:
        if path not in self._known:
            self._known.add(path)
            self._waiting.append(path)

    def _check_cancelled(self) -> None:
        if self._cancelled is not None and self._cancelled():
            raise Cancelled

    def _report(self, *, last: bool = False) -> None:
        if self._progress is None:
            return
        now = time.monotonic()
        if last or now - self._reported >= _REPORT_EVERY:
            self._reported = now
            self._progress(self._done, self._done + len(self._waiting))
