"""The networks of the field that torchvision defines, with the methods that this product asks for.

Parameters keep torchvision's names up to the head, so that its ImageNet weights load.  The head is
always called ``fc``: a linear layer behind the global average pool, but for VGG16, whose authors
used 512 -> 128 -> 64 -> classes.
"""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor, nn
from torchvision import models
from torchvision.models.resnet import BasicBlock, Bottleneck
from torchvision.models.vgg import cfgs, make_layers

__all__ = [
    "densenet121",
    "inception_v3",
    "mobilenet_v2",
    "resnet34",
    "resnet50",
    "vgg16",
    "vgg19",
]


class _PooledHead(nn.Module):
    """The head that all of them share: mean over the map, dropout, ``fc``."""

    fc: nn.Module
    dropout: nn.Dropout
    forward_features: Callable[[Tensor], Tensor]

    def forward_head(self, features: Tensor) -> Tensor:
        """(B, C, h, w) feature maps -> (B, K) logits."""
        logits: Tensor = self.fc(self.dropout(features.mean((2, 3))))
        return logits

    def forward(self, x: Tensor) -> Tensor:
        return self.forward_head(self.forward_features(x))


class ResNet(_PooledHead, models.ResNet):
    """He et al., CVPR 2016."""

    def __init__(
        self,
        block: type[BasicBlock] | type[Bottleneck],
        layers: list[int],
        num_classes: int,
        dropout: float,
    ) -> None:
        models.ResNet.__init__(self, block, layers, num_classes=num_classes)
        self.num_features = self.fc.in_features
        self.dropout = nn.Dropout(dropout)

    def forward_features(self, x: Tensor) -> Tensor:
        """(B, 3, S, S) -> (B, C, S/32, S/32) feature maps after the last ReLU."""
        names = ("conv1", "bn1", "relu", "maxpool", "layer1", "layer2", "layer3", "layer4")
        for name in names:
            x = getattr(self, name)(x)
        return x


class MobileNetV2(_PooledHead, models.MobileNetV2):
    """Sandler et al., CVPR 2018."""

    num_features = 1280

    def __init__(self, num_classes: int, dropout: float) -> None:
        models.MobileNetV2.__init__(self, num_classes=num_classes)
        del self.classifier
        self.dropout = nn.Dropout(dropout)
        self.fc = nn.Linear(self.num_features, num_classes)

    def forward_features(self, x: Tensor) -> Tensor:
        """(B, 3, S, S) -> (B, 1280, S/32, S/32) feature maps after the last ReLU6."""
        features: Tensor = self.get_submodule("features")(x)
        return features


class DenseNet(_PooledHead, models.DenseNet):
    """Huang et al., CVPR 2017."""

    num_features = 1024

    def __init__(self, num_classes: int, dropout: float) -> None:
        models.DenseNet.__init__(self, 32, (6, 12, 24, 16), 64, num_classes=num_classes)
        del self.classifier
        self.act = nn.ReLU()
        self.dropout = nn.Dropout(dropout)
        self.fc = nn.Linear(self.num_features, num_classes)

    def forward_features(self, x: Tensor) -> Tensor:
        """(B, 3, S, S) -> (B, 1024, S/32, S/32) feature maps after the last ReLU."""
        features: Tensor = self.get_submodule("act")(self.get_submodule("features")(x))
        return features


class Inception3(_PooledHead, models.Inception3):
    """Szegedy et al., CVPR 2016, without the auxiliary classifier; input of 75 pixels or more."""

    num_features = 2048
    _STEM = ("Conv2d_1a_3x3", "Conv2d_2a_3x3", "Conv2d_2b_3x3", "maxpool1", "Conv2d_3b_1x1")
    _BODY = (
        *("Conv2d_4a_3x3", "maxpool2", "Mixed_5b", "Mixed_5c", "Mixed_5d", "Mixed_6a"),
        *("Mixed_6b", "Mixed_6c", "Mixed_6d", "Mixed_6e", "Mixed_7a", "Mixed_7b", "Mixed_7c"),
    )

    def __init__(self, num_classes: int, dropout: float) -> None:
        models.Inception3.__init__(
            self, num_classes=num_classes, aux_logits=False, init_weights=True
        )
        self.dropout = nn.Dropout(dropout)

    def forward_features(self, x: Tensor) -> Tensor:
        """(B, 3, S, S) -> (B, 2048, h, w) feature maps; 8 x 8 at S = 299."""
        for name in (*self._STEM, *self._BODY):
            x = getattr(self, name)(x)
        return x


class VGG(_PooledHead):
    """Simonyan and Zisserman, ICLR 2015: the convolutions, with this field's heads.

    Parameters
    ----------
    configuration
        Torchvision's letter: ``"D"`` for 16 layers, ``"E"`` for 19.
    hidden
        Widths of hidden layers between the pooled features and the classes.
    """

    num_features = 512

    def __init__(
        self, configuration: str, num_classes: int, dropout: float, hidden: tuple[int, ...] = ()
    ) -> None:
        super().__init__()
        self.features = make_layers(cfgs[configuration])
        self.dropout = nn.Dropout(dropout)
        widths = (self.num_features, *hidden)
        layers: list[nn.Module] = []
        for before, after in zip(widths, hidden, strict=False):
            layers += [nn.Linear(before, after), nn.ReLU(), nn.Dropout(dropout)]
        last = nn.Linear(widths[-1], num_classes)
        self.fc = nn.Sequential(*layers, last) if hidden else last
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
                nn.init.zeros_(module.bias)  # type: ignore[arg-type]

    def forward_features(self, x: Tensor) -> Tensor:
        """(B, 3, S, S) -> (B, 512, S/32, S/32) feature maps after the last max-pool."""
        features: Tensor = self.features(x)
        return features


def resnet34(num_classes: int = 4, *, dropout: float = 0.0) -> ResNet:
    """Build ResNet34 with random weights."""
    return ResNet(BasicBlock, [3, 4, 6, 3], num_classes, dropout)


def resnet50(num_classes: int = 4, *, dropout: float = 0.0) -> ResNet:
    """Build ResNet50 with random weights."""
    return ResNet(Bottleneck, [3, 4, 6, 3], num_classes, dropout)


def mobilenet_v2(num_classes: int = 4, *, dropout: float = 0.0) -> MobileNetV2:
    """Build MobileNetV2 with random weights."""
    return MobileNetV2(num_classes, dropout)


def densenet121(num_classes: int = 4, *, dropout: float = 0.0) -> DenseNet:
    """Build DenseNet121 with random weights."""
    return DenseNet(num_classes, dropout)


def inception_v3(num_classes: int = 4, *, dropout: float = 0.0) -> Inception3:
    """Build Inception v3 with random weights."""
    return Inception3(num_classes, dropout)


def vgg16(num_classes: int = 4, *, dropout: float = 0.0) -> VGG:
    """Build VGG16 with the 512-128-64 head, with random weights."""
    return VGG("D", num_classes, dropout, hidden=(128, 64))


def vgg19(num_classes: int = 4, *, dropout: float = 0.0) -> VGG:
    """Build VGG19 with a linear head, with random weights."""
    return VGG("E", num_classes, dropout)
