"""``braintumor-train export RUN BUNDLE``: turn an evaluated run into a bundle that ships."""

from __future__ import annotations

import argparse
from pathlib import Path

from braintumor_training.console import say

NAME = "export"
HELP = "turn an evaluated run into a bundle that ships"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("run", type=Path, help="folder that fit wrote")
    parser.add_argument("bundle", type=Path, help="folder of the bundle")
    parser.add_argument("--bundle-version", default="1.0", help="version on the card")
    parser.add_argument(
        "--also",
        type=Path,
        nargs="*",
        default=[],
        metavar="RUN",
        help="other evaluated runs or cross-validations whose figures stand on the card too",
    )
    parser.add_argument(
        "--without-rejection",
        action="store_true",
        help="leave out the feature bank and threshold, where the evaluation shows that they fail",
    )


def run(options: argparse.Namespace) -> int:
    """Write the bundle and say what it is."""
    from braintumor_training.exporting import export_run

    bundle = export_run(
        options.run,
        options.bundle,
        version=options.bundle_version,
        also=tuple(options.also),
        rejection=not options.without_rejection,
    )
    say(f"{bundle.folder}: {bundle.name} {bundle.version}, SHA-256 {bundle.sha256}")
    return 0
