from __future__ import annotations

import csv
import io
import os
import sqlite3
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pytest

from braintumor_desktop import RESEARCH_USE
from braintumor_desktop.errors import JournalError
from braintumor_desktop.imaging.study import Slice, SliceHeader
from braintumor_desktop.reporting.agreement import COLUMNS, ROWS, agreement_of
from braintumor_desktop.reporting.journal import Impression, Journal, readings_to_csv

BEGAN = datetime(2026, 3, 2, 10, 0, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture
def finding(make_finding, tmp_path):
    header = SliceHeader(tmp_path / "a.dcm", 8, 8, "DICOM")
    slice_ = Slice(header, np.zeros((8, 8), np.float32))
    return lambda **changes: make_finding(slice_, **changes)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "journal.sqlite3"


def write(journal, finding, choice="glioma", *, patient="DOE^JANE", note="", **options):
    impression = Impression(choice, 80, note, BEGAN)
    return journal.record(impression, finding, patient=patient, image="1.2.3", **options)


def test_a_reading_is_there_when_the_journal_is_opened_again(path, finding):
    with Journal(path) as journal:
        written = write(journal, finding(), "meningioma", note="dural tail")
    with Journal(path) as journal:
        assert journal.readings() == [written]
    assert (written.impression, written.confidence, written.note) == (
        "meningioma", 80, "dural tail",
    )  # fmt: skip
    assert written.began == "2026-03-02T08:00:00+00:00"
    assert (written.model, written.weights_sha256) == ("improved_resnet34", "abcdef01" * 8)
    assert (written.model_class, written.agrees) == ("glioma", False)
    assert written.probabilities["glioma"] == pytest.approx(0.7)


def test_the_patient_is_nowhere_in_the_file_unless_allowed(path, finding):
    with Journal(path) as journal:
        first, again = write(journal, finding()), write(journal, finding())
        other = write(journal, finding(), patient="ROE^RICHARD")
    assert first.patient == again.patient != other.patient
    stored = b"".join(p.read_bytes() for p in path.parent.iterdir())
    assert b"DOE" not in stored
    assert b"1.2.3" not in stored
    with Journal(path) as journal:
        allowed = write(journal, finding(), identity_allowed=True)
    assert (allowed.patient, allowed.identified) == ("DOE^JANE", True)


def test_two_journals_hash_the_same_patient_differently(tmp_path, finding):
    with Journal(tmp_path / "a") as one, Journal(tmp_path / "b") as two:
        assert write(one, finding()).patient != write(two, finding()).patient


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_only_its_owner_may_read_it(path):
    Journal(path).close()
    assert path.stat().st_mode & 0o077 == 0


def test_an_abstention_is_kept_with_its_reason_and_no_class(path, finding):
    with Journal(path) as journal:
        reading = write(journal, finding(abstention="This is no head."), "no_tumor")
    assert (reading.model_class, reading.abstention) == ("", "This is no head.")
    assert reading.probabilities == {}
    assert reading.agrees is None


CRASH = """
import os, sys
from pathlib import Path
from braintumor_desktop.reporting.journal import Journal
journal = Journal(Path(sys.argv[1]))
journal._base.execute("BEGIN IMMEDIATE")
journal._base.execute(
    "INSERT INTO readings SELECT NULL, began, recorded, patient, identified, image, 'unsure', "
    "confidence, hex(zeroblob(3000000)), model, model_version, weights_sha256, model_class, "
    "model_probability, probabilities, abstention FROM readings")
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_crash_in_the_middle_of_a_write_loses_that_reading_alone(path, finding):
    with Journal(path) as journal:
        before = write(journal, finding())
    done = subprocess.run([sys.executable, "-c", CRASH, str(path)], check=False, timeout=60)
    assert done.returncode == -9
    with Journal(path) as journal:
        assert journal.readings() == [before]
        assert journal._base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert len({before.number, write(journal, finding()).number}) == 2


def test_a_full_disk_is_told_and_nothing_before_is_lost(path, finding):
    with Journal(path) as journal:
        before = write(journal, finding())
        pages = journal._base.execute("PRAGMA page_count").fetchone()[0]
        journal._base.execute(f"PRAGMA max_page_count = {pages}")  # SQLite's own full disk

        def fill():
            for _ in range(50):
                write(journal, finding(), note="x" * 4000)

        with pytest.raises(JournalError, match=r"disk is full.*Free some room"):
            fill()
        kept = journal.readings()
        assert kept[0] == before
        journal._base.execute(f"PRAGMA max_page_count = {pages + 1000}")
        assert write(journal, finding()).number > kept[-1].number


def test_a_damaged_file_is_named_and_left_as_it_is(path):
    path.parent.mkdir()
    path.write_bytes(b"This is no database, by far." * 99)
    with pytest.raises(JournalError, match=r"journal\.sqlite3: .*not a database"):
        Journal(path)
    assert path.read_bytes().startswith(b"This is no")


def test_a_journal_of_a_newer_version_is_not_touched(path):
    Journal(path).close()
    base = sqlite3.connect(path)
    base.execute("PRAGMA user_version = 99")
    base.close()
    with pytest.raises(JournalError, match="newer version"):
        Journal(path)


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(JournalError, match="cannot be opened"):
        Journal(tmp_path / "file" / "journal.sqlite3")


def test_readings_are_filtered(path, finding):
    with Journal(path) as journal:
        for choice in ("glioma", "unsure", "glioma"):
            write(journal, finding(), choice)
        assert [r.number for r in journal.readings(impression="glioma")] == [1, 3]
        assert journal.readings(model_class="meningioma") == []
        assert len(journal.readings(weights_sha256="abcdef01" * 8, impression="unsure")) == 1


def test_what_is_erased_is_gone_from_the_file(path, finding):
    with Journal(path) as journal:
        for word in ("oleander", "hawthorn"):
            write(journal, finding(), note=word)
        assert journal.erase([1]) == 1
        stored = b"".join(p.read_bytes() for p in path.parent.iterdir())
        assert b"oleander" not in stored
        assert b"hawthorn" in stored
        patient = journal.readings()[0].patient
        assert journal.erase() == 1
        assert write(journal, finding()).patient != patient  # the key is a new one
    assert b"hawthorn" not in b"".join(p.read_bytes() for p in path.parent.iterdir())


def test_the_csv_has_a_row_a_reading_and_disarms_formulas(path, finding):
    with Journal(path) as journal:
        write(journal, finding(), note="=1+1")
        write(journal, finding(abstention="blank"), "unsure", note='a "b", c\nd')
        rows = list(csv.DictReader(io.StringIO(readings_to_csv(journal.readings()), newline="")))
    assert [r["note"] for r in rows] == ["'=1+1", 'a "b", c\nd']
    assert [r["agrees"] for r in rows] == ["true", ""]
    assert [r["probability_glioma"] for r in rows] == ["0.7", ""]
    assert {r["intended_use"] for r in rows} == {RESEARCH_USE}


@pytest.mark.parametrize(
    ("choice", "confidence", "note", "began"),
    [
        ("haematoma", 50, "", BEGAN),
        ("glioma", 101, "", BEGAN),
        ("glioma", 50, "x" * 5000, BEGAN),
        ("glioma", 50, "", datetime(2026, 3, 2)),
    ],
)
def test_an_impression_that_cannot_be_is_refused(choice, confidence, note, began):
    with pytest.raises(ValueError, match=r"impression|confidence|note|time"):
        Impression(choice, confidence, note, began)


def test_agreement_counts_and_kappa_are_those_worked_out_by_hand(path, finding):
    model = {"glioma": [0.7, 0.1, 0.1, 0.1], "no_tumor": [0.1, 0.1, 0.1, 0.7]}
    said = (
        [("glioma", "glioma")] * 20 + [("glioma", "no_tumor")] * 5
        + [("no_tumor", "glioma")] * 10 + [("no_tumor", "no_tumor")] * 15
    )  # fmt: skip
    with Journal(path) as journal:
        for own, its in said:
            write(journal, finding(probabilities=np.array(model[its], np.float32)), own)
        write(journal, finding(), "unsure")
        write(journal, finding(abstention="blank"), "glioma")
        found = agreement_of(journal.readings())
    assert (found.compared, found.agreed) == (50, 35)
    assert found.kappa == pytest.approx(0.4)  # p_o = 0.7, p_e = 0.5
    assert found.table[ROWS.index("glioma"), COLUMNS.index("no_tumor")] == 5
    assert found.table[ROWS.index("unsure"), COLUMNS.index("glioma")] == 1
    assert found.table[ROWS.index("glioma"), COLUMNS.index("abstained")] == 1


def test_kappa_is_left_out_where_it_has_no_meaning(path, finding):
    assert agreement_of([]).kappa is None
    with Journal(path) as journal:
        assert agreement_of([write(journal, finding())]).kappa is None


def test_the_usual_place_is_the_data_folder_of_the_platform():
    from platformdirs import user_data_path

    from braintumor_desktop.reporting.journal import default_journal_file

    assert Path(user_data_path("braintumor-desktop", appauthor=False)) in (
        default_journal_file().parents
    )
