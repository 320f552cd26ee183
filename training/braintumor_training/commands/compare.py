"""``braintumor-train compare RUN RUN...``: runs side by side, with paired significance."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

NAME = "compare"
HELP = "compare evaluated runs on the images that all of them tested"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("runs", nargs="+", type=Path, metavar="RUN", help="evaluated run")
    parser.add_argument("--page", type=Path, default=None, help="write the table here too (.md)")


def run(options: argparse.Namespace) -> int:
    """Print the table on standard output."""
    from braintumor_training.comparing import compare_runs, comparison_table

    table = comparison_table(compare_runs(options.runs))
    sys.stdout.write(table)
    if options.page is not None:
        options.page.write_text(f"# Comparison\n\n{table}", encoding="utf-8")
    return 0
