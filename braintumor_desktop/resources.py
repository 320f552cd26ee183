"""Where the files of ``resources/`` are: in a checkout, in a wheel and in a frozen build alike."""

from __future__ import annotations

import sys
from pathlib import Path

from braintumor_desktop.errors import BrainTumorError


def resource_path(*parts: str) -> Path:
    """Return the path of a file or folder of ``resources/``.

    Raises
    ------
    BrainTumorError
        If the installation does not hold it.
    """
    package = Path(__file__).resolve().parent
    roots = [package / "resources", package.parent / "resources"]
    if frozen := getattr(sys, "_MEIPASS", None):
        roots.insert(0, Path(frozen) / "braintumor_desktop" / "resources")
    for root in roots:
        candidate = root.joinpath(*parts)
        if candidate.exists():
            return candidate
    raise BrainTumorError(
        "This part of the program is missing.",
        path=roots[0].joinpath(*parts),
        remedy="Install BrainTumor Desktop again.",
    )
