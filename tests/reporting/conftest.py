"""Findings without a network behind them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from braintumor_desktop.inference.finding import Explanation, Finding, ModelIdentity
from braintumor_desktop.inference.preprocess import FrameTransform
from braintumor_desktop.models.classes import CLASS_KEYS


@pytest.fixture
def make_finding() -> Callable[..., Finding]:
    """A finding whose glioma map is hot in its first cell, and whose last class has no evidence."""

    def make(slice_: Any, **changes: Any) -> Finding:
        height, width = slice_.pixels.shape
        maps = np.zeros((4, 4, 4), dtype=np.float32)
        maps[0, 0, 0] = maps[1, 3, 3] = maps[2, 1, 1] = 1
        transform = FrameTransform(0, 0, width / 64, height / 64, 64, (height, width))
        values: dict[str, Any] = {
            "class_keys": CLASS_KEYS,
            "probabilities": np.array([0.7, 0.2, 0.06, 0.04], dtype=np.float32),
            "explanation": Explanation("Grad-CAM", maps, maps.any((1, 2)), transform),
            "model": ModelIdentity("improved_resnet34", "1.2", "abcdef01" * 8),
            "device": "CPU bf16",
            "timings": {"prepare": 2.0, "network": 40.0},
        }
        return Finding(**{**values, **changes})

    return make
