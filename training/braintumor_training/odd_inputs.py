"""Pictures that are no proper head, prepared as the product prepares them, to try rejecting on.

Drawn ones (noise, texture, discs, text), photographs that come with scikit-learn, and heads that
were spoilt: turned, cut, inverted, shuffled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from braintumor_desktop.inference.preprocess import Preprocessing, prepare

Picture = NDArray[np.floating[Any]]
Spoil = Callable[[Picture, np.random.Generator], Picture]
_TILES = 4
_DRAWN_SIDE = 256
_WORDS = ("impression", "of", "the", "left", "right", "contrast", "12 mm", "finding", "axial")


def _pink(side: int, rng: np.random.Generator) -> Picture:
    """Noise whose amplitude falls with frequency, as that of natural scenes does."""
    rows, columns = np.fft.fftfreq(side)[:, None], np.fft.fftfreq(side)[None]
    frequency = np.hypot(rows, columns)
    frequency[0, 0] = 1
    spectrum = np.fft.fft2(rng.normal(size=(side, side))) / frequency ** rng.uniform(1, 2)
    result: Picture = np.fft.ifft2(spectrum).real
    return result


def _texture(side: int, rng: np.random.Generator) -> Picture:
    """Stripes, checks or a gradient."""
    y, x = np.mgrid[:side, :side] / side
    angle, waves = rng.uniform(0, np.pi), rng.uniform(1, 40)
    along = np.cos(angle) * x + np.sin(angle) * y
    checks = (np.floor(x * waves) + np.floor(y * waves)) % 2
    kinds = (np.sin(2 * np.pi * waves * along), checks, along)
    result: Picture = kinds[int(rng.integers(len(kinds)))] + rng.normal(0, 0.02, x.shape)
    return result


def _discs(side: int, rng: np.random.Generator) -> Picture:
    """A few overlapping ellipses on black, as a phantom has."""
    y, x = np.mgrid[:side, :side] / side
    picture = rng.normal(0, 0.01, x.shape)
    for _ in range(int(rng.integers(1, 6))):
        (cx, cy), (rx, ry) = rng.uniform(0.2, 0.8, 2), rng.uniform(0.05, 0.4, 2)
        picture += rng.uniform(0.2, 1) * (((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1)
    result: Picture = picture
    return result


def _text(side: int, rng: np.random.Generator) -> Picture:
    """Lines of words, dark on white or white on dark, as a report or a screen has."""
    paper, ink = (255, 20) if rng.random() < 0.5 else (20, 235)
    page = Image.new("L", (side, side), paper)
    draw = ImageDraw.Draw(page)
    font = ImageFont.load_default(int(rng.integers(9, 20)))
    for top in range(8, side - 16, int(rng.integers(14, 30))):
        words = " ".join(rng.choice(_WORDS, int(rng.integers(2, 7))))
        draw.text((10, top), words, fill=ink, font=font)
    return np.asarray(page, np.float32)


def _shuffled_tiles(picture: Picture, rng: np.random.Generator) -> Picture:
    side = len(picture) // _TILES
    cut = [
        picture[r * side : (r + 1) * side, c * side : (c + 1) * side]
        for r in range(_TILES)
        for c in range(_TILES)
    ]
    tiles = [cut[index] for index in rng.permutation(len(cut))]
    return np.block([tiles[i : i + _TILES] for i in range(0, len(tiles), _TILES)])


_DRAWN: dict[str, Callable[[int, np.random.Generator], Picture]] = {
    "white noise": lambda side, rng: rng.random((side, side)),
    "1/f noise": _pink,
    "stripes, checks, gradients": _texture,
    "discs, as in a phantom": _discs,
    "text": _text,
}
_SPOILT: dict[str, Spoil] = {
    "shuffled pixels": lambda p, rng: rng.permuted(p.ravel()).reshape(p.shape),
    "shuffled tiles": _shuffled_tiles,
    "much noise": lambda p, rng: p + rng.normal(0, 60, p.shape),
    "inverted": lambda p, _: 255 - p,
    "a quarter of the head": lambda p, _: p[len(p) // 2 :, len(p) // 2 :],
    "middle half of the head": lambda p, _: p[
        len(p) // 4 : -(len(p) // 4), len(p) // 4 : -(len(p) // 4)
    ],
    "one side of the head": lambda p, _: p[:, : len(p) // 2],
    "turned by 90 degrees": lambda p, _: np.rot90(p),
    "upside down": lambda p, _: p[::-1],
}


def odd_inputs(
    heads: NDArray[np.uint8], preprocessing: Preprocessing, seed: int = 0
) -> dict[str, NDArray[np.uint8]]:
    """Prepared frames by kind, as many of each kind as there are heads.

    Parameters
    ----------
    heads
        (N, S, S) proper frames, to be spoilt.
    preprocessing
        The bundle's.
    """
    rng = np.random.default_rng(seed)
    count = len(heads)
    frames: dict[str, NDArray[np.uint8]] = {}
    # Each kind is made before the next is begun: a generator would see the last kind's function.
    for name, draw in _DRAWN.items():
        drawn = [draw(_DRAWN_SIDE, rng) for _ in range(count)]
        frames[name] = _frames(drawn, preprocessing)
    frames["photographs"] = _frames(_photographs(count, rng), preprocessing)
    for name, spoil in _SPOILT.items():
        spoilt = [spoil(head.astype(np.float32), rng) for head in heads]
        frames[name] = _frames(spoilt, preprocessing)
    return frames


def _photographs(count: int, rng: np.random.Generator) -> Iterable[Picture]:
    """Random square parts of scikit-learn's two photographs, in grey."""
    from sklearn.datasets import load_sample_images

    greys = [image.astype(np.float32).mean(2) for image in load_sample_images().images]
    for number in range(count):
        grey = greys[number % len(greys)]
        side = int(rng.uniform(0.3, 1) * min(grey.shape))
        top, left = (int(rng.integers(length - side + 1)) for length in grey.shape)
        yield grey[top : top + side, left : left + side]


def _frames(pictures: Iterable[Picture], preprocessing: Preprocessing) -> NDArray[np.uint8]:
    unit = replace(preprocessing, mean=0.0, std=1.0)
    frames = [prepare(picture, unit).image for picture in pictures]
    return np.rint(np.stack(frames) * 255).clip(0, 255).astype(np.uint8)
