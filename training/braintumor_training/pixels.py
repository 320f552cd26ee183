"""Files to grey values: one decoder for each kind of file that a source may hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from braintumor_training.errors import TrainingError
from braintumor_training.samples import Sample
from braintumor_training.sources import cheng_mat, dicom


def _raster(path: Path) -> NDArray[np.float32]:
    """8-bit and 16-bit grey as stored; colour as its luma."""
    try:
        with Image.open(path) as image:
            deep = image.mode.startswith("I") or image.mode == "F"
            return np.asarray(image if deep else image.convert("L"), dtype=np.float32)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise TrainingError(f"The image cannot be read: {error}.", path=path) from error


DECODERS: dict[str, Callable[[Path], NDArray[np.float32]]] = {
    "raster": _raster,
    "mat": cheng_mat.read_pixels,
    "dicom": dicom.read_pixels,
}


def read_pixels(sample: Sample) -> NDArray[np.float32]:
    """(H, W) float32 grey values of a sample's file.

    Raises
    ------
    TrainingError
        If it cannot be read, or holds no picture.
    """
    pixels = DECODERS[sample.decoder](sample.path)
    if pixels.ndim != 2 or min(pixels.shape) < 1:
        raise TrainingError(f"The image has the shape {pixels.shape}.", path=sample.path)
    return pixels
