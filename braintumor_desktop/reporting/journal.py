"""The journal of read-first mode: what the radiologist said before the model's answer was revealed.

One SQLite file on this computer.  A reading is written in one transaction and is on the disk when
:meth:`Journal.record` returns: a crash or a full disk loses the reading that is being written at
most, never one before it.  Patients and images are kept as keyed hashes; the patient's identity
stands beside them only where the user allows it.  The key lies in the same file: the hashes keep
names from whoever looks at the journal or its export, not from whoever has the file and guesses.
"""

from __future__ import annotations

import errno
import hashlib
import hmac
import json
import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from platformdirs import user_data_path

from braintumor_desktop.errors import JournalError
from braintumor_desktop.reporting.readings import (
    ANSWER_FIELDS,
    READING_FIELDS,
    Answer,
    Case,
    Impression,
    Reading,
    utc,
)

SCHEMA_VERSION = 2  # version 1 was never written by a program that was given away
_TABLES = """
CREATE TABLE readings (
  number INTEGER PRIMARY KEY AUTOINCREMENT, began TEXT NOT NULL, recorded TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('slice', 'series')), patient TEXT NOT NULL,
  identity TEXT NOT NULL, image TEXT NOT NULL, blind INTEGER NOT NULL, impression TEXT NOT NULL,
  confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 100), note TEXT NOT NULL);
CREATE TABLE answers (
  reading INTEGER NOT NULL REFERENCES readings (number) ON DELETE CASCADE,
  model TEXT NOT NULL, model_version TEXT NOT NULL, weights_sha256 TEXT NOT NULL,
  model_class TEXT NOT NULL, model_probability REAL NOT NULL, probabilities TEXT NOT NULL,
  abstention TEXT NOT NULL, revealed TEXT NOT NULL, PRIMARY KEY (reading, weights_sha256));
CREATE INDEX readings_by_image ON readings (image);
CREATE TABLE secret (salt BLOB NOT NULL)
"""
_COLUMNS = (*(f"r.{name}" for name in READING_FIELDS), *(f"a.{name}" for name in ANSWER_FIELDS))
_QUERY = f"SELECT {', '.join(_COLUMNS)} FROM readings r LEFT JOIN answers a ON a.reading = r.number"
_MOVE_AWAY = "Move the file away; a new journal is then begun."
_FREE_ROOM = "Free some room on the disk and try again."
_MAKE_WRITABLE = "Make the file and its folder writable for this account, then try again."
_WAIT = "Wait until it has done, or close it, then try again."
_LEAST_ROOM = 2**20  # bytes; SQLite's log and its index take less


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
            with self._told("opened", _MOVE_AWAY):
                self._prepare()
        except JournalError:
            self._base.close()
            raise

    def _prepare(self) -> None:
        base = self._base
        self._refuse_other_versions()
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = FULL")  # WAL alone may lose the last rows on power loss
        base.execute("PRAGMA secure_delete = ON")
        base.execute("PRAGMA foreign_keys = ON")
        if self._version() == 0:
            with self._transaction():
                if self._version() == 0:  # no other program was quicker
                    self._begin()

    def _begin(self) -> None:
        for statement in _TABLES.split(";\n"):
            self._base.execute(statement)
        self._base.execute("INSERT INTO secret VALUES (?)", (secrets.token_bytes(32),))
        self._base.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def _version(self) -> int:
        return int(self._base.execute("PRAGMA user_version").fetchone()[0])

    def _refuse_other_versions(self) -> None:
        version = self._version()
        if version in (0, SCHEMA_VERSION):
            return
        newer = version > SCHEMA_VERSION
        raise JournalError(
            f"This journal was written by {'a newer' if newer else 'a much older'} version.",
            path=self.path,
            remedy="Update the program, or move the file away." if newer else _MOVE_AWAY,
        )

    # -- writing --------------------------------------------------------------------------------

    def record(self, impression: Impression, case: Case, answer: Answer | None = None) -> Reading:
        """Write what was said first, and what a model answers; on the disk when this returns."""
        values: dict[str, Any] = {
            "began": utc(impression.began),
            "recorded": utc(datetime.now(UTC)),
            "scope": case.scope,
            "patient": self._hashed("patient", case.patient),
            "identity": case.identity,
            "image": self._hashed("image", case.image),
            "blind": int(impression.blind),
            "impression": impression.choice,
            "confidence": impression.confidence,
            "note": impression.note,
        }
        with self._told("written", _FREE_ROOM), self._transaction():
            number = self._insert("readings", values)
            if answer is not None:
                self._insert_answer(number, answer)
            return self._select("WHERE r.number = ?", (number,))[0]

    def add_answer(self, number: int, answer: Answer) -> Reading:
        """Write what another model answers; one that is there already stays as it is."""
        with self._told("written", _FREE_ROOM), self._transaction():
            self._insert_answer(number, answer)
            both = (number, answer.weights_sha256)
            return self._select("WHERE r.number = ? AND a.weights_sha256 = ?", both)[0]

    def _insert_answer(self, number: int, answer: Answer) -> None:
        values = {name: getattr(answer, name) for name in ANSWER_FIELDS}
        values["probabilities"] = json.dumps(dict(answer.probabilities))
        values["revealed"] = utc(datetime.now(UTC))
        self._insert("answers", {"reading": number, **values}, or_what="OR IGNORE ")

    def _insert(self, table: str, values: dict[str, Any], or_what: str = "") -> int:
        places = ", ".join(f":{name}" for name in values)
        insert = f"INSERT {or_what}INTO {table} ({', '.join(values)}) VALUES ({places})"
        return int(self._base.execute(insert, values).lastrowid or 0)

    def erase(self, numbers: Sequence[int] | None = None) -> int:
        """Erase these readings with their answers, or all, from the file too; how many went.

        With the last reading the key of the hashes goes as well.
        """
        with self._told("erased", _FREE_ROOM):
            with self._transaction():
                before = self._count()
                if numbers is None:
                    self._base.execute("DELETE FROM readings")
                else:
                    self._base.executemany(
                        "DELETE FROM readings WHERE number = ?", [(n,) for n in set(numbers)]
                    )
                left = self._count()
                if left == 0:
                    self._base.execute("UPDATE secret SET salt = ?", (secrets.token_bytes(32),))
            # What was erased is overwritten by now (secure_delete); where the disk has no room for
            # the copy that makes the file smaller, it stays as large.
            with suppress(sqlite3.OperationalError):
                self._base.execute("VACUUM")
            self._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return before - left

    # -- reading --------------------------------------------------------------------------------

    def readings(self) -> list[Reading]:
        """Every reading, once with each of its answers, in the order of recording."""
        with self._told("read", _MOVE_AWAY):
            return self._select("", ())

    def readings_of(self, case: Case) -> list[Reading]:
        """The newest reading of these images, once with each of its answers."""
        image = self._hashed("image", case.image)
        newest = "WHERE r.number = (SELECT max(number) FROM readings WHERE image = ?)"
        with self._told("read", _MOVE_AWAY):
            return self._select(newest, (image,))

    def _select(self, where: str, values: tuple[Any, ...]) -> list[Reading]:
        query = f"{_QUERY} {where} ORDER BY r.number, a.revealed, a.rowid"
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
        with self._told("read", _MOVE_AWAY):
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
        except (sqlite3.Error, OSError) as error:
            why, better = _in_words(error, self.path)
            raise JournalError(
                f"The journal cannot be {what} ({why}).", path=self.path, remedy=better or remedy
            ) from error


def _in_words(error: sqlite3.Error | OSError, path: Path) -> tuple[str, str]:
    """(why, what to do) as far as SQLite's result code or the system's error tells it."""
    if isinstance(error, OSError):
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        denied = error.errno in (errno.EACCES, errno.EPERM, errno.EROFS)
        why = error.strerror or "input/output error"
        return why, _FREE_ROOM if full else _MAKE_WRITABLE if denied else ""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the primary one
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _is_full(path)):
        return "the disk is full", _FREE_ROOM  # the log beside the file found no room either
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
        return str(error), _MAKE_WRITABLE
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "another program is writing to it", _WAIT
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return "the file is damaged or no journal", _MOVE_AWAY
    return str(error), ""


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _LEAST_ROOM
    except OSError:
        return False


def _reading(row: tuple[Any, ...]) -> Reading:
    values = dict(zip(READING_FIELDS, row[: len(READING_FIELDS)], strict=True))
    values["blind"] = bool(values["blind"])
    answered = dict(zip(ANSWER_FIELDS, row[len(READING_FIELDS) :], strict=True))
    if answered["model"] is None:
        return Reading(**values)
    answered["probabilities"] = json.loads(answered["probabilities"])
    return Reading(**values, answer=Answer(**answered))
