"""Goes on where the last session ended, and keeps where this one is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from braintumor_desktop.ui.last_session import LastSession, SessionFile
from braintumor_desktop.ui.session import Session

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Series, Study

_WRITE_AFTER_MS = 1_000


class Resuming(QObject):
    """Writes the session down a second after it changed, and opens it again when asked to."""

    not_kept = Signal(object)  # OSError: the file cannot be written

    def __init__(self, session: Session, file: SessionFile, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._file = session, file
        self._on = False
        self._wanted: LastSession | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WRITE_AFTER_MS)
        self._timer.timeout.connect(self.write)
        session.studies_changed.connect(self._timer.start)
        session.series_changed.connect(lambda _: self._timer.start())
        session.position_changed.connect(lambda *_: self._timer.start())
        session.opened.connect(lambda _: self._return())
        session.opening_changed.connect(self._opening_changed)

    def begin(self, *, on: bool) -> LastSession | None:
        """Claim the file; what was open last time, if that is kept and this is the first window."""
        last = self._file.read() if on and self._claim() else None
        if last is not None and not last.ended:
            self._wanted = last  # kept until it is opened or declined
        self.switch(on=on)
        return last

    def switch(self, *, on: bool) -> None:
        """Keep the session from now on, or forget it at once."""
        self._on = on
        if on:
            if self._claim():
                self._timer.start()
        elif self._claim():
            self._forget()

    def _claim(self) -> bool:
        """Whether this window writes the file; that it cannot be written is told."""
        try:
            return self._file.claimed or self._file.claim()
        except OSError as error:
            self._on = False
            self.not_kept.emit(error)
            return False

    def resume(self, last: LastSession) -> None:
        """Open what was open; a place that is gone is listed with what was left out."""
        self._wanted = last
        self._session.open_paths([Path(path) for path in last.paths])

    def decline(self) -> None:
        """What was open last time is not wanted."""
        self._wanted = None
        self._timer.start()

    def _opening_changed(self, progress: tuple[int, int] | None) -> None:
        if progress is None:  # also when it was cancelled
            self.decline()

    def write(self, *, ended: bool = False) -> None:
        """Keep where the session is; while what was open is still coming, that is what is kept."""
        self._timer.stop()
        if not self._on:
            return
        now = self._now() if self._wanted is None else self._wanted
        try:
            self._file.write(now.model_copy(update={"ended": ended}))
        except OSError as error:
            self._on = False
            self.not_kept.emit(error)

    def end(self) -> None:
        """The window closes well."""
        self.write(ended=True)
        self._file.release()

    def _now(self) -> LastSession:
        session = self._session
        return LastSession(
            paths=tuple(str(path.absolute()) for path in session.opened_paths),
            series="" if session.series is None else session.series.series_instance_uid,
            index=session.index,
        )

    def _forget(self) -> None:
        try:
            self._file.forget()
        except OSError as error:
            self.not_kept.emit(error)

    def _return(self) -> None:
        """All is read: look at the series and slice that were looked at, unless they are gone."""
        last, self._wanted = self._wanted, None
        found = None if last is None else self._find(last.series)
        if last is not None and found is not None:
            self._session.choose_series(*found, min(max(last.index, 0), len(found[1]) - 1))

    def _find(self, uid: str) -> tuple[Study, Series] | None:
        every = [(study, series) for study in self._session.studies for series in study.series]
        return next((pair for pair in every if pair[1].series_instance_uid == uid), None)
