"""After the reveal: what the radiologist said over what the model answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.ui import icons, theme
from braintumor_desktop.ui.declared_texts import class_name
from braintumor_desktop.ui.probability_bars import percent
from braintumor_desktop.ui.reading.form import swatch
from braintumor_desktop.ui.reading.read_first import ReadingState
from braintumor_desktop.ui.reading.wording import (
    confidence_words,
    impression_words,
    local_time,
    verdict_words,
)
from braintumor_desktop.ui.small import button, label
from braintumor_desktop.ui.states import in_words

# room for the longest words, so that nothing moves when the answer arrives
_SAYING_HEIGHT, _VERDICT_HEIGHT = 56, 36


class Saying(QFrame):
    """Who says it, what, and how surely; one over the other, the classes stand in one column."""

    def __init__(self, who: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.who, self.what, self.how = label(who, "small"), QLabel(), label("", "secondary")
        self._mark = QLabel()
        self._mark.setFixedSize(12, 12)
        self.setMinimumHeight(_SAYING_HEIGHT)
        self.what.setStyleSheet("font-weight: 600;")
        grid = QGridLayout(self)
        grid.setContentsMargins(*4 * [theme.INSIDE])
        grid.setHorizontalSpacing(theme.INSIDE)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(1, self._mark.width())
        for column, part in enumerate((self.who, self._mark, self.what)):
            grid.addWidget(part, 0, column)
        grid.addWidget(self.how, 1, 2)
        for text in (self.what, self.how):
            text.setWordWrap(True)

    def say(self, what: str, how: str, colour: str) -> None:
        """``colour`` is empty where no class is said."""
        self.what.setText(what)
        self.how.setText(how)
        self._mark.setVisible(bool(colour))
        if colour:
            self._mark.setPixmap(swatch(colour).pixmap(12, 12))
        self.setAccessibleName(f"{self.who.text()}: {what}, {how}")


class Revealed(QWidget):
    """Two cards and a sentence that says plainly whether they agree."""

    again_wanted = Signal()
    reveal_wanted = Signal()

    def __init__(self, tokens: theme.Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.own, self.its = Saying(self.tr("YOU")), Saying(self.tr("MODEL"))
        self.verdict, self._mark = QLabel(), QLabel()
        self.note, self.kept = label("", "secondary"), label("", "small")
        self.complaint = label("", "errorText")
        self.again = button(self.tr("Try again"))
        self.reveal = button(self.tr("Reveal"), "primary")
        self.again.setToolTip(self.tr("Try to keep the reading once more"))
        self.reveal.setToolTip(self.tr("Show what the model says of this slice"))
        self._build()

    def _build(self) -> None:
        widest = max(saying.who.sizeHint().width() for saying in (self.own, self.its))
        for saying in (self.own, self.its):
            saying.who.setMinimumWidth(widest)
        self.verdict.setMinimumHeight(_VERDICT_HEIGHT)
        self.verdict.setAlignment(Qt.AlignmentFlag.AlignTop)
        verdict = QHBoxLayout()
        verdict.setSpacing(theme.INSIDE)
        verdict.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        verdict.addWidget(self.verdict, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.INSIDE)
        sayings = QVBoxLayout()
        sayings.setSpacing(4)
        sayings.addWidget(self.own)
        sayings.addWidget(self.its)
        column.addLayout(sayings)
        column.addLayout(verdict)
        for text in (self.verdict, self.note, self.kept, self.complaint):
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for widget in (self.note, self.kept, self.complaint, self.again, self.reveal):
            column.addWidget(widget)
        self.again.clicked.connect(self.again_wanted)
        self.reveal.clicked.connect(self.reveal_wanted)

    def set_tokens(self, tokens: theme.Tokens) -> None:
        self._tokens = tokens

    def show_state(self, state: ReadingState, model: str) -> None:
        """Show a reading that was recorded; ``model`` is the one in force, in words."""
        reading = state.reading
        assert reading is not None
        sure = self.tr("{confidence} confidence").format(
            confidence=confidence_words(reading.confidence)
        )
        self.own.say(impression_words(reading.impression), sure, self._colour(reading.impression))
        self._show_answer(state, model)
        revealed = state.kind == "revealed"
        self.reveal.setVisible(not revealed and bool(model))
        self.reveal.setText(self.tr("Reveal {model}").format(model=model))
        self.note.setText(reading.note)
        self.note.setVisible(bool(reading.note))
        self.kept.setText(self._kept_words(reading.recorded, state.blind))
        for widget in (self.complaint, self.again):
            widget.setVisible(state.error is not None)
        if state.error is not None:
            self.complaint.setText(" ".join(in_words(state.error)))

    def _show_answer(self, state: ReadingState, model: str) -> None:
        reading = state.reading
        assert reading is not None
        answer = reading.answer
        self._show_verdict(verdict_words(reading), reading.agrees)
        if answer is not None and answer.model_class:
            sure = self._sure_words(reading.scope).format(percent(answer.model_probability))
            self.its.say(class_name(answer.model_class), sure, self._colour(answer.model_class))
        elif answer is not None:
            self.its.say(self.tr("Abstains"), "", "")
        elif state.kind == "revealed":
            self.its.say("…", self.tr("once all slices are read"), "")
        else:
            self.its.say("–", self.tr("withheld") if model else self.tr("no model is loaded"), "")

    def _sure_words(self, scope: str) -> str:
        return self.tr("{} for the series") if scope == "series" else self.tr("{} for the slice")

    def _show_verdict(self, words: str, agrees: bool | None) -> None:
        tokens = self._tokens
        name, colour = {
            True: ("check", tokens.text), False: ("warning", tokens.warning),
        }.get(agrees, ("info", tokens.secondary))  # type: ignore[arg-type]  # fmt: skip
        self.verdict.setText(words)
        self.verdict.setStyleSheet(f"color: {colour}; font-weight: 600;")
        self._mark.setVisible(bool(words))
        scale = self.devicePixelRatioF()
        self._mark.setPixmap(icons.coloured_pixmap(name, colour, theme.ICON_PX, scale))

    def _kept_words(self, recorded: str, blind: bool) -> str:
        words = self.tr("Kept in the journal, {time}").format(time=local_time(recorded))
        not_blind = self.tr("not blind")
        return words if blind else f"{words} · {not_blind}"

    def _colour(self, key: str) -> str:
        return self._tokens.class_colour(key) if key in CLASS_KEYS else ""
