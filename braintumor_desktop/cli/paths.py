"""The paths that the command is asked about: arguments, and lines of standard input."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from braintumor_desktop.errors import ImagingError

STDIN = "-"


def collect_paths(arguments: Sequence[str], stdin: BinaryIO, *, null: bool = False) -> list[Path]:
    """Return the paths in order; ``-`` stands for the paths on ``stdin``.

    Parameters
    ----------
    arguments
        Paths, at most one of them ``-``.
    stdin
        One path a line, or ended by NUL.
    null
        Whether paths end with NUL (``find -print0``).

    Raises
    ------
    ImagingError
        If there is no path at all.
    """
    paths: list[Path] = []
    for argument in arguments:
        if argument == STDIN:
            separator = b"\0" if null else b"\n"
            entries = stdin.read().split(separator)
            lines = entries if null else [entry.rstrip(b"\r") for entry in entries]
            paths.extend(Path(os.fsdecode(line)) for line in lines if line)
        else:
            paths.append(Path(argument))
    if not paths:
        raise ImagingError(
            "No path was given.",
            remedy="Name files, folders or a DICOMDIR, or - to read paths from standard input.",
        )
    return paths
