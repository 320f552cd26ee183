from __future__ import annotations

import pytest
import torch

from braintumor_desktop.models.improved_resnet34 import improved_resnet34

PARAMETERS = {  # the table of the network's specification
    "stem": 4_928,
    "stage1": 223_692,
    "reduction1": 22_920,
    "stage2": 892_824,
    "reduction2": 90_896,
    "stage3": 5_945_680,
    "reduction3": 362_016,
    "stage4": 9_507_904,
    "fc": 2_052,
}


def count(module: torch.nn.Module) -> int:
    return sum(parameter.numel() for parameter in module.parameters())


@pytest.mark.parametrize(("part", "parameters"), PARAMETERS.items())
def test_a_part_has_the_specified_number_of_parameters(part: str, parameters: int) -> None:
    assert count(improved_resnet34().get_submodule(part)) == parameters


def test_the_network_has_17_052_912_parameters() -> None:
    assert count(improved_resnet34()) == sum(PARAMETERS.values()) == 17_052_912


def test_the_map_is_a_thirty_second_of_the_input_and_not_negative() -> None:
    with torch.no_grad():
        features = improved_resnet34().eval().forward_features(torch.randn(2, 3, 96, 128))
    assert features.shape == (2, 512, 3, 4)
    assert features.min() >= 0
