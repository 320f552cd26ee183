"""Ends the program well when the system asks for it: a log out, a shutdown, Ctrl-C in a terminal.

Qt leaves these signals to Python, which hears of them only when it runs next; and it would end
without the session having been written down, as if it had crashed.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

_ASKING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


class Endings(QObject):
    """Calls ``end`` on the GUI thread whenever a signal asks the program to end.

    Parameters
    ----------
    end
        Closes the windows; may be called more than once.
    """

    def __init__(self, end: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        self._hears, self._says = socket.socketpair()
        self._hears.setblocking(False)
        self._says.setblocking(False)
        self._notifier = QSocketNotifier(self._hears.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._asked)
        self._woken_before = signal.set_wakeup_fd(self._says.fileno(), warn_on_full_buffer=False)
        self._before = {one: signal.signal(one, lambda *_: None) for one in _ASKING}

    def stop(self) -> None:
        """Leave the signals to whoever had them before."""
        for one, handler in self._before.items():
            signal.signal(one, handler)
        signal.set_wakeup_fd(self._woken_before)
        self._notifier.setEnabled(False)
        self._hears.close()
        self._says.close()

    def _asked(self) -> None:
        came = self._hears.recv(64)
        if any(one in _ASKING for one in came):
            self._end()
