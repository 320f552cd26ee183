from __future__ import annotations

import pytest
import torch

from braintumor_desktop.errors import BundleError
from braintumor_desktop.models.registry import NETWORKS, network_entry

FINER = [key for key, entry in NETWORKS.items() if entry.last_reduction is not None]


@pytest.mark.parametrize("key", FINER)
def test_half_the_output_stride_gives_twice_the_map_with_the_same_weights(key: str) -> None:
    coarse = network_entry(key).build().eval()
    fine = network_entry(key).build(output_stride=16).eval()
    fine.load_state_dict(coarse.state_dict())
    x = torch.randn(1, 3, 103, 103, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        rough, exact = coarse.forward_features(x), fine.forward_features(x)
    assert exact.shape[-1] == 2 * rough.shape[-1] - 1  # odd sides: places lie on each other
    difference = (rough - exact[..., ::2, ::2]).abs().mean() / rough.abs().mean()
    # Channel attention looks at the mean of the map, which a finer grid changes a little.
    assert float(difference) < (0.1 if key == "improved_resnet34" else 1e-4)


def test_a_network_that_cannot_be_finer_says_so() -> None:
    with pytest.raises(BundleError, match="cannot be built with an output stride of 16"):
        network_entry("vgg16").build(output_stride=16)
    with pytest.raises(BundleError, match="8"):
        network_entry("resnet34").build(output_stride=8)
