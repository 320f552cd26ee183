"""What ``braintumor-predict --list-models`` prints."""

from __future__ import annotations

import typer

from braintumor_desktop.errors import BundleError
from braintumor_desktop.models.bundle import available_bundles
from braintumor_desktop.models.card import read_card
from braintumor_desktop.models.registry import network_entry


def list_models() -> None:
    """Print each installed model: name, version, network, and what its card says it reached."""
    folders = available_bundles()
    if not folders:
        typer.echo("No model is installed.")
    for folder in folders:
        try:
            card = read_card(folder)
        except BundleError as error:
            typer.echo(f"{folder.name}: {error}")
            continue
        title = network_entry(card["network"]).title
        typer.echo(f"{folder.name}  {card['version']}  {title}")
        for metrics in card["metrics"]:
            typer.echo(f"    {_reached(metrics)}")


def _reached(metrics: dict[str, object]) -> str:
    """One evaluation in words."""
    leaky = " (LEAKY)" if metrics.get("leaky") else ""
    where = f"{metrics['protocol']}{leaky}, {metrics['split']}, n = {metrics['n']}"
    value = metrics.get("balanced_accuracy")
    if not isinstance(value, float | int):
        return where
    return f"{where}: balanced accuracy {value:.3f}"
