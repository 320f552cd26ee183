from __future__ import annotations

import os
import signal
import sys

import pytest

from braintumor_desktop.app.endings import Endings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are a matter of POSIX")


@pytest.fixture
def asked(qapp):  # noqa: ARG001
    """How often the program was asked to end."""
    calls: list[str] = []
    endings = Endings(lambda: calls.append("end"))
    yield calls
    endings.stop()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_that_asks_to_end_closes_the_windows(qtbot, asked, name):
    os.kill(os.getpid(), getattr(signal, name))
    qtbot.waitUntil(lambda: bool(asked), timeout=5_000)
    assert asked == ["end"]


def test_another_signal_ends_nothing(qtbot, asked):
    before = signal.signal(signal.SIGUSR1, lambda *_: None)
    os.kill(os.getpid(), signal.SIGUSR1)
    qtbot.wait(50)
    signal.signal(signal.SIGUSR1, before)
    assert asked == []


def test_afterwards_the_signals_are_as_they_were(qapp):  # noqa: ARG001
    before = signal.getsignal(signal.SIGTERM)
    Endings(lambda: None).stop()
    assert signal.getsignal(signal.SIGTERM) is before
