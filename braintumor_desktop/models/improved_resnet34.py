"""The improved ResNet34: multi-scale stem, Inception-v2 reductions, channel attention.

Source: "Research on Brain Tumor Classification Method Based on Improved ResNet34 Network" (2025).
The paper names the three changes and the parameter count (80 % of ResNet34's); this is the reading
that fits that count: 17,052,912 parameters with four classes, 3.16 GMAC at 224 x 224.

Nothing stands between the global average pool and the linear layer but dropout, so the
class-activation map is Grad-CAM in closed form and costs no backward pass.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from braintumor_desktop.models.pooled import PooledClassifier

__all__ = ["ImprovedResNet34", "improved_resnet34"]


class ConvBN(nn.Sequential):
    """Convolution without bias, batch normalisation and, unless ``act=False``, ReLU."""

    def __init__(
        self, in_channels: int, out_channels: int, kernel: int, *, stride: int = 1, act: bool = True
    ) -> None:
        layers: list[nn.Module] = [
            nn.Conv2d(in_channels, out_channels, kernel, stride, kernel // 2, bias=False),
            nn.BatchNorm2d(out_channels),
        ]
        if act:
            layers.append(nn.ReLU(inplace=True))
        super().__init__(*layers)


class SqueezeExcitation(nn.Module):
    """Channel attention with reduction 16 (Hu et al., CVPR 2018)."""

    def __init__(self, channels: int, reduction: int = 16) -> None:
        super().__init__()
        self.squeeze = nn.Linear(channels, channels // reduction)
        self.excite = nn.Linear(channels // reduction, channels)

    def forward(self, x: Tensor) -> Tensor:
        weight = self.excite(torch.relu(self.squeeze(x.mean((2, 3))))).sigmoid()
        return x * weight[:, :, None, None]


class SEBasicBlock(nn.Module):
    """ResNet's basic block with channel attention after the second BN, before the addition."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv1 = ConvBN(channels, channels, 3)
        self.conv2 = ConvBN(channels, channels, 3, act=False)
        self.attention = SqueezeExcitation(channels)

    def forward(self, x: Tensor) -> Tensor:
        return torch.relu(self.attention(self.conv2(self.conv1(x))) + x)


class InceptionReduction(nn.Module):
    """Inception-v2 reduction i -> 2i at half the size, in place of a residual transition block."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        narrow, half = channels // 4, channels // 2
        self.branch3x3 = nn.Sequential(
            ConvBN(channels, narrow, 1), ConvBN(narrow, half, 3, stride=2)
        )
        self.branch_double3x3 = nn.Sequential(
            ConvBN(channels, narrow, 1), ConvBN(narrow, half, 3), ConvBN(half, half, 3, stride=2)
        )
        self.branch_pool = nn.MaxPool2d(3, 2, 1)
        self.attention = SqueezeExcitation(2 * channels)

    def forward(self, x: Tensor) -> Tensor:
        branches = (self.branch3x3(x), self.branch_double3x3(x), self.branch_pool(x))
        return torch.relu(self.attention(torch.cat(branches, 1)))


class MultiScaleStem(nn.Module):
    """3x3, 5x5 and 7x7 convolutions (stride 2) side by side to 64 channels; BN, ReLU, max-pool."""

    def __init__(self, in_channels: int = 3) -> None:
        super().__init__()
        self.convs = nn.ModuleList(
            nn.Conv2d(in_channels, out, kernel, 2, kernel // 2, bias=False)
            for kernel, out in ((3, 24), (5, 24), (7, 16))
        )
        self.norm = nn.BatchNorm2d(64)
        self.pool = nn.MaxPool2d(3, 2, 1)

    def forward(self, x: Tensor) -> Tensor:
        return self.pool(torch.relu(self.norm(torch.cat([conv(x) for conv in self.convs], 1))))


class ImprovedResNet34(PooledClassifier):
    """The network; see the module's text.

    Parameters
    ----------
    num_classes
        Width of the linear head.
    in_channels
        Channels of the input (grey slices are repeated over three).
    dropout
        Probability of dropping a pooled feature while training.
    """

    num_features = 512

    def __init__(self, num_classes: int = 4, in_channels: int = 3, dropout: float = 0.0) -> None:
        super().__init__()
        self.stem = MultiScaleStem(in_channels)
        self.stage1 = nn.Sequential(*(SEBasicBlock(64) for _ in range(3)))
        self.reduction1 = InceptionReduction(64)
        self.stage2 = nn.Sequential(*(SEBasicBlock(128) for _ in range(3)))
        self.reduction2 = InceptionReduction(128)
        self.stage3 = nn.Sequential(*(SEBasicBlock(256) for _ in range(5)))
        self.reduction3 = InceptionReduction(256)
        self.stage4 = nn.Sequential(*(SEBasicBlock(512) for _ in range(2)))
        self.add_head(self.num_features, num_classes, dropout)

    def forward_features(self, x: Tensor) -> Tensor:
        """(B, C, S, S) -> (B, 512, S/32, S/32) feature maps, after the last ReLU."""
        x = self.stage1(self.stem(x))
        x = self.stage2(self.reduction1(x))
        x = self.stage3(self.reduction2(x))
        return self.stage4(self.reduction3(x))


def improved_resnet34(num_classes: int = 4, *, dropout: float = 0.0) -> ImprovedResNet34:
    """Build the improved ResNet34 with random weights."""
    return ImprovedResNet34(num_classes, dropout=dropout)
