"""Long words: nothing of the window is cut off at 1280 x 720, whatever language it speaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)

from braintumor_desktop.ui import theme, translation
from braintumor_desktop.ui.dialogs import SettingsDialog
from braintumor_desktop.ui.keys_editor import KeysEditor
from braintumor_desktop.ui.main_window import MainWindow


@pytest.fixture(params=["de", "es"])  # the longest words
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """A language, spoken while the test runs."""
    installed: list[QTranslator] = translation.install_translators(qapp, request.param)
    yield request.param
    for translator in installed:
        qapp.removeTranslator(translator)


_ROUND_WORDS = 12  # what a line keeps free on both sides of its words


def cut_off(window: QWidget) -> list[str]:
    """The words that have less room than they need, and the panels that are wider than seen."""
    found = []
    for area in window.findChildren(QScrollArea):
        hidden = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        needed, room = area.widget().minimumSizeHint().width(), area.viewport().width()
        if area.isVisible() and hidden and needed > room:
            found.append(f"a panel needs {needed} px and has {room}")
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            words = widget.text().split()
            widest = max((widget.fontMetrics().horizontalAdvance(w) for w in words), default=0)
            fits = widget.heightForWidth(widget.width()) <= widget.height()
            fits = fits and widest <= widget.contentsRect().width()  # no word is broken
        else:
            fits = widget.minimumSizeHint().width() <= widget.width()
        if widget.isVisible() and not fits:
            found.append(f"{type(widget).__name__} {widget.text()!r}")
    for line in window.findChildren(QLineEdit):
        words = line.text() or line.placeholderText()
        needed = line.fontMetrics().horizontalAdvance(words)
        buttons = sum(b.width() for b in line.findChildren(QToolButton) if b.isVisible())
        if line.isVisible() and needed + buttons > line.width() - _ROUND_WORDS:
            found.append(f"line {words!r}")
    return found


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_no_word_is_cut_off(language: str, window: MainWindow, qtbot, write_series):
    """One window, through what it says: empty, withheld, read; then its dialogs."""
    said = {"empty": cut_off(window)}
    window.actions_["read_first"].trigger()
    window.session.open_paths([write_series()])
    qtbot.waitUntil(lambda: window.session.picture is not None, timeout=10_000)
    qtbot.wait(200)
    said["withheld"] = cut_off(window)
    window.actions_["read_first"].trigger()
    window.session.read_series()
    qtbot.waitUntil(lambda: not window.session.opinion.reading_series, timeout=20_000)
    qtbot.waitUntil(lambda: window.session.opinion.state.kind == "ready", timeout=10_000)
    qtbot.wait(200)
    said["read"] = cut_off(window)
    settings = window.store.settings
    for dialog in (SettingsDialog(settings, (), theme.DARK, window), KeysEditor({}, theme.DARK)):
        qtbot.addWidget(dialog)
        dialog.show()
        said[type(dialog).__name__] = cut_off(dialog)
    extension = window.tool_bar.findChild(QToolButton, "qt_toolbar_ext_button")
    assert extension is not None
    assert extension.isHidden(), "the tool bar does not show every tool"
    assert {state: words for state, words in said.items() if words} == {}, language


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_no_word_is_cut_off_after_the_reveal(language, window, qtbot, write_series, tmp_path):
    """The longest class on both sides, and the figures of the series."""
    window.reading.desk.path = tmp_path / "journal.sqlite3"
    window.actions_["read_first"].trigger()
    window.session.open_paths([write_series()])
    said = window.reading.read_first
    qtbot.waitUntil(lambda: said.state.kind == "asking", timeout=10_000)
    window.actions_["impression_3"].trigger()
    window.actions_["record_reading"].trigger()
    qtbot.waitUntil(lambda: said.state.kind == "revealed", timeout=10_000)
    qtbot.waitUntil(lambda: said.state.reading.answer is not None, timeout=20_000)
    answer = replace(said.state.reading.answer, model_class="pituitary", model_probability=0.999)
    state = replace(said.state, reading=replace(said.state.reading, answer=answer))
    window.reading.panel.show_state(state)
    qtbot.wait(100)
    assert cut_off(window) == [], language
