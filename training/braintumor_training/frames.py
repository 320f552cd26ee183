"""Images prepared once by the product's own preprocessing and kept in memory as bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from braintumor_desktop.inference.preprocess import FrameTransform, Preprocessing, prepare
from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_training.errors import TrainingError
from braintumor_training.samples import Sample


@dataclass(frozen=True)
class Frames:
    """The prepared images of a list of samples.

    Attributes
    ----------
    images
        (N, S, S) uint8: the network's frame before normalisation, 0..255 for 0..1.
    borders
        (N, S, S) bool: inside the tumour border; all False where there is none.
    labels
        (N,) int64 class indices.
    samples
        The samples, in the same order.
    """

    images: NDArray[np.uint8]
    borders: NDArray[np.bool_]
    labels: NDArray[np.int64]
    samples: tuple[Sample, ...]

    def __len__(self) -> int:
        return len(self.samples)


def read_pixels(sample: Sample) -> NDArray[np.float32]:
    """(H, W) float32 grey values of a sample's file; ``TrainingError`` when it cannot be read."""
    try:
        with Image.open(sample.path) as image:
            return np.asarray(image.convert("L"), dtype=np.float32)
    except (OSError, ValueError) as error:
        raise TrainingError(f"The image cannot be read: {error}.", path=sample.path) from error


def border_mask(
    border: tuple[tuple[float, float], ...] | None, transform: FrameTransform
) -> NDArray[np.bool_]:
    """Rasterise a border (shares of the image) in the network's frame: (S, S) bool."""
    canvas = Image.new("1", (transform.size, transform.size))
    if border is not None:
        height, width = transform.shape
        points = [transform.to_frame(x * width - 0.5, y * height - 0.5) for x, y in border]
        ImageDraw.Draw(canvas).polygon(points, fill=1, outline=1)
    return np.asarray(canvas, dtype=bool)


def load_frames(
    samples: Sequence[Sample],
    preprocessing: Preprocessing,
    *,
    progress: Callable[[int, int], None] | None = None,
    threads: int = 2,
) -> Frames:
    """Prepare every sample (in threads; Pillow and numpy release the interpreter's lock)."""
    unit = replace(preprocessing, mean=0.0, std=1.0)

    def one(sample: Sample) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
        prepared = prepare(read_pixels(sample), unit)
        image = np.rint(prepared.image * 255).clip(0, 255).astype(np.uint8)
        return image, border_mask(sample.border, prepared.transform)

    count, size = len(samples), preprocessing.size
    images = np.empty((count, size, size), np.uint8)
    borders = np.zeros((count, size, size), bool)
    with ThreadPoolExecutor(threads) as pool:
        for index, (image, border) in enumerate(pool.map(one, samples)):
            images[index], borders[index] = image, border
            if progress is not None:
                progress(index + 1, count)
    labels = np.array([CLASS_KEYS.index(s.label) for s in samples], dtype=np.int64)
    return Frames(images, borders, labels, tuple(samples))
