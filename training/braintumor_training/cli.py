"""``braintumor-train``: rebuild the weights, measure them, and export what ships."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from braintumor_desktop import __version__
from braintumor_desktop.errors import BrainTumorError

_HOUSE_STAGES = "128x30,192x10"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="braintumor-train", description=__doc__)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_fit(commands.add_parser("fit", help="train a network; run again to go on"))
    evaluate = commands.add_parser(
        "evaluate", help="measure a run on its test fold, one image a cluster"
    )
    evaluate.add_argument("run", type=Path, help="folder that fit wrote")
    evaluate.add_argument("--device", default="auto", help="auto, cpu, cuda")
    export = commands.add_parser("export", help="turn an evaluated run into a bundle that ships")
    export.add_argument("run", type=Path, help="folder that fit wrote")
    export.add_argument("bundle", type=Path, help="folder of the bundle")
    export.add_argument("--bundle-version", default="1.0", help="version on the card")
    commands.add_parser("list", help="list the networks")
    return parser


def _add_fit(fit: argparse.ArgumentParser) -> None:
    fit.add_argument("run", type=Path, help="folder of the run; made where it is missing")
    fit.add_argument("--data", required=True, type=Path, help="folder of the data")
    fit.add_argument("--source", default="nickparvar", help="reader of the data")
    fit.add_argument("--protocol", default="nickparvar-grouped", help="name of the protocol")
    fit.add_argument("--fold", type=int, default=0, help="fold that tests, 0 to 4")
    fit.add_argument("--model", default="improved_resnet34", help="network; see list")
    fit.add_argument("--stages", default=_HOUSE_STAGES, help="size x epochs, in order")
    fit.add_argument("--batch-size", type=int, default=32)
    fit.add_argument("--learning-rate", type=float, default=1.5e-3)
    fit.add_argument("--activation-weight", type=float, default=0.3, help="class-activation loss")
    fit.add_argument("--border-weight", type=float, default=1.0, help="coarse border head")
    fit.add_argument("--device", default="auto", help="auto, cpu, cuda")
    fit.add_argument("--seed", type=int, default=0)


def _fit(options: argparse.Namespace) -> None:
    from braintumor_desktop.inference.preprocess import Preprocessing
    from braintumor_desktop.models.registry import network_entry
    from braintumor_training.loop import Trainer, TrainingData
    from braintumor_training.recipe import Recipe, parse_stages
    from braintumor_training.runs import Run
    from braintumor_training.samples import read_source
    from braintumor_training.splits import grouped_split, one_per_cluster

    entry = network_entry(options.model)
    recipe = Recipe(
        network=options.model,
        stages=parse_stages(options.stages),
        batch_size=options.batch_size,
        learning_rate=options.learning_rate,
        activation_weight=options.activation_weight,
        border_weight=options.border_weight,
        seed=options.seed,
    )
    samples = read_source(options.source, options.data)
    split = grouped_split(samples, options.fold, protocol=options.protocol, seed=options.seed)
    Run(options.run, recipe, split, options.source, options.data.resolve()).write()
    data = TrainingData(
        tuple(split.part(samples, "train")),
        tuple(one_per_cluster(split.part(samples, "validation"))),
    )
    preprocessing = Preprocessing.from_dict(dict(entry.preprocessing))
    Trainer(recipe, data, options.run, preprocessing, device=options.device, report=_say).fit()


def _evaluate(options: argparse.Namespace) -> None:
    from braintumor_training.evaluation import evaluate_run

    result = evaluate_run(options.run, device=options.device)
    figures, interval = result["metrics"], result["metrics"]["confidence_interval_95"]
    low, high = interval["balanced_accuracy"]
    _say(
        f"{figures['protocol']}, fold {figures['fold']}: n {figures['n']} images of"
        f" {figures['patients']} patients; balanced accuracy {figures['balanced_accuracy']:.4f}"
        f" (95 % {low:.4f} to {high:.4f}), accuracy {figures['accuracy']:.4f}, ECE"
        f" {figures['ece_before']:.4f} -> {figures['ece_after']:.4f} at temperature"
        f" {result['temperature']:.3f}"
    )
    for key, row in figures["per_class"].items():
        recall, precision = row["recall"], row["precision"]
        _say(f"  {key:<11} recall {recall:.4f}  precision {precision:.4f}  n {row['n']}")
    shown = result["explanation"]
    _say(
        f"  map of the true class: pointing game {shown['pointing_game']:.3f}"
        f" (centre of head {shown['baseline_pointing_game']:.3f}), energy inside the border"
        f" {shown['energy_inside']:.3f} (centre {shown['baseline_energy_inside']:.3f}),"
        f" n {shown['n']}"
    )


def _export(options: argparse.Namespace) -> None:
    from braintumor_training.evaluation import export_run

    bundle = export_run(options.run, options.bundle, version=options.bundle_version)
    _say(f"{bundle.folder}: {bundle.name} {bundle.version}, SHA-256 {bundle.sha256}")


def _list(_options: argparse.Namespace) -> None:
    from braintumor_desktop.models.registry import NETWORKS

    for entry in NETWORKS.values():
        parameters = sum(p.numel() for p in entry.build().parameters())
        _say(f"{entry.key:<20} {entry.title:<20} {parameters:>12,} parameters")


_COMMANDS = {"fit": _fit, "evaluate": _evaluate, "export": _export, "list": _list}


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status: 0, 1 for an error, 130 when interrupted."""
    options = _parser().parse_args(arguments)
    try:
        _COMMANDS[options.command](options)
    except BrainTumorError as error:
        _say(f"braintumor-train: {error}")
        return 1
    except KeyboardInterrupt:
        _say("braintumor-train: stopped; run the same command again to go on from the last epoch")
        return 130
    return 0
