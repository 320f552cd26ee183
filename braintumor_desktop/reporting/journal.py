"""The journal of read-first mode: what the radiologist said before the model's answer was revealed.

One SQLite file on this computer.  A reading is written in one transaction and is on the disk when
:meth:`Journal.record` returns: a crash or a full disk loses the reading that is being written at
most, never one before it.  Patients and images are kept as keyed hashes unless the user allows the
patient's identity.  The key lies in the same file: the hashes keep names from whoever looks at the
journal or its export, not from whoever has the file and guesses.
"""

from __future__ import annotations

import csv
import hashlib
import hmac
import io
import json
import os
import secrets
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from platformdirs import user_data_path

from braintumor_desktop import RESEARCH_USE
from braintumor_desktop.errors import JournalError
from braintumor_desktop.inference.finding import Finding
from braintumor_desktop.models.classes import CLASS_KEYS

SCHEMA_VERSION = 1
UNSURE = "unsure"
IMPRESSIONS = (*CLASS_KEYS, UNSURE)  # "no_tumor" is the normal slice
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NOTE_LIMIT = 4000


@dataclass(frozen=True)
class Impression:
    """What the radiologist says: one of ``IMPRESSIONS``, how sure (0 to 100), words of their own.

    Attributes
    ----------
    began
        When the slice was first seen, with its time zone.
    """

    choice: str
    confidence: int
    note: str
    began: datetime

    def __post_init__(self) -> None:
        if self.choice not in IMPRESSIONS:
            raise ValueError(f"an impression is one of {', '.join(IMPRESSIONS)}")
        if not 0 <= self.confidence <= 100:
            raise ValueError("a confidence lies between 0 and 100")
        if len(self.note) > _NOTE_LIMIT:
            raise ValueError(f"a note has {_NOTE_LIMIT} characters at most")
        if self.began.tzinfo is None:
            raise ValueError("a time has a time zone")


@dataclass(frozen=True)
class Reading:
    """One row of the journal; times are ISO 8601 in UTC, the model's class empty if it abstained.

    ``patient`` is the patient's identity where ``identified``, else 32 hexadecimal digits.
    """

    number: int
    began: str
    recorded: str
    patient: str
    identified: bool
    image: str
    impression: str
    confidence: int
    note: str
    model: str
    model_version: str
    weights_sha256: str
    model_class: str
    model_probability: float
    probabilities: Mapping[str, float]
    abstention: str

    @property
    def agrees(self) -> bool | None:
        """Whether both say the same class; ``None`` where one of them gives none."""
        if self.impression == UNSURE or not self.model_class:
            return None
        return self.impression == self.model_class


_TABLE = """
CREATE TABLE readings (
  number INTEGER PRIMARY KEY AUTOINCREMENT, began TEXT NOT NULL, recorded TEXT NOT NULL,
  patient TEXT NOT NULL, identified INTEGER NOT NULL, image TEXT NOT NULL,
  impression TEXT NOT NULL, confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 100),
  note TEXT NOT NULL, model TEXT NOT NULL, model_version TEXT NOT NULL,
  weights_sha256 TEXT NOT NULL, model_class TEXT NOT NULL, model_probability REAL NOT NULL,
  probabilities TEXT NOT NULL, abstention TEXT NOT NULL);
CREATE TABLE secret (salt BLOB NOT NULL);
"""
_COLUMNS = tuple(f.name for f in fields(Reading))


def default_journal_file() -> Path:
    """Where the journal lies on this platform (``%LOCALAPPDATA%``, ``~/.local/share`` …)."""
    return user_data_path("braintumor-desktop", appauthor=False) / "journal.sqlite3"


