"""How far the radiologist and the model agree over the readings of a journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.reporting.readings import IMPRESSIONS, Reading

ABSTAINED = "abstained"
ROWS, COLUMNS = IMPRESSIONS, (*CLASS_KEYS, ABSTAINED)
FEWEST = 20  # compared readings from which on the interval is worked out
_Z = 1.959963984540054  # both sides of 95 % of the normal distribution


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
    models
        Of how many models answers were counted.
    kappa
        Cohen's kappa over the compared readings; ``None`` where there are none, where chance alone
        would make them agree (both always said one class), or where several models answered: it
        is a measure of two readers, and a reading would count once for each of them.
    interval
        Its 95 % confidence interval, which holds for large samples: ``None`` below ``FEWEST``
        compared readings, and where they leave no spread to judge by (all agree).
    left_out
        Readings that count nowhere: made after an answer had been seen, or not answered.
    """

    table: NDArray[np.int64]
    compared: int
    agreed: int
    models: int
    kappa: float | None
    interval: tuple[float, float] | None
    left_out: int


def agreement_of(readings: Sequence[Reading]) -> Agreement:
    """Count the readings and work out Cohen's kappa (Cohen 1960, Educ. Psychol. Meas. 20:37).

    Its interval is that of Fleiss, Cohen and Everitt (1969, Psychol. Bull. 72:323).
    """
    table = np.zeros((len(ROWS), len(COLUMNS)), dtype=np.int64)
    counted = [r for r in readings if r.blind and r.answer is not None]
    for reading in counted:
        table[ROWS.index(reading.impression), COLUMNS.index(reading.model_class or ABSTAINED)] += 1
    both = table[: len(CLASS_KEYS), : len(CLASS_KEYS)]
    compared, agreed = int(both.sum()), int(np.trace(both))
    models = len({r.answer.weights_sha256 for r in counted if r.answer is not None})
    kappa = _kappa(both) if models <= 1 else None
    interval = None if kappa is None else _interval(both, kappa)
    left_out = len(readings) - len(counted)
    return Agreement(table, compared, agreed, models, kappa, interval, left_out)


def _kappa(both: NDArray[np.int64]) -> float | None:
    total = int(both.sum())
    if total == 0:
        return None
    chance = int(both.sum(axis=0) @ both.sum(axis=1))  # exact: in units of 1 / total²
    if chance == total**2:
        return None
    return (total * int(np.trace(both)) - chance) / (total**2 - chance)


def _interval(both: NDArray[np.int64], kappa: float) -> tuple[float, float] | None:
    """Equation 13 of Fleiss, Cohen and Everitt."""
    if both.sum() < FEWEST:
        return None
    share = both / both.sum()
    rows, columns = share.sum(axis=1), share.sum(axis=0)
    chance = float(rows @ columns)
    same = np.diag(share) * (1 - (rows + columns) * (1 - kappa)) ** 2
    other = share * (columns[:, None] + rows[None, :]) ** 2
    np.fill_diagonal(other, 0)
    spread = same.sum() + (1 - kappa) ** 2 * other.sum() - (kappa - chance * (1 - kappa)) ** 2
    if spread < 1e-12:
        return None
    error = float(np.sqrt(spread / both.sum())) / (1 - chance)
    return max(-1.0, kappa - _Z * error), min(1.0, kappa + _Z * error)
