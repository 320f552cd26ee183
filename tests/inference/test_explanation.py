from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any

import numpy as np
import psutil
import pytest
import torch
from torch import nn

from braintumor_desktop.errors import InferenceError
from braintumor_desktop.inference.choices import CLOSED_FORM, METHODS, check_method
from braintumor_desktop.inference.explanation import (
    class_activation_maps,
    has_evidence,
    other_method_map,
)
from braintumor_desktop.models.registry import network_entry

OTHERS = [method for method in METHODS if method != CLOSED_FORM]


class SmallNetwork(nn.Module):
    """The interface of the registry's networks at a thousandth of their cost."""

    def __init__(self) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(3, 8, 3, 2, 1), nn.ReLU(), nn.Conv2d(8, 12, 3, 2, 1), nn.ReLU()
        )
        self.fc = nn.Linear(12, 4)

    def forward_features(self, x: torch.Tensor) -> torch.Tensor:
        return self.body(x)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.fc(self.forward_features(x).mean((2, 3)))


@pytest.fixture
def small() -> SmallNetwork:
    torch.manual_seed(0)
    return SmallNetwork().eval().requires_grad_(False)


@pytest.fixture(scope="module")
def theirs() -> Callable[..., np.ndarray]:
    """A map of pytorch-grad-cam as its users get it: at the input's resolution."""
    import pytorch_grad_cam

    def explain(
        name: str, network: nn.Module, layer: str, x: torch.Tensor, index: int
    ) -> np.ndarray:
        from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

        targets = [ClassifierOutputTarget(index)]
        with getattr(pytorch_grad_cam, name)(network, [network.get_submodule(layer)]) as cam:
            return cam(x.clone().requires_grad_(), targets)[0]

    return explain


def enlarged(heat: np.ndarray, size: int) -> np.ndarray:
    """A map as pytorch-grad-cam enlarges it to the input, and scales it once more."""
    import cv2
    from pytorch_grad_cam.utils.image import scale_cam_image

    return scale_cam_image(cv2.resize(heat, (size, size))[None])[0]


@pytest.mark.parametrize("key", ["improved_resnet34", "xception"])
def test_the_closed_form_equals_grad_cam_of_pytorch_grad_cam_for_every_class(
    key: str, seeded_network: Any, theirs: Callable[..., np.ndarray]
) -> None:
    network, entry = seeded_network(key), network_entry(key)
    size = entry.preprocessing["size"]
    x = torch.randn(1, 1, size, size, generator=torch.Generator().manual_seed(5))
    x = x.expand(-1, 3, -1, -1)
    with torch.no_grad():
        maps = class_activation_maps(network.forward_features(x), network.fc.weight)[0].numpy()
    assert has_evidence(maps).any()
    for index in range(4):
        expected = theirs("GradCAM", network, entry.explanation_layer, x, index)
        np.testing.assert_allclose(enlarged(maps[index], size), expected, atol=1e-4)


def test_a_class_without_positive_evidence_has_a_zero_map_that_says_so() -> None:
    features = torch.rand(1, 3, 4, 4)
    weight = torch.tensor([[1.0, 0.5, 0.2], [-1.0, -0.5, -0.2]])
    maps = class_activation_maps(features, weight)[0].numpy()
    assert has_evidence(maps).tolist() == [True, False]
    assert not maps[1].any()
    assert np.isfinite(maps).all()


def test_a_map_without_any_activation_is_zero_and_not_nan() -> None:
    maps = class_activation_maps(torch.zeros(2, 3, 4, 4), torch.ones(4, 3)).numpy()
    assert not maps.any()
    assert not has_evidence(maps).any()


@pytest.mark.parametrize("method", OTHERS)
def test_another_method_is_that_of_pytorch_grad_cam(
    method: str, small: SmallNetwork, theirs: Callable[..., np.ndarray]
) -> None:
    name = method.replace("-CAM", "CAM").replace("Grad-CAM", "GradCAM").replace("++", "PlusPlus")
    x = torch.randn(1, 3, 32, 32, generator=torch.Generator().manual_seed(2))
    heat = other_method_map(method, small, "body", x, 2)
    assert heat.shape == (8, 8)
    np.testing.assert_allclose(enlarged(heat, 32), theirs(name, small, "body", x, 2), atol=1e-4)


@pytest.mark.parametrize("method", OTHERS)
def test_two_hundred_runs_leave_nothing_behind(method: str, small: SmallNetwork) -> None:
    x = torch.randn(1, 3, 32, 32)

    def runs(count: int) -> tuple[int, int]:
        for _ in range(count):
            other_method_map(method, small, "body", x, 1)
        gc.collect()
        tensors = sum(issubclass(type(thing), torch.Tensor) for thing in gc.get_objects())
        return tensors, psutil.Process().memory_info().rss

    tensors, memory = runs(10)
    tensors_after, memory_after = runs(200)
    assert tensors_after <= tensors
    assert memory_after - memory < 24 * 2**20
    assert not any(m._forward_hooks or m._backward_hooks for m in small.modules())


def test_score_cam_draws_no_progress_bar(
    small: SmallNetwork, capfd: pytest.CaptureFixture[str]
) -> None:
    other_method_map("Score-CAM", small, "body", torch.randn(1, 3, 32, 32), 0)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("method", OTHERS)
def test_a_network_that_sees_nothing_gives_a_zero_map_and_not_nan(
    method: str, small: SmallNetwork
) -> None:
    for parameter in small.body.parameters():
        parameter.zero_()
    heat = other_method_map(method, small, "body", torch.randn(1, 3, 32, 32), 0)
    assert not heat.any()
    assert not has_evidence(heat)


def test_a_method_is_known_in_any_spelling() -> None:
    assert check_method("gradcam++") == "Grad-CAM++"
    assert check_method("SCORE-CAM") == "Score-CAM"
    with pytest.raises(InferenceError, match=r"no explanation method 'SmoothGrad'.*LayerCAM"):
        check_method("SmoothGrad")
