"""What the tests of the study browser share: an opening that can be held in the middle."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from braintumor_desktop.imaging import opening
from braintumor_desktop.ui.studies import open_studies


class HeldOpening:
    """Reads so many files, then waits until it is let go."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.files = 0
        self.after = 0
        self._read = opening.read_headers

    def read_headers(self, path):  # type: ignore[no-untyped-def]
        contents = self._read(path)
        self.files += 1
        if self.files > self.after:
            assert self.gate.wait(20), "the test never let the opening go"
        return contents


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[HeldOpening]:
    """Openings show every file as it comes and stop after ``held.after`` of them."""
    holder = HeldOpening()
    monkeypatch.setattr(opening, "read_headers", holder.read_headers)
    for name in ("_REPORT_EVERY", "_GROUP_EVERY", "_GROUP_SHARE"):
        monkeypatch.setattr(opening, name, 0)
    monkeypatch.setattr(open_studies, "_LOOK_SHARE", 0)
    yield holder
    holder.gate.set()


@pytest.fixture
def open_all(qtbot, session):  # type: ignore[no-untyped-def]
    """Open paths and wait for the end."""

    def open_(*paths):  # type: ignore[no-untyped-def]
        with qtbot.waitSignal(session.opened, timeout=20_000) as opened:
            session.open_paths(list(paths))
        qtbot.waitUntil(lambda: not session.opening, timeout=10_000)
        return opened.args[0]

    return open_
