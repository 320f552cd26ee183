"""The output of a middle layer beside the last features, in one forward pass of a folded network.

Folding traces through the containers, so that a stage is no module any more that could be hooked;
the trace remembers which operations were its.
"""

from __future__ import annotations

from torch import fx

from braintumor_desktop.errors import InferenceError


def with_middle_layer(features: fx.GraphModule, layer: str) -> fx.GraphModule:
    """Make a network of ``fuse.folded_features`` return (features, output of ``layer``).

    Parameters
    ----------
    features
        Changed in place.
    layer
        Name of a submodule of the network that was folded.

    Raises
    ------
    InferenceError
        If no operation belongs to such a layer.
    """
    graph = features.graph
    path = f"network.{layer}"
    inside = [node for node in graph.nodes if path in node.meta.get("nn_module_stack", {})]
    if not inside:
        raise InferenceError(f"The network has no layer {layer!r}.")
    (output,) = (node for node in graph.nodes if node.op == "output")
    output.args = ((output.args[0], inside[-1]),)
    graph.lint()
    features.recompile()
    return features
