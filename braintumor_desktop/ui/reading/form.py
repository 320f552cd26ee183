"""The own impression: one of five choices, how sure, and words; asked before the reveal."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.reporting.readings import IMPRESSIONS, NOTE_LIMIT
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.reading.read_first import Draft, ReadingState
from braintumor_desktop.ui.reading.wording import CONFIDENCES, confidence_words, impression_words
from braintumor_desktop.ui.small import button, label
from braintumor_desktop.ui.states import in_words

_NOTE_HEIGHT = 56
_HINT_HEIGHT = 32  # two lines, so that nothing moves when the model is there


class NoteEdit(QPlainTextEdit):
    """Free text: Enter records, Shift+Enter starts a new line, Tab goes on."""

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("note")
        self.setTabChangesFocus(True)
        self.setFixedHeight(_NOTE_HEIGHT)
        self.setPlaceholderText(self.tr("Note (optional)"))
        self.setAccessibleName(self.tr("Note"))
        self.setToolTip(self.tr("In your own words. Enter records, Shift+Enter starts a new line."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.submitted.emit()
            return
        super().keyPressEvent(event)


class ImpressionForm(QWidget):
    """Holds a :class:`Draft`; says when it changes and when it is to be recorded."""

    changed = Signal(object)  # Draft
    submitted = Signal()

    def __init__(self, tokens: theme.Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = {choice: QRadioButton(impression_words(choice)) for choice in IMPRESSIONS}
        self.confidence = QSlider(Qt.Orientation.Horizontal)
        self.confidence_word = label("", "")
        self.note = NoteEdit()
        self.complaint, self.hint = label("", "errorText"), label("", "small")
        self.record = button(self.tr("Record and reveal"), "primary")
        self._filling, self._hint_words = False, ""
        self._build()
        self.set_tokens(tokens)
        self.show_draft(Draft())

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.INSIDE)
        column.addLayout(self._choices())
        column.addLayout(self._confidence())
        column.addWidget(self.note)
        for text in (self.complaint, self.hint):
            text.setWordWrap(True)
            column.addWidget(text)
        self.hint.setMinimumHeight(_HINT_HEIGHT)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.record)
        self.note.textChanged.connect(self._touched)
        self.note.submitted.connect(self.submitted)
        self.record.clicked.connect(self.submitted)

    def _choices(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        for choice, radio in self.choices.items():
            radio.setAutoExclusive(False)  # else Tab would reach one of them only
            radio.clicked.connect(lambda _=False, c=choice: self.choose(c))
            column.addWidget(radio)
        return column

    def _confidence(self) -> QVBoxLayout:
        self.confidence.setRange(0, len(CONFIDENCES) - 1)
        self.confidence.setPageStep(1)
        self.confidence.setAccessibleName(self.tr("Confidence"))
        self.confidence.setToolTip(self.tr("How sure you are, in five steps"))
        self.confidence.valueChanged.connect(self._touched)
        words = QHBoxLayout()
        words.addWidget(label(self.tr("Confidence"), "secondary"))
        words.addStretch(1)
        words.addWidget(self.confidence_word)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(words)
        column.addWidget(self.confidence)
        return column

    def set_tokens(self, tokens: theme.Tokens) -> None:
        for choice, radio in self.choices.items():
            known = choice in CLASS_KEYS
            radio.setIcon(swatch(tokens.class_colour(choice) if known else tokens.line))

    def set_keys(self, tips: dict[str, str], record: str) -> None:
        """The tool tips of the actions that do the same, with their keys."""
        for choice, radio in self.choices.items():
            radio.setToolTip(tips.get(choice, ""))
        self.record.setToolTip(record)

    # -- what stands in it ----------------------------------------------------------------------

    @property
    def draft(self) -> Draft:
        choice = next((c for c, radio in self.choices.items() if radio.isChecked()), "")
        return Draft(choice, CONFIDENCES[self.confidence.value()], self.note.toPlainText())

    def choose(self, choice: str) -> None:
        """Take one of ``IMPRESSIONS``."""
        for name, radio in self.choices.items():
            radio.setChecked(name == choice)
        self._touched()

    def show_draft(self, draft: Draft) -> None:
        """Fill the form without its saying so; a field that is right already is left alone."""
        self._filling = True
        for name, radio in self.choices.items():
            radio.setChecked(name == draft.choice)
        self.confidence.setValue(CONFIDENCES.index(draft.confidence))
        if self.note.toPlainText() != draft.note:
            self.note.setPlainText(draft.note)
        self._filling = False
        self._describe()

    def show_state(self, state: ReadingState, model: str, *, loading: bool = False) -> None:
        """Show what is asked for; ``model`` is what is withheld, in words, unless it is loading.

        The button is enabled by whoever knows whether the draft can be recorded.
        """
        self.show_draft(state.draft)
        for widget in (*self.choices.values(), self.confidence, self.note):
            widget.setEnabled(state.kind != "recording")
        recording = state.kind == "recording"
        self.record.setText(self.tr("Recording…") if recording else self.tr("Record and reveal"))
        self.complaint.setVisible(state.error is not None)
        if state.error is not None:
            what, remedy = in_words(state.error)
            kept = self.tr("Your reading is not kept yet; it still stands in this form.")
            said = kept if state.draft.choice or state.draft.note else ""
            self.complaint.setText(" ".join(part for part in (what, said, remedy) if part))
        self._hint_words = self._hint(state.blind, model, loading)
        self._describe()

    def _hint(self, blind: bool, model: str, loading: bool) -> str:
        if not blind:
            return self.tr(
                "You have seen an answer on these images before: the journal marks this reading "
                "as not blind."
            )
        if loading:
            return self.tr("The model is being loaded; its answer is withheld until then.")
        if not model:
            return self.tr("No model is loaded; your reading is kept all the same.")
        return self.tr("The answer of {model} is withheld until then.").format(model=model)

    def _touched(self) -> None:
        self._describe()
        if not self._filling:
            self.changed.emit(self.draft)

    def _describe(self) -> None:
        word = confidence_words(CONFIDENCES[self.confidence.value()])
        self.confidence_word.setText(word)
        self.confidence.setAccessibleDescription(word)
        count = len(self.note.toPlainText())
        too_long = self.tr("The note has {count} characters; {limit} at most can be kept.")
        self.hint.setText(
            too_long.format(count=count, limit=NOTE_LIMIT)
            if count > NOTE_LIMIT
            else self._hint_words
        )


def swatch(colour: str, side: int = 12) -> QIcon:
    """A small square in the colour of a class; its word always stands beside it."""
    scale = 2
    pixmap = QPixmap(side * scale, side * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(0, 0, side, side, 3, 3)
    painter.end()
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # a selected row keeps its class colour
        icon.addPixmap(pixmap, mode)
    return icon
