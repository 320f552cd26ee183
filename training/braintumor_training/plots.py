"""Plots of a run: curves, confusion matrix, reliability, example maps; PNG, no display needed."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from braintumor_training.errors import TrainingError

_BINS = 15
_DPI = 110
_EXAMPLES = 12
_DOT = 160.0  # area of a dot that stands for all images, in square points
_WRONG = "#C62828"
_CURVES = {
    "loss": "all losses",
    "validation_nll": "validation, negative log-likelihood",
    "validation_balanced_accuracy": "balanced accuracy",
    "validation_inside": "activation inside the border",
}


def _figure(width: float, height: float) -> Any:
    """A figure on the Agg canvas; pyplot, with its global state, is never imported."""
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as error:
        raise TrainingError(
            "Plots need matplotlib, which is not installed.", remedy="Run: pip install matplotlib"
        ) from error
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def plot_confusion(
    matrix: Sequence[Sequence[int]], classes: Sequence[str], title: str, path: Path
) -> None:
    """Counts, coloured by the share of the true class."""
    counts = np.asarray(matrix, dtype=float)
    shares = counts / np.maximum(counts.sum(1, keepdims=True), 1)
    figure = _figure(4.8, 4.4)
    axes = figure.subplots()
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    for row, column in np.ndindex(counts.shape):
        axes.text(
            *(column, row, f"{int(counts[row, column])}"),
            ha="center",
            va="center",
            color="white" if shares[row, column] > 0.5 else "black",
        )
    ticks = range(len(classes))
    axes.set_xticks(ticks, classes, rotation=30, ha="right")
    axes.set_yticks(ticks, classes)
    axes.set(xlabel="predicted", ylabel="true")
    figure.suptitle(title, fontsize="medium")
    figure.savefig(path, dpi=_DPI)


def plot_reliability(
    probabilities: dict[str, NDArray[np.float64]],
    labels: NDArray[np.int64],
    title: str,
    path: Path,
) -> None:
    """Accuracy over confidence in 15 bins, for each set of probabilities.

    The larger a dot, the more images are in its bin: what a bin of three says weighs little.
    """
    figure = _figure(4.8, 4.4)
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="0.6", linestyle="--", linewidth=1)
    for name, values in probabilities.items():
        confidence, hit = values.max(1), values.argmax(1) == labels
        bins = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
        found = np.unique(bins)
        across = [confidence[bins == b].mean() for b in found]
        up = [hit[bins == b].mean() for b in found]
        areas = [_DOT * np.sqrt((bins == b).mean()) for b in found]
        (line,) = axes.plot(across, up, linewidth=1, alpha=0.5)
        axes.scatter(across, up, areas, color=line.get_color(), label=name, zorder=3)
    axes.set(xlabel="confidence", ylabel="accuracy", xlim=(0, 1.02), ylim=(0, 1.02))
    figure.suptitle(title, fontsize="medium")
    legend = axes.legend(loc="upper left", title="larger: more images", title_fontsize="small")
    for handle in legend.legend_handles:
        handle.set_sizes([_DOT / 4])
    figure.savefig(path, dpi=_DPI)


def plot_curves(log: Path, title: str, path: Path) -> None:
    """Losses and validation figures over the epochs of ``log.csv``."""
    with log.open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    epochs = [int(row["epoch"]) for row in rows]
    figure = _figure(8, 3.4)
    left, right = figure.subplots(1, 2)
    losses = ("loss", "class_loss", "activation_loss", "border_loss", "validation_nll")
    shares = ("validation_balanced_accuracy", "validation_inside")
    for axes, heading, names in (
        (left, "losses", losses),
        (right, "shares on the validation part", shares),
    ):
        for name in names:
            values = [float(row[name]) if row.get(name) else np.nan for row in rows]
            if not np.isnan(values).all():
                axes.plot(epochs, values, label=_CURVES.get(name, name.replace("_", " ")))
        axes.set(xlabel="epoch", title=heading)
        axes.xaxis.get_major_locator().set_params(integer=True)
        axes.grid(alpha=0.3)
        axes.legend(fontsize="small")
    left.set_ylim(bottom=0)
    right.set_ylim(0, 1)
    figure.suptitle(title)
    figure.savefig(path, dpi=_DPI)


def plot_examples(
    images: NDArray[np.uint8],
    maps: NDArray[np.float32],
    borders: NDArray[np.bool_],
    answers: Sequence[tuple[str, str]],
    title: str,
    path: Path,
) -> None:
    """Slices under the true class's map, with the tumour border drawn where it is known.

    ``answers`` are the true class and the network's; a wrong answer's caption is red.
    """
    chosen = np.linspace(0, len(images) - 1, min(_EXAMPLES, len(images))).round().astype(int)
    rows = -(-len(chosen) // 4)
    figure = _figure(9, 2.5 * rows + 0.4)
    for place, index in enumerate(chosen, start=1):
        axes = figure.add_subplot(rows, 4, place)
        axes.imshow(images[index], cmap="gray", vmin=0, vmax=255)
        heat = maps[index] / max(float(maps[index].max()), 1e-9)
        axes.imshow(heat, cmap="inferno", alpha=0.45 * heat, vmin=0, vmax=1)
        if borders[index].any():
            axes.contour(borders[index], levels=[0.5], colors="#56B4E9", linewidths=1)
        true, said = answers[index]
        caption = true if said == true else f"{true}, called {said}"
        axes.set_title(caption, fontsize=9, color="black" if said == true else _WRONG)
        axes.set_axis_off()
    figure.suptitle(title)
    figure.savefig(path, dpi=_DPI)
