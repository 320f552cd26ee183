"""Above the second opinion while read-first mode is on: the form, then both answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.key_guard import KeyGuard
from braintumor_desktop.ui.reading.form import ImpressionForm
from braintumor_desktop.ui.reading.read_first import ReadFirst, ReadingState
from braintumor_desktop.ui.reading.revealed import Revealed
from braintumor_desktop.ui.session import Session
from braintumor_desktop.ui.small import label, rule


class ReadingPanel(QWidget):
    """Shows the state of :class:`ReadFirst` and hands back what is typed."""

    recorded = Signal()  # Enter, or the button: record, or reveal

    def __init__(self, session: Session, read_first: ReadFirst, tokens: theme.Tokens) -> None:
        super().__init__()
        self._session, self._read_first = session, read_first
        self.form, self.revealed = ImpressionForm(tokens), Revealed(tokens)
        self.about = label("", "small")
        self._build()
        self._guard = KeyGuard(self)
        self._guard.watch(self)
        read_first.changed.connect(self.show_state)
        self.form.changed.connect(self._draft_changed)
        self.form.submitted.connect(self.recorded)
        self.revealed.reveal_wanted.connect(self.recorded)
        self.revealed.again_wanted.connect(read_first.try_again)
        self.show_state(read_first.state)

    def _build(self) -> None:
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        heading = QHBoxLayout()
        heading.addWidget(label(self.tr("YOUR READING"), "heading"))
        heading.addStretch(1)
        heading.addWidget(self.about)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.AROUND, theme.AROUND, theme.AROUND, 0)
        column.setSpacing(theme.BETWEEN)
        column.addLayout(heading)
        for part in (self.form, self.revealed, rule()):
            column.addWidget(part)

    def set_tokens(self, tokens: theme.Tokens) -> None:
        """Another theme."""
        self.form.set_tokens(tokens)
        self.revealed.set_tokens(tokens)
        self.show_state(self._read_first.state)

    def show_state(self, state: ReadingState) -> None:
        """Show what is asked, or what was said."""
        self.setVisible(state.kind not in ("off", "empty"))
        if state.case is not None:
            self.about.setText(self._about(state.case.scope))
        model = self._session.opinion.model
        words = "" if model is None else f"{model.name} {model.version}"
        said = state.kind in ("recorded", "revealed")
        self.form.setVisible(not said)
        self.revealed.setVisible(said)
        if said:
            self.revealed.show_state(state, words)
        else:
            loading = model is None and self._session.opinion.state.kind == "loading"
            self.form.show_state(state, words, loading=loading)
            self.form.record.setEnabled(self._read_first.can_record)

    def complaint_and_way_out(self) -> tuple[QWidget, QWidget]:
        """What says why a reading is not kept, and the button that tries again."""
        if self.form.isHidden():
            return self.revealed.complaint, self.revealed.again
        return self.form.complaint, self.form.record

    def _about(self, scope: str) -> str:
        series = self._session.series
        if scope == "slice" or series is None:
            return self.tr("This slice")
        return self.tr("Series of {count} slices").format(count=len(series))

    def _draft_changed(self, draft: object) -> None:
        self._read_first.keep_draft(draft)  # type: ignore[arg-type]
        self.form.record.setEnabled(self._read_first.can_record)
