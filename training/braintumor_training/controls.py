"""Sanity controls: how much of a figure could come from elsewhere than the disease.

(1) shuffled training labels fall to chance; (2) ten histogram and texture features on the same
split; (3) randomised weights change the explanation (Adebayo et al., NeurIPS 2018).
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from braintumor_training.errors import TrainingError
from braintumor_training.frames import Frames
from braintumor_training.metrics import balanced_accuracy
from braintumor_training.pixels import read_pixels
from braintumor_training.prediction import Asker, Predictions
from braintumor_training.samples import Sample

TEN_FEATURES = (
    *("mean", "spread", "skewness", "median", "95th percentile", "entropy"),
    *("share of background", "gradient", "fine texture", "coarse texture"),
)
_SHUFFLES = 20
_MAPS = 64
_MAP_SIDE = 16


def ten_features(pixels: NDArray[np.float32]) -> list[float]:
    """Histogram and texture of a whole image, none of them anatomy; see ``TEN_FEATURES``."""
    low, high = np.percentile(pixels, (0.5, 99.5))
    unit = ((pixels - low) / max(float(high - low), 1e-6)).clip(0, 1)
    counts = np.histogram(unit, bins=32, range=(0, 1))[0] / unit.size
    spread = float(unit.std()) or 1e-6
    rows, columns = np.diff(unit, axis=0), np.diff(unit, axis=1)
    coarse = unit[::4, ::4]
    return [
        float(unit.mean()),
        spread,
        float((((unit - unit.mean()) / spread) ** 3).mean()),
        float(np.median(unit)),
        float(np.percentile(unit, 95)),
        float(-(counts[counts > 0] * np.log(counts[counts > 0])).sum()),
        float((unit < 0.05).mean()),
        float(np.abs(rows).mean() + np.abs(columns).mean()),
        float(np.abs(np.diff(unit, 2, axis=0)).mean()),
        float(np.abs(np.diff(coarse, axis=0)).mean()) if len(coarse) > 1 else 0.0,
    ]


def ten_feature_control(
    train: Sequence[Sample], test: Sequence[Sample], classes: Sequence[str]
) -> dict[str, Any]:
    """A random forest on ten features of the files, trained and tested on the network's split."""
    from sklearn.ensemble import RandomForestClassifier

    rows, labels = _table(train, classes)
    test_rows, test_labels = _table(test, classes)
    forest = RandomForestClassifier(
        300, min_samples_leaf=2, class_weight="balanced", random_state=0, n_jobs=1
    ).fit(rows, labels)
    predicted = forest.predict(test_rows)
    return {
        "features": list(TEN_FEATURES),
        "balanced_accuracy": balanced_accuracy(test_labels, predicted),
        "accuracy": float((predicted == test_labels).mean()),
        "recall": {
            key: float((predicted[test_labels == i] == i).mean())
            for i, key in enumerate(classes)
            if (test_labels == i).any()
        },
    }


def _table(
    samples: Sequence[Sample], classes: Sequence[str]
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    rows, labels = [], []
    for sample in samples:
        try:
            rows.append(ten_features(read_pixels(sample)))
        except TrainingError:
            continue  # told of where the network's frames are loaded
        labels.append(classes.index(sample.label))
    return np.array(rows), np.array(labels, dtype=np.int64)


def shuffled_label_control(train: Predictions, test: Predictions, seed: int = 0) -> dict[str, Any]:
    """Refit the linear head on shuffled training labels; persons keep one label each.

    A head on the network's features learns the true labels; with shuffled ones only chance is left,
    on average over the shuffles, unless test images can be recognised.
    """
    labels, truth = train.frames.labels, test.frames.labels
    persons, index = np.unique(np.asarray(train.persons), return_inverse=True)
    first = np.array([labels[index == p][0] for p in range(len(persons))])
    rng = np.random.default_rng(seed)
    real = balanced_accuracy(truth, _head(train.features, labels, test.features))
    shuffled = [
        balanced_accuracy(
            truth, _head(train.features, rng.permutation(first)[index], test.features)
        )
        for _ in range(_SHUFFLES)
    ]
    return {
        "chance": 1 / len(np.unique(truth)),
        "true_labels": real,
        "shuffled_mean": float(np.mean(shuffled)),
        "shuffled_range": [float(min(shuffled)), float(max(shuffled))],
        "shuffles": _SHUFFLES,
    }


def _head(
    features: NDArray[np.float32], labels: NDArray[np.int64], test: NDArray[np.float32]
) -> NDArray[np.int64]:
    """A ridge classifier: closed form, so that twenty shuffles cost seconds."""
    from sklearn.linear_model import RidgeClassifier
    from sklearn.preprocessing import StandardScaler

    scale = StandardScaler().fit(features)
    head = RidgeClassifier(alpha=1e3, class_weight="balanced").fit(
        scale.transform(features), labels
    )
    result: NDArray[np.int64] = head.predict(scale.transform(test))
    return result


def randomised_weight_control(asker: Asker, frames: Frames, seed: int = 0) -> dict[str, Any]:
    """Rank correlation of the true class's maps with those of networks with randomised weights.

    From the head downwards: the head, the head and the upper half, everything.  A map that does not
    change would draw the image, not what the network knows.
    """
    known = np.flatnonzero(frames.borders.any((1, 2)))[:_MAPS]
    chosen = known if len(known) else np.arange(min(_MAPS, len(frames)))
    part = Frames(
        frames.images[chosen],
        frames.borders[chosen],
        frames.labels[chosen],
        tuple(frames.samples[i] for i in chosen),
    )
    trained = asker.ask(part, maps=True).maps
    result = {}
    children = list(asker.network.children())
    for name, count in (
        ("head", 1),
        ("upper half", max(2, len(children) // 2)),
        ("everything", len(children)),
    ):
        network = copy.deepcopy(asker.network)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            for child in list(network.children())[-count:]:
                child.apply(_reset)
        maps = Asker(asker.bundle, asker.device, network).ask(part, maps=True).maps
        result[name] = _rank_correlation(trained, maps)
    return {"n": len(chosen), "rank_correlation": result}


def _reset(module: torch.nn.Module) -> None:
    reset = getattr(module, "reset_parameters", None)
    if callable(reset):
        reset()


def _rank_correlation(first: NDArray[np.float32], second: NDArray[np.float32]) -> float:
    """Mean Spearman correlation over images, on maps reduced to 16 x 16; blank maps count 0."""
    from scipy.stats import rankdata

    values = []
    for one, other in zip(first, second, strict=True):
        a, b = (rankdata(_reduced(m)) for m in (one, other))
        spread = a.std() * b.std()
        values.append(
            float(((a - a.mean()) * (b - b.mean())).mean() / spread) if spread > 0 else 0.0
        )
    return float(np.mean(values))


def _reduced(values: NDArray[np.float32]) -> NDArray[np.float32]:
    step = max(1, values.shape[0] // _MAP_SIDE)
    side = values.shape[0] // step * step
    blocks = values[:side, :side].reshape(side // step, step, side // step, step)
    result: NDArray[np.float32] = blocks.mean((1, 3)).ravel()
    return result
