"""Evaluation of a run: the very file that would ship, on its validation and test groups.

The temperature is fitted on the validation groups; the test fold is read once, one image a cluster.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from braintumor_desktop.inference.calibration import fit_temperature
from braintumor_desktop.models.bundle import ModelBundle, write_bundle
from braintumor_training.card import draft_card, final_card
from braintumor_training.errors import TrainingError
from braintumor_training.loop import pick_device
from braintumor_training.metrics import (
    classification_metrics,
    expected_calibration_error,
    explanation_metrics,
    patient_intervals,
)
from braintumor_training.prediction import Predictions, predict_samples
from braintumor_training.runs import BUNDLE, EVALUATION, Run
from braintumor_training.splits import one_per_cluster

METRICS = "metrics.json"


def evaluate_run(folder: Path, *, device: str = "auto") -> dict[str, Any]:
    """Write the run's candidate bundle, evaluate it, and write ``evaluation/metrics.json``.

    Returns
    -------
    What the file holds: weights' SHA-256, temperature, classification and explanation figures.
    """
    run = Run.read(folder)
    samples = run.dataset().samples
    weights, epochs = run.weights()
    card = draft_card(run, samples, epochs)
    bundle = write_bundle(folder / BUNDLE, weights, card)
    on = pick_device(device)
    validation = predict_samples(bundle, one_per_cluster(run.split.part(samples, "validation")), on)
    temperature = fit_temperature(validation.logits, validation.frames.labels)
    test = predict_samples(bundle, one_per_cluster(run.split.part(samples, "test")), on)
    result = {
        "weights_sha256": bundle.sha256,
        "temperature": temperature,
        "fitted_on": f"{len(validation.frames)} validation images, one a cluster",
        "epochs": epochs,
        "metrics": test_metrics(run, test, temperature),
        "explanation": {
            "method": "Grad-CAM of the true class",
            **explanation_metrics(test.maps, test.frames.borders),
        },
    }
    (folder / EVALUATION).mkdir(exist_ok=True)
    path = folder / EVALUATION / METRICS
    path.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return result


def test_metrics(run: Run, test: Predictions, temperature: float) -> dict[str, Any]:
    """The figures of the test fold, named by protocol, fold and split hash."""
    labels, samples = test.frames.labels, test.frames.samples
    probabilities = test.probabilities(temperature)
    groups = [sample.group for sample in samples]
    sources = np.array([sample.source for sample in samples])
    predicted = probabilities.argmax(1)
    return {
        "protocol": run.split.protocol,
        "fold": run.split.fold,
        "split": "test",
        "split_sha256": run.split.sha256,
        "leaky": run.split.leaky,
        "patients": len(set(groups)),
        **classification_metrics(probabilities, labels, run.classes),
        "ece_before": expected_calibration_error(test.probabilities(), labels),
        "confidence_interval_95": patient_intervals(predicted, labels, groups, run.classes),
        "by_source": {
            str(source): {
                "n": int((sources == source).sum()),
                "accuracy": float((predicted == labels)[sources == source].mean()),
            }
            for source in np.unique(sources)
        },
    }


def export_run(folder: Path, target: Path, *, version: str) -> ModelBundle:
    """Write the bundle that ships: the evaluated weights and a card filled from the evaluation.

    Raises
    ------
    TrainingError
        If the run has not been evaluated, or the evaluation is of other weights.
    """
    path = folder / EVALUATION / METRICS
    if not path.exists():
        raise TrainingError(
            "The run has not been evaluated.",
            path=folder,
            remedy=f"Run `braintumor-train evaluate {folder}` first.",
        )
    evaluation = json.loads(path.read_text(encoding="utf-8"))
    evaluated = ModelBundle.load(folder / BUNDLE)
    if evaluated.sha256 != evaluation["weights_sha256"]:
        raise TrainingError(
            "The evaluation is not of the bundle that lies beside it.",
            path=folder,
            remedy=f"Run `braintumor-train evaluate {folder}` again.",
        )
    draft = {k: v for k, v in evaluated.card.items() if k not in ("schema_version", "weights")}
    card = final_card(draft, evaluation, version=version)
    return write_bundle(target, evaluated.build(), card)
