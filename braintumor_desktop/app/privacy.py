"""What a log or a crash file may say: where in the program, never whose file or what it held.

A message of ours is searched for paths, identifiers and the names of whoever is open; a message of
another package is withheld as a whole, since nobody here knows what stands in it.
"""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Iterable
from pathlib import PurePath
from threading import Lock
from typing import TYPE_CHECKING

from braintumor_desktop.ui.workers import where_raised

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Study

OUR_LOGGER = "braintumor_desktop"
WITHHELD = "(withheld)"
_LONGEST = 2_000
_FILE_NAME = re.compile(
    r"\.(?:dcm|dicom|ima|png|jpe?g|tiff?|nii|gz|bmp|json|toml|csv|pdf|txt|db|sqlite)\b|DICOMDIR",
    re.IGNORECASE,
)
_PATH = re.compile(r"(?:file:|\b[A-Za-z]:[\\/]|\\\\|(?<![\w/])~?/(?=\S)|\b[^\W\d]\w*[\\/](?=\S)).*")
_IDENTIFIER = re.compile(r"\b\d+(?:\.\d+){4,}\b|\b(?:19|20)\d{6}\b")
_PERSON = re.compile(r"(?<!\S)[^\s^]+\^\S*")  # DICOM writes FAMILY^GIVEN (PS3.5, 6.2.1)
_WORD = re.compile(r"[^\W_]{2,}")
_PLAIN = frozenset(
    {
        *("after", "and", "at", "by", "for", "from", "in", "is", "it"),
        *("no", "not", "of", "on", "or", "the", "to", "was", "with"),
    }
)


class Names:
    """Words that must not be written down; safe from every thread, they are never forgotten."""

    def __init__(self) -> None:
        self._words: set[str] = set()
        self._pattern: re.Pattern[str] | None = None
        self._lock = Lock()

    def protect(self, texts: Iterable[str]) -> None:
        """Withhold every word of these texts from now on."""
        words = {word for text in texts for word in _WORD.findall(text.casefold())}
        with self._lock:
            if words <= self._words:
                return
            self._words |= words
            every = "|".join(map(re.escape, sorted(self._words, key=len, reverse=True)))
            self._pattern = re.compile(rf"(?<![^\W_])(?:{every})(?![^\W_])", re.IGNORECASE)

    def protect_studies(self, studies: Iterable[Study]) -> None:
        """Withhold who is open: names, numbers and descriptions of patients and studies."""
        for study in studies:
            self.protect((study.patient_name, study.patient_id))
            self.protect(w for w in _WORD.findall(study.description) if w.casefold() not in _PLAIN)

    def scrubbed(self, text: str) -> str:
        """The text without paths, identifiers and protected names."""
        text = text[:_LONGEST]
        if _FILE_NAME.search(text):
            return WITHHELD  # the words before the ending may belong to the file's name
        for pattern in (_PATH, _PERSON, _IDENTIFIER):
            text = pattern.sub(WITHHELD, text)
        return self._pattern.sub(WITHHELD, text) if self._pattern else text


NAMES = Names()


class PrivateFormatter(logging.Formatter):
    """Writes a record as one line without personal data, whatever was put into it."""

    def __init__(self, names: Names = NAMES) -> None:
        super().__init__()
        self._names = names

    def format(self, record: logging.LogRecord) -> str:
        words = " | ".join(self._words(record).splitlines())
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            words += f" ({type(error).__name__} at {where_raised(error)})"
        time = self.formatTime(record, "%Y-%m-%d %H:%M:%S")
        return f"{time} {record.levelname} {record.name}: {words}"

    def _words(self, record: logging.LogRecord) -> str:
        if record.name.split(".")[0] != OUR_LOGGER:
            return f"{WITHHELD} at {record.funcName}:{record.lineno}"
        if record.args and all(isinstance(value, int | float) for value in record.args):
            return record.getMessage()  # words of the program's own, with numbers alone filled in
        return self._names.scrubbed(record.getMessage())


def trace_without_values(error: BaseException) -> list[str]:
    """A traceback in lines: module, line and source text; no message, no value, no folder.

    The messages are left out because they may hold the name of a patient's file.
    """
    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        if lines:
            lines.append("which was raised while handling, or because of:")
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}")
        for frame in reversed(traceback.extract_tb(current.__traceback__)):
            lines.append(f"  {short_file(frame.filename)}:{frame.lineno} in {frame.name}")
            if frame.line:
                lines.append(f"    {frame.line}")
        hidden = current.__suppress_context__
        current = current.__cause__ or (None if hidden else current.__context__)
    return lines


def short_file(name: str) -> str:
    """A source file without the folders above its package: those may tell who sits here."""
    parts = PurePath(name).parts
    for root in ("site-packages", OUR_LOGGER):
        if root in parts:
            start = len(parts) - 1 - parts[::-1].index(root) + (root == "site-packages")
            return "/".join(parts[start:])
    return parts[-1] if parts else "?"
