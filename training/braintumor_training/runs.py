"""A run's folder: what lies in it, and how it is read again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from braintumor_training.checkpoint import load_checkpoint
from braintumor_training.errors import TrainingError
from braintumor_training.recipe import Recipe
from braintumor_training.samples import Sample, read_source
from braintumor_training.splits import Split, inputs_sha256

CHECKPOINT, RECIPE, SPLIT, DATA = "last.pt", "recipe.json", "split.json", "data.json"
EVALUATION, BUNDLE = "evaluation", "bundle"


@dataclass(frozen=True)
class Run:
    """A run that was started with ``braintumor-train fit``."""

    folder: Path
    recipe: Recipe
    split: Split
    source: str
    data: Path

    def write(self) -> None:
        """Write what the run was started with; refuse to mix two runs in one folder.

        Raises
        ------
        TrainingError
            If the folder holds a run with another recipe or split.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        if (self.folder / RECIPE).exists():
            before = Run.read(self.folder)
            if before.recipe != self.recipe or before.split != self.split:
                raise TrainingError(
                    "The folder holds a run with another recipe or split.",
                    path=self.folder,
                    remedy="Choose another folder, or repeat that run's options to go on with it.",
                )
        _write_json(self.folder / RECIPE, self.recipe.to_dict())
        _write_json(self.folder / DATA, {"source": self.source, "folder": str(self.data)})
        self.split.save(self.folder / SPLIT)

    @classmethod
    def read(cls, folder: Path) -> Run:
        """Read a run's folder.

        Raises
        ------
        TrainingError
            If it is not one.
        """
        try:
            recipe = json.loads((folder / RECIPE).read_text(encoding="utf-8"))
            data = json.loads((folder / DATA).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise TrainingError(
                f"This is not the folder of a run ({error}).",
                path=folder,
                remedy="Give the folder that `braintumor-train fit` wrote.",
            ) from error
        return cls(
            folder,
            Recipe.from_dict(recipe),
            Split.load(folder / SPLIT),
            data["source"],
            Path(data["folder"]),
        )

    def samples(self) -> list[Sample]:
        """The run's data, refused when it is no longer what the split was drawn from."""
        samples = read_source(self.source, self.data)
        if inputs_sha256(samples) != self.split.inputs_sha256:
            raise TrainingError(
                "The data is not what this run's split was drawn from.",
                path=self.data,
                remedy="Give the data as it was, or train again.",
            )
        return samples

    def averaged_weights(self) -> tuple[dict[str, Any], int]:
        """The averaged weights of the last checkpoint and the number of epochs done."""
        state = load_checkpoint(self.folder / CHECKPOINT, network=self.recipe.network)
        prefix = "module."
        weights = {
            name.removeprefix(prefix): tensor
            for name, tensor in state["average"].items()
            if name.startswith(prefix)
        }
        return weights, int(state["epoch"])


def _write_json(path: Path, values: dict[str, Any]) -> None:
    path.write_text(json.dumps(values, indent=1, sort_keys=True) + "\n", encoding="utf-8")
