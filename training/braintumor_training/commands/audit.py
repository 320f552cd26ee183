"""``braintumor-train audit SOURCE...``: what is wrong with the data before anybody trains."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from braintumor_training.console import say
from braintumor_training.errors import TrainingError

NAME = "audit"
HELP = "find copies, leaks, label conflicts and giveaways in data"

_EVERY = 1000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="folder, or READER:folder; see list --sources"
    )
    parser.add_argument(
        "--page", type=Path, default=None, help="write a page with thumbnails, .html or .md"
    )
    parser.add_argument(
        "--strict", action="store_true", help="exit 1 when anything leaks or cannot be read"
    )


def run(options: argparse.Namespace) -> int:
    """Audit the sources; the table goes to standard output."""
    from braintumor_training.audit import audit_samples, audit_table, write_page
    from braintumor_training.samples import Sample
    from braintumor_training.sources import find_source

    sources: dict[str, list[Sample]] = {}
    for text in options.sources:
        kind, folder = split_source(text)
        name = folder.resolve().name
        if name in sources:
            raise TrainingError(f"Two sources are called {name}.", path=folder)
        sources[name] = find_source(kind, folder).read(folder)

    def progress(done: int, count: int) -> None:
        if done % _EVERY == 0 or done == count:
            say(f"{done}/{count} images")

    report = audit_samples(sources, progress=progress)
    sys.stdout.write(audit_table(report) + "\n")
    if options.page is not None:
        write_page(report, options.page)
        say(f"page with thumbnails: {options.page}")
    bad = report.leaks or report.conflicts or any(s.unreadable for s in report.sources)
    return 1 if options.strict and bad else 0


def split_source(text: str) -> tuple[str, Path]:
    """``"cheng:folder"`` -> reader and folder; a bare folder is recognised by what it holds."""
    from braintumor_training.sources import SOURCES

    kind, separator, rest = text.partition(":")
    if separator and kind in SOURCES:
        return kind, Path(rest)
    return "auto", Path(text)
