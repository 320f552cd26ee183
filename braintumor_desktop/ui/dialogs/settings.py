"""The settings, built from their declaration."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from pydantic.fields import FieldInfo
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QLineEdit, QWidget

from braintumor_desktop.errors import SettingsError
from braintumor_desktop.settings import Settings, bounds, group
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.actions import ACTIONS, key_words
from braintumor_desktop.ui.declared_texts import setting_choices, setting_text
from braintumor_desktop.ui.dialogs.form import FormDialog


class NumberBox(QDoubleSpinBox):
    """A number within its bounds; a share of one is read and written in percent."""

    def __init__(self, limits: tuple[float, float], value: float) -> None:
        super().__init__()
        self._unit = 0.01 if limits[1] <= 1 else 1.0
        self.setRange(limits[0] / self._unit, limits[1] / self._unit)
        self.setDecimals(0)
        self.setSingleStep(5 if self._unit < 1 else 1)
        self.setSuffix(" %" if self._unit < 1 else "")
        self.show_number(value)
        self.lineEdit().setTextMargins(theme.INSIDE - 2, 0, 0, 0)
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)

    def show_number(self, value: float) -> None:
        """Show a value of the setting."""
        self.setValue(value / self._unit)

    def number(self) -> float:
        """The setting's value."""
        return round(self.value() * self._unit, 2)


class SettingsDialog(FormDialog):
    """Built from the declaration of the settings; what is wrong is said in place."""

    def __init__(
        self,
        settings: Settings,
        installed: tuple[str, ...],
        tokens: theme.Tokens,
        parent: QWidget | None = None,
        keys: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        super().__init__((600, 720), parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(520)
        self._settings, self._installed = settings, installed
        self._keys = keys or {spec.name: spec.keys for spec in ACTIONS}
        self.result_settings = settings
        self.fields: dict[str, QWidget] = {}
        heading = ""
        for name, field in Settings.model_fields.items():
            if group(field) == "hidden":
                continue
            if group(field) != heading:
                heading = group(field)
                self.add_heading(setting_text(heading))
            self._add_field(name, field, tokens)
        self.finish()
        self.restore_button.clicked.connect(self.restore)
        self.restore_button.setToolTip(self.tr("Every setting of this list as it was at first"))

    def _add_field(self, name: str, field: FieldInfo, tokens: theme.Tokens) -> None:
        editor = self._editor(name, field)
        title, description = setting_text(field.title) or name, self._description(field)
        editor.setAccessibleName(title)
        editor.setAccessibleDescription(description)
        editor.setToolTip(self._allowed(editor, title))
        self.fields[name] = editor
        words = QLabel(
            f"{escape(title)}<br><span style='color:{tokens.secondary}; "
            f"font-size:{theme.CORNER_PX}px'>{escape(description)}</span>"
        )
        words.setWordWrap(True)
        words.setBuddy(editor)
        words.setContentsMargins(0, 4, 0, 4)
        self.add_row(words, editor)

    def _description(self, field: FieldInfo) -> str:
        """What the declaration says, with the keys as they are now."""

        def key(found: re.Match[str]) -> str:
            return key_words(self._keys[found[1]][:1]) or self.tr("(none)")

        return re.sub(r"\{(\w+)\}", key, setting_text(field.description))

    def _allowed(self, editor: QWidget, title: str) -> str:
        """The bounds of a number; of everything else its title."""
        if not isinstance(editor, NumberBox):
            return title
        words = self.tr("{title}: {least:g} to {most:g}")
        return words.format(title=title, least=editor.minimum(), most=editor.maximum())

    def restore(self) -> None:
        """Show the value that every setting had at first; they hold once they are accepted."""
        for name, editor in self.fields.items():
            self._show(editor, Settings.model_fields[name].default)

    def _show(self, editor: QWidget, value: Any) -> None:
        if isinstance(editor, QCheckBox):
            editor.setChecked(value)
        elif isinstance(editor, NumberBox):
            editor.show_number(value)
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
            return NumberBox(limits, value)
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
            elif isinstance(editor, NumberBox):
                read[name] = editor.number()
            elif isinstance(editor, QComboBox):
                read[name] = editor.currentText() if editor.isEditable() else editor.currentData()
            elif isinstance(editor, QLineEdit):
                read[name] = editor.text()
        return read

    def _accept(self) -> None:
        try:
            self.result_settings = self._settings.changed(**self.values())
        except SettingsError as error:
            self.complain(str(error), accept=True)
            return
        self.accept()
