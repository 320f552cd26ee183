"""Cross-validation: every fold trained and measured, the folds' test predictions pooled."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from braintumor_training.distributed import join_world
from braintumor_training.errors import TrainingError
from braintumor_training.evaluation import METRICS, PREDICTIONS, evaluate_run
from braintumor_training.fitting import FitOptions, fit_run
from braintumor_training.metrics import (
    classification_metrics,
    expected_calibration_error,
    patient_intervals,
)
from braintumor_training.plots import plot_confusion
from braintumor_training.prediction import PredictionTable
from braintumor_training.recipe import Recipe
from braintumor_training.runs import EVALUATION

PAGE = "crossval.md"
_FIGURES = ("accuracy", "balanced_accuracy", "macro_f1", "macro_auroc", "ece_after", "brier")


def cross_validate(
    folder: Path,
    recipe: Recipe,
    options: FitOptions,
    folds: Sequence[int],
    *,
    controls: bool = True,
    report: Callable[[str], None],
) -> dict[str, Any]:
    """Train and measure the folds in ``fold-K`` below the folder, then pool them.

    ``{fold}`` in the recipe's ``teacher`` and ``pretrained`` stands for the fold's number, since
    what a fold starts from or learns from must be of its own split.  Run again, it goes on: a fold
    that was evaluated after its last checkpoint is not repeated.
    """
    if join_world().size > 1:
        raise TrainingError(
            "Cross-validation runs in one process.",
            remedy="Train each fold with torchrun and fit, then run crossval once.",
        )
    for fold in folds:
        run = folder / f"fold-{fold}"
        report(f"fold {fold}")
        fit_run(run, _of_fold(recipe, fold), replace(options, fold=fold), report=report)
        if not _up_to_date(run):
            evaluate_run(
                run,
                device=options.device,
                controls=controls,
                cache=options.cache,
                report=report,
            )
    return pool_folds(folder)


def _of_fold(recipe: Recipe, fold: int) -> Recipe:
    """The recipe with the fold's number in the folders that it names."""
    named = {name: getattr(recipe, name) for name in ("teacher", "pretrained")}
    return replace(recipe, **{k: v.replace("{fold}", str(fold)) for k, v in named.items()})


def _up_to_date(run: Path) -> bool:
    evaluation = run / EVALUATION / METRICS
    checkpoint = run / "last.pt"
    return evaluation.exists() and evaluation.stat().st_mtime >= checkpoint.stat().st_mtime


def pool_folds(folder: Path) -> dict[str, Any]:
    """Pool the evaluated folds below a folder and write figures and page beside them.

    Raises
    ------
    TrainingError
        If no fold has been evaluated, or folds of different protocols or networks lie together.
    """
    runs = sorted(p for p in folder.glob("fold-*") if (p / EVALUATION / METRICS).exists())
    if not runs:
        raise TrainingError("No evaluated fold lies here.", path=folder)
    results = [json.loads((p / EVALUATION / METRICS).read_text("utf-8")) for p in runs]
    kinds = {(r["metrics"]["protocol"], r.get("network")) for r in results}
    if len(kinds) > 1:
        raise TrainingError("Folds of different protocols or networks lie together.", path=folder)
    tables = [PredictionTable.load(p / EVALUATION / PREDICTIONS) for p in runs]
    pooled = join_tables(tables)
    result = _pooled_result(pooled, results)
    target = folder / EVALUATION
    target.mkdir(exist_ok=True)
    pooled.save(target / PREDICTIONS)
    (target / METRICS).write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    first = result["metrics"]
    leaky = " (LEAKY)" if first["leaky"] else ""
    title = f"{result['network']}, {first['protocol']}{leaky}, {len(runs)} folds"
    plot_confusion(first["confusion_matrix"], pooled.classes, title, target / "confusion.png")
    (target / PAGE).write_text("\n".join(_page(title, result, runs)), encoding="utf-8")
    return result


