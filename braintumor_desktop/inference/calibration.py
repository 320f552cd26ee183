"""Temperature scaling: logits to probabilities that mean what they say (Guo et al., ICML 2017)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

_BOUNDS = (0.05, 20.0)  # a temperature outside tells of a broken fit, not of a network


def temperature_softmax(
    logits: NDArray[np.floating[Any]], temperature: float = 1.0
) -> NDArray[np.float32]:
    """Softmax of ``logits / temperature`` over the last axis.

    Parameters
    ----------
    logits
        (..., K).
    temperature
        Above 1 the probabilities move towards each other, below 1 apart.

    Returns
    -------
    (..., K) float32, summing to 1.
    """
    if not temperature > 0:
        raise ValueError(f"the temperature must be positive, not {temperature}")
    scaled = np.asarray(logits, dtype=np.float64) / temperature
    scaled -= scaled.max(axis=-1, keepdims=True)
    np.exp(scaled, out=scaled)
    scaled /= scaled.sum(axis=-1, keepdims=True)
    return scaled.astype(np.float32)


def negative_log_likelihood(
    logits: NDArray[np.floating[Any]], labels: NDArray[np.integer[Any]], temperature: float = 1.0
) -> float:
    """Mean of ``-log p(label)`` at this temperature; logits (N, K), labels (N,)."""
    scaled = np.asarray(logits, dtype=np.float64) / temperature
    scaled -= scaled.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(scaled).sum(axis=1))
    return float(np.mean(log_sum - scaled[np.arange(len(labels)), labels]))


def fit_temperature(logits: NDArray[np.floating[Any]], labels: NDArray[np.integer[Any]]) -> float:
    """Find the temperature of the smallest negative log-likelihood.

    Parameters
    ----------
    logits
        (N, K) of images that the network was not trained on.
    labels
        (N,) class indices.

    Raises
    ------
    ValueError
        If there is nothing to fit, or shapes do not agree.
    """
    from scipy.optimize import minimize_scalar

    logits, labels = np.asarray(logits), np.asarray(labels)
    if logits.ndim != 2 or labels.shape != logits.shape[:1] or len(labels) == 0:
        raise ValueError(f"no temperature fits logits {logits.shape} with labels {labels.shape}")
    low, high = np.log(_BOUNDS)
    fit = minimize_scalar(
        lambda log_t: negative_log_likelihood(logits, labels, float(np.exp(log_t))),
        bounds=(low, high),
        method="bounded",
        options={"xatol": 1e-5},
    )
    return float(np.exp(fit.x))
