from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from braintumor_desktop.errors import JournalError
from braintumor_desktop.inference.finding import ModelIdentity
from braintumor_desktop.inference.series import combine_findings
from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.reporting.journal import Journal
from braintumor_desktop.ui.engine import ModelChoice, ModelInfo


def kept(journal_file):
    with Journal(journal_file) as journal:
        return journal.readings()


def say(room, number=1):
    """Choose an impression by its key's action and record it."""
    room._window.actions_[f"impression_{number}"].trigger()
    room._window.actions_["record_reading"].trigger()


def another_model(engine, sha="ee" * 32):
    def load(choice):
        engine.method = choice.method
        return ModelInfo("xception", "2.0", sha, "CPU fp32", choice.method, CLASS_KEYS)

    usual = engine.finding
    engine.load = load
    engine.finding = lambda slice_: replace(
        usual(slice_), model=ModelIdentity("xception", "2.0", sha)
    )


def test_nothing_of_the_model_is_seen_before_an_impression_is_recorded(asked, window):
    assert window.session.opinion.state.kind == "withheld"
    assert [bar.probability for bar in window.finding.bars.bars.values()] == [None] * 4
    assert window.viewer.overlay.finding is None
    assert asked.panel.isVisible()
    assert not window.actions_["record_reading"].isEnabled()
    assert not window.actions_["export"].isEnabled()


def test_the_impression_is_on_the_disk_before_the_reveal(qtbot, asked, window, journal_file, wait):
    seen = []
    window.session.opinion.state_changed.connect(
        lambda state: seen.append(len(kept(journal_file))) if state.finding is not None else None
    )
    say(asked, 2)
    wait(qtbot, asked, "revealed")
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    assert seen[0] == 1
    assert window.session.opinion.state.kind == "ready"


def test_a_series_is_answered_by_its_series_finding_once_all_slices_are_read(
    qtbot, asked, window, journal_file, wait
):
    say(asked, 2)
    wait(qtbot, asked, "revealed", answered=True)
    (reading,) = kept(journal_file)
    slices = window.session.series.slices
    findings = [window.session.opinion.remembered_finding(h) for h in slices]
    expected = combine_findings(findings)
    assert reading.scope == "series"
    assert (reading.impression, reading.confidence, reading.blind) == ("meningioma", 50, True)
    assert reading.answer.model_class == expected.leading_key
    assert reading.answer.probabilities["glioma"] == pytest.approx(
        float(expected.probabilities[0]), abs=1e-5
    )
    assert (reading.answer.model, reading.answer.model_version) == ("improved_resnet34", "1.0")
    assert len(reading.answer.weights_sha256) == 64
    assert reading.began <= reading.recorded <= reading.answer.revealed


def test_a_lone_image_is_read_by_itself(qtbot, room, window, write_series, journal_file, wait):
    window.session.open_paths([write_series(1)])
    wait(qtbot, room, "asking")
    say(room, 4)
    wait(qtbot, room, "revealed", answered=True)
    (reading,) = kept(journal_file)
    assert (reading.scope, reading.impression) == ("slice", "no_tumor")
    finding = window.session.opinion.state.finding
    assert reading.answer.model_class == finding.leading_key


@pytest.fixture
def pictures(tmp_path):
    """Three pictures in one folder, as they are saved from a publication: nobody knows of whom."""
    paths = [tmp_path / "pictures" / f"{name}.png" for name in ("one", "two", "three")]
    paths[0].parent.mkdir()
    random = np.random.default_rng(5)
    for path in paths:
        pixels = random.integers(0, 200, (48, 64))
        Image.fromarray(pixels.astype(np.uint8)).save(path)
    return paths


