from __future__ import annotations

import pytest

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.ui.log_viewer import LogViewer, read_log
from braintumor_desktop.ui.workers import Workers

LINES = """2026-03-02 10:00:00 INFO braintumor_desktop.app: started
2026-03-02 10:00:01 WARNING braintumor_desktop.qt: odd
2026-03-02 10:00:02 ERROR braintumor_desktop.ui: unexpected ValueError at f:1
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "desktop.log"
    path.write_text(LINES)
    return path


@pytest.fixture
def workers(qapp):  # noqa: ARG001
    workers = Workers()
    yield workers
    assert workers.close()


@pytest.fixture
def viewer(qtbot, file, workers):
    viewer = LogViewer(file, workers)
    qtbot.addWidget(viewer)
    qtbot.waitUntil(lambda: viewer.state.text() == "3 of 3 lines", timeout=10_000)
    return viewer


def test_older_files_come_first(file):
    file.with_name("desktop.log.1").write_text("newer\n")
    file.with_name("desktop.log.2").write_text("oldest\n")
    assert [line.text for line in read_log(file)][:2] == ["oldest", "newer"]


def test_only_what_is_serious_enough_is_shown(viewer):
    viewer.level.setCurrentIndex(viewer.level.findData("WARNING"))
    assert viewer.state.text() == "2 of 3 lines"
    viewer.level.setCurrentIndex(viewer.level.findData("ERROR"))
    assert viewer.text.toPlainText() == LINES.splitlines()[2]


def test_the_search_looks_at_every_word(viewer):
    viewer.search.setText("ODD")
    assert viewer.text.toPlainText() == LINES.splitlines()[1]


def test_what_is_shown_is_copied_and_saved(qtbot, viewer, qapp, tmp_path):
    viewer.search.setText("started")
    viewer.copy.click()
    assert qapp.clipboard().text() == LINES.splitlines()[0]
    viewer.save_to(tmp_path / "log.txt")
    qtbot.waitUntil(lambda: viewer.state.text() == "Saved as log.txt", timeout=10_000)
    assert (tmp_path / "log.txt").read_text() == LINES.splitlines()[0] + "\n"


def test_a_folder_that_cannot_be_written_to_is_told(qtbot, viewer, tmp_path, caplog):
    viewer.save_to(tmp_path / "nowhere" / "log.txt")
    qtbot.waitUntil(lambda: "cannot be written" in viewer.state.text(), timeout=10_000)
    assert "nowhere" not in caplog.text
    caplog.clear()


def test_without_a_file_it_says_where_to_look(qtbot, workers):
    viewer = LogViewer(None, workers)
    qtbot.addWidget(viewer)
    assert "terminal" in viewer.state.text()


def test_the_log_is_offered_for_what_nobody_foresaw_and_for_nothing_else(window, monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(window.habits, "show_log", lambda: asked.append("log"))
    window.show_error(ValueError("DOE"))
    assert "DOE" not in window.notice.label.text()
    next(b for b in window.notice.choices() if b.text() == "Show log").click()
    assert asked == ["log"]
    window.show_error(ImagingError("The file is damaged."))
    assert window.notice.choices() == []
