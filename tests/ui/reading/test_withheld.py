"""Read-first mode tells nothing: what is seen before the reveal is the same whatever the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QWidget

from braintumor_desktop.settings import SettingsStore
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.engine import Engine
from braintumor_desktop.ui.main_window import MainWindow
from braintumor_desktop.ui.session import Session
from braintumor_desktop.ui.viewer.canvas import Canvas

Seen = dict[str, tuple[list[object], QImage]]
_TELLING = ("text", "toolTip", "accessibleName", "accessibleDescription", "statusTip", "whatsThis",
            "windowTitle", "isEnabled", "isVisible", "isChecked", "currentText")  # fmt: skip


def words_of(window: MainWindow) -> list[object]:
    """Everything that a widget, an action, a canvas or the strip says, shown or spoken aloud."""
    said: list[object] = []
    for part in [window, *window.findChildren(QWidget), *window.findChildren(QAction)]:
        said += [getattr(part, name)() for name in _TELLING if callable(getattr(part, name, None))]
    strip = window.viewer.row.strip
    said += [strip._words(i) for i in range(len(window.session.series or ()))]
    canvases = window.findChildren(Canvas)
    return [*said, *(c.marks for c in canvases), *(c.finding for c in canvases)]


@contextmanager
def reading_window(engine: Engine, folder: Path) -> Iterator[MainWindow]:
    """A window in read-first mode with nothing open."""
    session = Session(engine)
    window = MainWindow(session, SettingsStore(folder / "settings.json"), theme.DARK)
    window.reading.desk.path = folder / "journal.sqlite3"
    window.resize(1280, 720)
    window.show()
    window.change(read_first=True)
    window.load_model()
    yield window
    window.close()
    assert session.close(), "a worker did not come home"


@pytest.fixture
def seen_with(qtbot, engine, write_series, tmp_path) -> Callable[..., Seen]:
    """What is seen, stage by stage, with an engine that answers in its own way."""
    pixel_engine = type(engine)
    folders = [write_series(name="one"), write_series(name="two")]

    def look(name: str, *, turn: int = 0, abstention: str | None = None) -> Seen:
        engine = pixel_engine()
        engine.turn, engine.abstention = turn, abstention
        seen: Seen = {}
        with reading_window(engine, tmp_path / name) as window:
            session, opinion = window.session, window.session.opinion

            def stage(name: str) -> None:
                def settled() -> bool:
                    answered = session.header is not None and opinion.is_read(session.header)
                    second = session.comparison.second
                    loaded = second is None or second.model is not None
                    return answered and loaded and session.settled and not session.workers.busy

                qtbot.waitUntil(settled, timeout=20_000)
                qtbot.wait(150)  # what is told of the series comes at most ten times a second
                seen[name] = (words_of(window), window.grab().toImage())

            session.open_paths(folders)
            qtbot.waitUntil(lambda: len(session.studies) == 2 and not session.opening)
            stage("a slice")
            session.read_series()
            stage("the whole series")
            window.actions_["compare"].trigger()
            stage("a second model")
            session.step(2)
            stage("another slice")
            window.actions_["overlay"].trigger()
            stage("the overlay switched on")
            window.actions_["two_series"].trigger()
            session.step_series(1)
            stage("another series")
            engine.sha = "77" * 32
            window.change(model="another")
            stage("another model")
        return seen

    return look


@pytest.mark.parametrize("answer", [{"turn": 1}, {"turn": 2}, {"abstention": "This is no head."}])
def test_nothing_on_screen_depends_on_the_answer_before_the_impression(seen_with, answer):
    one, other = seen_with("one-answer"), seen_with("another-answer", **answer)
    for stage, (words, pixels) in one.items():
        other_words, other_pixels = other[stage]
        assert [pair for pair in zip(words, other_words, strict=True) if pair[0] != pair[1]] == []
        assert pixels == other_pixels, stage
