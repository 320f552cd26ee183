"""Python's cyclic garbage is collected on the GUI thread, in small portions.

Left alone, Python collects on whatever thread happens to allocate: on a worker it would destroy
Qt objects that belong to the GUI thread, and a full collection over all that was imported takes
longer than a frame.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500
_FULL_EVERY = 40  # portions between two collections of everything


class GarbageCollector(QObject):
    """Takes over from Python's own; gives it back with :meth:`stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._portions = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Collect in portions from now on; what exists already is looked at no more."""
        gc.disable()
        gc.freeze()
        self._timer.start(EVERY_MS)

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def collect(self) -> None:
        """One portion: the young objects, the middle-aged now and then, rarely all."""
        self._portions += 1
        if self._portions % _FULL_EVERY == 0:
            gc.collect(2)
        else:
            gc.collect(1 if self._portions % 4 == 0 else 0)
