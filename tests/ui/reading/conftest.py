"""A window in read-first mode with its journal in a folder of the test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from braintumor_desktop.ui.main_window import MainWindow
from braintumor_desktop.ui.reading.room import ReadingRoom


@pytest.fixture
def journal_file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.sqlite3"


@pytest.fixture
def room(window: MainWindow, journal_file: Path) -> ReadingRoom:
    window.reading.desk.path = journal_file
    window.change(read_first=True)
    return window.reading


@pytest.fixture
def asked(qtbot, room: ReadingRoom, window: MainWindow, write_series: Callable[..., Path]):  # type: ignore[no-untyped-def]
    """The series of six slices is on screen and an impression is asked for."""
    window.session.open_paths([write_series()])
    wait_for(qtbot, room, "asking")
    opinion = window.session.opinion
    qtbot.waitUntil(
        lambda: window.session.header is not None and opinion.is_read(window.session.header),
        timeout=10_000,
    )
    return room


def wait_for(qtbot, room: ReadingRoom, kind: str, *, answered: bool = False) -> None:  # type: ignore[no-untyped-def]
    def there() -> bool:
        state = room.read_first.state
        if state.kind != kind:
            return False
        return not answered or (state.reading is not None and state.reading.answer is not None)

    qtbot.waitUntil(there, timeout=10_000)


@pytest.fixture
def wait() -> Callable[..., None]:
    return wait_for
