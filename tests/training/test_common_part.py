from __future__ import annotations

from typing import Any, cast

import numpy as np
import pytest
import torch

from braintumor_training.common_part import fit_common_share, without_common_part
from braintumor_training.frames import Frames
from braintumor_training.prediction import Asker


class _Asked:
    """A network whose two feature maps are the left and the right half of the image."""

    def __init__(self, weights: list[list[float]]) -> None:
        self.network = torch.nn.Module()
        self.network.fc = torch.nn.Linear(2, len(weights), bias=False)
        self.network.fc.weight = torch.nn.Parameter(torch.tensor(weights))

    def features(self, images: np.ndarray) -> torch.Tensor:
        maps = torch.zeros(len(images), 2, 4, 4)
        maps[:, 0, :, :2], maps[:, 1, :, 2:] = 1, 1
        return maps


def _frames(known: bool = True) -> Frames:
    borders = np.zeros((2, 16, 16), bool)
    borders[:, :, :8] = known
    return Frames(np.zeros((2, 16, 16), np.uint8), borders, np.array([0, 0]), ())


def test_a_class_that_wins_with_negative_evidence_is_given_a_map() -> None:
    # Class 0 wins on the left with -1 against -5: rectified, its map is blank.
    asked = cast(Asker, _Asked([[-1.0, -3.0], [-5.0, -3.0]]))
    assert fit_common_share(asked, _frames()) == pytest.approx(0.4)


def test_nothing_is_taken_where_the_maps_are_right_or_no_border_is_known() -> None:
    right = cast(Asker, _Asked([[2.0, -1.0], [-1.0, 2.0]]))
    assert fit_common_share(right, _frames()) == 0
    assert fit_common_share(right, _frames(known=False)) == 0


def test_the_probabilities_stay_the_same() -> None:
    torch.manual_seed(0)
    before: dict[str, Any] = {"fc.weight": torch.randn(4, 8), "fc.bias": torch.randn(4)}
    after = without_common_part(before, 0.5)
    x = torch.randn(5, 8)
    old, new = (x @ s["fc.weight"].T + s["fc.bias"] for s in (before, after))
    assert not torch.allclose(old, new)
    torch.testing.assert_close(old.softmax(1), new.softmax(1))
