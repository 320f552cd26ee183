from __future__ import annotations

import pytest
import torch

from braintumor_training.explaining import channel_weights, class_activation_map
from braintumor_training.losses import (
    activation_inside_border,
    border_loss,
    class_activation_loss,
    evidence_regions,
    pointing_loss,
    points_inside_border,
)

WEIGHT = torch.tensor([[1.0, 0.0], [0.0, 1.0]])
SURE = 40.0  # evidence beside which what a softplus makes of nothing does not count


def _features(y: int, x: int) -> torch.Tensor:
    features = torch.zeros(1, 2, 8, 8)
    features[0, 0] = -SURE
    features[0, 0, y, x] = SURE
    return features


def _border() -> torch.Tensor:
    border = torch.zeros(1, 1, 64, 64)
    border[..., :32, :32] = 1
    return border


def _head() -> torch.Tensor:
    """A bright ring on the right half: a head whose inside is dark, and air around it."""
    image = torch.zeros(1, 1, 64, 64)
    image[..., 8:56, 36:60] = 0.8
    image[..., 24:40, 44:52] = 0
    return image


def _region() -> torch.Tensor:
    return evidence_regions(_head(), _border())


def test_evidence_inside_the_border_costs_nothing_and_outside_costs_all() -> None:
    labels = torch.tensor([0])
    inside = class_activation_loss(_features(1, 1), WEIGHT[labels], _region())
    outside = class_activation_loss(_features(6, 6), WEIGHT[labels], _region())
    assert float(inside) == pytest.approx(0, abs=2e-3)
    assert float(outside) > 6


def test_a_blank_map_is_not_rewarded_and_is_drawn_into_the_border() -> None:
    features = torch.full((1, 2, 8, 8), -2.0, requires_grad=True)
    loss = class_activation_loss(features, WEIGHT[[0]], _region())
    loss.backward()
    assert features.grad is not None
    assert float(loss.detach()) > 1
    assert (features.grad[0, 0, :3, :3] < 0).all()  # descending raises the evidence inside
    assert (features.grad[0, 0, 5:, 5:] > 0).all()


def test_without_a_border_evidence_may_lie_anywhere_in_the_head_but_not_beside_it() -> None:
    region = evidence_regions(_head(), torch.zeros(1, 1, 64, 64))
    assert region.shape == (1, 1, 16, 16)
    assert float(region[0, 0, 8, 12]) == 1  # the dark middle of the head
    assert float(region[0, 0, :, :7].sum()) == 0  # air
    within = class_activation_loss(_features(4, 6), WEIGHT[[0]], region)
    beside = class_activation_loss(_features(4, 1), WEIGHT[[0]], region)
    assert float(within) < 0.2
    assert float(beside) > 6


def test_the_map_is_that_of_the_given_class() -> None:
    assert float(class_activation_map(_features(1, 1), WEIGHT[[1]], 16).sum()) == 0


def test_a_border_goes_before_the_head() -> None:
    region = _region()
    assert float(region[0, 0, :8, :8].mean()) == 1
    assert float(region[0, 0, 8, 12]) == 0


def test_images_without_border_are_told_apart() -> None:
    features = torch.cat([_features(6, 6), _features(6, 6)])
    borders = torch.cat([_border(), torch.zeros(1, 1, 64, 64)])
    _, known = activation_inside_border(features, WEIGHT[[0, 0]], borders)
    assert known.tolist() == [True, False]


def test_a_batch_of_black_images_gives_zero_with_a_gradient() -> None:
    features = _features(1, 1).requires_grad_()
    nothing = torch.zeros(1, 1, 64, 64)
    loss = class_activation_loss(features, WEIGHT[[0]], evidence_regions(nothing, nothing))
    loss.backward()
    assert float(loss.detach()) == 0
    assert features.grad is not None


def test_the_border_loss_falls_as_the_drawing_approaches_the_border() -> None:
    good = torch.where(_border()[..., ::16, ::16] > 0, 5.0, -5.0)
    known = torch.tensor([True])
    assert float(border_loss(good, _border(), known)) < float(border_loss(-good, _border(), known))


def test_the_pointing_loss_asks_where_the_peak_is_and_ignores_images_without_a_border() -> None:
    inside, outside = (
        float(pointing_loss(_features(*place), WEIGHT[[0]], _border()))
        for place in ((1, 1), (6, 6))
    )
    assert inside < 0.01
    assert outside > SURE / 2
    nothing = torch.zeros_like(_border())
    assert float(pointing_loss(_features(6, 6), WEIGHT[[0]], nothing)) == 0


def test_the_pointing_loss_moves_a_peak_that_lies_beside_most_of_the_evidence() -> None:
    features = torch.zeros(1, 2, 8, 8)
    features[0, 0, :4, :4] = 1.0  # inside, spread thinly
    features[0, 0, 6, 6] = 2.0  # the peak, outside
    features.requires_grad_()
    pointing_loss(features, WEIGHT[[0]], _border()).backward()
    assert features.grad is not None
    gradient = features.grad[0, 0]
    assert float(gradient[6, 6]) > 0 > float(gradient[1, 1])
    assert float(gradient[6, 6]) == float(gradient.max())


def test_the_pointing_game_is_won_inside_and_lost_outside_or_with_a_blank_map() -> None:
    borders = _border().expand(3, -1, -1, -1)
    features = torch.cat([_features(1, 1), _features(6, 6), -_features(1, 1).abs()])
    hit = points_inside_border(features, WEIGHT[[0, 0, 0]], borders)
    assert hit.tolist() == [True, False, False]


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
    class_activation_loss(features, weights.abs(), _region()).backward()
    assert network.fc[0].weight.grad is not None
    assert float(network.fc[0].weight.grad.abs().sum()) > 0
