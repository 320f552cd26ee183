from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from unittest.mock import Mock

import numpy as np
import pytest

from braintumor_desktop.errors import JournalError
from braintumor_desktop.imaging.study import Slice, SliceHeader
from braintumor_desktop.reporting.journal import Journal
from braintumor_desktop.reporting.readings import Case, Impression, answer_of

BEGAN = datetime(2026, 3, 2, 10, 0, tzinfo=timezone(timedelta(hours=2)))
CASE = Case("series", "1.2.3", "DOE^JANE 4711")


@pytest.fixture
def answer(make_finding, tmp_path):
    header = SliceHeader(tmp_path / "a.dcm", 8, 8, "DICOM")
    slice_ = Slice(header, np.zeros((8, 8), np.float32))
    return lambda **changes: answer_of(make_finding(slice_, **changes))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "journal.sqlite3"


def write(journal, answer=None, choice="glioma", *, case=CASE, note=""):
    return journal.record(Impression(choice, 80, note, BEGAN), case, answer)


def stored_bytes(path):
    return b"".join(p.read_bytes() for p in path.parent.iterdir())


def test_a_reading_is_there_when_the_journal_is_opened_again(path, answer):
    with Journal(path) as journal:
        written = write(journal, answer(), "meningioma", note="dural tail")
    with Journal(path) as journal:
        assert journal.readings() == [written]
    assert (written.impression, written.confidence, written.note, written.scope) == (
        "meningioma", 80, "dural tail", "series",
    )  # fmt: skip
    assert written.began == "2026-03-02T08:00:00+00:00"
    said = written.answer
    assert (said.model, said.model_version, said.weights_sha256) == (
        "improved_resnet34", "1.2", "abcdef01" * 8,
    )  # fmt: skip
    assert (said.model_class, written.agrees) == ("glioma", False)
    assert said.probabilities["glioma"] == pytest.approx(0.7)
    assert said.revealed >= written.recorded


def test_a_reading_waits_for_its_answers_and_keeps_one_of_each_model(path, answer):
    other = answer()
    other = type(other)(**{**vars(other), "model": "xception", "weights_sha256": "ff" * 32})
    with Journal(path) as journal:
        first = write(journal)
        assert (first.answer, first.agrees) == (None, None)
        once = journal.add_answer(first.number, answer())
        again = journal.add_answer(first.number, answer())
        journal.add_answer(first.number, other)
        assert once == again
        assert [r.answer.model for r in journal.readings()] == ["improved_resnet34", "xception"]
        assert {r.number for r in journal.readings()} == {first.number}


def test_the_newest_reading_of_the_same_images_is_found(path, answer):
    with Journal(path) as journal:
        write(journal, answer(), "glioma")
        newest = write(journal, answer(), "unsure")
        write(journal, answer(), case=Case("series", "9.9", "DOE^JANE 4711"))
        assert journal.readings_of(CASE) == [newest]
        assert journal.readings_of(Case("series", "7.7", "x")) == []


def test_the_patient_is_nowhere_in_the_file_unless_allowed(path, answer):
    with Journal(path) as journal:
        first, again = write(journal, answer()), write(journal, answer())
        other = write(journal, answer(), case=Case("slice", "1.2.3", "ROE^RICHARD"))
    assert first.patient == again.patient != other.patient
    assert b"DOE" not in stored_bytes(path)
    assert b"1.2.3" not in stored_bytes(path)
    with Journal(path) as journal:
        case = Case("series", "1.2.3", "DOE^JANE 4711", identity="DOE, JANE (4711)")
        allowed = write(journal, answer(), case=case)
    assert (allowed.patient, allowed.identity) == (first.patient, "DOE, JANE (4711)")


def test_two_journals_hash_the_same_patient_differently(tmp_path):
    with Journal(tmp_path / "a") as one, Journal(tmp_path / "b") as two:
        assert write(one).patient != write(two).patient


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_only_its_owner_may_read_it(path):
    Journal(path).close()
    assert path.stat().st_mode & 0o077 == 0


