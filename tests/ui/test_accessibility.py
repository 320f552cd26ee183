"""Everything that can be used is named, explained and reached by Tab: window and dialogs."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QTextEdit,
    QWidget,
)

import braintumor_desktop.ui
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.dialogs import (
    PageDialog,
    SettingsDialog,
    about_dialog,
    card_dialog,
    keys_dialog,
)
from braintumor_desktop.ui.dialogs.form import FormDialog
from braintumor_desktop.ui.help_window import HelpWindow
from braintumor_desktop.ui.keys_editor import KeysEditor
from braintumor_desktop.ui.log_viewer import LogViewer, crash_dialog
from braintumor_desktop.ui.main_window import MainWindow
from braintumor_desktop.ui.reading.journal_window import JournalWindow
from braintumor_desktop.ui.studies.left_out import LeftOutDialog

KINDS = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox,
    QKeySequenceEdit, QLineEdit, QPlainTextEdit, QTextEdit,
)  # fmt: skip
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise")  # the offscreen platform's
_PARTS_OF_QT = (QScrollBar, QHeaderView)

Make = Callable[[MainWindow], QDialog]


def _help(window: MainWindow) -> QDialog:
    made = HelpWindow(window)
    made.show_with(window.actions_.keys, window.tokens)
    return made


DIALOGS: dict[str, Make] = {
    "about": lambda w: about_dialog(theme.DARK, w, w.session.opinion.model),
    "card": lambda w: card_dialog(w.session.opinion.model, theme.DARK, w),
    "keys": lambda w: keys_dialog(theme.DARK, w),
    "crash": lambda w: crash_dialog(Path("crash-1.txt"), "trace", w),
    "settings": lambda w: SettingsDialog(w.store.settings, ("m",), theme.DARK, w),
    "keys editor": lambda w: KeysEditor(w.actions_.keys, theme.DARK, w),
    "help": _help,
    "log": lambda w: LogViewer(None, w.session.workers, w),
    "journal": lambda w: JournalWindow(w.reading.desk, theme.DARK, w),
    "left out": lambda w: LeftOutDialog((), theme.DARK, w),
}


def controls(root: QWidget) -> Iterator[QWidget]:
    """What a hand or a key can use; not the parts of which Qt makes it."""
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, KINDS) or isinstance(widget, _PARTS_OF_QT):
            continue
        parent = widget.parentWidget()
        inside = parent is not None and (
            isinstance(parent, (QComboBox, QAbstractSpinBox, QKeySequenceEdit, QLineEdit))
            or parent.metaObject().className().startswith("QComboBoxPrivate")
        )
        corner = isinstance(parent, QAbstractItemView) and isinstance(widget, QAbstractButton)
        belongs = widget.window() is root.window()
        if belongs and not inside and not corner and not widget.objectName().startswith("qt_"):
            yield widget


def spoken(widget: QWidget) -> str:
    """The name that a screen reader says."""
    reader = QAccessible.queryAccessibleInterface(widget)
    return reader.text(QAccessible.Text.Name) if reader is not None else ""


def described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parent()).__name__}"


def complaints(root: QWidget) -> list[str]:
    found = []
    for widget in controls(root):
        if not spoken(widget).strip():
            found.append(f"no accessible name: {described(widget)}")
        standard = isinstance(widget.parent(), QDialogButtonBox)
        if isinstance(widget, QAbstractButton) and not standard and not widget.toolTip():
            words = widget.text() if hasattr(widget, "text") else ""
            found.append(f"no tool tip: {described(widget)} {words!r}")
    return found


def reached_by_tab(root: QWidget) -> set[QWidget]:
    """What the focus meets on its way round."""
    chain, at = set(), root
    while at not in chain:
        chain.add(at)
        at = at.nextInFocusChain()
    return chain


def unreachable(root: QWidget) -> list[str]:
    chain = reached_by_tab(root)
    found = []
    for widget in controls(root):
        if not widget.isVisibleTo(root) or not widget.isEnabledTo(root):
            continue
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if not takes_tab or (widget not in chain and widget.focusProxy() not in chain):
            found.append(f"not reached by Tab: {described(widget)} {spoken(widget)!r}")
    return found


def dialog_classes() -> set[type[QDialog]]:
    """Every dialog that the package declares."""
    package = braintumor_desktop.ui
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    waiting, found = [QDialog], set()
    while waiting:
        for kind in waiting.pop().__subclasses__():
            if kind.__module__.startswith(package.__name__):
                found.add(kind)
            waiting.append(kind)
    return found


def opened_dialogs(window: MainWindow) -> dict[str, QDialog]:
    return {name: make(window) for name, make in DIALOGS.items()}


@pytest.fixture
def ready(qtbot, window, write_series):
    """The window with a series and a model."""
    window.session.open_paths([write_series()])
    session = window.session
    qtbot.waitUntil(lambda: session.picture is not None, timeout=60_000)
    qtbot.waitUntil(lambda: session.opinion.model is not None, timeout=60_000)
    return window


def test_every_control_of_window_and_dialogs_is_named_and_explained(qtbot, ready):
    found = complaints(ready)
    for name, dialog in opened_dialogs(ready).items():
        qtbot.addWidget(dialog)
        found += [f"{name}: {words}" for words in complaints(dialog)]
    assert not found, "\n".join(["", *found])


def test_every_control_is_reached_by_tab(qtbot, ready):
    found = unreachable(ready)
    for name, dialog in opened_dialogs(ready).items():
        qtbot.addWidget(dialog)
        dialog.show()
        found += [f"{name}: {words}" for words in unreachable(dialog)]
        dialog.hide()
    assert not found, "\n".join(["", *found])


def test_every_dialog_of_the_program_is_looked_at(qtbot, ready):
    made = opened_dialogs(ready).values()
    for dialog in made:
        qtbot.addWidget(dialog)
    assert dialog_classes() - {FormDialog} == {type(dialog) for dialog in made}


def test_a_control_without_a_name_would_be_found(qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    button, line = QPushButton(root), QLineEdit(root)
    assert len(complaints(root)) == 3
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    line.setAccessibleName("Search")
    assert [c.split(":")[0] for c in complaints(root)] == ["no accessible name", "no tool tip"]
    root.show()
    assert len(unreachable(root)) == 1


def test_pages_of_text_are_read_out_by_their_title(qtbot):
    page = PageDialog("Title", "<p>words</p>", (300, 200), None)
    qtbot.addWidget(page)
    assert spoken(page.page) == "Title"
