"""Evaluation of a run: the very file that would ship, on its validation and test groups.

Temperature, prediction sets and the rejection's threshold are fitted on the validation groups; the
test fold is read once, one image a cluster (every file where the protocol says so).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from braintumor_desktop.inference.calibration import fit_temperature
from braintumor_desktop.inference.prediction_set import METHOD, RULE, prediction_sets
from braintumor_desktop.models.bundle import ModelBundle, write_bundle
from braintumor_training.batches import pick_device
from braintumor_training.card import draft_card
from braintumor_training.common_part import (
    fit_common_share,
    without_common_part,
)
from braintumor_training.conformal import ALPHA, patient_quantile, set_metrics
from braintumor_training.console import say
from braintumor_training.controls import (
    randomised_weight_control,
    shuffled_label_control,
    ten_feature_control,
)
from braintumor_training.errors import TrainingError
from braintumor_training.evaluation_page import write_evaluation_page
from braintumor_training.metrics import (
    classification_metrics,
    expected_calibration_error,
    explanation_metrics,
    patient_intervals,
    pointing_hits,
)
from braintumor_training.odd_inputs import odd_inputs
from braintumor_training.prediction import Asker, Predictions, PredictionTable, pseudonym
from braintumor_training.rejection import (
    ACCEPTED,
    Asked,
    fit_rejector,
    fit_threshold,
    rejection_report,
)
from braintumor_training.runs import BUNDLE, EVALUATION, Run
from braintumor_training.samples import Sample
from braintumor_training.splits import one_per_cluster

METRICS, PREDICTIONS, BANK = "metrics.json", "predictions.csv", "features.safetensors"
_ODD_IMAGES = 60
_SIZES = ((1, 256), (257, 511), (512, 512), (513, 1 << 20))


def evaluate_run(
    folder: Path,
    *,
    device: str = "auto",
    controls: bool = True,
    cache: str = "",
    data: Path | None = None,
    report: Callable[[str], None] = say,
) -> dict[str, Any]:
    """Write the run's candidate bundle, evaluate it, and fill the run's ``evaluation`` folder.

    Parameters
    ----------
    controls
        Run the sanity controls and fit the rejection, which ask the network about the training
        images too.
    cache
        Folder of prepared frames; none where it is empty.
    data
        Where the images lie, if not where the run found them (it was trained elsewhere).

    Returns
    -------
    What ``metrics.json`` holds.
    """
    run = Run.read(folder, data)
    dataset = run.dataset()
    layer = run.recipe.border_layer
    samples = {
        part: one_per_cluster(run.split.part(dataset.samples, part))
        for part in ("train", "validation", "test")
    }
    if not run.protocol.one_a_cluster:
        samples["test"] = run.split.part(dataset.samples, "test")

    def ask(bundle: ModelBundle) -> Asker:
        asked = layer if controls else ""
        return Asker(bundle, pick_device(device), middle_layer=asked, cache=cache)

    weights, epochs = run.weights()
    card = draft_card(run, dataset.samples, epochs)
    asker = ask(write_bundle(folder / BUNDLE, weights, card))
    validation_frames = asker.load(samples["validation"], report)
    share = fit_common_share(asker, validation_frames)
    if share > 0:
        asker = ask(write_bundle(folder / BUNDLE, without_common_part(weights, share), card))
    bundle = asker.bundle
    report(f"asking {bundle.name} about {len(samples['test'])} test images")
    validation = asker.ask(validation_frames)
    test = asker.ask(asker.load(samples["test"], report), maps=True)
    temperature = fit_temperature(validation.logits, validation.frames.labels)
    quantile = patient_quantile(
        validation.probabilities(temperature), validation.frames.labels, validation.persons
    )
    result: dict[str, Any] = {
        "network": run.recipe.network,
        "weights_sha256": bundle.sha256,
        "temperature": temperature,
        "fitted_on": f"{len(validation.frames)} validation images of"
        f" {len(set(validation.persons))} patients, one a cluster",
        "epochs": epochs,
        "metrics": test_metrics(run, test, temperature, quantile),
        "prediction_set": {"method": METHOD, "alpha": ALPHA, "quantile": quantile, "rule": RULE},
        "explanation": {
            "method": "Grad-CAM of the true class",
            "common_part_removed": share,
            **explanation_metrics(test.maps, test.frames.borders),
        },
    }
    target = folder / EVALUATION
    target.mkdir(exist_ok=True)
    if dataset.natives:
        natives = run.split.part(dataset.natives, "test")
        result["native_copies"] = native_metrics(asker, natives, temperature, report)
    if controls:
        report(f"controls and rejection: asking about {len(samples['train'])} training images")
        train = asker.ask(asker.load(samples["train"], report))
        result["controls"] = {
            "shuffled_labels": shuffled_label_control(train, test),
            "ten_features": ten_feature_control(samples["train"], samples["test"], run.classes),
            "randomised_weights": randomised_weight_control(asker, test.frames),
        }
        parts = {"train": train, "validation": validation, "test": test}
        result["rejection"] = _rejection(asker, layer, parts, target / BANK)
    prediction_table(test, temperature, run.classes).save(target / PREDICTIONS)
    path = target / METRICS
    path.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    write_evaluation_page(run, result, test, temperature)
    return result


def test_metrics(
    run: Run, test: Predictions, temperature: float, quantile: float
) -> dict[str, Any]:
    """The figures of the test fold, named by protocol, fold and split hash."""
    labels, samples = test.frames.labels, test.frames.samples
    probabilities = test.probabilities(temperature)
    predicted = probabilities.argmax(1)
    sets = prediction_sets(probabilities, quantile)
    persons = test.persons
    return {
        "protocol": run.split.protocol,
        "fold": run.split.fold,
        "split": "test",
        "split_sha256": run.split.sha256,
        "leaky": run.split.leaky,
        "patients": len(set(persons)),
        **classification_metrics(probabilities, labels, run.classes),
        "ece_before": expected_calibration_error(test.probabilities(), labels),
        "confidence_interval_95": patient_intervals(predicted, labels, persons, run.classes),
        "prediction_set": set_metrics(sets, labels, persons),
        "by_source": _by([s.source or "unnamed" for s in samples], predicted, labels, sets),
        "by_native_size": _by([size_bin(s) for s in samples], predicted, labels, sets),
    }


def size_bin(sample: Sample) -> str:
    """The native size in words: ``"unknown"``, ``"up to 256"``, ``"257 to 511"``, ``"512"`` …"""
    for low, high in _SIZES:
        if low <= sample.native_size <= high:
            if low == high:
                return str(low)
            return (
                f"up to {high}"
                if low == 1
                else (f"over {low - 1}" if high == _SIZES[-1][1] else f"{low} to {high}")
            )
    return "unknown"


def _by(
    keys: Sequence[str],
    predicted: NDArray[np.int64],
    labels: NDArray[np.int64],
    sets: NDArray[np.bool_],
) -> dict[str, dict[str, float | int]]:
    """Accuracy and mean size of the prediction set for every value of a key."""
    every = np.asarray(keys)
    return {
        str(key): {
            "n": int((every == key).sum()),
            "accuracy": float((predicted == labels)[every == key].mean()),
            "mean_set_size": float(sets[every == key].sum(1).mean()),
        }
        for key in np.unique(every)
    }


def native_metrics(
    asker: Asker, natives: Sequence[Sample], temperature: float, report: Callable[[str], None]
) -> dict[str, Any]:
    """Accuracy on the native-resolution copies of the test images, by source."""
    answers = asker.ask(asker.load(natives, report))
    predicted = answers.probabilities(temperature).argmax(1)
    labels = answers.frames.labels
    sources = np.array([s.source for s in answers.frames.samples])
    return {
        str(source): {
            "n": int((sources == source).sum()),
            "accuracy": float((predicted == labels)[sources == source].mean()),
        }
        for source in np.unique(sources)
    }


def prediction_table(
    test: Predictions, temperature: float, classes: Sequence[str]
) -> PredictionTable:
    """The test predictions under pseudonyms."""
    known = test.frames.borders.any((1, 2))
    hits = pointing_hits(test.maps, test.frames.borders).astype(float)
    return PredictionTable(
        images=tuple(pseudonym(s.name or s.path.name) for s in test.frames.samples),
        persons=tuple(pseudonym(person) for person in test.persons),
        labels=test.frames.labels,
        probabilities=test.probabilities(temperature),
        pointing=np.where(known, hits, np.nan),
        classes=tuple(classes),
    )


def _rejection(
    asker: Asker, layer: str, parts: Mapping[str, Predictions], path: Path
) -> dict[str, Any]:
    """Fit the rejection and its threshold, try it, and write what the bundle needs of it."""
    from safetensors.numpy import save_file

    asked = {name: Asked(part.middle, part.features) for name, part in parts.items()}
    train, validation, test = parts["train"], parts["validation"], parts["test"]
    fitted = fit_rejector(train.middle, train.frames.labels, layer)
    threshold = fit_threshold(fitted.distances(validation.middle), validation.persons)
    rejector = replace(fitted, threshold=threshold)
    save_file(rejector.arrays(), path)
    heads = test.frames.images[:: max(1, len(test.frames) // _ODD_IMAGES)]
    return {
        "method": f"relative Mahalanobis distance of the features after {layer}, averaged over a"
        f" {rejector.grid} x {rejector.grid} grid",
        "layer": layer,
        "grid": rejector.grid,
        "threshold": threshold,
        "accepted_validation_share": ACCEPTED,
        "images": len(train.frames),
        **rejection_report(
            rejector,
            asked["train"],
            (asked["validation"], validation.persons),
            asked["test"],
            odd_inputs(heads, asker.preprocessing),
            asker.layers,
        ),
    }


def read_evaluation(folder: Path) -> dict[str, Any]:
    """What ``evaluate`` (or ``crossval``) wrote for a run.

    Raises
    ------
    TrainingError
        If it has not been evaluated.
    """
    path = folder / EVALUATION / METRICS
    if not path.exists():
        raise TrainingError(
            "The run has not been evaluated.",
            path=folder,
            remedy=f"Run `braintumor-train evaluate {folder}` first.",
        )
    try:
        values: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise TrainingError(f"The evaluation cannot be read: {error}.", path=path) from error
    return values


def evaluated_bundle(folder: Path) -> tuple[ModelBundle, dict[str, Any]]:
    """The bundle that was evaluated, and its evaluation.

    Raises
    ------
    TrainingError
        If the run has not been evaluated, or the evaluation is of other weights.
    """
    evaluation = read_evaluation(folder)
    bundle = ModelBundle.load(folder / BUNDLE)
    if bundle.sha256 != evaluation["weights_sha256"]:
        raise TrainingError(
            "The evaluation is not of the bundle that lies beside it.",
            path=folder,
            remedy=f"Run `braintumor-train evaluate {folder}` again.",
        )
    return bundle, evaluation
