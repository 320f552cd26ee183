"""Prepared frames on disk: folds, stages and networks of one comparison prepare an image once.

One small file an image, named by the hash of everything that decides its content (the image file's
path, size and time, the decoder, the border, the preprocessing), so that nothing stale is ever
read; processes that run side by side share the folder.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from braintumor_desktop.inference.preprocess import Preprocessing
from braintumor_desktop.models.files import write_whole
from braintumor_training.errors import TrainingError
from braintumor_training.samples import Sample

Frame: TypeAlias = tuple[NDArray[np.uint8], NDArray[np.bool_]]


class FrameCache:
    """Prepared frames of one preprocessing.

    Parameters
    ----------
    folder
        Where they lie; made where it is missing.
    preprocessing
        How they are prepared.

    Raises
    ------
    TrainingError
        If the folder cannot be made.
    """

    def __init__(self, folder: Path, preprocessing: Preprocessing) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unwritable(folder, error) from error
        self.folder, self.size = folder, preprocessing.size
        self._words = json.dumps(preprocessing.to_dict(), sort_keys=True)

    def get(self, sample: Sample) -> Frame | None:
        """(S, S) uint8 image and (S, S) bool border mask; ``None`` where they are not kept."""
        try:
            content = np.fromfile(self._path(sample), np.uint8)
        except FileNotFoundError:
            return None
        pixels = self.size**2
        if len(content) != pixels + -(-pixels // 8):
            return None
        mask = np.unpackbits(content[pixels:], count=pixels).astype(bool)
        return content[:pixels].reshape(self.size, -1), mask.reshape(self.size, -1)

    def put(self, sample: Sample, frame: Frame) -> None:
        """Keep a frame; ``TrainingError`` if the folder cannot be written to."""
        image, mask = frame
        try:
            write_whole(self._path(sample), image.tobytes() + np.packbits(mask).tobytes())
        except OSError as error:
            raise _unwritable(self.folder, error) from error

    def _path(self, sample: Sample) -> Path:
        file = sample.path.resolve()
        facts = file.stat()
        words = (str(file), facts.st_size, facts.st_mtime_ns, sample.decoder, sample.border)
        name = hashlib.sha256(f"{words!r} {self._words}".encode()).hexdigest()
        return self.folder / f"{name[:32]}.frame"


def _unwritable(folder: Path, error: OSError) -> TrainingError:
    return TrainingError(
        f"The cache of prepared frames cannot be written ({error.strerror or error}).",
        path=folder,
        remedy="Free some space, name another folder, or leave --cache out.",
    )
