"""The evaluation as one Markdown page with its plots beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from braintumor_desktop.models.classes import class_by_key
from braintumor_training.plots import (
    plot_confusion,
    plot_curves,
    plot_examples,
    plot_reliability,
)
from braintumor_training.prediction import Predictions
from braintumor_training.runs import EVALUATION, Run

PAGE, LOG = "evaluation.md", "log.csv"
_LEAKY = (
    "**LEAKY: training and testing share patients or images. No figure here says how the network"
    " does on new patients.**"
)


def write_evaluation_page(
    run: Run, result: dict[str, Any], test: Predictions, temperature: float
) -> None:
    """Write the plots and ``evaluation.md`` into the run's ``evaluation`` folder."""
    folder = run.folder / EVALUATION
    title = f"{run.recipe.network}, {run.split.stamp}, fold {run.split.fold}"
    figures = result["metrics"]
    words = [class_by_key(key).name.lower() for key in run.classes]
    plot_confusion(figures["confusion_matrix"], words, title, folder / "confusion.png")
    probabilities = test.probabilities(temperature)
    plot_reliability(
        {"before": test.probabilities(), "after calibration": probabilities},
        test.frames.labels,
        title,
        folder / "reliability.png",
    )
    answers = [
        (words[label], words[int(answer)])
        for label, answer in zip(test.frames.labels, probabilities.argmax(1), strict=True)
    ]
    plot_examples(
        *(test.frames.images, test.maps, test.frames.borders, answers, title),
        folder / "maps.png",
    )
    plots = {
        "confusion.png": "Confusion matrix",
        "reliability.png": "Reliability",
        "maps.png": "Where the network looked: the true class's map, the tumor's border in blue",
    }
    if (run.folder / LOG).exists():
        plot_curves(run.folder / LOG, title, folder / "curves.png")
        plots["curves.png"] = "Training"
    lines = [f"# {title}", "", *([_LEAKY, ""] if figures["leaky"] else [])]
    lines += [*metric_lines(result), *_control_lines(result), *_rejection_lines(result)]
    for name, heading in plots.items():
        lines += [f"## {heading}", "", f"![{heading}]({name})", ""]
    _write(folder / PAGE, lines)


def _write(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join(lines), encoding="utf-8")


def metric_lines(result: dict[str, Any]) -> list[str]:
    """The figures as Markdown tables."""
    m, interval = result["metrics"], result["metrics"]["confidence_interval_95"]
    sets, shown = m["prediction_set"], result["explanation"]

    def with_interval(name: str) -> str:
        low, high = interval[name]
        return f"{m[name]:.4f} ({low:.4f} to {high:.4f})"

    rows = [
        ("accuracy", with_interval("accuracy")),
        ("balanced accuracy", with_interval("balanced_accuracy")),
        ("macro F1", f"{m['macro_f1']:.4f}"),
        ("macro AUROC", f"{m['macro_auroc']:.4f}"),
        ("Brier score", f"{m['brier']:.4f}"),
        ("ECE before, after calibration", f"{m['ece_before']:.4f}, {m['ece_after']:.4f}"),
        ("prediction sets at 95 %: coverage", f"{sets['coverage']:.4f}"),
        ("prediction sets: mean size", f"{sets['mean_size']:.3f}"),
    ]
    if shown.get("n"):
        rows += [
            (
                f"pointing game, n = {shown['n']} (centre of head)",
                f"{shown['pointing_game']:.3f} ({shown['baseline_pointing_game']:.3f})",
            ),
            (
                "energy inside the border (centre of head)",
                f"{shown['energy_inside']:.3f} ({shown['baseline_energy_inside']:.3f})",
            ),
        ]
    lines = [
        f"Split {m['split_sha256'][:16]}, n = {m['n']} images of {m['patients']} patients;"
        " intervals of 95 % by bootstrap over patients.",
        "",
        "## Figures",
        "",
        *_table(("figure", "value"), rows),
        "## By class",
        "",
        *_table(
            ("class", "n", "precision", "recall", "F1"),
            [
                (
                    class_by_key(key).name.lower(),
                    row["n"],
                    *(f"{row[name]:.4f}" for name in ("precision", "recall", "f1")),
                )
                for key, row in m["per_class"].items()
            ],
        ),
    ]
    for name, values in (
        ("source", m["by_source"]),
        ("native size", m.get("by_native_size", {})),
        ("source, at native resolution", result.get("native_copies", {})),
    ):
        part = [(key, row["n"], f"{row['accuracy']:.4f}") for key, row in values.items()]
        if part:
            lines += [f"## By {name}", "", *_table((name, "n", "accuracy"), part)]
    return lines


def _control_lines(result: dict[str, Any]) -> list[str]:
    if "controls" not in result:
        return []
    shuffled = result["controls"]["shuffled_labels"]
    ten = result["controls"]["ten_features"]
    changed = result["controls"]["randomised_weights"]["rank_correlation"]
    low, high = shuffled["shuffled_range"]
    return [
        "## Sanity controls",
        "",
        f"- Head refitted on shuffled training labels, {shuffled['shuffles']} times: balanced"
        f" accuracy {shuffled['shuffled_mean']:.3f} on average ({low:.3f} to {high:.3f}); chance"
        f" {shuffled['chance']:.3f}; on the true labels {shuffled['true_labels']:.3f}.",
        f"- Ten histogram and texture features, no anatomy, on the same split: balanced accuracy"
        f" {ten['balanced_accuracy']:.3f}. That much of the network's figure may be scanner and"
        " file.",
        "- Rank correlation of the maps with those of randomised weights: "
        + ", ".join(f"{name} {value:.2f}" for name, value in changed.items())
        + ". A map that kept its order would draw the image, not what the network knows.",
        "",
    ]


def _rejection_lines(result: dict[str, Any]) -> list[str]:
    if "rejection" not in result:
        return []
    rejection = result["rejection"]
    figures = ("accepted", "accepted_by_neighbours", "auroc", "auroc_of_neighbours")
    rows = [
        (name, row["n"], *(f"{row[figure]:.2f}" for figure in figures))
        for name, row in rejection["odd_inputs"].items()
    ]
    return [
        "## Rejection",
        "",
        f"By the {rejection['method']}. Of the test images"
        f" {rejection['accepted_test_share']:.1%} are accepted; the threshold was set to accept"
        f" {rejection['accepted_validation_share']:.0%} of the validation patients.",
        "",
        "The share of each kind of odd input that is accepted all the same, the smaller the better."
        " Beside it, for comparison, the same by the distance to the tenth nearest training image"
        " in the last features.",
        "",
        *_table(
            ("odd input", "n", "accepted", "by neighbours", "AUROC", "AUROC, neighbours"), rows
        ),
    ]


def _table(header: tuple[Any, ...], rows: list[Any]) -> list[str]:
    lines = [header, tuple("---" for _ in header), *rows]
    return [*("| " + " | ".join(str(cell) for cell in row) + " |" for row in lines), ""]
