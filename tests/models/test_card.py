from __future__ import annotations

import builtins
import json
from pathlib import Path
from typing import Any

import pytest

from braintumor_desktop.errors import BundleError
from braintumor_desktop.models.card import check_card, read_card

WEIGHTS = {"file": "weights.safetensors", "sha256": "0" * 64, "dtype": "float16", "parameters": 1}


@pytest.fixture
def card(make_card: Any) -> dict[str, Any]:
    return make_card(schema_version=1, weights=dict(WEIGHTS))


def test_a_whole_card_is_accepted(card: dict[str, Any]) -> None:
    card["metrics"] = [
        {
            "protocol": "nickparvar-grouped",
            "fold": 0,
            "split": "test",
            "n": 10,
            "patients": 5,
            "balanced_accuracy": 0.93,
            "confusion_matrix": [[5, 0], [1, 4]],
            "confidence_interval_95": {"balanced_accuracy": [0.9, 0.96]},
            "per_class": {"glioma": {"recall": 0.9}},
            "leaky": False,
        }
    ]
    check_card(card)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"licence": None}, "licence"),
        ({"classes": ["glioma"]}, "classes"),
        ({"version": "new"}, "version"),
        ({"calibration": {"method": "temperature", "temperature": 0}}, "calibration/temperature"),
        ({"intended_use": "Diagnosis"}, "intended_use"),
        ({"metrics": [{"protocol": "p", "split": "test", "n": 0}]}, "metrics/0/n"),
        ({"metrics": [{"protocol": "p", "split": "test", "n": 1, "accuracy": 98}]}, "accuracy"),
        ({"surprise": 1}, "the card"),
    ],
)
def test_a_wrong_entry_is_named(card: dict[str, Any], change: dict[str, Any], where: str) -> None:
    with pytest.raises(BundleError, match=f"not valid at .*{where}"):
        check_card({**card, **change})


@pytest.mark.parametrize(
    "entry", ["name", "network", "preprocessing", "weights", "training", "metrics", "limits"]
)
def test_a_missing_entry_is_named(card: dict[str, Any], entry: str) -> None:
    del card[entry]
    with pytest.raises(BundleError, match=f"'{entry}' is a required property"):
        check_card(card)


def test_a_newer_schema_is_refused_with_what_to_do(card: dict[str, Any]) -> None:
    with pytest.raises(BundleError, match=r"schema 2; .* up to 1.*newer version of BrainTumor"):
        check_card({**card, "schema_version": 2, "whatever": "a newer version knows"})


def test_a_network_that_is_not_known_is_refused(card: dict[str, Any]) -> None:
    with pytest.raises(BundleError, match="No network is called 'vit'"):
        check_card({**card, "network": "vit"})


def test_a_class_that_is_not_known_is_refused(card: dict[str, Any]) -> None:
    with pytest.raises(BundleError, match="does not know: fracture"):
        check_card({**card, "classes": ["glioma", "fracture"]})


def test_percentiles_that_do_not_rise_are_refused(card: dict[str, Any]) -> None:
    card["preprocessing"]["percentiles"] = [99.5, 0.5]
    with pytest.raises(BundleError, match="percentiles do not rise"):
        check_card(card)


def test_a_card_that_is_no_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "card.json").write_text("{not json")
    with pytest.raises(BundleError, match=r"card\.json: The model's card cannot be read"):
        read_card(tmp_path)


def test_a_card_that_is_no_object_is_refused(tmp_path: Path) -> None:
    (tmp_path / "card.json").write_text(json.dumps([1]))
    with pytest.raises(BundleError, match="not a JSON object"):
        read_card(tmp_path)


def test_without_jsonschema_the_error_names_the_command(
    card: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("jsonschema"):
            raise ImportError(name)
        return whole(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(BundleError, match="pip install jsonschema"):
        check_card(card)
