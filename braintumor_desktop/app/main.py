"""The command ``braintumor-desktop``: builds the objects, wires them, runs the window."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from braintumor_desktop.app.startup import (
    NO_DISPLAY,
    display_is_missing,
    milestone,
    paint_on_one_thread,
    parse_arguments,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from braintumor_desktop.app.crashes import CrashFiles
    from braintumor_desktop.settings import SettingsStore
    from braintumor_desktop.ui.main_window import MainWindow
    from braintumor_desktop.ui.opinion import FindingState
    from braintumor_desktop.ui.session import Session


def main(argv: list[str] | None = None) -> int:
    """Open the window; without a display say so in one sentence and return 2."""
    import multiprocessing

    multiprocessing.freeze_support()
    milestone("command")
    arguments = parse_arguments(argv)
    if display_is_missing():
        sys.stderr.write(NO_DISPLAY + "\n")
        return 2
    return run(arguments)


def run(arguments: argparse.Namespace) -> int:
    """Build the application and run its event loop.

    Torch is imported by the inference process alone, which starts after the first paint.
    """
    import numpy  # noqa: F401 - before Qt, whose import hook doubles the time that it takes
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from braintumor_desktop.app.crashes import CrashFiles, write_what_ends_the_program
    from braintumor_desktop.app.endings import Endings
    from braintumor_desktop.app.inference_process import InferenceProcess
    from braintumor_desktop.app.logs import (
        catch_everything,
        log_folder,
        log_what_happens,
        log_what_qt_says,
        start_logging,
    )
    from braintumor_desktop.settings import SettingsStore
    from braintumor_desktop.ui import icons, theme
    from braintumor_desktop.ui.garbage import GarbageCollector
    from braintumor_desktop.ui.main_window import MainWindow
    from braintumor_desktop.ui.placing import show_in_place
    from braintumor_desktop.ui.session import Session

    log_file = start_logging(log_folder())
    crashes = CrashFiles(log_folder())
    put_hook_back = write_what_ends_the_program(crashes)
    sys.setswitchinterval(0.001)  # a worker that holds the interpreter gives it back sooner
    paint_on_one_thread()
    application = _application(QApplication)
    crashes.stand_by()
    log_what_qt_says(lambda words: crashes.write(None, words))
    application.setFont(theme.application_font())
    application.setWindowIcon(icons.application_icon())
    store = SettingsStore(arguments.settings)
    _override(store, arguments)
    _speak(application, store)
    session = Session(InferenceProcess())
    window = MainWindow(session, store, theme.tokens_for(store.settings.theme))
    log_what_happens(session)
    catch_everything(window.show_error)
    window.habits.log_file = log_file
    window.first_painted.connect(lambda: milestone("first paint"))
    window.first_painted.connect(
        lambda: QTimer.singleShot(0, window, lambda: _begin(window, arguments, crashes))
    )
    _trace_findings(session)
    if arguments.screenshot:
        _take_screenshot(window, arguments.screenshot)
    if arguments.size:
        width, _, height = arguments.size.partition("x")
        window.resize(int(width), int(height))
        window.show()
    else:
        show_in_place(window, store)
    garbage = GarbageCollector(window)
    garbage.start()
    endings = Endings(application.closeAllWindows)
    code = application.exec()
    put_hook_back()
    session.close()
    garbage.stop()
    endings.stop()
    crashes.stand_down()
    return code


def _application(factory: type[QApplication]) -> QApplication:
    """The application; where Qt would abort for want of a display, one sentence and exit code 2."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    def tell(kind: QtMsgType, _: object, message: str | None) -> None:
        if kind == QtMsgType.QtFatalMsg:
            sys.stderr.write(NO_DISPLAY + "\n")
            sys.stderr.flush()
            os._exit(2)  # Qt aborts when this returns
        held.append(message or "")

    held: list[str] = []
    qInstallMessageHandler(tell)
    application = factory(sys.argv[:1])
    qInstallMessageHandler(None)
    application.setApplicationName("braintumor-desktop")
    application.setApplicationDisplayName("BrainTumor Desktop")
    application.setDesktopFileName("braintumor-desktop")
    return application


def _override(store: SettingsStore, arguments: argparse.Namespace) -> None:
    """What the command line says holds this time only: it is not stored."""
    wanted = {
        name: value
        for name in ("model", "device", "theme", "language")
        if (value := getattr(arguments, name)) is not None
    }
    store.override(**wanted)


def _speak(application: QApplication, store: SettingsStore) -> None:
    """Translate the window that is built next; where that fails it is English and says so."""
    from braintumor_desktop.errors import BrainTumorError
    from braintumor_desktop.ui.translation import install_translators

    try:
        install_translators(application, store.settings.language)
    except BrainTumorError as error:
        store.notices.append(str(error))


def _begin(window: MainWindow, arguments: argparse.Namespace, crashes: CrashFiles) -> None:
    """After the first paint: load the model, open what was asked for or was open last time."""
    window.session.warm_up()
    window.load_model()
    window.session.workers.run(lambda _: crashes.add_versions(), priority=-1)
    if not arguments.screenshot:
        window.habits.begin(
            arguments.paths,
            empty=arguments.empty,
            demonstration=arguments.demo,
            crash=crashes.untold(),
        )
    elif arguments.paths:
        window.session.open_paths(list(arguments.paths))
    elif not arguments.empty:
        window.open_demonstration()


def _trace_findings(session: Session) -> None:
    def trace(state: FindingState) -> None:
        if state.finding is not None:
            milestone("finding")

    session.opinion.state_changed.connect(trace)


def _take_screenshot(window: MainWindow, path: Path) -> None:
    """Save the window once its series is read (or cannot be), then leave: the README's picture."""
    from PySide6.QtCore import QTimer

    session = window.session

    def save() -> None:
        session.opinion.known_changed.disconnect(look)
        QTimer.singleShot(300, window, lambda: (window.grab().save(str(path)), window.close()))

    def begin(state: FindingState) -> None:
        if state.kind in ("ready", "failed", "missing"):
            session.opinion.state_changed.disconnect(begin)
            session.opinion.known_changed.connect(look)
            session.read_series()
            look()

    def look() -> None:
        series = session.series
        missing = session.opinion.state.kind == "missing"
        if missing or series is None or session.opinion.combined(series.slices) is not None:
            save()

    session.opinion.state_changed.connect(begin)


if __name__ == "__main__":
    sys.exit(main())
