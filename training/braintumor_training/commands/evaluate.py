"""``braintumor-train evaluate RUN``: measure a run on its test fold."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from braintumor_training.console import say

NAME = "evaluate"
HELP = "measure a run on its test fold, one image a cluster"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("run", type=Path, help="folder that fit wrote")
    parser.add_argument(
        "--no-controls", action="store_true", help="skip the sanity controls and the rejection"
    )
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda")
    parser.add_argument("--cache", default="", help="folder of prepared frames")
    parser.add_argument("--data", type=Path, help="where the images lie now, if they were moved")


def run(options: argparse.Namespace) -> int:
    """Evaluate and say what came out."""
    from braintumor_training.evaluation import evaluate_run

    for line in summary(
        evaluate_run(
            options.run,
            device=options.device,
            controls=not options.no_controls,
            cache=options.cache,
            data=options.data,
        )
    ):
        say(line)
    return 0


def summary(result: dict[str, Any]) -> list[str]:
    """The figures of an evaluation in a few lines."""
    figures, interval = result["metrics"], result["metrics"]["confidence_interval_95"]
    low, high = interval["balanced_accuracy"]
    leaky = " (LEAKY)" if figures["leaky"] else ""
    lines = [
        f"{figures['protocol']}{leaky}, fold {figures['fold']}: n {figures['n']} images of"
        f" {figures['patients']} patients; balanced accuracy {figures['balanced_accuracy']:.4f}"
        f" (95 % {low:.4f} to {high:.4f}), accuracy {figures['accuracy']:.4f}, ECE"
        f" {figures['ece_before']:.4f} -> {figures['ece_after']:.4f} at temperature"
        f" {result['temperature']:.3f}"
    ]
    for key, row in figures["per_class"].items():
        recall, precision = row["recall"], row["precision"]
        lines.append(f"  {key:<11} recall {recall:.4f}  precision {precision:.4f}  n {row['n']}")
    sets = figures["prediction_set"]
    lines.append(
        f"  prediction sets at 95 %: coverage {sets['coverage']:.4f}, mean size"
        f" {sets['mean_size']:.3f}"
    )
    shown = result["explanation"]
    if shown["n"]:
        lines.append(
            f"  map of the true class: pointing game {shown['pointing_game']:.3f}"
            f" (centre of head {shown['baseline_pointing_game']:.3f}), energy inside the border"
            f" {shown['energy_inside']:.3f} (centre {shown['baseline_energy_inside']:.3f}),"
            f" n {shown['n']}"
        )
    if "controls" in result:
        controls = result["controls"]
        lines.append(
            f"  controls: shuffled labels {controls['shuffled_labels']['shuffled_mean']:.3f}"
            f" (chance {controls['shuffled_labels']['chance']:.3f}), ten features"
            f" {controls['ten_features']['balanced_accuracy']:.3f}, maps of random weights"
            f" {controls['randomised_weights']['rank_correlation']['everything']:.2f}"
        )
    if "rejection" in result:
        lines.append(_rejection_line(result["rejection"]))
    return lines


def _rejection_line(rejection: dict[str, Any]) -> str:
    """How much of the test images is accepted, and which odd inputs are most."""
    rows = rejection["odd_inputs"].items()
    worst = sorted(((row["accepted"], name) for name, row in rows), reverse=True)[:4]
    passed = ", ".join(f"{name} {share:.0%}" for share, name in worst)
    return (
        f"  rejection: accepts {rejection['accepted_test_share']:.1%} of the test images; of odd"
        f" inputs most of {passed}"
    )
