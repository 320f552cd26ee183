"""Where the focus is can be seen on every kind of control, switched on or off, in both themes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSlider,
    QTextBrowser,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.small import button
from braintumor_desktop.ui.viewer.snapshot import snapshot

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform's
_ENOUGH = 40  # pixels that change: the outline of the smallest control, a check box


def _checked(kind: type, name: str = "") -> Callable[[], QWidget]:
    def make() -> QWidget:
        made = kind()
        made.setText("words")
        made.setObjectName(name)
        made.setCheckable(True)
        made.setChecked(True)
        return made

    return make


CONTROLS: dict[str, Callable[[], QWidget]] = {
    "tool button": QToolButton,
    "tool button, on": _checked(QToolButton),
    "button": lambda: button("words"),
    "primary button": lambda: button("words", "primary"),
    "quiet button": lambda: button("words", "quiet"),
    "overlay button, on": _checked(QPushButton, "overlayOf"),
    "check box": QCheckBox,
    "check box, on": _checked(QCheckBox),
    "choice": lambda: QRadioButton("words"),
    "list of choices": QComboBox,
    "number": QDoubleSpinBox,
    "slider": lambda: QSlider(Qt.Orientation.Horizontal),
    "line": QLineEdit,
    "key": QKeySequenceEdit,
    "text": QPlainTextEdit,
    "page": QTextBrowser,
    "tree": QTreeView,
    "area that scrolls": QScrollArea,
}


@pytest.fixture(params=[theme.DARK, theme.LIGHT], ids=lambda t: t.name)
def dressed(request, qapp: QApplication):
    theme.apply_theme(qapp, request.param)
    yield request.param
    theme.apply_theme(qapp, theme.DARK)


def _seen_change(before: QImage, after: QImage) -> int:
    """How many pixels changed so much that an eye sees it."""
    pairs = (
        (before.pixelColor(x, y).name(), after.pixelColor(x, y).name())
        for x in range(before.width())
        for y in range(before.height())
    )
    return sum(a != b and theme.contrast(a, b) >= 2 for a, b in pairs)


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("name", CONTROLS)
def test_the_focus_is_seen(qtbot, name):
    window, control, other = QWidget(), CONTROLS[name](), QLineEdit()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(other)
    column.addWidget(control)
    window.resize(200, 200)
    window.show()
    window.activateWindow()
    other.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(other.hasFocus)
    before = window.grab(control.geometry()).toImage()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(control.hasFocus)
    assert _seen_change(before, window.grab(control.geometry()).toImage()) >= _ENOUGH


def test_words_that_stand_in_an_empty_line_can_be_read(qtbot, dressed):
    line = QLineEdit(placeholderText="Search")
    qtbot.addWidget(line)
    line.show()
    ink: QColor = line.palette().placeholderText().color()
    assert ink.alpha() == 255
    assert theme.contrast(ink.name(), dressed.raised) >= 4.5


def test_with_nothing_open_the_keyboard_begins_at_open_files(qtbot, window):
    qtbot.waitUntil(lambda: window.focusWidget() is not None)
    focus = window.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Open files…"


def test_while_a_study_is_opened_the_keyboard_is_at_cancel(qtbot, window):
    qtbot.waitUntil(lambda: window.focusWidget() is not None)
    window.viewer.show_loading(0, 9)
    assert window.focusWidget().text() == "Cancel"


def test_the_image_is_framed_for_whoever_comes_by_tab_and_for_nobody_else(qtbot, opened):
    canvas = opened.viewer.grid.active.canvas
    edge = (1, canvas.height() // 3)
    opened.viewer.take_focus()
    qtbot.waitUntil(canvas.hasFocus)
    assert canvas.grab().toImage().pixelColor(*edge).name() == "#000000"
    opened.tool_bar.colour_map.setFocus()
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(canvas.hasFocus)
    assert canvas.grab().toImage().pixelColor(*edge).name() == theme.DARK.accent.lower()
    assert snapshot([canvas], "").pixelColor(*edge).name() == "#000000", "not in a copied picture"
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton)
    assert canvas.grab().toImage().pixelColor(*edge).name() == "#000000"
