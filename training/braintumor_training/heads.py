"""Heads that are used in training only: they draw the tumour from a middle layer."""

from __future__ import annotations

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from braintumor_training.errors import TrainingError

_WIDTH = 64


class BorderHead(nn.Module):
    """Draws the tumour from a middle layer's features.

    Parameters
    ----------
    network
        Whose layer is watched.
    layer
        Name of the layer.
    example
        A batch that the network is run on once, to see how many channels the layer has.
    kind
        ``"coarse"``: a 1x1 convolution.  ``"segmentation"``: a light decoder at twice the layer's
        resolution.

    Raises
    ------
    TrainingError
        If the network has no such layer.
    """

    def __init__(
        self, network: nn.Module, layer: str, example: Tensor, kind: str = "coarse"
    ) -> None:
        super().__init__()
        self._features: Tensor | None = None
        try:
            self._handle = network.get_submodule(layer).register_forward_hook(self._keep)
        except AttributeError as error:
            raise TrainingError(
                f"The network has no layer {layer!r}.",
                remedy="Set border_layer, or border_weight 0.",
            ) from error
        was_training = network.training
        with torch.no_grad():
            network.eval()(example)
            network.train(was_training)
        channels = self.kept.shape[1]
        self.convolution: nn.Module = (
            nn.Conv2d(channels, 1, 1) if kind == "coarse" else _decoder(channels)
        )

    def _keep(self, _module: nn.Module, _inputs: tuple[Tensor, ...], output: Tensor) -> None:
        self._features = output

    @property
    def kept(self) -> Tensor:
        """What the layer gave in the last forward pass."""
        if self._features is None:
            raise RuntimeError("the network has not run yet")
        return self._features

    def forward(self) -> Tensor:
        """(B, 1, h, w) logits of "inside the border" for the last batch."""
        drawn: Tensor = self.convolution(self.kept)
        return drawn


def _decoder(channels: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(channels, _WIDTH, 3, padding=1, bias=False),
        nn.BatchNorm2d(_WIDTH),
        nn.ReLU(),
        nn.Upsample(scale_factor=2, mode="bilinear"),
        nn.Conv2d(_WIDTH, _WIDTH // 2, 3, padding=1),
        nn.ReLU(),
        nn.Conv2d(_WIDTH // 2, 1, 1),
    )


def dice_loss(predicted: Tensor, borders: Tensor) -> Tensor:
    """(B,) one less the Dice overlap of drawn and true tumour (Milletari et al., 3DV 2016)."""
    target = F.interpolate(borders, size=predicted.shape[-2:], mode="area").flatten(1)
    drawn = predicted.float().sigmoid().flatten(1)
    return 1 - (2 * (drawn * target).sum(1) + 1) / (drawn.sum(1) + target.sum(1) + 1)
