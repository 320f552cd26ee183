"""The dialog in which keys are changed; a key that stands for two actions is named and refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QKeySequenceEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.actions import ACTIONS, key_clashes, key_words
from braintumor_desktop.ui.small import label

_PORTABLE = QKeySequence.SequenceFormat.PortableText


class KeysEditor(QDialog):
    """One row an action; a row that is not touched keeps all its keys, a touched one has one."""

    def __init__(
        self,
        keys: Mapping[str, Sequence[str]],
        tokens: theme.Tokens,  # noqa: ARG002 - as every dialog; the style sheet does the rest
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change keys"))
        self.resize(560, 720)
        self._keys = {spec.name: tuple(keys.get(spec.name, spec.keys)) for spec in ACTIONS}
        self.editors: dict[str, QKeySequenceEdit] = {}
        self.complaint = label("", "errorText")
        self.complaint.setWordWrap(True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.RestoreDefaults
        )
        self._build()
        self._check()

    def _build(self) -> None:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(*4 * [20])
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        heading = ""
        for spec in ACTIONS:
            if spec.group != heading:
                heading = spec.group
                title = label(spec.heading.upper(), "heading")
                title.setContentsMargins(0, 12 if grid.count() else 0, 0, 4)
                grid.addWidget(title, grid.rowCount(), 0, 1, 2)
            row = grid.rowCount()
            words = label(spec.words)
            words.setWordWrap(True)
            grid.addWidget(words, row, 0)
            grid.addWidget(self._editor(spec.name, spec.words), row, 1)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(inner)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        restore = self._buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        restore.clicked.connect(self.restore)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setObjectName("primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.BETWEEN)
        column.addWidget(area)
        for widget in (self.complaint, self._buttons):
            widget.setContentsMargins(20, 0, 20, 0)
            column.addWidget(widget)

    def _editor(self, name: str, words: str) -> QKeySequenceEdit:
        editor = QKeySequenceEdit()
        editor.setMaximumSequenceLength(1)
        editor.setClearButtonEnabled(True)
        editor.setFixedWidth(190)
        editor.setAccessibleName(self.tr("Key for {action}").format(action=words))
        editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show(editor, self._keys[name])
        editor.keySequenceChanged.connect(lambda sequence: self._changed(name, sequence))
        self.editors[name] = editor
        return editor

    def _show(self, editor: QKeySequenceEdit, keys: Sequence[str]) -> None:
        editor.blockSignals(True)
        editor.setKeySequence(QKeySequence(keys[0]) if keys else QKeySequence())
        editor.setToolTip(key_words(keys))
        editor.blockSignals(False)

    def _changed(self, name: str, sequence: QKeySequence) -> None:
        written = sequence.toString(_PORTABLE)
        self._keys[name] = (written,) if written else ()
        self.editors[name].setToolTip(key_words(self._keys[name]))
        self._check()

    def restore(self) -> None:
        """The usual keys again."""
        for spec in ACTIONS:
            self._keys[spec.name] = spec.keys
            self._show(self.editors[spec.name], spec.keys)
        self._check()

    def _check(self) -> None:
        clashes = key_clashes(self._keys)
        self.complaint.setText(" ".join(clashes))
        self.complaint.setVisible(bool(clashes))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not clashes)

    def overrides(self) -> dict[str, tuple[str, ...]]:
        """The keys that are not the usual ones."""
        return {s.name: self._keys[s.name] for s in ACTIONS if self._keys[s.name] != s.keys}
