from __future__ import annotations

import os
import subprocess
import sys
import threading
import time

import pytest

from braintumor_desktop import __version__
from braintumor_desktop.app.crashes import CrashFiles, write_what_ends_the_program

BEGIN = """
import sys
from pathlib import Path
from braintumor_desktop.app.crashes import CrashFiles, write_what_ends_the_program
files = CrashFiles(Path(sys.argv[1]))
write_what_ends_the_program(files)
files.stand_by()
files.add_versions()
patient = "DOE_JANE"
"""


def end_badly(folder, last_line):
    return subprocess.run(
        [sys.executable, "-c", BEGIN + last_line, str(folder)],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def test_an_exception_that_nobody_catches_leaves_a_crash_file(tmp_path):
    ended = end_badly(tmp_path, "open(f'/nowhere/{patient}.dcm')")
    path = CrashFiles(tmp_path).untold()
    text = path.read_text()
    assert ended.returncode == 1
    assert "FileNotFoundError" in text
    assert f"braintumor_desktop {__version__}" in text
    assert "PySide6-Essentials " in text
    assert "DOE_JANE" not in text + ended.stderr
    assert str(path) in ended.stderr


@pytest.mark.parametrize(
    "how",
    ["import ctypes; ctypes.string_at(0)", "import os; os.abort()"],
    ids=["segmentation fault", "abort"],
)
def test_a_fault_in_a_library_leaves_a_crash_file(tmp_path, how):
    ended = end_badly(tmp_path, how)
    path = CrashFiles(tmp_path).untold()
    text = path.read_text()
    assert ended.returncode != 0
    assert "most recent call first" in text
    assert "pydicom " in text
    assert "\nstarted 20" in text
    assert "\nended 20" in text
    assert "DOE_JANE" not in text
    assert str(tmp_path) not in text
    assert [p.name for p in tmp_path.glob("running-*")] == []


def test_an_exception_in_a_thread_leaves_a_crash_file(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    write_what_ends_the_program(CrashFiles(tmp_path))
    thread = threading.Thread(target=lambda: int("DOE"), name="worker-9")
    thread.start()
    thread.join()
    text = CrashFiles(tmp_path).untold().read_text()
    assert "ValueError" in text
    assert "worker-9" in text
    assert "DOE" not in text.replace('int("DOE")', "") + caplog.text


def test_ending_well_leaves_nothing(tmp_path):
    ended = end_badly(tmp_path, "files.stand_down()")
    assert ended.returncode == 0
    assert list(tmp_path.iterdir()) == []
    assert CrashFiles(tmp_path).untold() is None


def test_a_crash_file_is_told_of_once(tmp_path):
    files = CrashFiles(tmp_path)
    path = files.write(ValueError())
    assert files.untold() == path
    assert CrashFiles(tmp_path).untold() is None
    second = files.write(ValueError())
    assert second != path
    assert CrashFiles(tmp_path).untold() == second


def test_only_the_newest_ten_are_kept(tmp_path):
    files = CrashFiles(tmp_path)
    for _ in range(12):
        files.write(ValueError())
    files.untold()
    assert len(list(tmp_path.glob("crash-*.txt"))) == 10


def test_a_process_that_was_killed_is_no_crash_and_is_swept_in_time(tmp_path):
    path = tmp_path / "running-1.txt"
    path.write_text("head only")
    assert CrashFiles(tmp_path).untold() is None
    assert path.exists(), "it may still be running"
    os.utime(path, (time.time() - 9 * 86_400,) * 2)
    assert CrashFiles(tmp_path).untold() is None
    assert not path.exists()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a disk always full")
def test_a_full_disk_neither_stops_the_program_nor_leaves_an_empty_report(tmp_path, caplog):
    (tmp_path / f"running-{os.getpid()}.txt").symlink_to("/dev/full")
    files = CrashFiles(tmp_path)
    files.stand_by()
    files.add_versions()
    files.stand_down()
    assert "no crash file can be kept ready" in caplog.text
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_cannot_be_written_whole_is_not_left_behind(tmp_path, monkeypatch):
    def half(path, _, encoding):
        path.open("w", encoding=encoding).close()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(type(tmp_path), "write_text", half)
    assert CrashFiles(tmp_path).write(ValueError()) is None
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_no_further_trouble(tmp_path):
    (tmp_path / "file").write_text("")
    files = CrashFiles(tmp_path / "file")
    files.stand_by()
    assert files.write(ValueError()) is None
    assert files.untold() is None
    files.stand_down()
