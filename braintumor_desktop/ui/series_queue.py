"""What is still to be read of a series, and how far it has come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import SliceHeader

CHUNK = 8  # slices of a series that are read between two looks at what the eye wants


class SeriesQueue(QObject):
    """The slices of one series that wait for their answer.

    Parameters
    ----------
    is_known
        Whether a slice has its finding by now: the eye may have rested on it meanwhile, and it is
        not asked about twice.
    """

    progress = Signal(int, int)  # read, of; (0, 0) when nothing is being read

    def __init__(
        self, is_known: Callable[[SliceHeader], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.wanted: tuple[SliceHeader, ...] = ()  # kept, to be read again by another model
        self._is_known = is_known
        self._waiting: list[SliceHeader] = []
        self._total = 0

    def __bool__(self) -> bool:
        self._leave_out_known()
        return bool(self._waiting)

    @property
    def reading(self) -> bool:
        return self._total > 0

    def start(self, headers: Sequence[SliceHeader]) -> None:
        """Take on a series; what is known of it already is not read again."""
        self.wanted = tuple(headers)
        self._waiting, self._total = list(headers), len(headers)
        self.tell()

    def next_chunk(self) -> list[SliceHeader]:
        """The next slices to read; they wait on until they are :meth:`answered`."""
        return self._waiting[:CHUNK]

    def answered(self, headers: Sequence[SliceHeader]) -> None:
        """These were read, or failed: none of them is asked about again."""
        keys = {header.key for header in headers}
        self._waiting = [h for h in self._waiting if h.key not in keys]
        self.tell()

    def stop(self) -> None:
        """Read no further, for now."""
        self._waiting = []
        self.tell()

    def forget(self) -> None:
        """Read no further, not by another model either."""
        self.wanted = ()
        self.stop()

    def tell(self) -> None:
        """Say how far it has come."""
        self._leave_out_known()
        if self._waiting:
            self.progress.emit(self._total - len(self._waiting), self._total)
        elif self._total:
            self._total = 0
            self.progress.emit(0, 0)

    def _leave_out_known(self) -> None:
        self._waiting = [h for h in self._waiting if not self._is_known(h)]
