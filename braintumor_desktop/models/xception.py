"""Xception: depthwise separable convolutions with residual connections.

Source: F. Chollet, "Xception: Deep Learning with Depthwise Separable Convolutions", CVPR 2017.
Parameters are named as in timm's ``legacy_xception`` (itself after T. Standley's port of the Keras
weights), so that ImageNet weights load; the head is a linear layer behind the global average pool.
"""

from __future__ import annotations

from torch import Tensor, nn

from braintumor_desktop.models.pooled import PooledClassifier

__all__ = ["Xception", "xception"]


class SeparableConv2d(nn.Module):
    """A 3x3 convolution within each channel, then a 1x1 convolution across channels."""

    def __init__(self, in_channels: int, out_channels: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(
            in_channels, in_channels, 3, padding=1, groups=in_channels, bias=False
        )
        self.pointwise = nn.Conv2d(in_channels, out_channels, 1, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        return self.pointwise(self.conv1(x))


class Block(nn.Module):
    """Separable convolutions around a shortcut.

    Parameters
    ----------
    repeats
        How many separable convolutions.
    stride
        2 halves the map with a max-pool at the end.
    starts_with_relu
        False for the block behind the stem, whose input is activated already.
    grows_first
        Whether the first convolution (else the last) widens to ``out_channels``.
    """

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        repeats: int,
        stride: int = 1,
        *,
        starts_with_relu: bool = True,
        grows_first: bool = True,
    ) -> None:
        super().__init__()
        self.skip: nn.Module | None = None
        if out_channels != in_channels or stride != 1:
            self.skip = nn.Conv2d(in_channels, out_channels, 1, stride, bias=False)
            self.skipbn = nn.BatchNorm2d(out_channels)
        switch = 0 if grows_first else repeats - 1
        widths = [in_channels] * (switch + 1) + [out_channels] * (repeats - switch)
        layers: list[nn.Module] = []
        for index in range(repeats):
            if index or starts_with_relu:
                # The first ReLU must not write into the block's input: the shortcut reads it too.
                layers.append(nn.ReLU(inplace=index > 0))
            layers.append(SeparableConv2d(widths[index], widths[index + 1]))
            layers.append(nn.BatchNorm2d(widths[index + 1]))
        if stride != 1:
            layers.append(nn.MaxPool2d(3, stride, 1))
        self.rep = nn.Sequential(*layers)

    def forward(self, x: Tensor) -> Tensor:
        shortcut = x if self.skip is None else self.skipbn(self.skip(x))
        return self.rep(x) + shortcut


class Xception(PooledClassifier):
    """The network: entry flow (blocks 1-3), middle flow (4-11), exit flow (block 12, conv3, conv4).

    Parameters
    ----------
    num_classes
        Width of the linear head.
    in_channels
        Channels of the input (grey slices are repeated over three).
    dropout
        Probability of dropping a pooled feature while training.
    """

    num_features = 2048

    def __init__(self, num_classes: int = 4, in_channels: int = 3, dropout: float = 0.0) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, 32, 3, 2, bias=False)
        self.bn1 = nn.BatchNorm2d(32)
        self.act1 = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(32, 64, 3, bias=False)
        self.bn2 = nn.BatchNorm2d(64)
        self.act2 = nn.ReLU(inplace=True)
        self.block1 = Block(64, 128, 2, 2, starts_with_relu=False)
        self.block2 = Block(128, 256, 2, 2)
        self.block3 = Block(256, 728, 2, 2)
        for index in range(4, 12):
            setattr(self, f"block{index}", Block(728, 728, 3))
        self.block12 = Block(728, 1024, 2, 2, grows_first=False)
        self.conv3 = SeparableConv2d(1024, 1536)
        self.bn3 = nn.BatchNorm2d(1536)
        self.act3 = nn.ReLU(inplace=True)
        self.conv4 = SeparableConv2d(1536, self.num_features)
        self.bn4 = nn.BatchNorm2d(self.num_features)
        self.act4 = nn.ReLU(inplace=True)
        self.add_head(self.num_features, num_classes, dropout)

    def forward_features(self, x: Tensor) -> Tensor:
        """(B, C, S, S) -> (B, 2048, h, w) feature maps after the last ReLU; 10 x 10 at S = 299."""
        x = self.act1(self.bn1(self.conv1(x)))
        x = self.act2(self.bn2(self.conv2(x)))
        for index in range(1, 13):
            x = getattr(self, f"block{index}")(x)
        x = self.act3(self.bn3(self.conv3(x)))
        return self.act4(self.bn4(self.conv4(x)))


def xception(num_classes: int = 4, *, dropout: float = 0.0) -> Xception:
    """Build Xception with random weights."""
    return Xception(num_classes, dropout=dropout)
