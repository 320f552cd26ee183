from __future__ import annotations

import io

import pytest

from braintumor_desktop.cli import terminal


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_shows_a_count_and_a_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(terminal.sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    with terminal.progress_bar(3) as advance:
        for _ in range(3):
            advance()
    assert "3/3" in screen.getvalue()
    assert "slices/s" in screen.getvalue()
