from __future__ import annotations

import numpy as np

from braintumor_desktop.inference.preprocess import Preprocessing
from braintumor_training.odd_inputs import odd_inputs

PREPROCESSING = Preprocessing(size=32)


def _heads(count: int) -> np.ndarray:
    y, x = np.mgrid[:48, :48]
    head = ((x - 24) / 18) ** 2 + ((y - 24) / 21) ** 2 < 1
    rng = np.random.default_rng(1)
    noisy = head * 90 + (y < 20) * head * 100 + rng.normal(0, 4, (count, 48, 48))
    return noisy.clip(0, 255).astype(np.uint8)


def test_every_kind_gives_prepared_frames_that_vary() -> None:
    found = odd_inputs(_heads(3), PREPROCESSING)
    assert {"white noise", "photographs", "upside down", "shuffled tiles"} <= found.keys()
    for name, frames in found.items():
        assert frames.shape == (3, 32, 32), name
        assert frames.dtype == np.uint8
        assert frames.std() > 10, name
        assert (frames[0] != frames[1]).any(), name


def test_the_same_seed_gives_the_same_frames() -> None:
    first, again = (odd_inputs(_heads(2), PREPROCESSING, seed=4) for _ in range(2))
    assert all((first[name] == again[name]).all() for name in first)


def test_a_turned_head_is_the_head_turned() -> None:
    found = odd_inputs(_heads(1), PREPROCESSING)
    upper, lower = found["upside down"][0, :16], found["upside down"][0, 16:]
    assert upper.mean() < lower.mean()  # the bright half was above


def test_every_kind_is_a_kind_of_its_own() -> None:
    found = odd_inputs(_heads(2), PREPROCESSING)
    kinds = list(found)
    for index, one in enumerate(kinds):
        for other in kinds[index + 1 :]:
            assert not np.array_equal(found[one], found[other]), (one, other)
