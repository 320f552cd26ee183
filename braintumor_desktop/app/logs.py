"""Logging without names: what went wrong and where in the program, never whose file it was."""

from __future__ import annotations

import logging
import logging.handlers
import sys
from collections.abc import Callable
from types import TracebackType

from platformdirs import user_log_path

from braintumor_desktop.ui.workers import log_without_names


def start_logging() -> None:
    """Log to a small file in the platform's place, and to the terminal."""
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)]
    try:
        folder = user_log_path("braintumor-desktop", appauthor=False, ensure_exists=True)
        handlers.append(
            logging.handlers.RotatingFileHandler(
                folder / "desktop.log",
                maxBytes=512_000,
                backupCount=1,
                encoding="utf-8",
                delay=True,
            )
        )
    except OSError:
        logging.getLogger(__name__).warning("no log file can be written; logging to the terminal")
    logging.basicConfig(
        level=logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        handlers=handlers,
        force=True,
    )


def catch_everything(show: Callable[[Exception], None]) -> None:
    """Errors that reach the event loop are logged without names and shown in place."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        log_without_names(error)
        show(error)

    sys.excepthook = hook
