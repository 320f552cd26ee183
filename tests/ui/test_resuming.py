from __future__ import annotations

import json
import os
import stat
import sys

import pytest
from PySide6.QtCore import Qt

from braintumor_desktop.settings import SettingsStore
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.last_session import LastSession, SessionFile
from braintumor_desktop.ui.main_window import MainWindow
from braintumor_desktop.ui.session import Session


@pytest.fixture
def file(store):
    return store.path.parent / "session.json"


@pytest.fixture
def keep(file):
    """Write what a session before this one left behind."""

    def write(*paths, series="", index=0, ended=True):
        file.parent.mkdir(parents=True, exist_ok=True)
        last = LastSession(paths=tuple(map(str, paths)), series=series, index=index, ended=ended)
        file.write_text(last.model_dump_json())

    return write


def kept(file):
    return json.loads(file.read_text())


def choose(window, words):
    next(b for b in window.notice.choices() if words in b.text()).click()


def test_the_series_and_slice_of_the_last_session_are_on_screen_again(
    qtbot, opened: MainWindow, engine, write_series, file
):
    with qtbot.waitSignal(opened.session.opened, timeout=10_000):
        opened.session.open_paths([write_series(3, "second")])
    opened.habits.begin(empty=True)
    every = [(study, series) for study in opened.session.studies for series in study.series]
    second = next(pair for pair in every if "second" in pair[1].description)
    opened.session.choose_series(*second, 2)
    opened.close()
    assert kept(file)["ended"]
    again = MainWindow(Session(engine), SettingsStore(opened.store.path), theme.DARK)
    qtbot.addWidget(again)
    again.habits.begin()
    qtbot.waitUntil(lambda: again.session.picture is not None, timeout=10_000)
    qtbot.waitUntil(lambda: not again.session.opening, timeout=10_000)
    assert sum(len(study.series) for study in again.session.studies) == 2
    assert "second" in again.session.series.description
    assert again.session.index == 2
    again.close()


def test_a_place_that_is_gone_is_told_and_the_rest_is_opened(
    qtbot, window: MainWindow, keep, write_series, tmp_path
):
    keep(tmp_path / "unplugged", write_series(2))
    with qtbot.waitSignal(window.session.opened, timeout=10_000):
        window.habits.begin()
    assert len(window.session.series) == 2
    assert "1 file was left out" in window.notice.label.text()
    assert "unplugged" in window.session.open_studies.problems[0].message


@pytest.mark.parametrize("content", ["{", "[]", '{"paths": 3}'])
def test_a_damaged_file_is_no_session(window: MainWindow, file, content):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content)
    assert window.habits.resuming.begin(on=True) is None


def test_after_a_crash_it_asks_and_opens_nothing_by_itself(
    qtbot, window: MainWindow, keep, write_series, file
):
    keep(write_series(2), ended=False)
    window.habits.begin()
    assert not window.session.opening
    assert "ended unexpectedly" in window.notice.label.text()
    window.habits.resuming.write()
    assert kept(file)["paths"], "it is kept until the question is answered"
    with qtbot.waitSignal(window.session.opened, timeout=10_000):
        choose(window, "Open what was open")
    assert len(window.session.series) == 2


def test_after_a_crash_one_may_start_empty(window: MainWindow, keep, write_series, file):
    keep(write_series(2), ended=False)
    window.habits.begin()
    choose(window, "Start empty")
    window.habits.resuming.write()
    assert not window.session.opening
    assert kept(file)["paths"] == []


def test_a_crash_report_is_told_of_and_shown(window: MainWindow, tmp_path, monkeypatch):
    from braintumor_desktop.ui.dialogs import PageDialog

    shown: list[str] = []
    monkeypatch.setattr(PageDialog, "exec", lambda self: shown.append(self.page.toPlainText()))
    report = tmp_path / "crash-1.txt"
    report.write_text("builtins.ValueError")
    window.habits.begin(crash=report)
    assert str(report) in window.notice.label.text()
    choose(window, "Show report")
    assert "builtins.ValueError" in shown[0]


def test_while_the_program_runs_the_session_is_not_ended(opened: MainWindow, file):
    opened.habits.begin(empty=True)
    opened.session.go_to(1)
    opened.habits.resuming.write()
    assert (kept(file)["index"], kept(file)["ended"]) == (1, False)


@pytest.mark.skipif(sys.platform == "win32", reason="a profile is its owner's there")
def test_the_file_is_for_its_owner_alone(opened: MainWindow, file):
    opened.habits.begin(empty=True)
    opened.habits.resuming.write()
    assert stat.S_IMODE(os.stat(file).st_mode) == 0o600


def test_switched_off_nothing_is_kept(opened: MainWindow, file):
    opened.habits.begin(empty=True)
    opened.habits.resuming.write()
    opened.change(restore_session=False)
    assert not file.exists()
    opened.habits.resuming.write()
    assert not file.exists()


def test_a_second_window_neither_goes_on_nor_writes(opened: MainWindow, file, keep):
    first = SessionFile(file)
    file.parent.mkdir(parents=True, exist_ok=True)
    assert first.claim()
    keep("/somewhere")
    opened.habits.begin(empty=True)
    opened.habits.resuming.write()
    assert kept(file)["paths"] == ["/somewhere"]
    first.release()


def test_a_session_that_cannot_be_kept_is_said(qtbot, window: MainWindow, file):
    file.parent.parent.mkdir(parents=True, exist_ok=True)
    file.parent.write_text("a file stands where the folder of the settings should")
    window.habits.begin(empty=True)
    qtbot.waitUntil(window.notice.isVisible)
    assert "cannot be remembered" in window.notice.label.text()


def test_it_is_still_seen_when_a_study_of_the_command_line_is_open(
    qtbot, window: MainWindow, file, write_series
):
    file.parent.parent.mkdir(parents=True, exist_ok=True)
    file.parent.write_text("a file stands where the folder of the settings should")
    with qtbot.waitSignal(window.session.opened, timeout=10_000):
        window.habits.begin([write_series(2)])
    qtbot.waitUntil(window.notice.isVisible)
    assert "cannot be remembered" in window.notice.label.text()


def test_the_first_start_shows_the_demonstration(qtbot, window: MainWindow):
    with qtbot.waitSignal(window.session.opened, timeout=20_000):
        window.habits.begin()
    assert window.session.study.synthetic


def test_panels_that_were_put_away_stay_away(qtbot, session, store):
    window = MainWindow(session, store, theme.DARK)
    qtbot.addWidget(window)
    window.actions_["studies"].trigger()
    window.close()
    again = MainWindow(session, SettingsStore(store.path), theme.DARK)
    qtbot.addWidget(again)
    assert again.studies.isHidden()
    assert not again.finding.isHidden()
    assert not again.actions_["studies"].isChecked()
    assert again.actions_["finding"].isChecked()


def test_the_theme_follows_the_system_only_where_it_should(window: MainWindow, qapp):
    hints = qapp.styleHints()
    window.change(theme="system")
    hints.setColorScheme(Qt.ColorScheme.Light)
    if hints.colorScheme() == Qt.ColorScheme.Light:
        assert window.tokens is theme.LIGHT
    hints.setColorScheme(Qt.ColorScheme.Dark)
    assert window.tokens is theme.DARK
    window.change(theme="light")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert window.tokens is theme.LIGHT
    hints.unsetColorScheme()
    window.change(theme="dark")
