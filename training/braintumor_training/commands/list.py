"""``braintumor-train list``: networks, recipes, parameters, protocols, readers."""

from __future__ import annotations

import argparse
import sys

NAME = "list"
HELP = "list networks with their recipes; or protocols, or readers of data"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("--protocols", action="store_true", help="list the protocols instead")
    parser.add_argument("--sources", action="store_true", help="list the readers of data instead")


def run(options: argparse.Namespace) -> int:
    """Print the list on standard output."""
    lines = _networks
    if options.protocols:
        lines = _protocols
    elif options.sources:
        lines = _sources
    sys.stdout.write("\n".join(lines()) + "\n")
    return 0


def _networks() -> list[str]:
    import torch

    from braintumor_desktop.models.registry import NETWORKS

    lines = []
    for entry in NETWORKS.values():
        with torch.device("meta"):
            count = sum(p.numel() for p in entry.build().parameters())
        lines.append(f"{entry.key:<20} {entry.title:<20} {count:>12,} parameters")
    return lines


def _protocols() -> list[str]:
    from braintumor_training.protocols import PROTOCOLS

    return [f"{p.stamp:<28} {p.title}" for p in PROTOCOLS.values()]


def _sources() -> list[str]:
    from braintumor_training.sources import SOURCES

    return [f"{source.NAME:<12} {source.TITLE}" for source in SOURCES.values()]
