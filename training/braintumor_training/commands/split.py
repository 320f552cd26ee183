"""``braintumor-train split``: write the split files of a protocol without training."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from braintumor_training.commands.fit import add_data_arguments
from braintumor_training.console import say

NAME = "split"
HELP = "write the split files of a protocol"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("folder", type=Path, help="where split-0.json … are written")
    add_data_arguments(parser)
    parser.add_argument("--seed", type=int, default=0)


def _given(options: argparse.Namespace) -> dict[str, Any]:
    found = {name: getattr(options, name) for name in ("data", "source", "protocol", "allow_leak")}
    return {name: value for name, value in found.items() if value is not None}


def run(options: argparse.Namespace) -> int:
    """Draw every fold; each file holds the hash of what it was drawn from."""
    from braintumor_training.config import build_options
    from braintumor_training.datasets import load_dataset
    from braintumor_training.leaks import checked_split
    from braintumor_training.protocols import draw_split, find_protocol

    chosen = build_options({}, _given(options))
    protocol = find_protocol(chosen.protocol)
    dataset = load_dataset(chosen.source, chosen.data.resolve(), protocol, report=say)
    options.folder.mkdir(parents=True, exist_ok=True)
    for fold in range(protocol.folds):
        drawn = draw_split(
            dataset.samples, protocol, fold, seed=options.seed, source=dataset.source
        )
        split = checked_split(dataset.samples, drawn, allow_leak=chosen.allow_leak)
        path = options.folder / f"split-{fold}.json"
        split.save(path)
        counts = [
            len(split.part(dataset.samples, name)) for name in ("train", "validation", "test")
        ]
        say(
            f"{path}: {split.stamp}, {counts[0]} + {counts[1]} + {counts[2]} images, SHA-256"
            f" {split.sha256}"
        )
    return 0
