from __future__ import annotations

import os
import subprocess
import sys

import pytest

from braintumor_desktop import __version__
from braintumor_desktop.app.startup import display_is_missing, parse_arguments


def run(*arguments, **environment):
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "braintumor_desktop.app.main", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        env={**kept, **environment},
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="X11 and Wayland are Linux matters")
@pytest.mark.parametrize(
    "environment",
    [{}, {"DISPLAY": ":987"}, {"QT_QPA_PLATFORM": "nonsense"}],
    ids=["no display", "a display that does not answer", "a platform Qt does not have"],
)
def test_without_a_display_one_sentence_and_exit_code_2(environment):
    ended = run(**environment)
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "braintumor-predict" in ended.stderr


def test_the_version_is_told():
    ended = run("--version")
    assert (ended.returncode, ended.stdout.strip()) == (0, f"braintumor-desktop {__version__}")


def test_a_folder_is_no_settings_file(tmp_path):
    ended = run("--settings", str(tmp_path))
    assert ended.returncode == 2
    assert "is a folder; name a file in it" in ended.stderr


def test_the_help_says_of_every_option_what_it_sets():
    help_text = run("--help").stdout
    options = [line for line in help_text.splitlines() if "this time only" in line]
    assert len(options) == len({line.split(maxsplit=2)[-1] for line in options}) == 4
    assert "goes on where it was closed" in help_text


def test_qt_is_not_imported_to_read_the_command_line():
    code = (
        "import sys, braintumor_desktop.app.main;"
        "print([m for m in ('PySide6', 'torch', 'numpy') if m in sys.modules])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stdout.strip() == "[]"


def test_the_windows_modules_do_not_import_torch():
    code = (
        "import sys, braintumor_desktop.ui.main_window, braintumor_desktop.app.inference_process;"
        "import braintumor_desktop.ui.viewer.rendering, braintumor_desktop.inference.series;"
        "print('torch' in sys.modules)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stdout.strip() == "False"


def test_an_offscreen_platform_needs_no_display(monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not display_is_missing()


def test_paths_and_options_are_read():
    arguments = parse_arguments(["a.dcm", "b", "--model", "xception", "--device", "cpu"])
    assert [str(p) for p in arguments.paths] == ["a.dcm", "b"]
    assert (arguments.model, arguments.device) == ("xception", "cpu")