def join_tables(tables: Sequence[PredictionTable]) -> PredictionTable:
    """One table of several folds; ``TrainingError`` where an image was tested twice."""
    images = tuple(image for table in tables for image in table.images)
    if len(set(images)) < len(images):
        raise TrainingError("An image was tested in two folds; the folds are not of one split.")
    return PredictionTable(
        images,
        tuple(person for table in tables for person in table.persons),
        np.concatenate([table.labels for table in tables]),
        np.concatenate([table.probabilities for table in tables]),
        np.concatenate([table.pointing for table in tables]),
        tables[0].classes,
    )


def _pooled_result(pooled: PredictionTable, results: Sequence[dict[str, Any]]) -> dict[str, Any]:
    folds = [r["metrics"] for r in results]
    predicted = pooled.probabilities.argmax(1)
    pointing = [r["explanation"] for r in results if r["explanation"]["n"]]
    spread = {
        name: {
            "mean": float(np.mean([f[name] for f in folds])),
            "sd": float(np.std([f[name] for f in folds], ddof=1)) if len(folds) > 1 else 0.0,
        }
        for name in _FIGURES
    }
    coverage = [f["prediction_set"]["coverage"] for f in folds]
    return {
        "network": results[0].get("network"),
        "folds": [f["fold"] for f in folds],
        "by_fold": spread,
        "metrics": {
            "protocol": folds[0]["protocol"],
            "fold": None,
            "split": f"test, {len(folds)} folds pooled",
            "leaky": any(f["leaky"] for f in folds),
            "split_sha256": " ".join(f["split_sha256"] for f in folds),
            "patients": len(set(pooled.persons)),
            **classification_metrics(pooled.probabilities, pooled.labels, pooled.classes),
            "ece_before": float(np.mean([f["ece_before"] for f in folds])),
            "ece_after": expected_calibration_error(pooled.probabilities, pooled.labels),
            "confidence_interval_95": patient_intervals(
                predicted, pooled.labels, pooled.persons, pooled.classes
            ),
            "prediction_set": {
                "coverage": float(np.average(coverage, weights=[f["n"] for f in folds])),
                "mean_size": float(
                    np.average(
                        [f["prediction_set"]["mean_size"] for f in folds],
                        weights=[f["n"] for f in folds],
                    )
                ),
            },
        },
        "explanation": {
            "n": sum(p["n"] for p in pointing),
            **{
                name: float(
                    np.average([p[name] for p in pointing], weights=[p["n"] for p in pointing])
                )
                for name in ("pointing_game", "energy_inside", "baseline_pointing_game")
                if pointing
            },
        },
    }


def _page(title: str, result: dict[str, Any], runs: Sequence[Path]) -> list[str]:
    m, interval = result["metrics"], result["metrics"]["confidence_interval_95"]
    lines = [f"# {title}", ""]
    if m["leaky"]:
        lines += ["**LEAKY: training and testing share patients or images.**", ""]
    lines += [
        f"n = {m['n']} images of {m['patients']} patients, every fold's test predictions pooled;"
        " intervals of 95 % by bootstrap over patients.",
        "",
        "| figure | pooled | mean of folds | SD |",
        "| --- | --- | --- | --- |",
    ]
    for name in _FIGURES:
        fold = result["by_fold"][name]
        between = ""
        if name in interval:
            between = f" ({interval[name][0]:.4f} to {interval[name][1]:.4f})"
        lines.append(
            f"| {name.replace('_', ' ')} | {m[name]:.4f}{between} | {fold['mean']:.4f} |"
            f" {fold['sd']:.4f} |"
        )
    lines += [
        "",
        "| fold | split | n | accuracy | balanced accuracy |",
        "| --- | --- | --- | --- | --- |",
    ]
    for path in runs:
        fold = json.loads((path / EVALUATION / METRICS).read_text("utf-8"))["metrics"]
        lines.append(
            f"| {fold['fold']} | {fold['split_sha256'][:16]} | {fold['n']} |"
            f" {fold['accuracy']:.4f} | {fold['balanced_accuracy']:.4f} |"
        )
    return [*lines, "", "![confusion.png](confusion.png)", ""]
