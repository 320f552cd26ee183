"""A run's folder: what lies in it, and how it is read again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_training.checkpoint import load_checkpoint
from braintumor_training.console import say
from braintumor_training.datasets import Dataset, load_dataset
from braintumor_training.environment import describe_environment
from braintumor_training.errors import TrainingError
from braintumor_training.protocols import Protocol, find_protocol
from braintumor_training.recipe import Recipe
from braintumor_training.splits import Split
from braintumor_training.splits import inputs_sha256 as samples_sha256

CHECKPOINT, RECIPE, SPLIT, DATA = "last.pt", "recipe.json", "split.json", "data.json"
BEST, ENVIRONMENT, UNREADABLE = "best.pt", "environment.json", "unreadable.csv"
EVALUATION, BUNDLE, LEAKY = "evaluation", "bundle", "LEAKY"

__all__ = ["Run", "samples_sha256"]


@dataclass(frozen=True)
class Run:
    """A run that was started with ``braintumor-train fit``.

    Attributes
    ----------
    folder
        Where it lies.
    recipe, split
        How it is trained, and on what.
    source, data
        Reader and folder of the data.
    classes
        Class keys in the order of the logits.
    natives_sha256
        Hash of the native members; empty where none are trained on.
    """

    folder: Path
    recipe: Recipe
    split: Split
    source: str
    data: Path
    classes: tuple[str, ...] = CLASS_KEYS
    natives_sha256: str = ""

    @property
    def protocol(self) -> Protocol:
        """The protocol that its split follows."""
        return find_protocol(self.split.protocol)

    def write(self) -> None:
        """Write what the run was started with; refuse to mix two runs in one folder.

        Raises
        ------
        TrainingError
            If the folder holds a run with another recipe, split or data, or cannot be written.
        """
        if (self.folder / CHECKPOINT).exists():  # before that there is nothing to mix with
            before = Run.read(self.folder)
            if _identity(before) != _identity(self):
                raise TrainingError(
                    "The folder holds a run with another recipe or split.",
                    path=self.folder,
                    remedy="Choose another folder, or repeat that run's options to go on with it.",
                )
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            _write_json(self.folder / RECIPE, self.recipe.to_dict())
            _write_json(self.folder / DATA, self._data())
            _write_json(self.folder / ENVIRONMENT, describe_environment())
            self.split.save(self.folder / SPLIT)
            if self.split.leaky:
                (self.folder / LEAKY).write_text(
                    f"{self.split.stamp}: training and testing share patients or images. No figure"
                    " of this run says how the network does on new patients.\n",
                    encoding="utf-8",
                )
        except OSError as error:
            raise TrainingError(
                f"The run's folder cannot be written ({error.strerror}).", path=self.folder
            ) from error

    def _data(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "folder": str(self.data),
            "classes": list(self.classes),
            "inputs_sha256": self.split.inputs_sha256,
            "split_sha256": self.split.sha256,
            "natives_sha256": self.natives_sha256,
        }

    @classmethod
    def read(cls, folder: Path, data: Path | None = None) -> Run:
        """Read a run's folder.

        Parameters
        ----------
        data
            Where the images lie now, if not where they lay in training; :meth:`dataset` refuses
            others than those.

        Raises
        ------
        TrainingError
            If it is not one.
        """
        try:
            recipe = json.loads((folder / RECIPE).read_text(encoding="utf-8"))
            told = json.loads((folder / DATA).read_text(encoding="utf-8"))
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
            told["source"],
            data or Path(told["folder"]),
            tuple(told.get("classes", CLASS_KEYS)),
            told.get("natives_sha256", ""),
        )

    def dataset(self) -> Dataset:
        """The run's data, refused when it is no longer what the split was drawn from."""
        dataset = load_dataset(
            self.source,
            self.data,
            self.protocol,
            also_native=bool(self.natives_sha256),
            report=say,
        )
        natives = samples_sha256(dataset.natives) if dataset.natives else ""
        if (
            samples_sha256(dataset.samples) != self.split.inputs_sha256
            or natives != self.natives_sha256
        ):
            raise TrainingError(
                "The data is not what this run's split was drawn from.",
                path=self.data,
                remedy="Give the data as it was, or train again.",
            )
        return dataset

    def weights(self) -> tuple[dict[str, Any], int]:
        """The averaged weights that are kept (the best epoch's, else the last) and their epochs."""
        best = self.folder / BEST
        path = best if best.exists() else self.folder / CHECKPOINT
        state = load_checkpoint(path, network=self.recipe.network)
        prefix = "module."
        weights = {
            name.removeprefix(prefix): tensor
            for name, tensor in state["average"].items()
            if name.startswith(prefix)
        }
        return weights, int(state["epoch"])


def _identity(run: Run) -> tuple[object, ...]:
    return run.recipe, run.split, run.classes, run.natives_sha256


def _write_json(path: Path, values: dict[str, Any]) -> None:
    path.write_text(json.dumps(values, indent=1, sort_keys=True) + "\n", encoding="utf-8")
