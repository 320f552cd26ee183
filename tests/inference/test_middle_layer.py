from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from braintumor_desktop.errors import InferenceError
from braintumor_desktop.inference.fuse import folded_features
from braintumor_desktop.inference.middle_layer import with_middle_layer
from braintumor_desktop.models.registry import network_entry


@pytest.mark.parametrize(
    ("network", "layer"),
    [("improved_resnet34", "stage3"), ("resnet34", "layer3"), ("xception", "block11")],
)
def test_the_folded_network_gives_the_layers_output_too(network: str, layer: str) -> None:
    torch.manual_seed(0)
    built = network_entry(network).build().eval()
    for module in built.modules():  # statistics that folding must not lose
        if isinstance(module, nn.BatchNorm2d):
            nn.init.uniform_(module.running_mean, -0.1, 0.1)
            nn.init.uniform_(module.running_var, 0.5, 1.5)
    images = torch.rand(2, 3, 64, 64)
    kept: list[Tensor] = []
    handle = built.get_submodule(layer).register_forward_hook(lambda *call: kept.append(call[2]))
    with torch.no_grad():
        last = built.forward_features(images)
        handle.remove()
        both = with_middle_layer(folded_features(built), layer)(images)
    torch.testing.assert_close(both[0], last, atol=1e-4, rtol=1e-3)
    torch.testing.assert_close(both[1], kept[0], atol=1e-4, rtol=1e-3)


def test_a_layer_that_is_not_there_is_named() -> None:
    folded = folded_features(network_entry("basic_cnn").build().eval())
    with pytest.raises(InferenceError, match="no layer 'stage9'"):
        with_middle_layer(folded, "stage9")
