"""The window stands where it stood, and at first fills the screen without being cut off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from braintumor_desktop.settings import SettingsStore
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.main_window import MainWindow
from braintumor_desktop.ui.placing import show_in_place

MAXIMIZED, FULL = Qt.WindowState.WindowMaximized, Qt.WindowState.WindowFullScreen


@pytest.fixture
def fresh(qtbot, session, store) -> MainWindow:
    window = MainWindow(session, store, theme.DARK)
    qtbot.addWidget(window)
    return window


def test_a_first_window_is_maximized(fresh, store):
    show_in_place(fresh, store)
    assert fresh.isMaximized()


def test_out_of_its_maximized_state_it_leaves_room_for_the_frame_of_the_window_manager(fresh):
    screen = fresh.screen().availableGeometry()
    assert fresh.width() < screen.width() or fresh.minimumWidth() >= screen.width()
    assert fresh.height() < screen.height()


def test_a_window_that_was_made_smaller_comes_back_as_it_was(qtbot, fresh, session, store):
    fresh.show()
    fresh.resize(880, 600)
    fresh.close()
    again = MainWindow(session, SettingsStore(store.path), theme.DARK)
    qtbot.addWidget(again)
    show_in_place(again, again.store)
    assert not again.isMaximized()
    assert again.size().toTuple() == (880, 600)


def test_a_window_that_would_hang_below_the_screen_is_maximized(qtbot, fresh, session, store):
    fresh.show()
    fresh.resize(880, fresh.screen().availableGeometry().height())
    fresh.close()
    again = MainWindow(session, SettingsStore(store.path), theme.DARK)
    qtbot.addWidget(again)
    show_in_place(again, again.store)
    assert again.isMaximized()


def test_full_screen_ends_where_it_began_maximized(fresh, store):
    show_in_place(fresh, store)
    fresh.actions_["full_screen"].trigger()
    assert fresh.isFullScreen()
    fresh.actions_["full_screen"].trigger()
    assert fresh.isMaximized()
    assert fresh.menuBar().isVisible()


def test_escape_leads_out_of_full_screen_and_not_into_it(fresh, store):
    show_in_place(fresh, store)
    fresh.actions_["full_screen"].trigger()
    QTest.keyClick(fresh, Qt.Key.Key_Escape)
    assert not fresh.isFullScreen()
    assert not fresh.actions_["full_screen"].isChecked()
    QTest.keyClick(fresh, Qt.Key.Key_Escape)
    assert not fresh.isFullScreen()


def test_a_window_closed_in_full_screen_does_not_open_in_it(qtbot, fresh, session, store):
    show_in_place(fresh, store)
    fresh.actions_["full_screen"].trigger()
    fresh.close()
    again = MainWindow(session, SettingsStore(store.path), theme.DARK)
    qtbot.addWidget(again)
    show_in_place(again, again.store)
    assert not again.windowState() & FULL
    assert again.windowState() & MAXIMIZED
    assert not again.actions_["full_screen"].isChecked()