def test_pictures_that_merely_lie_in_one_folder_are_read_one_by_one(
    qtbot, room, window, pictures, journal_file, wait
):
    window.session.open_paths([pictures[0].parent])
    wait(qtbot, room, "asking")
    say(room, 1)
    wait(qtbot, room, "revealed", answered=True)
    window.session.step(1)
    wait(qtbot, room, "asking")
    assert window.session.opinion.state.kind == "withheld"
    say(room, 2)
    wait(qtbot, room, "revealed", answered=True)
    assert [(r.scope, r.impression) for r in kept(journal_file)] == [
        ("slice", "glioma"), ("slice", "meningioma"),
    ]  # fmt: skip
    assert len({r.image for r in kept(journal_file)}) == 2


def test_another_picture_from_the_same_folder_is_not_taken_for_the_one_that_was_read(
    qtbot, room, window, pictures, wait
):
    window.session.open_paths([pictures[0]])
    wait(qtbot, room, "asking")
    say(room)
    wait(qtbot, room, "revealed")
    window.session.close_all()
    window.session.open_paths([pictures[1]])
    wait(qtbot, room, "asking")
    assert window.session.opinion.state.kind == "withheld"


def test_what_the_strip_has_shown_of_a_picture_makes_its_reading_not_blind(
    qtbot, window, pictures, journal_file, wait
):
    room = window.reading
    room.desk.path = journal_file
    window.session.open_paths([pictures[0].parent])
    qtbot.waitUntil(lambda: window.session.opinion.state.kind == "ready", timeout=10_000)
    window.session.read_series()
    slices = window.session.series.slices
    qtbot.waitUntil(lambda: all(window.session.opinion.is_read(h) for h in slices), timeout=10_000)
    qtbot.waitUntil(lambda: window.viewer.strip._findings[2] is not None, timeout=10_000)
    window.actions_["read_first"].trigger()
    window.session.go_to(2)
    wait(qtbot, room, "asking")
    assert not room.read_first.state.blind


def test_neither_the_patient_nor_the_uids_stand_in_the_file(
    qtbot, asked, window, journal_file, wait
):
    say(asked)
    wait(qtbot, asked, "revealed", answered=True)
    stored = b"".join(p.read_bytes() for p in journal_file.parent.iterdir())
    assert b"Nobody" not in stored
    assert window.session.series.series_instance_uid.encode() not in stored


def test_the_identity_is_kept_where_the_settings_allow_it(qtbot, asked, window, journal_file, wait):
    window.change(journal_identity=True)
    say(asked)
    wait(qtbot, asked, "revealed")
    assert "Nobody" in kept(journal_file)[0].identity


def test_disagreement_is_said_in_words_beside_both_answers(qtbot, asked, window, wait):
    opinion = window.session.opinion
    say(asked, 3)
    wait(qtbot, asked, "revealed", answered=True)
    reading = asked.read_first.state.reading
    assert opinion.combined(window.session.series.slices).leading_key != "pituitary"
    shown = asked.panel.revealed
    assert shown.isVisible()
    assert shown.own.what.text() == "Pituitary tumor"
    assert reading.agrees is False
    assert shown.verdict.text() == "You and the model disagree."
    assert shown.its.what.text() not in ("", "…", "Pituitary tumor")


def test_the_overlay_starts_hidden_and_comes_back_with_the_mode_off(qtbot, asked, window, wait):
    assert not window.viewer.overlay_on
    say(asked)
    wait(qtbot, asked, "revealed")
    assert not window.viewer.overlay_on
    window.change(read_first=False)
    assert window.viewer.overlay_on


def test_what_was_read_is_not_asked_again_after_a_restart(qtbot, asked, window, wait):
    say(asked)
    wait(qtbot, asked, "revealed", answered=True)
    asked.read_first._readings.clear()  # as a new start: only the file knows
    asked.read_first._answers.clear()
    asked.read_first._looked_up.clear()
    window.session.choose_series(window.session.study, window.session.series)
    wait(qtbot, asked, "revealed", answered=True)