CRASH = """
import os, sys, threading
from datetime import UTC, datetime
from pathlib import Path
from braintumor_desktop.reporting.journal import Journal
from braintumor_desktop.reporting.readings import Case, Impression
journal = Journal(Path(sys.argv[1]))
if sys.argv[2] == "inside":
    # the last moment before the commit: both inserts done, nothing promised yet
    journal._base.set_trace_callback(
        lambda statement: os.kill(os.getpid(), 9) if statement == "COMMIT" else None)
said = Impression("unsure", 50, "x" * 4000, datetime.now(UTC))
for number in range(10_000):
    reading = journal.record(said, Case("slice", str(number), "P"))
    print(reading.number, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_crash_in_the_middle_of_a_write_loses_that_reading_alone(path, answer):
    with Journal(path) as journal:
        before = write(journal, answer())
    done = subprocess.run(
        [sys.executable, "-c", CRASH, str(path), "inside"], check=False, timeout=60
    )
    assert done.returncode == -9
    with Journal(path) as journal:
        assert journal.readings() == [before]
        assert journal._base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert len({before.number, write(journal).number}) == 2


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_every_reading_that_was_promised_survives_a_kill_at_any_moment(path):
    Journal(path).close()
    child = subprocess.Popen(
        [sys.executable, "-c", CRASH, str(path), "any"], stdout=subprocess.PIPE, text=True
    )
    promised = [int(child.stdout.readline()) for _ in range(7)]
    child.kill()  # SIGKILL, somewhere in the next writes
    promised += [int(line) for line in child.stdout if line.endswith("\n")]
    child.wait(20)
    child.stdout.close()
    with Journal(path) as journal:
        kept = [r.number for r in journal.readings()]
        assert kept[: len(promised)] == promised
        assert len(kept) <= len(promised) + 1  # one may be on the disk and not yet told
        assert journal._base.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_full_disk_is_told_and_nothing_before_is_lost(path, answer):
    with Journal(path) as journal:
        before = write(journal, answer())
        pages = journal._base.execute("PRAGMA page_count").fetchone()[0]
        journal._base.execute(f"PRAGMA max_page_count = {pages}")  # SQLite's own full disk

        def fill():
            for _ in range(50):
                write(journal, answer(), note="x" * 4000)

        with pytest.raises(JournalError, match=r"disk is full.*Free some room"):
            fill()
        kept = journal.readings()
        assert kept[0] == before
        journal._base.execute(f"PRAGMA max_page_count = {pages + 1000}")
        assert write(journal, answer()).number > kept[-1].number


NO_ROOM = """
import resource, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from braintumor_desktop.errors import JournalError
from braintumor_desktop.reporting.journal import Journal
from braintumor_desktop.reporting.readings import Case, Impression
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
said = Impression("unsure", 50, "x" * 4000, datetime.now(UTC))
with Journal(Path(sys.argv[1])) as journal:
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, resource.RLIM_INFINITY))
    for number in range(100):
        try:
            journal.record(said, Case("slice", str(number), "P"))
        except JournalError as error:
            print(number, error.remedy)
            break
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert len(journal.readings()) == number, "what was promised, and no more"
    journal.record(said, Case("slice", "after", "P"))
