"""Plays the series: the next slice at a chosen rate, from the last one on to the first."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from braintumor_desktop.ui.session import Session

RATES = (1, 2, 4, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60)  # slices a second, for the keys


class Cine(QObject):
    """Steps the session; a slice that is not yet there is waited for, none piles up."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rate = 10
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.advance)
        session.series_changed.connect(lambda _: self.stop())

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    @property
    def rate(self) -> int:
        """Slices a second."""
        return self._rate

    def set_rate(self, rate: int) -> None:
        """Change the rate, also while it plays."""
        self._rate = rate
        self._timer.setInterval(round(1000 / rate))
        self.changed.emit()

    def neighbour_rate(self, places: int) -> int:
        """The rate that the keys for faster (1) and slower (-1) choose."""
        others = [r for r in RATES if (r > self._rate if places > 0 else r < self._rate)]
        if not others:
            return self._rate
        return others[0] if places > 0 else others[-1]

    def toggle(self) -> None:
        """Play, or stop."""
        if self.playing:
            self.stop()
        elif self._session.series is not None and len(self._session.series) > 1:
            self._timer.start(round(1000 / self._rate))
            self.changed.emit()
        else:
            self.changed.emit()  # the key that was pressed springs back

    def stop(self) -> None:
        """Stay on the slice."""
        self._timer.stop()
        self.changed.emit()

    def advance(self) -> None:
        """One slice on, if the one before has arrived."""
        series = self._session.series
        if series is not None and self._session.settled:
            self._session.go_to((self._session.index + 1) % len(series))
