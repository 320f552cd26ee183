"""Logging without names: what went wrong and where in the program, never whose file it was."""

from __future__ import annotations

import contextlib
import logging
import logging.handlers
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from platformdirs import user_log_path
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from braintumor_desktop import __version__
from braintumor_desktop.app.privacy import NAMES, OUR_LOGGER, PrivateFormatter
from braintumor_desktop.ui.workers import log_without_names

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import OpenedInput
    from braintumor_desktop.ui.engine import ModelInfo
    from braintumor_desktop.ui.session import Session

_BYTES, _OLDER_FILES = 512_000, 3
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_folder() -> Path:
    """Where log and crash files are (``~/.local/state/…``, ``%LOCALAPPDATA%`` …)."""
    return user_log_path("braintumor-desktop", appauthor=False)


def start_logging(folder: Path) -> Path | None:
    """Log to small files that follow each other in ``folder``, and warnings to the terminal.

    Returns
    -------
    The file that is written to; ``None`` where none can be.
    """
    terminal = logging.StreamHandler(sys.stderr)
    terminal.setLevel(logging.WARNING)
    handlers: list[logging.Handler] = [terminal]
    file = folder / "desktop.log"
    kept = True
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handlers.append(_LogFile(file))
    except OSError:
        kept = False
    for handler in handlers:
        handler.setFormatter(PrivateFormatter())
    logging.basicConfig(level=logging.WARNING, handlers=handlers, force=True)
    logging.getLogger(OUR_LOGGER).setLevel(logging.INFO)
    logging.captureWarnings(True)
    if not kept:
        logging.getLogger(OUR_LOGGER).warning("no log file can be written; see the terminal")
    return file if kept else None


class _LogFile(logging.handlers.RotatingFileHandler):
    """Small files that follow each other; where the disk is full, the terminal is told once.

    Python would print every message that it cannot write with all its values, which may be names.
    """

    def __init__(self, file: Path) -> None:
        super().__init__(file, maxBytes=_BYTES, backupCount=_OLDER_FILES, encoding="utf-8")
        self._told = False

    def close(self) -> None:
        with contextlib.suppress(OSError):  # what the disk did not take, as was said
            super().close()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002
        if not self._told:
            self._told = True
            error = sys.exc_info()[0]
            why = error.__name__ if error else "unknown"
            sys.stderr.write(f"braintumor-desktop: the log cannot be written ({why})\n")


def catch_everything(show: Callable[[Exception], None]) -> None:
    """Errors that reach the event loop are logged without names and shown in place."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        log_without_names(error)
        show(error)

    sys.excepthook = hook


def log_what_happens(session: Session) -> None:
    """Log in numbers what is opened and which model answers; and guard the names of who is open."""
    log = logging.getLogger(__name__)
    log.info("started, version %s", __version__)

    def opened(result: OpenedInput) -> None:
        series = [one for study in result.studies for one in study.series]
        slices = sum(map(len, series))
        log.info(
            "opened %d studies with %d series and %d slices; %d left out",
            len(result.studies), len(series), slices, len(result.problems),
        )  # fmt: skip

    def model(info: ModelInfo | None) -> None:
        if info is not None:
            log.info("model loaded, weights %s, on %s", info.sha256[:12], info.device)

    session.studies_changed.connect(lambda: NAMES.protect_studies(session.studies))
    session.opened.connect(opened)
    session.opinion.model_changed.connect(model)


def log_what_qt_says(on_fatal: Callable[[str], object]) -> None:
    """Qt's messages go to the log; ``on_fatal`` is called before Qt aborts the program."""
    log = logging.getLogger(f"{OUR_LOGGER}.qt")

    def tell(kind: QtMsgType, _: QMessageLogContext, message: str | None) -> None:
        if kind == QtMsgType.QtFatalMsg:
            on_fatal(message or "")
        log.log(_QT_LEVELS.get(kind, logging.WARNING), "%s", message)

    qInstallMessageHandler(tell)