"""


@pytest.mark.skipif(os.name != "posix", reason="resource limits")
def test_a_file_that_may_not_grow_is_told_and_the_same_journal_goes_on_afterwards(path):
    done = subprocess.run(
        [sys.executable, "-c", NO_ROOM, str(path)],
        check=False, timeout=60, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    number, _, remedy = done.stdout.strip().partition(" ")
    assert remedy == "Free some room on the disk and try again."
    with Journal(path) as journal:
        assert len(journal.readings()) == int(number) + 1


def test_a_disk_without_room_for_the_log_beside_the_file_is_told_as_a_full_disk(
    path, answer, monkeypatch
):
    with Journal(path) as journal:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR | 8 << 8  # what SQLite says on a full tmpfs
        monkeypatch.setattr(journal, "_select", Mock(side_effect=error))
        usage = Mock(return_value=Mock(free=0))
        monkeypatch.setattr("braintumor_desktop.reporting.journal.shutil.disk_usage", usage)
        with pytest.raises(JournalError, match=r"disk is full.*Free some room"):
            write(journal, answer())
        usage.return_value.free = 2**30
        with pytest.raises(JournalError, match=r"disk I/O error"):
            write(journal, answer())


def test_a_journal_that_another_program_writes_to_is_told_and_goes_on_afterwards(path):
    with Journal(path) as journal, Journal(path) as other:
        journal._base.execute("PRAGMA busy_timeout = 0")
        with other._transaction(), pytest.raises(JournalError, match=r"another program.*Wait"):
            write(journal)
        assert write(journal).number == 1


def test_a_folder_that_may_not_be_written_to_is_told_with_what_to_do(path, monkeypatch):
    denied = PermissionError(errno.EACCES, "Permission denied")
    monkeypatch.setattr("braintumor_desktop.reporting.journal.os.open", Mock(side_effect=denied))
    with pytest.raises(JournalError, match=r"Permission denied.*writable for this account"):
        Journal(path)


def test_an_answer_to_a_reading_that_was_erased_is_refused(path, answer):
    with Journal(path) as journal:
        reading = write(journal)
        journal.erase([reading.number])
        with pytest.raises(JournalError, match="cannot be written"):
            journal.add_answer(reading.number, answer())


def test_a_damaged_file_is_named_and_left_as_it_is(path):
    path.parent.mkdir()
    path.write_bytes(b"This is no database, by far." * 99)
    with pytest.raises(JournalError, match=r"journal\.sqlite3: .*damaged.*Move the file away"):
        Journal(path)
    assert path.read_bytes().startswith(b"This is no")


@pytest.mark.parametrize(("version", "words"), [(99, "newer version"), (1, "older version")])
def test_a_journal_of_another_version_is_not_touched(path, version, words):
    Journal(path).close()
    base = sqlite3.connect(path)
    base.execute(f"PRAGMA user_version = {version}")
    base.close()
    with pytest.raises(JournalError, match=words):
        Journal(path)


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(JournalError, match="cannot be opened"):
        Journal(tmp_path / "file" / "journal.sqlite3")


def test_what_is_erased_is_gone_from_the_file_with_its_answers(path, answer):
    with Journal(path) as journal:
        for word in ("oleander", "hawthorn"):
            write(journal, answer(abstention=f"as {word}"), note=word)
        assert journal.erase([1, 1]) == 1
        assert b"oleander" not in stored_bytes(path)
        assert b"hawthorn" in stored_bytes(path)
        patient = journal.readings()[0].patient
        assert journal.erase() == 1
        assert write(journal, answer()).patient != patient  # the key is a new one
    assert b"hawthorn" not in stored_bytes(path)


class NoRoomForACopy:
    """A connection on a disk that is too full to write the file anew."""

    def __init__(self, base):
        self._base = base

    def __getattr__(self, name):
        return getattr(self._base, name)

    def execute(self, statement, *values):
        if statement == "VACUUM":
            raise sqlite3.OperationalError("database or disk is full")
        return self._base.execute(statement, *values)


def test_an_erasure_needs_no_room_on_the_disk(path, answer):
    with Journal(path) as journal:
        write(journal, answer(), note="oleander")
        write(journal, answer(), note="hawthorn")
        journal._base = NoRoomForACopy(journal._base)
        assert journal.erase([1]) == 1
        assert [r.note for r in journal.readings()] == ["hawthorn"]
    assert b"oleander" not in stored_bytes(path)


def test_the_usual_place_is_the_data_folder_of_the_platform():
    from platformdirs import user_data_path

    from braintumor_desktop.reporting.journal import default_journal_file

    assert Path(user_data_path("braintumor-desktop", appauthor=False)) in (
        default_journal_file().parents
    )
