"""What is said before there is a window: arguments, whether there is a display, milestones."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from braintumor_desktop import RESEARCH_USE, __version__

NO_DISPLAY = (
    "braintumor-desktop needs a display and there is none here; "
    "read slices on the terminal with: braintumor-predict PATH"
)


def parse_arguments(argv: list[str] | None) -> argparse.Namespace:
    """The command line of the window."""
    parser = argparse.ArgumentParser(
        prog="braintumor-desktop",
        description=f"A second opinion on brain MR slices. {RESEARCH_USE}",
        epilog="Without a PATH it goes on where it was closed. For terminals: braintumor-predict",
    )
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="files or folders to open"
    )
    parser.add_argument(
        "--demo", action="store_true", help="open the synthetic demonstration cases"
    )
    parser.add_argument(
        "--empty", action="store_true", help="open nothing, not even what was open last time"
    )
    parser.add_argument(
        "--model", metavar="NAME|FOLDER", help="which network answers, this time only"
    )
    parser.add_argument(
        "--device",
        choices=("auto", "cpu", "cuda", "mps"),
        help="what the network runs on, this time only",
    )
    parser.add_argument(
        "--theme", choices=("dark", "light", "system"), help="how it looks, this time only"
    )
    parser.add_argument(
        "--language",
        choices=("system", "en", "de", "es", "zh_CN"),
        help="what it speaks, this time only",
    )
    parser.add_argument("--settings", type=Path, metavar="FILE", help="use another settings file")
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help=argparse.SUPPRESS)
    parser.add_argument("--size", metavar="WxH", help=argparse.SUPPRESS)
    parser.add_argument("--version", action="version", version=f"braintumor-desktop {__version__}")
    arguments = parser.parse_args(argv)
    if arguments.settings is not None and arguments.settings.is_dir():
        parser.error(f"--settings: {arguments.settings} is a folder; name a file in it")
    return arguments


def display_is_missing() -> bool:
    """Whether Qt would abort the process for want of a display."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    if os.environ.get("WAYLAND_DISPLAY"):
        return False
    display = os.environ.get("DISPLAY")
    return not display or not _x_server_answers(display)


def _x_server_answers(display: str) -> bool:
    """Try the local X server's socket; a remote one is left to Qt."""
    host, _, rest = display.rpartition(":")
    if host not in ("", "unix"):
        return True
    import socket

    number = rest.split(".")[0]
    for name in (f"\0/tmp/.X11-unix/X{number}", f"/tmp/.X11-unix/X{number}"):
        with socket.socket(socket.AF_UNIX) as probe:
            probe.settimeout(2)
            if probe.connect_ex(name) == 0:
                return True
    return False


def paint_on_one_thread() -> None:
    """Have Qt paint on the GUI thread alone; to be called before there is an application.

    Else it hands parts of every picture to other threads and waits for them.  While a network keeps
    the cores busy, each wait costs a turn of the scheduler, several for every frame
    (``tests/benchmarks/bench_viewer.py``).
    """
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")


def milestone(name: str) -> None:
    """With ``BRAINTUMOR_TRACE_STARTUP=1``, print the time of a milestone to stderr (benchmarks)."""
    if os.environ.get("BRAINTUMOR_TRACE_STARTUP"):
        sys.stderr.write(f"milestone {name} {time.time():.4f}\n")
        sys.stderr.flush()