class Journal:
    """An open journal; usable in ``with``.  Every method raises ``JournalError`` in words."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_journal_file()
        with self._told("opened", "Close other programs that use it, or move the file away."):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # readable by its owner alone from its first moment on
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
            self._base = sqlite3.connect(self.path, isolation_level=None, timeout=5)
        try:
            with self._told("opened", "Move the file away; a new journal is then begun."):
                self._prepare()
        except JournalError:
            self._base.close()
            raise

    def _prepare(self) -> None:
        base = self._base
        version = base.execute("PRAGMA user_version").fetchone()[0]
        if version > SCHEMA_VERSION:
            raise JournalError(
                "This journal was written by a newer version.",
                path=self.path,
                remedy="Update the program, or move the file away.",
            )
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = FULL")  # WAL alone may lose the last rows on power loss
        base.execute("PRAGMA secure_delete = ON")
        if version == 0:
            with self._transaction():
                for statement in _TABLE.split(";\n"):
                    base.execute(statement)
                base.execute("INSERT INTO secret VALUES (?)", (secrets.token_bytes(32),))
                base.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    # -- writing --------------------------------------------------------------------------------

    def record(
        self,
        impression: Impression,
        finding: Finding,
        *,
        patient: str,
        image: str,
        identity_allowed: bool = False,
    ) -> Reading:
        """Write what was said first, and what the model says; on the disk when this returns.

        Parameters
        ----------
        patient
            What tells the patient from others; stored as it is only if ``identity_allowed``.
        image
            What tells the image from others, e.g. its SOPInstanceUID; always stored as a hash.
        """
        abstained = finding.abstention is not None
        values: dict[str, Any] = {
            "began": _utc(impression.began),
            "recorded": _utc(datetime.now(UTC)),
            "patient": patient if identity_allowed else self._hashed("patient", patient),
            "identified": int(identity_allowed),
            "image": self._hashed("image", image),
            "impression": impression.choice,
            "confidence": impression.confidence,
            "note": impression.note,
            "model": finding.model.name,
            "model_version": finding.model.version,
            "weights_sha256": finding.model.sha256,
            "model_class": "" if abstained else finding.leading_key,
            "model_probability": 0.0 if abstained else float(finding.probabilities.max()),
            "probabilities": json.dumps(_probabilities(finding)),
            "abstention": finding.abstention or "",
        }
        places = ", ".join(f":{name}" for name in values)
        insert = f"INSERT INTO readings ({', '.join(values)}) VALUES ({places})"
        with self._told("written", "Free some room on the disk and record it again."):
            with self._transaction():
                number = self._base.execute(insert, values).lastrowid
            return self._select("WHERE number = ?", (number,))[0]

    def erase(self, numbers: Sequence[int] | None = None) -> int:
        """Erase these readings, or all of them, from the file too; returns how many went.

        With the last reading the key of the hashes goes as well.
        """
        with self._told("erased", "Free some room on the disk and try again."):
            with self._transaction():
                before = self._count()
                if numbers is None:
                    self._base.execute("DELETE FROM readings")
                else:
                    self._base.executemany(
                        "DELETE FROM readings WHERE number = ?", [(n,) for n in numbers]
                    )
                left = self._count()
                if left == 0:
                    self._base.execute("UPDATE secret SET salt = ?", (secrets.token_bytes(32),))
            self._base.execute("VACUUM")
            self._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return before - left

    # -- reading --------------------------------------------------------------------------------

    def readings(
        self,
        *,
        impression: str | None = None,
        model_class: str | None = None,
        weights_sha256: str | None = None,
    ) -> list[Reading]:
        """The readings that fit, in the order in which they were recorded."""
        wanted = {
            "impression": impression,
            "model_class": model_class,
            "weights_sha256": weights_sha256,
        }
        given = {name: value for name, value in wanted.items() if value is not None}
        where = " AND ".join(f"{name} = ?" for name in given)
        with self._told("read", "Move the file away; a new journal is then begun."):
            return self._select(f"WHERE {where}" if where else "", tuple(given.values()))

    def _select(self, where: str, values: tuple[Any, ...]) -> list[Reading]:
        query = f"SELECT {', '.join(_COLUMNS)} FROM readings {where} ORDER BY number"
        return [_reading(row) for row in self._base.execute(query, values)]

    def _count(self) -> int:
        return int(self._base.execute("SELECT count(*) FROM readings").fetchone()[0])

    # -- the rest -------------------------------------------------------------------------------

    def close(self) -> None:
        self._base.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _hashed(self, purpose: str, value: str) -> str:
        with self._told("read", "Move the file away; a new journal is then begun."):
            salt = self._base.execute("SELECT salt FROM secret").fetchone()[0]
        return hmac.new(salt, f"{purpose}:{value}".encode(), hashlib.sha256).hexdigest()[:32]

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All of it or nothing, also when the process ends in the middle."""
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._base.execute("COMMIT")
        except BaseException:
            if self._base.in_transaction:  # a full disk has rolled it back already
                self._base.execute("ROLLBACK")
            raise

    @contextmanager
    def _told(self, what: str, remedy: str) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise JournalError(
                f"The journal cannot be {what} ({error}).", path=self.path, remedy=remedy
            ) from error
        except OSError as error:
            raise JournalError(
                f"The journal cannot be {what} ({error.strerror or 'input/output error'}).",
                path=self.path,
                remedy=remedy,
            ) from error


def _utc(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="seconds")


def _probabilities(finding: Finding) -> dict[str, float]:
    if finding.abstention is not None:
        return {}
    pairs = zip(finding.class_keys, finding.probabilities, strict=True)
    return {key: round(float(p), 6) for key, p in pairs}


def _reading(row: tuple[Any, ...]) -> Reading:
    values = dict(zip(_COLUMNS, row, strict=True))
    values["identified"] = bool(values["identified"])
    values["probabilities"] = json.loads(values["probabilities"])
    return Reading(**values)


def readings_to_csv(readings: Sequence[Reading]) -> str:
    """Readings as CSV (RFC 4180, UTF-8), one a row, each with the research-use words.

    Text that a spreadsheet would take for a formula is led by an apostrophe.
    """
    names = [name for name in _COLUMNS if name != "probabilities"]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    probabilities = [f"probability_{key}" for key in CLASS_KEYS]
    writer.writerow([*names, *probabilities, "agrees", "intended_use"])
    for reading in readings:
        row = [getattr(reading, name) for name in names]
        row += [reading.probabilities.get(key, "") for key in CLASS_KEYS]
        agrees = {None: "", True: "true", False: "false"}[reading.agrees]
        writer.writerow([_cell(value) for value in (*row, agrees, RESEARCH_USE)])
    return text.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value
