"""The networks that can be built, trained, shipped and explained: one entry each.

Every network has ``forward_features(x) -> (B, C, h, w)``, whose global average pool and linear
layer ``fc`` give the logits (``forward_head``): what the closed-form class-activation map asks for.
The builders import torch when they are called, so that the registry itself costs nothing to read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from braintumor_desktop.errors import BundleError

if TYPE_CHECKING:
    from torch import nn


@dataclass(frozen=True)
class NetworkEntry:
    """One network.

    Attributes
    ----------
    key
        What cards, commands and logs call it.
    title
        What the screen calls it.
    builder
        ``"module:function"``; the function takes ``num_classes`` and ``dropout``.
    preprocessing
        Defaults of ``inference.preprocess.Preprocessing``, as plain JSON values.
    explanation_layer
        Name of the submodule whose output is ``forward_features``; pytorch-grad-cam hooks it.
    linear_head
        Whether ``fc`` is one linear layer, so that the class-activation map has a closed form.
    last_reduction
        Where its map is halved for the last time (name, and names of what follows), for networks
        that can be built with half their output stride.
    """

    key: str
    title: str
    builder: str
    preprocessing: Mapping[str, Any]
    explanation_layer: str
    linear_head: bool = True
    last_reduction: tuple[str, tuple[str, ...]] | None = None

    def build(
        self, num_classes: int = 4, dropout: float = 0.0, output_stride: int = 32
    ) -> nn.Module:
        """Build the network with random weights (torch's global seed decides them).

        Parameters
        ----------
        output_stride
            Pixels of the input that one place of the last map stands for: 32 as published, or 16.

        Raises
        ------
        BundleError
            If the network cannot be built with this output stride.
        """
        module, function = self.builder.split(":")
        network: nn.Module = getattr(import_module(module), function)(num_classes, dropout=dropout)
        if output_stride == 32:
            return network
        if output_stride != 16 or self.last_reduction is None:
            raise BundleError(
                f"{self.title} cannot be built with an output stride of {output_stride}."
            )
        from braintumor_desktop.models.output_stride import LastReduction, leave_out

        leave_out(network, LastReduction(*self.last_reduction))
        return network


def _preprocessing(size: int, mean: float = 0.25, std: float = 0.25) -> Mapping[str, Any]:
    values = {
        "size": size,
        "percentiles": [0.5, 99.5],
        "crop_to_head": True,
        "margin": 0.04,
        "mean": mean,
        "std": std,
    }
    return MappingProxyType(values)


_TORCHVISION = "braintumor_desktop.models.torchvision_networks:"


def _imagenet(
    key: str,
    title: str,
    layer: str,
    *,
    size: int = 224,
    linear_head: bool = True,
    last_reduction: tuple[str, tuple[str, ...]] | None = None,
) -> NetworkEntry:
    """A network whose ImageNet weights expect that data's mean and spread, here of grey values."""
    preprocessing = _preprocessing(size, mean=0.449, std=0.226)
    return NetworkEntry(
        key, title, _TORCHVISION + key, preprocessing, layer, linear_head, last_reduction
    )


NETWORKS: Mapping[str, NetworkEntry] = MappingProxyType(
    {
        entry.key: entry
        for entry in (
            NetworkEntry(
                key="improved_resnet34",
                title="Improved ResNet34",
                builder="braintumor_desktop.models.improved_resnet34:improved_resnet34",
                preprocessing=_preprocessing(192),
                explanation_layer="stage4",
                last_reduction=("reduction3", ("stage4",)),
            ),
            NetworkEntry(
                key="xception",
                title="Xception",
                builder="braintumor_desktop.models.xception:xception",
                # The size that its ImageNet weights were trained at.
                preprocessing=_preprocessing(299),
                explanation_layer="act4",
                last_reduction=("block12", ("conv3", "conv4")),
            ),
            _imagenet(
                "resnet34",
                "ResNet34",
                "layer4",
                last_reduction=("layer4.0", ("layer4.0.conv2", "layer4.1", "layer4.2")),
            ),
            NetworkEntry(
                key="basic_cnn",
                title="Basic CNN",
                builder="braintumor_desktop.models.basic_cnn:basic_cnn",
                preprocessing=_preprocessing(128),
                explanation_layer="stack",
            ),
            _imagenet("mobilenet_v2", "MobileNetV2", "features"),
            _imagenet("resnet50", "ResNet50", "layer4"),
            _imagenet("inception_v3", "Inception v3", "Mixed_7c", size=299),
            _imagenet("densenet121", "DenseNet121", "act"),
            _imagenet("vgg16", "VGG16", "features", linear_head=False),
            _imagenet("vgg19", "VGG19", "features"),
        )
    }
)


def network_entry(key: str) -> NetworkEntry:
    """Return the entry with this key.

    Raises
    ------
    BundleError
        If no network is called so.
    """
    try:
        return NETWORKS[key]
    except KeyError:
        raise BundleError(
            f"No network is called {key!r}.", remedy=f"The networks are {', '.join(NETWORKS)}."
        ) from None
