"""The classes that a slice's true one is among, at a stated coverage.

Adaptive prediction sets (Romano, Sesia, Candes, NeurIPS 2020) without randomisation: the score of a
class is the probability gathered by the classes before it, so a set is never empty and a reader
sees the same set twice.  The quantile is found by ``braintumor_training.conformal`` on patients
that the network was not trained on, and travels on the card.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from braintumor_desktop.errors import BundleError

METHOD = "aps"
RULE = (
    "classes in order of falling probability; a class is in the set while the probability gathered"
    " before it is at most the quantile"
)


@dataclass(frozen=True)
class PredictionSet:
    """Keys of the classes, the most probable first, and how often such sets hold the true one.

    ``coverage`` is in (0, 1), over new patients like those of the calibration.
    """

    class_keys: tuple[str, ...]
    coverage: float


@dataclass(frozen=True)
class SetThreshold:
    """What a card says of its sets: the quantile (probability) and the coverage."""

    quantile: float
    coverage: float

    @classmethod
    def from_card(cls, card: Mapping[str, Any]) -> SetThreshold | None:
        """The card's threshold; ``None`` where it has none, or one of a method not known here.

        Raises
        ------
        BundleError
            If it has one that cannot be.
        """
        entry = (card.get("thresholds") or {}).get("prediction_set")
        if not entry or entry.get("method") != METHOD:
            return None
        try:
            quantile, alpha = float(entry["quantile"]), float(entry["alpha"])
        except (KeyError, TypeError, ValueError):
            quantile = alpha = float("nan")
        if not (0 <= quantile <= 1 and 0 < alpha < 1):
            raise BundleError(
                "The card's prediction set has no quantile and alpha between 0 and 1.",
                remedy="Install the model again, or export it again with braintumor-train.",
            )
        return cls(quantile, 1 - alpha)

    def of(
        self, probabilities: NDArray[np.floating[Any]], class_keys: Sequence[str]
    ) -> PredictionSet:
        """The set of one slice; probabilities (K,) in the order of the keys."""
        (inside,) = prediction_sets(np.asarray(probabilities, np.float64)[None], self.quantile)
        order = np.argsort(-probabilities, kind="stable")
        return PredictionSet(tuple(class_keys[i] for i in order if inside[i]), self.coverage)


def mass_before(probabilities: NDArray[np.float64]) -> NDArray[np.float64]:
    """(N, K) probability gathered by the classes before each class; 0 for the leading one."""
    order = np.argsort(-probabilities, axis=1, kind="stable")
    ordered = np.take_along_axis(probabilities, order, 1)
    before = np.cumsum(ordered, 1) - ordered
    result = np.empty_like(before)
    np.put_along_axis(result, order, before, 1)
    return result


def prediction_sets(probabilities: NDArray[np.float64], quantile: float) -> NDArray[np.bool_]:
    """(N, K) whether a class is in an image's set; the leading class always is."""
    before = mass_before(probabilities)
    result: NDArray[np.bool_] = before <= quantile
    return result | (before == 0)
