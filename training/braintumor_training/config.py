"""A run's configuration file: TOML with a table ``[data]`` and a table ``[recipe]``.

[data]
data = "folder"
protocol = "grouped"

[recipe]
network = "resnet34"
base = "house"            # or "authors"; what is not said below is taken from it
stages = "128x30,192x10"
learning_rate = 1e-3
[recipe.augmentation]
rotation = 10.0
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from braintumor_training.errors import TrainingError
from braintumor_training.fitting import FitOptions
from braintumor_training.recipe import Recipe, checked_fields
from braintumor_training.recipes import named_recipe

_DEFAULT_NETWORK = "improved_resnet34"


def read_config(path: Path | None) -> dict[str, dict[str, Any]]:
    """The tables ``data`` and ``recipe`` of a file, empty for ``None``.

    Raises
    ------
    TrainingError
        If it cannot be read, is no TOML, or holds another table.
    """
    if path is None:
        return {"data": {}, "recipe": {}}
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TrainingError(f"The configuration cannot be read: {error}.", path=path) from error
    unknown = sorted(set(values) - {"data", "recipe"})
    if unknown or not all(isinstance(table, dict) for table in values.values()):
        raise TrainingError(
            f"The configuration does not know {', '.join(unknown) or 'plain values'}.",
            path=path,
            remedy="It has the tables [data] and [recipe].",
        )
    return {"data": values.get("data", {}), "recipe": values.get("recipe", {})}


def build_recipe(config: Mapping[str, Any], flags: Mapping[str, Any]) -> Recipe:
    """The named recipe, changed by the file's ``[recipe]`` and then by the flags that were given.

    Raises
    ------
    TrainingError
        Naming a value that is unknown, of another type or out of range.
    """
    values = {**config, **flags}
    network = values.get("network", _DEFAULT_NETWORK)
    base = named_recipe(network, values.pop("base", "authors")).recipe.to_dict()
    if isinstance(values.get("augmentation"), Mapping):
        values["augmentation"] = {**base["augmentation"], **values["augmentation"]}
    return Recipe.from_dict({**base, **values, "network": network})


def build_options(config: Mapping[str, Any], flags: Mapping[str, Any]) -> FitOptions:
    """The file's ``[data]`` changed by the flags that were given.

    Raises
    ------
    TrainingError
        If no data is named, or a value is unknown or of another type.
    """
    values = {**config, **flags}
    checked_fields(FitOptions, values, "configuration")
    if "data" not in values:
        raise TrainingError(
            "No data is named.",
            remedy="Give --data FOLDER, or data in [data] of the configuration.",
        )
    return FitOptions(**{**values, "data": Path(values["data"])})
