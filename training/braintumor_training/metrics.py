"""Figures of merit of a classification, in numpy; intervals by bootstrap over patients."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Labels = NDArray[np.int64]
Probabilities = NDArray[np.floating]


def confusion_matrix(labels: Labels, predicted: Labels, classes: int) -> NDArray[np.int64]:
    """(K, K) counts: rows are true classes, columns predicted ones."""
    return np.bincount(labels * classes + predicted, minlength=classes**2).reshape(classes, classes)


def balanced_accuracy(labels: Labels, predicted: Labels) -> float:
    """Mean of the recalls of the classes that occur."""
    return float(np.mean([np.mean(predicted[labels == c] == c) for c in np.unique(labels)]))
