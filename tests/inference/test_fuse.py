from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import nn

from braintumor_desktop.inference.fuse import folded_features


@pytest.mark.parametrize("key", ["improved_resnet34", "xception"])
def test_a_folded_network_gives_the_same_features_without_normalisations(
    key: str, seeded_network: Any
) -> None:
    x = torch.randn(2, 3, 96, 96, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        expected = seeded_network(key).forward_features(x)
        folded = folded_features(seeded_network(key))
        torch.testing.assert_close(folded(x), expected, atol=1e-3, rtol=1e-3)
    assert not [m for m in folded.modules() if isinstance(m, nn.BatchNorm2d)]


class ReadTwice(nn.Module):
    """A convolution that is read beside its normalisation, so it must stay as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 1)
        self.norm = nn.BatchNorm2d(4)

    def forward_features(self, x: torch.Tensor) -> torch.Tensor:
        y = self.conv(x)
        return self.norm(y) + y


def test_a_convolution_that_is_read_elsewhere_is_left_alone() -> None:
    network = ReadTwice().eval()
    network.norm.running_mean.fill_(3)
    x = torch.randn(1, 3, 5, 5)
    with torch.no_grad():
        expected = network.forward_features(x)
        folded = folded_features(network)
        torch.testing.assert_close(folded(x), expected)
    assert [m for m in folded.modules() if isinstance(m, nn.BatchNorm2d)]
