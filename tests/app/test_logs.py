from __future__ import annotations

import logging
import os
import subprocess
import sys

import pytest

from braintumor_desktop.app.logs import start_logging


@pytest.fixture
def quiet_afterwards():
    """What the tests' own logging was, again."""
    root, ours = logging.getLogger(), logging.getLogger("braintumor_desktop")
    before = root.handlers[:], root.level, ours.level
    root.handlers = []
    yield
    logging.captureWarnings(False)
    for handler in root.handlers:
        handler.close()
    root.handlers, root.level, ours.level = before[0], before[1], before[2]


@pytest.mark.usefixtures("quiet_afterwards")
def test_the_log_file_is_written_without_names(tmp_path, capsys):
    file = start_logging(tmp_path / "logs")
    logging.getLogger("braintumor_desktop.ui").info("opened /data/DOE_JANE")
    # Not pydicom's own logger: what reads a file may have quieted it.
    logging.getLogger("somebody_elses").error("Jane Doe is damaged")
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") == 2
    assert "DOE" not in text
    assert "Jane" not in text + capsys.readouterr().err


@pytest.mark.usefixtures("quiet_afterwards")
def test_a_full_log_file_is_followed_by_the_next(tmp_path):
    file = start_logging(tmp_path)
    for _ in range(700):
        logging.getLogger("braintumor_desktop").info("x" * 1900)
    assert file.stat().st_size < 600_000
    assert 2 <= len(list(tmp_path.glob("desktop.log*"))) <= 4


@pytest.mark.usefixtures("quiet_afterwards")
def test_without_a_place_for_the_file_the_terminal_is_told(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert start_logging(tmp_path / "file") is None
    assert "no log file can be written" in capsys.readouterr().err


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a disk always full")
@pytest.mark.usefixtures("quiet_afterwards")
def test_a_full_disk_is_told_once_and_without_what_was_to_be_written(tmp_path, capsys):
    (tmp_path / "desktop.log").symlink_to("/dev/full")
    start_logging(tmp_path)
    for _ in range(3):
        logging.getLogger("braintumor_desktop").info("opened %s", "DOE_JANE")
    said = capsys.readouterr().err
    assert said.count("the log cannot be written (OSError)") == 1
    assert "DOE" not in said


def test_a_message_by_which_qt_ends_the_program_is_kept(tmp_path):
    code = (
        "import sys; from pathlib import Path; from PySide6.QtGui import QGuiApplication;"
        "from braintumor_desktop.app.crashes import CrashFiles;"
        "from braintumor_desktop.app.logs import log_what_qt_says;"
        "files = CrashFiles(Path(sys.argv[1]));"
        "log_what_qt_says(lambda words: files.write(None, words));"
        "QGuiApplication([])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        timeout=120,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "nonsense"},
    )
    assert ended.returncode != 0
    text = next(tmp_path.glob("crash-*.txt")).read_text(encoding="utf-8")
    assert "no Qt platform plugin could be initialized" in text
