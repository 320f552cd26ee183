"""``braintumor-train list``: networks, recipes, parameters, protocols, readers."""

from __future__ import annotations

import argparse
import json
import sys

NAME = "list"
HELP = "list networks with their recipes; or protocols, or readers of data"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("--parameters", metavar="MODEL", help="show a network's whole recipe")
    parser.add_argument("--protocols", action="store_true", help="list the protocols instead")
    parser.add_argument("--sources", action="store_true", help="list the readers of data instead")


def run(options: argparse.Namespace) -> int:
    """Print the list on standard output."""
    if options.parameters:
        lines = _parameters(options.parameters)
    elif options.protocols:
        lines = _protocols()
    elif options.sources:
        lines = _sources()
    else:
        lines = _networks()
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _networks() -> list[str]:
    import torch

    from braintumor_desktop.models.registry import NETWORKS
    from braintumor_training.recipes import named_recipe

    lines = []
    for entry in NETWORKS.values():
        with torch.device("meta"):
            count = sum(p.numel() for p in entry.build().parameters())
        text = named_recipe(entry.key, "authors").text
        lines.append(f"{entry.key:<18} {entry.title:<18} {count:>11,} parameters  {text}")
    return lines


def _parameters(network: str) -> list[str]:
    """Both recipes of a network, as the TOML that --config reads."""
    from braintumor_desktop.models.registry import network_entry
    from braintumor_training.recipes import RECIPES, named_recipe

    network_entry(network)
    lines = []
    for name in RECIPES:
        found = named_recipe(network, name)
        values = found.recipe.to_dict()
        ranges = values.pop("augmentation")
        stages = ",".join(f"{s.size}x{s.epochs}" for s in found.recipe.stages)
        lines += [f"# {name}: {found.text}", "[recipe]"]
        lines += [f"{k} = {json.dumps(v)}" for k, v in {**values, "stages": stages}.items()]
        lines += ["[recipe.augmentation]", *(f"{k} = {v}" for k, v in ranges.items()), ""]
    return lines


def _protocols() -> list[str]:
    from braintumor_training.protocols import PROTOCOLS

    return [f"{p.stamp:<28} {p.title}" for p in PROTOCOLS.values()]


def _sources() -> list[str]:
    from braintumor_training.sources import SOURCES

    return [f"{source.NAME:<12} {source.TITLE}" for source in SOURCES.values()]
