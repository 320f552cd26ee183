"""Brings read-first mode into the window: its place, its actions, its settings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from braintumor_desktop.reporting.readings import IMPRESSIONS
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.fitted_area import FittedArea
from braintumor_desktop.ui.reading.desk import JournalDesk
from braintumor_desktop.ui.reading.journal_window import JournalWindow
from braintumor_desktop.ui.reading.panel import ReadingPanel
from braintumor_desktop.ui.reading.read_first import ReadFirst, ReadingState

if TYPE_CHECKING:
    from braintumor_desktop.settings import Settings
    from braintumor_desktop.ui.main_window import MainWindow

IMPRESSION_ACTIONS = {choice: f"impression_{n}" for n, choice in enumerate(IMPRESSIONS, start=1)}


class ReadingRoom(QObject):
    """Owns the journal's desk, the mode and its panel; the journal's window when it is wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.desk = JournalDesk(window.session.workers, self)
        self.read_first = ReadFirst(window.session, self.desk, self)
        self.panel = ReadingPanel(window.session, self.read_first, window.tokens)
        self._area = FittedArea(self.panel)
        self.journal: JournalWindow | None = None
        self._overlay_before: bool | None = None
        self._hidden_for = ""
        self.read_first.changed.connect(self._state_changed)
        self.panel.form.changed.connect(lambda _: self._update_actions())
        self.panel.recorded.connect(self.record)
        self._area.verticalScrollBar().rangeChanged.connect(self._show_complaint)
        self._connect_actions()

    def above(self, below: QWidget) -> QWidget:
        """The reading panel over the second opinion, as one pane of the window."""
        pane = QWidget()
        pane.setObjectName("panel")
        pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area)
        column.addWidget(below, 1)
        self._window.actions_["finding"].toggled.connect(pane.setVisible)
        return pane

    def _connect_actions(self) -> None:
        window, actions = self._window, self._window.actions_
        actions.connect(
            {
                "read_first": lambda: window.change(read_first=actions["read_first"].isChecked()),
                "record_reading": self.record,
                "journal": self.show_journal,
                **{
                    name: partial(self._choose, choice)
                    for choice, name in IMPRESSION_ACTIONS.items()
                },
            }
        )
        self._confine_enter()
        self._update_actions()

    def _confine_enter(self) -> None:
        """Enter in a search or on a row of the studies must never record."""
        record = self._window.actions_["record_reading"]
        record.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._window.removeAction(record)
        for widget in (self._window.viewer, self.panel):
            widget.addAction(record)

    def apply(self, settings: Settings) -> None:
        """Follow the settings."""
        self._window.actions_["read_first"].setChecked(settings.read_first)
        self.read_first.identity_allowed = settings.journal_identity
        self._tell_journal(settings)
        if settings.read_first != self.read_first.on:
            self._hidden_for = ""
            self.read_first.set_on(settings.read_first)
        tips = {c: self._window.actions_[n].toolTip() for c, n in IMPRESSION_ACTIONS.items()}
        self.panel.form.set_keys(tips, self._window.actions_["record_reading"].toolTip())

    def _tell_journal(self, settings: Settings) -> None:
        if self.journal is not None:
            self.journal.identity_allowed = settings.journal_identity
            self.journal.read_first_on = settings.read_first

    def set_tokens(self, tokens: theme.Tokens) -> None:
        """Another theme."""
        self.panel.set_tokens(tokens)
        if self.journal is not None:
            self.journal.set_tokens(tokens)

    def record(self) -> None:
        """Record what stands in the form, and reveal; or reveal another model."""
        self.read_first.record()
        self._window.viewer.image.setFocus()

    def show_journal(self) -> None:
        """Open the journal beside the window, or bring it to the front."""
        if self.journal is None:
            self.journal = JournalWindow(self.desk, self._window.tokens, self._window)
            self.journal.read_first_wanted.connect(self._begin)
            self._tell_journal(self._window.store.settings)
        self.journal.show()
        self.journal.raise_()
        self.journal.activateWindow()

    def close(self) -> None:
        """Before the workers are cancelled: what was recorded reaches the disk."""
        self.desk.finish()

    # -- following ------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._window.change(read_first=True)
        if self.journal is not None:
            self.journal.close()

    def _choose(self, choice: str) -> None:
        self.panel.form.choose(choice)

    def _state_changed(self, state: ReadingState) -> None:
        self._update_actions()
        QTimer.singleShot(0, self._area, self._show_complaint)
        if state.kind == "off":
            self._restore_overlay()
        elif state.case is not None and state.case.image != self._hidden_for:
            self._hidden_for = state.case.image
            self._hide_overlay()

    def _show_complaint(self) -> None:
        """In a low window it may stand below what is seen, and so may the way out."""
        if self.read_first.state.error is None:
            return
        for part in self.panel.complaint_and_way_out():
            self._area.ensureWidgetVisible(part, 0, 0)

    def _update_actions(self) -> None:
        actions = self._window.actions_
        actions["record_reading"].setEnabled(self.read_first.can_record)
        for name in IMPRESSION_ACTIONS.values():
            actions[name].setEnabled(self.read_first.state.kind == "asking")

    def _hide_overlay(self) -> None:
        """The overlay starts hidden: a map draws the eye before the eye has looked by itself."""
        shown = self._window.store.settings.overlay
        if self._overlay_before is None:
            self._overlay_before = shown
        if shown:
            self._window.change(overlay=False)

    def _restore_overlay(self) -> None:
        before, self._overlay_before = self._overlay_before, None
        if before:
            self._window.change(overlay=True)
