"""``braintumor-train``: fit, evaluate, export."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from braintumor_desktop.errors import BrainTumorError


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="braintumor-train", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    fit = commands.add_parser("fit", help="train a network")
    fit.add_argument("run", type=Path)
    fit.add_argument("--data", required=True, type=Path)
    fit.add_argument("--source", default="nickparvar")
    fit.add_argument("--protocol", default="nickparvar-grouped")
    fit.add_argument("--fold", type=int, default=0)
    fit.add_argument("--model", default="improved_resnet34")
    fit.add_argument("--stages", default="128x36,192x12")
    fit.add_argument("--batch-size", type=int, default=32)
    fit.add_argument("--learning-rate", type=float, default=1.5e-3)
    fit.add_argument("--activation-weight", type=float, default=0.5)
    fit.add_argument("--border-weight", type=float, default=1.0)
    fit.add_argument("--device", default="auto")
    fit.add_argument("--seed", type=int, default=0)
    return parser


def _fit(options: argparse.Namespace) -> None:
    from braintumor_desktop.inference.preprocess import Preprocessing
    from braintumor_training.loop import Trainer, TrainingData
    from braintumor_training.recipe import Recipe, parse_stages
    from braintumor_training.samples import read_source
    from braintumor_training.splits import grouped_split, one_per_cluster

    samples = read_source(options.source, options.data)
    split = grouped_split(samples, options.fold, protocol=options.protocol, seed=options.seed)
    recipe = Recipe(
        network=options.model,
        stages=parse_stages(options.stages),
        batch_size=options.batch_size,
        learning_rate=options.learning_rate,
        activation_weight=options.activation_weight,
        border_weight=options.border_weight,
        seed=options.seed,
    )
    options.run.mkdir(parents=True, exist_ok=True)
    split.save(options.run / "split.json")
    (options.run / "recipe.json").write_text(json.dumps(recipe.to_dict(), indent=1))
    data = TrainingData(
        tuple(split.part(samples, "train")),
        tuple(one_per_cluster(split.part(samples, "validation"))),
    )
    preprocessing = Preprocessing(size=recipe.stages[-1].size)
    Trainer(
        recipe, data, options.run, preprocessing, device=options.device, report=_say
    ).fit()


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status."""
    options = _parser().parse_args(arguments)
    try:
        _fit(options)
    except BrainTumorError as error:
        _say(f"braintumor-train: {error}")
        return 1
    return 0
