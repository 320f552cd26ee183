"""What the README promises is what the cards of the shipped weights say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

README = Path(__file__).resolve().parents[1] / "README.md"
MODELS = README.parent / "resources/models"
SHIPPED = ("improved_resnet34", "xception")


@pytest.fixture(scope="module")
def readme() -> str:
    return README.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def cards() -> list[dict[str, Any]]:
    """The cards of the shipped models, in the order of the README's columns."""
    return [json.loads((MODELS / key / "card.json").read_text("utf-8")) for key in SHIPPED]


@pytest.fixture(scope="module")
def metrics(cards: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The figures of each card's very weights: they stand first."""
    return [card["metrics"][0] for card in cards]


def _percent(value: float, interval: list[float]) -> str:
    low, high = interval
    return f"{value * 100:.1f} % | {low * 100:.1f} to {high * 100:.1f}"


def test_every_shipped_model_has_its_column(readme: str, cards: list[dict[str, Any]]) -> None:
    assert {folder.name for folder in MODELS.iterdir()} == set(SHIPPED)
    names = [f"`{card['name']}` {card['version']} | 95 %" for card in cards]
    assert f"| figure | {' | '.join(names)} |" in readme


@pytest.mark.parametrize("name", ["balanced_accuracy", "accuracy"])
def test_the_accuracies_are_those_of_the_cards(
    readme: str, metrics: list[dict[str, Any]], name: str
) -> None:
    row = " | ".join(_percent(m[name], m["confidence_interval_95"][name]) for m in metrics)
    assert f"| {name.replace('_', ' ')} | {row} |" in readme


@pytest.mark.parametrize("key", ["glioma", "meningioma", "pituitary", "no_tumor"])
def test_the_recalls_are_those_of_the_cards(
    readme: str, metrics: list[dict[str, Any]], key: str
) -> None:
    row = " | ".join(
        _percent(m["per_class"][key]["recall"], m["confidence_interval_95"][f"recall_{key}"])
        for m in metrics
    )
    (count,) = {m["per_class"][key]["n"] for m in metrics}
    assert f"(n {count}) | {row} |" in readme


def test_calibration_and_maps_are_those_of_the_cards(
    readme: str, cards: list[dict[str, Any]], metrics: list[dict[str, Any]]
) -> None:
    calibration = " | ".join(f"{m['ece_before']:.3f}, {m['ece_after']:.3f} | " for m in metrics)
    assert f"| {calibration}|" in readme
    for name in ("pointing_game", "energy_inside"):
        row = " | ".join(f"{card['explanation'][name]:.3f} | " for card in cards)
        assert f"| {row}|" in readme


def test_the_number_of_images_and_patients_is_that_of_the_cards(
    readme: str, metrics: list[dict[str, Any]]
) -> None:
    for figures in metrics:
        assert f"{figures['n']} images of {figures['patients']} patients" in readme
        assert f"`{figures['split_sha256'][:12]}`" in readme


def test_the_research_words_stand_in_it(readme: str) -> None:
    assert "Research use only. Not for diagnosis." in readme
