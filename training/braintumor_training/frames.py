"""Images prepared once by the product's own preprocessing and kept in memory as bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from braintumor_desktop.errors import InferenceError
from braintumor_desktop.inference.preprocess import FrameTransform, Preprocessing, prepare
from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_training.errors import TrainingError
from braintumor_training.frame_cache import Frame, FrameCache
from braintumor_training.pixels import read_pixels
from braintumor_training.samples import Border, Sample


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
    unreadable
        Samples that could not be prepared, with the reason; they are in none of the above.
    """

    images: NDArray[np.uint8]
    borders: NDArray[np.bool_]
    labels: NDArray[np.int64]
    samples: tuple[Sample, ...]
    unreadable: tuple[tuple[Sample, str], ...] = ()

    def __len__(self) -> int:
        return len(self.samples)


def border_mask(border: Border | None, transform: FrameTransform) -> NDArray[np.bool_]:
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
    classes: Sequence[str] = CLASS_KEYS,
    strict: bool = True,
    progress: Callable[[int, int], None] | None = None,
    threads: int = 2,
    cache: str = "",
) -> Frames:
    """Prepare every sample (in threads; Pillow and numpy release the interpreter's lock).

    Parameters
    ----------
    classes
        Class keys in the order of the logits.
    strict
        Stop at the first image that cannot be read, instead of leaving it out and listing it.
    cache
        Folder in which prepared frames are kept for the next time; none where it is empty.

    Raises
    ------
    TrainingError
        If an image cannot be read and ``strict``, none can, or the cache cannot be written to.
    """
    unit = replace(preprocessing, mean=0.0, std=1.0)
    kept_frames = FrameCache(Path(cache), unit) if cache else None

    def one(sample: Sample) -> Frame | TrainingError:
        if kept_frames is None or not sample.path.exists():
            return fresh(sample)
        frame: Frame | TrainingError | None = kept_frames.get(sample)
        if frame is None:
            frame = fresh(sample)
            if not isinstance(frame, TrainingError):
                kept_frames.put(sample, frame)
        return frame

    def fresh(sample: Sample) -> Frame | TrainingError:
        try:
            prepared = prepare(read_pixels(sample), unit)
        except InferenceError as error:
            return TrainingError(error.what, path=sample.path)
        except TrainingError as error:
            return error
        image = np.rint(prepared.image * 255).clip(0, 255).astype(np.uint8)
        return image, border_mask(sample.border, prepared.transform)

    count, size = len(samples), preprocessing.size
    images = np.empty((count, size, size), np.uint8)
    borders = np.zeros((count, size, size), bool)
    kept: list[Sample] = []
    unreadable: list[tuple[Sample, str]] = []
    with ThreadPoolExecutor(threads) as pool:
        for index, (sample, found) in enumerate(zip(samples, pool.map(one, samples), strict=True)):
            if isinstance(found, TrainingError):
                if strict:
                    raise found
                unreadable.append((sample, found.what))
            else:
                images[len(kept)], borders[len(kept)] = found
                kept.append(sample)
            if progress is not None:
                progress(index + 1, count)
    if samples and not kept:
        raise TrainingError(
            f"None of {count} images can be read; the first: {unreadable[0][1]}",
            path=samples[0].path,
        )
    labels = np.array([classes.index(s.label) for s in kept], dtype=np.int64)
    return Frames(images[: len(kept)], borders[: len(kept)], labels, tuple(kept), tuple(unreadable))
