from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit

from braintumor_desktop.settings import SettingsStore
from braintumor_desktop.ui import dialogs, theme
from braintumor_desktop.ui.actions import ACTIONS, key_clashes
from braintumor_desktop.ui.keys_editor import KeysEditor
from braintumor_desktop.ui.main_window import MainWindow

OK = QDialogButtonBox.StandardButton.Ok


def editor(qtbot, window):
    dialog = KeysEditor(window.actions_.keys, theme.DARK, window)
    qtbot.addWidget(dialog)
    return dialog


def test_every_action_can_be_given_another_key(qtbot, window):
    assert set(editor(qtbot, window).editors) == {spec.name for spec in ACTIONS}


def test_an_action_without_a_key_says_so(qtbot, window):
    dialog = editor(qtbot, window)
    line = dialog.editors["left_out"].findChild(QLineEdit)
    assert line.placeholderText() == "no key"


def test_two_keys_of_one_action_are_told_apart(qtbot, window):
    assert editor(qtbot, window).editors["zoom_in"].toolTip() == "+ / ="


def test_nothing_is_changed_by_looking(qtbot, window):
    assert editor(qtbot, window).overrides() == {}


def test_a_changed_key_works_at_once_and_the_old_one_no_longer(qtbot, opened):
    dialog = editor(qtbot, opened)
    dialog.editors["invert"].setKeySequence(QKeySequence("Y"))
    opened.change(keys=dialog.overrides())
    QTest.keyClick(opened.viewer.image, Qt.Key.Key_I)
    assert not opened.viewer.state.inverted
    QTest.keyClick(opened.viewer.image, Qt.Key.Key_Y)
    assert opened.viewer.state.inverted
    assert opened.actions_["invert"].toolTip() == "Invert (Y)"


def test_a_key_that_is_taken_is_named_with_both_actions_and_refused(qtbot, window):
    dialog = editor(qtbot, window)
    dialog.editors["invert"].setKeySequence(QKeySequence("H"))
    assert dialog.complaint == "H stands for “Invert” and “Flip left to right”."
    assert not dialog._buttons.button(OK).isEnabled()
    dialog.editors["flip_horizontal"].setKeySequence(QKeySequence())
    assert dialog._buttons.button(OK).isEnabled()
    assert dialog.overrides() == {"invert": ("H",), "flip_horizontal": ()}


def test_the_usual_keys_come_back(qtbot, window):
    window.change(keys={"invert": ("Y",)})
    dialog = editor(qtbot, window)
    assert dialog.overrides() == {"invert": ("Y",)}
    dialog.restore()
    assert dialog.overrides() == {}


def test_changed_keys_outlive_the_window(qtbot, session, store):
    first = MainWindow(session, store, theme.DARK)
    qtbot.addWidget(first)
    first.change(keys={"invert": ("Y",)})
    first.store.save()
    again = MainWindow(session, SettingsStore(store.path), theme.DARK)
    qtbot.addWidget(again)
    assert again.actions_["invert"].shortcuts() == [QKeySequence("Y")]


def test_stored_keys_that_clash_are_told_and_the_usual_ones_used(window):
    window.change(keys={"invert": ("H",), "no_such_action": ("J",)})
    assert "H stands for" in window.notice.label.text()
    assert window.actions_["invert"].shortcuts() == [QKeySequence("I")]


def test_two_spellings_of_one_key_clash():
    assert key_clashes({"invert": ("ctrl+j",), "rotate": ("Ctrl+J",)})


def test_the_list_of_keys_shows_the_changed_ones(qtbot, window):
    dialog = dialogs.keys_dialog(theme.DARK, window, {"invert": ("Y",)})
    qtbot.addWidget(dialog)
    assert "Y\nInvert" in dialog.page.toPlainText()


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform's
def test_escape_leaves_the_dialog_and_is_taken_by_no_action(qtbot, window):
    dialog = editor(qtbot, window)
    dialog.show()
    QTest.keyClick(dialog.editors["zoom_in"], Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert dialog.overrides() == {}
