"""A class's activation map, for networks with a linear head and with a deeper one."""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn


def channel_weights(network: Any, features: Tensor, labels: Tensor) -> Tensor:
    """(B, C) weight of every feature map in the logit of each image's given class.

    For pool + linear heads it is a row of the linear layer (CAM); for deeper heads the gradient of
    the logit by the pooled features, which is Grad-CAM's weight (Selvaraju et al., ICCV 2017).
    Differentiable either way.
    """
    if isinstance(network.fc, nn.Linear):
        weights: Tensor = network.fc.weight[labels]
        return weights
    with torch.enable_grad():
        pooled = features.float().mean((2, 3), keepdim=True)
        if not pooled.requires_grad:
            pooled = pooled.detach().requires_grad_()
        logits = network.forward_head(pooled)
        chosen = logits.gather(1, labels[:, None]).sum()
        (gradient,) = torch.autograd.grad(chosen, pooled, create_graph=features.requires_grad)
    return gradient.flatten(1)


def class_evidence(features: Tensor, weights: Tensor) -> Tensor:
    """(B, h, w) of what every place adds to, or takes from, each image's given class."""
    return torch.einsum("bchw,bc->bhw", features.float(), weights.float())


def class_activation_map(features: Tensor, weights: Tensor, size: int) -> Tensor:
    """The rectified activation map of each image's given class, interpolated bilinearly.

    Parameters
    ----------
    features
        (B, C, h, w) feature maps before the global average pool.
    weights
        (B, C) of :func:`channel_weights`.
    size
        Side of the result.

    Returns
    -------
    (B, 1, size, size), non-negative; differentiable.
    """
    maps = class_evidence(features, weights).relu()
    return F.interpolate(maps[:, None], size=(size, size), mode="bilinear")
