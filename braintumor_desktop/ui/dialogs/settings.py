"""The settings, built from their declaration."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from pydantic.fields import FieldInfo
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from braintumor_desktop.errors import SettingsError
from braintumor_desktop.settings import Settings, bounds, group
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.actions import ACTIONS, key_words
from braintumor_desktop.ui.declared_texts import setting_choices, setting_text
from braintumor_desktop.ui.small import label


def _number_editor(limits: tuple[float, float], value: float) -> QDoubleSpinBox:
    whole = isinstance(value, int)
    box = QDoubleSpinBox(minimum=limits[0], maximum=limits[1])
    box.setDecimals(0 if whole else 2)
    box.setSingleStep(1 if whole else 0.05)
    box.setValue(value)
    box.lineEdit().setTextMargins(theme.INSIDE - 2, 0, 0, 0)
    box.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
    return box


class SettingsDialog(QDialog):
    """Built from the declaration of the settings; what is wrong is said in place."""

    def __init__(
        self,
        settings: Settings,
        installed: tuple[str, ...],
        tokens: theme.Tokens,
        parent: QWidget | None = None,
        keys: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(520)
        self.resize(600, 720)
        self._settings, self._installed = settings, installed
        self._keys = keys or {spec.name: spec.keys for spec in ACTIONS}
        self.result_settings = settings
        self.fields: dict[str, QWidget] = {}
        self.complaint = label("", "errorText")
        self.complaint.setWordWrap(True)
        self.complaint.hide()
        self._build(tokens)

    def _build(self, tokens: theme.Tokens) -> None:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(*4 * [20])
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        heading = ""
        for name, field in Settings.model_fields.items():
            if group(field) == "hidden":
                continue
            if group(field) != heading:
                heading = group(field)
                title = label(setting_text(heading).upper(), "heading")
                title.setContentsMargins(0, 12 if grid.count() else 0, 0, 4)
                grid.addWidget(title, grid.rowCount(), 0, 1, 2)
            self._add_row(grid, name, field, tokens)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(inner)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.RestoreDefaults
        )
        restore = buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        restore.setToolTip(self.tr("Every setting of this list as it was at first"))
        restore.clicked.connect(self.restore)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setObjectName("primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.BETWEEN)
        column.addWidget(area)
        for widget in (self.complaint, buttons):
            widget.setContentsMargins(20, 0, 20, 0)
            column.addWidget(widget)

    def _add_row(
        self, grid: QGridLayout, name: str, field: FieldInfo, tokens: theme.Tokens
    ) -> None:
        row = grid.rowCount()
        editor = self._editor(name, field)
        title, description = setting_text(field.title) or name, self._description(field)
        editor.setAccessibleName(title)
        editor.setAccessibleDescription(description)
        editor.setToolTip(self._allowed(field))
        self.fields[name] = editor
        words = QLabel(
            f"{escape(title)}<br><span style='color:{tokens.secondary}; "
            f"font-size:{theme.CORNER_PX}px'>{escape(description)}</span>"
        )
        words.setWordWrap(True)
        words.setBuddy(editor)
        words.setContentsMargins(0, 4, 0, 4)
        grid.addWidget(words, row, 0)
        grid.addWidget(editor, row, 1, Qt.AlignmentFlag.AlignVCenter)

    def _description(self, field: FieldInfo) -> str:
        """What the declaration says, with the keys as they are now."""

        def key(found: re.Match[str]) -> str:
            return key_words(self._keys[found[1]][:1]) or self.tr("(none)")

        return re.sub(r"\{(\w+)\}", key, setting_text(field.description))

    def _allowed(self, field: FieldInfo) -> str:
        """The bounds of a number; of everything else its title."""
        if (limits := bounds(field)) is None:
            return setting_text(field.title)
        words = self.tr("{title}: {least:g} to {most:g}")
        return words.format(title=setting_text(field.title), least=limits[0], most=limits[1])

    def restore(self) -> None:
        """Show the value that every setting had at first; they hold once they are accepted."""
        for name, editor in self.fields.items():
            self._show(editor, Settings.model_fields[name].default)

    def _show(self, editor: QWidget, value: Any) -> None:
        if isinstance(editor, QCheckBox):
            editor.setChecked(value)
        elif isinstance(editor, QDoubleSpinBox):
            editor.setValue(value)
        elif isinstance(editor, QLineEdit):
            editor.setText(value)
        elif isinstance(editor, QComboBox) and editor.isEditable():
            editor.setCurrentText(value)
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))

    def _editor(self, name: str, field: FieldInfo) -> QWidget:
        value = getattr(self._settings, name)
        if isinstance(value, bool):
            switch = QCheckBox()
            switch.setChecked(value)
            return switch
        if (limits := bounds(field)) is not None:
            return _number_editor(limits, value)
        if field.annotation is str:
            if name == "model":
                return self._model_editor(value)
            return QLineEdit(str(value))
        box = QComboBox()
        for choice, name_shown in setting_choices(field):
            box.addItem(name_shown, choice)
        box.setCurrentIndex(box.findData(value))
        box.setMinimumWidth(180)
        return box

    def _model_editor(self, value: str) -> QComboBox:
        box = QComboBox()
        line = QLineEdit()
        line.setPlaceholderText(self.tr("First installed"))
        box.setLineEdit(line)
        box.addItem("", "")
        for name in self._installed:
            box.addItem(name, name)
        box.setCurrentText(value)
        box.setMinimumWidth(180)
        return box

    def values(self) -> dict[str, Any]:
        """What the dialog says at present."""
        read: dict[str, Any] = {}
        for name, editor in self.fields.items():
            if isinstance(editor, QCheckBox):
                read[name] = editor.isChecked()
            elif isinstance(editor, QDoubleSpinBox):
                read[name] = editor.value()
            elif isinstance(editor, QComboBox):
                read[name] = editor.currentText() if editor.isEditable() else editor.currentData()
            elif isinstance(editor, QLineEdit):
                read[name] = editor.text()
        return read

    def _accept(self) -> None:
        try:
            self.result_settings = self._settings.changed(**self.values())
        except SettingsError as error:
            self.complaint.setText(str(error))
            self.complaint.show()
            return
        self.accept()
