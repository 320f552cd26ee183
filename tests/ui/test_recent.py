from __future__ import annotations

import os
import stat
import sys

import pytest
from PySide6.QtGui import QAction

from braintumor_desktop.ui.main_window import MainWindow
from braintumor_desktop.ui.recent import MOST, RecentStudies


@pytest.fixture
def recent(tmp_path):
    return RecentStudies(tmp_path / "recent.json")


def actions(menu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.actions()}


def test_what_was_opened_last_stands_first_and_once(recent, tmp_path):
    for name in ("a", "b", "a"):
        recent.add([tmp_path / name])
    assert [entry.name for entry in recent.entries] == ["a", "b"]


def test_at_most_ten_are_kept_and_read_again(recent, tmp_path):
    for number in range(MOST + 3):
        recent.add([tmp_path / str(number), tmp_path / "more"])
    again = RecentStudies(tmp_path / "recent.json").entries
    assert [entry.name for entry in again] == [str(n) for n in range(12, 2, -1)]
    assert again[0].others == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a profile is its owner's there")
def test_the_file_is_for_its_owner_alone(recent, tmp_path):
    recent.add([tmp_path])
    assert stat.S_IMODE(os.stat(tmp_path / "recent.json").st_mode) == 0o600


@pytest.mark.parametrize("content", ["{", "3", '[["/a"], [], [3], "/b"]'])
def test_of_a_damaged_file_what_can_be_read_is_taken(tmp_path, content):
    (tmp_path / "recent.json").write_text(content)
    names = [entry.name for entry in RecentStudies(tmp_path / "recent.json").entries]
    assert names == (["a"] if "/a" in content else [])


def test_clearing_leaves_no_file(recent, tmp_path):
    recent.add([tmp_path / "doe"])
    recent.clear()
    assert list(tmp_path.iterdir()) == []


def test_a_study_that_is_opened_is_listed_and_opened_again_from_there(
    qtbot, window: MainWindow, write_series
):
    window.habits.begin(empty=True)
    folder = write_series(2)
    with qtbot.waitSignal(window.session.opened, timeout=10_000):
        window.session.open_paths([folder])
    window.session.close_all()
    menu = window.habits.recent_menu
    menu.aboutToShow.emit()
    with qtbot.waitSignal(window.session.opened, timeout=10_000):
        actions(menu)["series"].trigger()
    assert len(window.session.series) == 2
    assert str(folder) in actions(menu)["series"].toolTip()


def test_the_list_stands_in_the_file_menu(window: MainWindow):
    file_menu = window.menuBar().actions()[0].menu()
    assert window.habits.recent_menu.menuAction() in file_menu.actions()


def test_demonstration_cases_are_not_listed(qtbot, window: MainWindow):
    with qtbot.waitSignal(window.session.opened, timeout=20_000):
        window.habits.begin(demonstration=True)
    assert window.habits.recent.entries == ()


def test_what_is_gone_is_marked_and_can_be_taken_off_the_list(qtbot, window: MainWindow, tmp_path):
    window.habits.recent.add([tmp_path / "unplugged"])
    menu = window.habits.recent_menu
    menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: "unplugged (gone)" in actions(menu), timeout=10_000)
    actions(menu)["unplugged (gone)"].trigger()
    assert "no longer there" in window.notice.label.text()
    next(b for b in window.notice.choices() if "off the list" in b.text()).click()
    assert window.habits.recent.entries == ()


def test_switched_off_nothing_is_listed_and_the_list_is_erased(
    qtbot, window: MainWindow, write_series, tmp_path
):
    window.habits.begin(empty=True)
    window.habits.recent.add([tmp_path / "doe"])
    window.change(recent_studies=False)
    with qtbot.waitSignal(window.session.opened, timeout=10_000):
        window.session.open_paths([write_series(2)])
    assert not (window.store.path.parent / "recent.json").exists()
    window.habits.recent_menu.aboutToShow.emit()
    assert list(actions(window.habits.recent_menu)) == ["Off in the settings"]


def test_that_the_list_cannot_be_written_is_said_once_and_seen(
    qtbot, window: MainWindow, write_series, monkeypatch
):
    def full(*_):
        raise OSError(28, "No space left on device")

    window.habits.begin(empty=True)
    monkeypatch.setattr(window.habits.recent, "add", full)
    for name in ("first", "second"):
        with qtbot.waitSignal(window.session.opened, timeout=10_000):
            window.session.open_paths([write_series(2, name)])
        qtbot.wait(20)
        said = window.notice.isVisible() and window.notice.label.text()
        assert bool(said and "No space left on device" in said) == (name == "first")


def test_clear_recent_in_the_menu_forgets_everything(window: MainWindow, tmp_path):
    window.habits.recent.add([tmp_path / "doe"])
    window.habits.recent_menu.aboutToShow.emit()
    actions(window.habits.recent_menu)["Clear recent"].trigger()
    assert not (window.store.path.parent / "recent.json").exists()
