"""The card of a model bundle: read, checked against its schema, written.

A card is plain JSON.  ``resources/schemas/card.schema.json`` says what must stand on it; what a
schema cannot say (is the network known, are the classes ours, do percentiles rise) is said here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from braintumor_desktop.errors import BundleError
from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.models.registry import network_entry
from braintumor_desktop.resources import resource_path

SCHEMA_VERSION = 1
CARD_FILE = "card.json"
_BUNDLE_REMEDY = "Install the model again, or export it again with braintumor-train."


def read_card(folder: Path) -> dict[str, Any]:
    """Read and check the card of the bundle in ``folder``.

    Raises
    ------
    BundleError
        If it is missing, is no JSON, was written by a newer version, or lacks something.
    """
    path = folder / CARD_FILE
    try:
        card = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BundleError(
            "This folder holds no card.json, so it is not a model bundle.",
            path=folder,
            remedy="Choose a folder that holds weights.safetensors and card.json.",
        ) from None
    except (OSError, ValueError) as error:
        raise BundleError(
            f"The model's card cannot be read: {error}.", path=path, remedy=_BUNDLE_REMEDY
        ) from error
    check_card(card, path)
    return dict(card)


def check_card(card: object, path: Path | None = None) -> None:
    """Check a card, as :func:`read_card` does.

    Raises
    ------
    BundleError
        Naming the first entry that is wrong, and why.
    """
    if not isinstance(card, Mapping):
        raise BundleError("The model's card is not a JSON object.", path=path)
    _check_version(card, path)
    _check_schema(card, path)
    network_entry(card["network"])
    if unknown := [key for key in card["classes"] if key not in CLASS_KEYS]:
        raise BundleError(
            f"The model tells classes apart that this version does not know: {', '.join(unknown)}.",
            path=path,
            remedy="Install a newer version of BrainTumor Desktop.",
        )
    low, high = card["preprocessing"]["percentiles"]
    if low >= high:
        raise BundleError(
            f"The card's percentiles do not rise: {low}, {high}.", path=path, remedy=_BUNDLE_REMEDY
        )


def _check_version(card: Mapping[str, Any], path: Path | None) -> None:
    version = card.get("schema_version")
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise BundleError(
            f"The model's card is of schema {version}; this version reads up to {SCHEMA_VERSION}.",
            path=path,
            remedy="Install a newer version of BrainTumor Desktop.",
        )


def _check_schema(card: Mapping[str, Any], path: Path | None) -> None:
    try:
        from jsonschema import Draft202012Validator
        from jsonschema.exceptions import best_match
    except ImportError as error:
        raise BundleError(
            "The model's card cannot be checked: the package jsonschema is missing.",
            path=path,
            remedy="Run: pip install jsonschema",
        ) from error
    worst = best_match(Draft202012Validator(_schema()).iter_errors(card))
    if worst is not None:
        where = "/".join(str(part) for part in worst.absolute_path) or "the card"
        raise BundleError(
            f"The model's card is not valid at {where}: {worst.message}.",
            path=path,
            remedy=_BUNDLE_REMEDY,
        )


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(
        resource_path("schemas", "card.schema.json").read_text(encoding="utf-8")
    )
    return schema
