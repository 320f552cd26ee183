"""How a file is opened, and the refusals that every format shares."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from braintumor_desktop.errors import ImagingError

LARGEST_SIDE = 16_384
"""Rows and columns beyond this are refused before any memory is taken for them."""

MOST_FRAMES = 100_000
"""More frames than this in one file are taken for a damaged header."""

KNOWN_FORMATS = "It reads DICOM, NIfTI, PNG, JPEG and TIFF."


@contextmanager
def opened(path: Path, stamp: tuple[int, int] | None = None) -> Iterator[BinaryIO]:
    """Open a regular file for reading; what the system refuses is raised as an ImagingError.

    Parameters
    ----------
    path
        The file.
    stamp
        What :func:`file_stamp` said when its header was read; a file that has changed since then is
        refused, so that nothing said of the old image is shown beside a new one.
    """
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise ImagingError(
                "This is not a file with contents (a device, a pipe or a folder).",
                path=path,
                remedy="Choose an image file.",
            )
        with open(path, "rb") as file:
            if stamp is not None and file_stamp(file) != stamp:
                raise file_changed(path)
            yield file
    except OSError as failure:
        raise explained(failure, path) from failure


def file_stamp(file: BinaryIO) -> tuple[int, int]:
    """Size in bytes and time of the last change in ns: what tells a file from its successor."""
    status = os.fstat(file.fileno())
    return (status.st_size, status.st_mtime_ns)


def file_changed(path: Path) -> ImagingError:
    """The refusal of a file that is no longer the one that was opened."""
    return ImagingError(
        "The file has changed since it was opened.", path=path, remedy="Open it again."
    )


def explained(failure: OSError, path: Path) -> ImagingError:
    """The ImagingError that says in plain words what the operating system refused."""
    if isinstance(failure, FileNotFoundError):
        return ImagingError(
            "The file is not there (any more).",
            path=path,
            remedy="Check that its disc or network drive is connected, then open it again.",
        )
    if isinstance(failure, PermissionError):
        return ImagingError(
            "You have no permission to read this.",
            path=path,
            remedy="Ask its owner for the right to read it, or copy it to a folder of yours.",
        )
    reason = failure.strerror or type(failure).__name__
    return ImagingError(
        f"The system could not read it ({reason}).",
        path=path,
        remedy="Check the disc or network drive that it lies on, then open it again.",
    )


def check_size(rows: int, columns: int, path: Path) -> None:
    """Refuse an image without pixels and one that is too large to be an MR slice.

    Raises
    ------
    ImagingError
        If a side is below 1 or above :data:`LARGEST_SIDE`.
    """
    if rows < 1 or columns < 1:
        raise ImagingError(
            f"The image has no pixels: its size is {columns} x {rows}.",
            path=path,
            remedy="Export it again from its source.",
        )
    if rows > LARGEST_SIDE or columns > LARGEST_SIDE:
        raise ImagingError(
            f"The image is too large: {columns} x {rows} pixels, more than "
            f"{LARGEST_SIDE} x {LARGEST_SIDE}.",
            path=path,
            remedy="Export it at its original matrix size.",
        )


def colour_refused(path: Path, detail: str) -> ImagingError:
    """The refusal of an image that is truly coloured."""
    return ImagingError(
        f"This is a colour image ({detail}); only grey MR slices can be read.",
        path=path,
        remedy="Export the slice without colour maps or coloured annotations.",
    )
