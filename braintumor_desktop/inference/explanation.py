"""Where the network looked: class-activation maps.

For a network that ends in a global average pool and a linear layer, the gradient that Grad-CAM
asks for is the linear layer's weight divided by the map's area (Selvaraju et al., ICCV 2017,
section 3.1), so the maps of every class come from one forward pass.  Other methods are
pytorch-grad-cam's.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import SimpleNamespace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from braintumor_desktop.errors import Cancelled

_CAM_CLASSES = {
    "Grad-CAM++": "GradCAMPlusPlus",
    "LayerCAM": "LayerCAM",
    "HiResCAM": "HiResCAM",
    "EigenCAM": "EigenCAM",
    "Score-CAM": "ScoreCAM",
}
_EPSILON = 1e-7  # pytorch-grad-cam's own, in scale_cam_image


def class_activation_maps(features: Tensor, weight: Tensor) -> Tensor:
    """Grad-CAM of every class in closed form.

    Parameters
    ----------
    features
        (B, C, h, w) float32, what the global average pool reads.
    weight
        (K, C) float32, of the linear layer.

    Returns
    -------
    (B, K, h, w) float32 in [0, 1], scaled as pytorch-grad-cam does: from each map's minimum to its
    maximum.  A map without positive evidence is zero, never NaN.
    """
    batch, _, height, width = features.shape
    # As a product of matrices: einsum takes a detour through permutations for the same numbers.
    raw = torch.matmul(weight / (height * width), features.flatten(2)).relu_()
    raw -= raw.amin(2, keepdim=True)
    raw /= raw.amax(2, keepdim=True) + _EPSILON
    return raw.view(batch, -1, height, width)


def has_evidence(maps: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Whether each map of (..., h, w) shows anything: (...) bool.

    A scaled map peaks at ``range / (range + 1e-7)``; below one half its range is smaller than the
    rounding guard, which is no evidence.
    """
    evidence: NDArray[np.bool_] = maps.max(axis=(-2, -1)) >= 0.5
    return evidence


def other_method_map(
    method: str,
    network: nn.Module,
    layer: str,
    image: Tensor,
    class_index: int,
    cancelled: Callable[[], bool] | None = None,
) -> NDArray[np.float32]:
    """Explain one class of one image by another method of pytorch-grad-cam.

    Parameters
    ----------
    method
        One of ``choices.METHODS`` but the closed form.
    network
        fp32, ``eval`` mode; its parameters need no gradient.
    layer
        Name of the submodule to look at.
    image
        (1, 3, S, S) float32 on the network's device.
    class_index
        Which logit to explain.  EigenCAM looks at no class and gives one map for all.
    cancelled
        Asked each time before the network runs.

    Returns
    -------
    (h, w) float32 in [0, 1] at the layer's resolution; zero where the method finds nothing.

    Raises
    ------
    Cancelled
        When ``cancelled`` says so.

    Notes
    -----
    Score-CAM runs the network once for each channel of the layer: about a minute on two CPU cores.
    """

    def stop_if_cancelled(*_: object) -> None:
        if cancelled is not None and cancelled():
            raise Cancelled

    cam = _cam_class(method)(model=network, target_layers=[network.get_submodule(layer)])
    hook = network.register_forward_pre_hook(stop_if_cancelled)
    try:
        # Only activations need gradients, so the input asks for them and the weights do not.
        heat = cam(image.detach().clone().requires_grad_(cam.uses_gradients), [_Logit(class_index)])
    finally:
        hook.remove()
        cam.activations_and_grads.release()
    heat = np.asarray(heat[0], dtype=np.float32)
    return heat if np.isfinite(heat).all() else np.zeros_like(heat)


class _Logit:
    """The number that is explained: one logit."""

    def __init__(self, index: int) -> None:
        self.index = index

    def __call__(self, output: Tensor) -> Tensor:
        return output[..., self.index]


@cache
def _cam_class(method: str) -> Any:
    """A class of pytorch-grad-cam that leaves its map at the layer's resolution.

    Imported here, since the package brings scikit-learn and OpenCV.
    """
    import pytorch_grad_cam
    from pytorch_grad_cam import score_cam

    # Score-CAM draws a progress bar on stderr whoever calls it.
    score_cam.tqdm = SimpleNamespace(tqdm=iter)

    class AtLayerResolution(getattr(pytorch_grad_cam, _CAM_CLASSES[method])):  # type: ignore[misc]
        def get_target_width_height(self, _: Tensor) -> tuple[int, int]:
            height, width = self.activations_and_grads.activations[0].shape[-2:]
            return width, height

    return AtLayerResolution
