"""A plain stack of convolutions and poolings: the baseline that every other network must beat."""

from __future__ import annotations

from torch import Tensor, nn

from braintumor_desktop.models.pooled import PooledClassifier

__all__ = ["BasicCNN", "basic_cnn"]

_WIDTHS = (32, 64, 128, 256)


class BasicCNN(PooledClassifier):
    """Four times convolution, normalisation, ReLU and max-pool; then a fully connected layer.

    Parameters
    ----------
    num_classes
        Width of the linear head.
    in_channels
        Channels of the input (grey slices are repeated over three).
    dropout
        Probability of dropping a pooled feature while training.
    """

    num_features = _WIDTHS[-1]

    def __init__(self, num_classes: int = 4, in_channels: int = 3, dropout: float = 0.0) -> None:
        super().__init__()
        self.stack = nn.Sequential()
        for width in _WIDTHS:
            self.stack.append(
                nn.Sequential(
                    nn.Conv2d(in_channels, width, 3, padding=1, bias=False),
                    nn.BatchNorm2d(width),
                    nn.ReLU(inplace=True),
                    nn.MaxPool2d(2),
                )
            )
            in_channels = width
        self.add_head(self.num_features, num_classes, dropout)

    def forward_features(self, x: Tensor) -> Tensor:
        """(B, C, S, S) -> (B, 256, S/16, S/16) feature maps."""
        features: Tensor = self.stack(x)
        return features


def basic_cnn(num_classes: int = 4, *, dropout: float = 0.0) -> BasicCNN:
    """Build the baseline with random weights."""
    return BasicCNN(num_classes, dropout=dropout)
