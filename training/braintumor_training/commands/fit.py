"""``braintumor-train fit``: train a network; the same command again goes on."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from braintumor_training.console import say

if TYPE_CHECKING:
    from braintumor_training.fitting import FitOptions
    from braintumor_training.recipe import Recipe

NAME = "fit"
HELP = "train a network; run again to go on"

_HOUSE_STAGES = "128x30,192x10"


def add_data_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what says which images, and how they are split."""
    parser.add_argument("--data", required=True, type=Path, help="folder of the data")
    parser.add_argument("--source", default="auto", help="reader of the data; see list --sources")
    parser.add_argument(
        "--protocol", default="nickparvar-grouped", help="how it is split; see list --protocols"
    )
    parser.add_argument(
        "--also-native", action="store_true", help="train on the native resolutions too"
    )
    parser.add_argument(
        "--allow-leak", action="store_true", help="run a split that overlaps, marked LEAKY"
    )
    parser.add_argument(
        "--strict", action="store_true", help="stop at the first image that cannot be read"
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("run", type=Path, help="folder of the run; made where it is missing")
    parser.add_argument("--fold", type=int, default=0, help="fold that tests, from 0")
    add_training_arguments(parser)


def add_training_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare data and recipe: what fit and crossval share."""
    add_data_arguments(parser)
    parser.add_argument("--model", default="improved_resnet34", help="network; see list")
    parser.add_argument("--stages", default=_HOUSE_STAGES, help="size x epochs, in order")
    parser.add_argument("--batch-size", type=int, default=32)
    parser.add_argument("--learning-rate", type=float, default=1.5e-3)
    parser.add_argument(
        "--activation-weight", type=float, default=0.3, help="class-activation loss"
    )
    parser.add_argument("--border-weight", type=float, default=1.0, help="coarse border head")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda")
    parser.add_argument("--seed", type=int, default=0)


def recipe_of(options: argparse.Namespace) -> Recipe:
    """The recipe that the options mean."""
    from braintumor_training.recipe import Recipe, parse_stages

    return Recipe(
        network=options.model,
        stages=parse_stages(options.stages),
        batch_size=options.batch_size,
        learning_rate=options.learning_rate,
        activation_weight=options.activation_weight,
        border_weight=options.border_weight,
        seed=options.seed,
    )


def options_of(options: argparse.Namespace) -> FitOptions:
    """Which images, and how strictly."""
    from braintumor_training.fitting import FitOptions

    return FitOptions(
        data=options.data,
        source=options.source,
        protocol=options.protocol,
        fold=getattr(options, "fold", 0),
        also_native=options.also_native,
        allow_leak=options.allow_leak,
        strict=options.strict,
        device=options.device,
    )


def run(options: argparse.Namespace) -> int:
    """Train to the end, from the last checkpoint where there is one."""
    from braintumor_training.fitting import fit_run

    fit_run(options.run, recipe_of(options), options_of(options), report=say)
    return 0
