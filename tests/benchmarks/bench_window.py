"""Figures of the window: first paint, first finding, longest stall, memory after 1,000 slices.

    python tests/benchmarks/bench_window.py [--model NAME|FOLDER] [startup] [stall] [memory]

Runs on the display that ``DISPLAY`` names (an Xvfb will do), else on Qt's offscreen platform; it
says which.  The network runs in the window's own inference process, as in the product.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

AIMS = {"first paint": 2.0, "first finding": 6.0, "stall": 50.0, "memory": 1.5}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", nargs="*", default=["startup", "stall", "memory"])
    parser.add_argument("--model", default="")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--slices", type=int, default=200)
    arguments = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    platform = os.environ.get("QT_QPA_PLATFORM") or "the display " + os.environ["DISPLAY"]
    print(f"on {platform}, {os.cpu_count()} CPU cores, load {os.getloadavg()[0]:.1f}")
    for what in arguments.what:
        {"startup": startup, "stall": stall, "memory": memory}[what](arguments)


def startup(arguments: argparse.Namespace) -> None:
    """Spawn the command and read its milestones."""
    paints, findings = [], []
    for _ in range(arguments.repeat):
        begun, milestones = time.time(), {}
        with _running(arguments) as process:
            assert process.stderr is not None
            for line in process.stderr:
                words = line.split()
                if words[:1] == ["milestone"]:
                    milestones[" ".join(words[1:-1])] = float(words[-1])
                if "finding" in milestones:
                    break
        if "finding" not in milestones:
            sys.exit(f"no finding came; milestones: {milestones}")
        paints.append(milestones["first paint"] - begun)
        findings.append(milestones["finding"] - milestones["first paint"])
    _say("command to first paint", paints, "s", AIMS["first paint"])
    _say("first paint to first finding", findings, "s", AIMS["first finding"])


@contextmanager
def _running(arguments: argparse.Namespace) -> Iterator[subprocess.Popen[str]]:
    script = shutil.which("braintumor-desktop", path=str(Path(sys.executable).parent))
    command = [script] if script else [sys.executable, "-m", "braintumor_desktop.app.main"]
    with tempfile.TemporaryDirectory() as folder:
        command += ["--settings", str(Path(folder) / "settings.json")]
        if arguments.model:
            command += ["--model", arguments.model]
        environment = {**os.environ, "BRAINTUMOR_TRACE_STARTUP": "1"}
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
        try:
            yield process
        finally:
            process.terminate()
            process.communicate(timeout=30)


def stall(arguments: argparse.Namespace) -> None:
    """A heartbeat every 5 ms on the GUI thread while a series is opened, read and inferred."""
    with _window(arguments) as (window, wait), tempfile.TemporaryDirectory() as folder:
        from PySide6.QtCore import Qt, QTimer

        from braintumor_desktop.imaging import demonstration_cases

        series = _series(Path(folder), arguments.slices)
        beats = [time.perf_counter()]
        gaps: list[tuple[float, str]] = []
        phase = "start, demonstration case"

        def beat() -> None:
            now = time.perf_counter()
            gaps.append((1000 * (now - beats[0]), phase))
            beats[0] = now

        heart = QTimer(window)
        heart.setTimerType(Qt.TimerType.PreciseTimer)
        heart.timeout.connect(beat)
        heart.start(5)
        session = window.session
        session.warm_up()
        window.load_model()
        session.open_paths(demonstration_cases())
        wait(lambda: session.opinion.state.kind == "ready")
        phase = "open, first finding"
        session.open_paths([series])
        wait(lambda: len(session.series) == arguments.slices)
        wait(lambda: session.opinion.state.kind == "ready")
        phase, begun = "whole series", time.perf_counter()
        session.read_series()
        wait(lambda: session.opinion.combined(session.series.slices) is not None)
        seconds = time.perf_counter() - begun
        phase = "scroll"
        for index in range(0, len(session.series)):
            session.go_to(index)
            wait(lambda: session.settled)
        heart.stop()
        started = max(g for g, p in gaps if p.startswith("start"))
        print(f"longest gap while the program starts with its demonstration case: {started:.0f} ms")
        gaps = sorted((g for g in gaps if not g[1].startswith("start")), reverse=True)
        print(f"a series of {arguments.slices} slices inferred in {seconds:.1f} s")
        print("longest gaps: " + ", ".join(f"{g:.0f} ms ({p})" for g, p in gaps[:8]))
        late = sum(g > 50 for g, _ in gaps)
        print(f"{len(gaps)} beats, {late} of them over 50 ms")
        _say("longest stall of the GUI thread", [gaps[0][0]], "ms", AIMS["stall"])


def memory(arguments: argparse.Namespace) -> None:
    """Resident memory of the window and its inference process after 300 and 1,000 slices."""
    import psutil

    with _window(arguments) as (window, wait), tempfile.TemporaryDirectory() as folder:
        session = window.session
        window.load_model()
        session.open_paths([_series(Path(folder), 1000, side=512)])
        wait(lambda: session.opinion.state.kind == "ready")
        me = psutil.Process()

        def resident() -> tuple[float, float]:
            others = [c for c in me.children(recursive=True) if c.is_running()]
            return me.memory_info().rss / 2**30, sum(c.memory_info().rss for c in others) / 2**30

        figures = {}
        for index in range(1000):
            session.go_to(index)
            wait(lambda: session.settled)
            if index % 10 == 0:
                wait(lambda: session.opinion.state.kind == "ready")
            if index + 1 in (300, 1000):
                figures[index + 1] = resident()
        for count, (own, other) in figures.items():
            print(f"after {count:,} slices: window {own:.3f} GB, inference process {other:.3f} GB")
        growth = sum(figures[1000]) - sum(figures[300])
        print(f"growth from 300 to 1,000 slices: {1024 * growth:+.0f} MB")
        _say("resident memory after 1,000 slices", [sum(figures[1000])], "GB", AIMS["memory"])


@contextmanager
def _window(arguments: argparse.Namespace) -> Iterator[tuple]:
    """The window with its real inference process, and a way to wait without blocking it."""
    import numpy  # noqa: F401 - before Qt, as the command does

    from braintumor_desktop.app.inference_process import InferenceProcess
    from braintumor_desktop.settings import SettingsStore
    from braintumor_desktop.ui import theme
    from braintumor_desktop.ui.garbage import GarbageCollector
    from braintumor_desktop.ui.main_window import MainWindow
    from braintumor_desktop.ui.session import Session

    sys.setswitchinterval(0.001)
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    application.setFont(theme.application_font())
    with tempfile.TemporaryDirectory() as folder:
        store = SettingsStore(Path(folder) / "settings.json")
        store.override(model=arguments.model)
        window = MainWindow(Session(InferenceProcess()), store, theme.DARK)
        window.resize(1600, 1000)
        window.show()
        garbage = GarbageCollector(window)
        garbage.start()

        def wait(done: Callable[[], bool], seconds: float = 600) -> None:
            from PySide6.QtCore import QEventLoop, QTimer

            loop, poll, end = QEventLoop(), QTimer(), time.monotonic() + seconds
            poll.timeout.connect(lambda: loop.quit() if done() or time.monotonic() > end else None)
            poll.start(5)
            if not done():
                loop.exec()
            if not done():
                sys.exit(f"waited {seconds} s in vain: {window.session.opinion.state}")

        yield window, wait
        window.close()
        garbage.stop()


def _series(folder: Path, count: int, side: int = 0) -> Path:
    """A DICOM series of ``count`` slices, made of a demonstration case."""
    import numpy as np
    import pydicom
    from pydicom.uid import generate_uid

    from braintumor_desktop.imaging import demonstration_cases

    files = sorted(demonstration_cases()[0].iterdir())
    uid, target = generate_uid(), folder / "series"
    target.mkdir()
    for index in range(count):
        data = pydicom.dcmread(files[index % len(files)])
        data.decompress()
        data.SeriesInstanceUID, data.SOPInstanceUID = uid, generate_uid()
        data.file_meta.MediaStorageSOPInstanceUID = data.SOPInstanceUID
        data.InstanceNumber, data.ImagePositionPatient = index + 1, [0, 0, float(index)]
        if side:
            pixels = np.kron(data.pixel_array, np.ones((side // data.Rows,) * 2, dtype=np.uint16))
            data.Rows, data.Columns = pixels.shape
            data.PixelData = pixels.astype(np.uint16).tobytes()
        data.save_as(target / f"{index:04}.dcm")
    return target


def _say(name: str, values: list[float], unit: str, aim: float) -> None:
    middle = statistics.median(values)
    spread = f" (from {min(values):.2f} to {max(values):.2f})" if len(values) > 1 else ""
    verdict = "met" if middle <= aim else "MISSED"
    print(f"{name}: {middle:.2f} {unit}{spread}; aim {aim:g} {unit}: {verdict}")


if __name__ == "__main__":
    main()