def test_another_model_asks_for_the_reveal_only(qtbot, asked, window, engine, journal_file, wait):
    say(asked, 1)
    wait(qtbot, asked, "revealed", answered=True)
    another_model(engine)
    window.session.choose_model(ModelChoice())
    wait(qtbot, asked, "recorded")
    qtbot.waitUntil(lambda: window.session.opinion.state.kind == "withheld", timeout=10_000)
    assert asked.panel.revealed.own.what.text() == "Glioma"
    assert "xception 2.0" in asked.panel.revealed.reveal.text()
    qtbot.mouseClick(asked.panel.revealed.reveal, Qt.MouseButton.LeftButton)
    wait(qtbot, asked, "revealed", answered=True)
    both = kept(journal_file)
    assert {r.number for r in both} == {1}
    assert [r.answer.model for r in both] == ["improved_resnet34", "xception"]


def test_a_journal_that_cannot_be_written_is_told_and_the_form_keeps_what_was_said(
    qtbot, asked, window, journal_file, wait, monkeypatch
):
    def full(*_):
        raise JournalError("The journal cannot be written (disk is full).", remedy="Free room.")

    monkeypatch.setattr(Journal, "record", full)
    asked.panel.form.note.setPlainText("broad dural base")
    asked.panel.form.confidence.setValue(4)
    say(asked, 2)
    qtbot.waitUntil(lambda: asked.read_first.state.error is not None, timeout=10_000)
    form = asked.panel.form
    assert "disk is full" in form.complaint.text()
    assert "still stands in this form" in form.complaint.text()
    assert (form.draft.choice, form.draft.confidence, form.draft.note) == (
        "meningioma", 100, "broad dural base",
    )  # fmt: skip
    assert window.session.opinion.state.kind == "withheld"
    monkeypatch.undo()
    asked.desk.path = journal_file
    qtbot.mouseClick(form.record, Qt.MouseButton.LeftButton)
    wait(qtbot, asked, "revealed")
    assert kept(journal_file)[0].note == "broad dural base"


def test_what_stands_in_the_form_waits_while_another_series_is_looked_at(
    qtbot, asked, window, write_series, wait
):
    asked.panel.form.note.setPlainText("come back to this")
    asked.panel.form.choose("glioma")
    first = (window.session.study, window.session.series)
    window.session.open_paths([write_series(3, "other")])
    qtbot.waitUntil(
        lambda: window.session.series is not None and len(window.session.series) == 3,
        timeout=10_000,
    )
    wait(qtbot, asked, "asking")
    assert asked.panel.form.draft.note == ""
    window.session.choose_series(*first)
    wait(qtbot, asked, "asking")
    assert (asked.panel.form.draft.choice, asked.panel.form.draft.note) == (
        "glioma", "come back to this",
    )  # fmt: skip


def test_an_impression_after_the_answer_was_seen_is_marked_as_not_blind(
    qtbot, opened, journal_file, wait
):
    room = opened.reading
    room.desk.path = journal_file
    opened.actions_["read_first"].trigger()
    wait(qtbot, room, "asking")
    assert "not blind" in room.panel.form.hint.text()
    say(room)
    wait(qtbot, room, "revealed")
    assert not kept(journal_file)[0].blind


def test_the_mode_is_remembered(opened, tmp_path):
    opened.reading.desk.path = tmp_path / "journal.sqlite3"
    opened.actions_["read_first"].trigger()
    assert opened.store.settings.read_first
    assert opened.tool_bar._read_first_button.isChecked()


def test_looking_makes_no_journal(asked, journal_file):
    assert asked.read_first.state.kind == "asking"
    assert not journal_file.exists()


def test_what_was_recorded_reaches_the_disk_when_the_window_is_closed_at_once(
    asked, window, journal_file, monkeypatch
):
    started, go_on, record = threading.Event(), threading.Event(), Journal.record

    def slow(*arguments):
        started.set()
        assert go_on.wait(10)
        return record(*arguments)

    monkeypatch.setattr(Journal, "record", slow)
    say(asked)
    assert started.wait(10)
    threading.Timer(0.1, go_on.set).start()
    window.close()
    assert [r.impression for r in kept(journal_file)] == ["glioma"]


