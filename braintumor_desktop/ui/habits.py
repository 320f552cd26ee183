"""What a desktop program does by itself: remember, go on, follow the theme, explain."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from braintumor_desktop.errors import BrainTumorError
from braintumor_desktop.settings import Settings
from braintumor_desktop.ui.last_session import LastSession, SessionFile
from braintumor_desktop.ui.recent import RecentEntry, RecentStudies
from braintumor_desktop.ui.recent_menu import RecentMenu
from braintumor_desktop.ui.resuming import Resuming

if TYPE_CHECKING:
    from braintumor_desktop.ui.help_window import HelpWindow
    from braintumor_desktop.ui.main_window import MainWindow


class Habits(QObject):
    """The habits of one window; silent until :meth:`begin`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        folder = window.store.path.parent
        self.log_file: Path | None = None
        self._help: HelpWindow | None = None
        self._begun = self._told_not_kept = False
        self._seen: tuple[Path, ...] = ()
        self.recent = RecentStudies(folder / "recent.json")
        self.recent_menu = RecentMenu(
            self.recent, window.session.workers, lambda: self._settings.recent_studies, window
        )
        self.resuming = Resuming(window.session, SessionFile(folder / "session.json"), self)
        self._connect()

    @property
    def _settings(self) -> Settings:
        return self._window.store.settings

    def _connect(self) -> None:
        session, menu = self._window.session, self.recent_menu
        menu.chosen.connect(lambda entry: session.open_paths(entry.paths))
        menu.gone_chosen.connect(self._tell_gone)
        menu.clear_wanted.connect(self.clear_recent)
        session.opened.connect(lambda _: self._remember())
        session.studies_changed.connect(self._notice_closed)
        self.resuming.not_kept.connect(self._tell_not_kept)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def begin(
        self,
        paths: Sequence[Path] = (),
        *,
        empty: bool = False,
        demonstration: bool = False,
        crash: Path | None = None,
    ) -> None:
        """Open what was asked for, else go on where the last session ended.

        Parameters
        ----------
        paths
            Files and folders of the command line.
        empty
            Open nothing.
        demonstration
            Open the cases that come with the program.
        crash
            The report of a crash that the user has not been told of.
        """
        self._begun = True
        window = self._window
        last = self.resuming.begin(on=self._settings.restore_session)
        asked = bool(paths) or empty or demonstration
        if paths:
            window.session.open_paths(list(paths))
        elif demonstration:
            window.open_demonstration()
        unfinished = last is not None and not last.ended and bool(last.paths)
        if crash is not None or (unfinished and not asked):
            self._tell_crash(crash, last if not asked else None)
        elif last is not None and last.paths and not asked:
            self.resuming.resume(last)
        elif last is None and not asked and not self.recent.entries:
            window.open_demonstration()

    def apply(self, settings: Settings, before: Settings) -> None:
        """Follow what was switched in the settings."""
        if before.restore_session != settings.restore_session:
            self.resuming.switch(on=settings.restore_session)
        if before.recent_studies and not settings.recent_studies:
            self.clear_recent()

    def end(self) -> None:
        """The window closes."""
        if self._begun:
            self.resuming.end()
        if self._help is not None:
            self._help.close()

    # -- recent studies -------------------------------------------------------------------------

    def recent_button(self) -> QPushButton:
        """The same menu, for the empty page."""
        button = QPushButton(self.tr("Open recent"))
        button.setObjectName("withMenu")
        button.setMenu(self.recent_menu)
        button.setToolTip(self.tr("The studies that were opened last"))
        return button

    def clear_recent(self) -> None:
        """Forget every place that was opened."""
        try:
            self.recent.clear()
        except OSError:
            self._window.notice.say(
                self.tr("The list of recent studies cannot be erased."), kind="error"
            )

    def _notice_closed(self) -> None:
        opened = self._window.session.opened_paths
        self._seen = tuple(path for path in self._seen if path in opened)

    def _remember(self) -> None:
        opened = self._window.session.opened_paths
        fresh = [path for path in opened if path not in self._seen and not _comes_with_us(path)]
        self._seen = opened
        if not (self._begun and fresh and self._settings.recent_studies):
            return
        try:
            self.recent.add(fresh)
        except OSError as error:
            self._tell_not_kept(error)

    def _tell_gone(self, entry: RecentEntry) -> None:
        words = self.tr(
            "{path} is no longer there. Connect its disk or network share and try again, or take "
            "it off the list."
        )

        def forget() -> None:
            self.recent.remove(entry)
            self._window.notice.hide()

        self._window.notice.say(
            words.format(path=entry.paths[0]),
            choices=(
                (self.tr("Try again"), lambda: self._window.session.open_paths(entry.paths)),
                (self.tr("Take off the list"), forget),
            ),
        )

    def _tell_not_kept(self, error: OSError) -> None:
        """Say it once, after whatever is said of the studies that are being opened."""
        if not self._told_not_kept:
            self._told_not_kept = True
            QTimer.singleShot(0, self, lambda: self._say_not_kept(error))

    def _say_not_kept(self, error: OSError) -> None:
        if self._window.session.opening:
            self._window.session.opened.connect(
                lambda _: QTimer.singleShot(0, self, lambda: self._say_not_kept(error)),
                Qt.ConnectionType.SingleShotConnection,
            )
            return
        words = self.tr("What is open cannot be remembered ({reason}). Nothing else is affected.")
        self._window.notice.say(words.format(reason=error.strerror or type(error).__name__))

    # -- after a crash --------------------------------------------------------------------------

    def _tell_crash(self, crash: Path | None, last: LastSession | None) -> None:
        words = self.tr("The program ended unexpectedly last time.")
        choices = []
        if last is not None and last.paths:
            choices.append((self.tr("Open what was open"), lambda: self._go_on(last)))
            choices.append((self.tr("Start empty"), self._start_empty))
        if crash is not None:
            words += " " + self.tr("A report without patient data was written: {path}").format(
                path=crash
            )
            choices.insert(0, (self.tr("Show report"), lambda: self.show_crash(crash)))
        self._window.notice.say(words, choices=choices)

    def _go_on(self, last: LastSession) -> None:
        self._window.notice.hide()
        self.resuming.resume(last)

    def _start_empty(self) -> None:
        self._window.notice.hide()
        self.resuming.decline()

    def show_crash(self, path: Path) -> None:
        """Show a crash file; what cannot be read is said in place."""
        from braintumor_desktop.ui.log_viewer import crash_dialog

        try:
            text = path.read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            self._window.show_error(error)
            return
        crash_dialog(path, text, self._window).exec()

    # -- theme, help, log -----------------------------------------------------------------------

    def _follow_system(self) -> None:
        if self._settings.theme == "system":
            self._window.preferences.apply_theme()

    def show_help(self) -> None:
        """The help beside the window, which stays usable."""
        from braintumor_desktop.ui.help_window import HelpWindow

        if self._help is None:
            self._help = HelpWindow(self._window)
        self._help.show_with(self._window.actions_.keys, self._window.tokens)

    def show_log(self) -> None:
        """The log of the program."""
        from braintumor_desktop.ui.log_viewer import LogViewer

        LogViewer(self.log_file, self._window.session.workers, self._window).exec()


def _comes_with_us(path: Path) -> bool:
    """Whether it is a demonstration case."""
    from braintumor_desktop.imaging import demonstration_cases

    try:
        return path in demonstration_cases()
    except BrainTumorError:
        return False
