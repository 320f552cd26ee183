"""Plain lines for the person at the terminal: on the error stream, results included."""

from __future__ import annotations

import sys


def say(line: str) -> None:
    """Write one line to standard error, at once."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
