"""Features of files and grey values, none of them anatomy, and how well each tells the class."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from braintumor_training.samples import Sample

# What each column means; the order is that of the rows that ``file_features`` gives.
FEATURES = (
    "width",
    "height",
    "aspect",
    "file type",
    "colour mode",
    "bytes a pixel",
    "JPEG tables",
    "corner brightness",
    "share of black",
    "share of saturated",
    "mean",
    "spread",
)
FORMAT_FEATURES = FEATURES[:7]
_FOLDS = 5
_LEAVES = 8


@dataclass(frozen=True)
class Shortcut:
    """How well the class is told from a feature alone.

    Attributes
    ----------
    feature
        Name of the feature, or of a set of them.
    balanced_accuracy
        Of a small decision tree, cross-validated over different images.
    chance
        One over the number of classes.
    """

    feature: str
    balanced_accuracy: float
    chance: float

    @property
    def gives_away(self) -> bool:
        """Whether it stands clearly above chance: by a fifth of what there is to gain."""
        return self.balanced_accuracy > self.chance + 0.2 * (1 - self.chance)


def file_features(sample: Sample, pixels: NDArray[np.float32]) -> list[float]:
    """The row of one image, in the order of ``FEATURES``."""
    height, width = pixels.shape
    kind, mode, tables = _header(sample)
    top = float(pixels.max()) or 1.0
    edge = max(2, min(height, width) // 16)
    corners = [pixels[:edge, :edge], pixels[:edge, -edge:], pixels[-edge:, :edge]]
    return [
        width,
        height,
        width / height,
        kind,
        mode,
        sample.path.stat().st_size / pixels.size,
        tables,
        float(np.mean([c.mean() for c in [*corners, pixels[-edge:, -edge:]]])),
        float((pixels == pixels.min()).mean()),
        float((pixels >= top).mean()),
        float(pixels.mean()),
        float(pixels.std()),
    ]


def _header(sample: Sample) -> tuple[float, float, float]:
    """Numbers for file type, colour mode and the sum of the JPEG quantisation tables."""
    if sample.decoder != "raster":
        return _number(sample.decoder), 0.0, 0.0
    with Image.open(sample.path) as image:
        tables = getattr(image, "quantization", None) or {}
        return (
            _number(image.format or ""),
            _number(image.mode),
            float(sum(sum(table) for table in tables.values())),
        )


def _number(text: str) -> float:
    """A stable number for a word; its size means nothing, a tree only tells values apart."""
    return float(sum(ord(letter) * 31**place % 9973 for place, letter in enumerate(text)))


def rate_shortcuts(
    rows: NDArray[np.float64], labels: Sequence[str], clusters: Sequence[str]
) -> list[Shortcut]:
    """Rate every feature, all format features, and all together; the strongest first.

    Parameters
    ----------
    rows
        (N, len(FEATURES)).
    labels, clusters
        Class and cluster of every image; copies are never trained and tested on.
    """
    names, counts = np.unique(labels, return_counts=True)
    if len(names) < 2 or counts.min() < _FOLDS:
        return []
    chance = 1 / len(names)
    columns = {name: [index] for index, name in enumerate(FEATURES)}
    columns["file format (together)"] = list(range(len(FORMAT_FEATURES)))
    columns["all of these together"] = list(range(len(FEATURES)))
    rated = [
        Shortcut(name, _rate(rows[:, chosen], np.asarray(labels), np.asarray(clusters)), chance)
        for name, chosen in columns.items()
    ]
    return sorted(rated, key=lambda s: -s.balanced_accuracy)


def _rate(rows: NDArray[np.float64], labels: NDArray[np.str_], clusters: NDArray[np.str_]) -> float:
    from sklearn.model_selection import StratifiedGroupKFold
    from sklearn.tree import DecisionTreeClassifier

    if (rows == rows[0]).all():
        return 1 / len(np.unique(labels))  # a constant tells nothing
    predicted = labels.copy()
    folds = StratifiedGroupKFold(_FOLDS, shuffle=True, random_state=0)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "The least populated class", UserWarning)
        for train, test in folds.split(rows, labels, clusters):
            tree = DecisionTreeClassifier(
                max_leaf_nodes=_LEAVES * rows.shape[1],
                min_samples_leaf=3,
                class_weight="balanced",
                random_state=0,
            )
            predicted[test] = tree.fit(rows[train], labels[train]).predict(rows[test])
    return float(np.mean([(predicted[labels == c] == c).mean() for c in np.unique(labels)]))
