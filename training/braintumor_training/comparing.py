"""Runs side by side on the images that all of them tested, with paired significance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from braintumor_training.errors import TrainingError
from braintumor_training.evaluation import PREDICTIONS, read_evaluation
from braintumor_training.metrics import balanced_accuracy, expected_calibration_error
from braintumor_training.prediction import PredictionTable
from braintumor_training.runs import EVALUATION

_RESAMPLES = 2000


@dataclass(frozen=True)
class Compared:
    """One run's line; differences and p-values are against the first run.

    Attributes
    ----------
    name, protocol
        Folder, and the protocol with its LEAKY stamp.
    n
        Images that every run tested.
    accuracy, balanced_accuracy, ece, pointing_game
        On those images; the last is NaN without borders.
    mcnemar
        Exact two-sided p of McNemar's test on hits and misses, 1 for the first run.
    difference
        Balanced accuracy less the first run's, with its 95 % interval by paired bootstrap over
        patients.
    """

    name: str
    protocol: str
    n: int
    accuracy: float
    balanced_accuracy: float
    ece: float
    pointing_game: float
    mcnemar: float
    difference: tuple[float, float, float]


def compare_runs(folders: Sequence[Path]) -> list[Compared]:
    """Compare evaluated runs or cross-validations.

    Raises
    ------
    TrainingError
        If there are fewer than two, they tell different classes apart, or share no test image.
    """
    if len(folders) < 2:
        raise TrainingError("A comparison needs two runs or more.")
    evaluations = [read_evaluation(folder) for folder in folders]
    tables = _aligned([PredictionTable.load(f / EVALUATION / PREDICTIONS) for f in folders])
    hits = [table.probabilities.argmax(1) == table.labels for table in tables]
    rows = []
    for folder, evaluation, table, hit in zip(folders, evaluations, tables, hits, strict=True):
        m = evaluation["metrics"]
        known = table.pointing[~np.isnan(table.pointing)]
        rows.append(
            Compared(
                name=folder.name,
                protocol=f"{m['protocol']}{' (LEAKY)' if m['leaky'] else ''}",
                n=len(table.images),
                accuracy=float(hit.mean()),
                balanced_accuracy=balanced_accuracy(table.labels, table.probabilities.argmax(1)),
                ece=expected_calibration_error(table.probabilities, table.labels),
                pointing_game=float(known.mean()) if len(known) else float("nan"),
                mcnemar=mcnemar(hits[0], hit),
                difference=paired_difference(tables[0], table),
            )
        )
    return rows


def _aligned(tables: Sequence[PredictionTable]) -> list[PredictionTable]:
    """The tables cut down to their common images, in one order."""
    if len({table.classes for table in tables}) > 1:
        raise TrainingError("The runs tell different classes apart.")
    common = sorted(set.intersection(*(set(table.images) for table in tables)))
    if not common:
        raise TrainingError("The runs have no test image in common.")
    aligned = []
    for table in tables:
        place = {image: index for index, image in enumerate(table.images)}
        order = np.array([place[image] for image in common])
        aligned.append(
            PredictionTable(
                tuple(common),
                tuple(table.persons[i] for i in order),
                table.labels[order],
                table.probabilities[order],
                table.pointing[order],
                table.classes,
            )
        )
    if any((table.labels != aligned[0].labels).any() for table in aligned):
        raise TrainingError("The runs have different labels for the same images.")
    return aligned


def mcnemar(first: NDArray[np.bool_], second: NDArray[np.bool_]) -> float:
    """Exact two-sided p-value of McNemar's test (Psychometrika 1947) on paired hits."""
    from scipy.stats import binomtest

    only_first, only_second = int((first & ~second).sum()), int((second & ~first).sum())
    if only_first + only_second == 0:
        return 1.0
    return float(binomtest(only_first, only_first + only_second).pvalue)


def paired_difference(
    first: PredictionTable, second: PredictionTable, seed: int = 0
) -> tuple[float, float, float]:
    """Balanced accuracy of the second less the first, and its 95 % interval over patients."""
    labels, width = first.labels, len(first.classes)
    persons, person = np.unique(np.asarray(first.persons), return_inverse=True)
    rng = np.random.default_rng(seed)
    draws = rng.multinomial(len(persons), np.full(len(persons), 1 / len(persons)), _RESAMPLES)
    totals = np.zeros((len(persons), width))
    np.add.at(totals, (person, labels), 1)
    gained = np.zeros((len(persons), width))
    gain = (second.probabilities.argmax(1) == labels).astype(float) - (
        first.probabilities.argmax(1) == labels
    )
    np.add.at(gained, (person, labels), gain)
    with np.errstate(invalid="ignore", divide="ignore"):
        values = np.nanmean((draws @ gained) / (draws @ totals), axis=1)
    present = totals.sum(0) > 0
    exact = float((gained.sum(0)[present] / totals.sum(0)[present]).mean())
    low, high = (float(v) for v in np.nanpercentile(values, [2.5, 97.5]))
    return exact, low, high


def comparison_table(rows: Sequence[Compared]) -> str:
    """The comparison in Markdown."""
    lines = [
        f"{rows[0].n} images that all runs tested; differences are against {rows[0].name}, with"
        " 95 % intervals by paired bootstrap over patients.",
        "",
        "| run | protocol | accuracy | balanced | ECE | pointing | difference | McNemar p |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for index, row in enumerate(rows):
        low, high = row.difference[1:]
        against = f"{row.difference[0]:+.4f} ({low:+.4f} to {high:+.4f}) | {row.mcnemar:.3g}"
        pointing = "" if np.isnan(row.pointing_game) else f"{row.pointing_game:.3f}"
        lines.append(
            f"| {row.name} | {row.protocol} | {row.accuracy:.4f} | {row.balanced_accuracy:.4f} |"
            f" {row.ece:.4f} | {pointing} | {against if index else '|'} |"
        )
    return "\n".join(lines) + "\n"
