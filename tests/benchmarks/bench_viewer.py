"""Figures of the viewer: slices a second while scrolling, frames a second while windowing.

    python tests/benchmarks/bench_viewer.py [--scales 100 150 200] [--slices 300] [--moves 60]

A series of 512 x 512 slices of 16 bits is written as DICOM files and opened in the whole window at
1920 x 1080 device pixels (larger where the window's smallest size asks for it), once for each
display scale in a process of its own.  Everything is painted by the processor, on the display that
``DISPLAY`` names (an Xvfb will do), else on Qt's offscreen platform.  Other programs on the machine
slow it down: the processor time of a frame (of all threads), and its ratio to the first row of the
same process, say more than the rates.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

SIDE, SCREEN = 512, (1920, 1080)
SCROLL_AIM, DRAG_AIM = 30.0, 60.0


class Figures(NamedTuple):
    """What one kind of frame took: frames a second by the clock, processor time for each."""

    rate: float
    cpu_ms: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scales", nargs="*", type=int, default=[100, 150, 200])
    parser.add_argument("--slices", type=int, default=300)
    parser.add_argument("--moves", type=int, default=60)
    parser.add_argument("--profile", action="store_true", help="what the drags spend time on")
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if arguments.child is not None:
        measure(arguments.child, arguments)
        return
    platform = os.environ.get("QT_QPA_PLATFORM") or "the display " + os.environ["DISPLAY"]
    print(f"on {platform}, {os.cpu_count()} CPU cores, load {os.getloadavg()[0]:.1f}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        write_series(Path(folder), arguments.slices)
        for scale in arguments.scales:
            command = [sys.executable, __file__, *sys.argv[1:], "--child", folder]
            environment = {**os.environ, "QT_SCALE_FACTOR": str(scale / 100)}
            subprocess.run(command, env=environment, check=True)


def write_series(folder: Path, count: int) -> None:
    """A phantom of 12 bits with noise, one file a slice, a millimetre apart."""
    import numpy as np
    from pydicom.dataset import Dataset, FileMetaDataset
    from pydicom.uid import ExplicitVRLittleEndian, MRImageStorage, generate_uid

    rng = np.random.default_rng(0)
    y, x = np.mgrid[-1 : 1 : SIDE * 1j, -1 : 1 : SIDE * 1j]
    head = (x / 0.7) ** 2 + (y / 0.9) ** 2 < 1
    noise = rng.normal(0, 60, (SIDE, SIDE))
    study, series = generate_uid(), generate_uid()
    for index in range(count):
        lesion = 900 * np.exp(-((x - 0.3) ** 2 + (y - index / count + 0.5) ** 2) / 0.02)
        pixels = np.clip(head * (1200 + 400 * np.cos(9 * x * y) + lesion) + noise, 0, 4095)
        data = Dataset()
        data.file_meta = FileMetaDataset()
        data.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
        data.SOPClassUID, data.SOPInstanceUID = MRImageStorage, generate_uid()
        data.StudyInstanceUID, data.SeriesInstanceUID, data.Modality = study, series, "MR"
        data.SeriesDescription, data.InstanceNumber = "Phantom", index + 1
        data.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
        data.ImagePositionPatient, data.PixelSpacing = [0, 0, index], [0.5, 0.5]
        data.Rows, data.Columns = SIDE, SIDE
        data.SamplesPerPixel, data.PhotometricInterpretation = 1, "MONOCHROME2"
        data.BitsAllocated, data.BitsStored, data.HighBit = 16, 12, 11
        data.PixelRepresentation, data.PixelData = 0, pixels.astype(np.uint16).tobytes()
        data.save_as(folder / f"{index:04}.dcm", enforce_file_format=True)


def measure(folder: Path, arguments: argparse.Namespace) -> None:
    """Every figure at the scale of this process."""
    with _window() as (window, wait):
        session = window.session
        session.open_paths([folder])
        wait(lambda: session.series is not None and len(session.series) == arguments.slices)
        wait(lambda: not session.opening and session.opinion.state.kind == "ready")
        wait(window.isActiveWindow, seconds=1)
        canvas, ratio = window.viewer.image, window.devicePixelRatioF()
        print(
            f"\n{100 * ratio:.0f} %: window {window.width() * ratio:.0f} x "
            f"{window.height() * ratio:.0f}, a canvas {canvas.width() * ratio:.0f} x "
            f"{canvas.height() * ratio:.0f} device pixels"
        )
        _count_paints(canvas)
        scrolling(window, arguments.slices)
        dragging(window, arguments.moves, profiled=arguments.profile)


def scrolling(window: Any, count: int) -> None:
    """To every slice in turn, waiting until it is on screen."""
    session = window.session
    session.go_to(0)
    _until(lambda: session.settled)
    session._pictures.clear()
    kept = min(count, session._pictures.max_bytes // (4 * SIDE * SIDE) - 8)
    _say("scroll, read from the files", _scroll(window, range(1, count)), "slices/s", SCROLL_AIM)
    back = range(count - 2, count - kept, -1)
    _say("scroll, from memory", _scroll(window, back), "slices/s", SCROLL_AIM)


def _scroll(window: Any, places: range) -> Figures:
    session, clock = window.session, _Clock()
    for index in places:
        before = window.viewer.image.painted
        session.go_to(index)
        _until(lambda: session.settled)
        if window.viewer.image.painted == before:
            _paint(window.viewer.image)
    return clock.read(len(places))


def dragging(window: Any, moves: int, *, profiled: bool) -> None:
    """The left button moved over the image, each move painted."""
    session, viewer = window.session, window.viewer
    session.go_to(len(session.series) // 2)
    _until(lambda: session.settled and session.opinion.state.kind == "ready")
    window.actions_["image_only"].trigger()
    first = _drag_row("window, image alone", viewer, moves, None)
    window.actions_["side_by_side"].trigger()
    viewer.overlay.overlay_on = False
    _drag_row("window, two images", viewer, moves, first)
    viewer.overlay.overlay_on = True
    _drag_row("window, image beside overlay", viewer, moves, first)
    _draw_ellipses(viewer, session.header.key)
    with _profile(profiled):
        _drag_row("window, overlay, five ellipses", viewer, moves, first)
    viewer.state.zoom_by(3)
    _drag_row("window, overlay, ellipses, zoom x 3", viewer, moves, first)


def _drag_row(name: str, viewer: Any, moves: int, first: Figures | None) -> Figures:
    _drag(viewer.image, 5)  # what is made once is not counted
    clock = _Clock()
    _drag(viewer.image, moves)
    figures = clock.read(moves)
    _say(name, figures, "frames/s", DRAG_AIM, first)
    viewer.state.reset()
    _paint(viewer.image)
    return figures


def _drag(canvas: Any, moves: int) -> None:
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    def send(kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> None:
        held = Qt.MouseButton.NoButton
        if kind != QEvent.Type.MouseButtonRelease:
            held = Qt.MouseButton.LeftButton
        place = canvas.mapToGlobal(at)
        event = QMouseEvent(kind, at, place, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(canvas, event)

    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    at = QPointF(40, 60)
    send(QEvent.Type.MouseButtonPress, at, left)
    for move in range(moves):
        at += QPointF(2, 1) if move % 20 < 10 else QPointF(-2, -1)
        send(QEvent.Type.MouseMove, at, none)
        _paint(canvas)
    send(QEvent.Type.MouseButtonRelease, at, left)


def _count_paints(canvas: Any) -> None:
    paint = canvas.paintEvent

    def counted(event: Any) -> None:
        paint(event)
        canvas.painted += 1

    canvas.painted, canvas.paintEvent = 0, counted


def _draw_ellipses(viewer: Any, key: tuple[str, int]) -> None:
    from braintumor_desktop.ui.viewer.measuring import Measurement

    for n in range(5):
        start = (60.0 + 70 * n, 80.0 + 40 * n)
        end = (start[0] + 90, start[1] + 130)
        viewer.measurements.add(key, Measurement("ellipse", start, end))


@contextmanager
def _profile(wanted: bool) -> Iterator[None]:
    import cProfile
    import pstats

    if not wanted:
        yield
        return
    with cProfile.Profile() as profile:
        yield
    pstats.Stats(profile).sort_stats("tottime").print_stats(18)


@contextmanager
def _window() -> Iterator[tuple[Any, Callable[..., None]]]:
    """The whole window, with an engine that answers at once: the painting is measured alone."""
    import numpy  # noqa: F401 - before Qt, as the command does
    from PySide6.QtWidgets import QApplication

    from braintumor_desktop.app.startup import paint_on_one_thread
    from braintumor_desktop.settings import SettingsStore
    from braintumor_desktop.ui import theme
    from braintumor_desktop.ui.garbage import GarbageCollector
    from braintumor_desktop.ui.main_window import MainWindow
    from braintumor_desktop.ui.session import Session

    sys.setswitchinterval(0.001)
    paint_on_one_thread()
    application = QApplication([])
    application.setFont(theme.application_font())
    with tempfile.TemporaryDirectory() as folder:
        store = SettingsStore(Path(folder) / "settings.json")
        window = MainWindow(Session(ReadyEngine()), store, theme.DARK)
        ratio = window.devicePixelRatioF()
        window.resize(round(SCREEN[0] / ratio), round(SCREEN[1] / ratio))
        window.show()
        garbage = GarbageCollector(window)
        garbage.start()
        window.load_model()
        yield window, _until
        window.close()
        garbage.stop()


class ReadyEngine:
    """An engine whose finding is the same for every slice; no network runs."""

    def load(self, choice: Any) -> Any:
        from braintumor_desktop.models.classes import CLASS_KEYS
        from braintumor_desktop.ui.engine import ModelInfo

        return ModelInfo(
            "none", "0", "0" * 64, "CPU", choice.method, CLASS_KEYS, None, {}, ("none",)
        )

    def predict(self, slice_: Any) -> Any:
        return self.finding(slice_)

    def read(self, headers: list[Any]) -> list[Any]:
        from braintumor_desktop.imaging import read_slice

        return [self.finding(read_slice(header)) for header in headers]

    def finding(self, slice_: Any) -> Any:
        import numpy as np

        from braintumor_desktop.inference.finding import Explanation, Finding, ModelIdentity
        from braintumor_desktop.inference.preprocess import FrameTransform
        from braintumor_desktop.models.classes import CLASS_KEYS

        transform = FrameTransform(0, 0, SIDE / 192, SIDE / 192, 192, slice_.pixels.shape)
        maps = np.random.default_rng(1).random((4, 12, 12), dtype=np.float32)
        explanation = Explanation("Grad-CAM", maps, np.ones(4, bool), transform)
        shares = np.array([0.7, 0.1, 0.1, 0.1], np.float32)
        model = ModelIdentity("none", "0", "0" * 64)
        return Finding(CLASS_KEYS, shares, explanation, model, "CPU", {"network": 0.0})

    def close(self) -> None:
        pass


def _until(done: Callable[[], bool], seconds: float = 300) -> None:
    """Handle events, asleep between them, until it is so."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    pulse, end = QTimer(), time.monotonic() + seconds
    pulse.start(100)  # wakes the loop where nothing else does
    while not done() and time.monotonic() < end:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _paint(canvas: Any) -> None:
    """Until the canvas was painted: all that changed with it is painted in the same breath."""
    before = canvas.painted
    _until(lambda: canvas.painted > before, seconds=2)
    if canvas.painted == before:
        sys.exit("nothing was painted")


class _Clock:
    """Runs from when it is made."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def read(self, frames: int) -> Figures:
        wall, cpu = time.perf_counter() - self._wall, time.process_time() - self._cpu
        return Figures(frames / wall, 1000 * cpu / frames)


def _say(name: str, figures: Figures, unit: str, aim: float, first: Figures | None = None) -> None:
    ratio = "" if first is None else f", {figures.cpu_ms / first.cpu_ms:.2f} of the image alone"
    verdict = "met" if figures.rate >= aim else "MISSED"
    print(
        f"{name}: {figures.rate:.1f} {unit}; {figures.cpu_ms:.1f} ms of the processor each{ratio}; "
        f"aim {aim:g}: {verdict}",
        flush=True,
    )


if __name__ == "__main__":
    main()
