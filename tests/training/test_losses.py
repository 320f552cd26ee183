from __future__ import annotations

import pytest
import torch

from braintumor_training.explaining import channel_weights, class_activation_map
from braintumor_training.losses import (
    activation_inside_border,
    border_loss,
    class_activation_loss,
)

WEIGHT = torch.tensor([[1.0, 0.0], [0.0, 1.0]])


def _features(y: int, x: int) -> torch.Tensor:
    features = torch.zeros(1, 2, 8, 8)
    features[0, 0, y, x] = 1
    return features


def _border() -> torch.Tensor:
    border = torch.zeros(1, 1, 64, 64)
    border[..., :32, :32] = 1
    return border


def test_evidence_inside_the_border_costs_nothing_and_outside_costs_all() -> None:
    labels = torch.tensor([0])
    inside = class_activation_loss(_features(1, 1), WEIGHT[labels], _border())
    outside = class_activation_loss(_features(6, 6), WEIGHT[labels], _border())
    assert float(inside) == pytest.approx(0, abs=2e-3)
    assert float(outside) > 6


def test_a_blank_map_is_not_rewarded() -> None:
    loss = class_activation_loss(torch.zeros(1, 2, 8, 8), WEIGHT[[0]], _border())
    assert float(loss) > 6


def test_the_map_is_that_of_the_given_class() -> None:
    assert float(class_activation_map(_features(1, 1), WEIGHT[[1]], 16).sum()) == 0


def test_images_without_border_do_not_count() -> None:
    features = torch.cat([_features(6, 6), _features(6, 6)])
    borders = torch.cat([_border(), torch.zeros(1, 1, 64, 64)])
    labels = torch.tensor([0, 0])
    _, known = activation_inside_border(features, WEIGHT[labels], borders)
    assert known.tolist() == [True, False]
    both = class_activation_loss(features, WEIGHT[labels], borders)
    alone = class_activation_loss(features[:1], WEIGHT[labels[:1]], borders[:1])
    assert float(both) == pytest.approx(float(alone))


def test_a_batch_without_any_border_gives_zero_with_a_gradient() -> None:
    features = _features(1, 1).requires_grad_()
    loss = class_activation_loss(features, WEIGHT[[0]], torch.zeros(1, 1, 64, 64))
    loss.backward()
    assert float(loss.detach()) == 0
    assert features.grad is not None


def test_the_border_loss_falls_as_the_drawing_approaches_the_border() -> None:
    good = torch.where(_border()[..., ::16, ::16] > 0, 5.0, -5.0)
    known = torch.tensor([True])
    assert float(border_loss(good, _border(), known)) < float(border_loss(-good, _border(), known))


class _Deep(torch.nn.Module):
    """A head of two layers."""

    def __init__(self) -> None:
        super().__init__()
        self.fc = torch.nn.Sequential(torch.nn.Linear(2, 5), torch.nn.Tanh(), torch.nn.Linear(5, 3))

    def forward_head(self, features: torch.Tensor) -> torch.Tensor:
        return self.fc(features.mean((2, 3)))


def test_the_weights_of_a_deeper_head_are_those_of_grad_cam() -> None:
    torch.manual_seed(0)
    network, features = _Deep(), torch.randn(2, 2, 4, 4, requires_grad=True)
    labels = torch.tensor([2, 0])
    weights = channel_weights(network, features, labels)
    chosen = network.forward_head(features).gather(1, labels[:, None]).sum()
    (gradient,) = torch.autograd.grad(chosen, features)
    torch.testing.assert_close(weights.detach(), gradient.sum((2, 3)))


def test_the_activation_loss_reaches_the_weights_of_a_deeper_head() -> None:
    torch.manual_seed(0)
    network, features = _Deep(), torch.rand(1, 2, 8, 8, requires_grad=True)
    weights = channel_weights(network, features, torch.tensor([1]))
    class_activation_loss(features, weights.abs(), _border()).backward()
    assert network.fc[0].weight.grad is not None
    assert float(network.fc[0].weight.grad.abs().sum()) > 0
