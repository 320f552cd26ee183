from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.numpy import save

from braintumor_desktop.errors import BundleError
from braintumor_desktop.inference.rejection import Rejector, grid_means
from braintumor_desktop.models.bundle import ModelBundle

Make = Callable[..., ModelBundle]


def _rejector(width: int = 8) -> Rejector:
    eye = np.eye(width, dtype=np.float32)
    zeros = np.zeros((1, width), np.float32)
    return Rejector(
        *("stage3", 2, zeros[0], zeros[0] + 1, eye.astype(np.int8), eye, zeros, zeros[0, :1]), 3.0
    )


@pytest.fixture
def bundle_with(tmp_path: Path) -> Make:
    """A bundle's card and the rejection's file; the weights are not asked for."""

    def make(content: bytes | None, **changes: Any) -> ModelBundle:
        stored = {
            "file": "features.safetensors",
            "sha256": hashlib.sha256(content or b"").hexdigest(),
        }
        if content is not None:
            (tmp_path / stored["file"]).write_bytes(content)
        words = {"layer": "stage3", "grid": 2, "threshold": 3.0}
        card = {"feature_bank": stored, "thresholds": {"rejection": words}, **changes}
        return ModelBundle(tmp_path, card)

    return make


def test_grid_means_keep_where_a_feature_was() -> None:
    maps = torch.zeros(1, 2, 4, 6)
    maps[0, 1, :2, 3:] = 4
    assert grid_means(maps, 2).tolist() == [[0, 0, 0, 0, 0, 4, 0, 0]]
    assert grid_means(maps, 1).tolist() == [[0, 1]]


def test_what_lies_far_is_refused() -> None:
    rejector = _rejector()
    assert rejector.accepts(np.zeros((2, 8))).tolist() == [True, True]
    assert rejector.accepts(np.full((1, 8), 9.0)).tolist() == [False]


def test_a_bundle_gives_back_the_rejector_that_was_stored(bundle_with: Make) -> None:
    rejector = _rejector()
    found = Rejector.load(bundle_with(save(rejector.arrays())))
    assert found is not None
    assert (found.layer, found.grid, found.threshold) == ("stage3", 2, 3.0)
    rows = np.random.default_rng(0).normal(size=(5, 8))
    assert (found.distances(rows) == rejector.distances(rows)).all()


def test_a_bundle_without_one_has_none(bundle_with: Make) -> None:
    assert Rejector.load(bundle_with(b"", thresholds={})) is None


def test_a_file_that_is_missing_or_other_is_refused(bundle_with: Make) -> None:
    with pytest.raises(BundleError, match="cannot be read"):
        Rejector.load(bundle_with(None))
    other = {"file": "features.safetensors", "sha256": "0" * 64}
    with pytest.raises(BundleError, match="SHA-256 differs"):
        Rejector.load(bundle_with(save(_rejector().arrays()), feature_bank=other))
    with pytest.raises(BundleError, match="not a safetensors file"):
        Rejector.load(bundle_with(b"none"))


def test_arrays_that_lack_or_do_not_fit_are_named(bundle_with: Make) -> None:
    arrays = _rejector().arrays()
    short = {name: array for name, array in arrays.items() if name != "slopes"}
    with pytest.raises(BundleError, match="slopes"):
        Rejector.load(bundle_with(save(short)))
    with pytest.raises(BundleError, match="does not hold what it must"):
        Rejector.load(bundle_with(save({**arrays, "difference": np.eye(3, dtype=np.float32)})))
