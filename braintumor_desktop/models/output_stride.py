"""A finer last feature map: the last halving is left out and what follows is dilated.

The weights stay what they are ("à trous"; Chen et al., "DeepLab", TPAMI 2018): at the places that
the coarse map has, the finer one is computed from the same values, so weights of one stride are a
good start for the other.  The class-activation map gains twice the resolution.
"""

from __future__ import annotations

from dataclasses import dataclass

from torch import nn


@dataclass(frozen=True)
class LastReduction:
    """Where a network halves its map for the last time.

    Attributes
    ----------
    reduction
        Name of the submodule in which every stride of two halves the map.
    after
        Names of the submodules whose convolutions see the halved map.
    """

    reduction: str
    after: tuple[str, ...]


def leave_out(network: nn.Module, last: LastReduction) -> None:
    """Let a network's last map be twice as fine, in place."""
    for module in network.get_submodule(last.reduction).modules():
        if isinstance(module, nn.Conv2d) and module.stride == (2, 2):
            module.stride = (1, 1)
        elif isinstance(module, nn.MaxPool2d) and module.stride == 2:
            module.stride = 1
    for name in last.after:
        for module in network.get_submodule(name).modules():
            if isinstance(module, nn.Conv2d) and module.kernel_size != (1, 1):
                module.dilation = (2, 2)
                module.padding = tuple(
                    2 * padding for padding in module.padding if isinstance(padding, int)
                )
