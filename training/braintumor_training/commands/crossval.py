"""``braintumor-train crossval FOLDER``: train and measure every fold, and pool them."""

from __future__ import annotations

import argparse
from pathlib import Path

from braintumor_training.commands import fit
from braintumor_training.console import say
from braintumor_training.errors import TrainingError

NAME = "crossval"
HELP = "train and measure every fold of a protocol; run again to go on"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options: those of fit, and which folds."""
    parser.add_argument("run", type=Path, metavar="folder", help="holds fold-0, fold-1 …")
    parser.add_argument("--folds", default="", help="such as 0,1,2; all of them by default")
    parser.add_argument(
        "--no-controls", action="store_true", help="skip the sanity controls and the rejection"
    )
    fit.add_training_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Train, measure, pool, and say what came out."""
    from braintumor_training.crossval import cross_validate
    from braintumor_training.protocols import find_protocol

    try:
        chosen = [int(fold) for fold in options.folds.split(",") if fold]
    except ValueError as error:
        raise TrainingError(
            f"The folds {options.folds!r} cannot be read.", remedy="Write them as 0,1,2."
        ) from error
    data = fit.options_of(options)
    result = cross_validate(
        options.run,
        fit.recipe_of(options),
        data,
        chosen or range(find_protocol(data.protocol).folds),
        controls=not options.no_controls,
        report=say,
    )
    m, interval = result["metrics"], result["metrics"]["confidence_interval_95"]
    leaky = " (LEAKY)" if m["leaky"] else ""
    for name in ("accuracy", "balanced_accuracy"):
        low, high = interval[name]
        fold = result["by_fold"][name]
        say(
            f"{m['protocol']}{leaky}, {len(result['folds'])} folds, n {m['n']} images of"
            f" {m['patients']} patients: {name.replace('_', ' ')} {m[name]:.4f} (95 % {low:.4f} to"
            f" {high:.4f}), mean of folds {fold['mean']:.4f} +/- {fold['sd']:.4f}"
        )
    return 0
