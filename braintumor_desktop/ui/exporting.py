"""Hands on what is seen: to a file, on a worker, or to the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from braintumor_desktop.errors import BrainTumorError
from braintumor_desktop.ui.workers import CancelToken, Workers

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Slice, Window
    from braintumor_desktop.imaging.turn import Turn
    from braintumor_desktop.inference.finding import Finding
    from braintumor_desktop.ui.main_window import MainWindow

translate = QCoreApplication.translate


def export_overlay(
    workers: Workers,
    path: Path,
    slice_: Slice,
    finding: Finding,
    class_index: int,
    *,
    window: Window | None,
    opacity: float,
    colour_map: str,
    threshold: float,
    turn: Turn,
    on_done: Callable[[Any], None],
    on_error: Callable[[Exception], None],
) -> None:
    """Write the slice, its overlay and the research-use words as PNG."""

    def work(_: CancelToken) -> None:
        from braintumor_desktop.reporting.overlay import render_overlay

        image = render_overlay(
            slice_,
            finding,
            class_index,
            window=window,
            opacity=opacity,
            colour_map=colour_map,
            threshold=threshold,
            turn=turn,
        )
        try:
            image.save(path, format="PNG")
        except OSError as error:
            raise BrainTumorError(
                f"The picture cannot be written ({error.strerror or 'input/output error'}).",
                path=path,
                remedy="Choose another folder.",
            ) from error

    workers.run(work, on_result=on_done, on_error=on_error)


def ask_export(window: MainWindow, folder: str) -> None:
    """Ask where to, then write the overlay on a worker."""
    if window.session.picture is None or window.session.opinion.state.finding is None:
        return
    start = str(Path(folder) / "overlay.png")
    title, kinds = translate("Exporting", "Export overlay"), translate("Exporting", "PNG image")
    name, _ = QFileDialog.getSaveFileName(window, title, start, f"{kinds} (*.png)")
    if name:
        window.export_to(Path(name) if name.lower().endswith(".png") else Path(name + ".png"))


def export_to(window: MainWindow, path: Path) -> None:
    """Write the slice on screen with its overlay; how it went is said in place."""
    picture = window.session.picture
    finding = window.session.comparison.overlay_state.finding
    if picture is None or finding is None:
        return
    index = window.viewer.overlay.class_index
    if not finding.explanation.knows(index):
        words = translate("Exporting", "{method} is still being worked out: export it then.")
        window.notice.say(words.format(method=finding.explanation.method), kind="info")
        return
    settings = window.store.settings
    done = translate("Exporting", "Exported to {path}")
    export_overlay(
        window.session.workers,
        path,
        picture.slice,
        finding,
        index,
        window=window.viewer.state.window,
        opacity=settings.opacity,
        colour_map=settings.colour_map,
        threshold=settings.threshold,
        turn=window.viewer.state.turn,
        on_done=lambda _: window.notice.say(done.format(path=path), kind="info"),
        on_error=window.show_error,
    )


def copy_picture(window: MainWindow) -> None:
    """Put what is seen on the clipboard, with the research-use words and without the patient."""
    if window.session.picture is None:
        return
    QGuiApplication.clipboard().setImage(window.viewer.snapshot())
    words = translate(
        "Exporting", "The picture is on the clipboard, without the patient's name and number."
    )
    window.strip.say(words)
