"""Opens files, folders and DICOMDIRs: reads headers, groups images, lists what was left out."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from braintumor_desktop.errors import Cancelled, ImagingError
from braintumor_desktop.imaging.contents import Contents, FoundImage
from braintumor_desktop.imaging.files import list_files
from braintumor_desktop.imaging.grouping import group
from braintumor_desktop.imaging.readers import read_headers
from braintumor_desktop.imaging.study import OpenedInput, Problem, Study

_REPORT_EVERY = 0.03  # seconds between two reports of progress
_GROUP_EVERY = 0.4  # seconds between two looks at the studies, at least
_GROUP_SHARE = 10  # and at least so many times what the last grouping took


@dataclass(frozen=True)
class OpeningProgress:
    """How far an opening has come.

    Attributes
    ----------
    done, found
        Files read, and files found so far; the second grows while a DICOMDIR is followed.
    studies
        What has been found, grouped; the very same tuple as before while it is not looked at anew.
    problems
        What has been left out, as far as ``studies`` go.
    finished
        True for the last one alone: nothing follows.
    """

    done: int
    found: int
    studies: tuple[Study, ...] = ()
    problems: tuple[Problem, ...] = ()
    finished: bool = False


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
    opening = _Opening(cancelled, growing=False)
    last = OpeningProgress(0, 0)
    for last in opening.run(paths):
        if progress is not None:
            progress(last.done, last.found)
    return OpenedInput(studies=last.studies, problems=last.problems)


def iter_open(
    paths: Sequence[Path], *, cancelled: Callable[[], bool] | None = None
) -> Iterator[OpeningProgress]:
    """Open as :func:`open_paths` does, and show the studies while they grow.

    Yields
    ------
    Some 30 times a second how far it has come; a few times a second with the studies as they then
    are, less often the longer grouping them takes; at last everything, with ``finished`` set.  A
    series keeps its UID while it grows, unless images come that part it.

    Raises
    ------
    Cancelled
        If ``cancelled``, which is asked before every file, answered True.
    """
    yield from _Opening(cancelled, growing=True).run(paths)


class _Opening:
    """One opening: the files that wait, and what has been found."""

    def __init__(self, cancelled: Callable[[], bool] | None, *, growing: bool) -> None:
        self._images: list[FoundImage] = []
        self._problems: list[Problem] = []
        self._waiting: deque[Path] = deque()
        self._known: set[Path] = set()
        self._done = 0
        self._cancelled = cancelled
        self._growing = growing
        self._shown = OpeningProgress(0, 0)
        self._next_report = 0.0
        self._next_grouping = time.monotonic() + _GROUP_EVERY

    def run(self, paths: Sequence[Path]) -> Iterator[OpeningProgress]:
        """List the files that the paths mean, then read them."""
        for entry in list_files(paths):
            self._check_cancelled()
            if isinstance(entry, Problem):
                self._problems.append(entry)
            else:
                self._add(entry)
            if self._report_is_due():
                yield self._progress()
        while self._waiting:
            self._check_cancelled()
            path = self._waiting.popleft()
            self._take(self._contents(path))
            self._done += 1
            if self._report_is_due():
                yield self._progress()
        self._group()
        yield self._progress(finished=True)

    def _contents(self, path: Path) -> Contents:
        try:
            return read_headers(path)
        except ImagingError as error:
            return Contents(problems=(Problem(path, str(error)),))

    def _take(self, contents: Contents) -> None:
        self._images.extend(contents.images)
        self._problems.extend(contents.problems)
        for path in contents.referenced:
            self._add(path)

    def _add(self, path: Path) -> None:
        if path not in self._known:
            self._known.add(path)
            self._waiting.append(path)

    def _check_cancelled(self) -> None:
        if self._cancelled is not None and self._cancelled():
            raise Cancelled

    def _report_is_due(self) -> bool:
        return time.monotonic() >= self._next_report

    def _progress(self, *, finished: bool = False) -> OpeningProgress:
        now = time.monotonic()
        if self._growing and not finished and now >= self._next_grouping:
            self._group()
            taken = time.monotonic() - now
            self._next_grouping = now + max(_GROUP_EVERY, _GROUP_SHARE * taken)
        self._next_report = time.monotonic() + _REPORT_EVERY
        return OpeningProgress(
            self._done,
            self._done + len(self._waiting),
            self._shown.studies,
            self._shown.problems,
            finished,
        )

    def _group(self) -> None:
        self._shown = OpeningProgress(0, 0, group(self._images), tuple(self._problems))
