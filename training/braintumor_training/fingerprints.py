"""Which images are one image: small normalised pictures, compared all with all.

Two images are twins when their 48 x 48 pictures correlate above 0.99, mirrored or not.  On 10,083
public slices with known origin that joins no two different slices (the closest pair reaches 0.9896)
and misses two copies.  The picture is a box average of the whole image: sharper filters bring
different slices of one patient above the threshold.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from braintumor_training.errors import TrainingError
from braintumor_training.pixels import read_pixels
from braintumor_training.samples import Sample

SIDE = 48
TWIN = 0.99
_BLOCK = 1024


@dataclass(frozen=True)
class Fingerprints:
    """Small pictures of images, in the order of ``samples``; unreadable ones left out.

    Attributes
    ----------
    samples
        The images that could be read.
    pictures
        (N, 48, 48) float32, mean 0 and norm 1; all 0 for a blank image.
    digests
        SHA-256 of the decoded pixels and their shape: equal for exact copies.
    unreadable
        What could not be read, with the reason.
    """

    samples: tuple[Sample, ...]
    pictures: NDArray[np.float32]
    digests: tuple[str, ...]
    unreadable: tuple[tuple[Sample, str], ...]


@dataclass(frozen=True)
class Twin:
    """A pair of images that are one image: indices, correlation, whether mirrored or exact."""

    first: int
    second: int
    correlation: float
    mirrored: bool
    exact: bool


def picture(pixels: NDArray[np.float32]) -> NDArray[np.float32]:
    """(H, W) grey values -> (48, 48), mean 0 and norm 1; all 0 where the image is blank."""
    small = Image.fromarray(pixels).resize((SIDE, SIDE), Image.Resampling.BOX)
    values = np.asarray(small, dtype=np.float32)
    values = values - values.mean()
    norm = float(np.linalg.norm(values))
    return values / norm if norm > 0 else np.zeros_like(values)


def take_fingerprints(
    samples: Sequence[Sample],
    *,
    look: Callable[[Sample, NDArray[np.float32]], None] | None = None,
    progress: Callable[[int, int], None] | None = None,
    threads: int = 2,
) -> Fingerprints:
    """Read every image once.

    Parameters
    ----------
    look
        Called with every sample and its pixels while they are at hand, from several threads.
    """

    def one(sample: Sample) -> tuple[NDArray[np.float32], str] | str:
        try:
            pixels = read_pixels(sample)
        except TrainingError as error:
            return error.what
        if look is not None:
            look(sample, pixels)
        digest = hashlib.sha256(f"{pixels.shape}".encode() + pixels.tobytes()).hexdigest()
        return picture(pixels), digest

    kept, pictures, digests, unreadable = [], [], [], []
    with ThreadPoolExecutor(threads) as pool:
        for index, (sample, found) in enumerate(zip(samples, pool.map(one, samples), strict=True)):
            if isinstance(found, str):
                unreadable.append((sample, found))
            else:
                kept.append(sample)
                pictures.append(found[0])
                digests.append(found[1])
            if progress is not None:
                progress(index + 1, len(samples))
    stacked = np.stack(pictures) if pictures else np.zeros((0, SIDE, SIDE), np.float32)
    return Fingerprints(tuple(kept), stacked, tuple(digests), tuple(unreadable))


def find_twins(prints: Fingerprints, threshold: float = TWIN) -> list[Twin]:
    """All pairs that correlate above the threshold, mirrored or not, as blocked matrix products."""
    plain = prints.pictures.reshape(len(prints.pictures), -1)
    mirrored = np.ascontiguousarray(prints.pictures[:, :, ::-1]).reshape(plain.shape)
    best: dict[tuple[int, int], tuple[float, bool]] = {}
    for flipped, other in ((False, plain), (True, mirrored)):
        for first, second, value in _above(plain, other, threshold):
            if value > best.get((first, second), (0.0, False))[0]:
                best[first, second] = (value, flipped)
    digests = prints.digests
    return [
        Twin(first, second, value, flipped, digests[first] == digests[second])
        for (first, second), (value, flipped) in sorted(best.items())
    ]


def _above(
    left: NDArray[np.float32], right: NDArray[np.float32], threshold: float
) -> Iterator[tuple[int, int, float]]:
    for start in range(0, len(left), _BLOCK):
        values = left[start : start + _BLOCK] @ right[start:].T
        rows, columns = np.nonzero(values > threshold)
        later = columns > rows
        for row, column in zip(rows[later].tolist(), columns[later].tolist(), strict=True):
            yield start + row, start + column, float(values[row, column])


def connected(count: int, pairs: Sequence[tuple[int, int]]) -> list[int]:
    """Component of every index 0..count-1 under the pairs, named by its smallest index."""
    parent = list(range(count))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for first, second in pairs:
        a, b = sorted((root(first), root(second)))
        parent[b] = a
    return [root(index) for index in range(count)]
