"""Batch normalisation folded into the convolutions before it.

In ``eval`` mode a batch normalisation is one factor and one offset a channel; both go into the
convolution's weights, which saves a pass over every feature map.  Folding is done in fp32, before
the weights are rounded to bf16.
"""

from __future__ import annotations

from typing import Any, cast

import torch
from torch import Tensor, fx, nn


class _Features(nn.Module):
    """A network up to its feature maps, as a module that fx can trace."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, x: Tensor) -> Tensor:
        features: Tensor = cast(Any, self.network).forward_features(x)
        return features


def folded_features(network: nn.Module) -> fx.GraphModule:
    """Return ``network.forward_features`` with its batch normalisations folded.

    Parameters
    ----------
    network
        In ``eval`` mode, fp32; its modules are used up: do not run it afterwards.

    Notes
    -----
    A normalisation is folded where it follows one convolution or a concatenation of convolutions
    over channels, none of which is read elsewhere; others are left in place.
    """
    graph_module = fx.symbolic_trace(_Features(network))
    modules = dict(graph_module.named_modules())
    for node in list(graph_module.graph.nodes):
        norm = modules.get(node.target) if node.op == "call_module" else None
        if isinstance(norm, nn.BatchNorm2d):
            _fold(node, norm, modules)
    graph_module.graph.lint()
    graph_module.delete_all_unused_submodules()
    graph_module.recompile()
    return graph_module


def _fold(node: fx.Node, norm: nn.BatchNorm2d, modules: dict[str, nn.Module]) -> None:
    """Move one normalisation into the convolutions that feed it, if it can be."""
    source = node.args[0]
    if not isinstance(source, fx.Node):
        return
    convolutions = _feeding_convolutions(source, modules)
    if convolutions is None:
        return
    factor, offset = _factor_and_offset(norm)
    start = 0
    for convolution in convolutions:
        part = slice(start, start + convolution.out_channels)
        bias = convolution.bias * factor[part] if convolution.bias is not None else 0
        convolution.weight = nn.Parameter(
            convolution.weight * factor[part, None, None, None], requires_grad=False
        )
        convolution.bias = nn.Parameter(offset[part] + bias, requires_grad=False)
        start = part.stop
    node.replace_all_uses_with(source)
    node.graph.erase_node(node)


def _feeding_convolutions(source: fx.Node, modules: dict[str, nn.Module]) -> list[nn.Conv2d] | None:
    """The convolutions whose channels, in order, are ``source``; ``None`` if it is not that."""
    is_cat = source.op == "call_function" and source.target is torch.cat
    over_channels = is_cat and (source.kwargs.get("dim") == 1 or source.args[1:] == (1,))
    nodes = cast("list[fx.Node]", source.args[0]) if over_channels else [source]
    if len(source.users) != 1:
        return None
    found = []
    for node in nodes:
        module = modules.get(str(node.target)) if node.op == "call_module" else None
        if not isinstance(module, nn.Conv2d) or len(node.users) != 1:
            return None
        found.append(module)
    return found


def _factor_and_offset(norm: nn.BatchNorm2d) -> tuple[Tensor, Tensor]:
    """A normalisation in ``eval`` mode as ``x * factor + offset``, each (C,)."""
    if norm.running_mean is None or norm.running_var is None:
        raise ValueError("a normalisation without running statistics cannot be folded")
    factor = (norm.running_var + norm.eps).rsqrt()
    if norm.weight is not None:
        factor = factor * norm.weight
    offset = -norm.running_mean * factor
    return factor, offset if norm.bias is None else offset + norm.bias
