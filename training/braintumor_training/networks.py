"""The networks that can be trained, by key."""

from __future__ import annotations

from typing import Any

from braintumor_desktop.models.classes import CLASS_KEYS


def build_network(key: str, *, dropout: float) -> Any:
    """Build a network with random weights for the product's classes."""
    from braintumor_desktop.models.improved_resnet34 import improved_resnet34

    builders = {"improved_resnet34": improved_resnet34}
    return builders[key](len(CLASS_KEYS), dropout=dropout)
