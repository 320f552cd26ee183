"""What one file holds, as its reader found it: images, and the files that it refers to.

This is the word that passes between the readers, the opening and the grouping; it never leaves the
imaging floor.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from braintumor_desktop.imaging.study import Problem, SliceHeader


@dataclass(frozen=True)
class Belonging:
    """What an image says of the patient, study and series that it belongs to; personal data."""

    patient_name: str = ""
    patient_id: str = ""
    study_date: str = ""
    study_description: str = ""
    series_description: str = ""
    series_number: int | None = None


@dataclass(frozen=True)
class FoundImage:
    """One image of a file with what is needed to put it into its series."""

    header: SliceHeader
    belonging: Belonging = field(default_factory=Belonging)


@dataclass(frozen=True)
class Contents:
    """The images of one file; for a DICOMDIR the files that it lists instead.

    Attributes
    ----------
    images
        In the order of the file.
    referenced
        Files that exist and are to be read next.
    problems
        What was left out of this file although the rest of it can be used.
    """

    images: tuple[FoundImage, ...] = ()
    referenced: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sorting key under which ``slice 2`` stands before ``slice 10``."""
    parts = re.split(r"(\d+)", text.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)


def derived_uid(*parts: str) -> str:
    """A UID in the ``2.25`` root (PS3.5 B.2) for what has none: the same for the same parts.

    The parts (a folder, a description) cannot be read back from it.
    """
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()
    return f"2.25.{int.from_bytes(digest[:16], 'big')}"
