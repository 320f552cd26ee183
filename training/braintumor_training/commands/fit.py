"""``braintumor-train fit``: train a network; the same command again goes on."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from braintumor_training.console import say

if TYPE_CHECKING:
    from braintumor_training.fitting import FitOptions
    from braintumor_training.recipe import Recipe

NAME = "fit"
HELP = "train a network; run again to go on"

# Flags that stand for a field of the recipe; their defaults are the recipe's.
_RECIPE_FLAGS: dict[str, tuple[type, str]] = {
    "batch_size": (int, "images a step, over all processes"),
    "accumulate": (int, "parts that a step is taken in"),
    "learning_rate": (float, "highest rate"),
    "optimizer": (str, "adamw, adam, sgd"),
    "schedule": (str, "cosine, constant, exponential"),
    "ema": (float, "decay of the averaged weights"),
    "label_smoothing": (float, "share given to the other classes"),
    "dropout": (float, "share of pooled features dropped"),
    "mixup": (float, "parameter of mixup, 0 for none"),
    "class_weights": (str, "none, balanced"),
    "patience": (int, "epochs without gain before stopping, 0 for never"),
    "freeze": (str, "none, features, head-first, blockwise"),
    "pretrained": (str, "none, imagenet, a file with a state dict, or a bundle of this split"),
    "output_stride": (int, "32, or 16 for a class-activation map twice as fine"),
    "activation_weight": (float, "weight of the class-activation loss"),
    "pointing_weight": (float, "weight of the loss on the map's peak"),
    "border_weight": (float, "weight of the border head"),
    "border_head": (str, "coarse, segmentation"),
    "teacher": (str, "bundles of this split whose answers are learnt too, : between them"),
    "distillation_weight": (float, "weight of the teachers' answers"),
    "precision": (str, "bf16, fp32"),
    "seed": (int, "seed of split, weights and augmentation"),
}
_DATA_FLAGS = (
    *("data", "source", "protocol", "fold", "also_native", "allow_leak", "strict", "device"),
    *("tensorboard", "cache", "checkpoint_seconds"),
)


def add_data_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what says which images, and how they are split."""
    parser.add_argument("--data", type=Path, help="folder of the data")
    parser.add_argument("--source", help="reader of the data, else recognised; see list --sources")
    parser.add_argument("--protocol", help="how it is split; see list --protocols")
    for flag, text in (
        ("--also-native", "train on the native resolutions too"),
        ("--allow-leak", "run a split that overlaps, marked LEAKY"),
        ("--strict", "stop at the first image that cannot be read"),
    ):
        parser.add_argument(flag, action="store_true", default=None, help=text)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("run", type=Path, help="folder of the run; made where it is missing")
    parser.add_argument("--fold", type=int, help="fold that tests, from 0")
    add_training_arguments(parser)


def add_training_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare data and recipe: what fit and crossval share."""
    add_data_arguments(parser)
    parser.add_argument("--config", type=Path, help="TOML file with [data] and [recipe]")
    parser.add_argument("--model", dest="network", help="network; see list")
    parser.add_argument("--recipe", dest="base", help="authors (the default) or house")
    parser.add_argument("--stages", help="size x epochs, in order, such as 128x30,192x10")
    for name, (kind, text) in _RECIPE_FLAGS.items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=kind, help=text)
    parser.add_argument(
        "--shuffle-labels",
        action="store_true",
        default=None,
        help="the control that must fall to chance",
    )
    parser.add_argument("--device", help="auto, cpu, cuda")
    parser.add_argument("--cache", help="folder in which prepared frames are kept and shared")
    parser.add_argument(
        "--checkpoint-seconds",
        type=float,
        help="time between two checkpoints; each epoch by default",
    )
    parser.add_argument(
        "--no-tensorboard",
        dest="tensorboard",
        action="store_false",
        default=None,
        help="write no TensorBoard events",
    )


def recipe_of(options: argparse.Namespace) -> Recipe:
    """The recipe that configuration and flags mean."""
    from braintumor_training.config import build_recipe, read_config

    names = ("network", "base", "stages", "shuffle_labels", *_RECIPE_FLAGS)
    return build_recipe(read_config(options.config)["recipe"], _given(options, names))


def options_of(options: argparse.Namespace) -> FitOptions:
    """Which images, and how strictly."""
    from braintumor_training.config import build_options, read_config

    return build_options(read_config(options.config)["data"], _given(options, _DATA_FLAGS))


def _given(options: argparse.Namespace, names: Iterable[str]) -> dict[str, Any]:
    """The flags that stand on the command line."""
    found = {name: getattr(options, name, None) for name in names}
    return {name: value for name, value in found.items() if value is not None}


def run(options: argparse.Namespace) -> int:
    """Train to the end, from the last checkpoint where there is one."""
    from braintumor_training.fitting import fit_run

    fit_run(options.run, recipe_of(options), options_of(options), report=say)
    return 0
