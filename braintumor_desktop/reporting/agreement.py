"""How far the radiologist and the model agree over the readings of a journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.reporting.journal import IMPRESSIONS, Reading

ABSTAINED = "abstained"
ROWS, COLUMNS = IMPRESSIONS, (*CLASS_KEYS, ABSTAINED)


@dataclass(frozen=True)
class Agreement:
    """Who said what how often.

    Attributes
    ----------
    table
        (5, 5) int, counts: ``ROWS`` (the radiologist's classes, unsure) against ``COLUMNS`` (the
        model's classes, abstained).
    compared
        Readings in which both give a class.
    agreed
        Those in which it is the same.
    kappa
        Cohen's kappa over the compared readings; ``None`` where there are none or where chance
        alone would make them agree (both always said one class).
    """

    table: NDArray[np.int64]
    compared: int
    agreed: int
    kappa: float | None


def agreement_of(readings: Sequence[Reading]) -> Agreement:
    """Count the readings and work out Cohen's kappa (Cohen 1960, Educ. Psychol. Meas. 20:37)."""
    table = np.zeros((len(ROWS), len(COLUMNS)), dtype=np.int64)
    for reading in readings:
        table[ROWS.index(reading.impression), COLUMNS.index(reading.model_class or ABSTAINED)] += 1
    both = table[: len(CLASS_KEYS), : len(CLASS_KEYS)]
    compared, agreed = int(both.sum()), int(np.trace(both))
    return Agreement(table, compared, agreed, _kappa(both))


def _kappa(both: NDArray[np.int64]) -> float | None:
    total = int(both.sum())
    if total == 0:
        return None
    chance = int(both.sum(axis=0) @ both.sum(axis=1))  # exact: in units of 1 / total²
    if chance == total**2:
        return None
    return (total * int(np.trace(both)) - chance) / (total**2 - chance)
