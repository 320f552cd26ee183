"""The menu of what was opened last, under File and on the empty page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from braintumor_desktop.ui.recent import RecentEntry, RecentStudies
from braintumor_desktop.ui.workers import Workers

_LONGEST_NAME = 48


class RecentMenu(QMenu):
    """Filled when it is opened; what is gone is marked as soon as the disk has answered."""

    chosen = Signal(object)  # RecentEntry
    gone_chosen = Signal(object)  # RecentEntry
    clear_wanted = Signal()

    def __init__(
        self, recent: RecentStudies, workers: Workers, wanted: Callable[[], bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._recent, self._workers, self._wanted = recent, workers, wanted
        self._gone: set[RecentEntry] = set()
        self.setTitle(self.tr("Open recent"))
        self.setToolTipsVisible(True)
        self.setAccessibleName(self.tr("Open recent"))
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        actions = {entry: self._add(entry) for entry in self._recent.entries}
        if not actions:
            words = self.tr("Nothing yet") if self._wanted() else self.tr("Off in the settings")
            self.addAction(words).setEnabled(False)
            return
        self.addSeparator()
        clear = self.addAction(self.tr("Clear recent"))
        clear.setToolTip(self.tr("Forget every place that was opened"))
        clear.triggered.connect(self.clear_wanted)
        self._workers.run(
            lambda token: {e for e in actions if not token.cancelled() and e.missing()},
            on_result=partial(self._mark, actions),
        )

    def _add(self, entry: RecentEntry) -> QAction:
        action = self.addAction(self._words(entry))
        action.setToolTip("\n".join(map(str, entry.paths[:5])))
        action.triggered.connect(lambda: self._choose(entry))
        return action

    def _words(self, entry: RecentEntry) -> str:
        name = entry.name
        if len(name) > _LONGEST_NAME:
            name = f"{name[: _LONGEST_NAME - 1]}…"
        if entry.others:
            name = self.tr("{name} and {count} more").format(name=name, count=entry.others)
        if entry in self._gone:
            name = self.tr("{name} (gone)").format(name=name)
        return name.replace("&", "&&")

    def _mark(self, actions: dict[RecentEntry, QAction], gone: set[RecentEntry]) -> None:
        self._gone = gone
        for entry, action in actions.items():
            if action in self.actions():  # the menu may have been filled anew
                action.setText(self._words(entry))

    def _choose(self, entry: RecentEntry) -> None:
        (self.gone_chosen if entry in self._gone else self.chosen).emit(entry)