def test_a_series_of_refused_slices_is_answered_by_an_abstention(
    qtbot, room, window, engine, write_series, journal_file, wait
):
    engine.abstention = "This is no head."
    window.session.open_paths([write_series(2)])
    wait(qtbot, room, "asking")
    say(room)
    wait(qtbot, room, "revealed", answered=True)
    (reading,) = kept(journal_file)
    assert (reading.answer.model_class, reading.agrees) == ("", None)
    assert reading.answer.model == "improved_resnet34"
    assert room.panel.revealed.its.what.text() == "Abstains"


def test_enter_in_the_note_records_and_shift_enter_starts_a_line(qtbot, asked, wait):
    form = asked.panel.form
    form.choose("unsure")
    form.note.setFocus()
    QTest.keyClicks(form.note, "one")
    QTest.keyClick(form.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(form.note, "two")
    QTest.keyClick(form.note, Qt.Key.Key_Return)
    wait(qtbot, asked, "revealed")
    assert asked.read_first.state.reading.note == "one\ntwo"


def test_enter_records_over_the_image_and_never_from_the_studies(qtbot, asked, window, wait):
    asked.panel.form.choose("glioma")
    window.studies.search.setFocus()
    QTest.keyClick(window.studies.search, Qt.Key.Key_Return)
    assert asked.read_first.state.kind == "asking"
    window.viewer.image.setFocus()
    QTest.keyClick(window.viewer.image, Qt.Key.Key_Return)
    wait(qtbot, asked, "revealed")


def test_a_note_that_is_too_long_is_told_and_nothing_is_cut_off(asked, window):
    form = asked.panel.form
    form.choose("glioma")
    form.note.setPlainText("x" * 4001)
    assert "4001 characters" in form.hint.text()
    assert not form.record.isEnabled()
    assert not window.actions_["record_reading"].isEnabled()
    form.note.setPlainText("x" * 4000)
    assert form.record.isEnabled()
    assert "withheld" in form.hint.text()


def test_nothing_moves_when_the_answer_to_the_series_arrives(qtbot, asked, window, engine, wait):
    asked.panel.form.choose("glioma")
    engine.gate.clear()  # the series is read when it opens
    window.actions_["record_reading"].trigger()
    wait(qtbot, asked, "revealed")
    qtbot.wait(50)
    assert asked.read_first.state.reading.answer is None
    before = asked.panel.geometry()
    engine.gate.set()
    wait(qtbot, asked, "revealed", answered=True)
    qtbot.wait(50)
    assert asked.panel.geometry() == before


@pytest.mark.parametrize("height", [640, 720])
def test_a_form_with_a_long_complaint_is_scrolled_and_never_squeezed(qtbot, asked, window, height):
    window.resize(1280, height)
    form = asked.panel.form
    high = {choice: radio.height() for choice, radio in form.choices.items()}
    path = Path("a-long-name-of-a-folder") / "another-long-name" / "journal.sqlite3"
    asked.read_first._failed(
        asked.read_first.state.case,
        JournalError("The journal cannot be written " * 3, path=path, remedy="Free some room."),
    )
    qtbot.waitUntil(lambda: form.complaint.isVisible() and form.complaint.height() > 40)
    qtbot.wait(50)
    assert {choice: radio.height() for choice, radio in form.choices.items()} == high
    assert form.complaint.height() >= form.complaint.heightForWidth(form.complaint.width())
    assert window.finding.headline.visibleRegion().boundingRect().height() > 16
    assert form.complaint.visibleRegion().boundingRect() == form.complaint.rect()
    assert form.record.visibleRegion().boundingRect() == form.record.rect()


def test_the_whole_form_is_seen_where_the_window_is_high_enough(asked, window):
    window.resize(1280, 720)
    window.reading.panel.layout().activate()
    form = asked.panel.form
    for part in (form.choices["glioma"], form.record):
        assert part.visibleRegion().boundingRect() == part.rect()
