"""What the README promises is what the card of the shipped weights says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

README = Path(__file__).resolve().parents[1] / "README.md"
CARD = README.parent / "resources/models/improved_resnet34/card.json"


@pytest.fixture(scope="module")
def readme() -> str:
    return README.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def metrics() -> dict:
    (metrics,) = json.loads(CARD.read_text(encoding="utf-8"))["metrics"]
    return metrics


def _row(value: float, interval: list[float]) -> str:
    low, high = interval
    return f"| {value:.1%} | {low * 100:.1f} to {high * 100:.1f} |".replace("%", " %")


def test_the_accuracies_are_those_of_the_card(readme: str, metrics: dict) -> None:
    for name in ("balanced_accuracy", "accuracy"):
        row = _row(metrics[name], metrics["confidence_interval_95"][name])
        assert f"| {name.replace('_', ' ')} {row}" in readme


@pytest.mark.parametrize("key", ["glioma", "meningioma", "pituitary", "no_tumor"])
def test_the_recalls_are_those_of_the_card(readme: str, metrics: dict, key: str) -> None:
    row = metrics["per_class"][key]
    interval = _row(row["recall"], metrics["confidence_interval_95"][f"recall_{key}"])
    assert f"(n {row['n']}) {interval}" in readme


def test_the_number_of_images_and_patients_is_that_of_the_card(readme: str, metrics: dict) -> None:
    assert f"{metrics['n']} images of {metrics['patients']} patients" in readme
    assert f"| {metrics['ece_before']:.3f}, {metrics['ece_after']:.3f} |" in readme


def test_the_research_words_stand_in_it(readme: str) -> None:
    assert "Research use only. Not for diagnosis." in readme
