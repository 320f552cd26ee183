"""What was done to every image of every batch: drawn here, kept in the run, read back.

One compressed file an epoch, ``augmentation/epoch_001.npz``, of about 100 bytes an image.  An epoch
that is trained again after an interruption draws the same and writes the same.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from braintumor_desktop.models.files import write_whole
from braintumor_training.augmentation import BatchParameters, sample_parameters
from braintumor_training.errors import TrainingError
from braintumor_training.recipe import Recipe

AUGMENTATION = "augmentation"
_PARAMETERS = tuple(field.name for field in fields(BatchParameters))
_MIXUP = ("partner", "share")


@dataclass(frozen=True)
class Draw:
    """How one global batch was made.

    Attributes
    ----------
    parameters
        What was done to each image.
    partner
        (B,) place in the batch of the image that each is mixed with, or ``None`` without mixup.
    share
        What each image keeps of itself.
    """

    parameters: BatchParameters
    partner: NDArray[np.int64] | None
    share: float


def draw_batch(count: int, recipe: Recipe, rng: np.random.Generator) -> Draw:
    """Draw everything that is random about a batch but the images in it."""
    parameters = sample_parameters(count, recipe.augmentation, rng)
    if recipe.mixup <= 0:
        return Draw(parameters, None, 1.0)
    partner = rng.permutation(count)
    return Draw(parameters, partner, float(rng.beta(recipe.mixup, recipe.mixup)))


class AugmentationRecord:
    """Draws batches and remembers them until the epoch's end.

    Parameters
    ----------
    folder
        The run's.
    keep
        Whether this process writes; one of several does.
    """

    def __init__(self, folder: Path, *, keep: bool) -> None:
        self.folder, self.keep = folder / AUGMENTATION, keep
        self._noted: list[tuple[NDArray[np.int64], Draw]] = []

    def draw(self, rows: NDArray[np.int64], recipe: Recipe, rng: np.random.Generator) -> Draw:
        """Draw the batch of these rows of the epoch's frames."""
        found = draw_batch(len(rows), recipe, rng)
        if self.keep:
            self._noted.append((rows, found))
        return found

    def write(self, epoch: int, names: Sequence[str]) -> None:
        """Write what was drawn since the last time.

        Parameters
        ----------
        epoch
            From 1.
        names
            Of all the epoch's frames.

        Raises
        ------
        OSError
            If the disk is full or the folder cannot be written to.
        """
        noted, self._noted = self._noted, []
        if not self.keep:
            return
        arrays: dict[str, NDArray[Any]] = {
            name: np.stack([getattr(draw.parameters, name) for _, draw in noted])
            for name in _PARAMETERS
        }
        arrays["image"] = np.array([[names[row] for row in rows] for rows, _ in noted])
        partners = [draw.partner for _, draw in noted if draw.partner is not None]
        if partners:
            arrays["partner"] = np.stack(partners)
            arrays["share"] = np.array([draw.share for _, draw in noted])
        buffer = io.BytesIO()
        np.savez_compressed(buffer, allow_pickle=False, **arrays)
        self.folder.mkdir(exist_ok=True)
        write_whole(_path(self.folder, epoch), buffer.getvalue())


def read_epoch(run: Path, epoch: int) -> list[tuple[tuple[str, ...], Draw]]:
    """Batches of an epoch, in order: the images' names and how each batch was made.

    Raises
    ------
    TrainingError
        If nothing was recorded of the epoch, or the file cannot be read.
    """
    path = _path(run / AUGMENTATION, epoch)
    try:
        with np.load(path, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
        images = arrays["image"]
        columns = [arrays[name] for name in _PARAMETERS]
        mixup = [arrays[name] for name in _MIXUP if name in arrays]
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise TrainingError(
            f"The record of the augmentation cannot be read: {error}.", path=path
        ) from error
    batches = []
    for number, names in enumerate(images):
        values = dict(zip(_PARAMETERS, (column[number] for column in columns), strict=True))
        partner, share = (mixup[0][number], float(mixup[1][number])) if mixup else (None, 1.0)
        draw = Draw(BatchParameters(**values), partner, share)
        batches.append((tuple(str(name) for name in names), draw))
    return batches


def _path(folder: Path, epoch: int) -> Path:
    return folder / f"epoch_{epoch:03d}.npz"
