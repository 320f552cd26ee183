from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from braintumor_desktop.inference.preprocess import Preprocessing
from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_training.controls import (
    TEN_FEATURES,
    randomised_weight_control,
    shuffled_label_control,
    ten_feature_control,
    ten_features,
)
from braintumor_training.frames import Frames, load_frames
from braintumor_training.prediction import Predictions
from braintumor_training.samples import Sample
from braintumor_training.sources import read_source


def _predictions(seed: int, persons: int = 60) -> Predictions:
    """Features that hold the class in one coordinate, two slices a person."""
    rng = np.random.default_rng(seed)
    labels = np.repeat(np.arange(persons) % 3, 2)
    features = rng.normal(0, 0.2, (2 * persons, 8)).astype(np.float32)
    features[np.arange(2 * persons), labels] += 2
    samples = tuple(
        Sample(Path(f"{i}.png"), CLASS_KEYS[label], str(i), str(i // 2))
        for i, label in enumerate(labels)
    )
    empty = np.zeros((2 * persons, 8, 8))
    frames = Frames(empty.astype(np.uint8), empty.astype(bool), labels, samples)
    return Predictions(
        np.zeros((2 * persons, 3)), features, np.zeros((0, 8, 8), np.float32), frames
    )


def test_shuffled_labels_fall_to_chance_and_true_ones_do_not() -> None:
    figures = shuffled_label_control(_predictions(0), _predictions(1))
    assert figures["true_labels"] > 0.95
    assert figures["chance"] == pytest.approx(1 / 3)
    assert abs(figures["shuffled_mean"] - 1 / 3) < 0.15


def test_ten_features_are_ten_finite_numbers() -> None:
    pixels = np.random.default_rng(0).uniform(0, 4000, (50, 40)).astype(np.float32)
    row = ten_features(pixels)
    assert len(row) == len(TEN_FEATURES) == 10
    assert np.isfinite(row).all()
    assert np.isfinite(ten_features(np.zeros((9, 9), np.float32))).all()


def test_ten_features_do_not_depend_on_the_unit() -> None:
    pixels = np.random.default_rng(0).uniform(0, 100, (50, 40)).astype(np.float32)
    assert ten_features(pixels) == pytest.approx(ten_features(7 * pixels + 3), abs=1e-3)


def test_texture_that_goes_with_the_class_is_found_by_the_ten_features(drawn_data: Path) -> None:
    samples = read_source("manifest", drawn_data)
    figures = ten_feature_control(samples[::2], samples[1::2], CLASS_KEYS)
    assert figures["recall"]["no_tumor"] == 1  # the only class without a bright disc
    blind = [replace(s, label=CLASS_KEYS[i % 4]) for i, s in enumerate(samples)]
    assert ten_feature_control(blind[::2], blind[1::2], CLASS_KEYS)["balanced_accuracy"] < 0.6


def test_randomised_weights_change_the_maps(tmp_path: Path, fit: Callable[..., int]) -> None:
    from braintumor_desktop.models.bundle import write_bundle
    from braintumor_training.card import draft_card
    from braintumor_training.prediction import Asker
    from braintumor_training.runs import Run

    assert fit(tmp_path / "run", stages="32x1") == 0
    run = Run.read(tmp_path / "run")
    samples = run.dataset().samples
    bundle = write_bundle(tmp_path / "bundle", run.weights()[0], draft_card(run, samples, 1))
    asker = Asker(bundle, torch.device("cpu"))
    frames = load_frames(samples, Preprocessing.from_dict(bundle.preprocessing))
    before = {k: v.clone() for k, v in asker.network.state_dict().items()}
    figures = randomised_weight_control(asker, frames)
    assert figures["n"] == 36  # those with a border
    assert all(-1 <= value < 0.9 for value in figures["rank_correlation"].values())
    after = asker.network.state_dict()
    assert all(torch.equal(before[name], after[name]) for name in before)
