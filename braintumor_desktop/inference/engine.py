"""A bundle's network on a device: numpy images in, logits and class-activation maps out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from braintumor_desktop.errors import InferenceError
from braintumor_desktop.inference.device import ComputeDevice
from braintumor_desktop.inference.explanation import class_activation_maps
from braintumor_desktop.inference.fuse import folded_features
from braintumor_desktop.inference.middle_layer import with_middle_layer
from braintumor_desktop.inference.rejection import Rejector, grid_means
from braintumor_desktop.models.bundle import ModelBundle
from braintumor_desktop.models.registry import network_entry

BF16_TOLERANCE = 0.03
"""How far a probability in bf16 may lie from the same in fp32 (absolute, temperature-scaled).

bf16 keeps 8 significant bits, so each layer rounds by up to 0.4 %; over the depth of both networks
the logits move by about one hundredth of their size.  Tested on both networks.
"""


@dataclass(frozen=True)
class Answers:
    """What came of one batch.

    Attributes
    ----------
    logits
        (B, K) float32.
    maps
        (B, K, h, w) float32 in [0, 1].
    unlike
        (B,) bool, whether each lies far from the training images; ``None`` without a rejector.
    """

    logits: NDArray[np.float32]
    maps: NDArray[np.float32]
    unlike: NDArray[np.bool_] | None = None


class Engine:
    """The folded network, channels_last, features in the device's precision, head and maps in fp32.

    Parameters
    ----------
    bundle
        Whose weights to use.
    device
        Where to run.
    rejector
        What is asked in the same pass how far its layer's features lie from the training images'.

    Raises
    ------
    InferenceError
        If the network does not end in a global average pool and one linear layer, or has no layer
        of the rejector's name.
    """

    def __init__(
        self, bundle: ModelBundle, device: ComputeDevice, rejector: Rejector | None = None
    ) -> None:
        network = bundle.build()
        head = network.get_submodule("fc")
        if not isinstance(head, nn.Linear):
            raise InferenceError(
                f"{network_entry(bundle.network).title} ends in more than one linear layer, so its"
                " maps do not come with its answer.",
                path=bundle.folder,
                remedy="Choose another model; this one can be trained and evaluated only.",
            )
        weight, bias = head.weight, head.bias
        place = device.torch_device
        self.device = device
        self._weight = weight.detach().to(place, torch.float32)
        self._bias = bias.detach().to(place, torch.float32)
        self._rejector = rejector
        folded = folded_features(network)
        if rejector is not None:
            with_middle_layer(folded, rejector.layer)
        self._features = folded.to(place, device.dtype)
        self._features.to(memory_format=torch.channels_last)

    @torch.inference_mode()
    def run(self, images: NDArray[np.float32]) -> Answers:
        """Run one batch.

        Parameters
        ----------
        images
            (B, S, S) float32, prepared.
        """
        output = self._features(self.input_tensor(images))
        features, middle = (output, None) if self._rejector is None else output
        features = features.float()
        logits = torch.addmm(self._bias, features.mean((2, 3)), self._weight.T)
        maps = class_activation_maps(features, self._weight)
        return Answers(logits.cpu().numpy(), maps.cpu().numpy(), self._unlike(middle))

    def _unlike(self, middle: Tensor | None) -> NDArray[np.bool_] | None:
        if self._rejector is None or middle is None:
            return None
        means = grid_means(middle, self._rejector.grid).cpu().numpy()
        result: NDArray[np.bool_] = ~self._rejector.accepts(means)
        return result

    def input_tensor(self, images: NDArray[np.float32]) -> Tensor:
        """(B, S, S) numpy -> (B, 3, S, S) on the device, grey repeated, channels_last."""
        grey = torch.from_numpy(images).to(self.device.torch_device, self.device.dtype)
        return grey[:, None].expand(-1, 3, -1, -1).contiguous(memory_format=torch.channels_last)

    def features(self, x: Tensor) -> Tensor:
        """The network up to its last feature maps, nothing else: what a benchmark calls bare."""
        output = self._features(x)
        features: Tensor = output if self._rejector is None else output[0]
        return features
