"""The dialog in which keys are changed; a key that stands for two actions is named and refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit, QWidget

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.actions import ACTIONS, key_clashes, key_words
from braintumor_desktop.ui.dialogs.form import FormDialog
from braintumor_desktop.ui.help_text import no_key
from braintumor_desktop.ui.small import label

_KEY_PX = 248  # Control+Mayúsculas+Suprimir, and the button that takes it away
_PORTABLE = QKeySequence.SequenceFormat.PortableText


class KeyEdit(QKeySequenceEdit):
    """Takes any key but Escape, which leaves the dialog as everywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.keySequenceChanged.connect(lambda _: self._say_none())

    def show_key(self, sequence: QKeySequence) -> None:
        """Show a key without saying that it has changed."""
        self.blockSignals(True)
        self.setKeySequence(sequence)
        self.blockSignals(False)
        self._say_none()

    def _say_none(self) -> None:
        """Say that there is no key, each time anew: Qt writes longer words, cut off in German."""
        line = self.findChild(QLineEdit)
        if line is not None:
            line.setPlaceholderText(no_key())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class KeysEditor(FormDialog):
    """One row an action; a row that is not touched keeps all its keys, a touched one has one."""

    def __init__(
        self,
        keys: Mapping[str, Sequence[str]],
        tokens: theme.Tokens,  # noqa: ARG002 - as every dialog; the style sheet does the rest
        parent: QWidget | None = None,
    ) -> None:
        super().__init__((620, 720), parent)
        self.setWindowTitle(self.tr("Change keys"))
        self._keys = {spec.name: tuple(keys.get(spec.name, spec.keys)) for spec in ACTIONS}
        self.editors: dict[str, KeyEdit] = {}
        heading = ""
        for spec in ACTIONS:
            if spec.group != heading:
                heading = spec.group
                self.add_heading(spec.heading)
            words = label(spec.words)
            words.setWordWrap(True)
            self.add_row(words, self._editor(spec.name, spec.words))
        self.finish()
        self.restore_button.clicked.connect(self.restore)
        self.restore_button.setToolTip(self.tr("Every action's usual key"))
        self._check()

    def _editor(self, name: str, words: str) -> KeyEdit:
        editor = KeyEdit()
        editor.setMaximumSequenceLength(1)
        editor.setClearButtonEnabled(True)
        editor.setFixedWidth(_KEY_PX)
        editor.setAccessibleName(self.tr("Key for {action}").format(action=words))
        editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show(editor, self._keys[name])
        editor.keySequenceChanged.connect(lambda sequence: self._changed(name, sequence))
        self.editors[name] = editor
        return editor

    def _show(self, editor: KeyEdit, keys: Sequence[str]) -> None:
        editor.show_key(QKeySequence(keys[0]) if keys else QKeySequence())
        editor.setToolTip(key_words(keys))

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
        self.complain(" ".join(clashes), accept=not clashes)

    def overrides(self) -> dict[str, tuple[str, ...]]:
        """The keys that are not the usual ones."""
        return {s.name: self._keys[s.name] for s in ACTIONS if self._keys[s.name] != s.keys}
