"""What is still to be read of a series, and how far it has come."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import SliceHeader

CHUNK = 8  # slices of a series that are read between two looks at what the eye wants


class SeriesQueue(QObject):
    """The slices of one series that wait to be read."""

    progress = Signal(int, int)  # read, of; (0, 0) when nothing is being read

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wanted: tuple[SliceHeader, ...] = ()  # kept, to be read again by another model
        self._left: deque[SliceHeader] = deque()
        self._total = 0

    def __bool__(self) -> bool:
        return bool(self._left)

    @property
    def reading(self) -> bool:
        return self._total > 0

    def start(self, headers: Sequence[SliceHeader], unread: Sequence[SliceHeader]) -> None:
        """Take on a series, of which only some slices are yet to be read."""
        self.wanted = tuple(headers)
        self._left, self._total = deque(unread), len(headers)
        self.tell()

    def take(self) -> list[SliceHeader]:
        """The next slices to read."""
        return [self._left.popleft() for _ in range(min(CHUNK, len(self._left)))]

    def stop(self) -> None:
        """Read no further, for now."""
        self._left.clear()
        self.tell()

    def forget(self) -> None:
        """Read no further, not by another model either."""
        self.wanted = ()
        self.stop()

    def tell(self) -> None:
        """Say how far it has come."""
        left = len(self._left)
        if left == 0 and self._total:
            self._total = 0
            self.progress.emit(0, 0)
        elif left:
            self.progress.emit(self._total - left, self._total)
