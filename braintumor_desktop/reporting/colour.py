"""Perceptually uniform colour maps, and the one way a map is laid over a slice."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from braintumor_desktop.resources import resource_path

COLOUR_MAPS = ("inferno", "viridis", "cividis")
_FULL_OPACITY_FROM = 0.5  # from this value on a map has its whole opacity; below it fades out


@cache
def colour_map(name: str = "inferno") -> NDArray[np.uint8]:
    """The colours of a map from 0 to 1: (256, 3) uint8, read-only.

    The tables are matplotlib's (CC0); they lie beside the program so that the window need not
    import matplotlib.

    Raises
    ------
    ValueError
        If there is no such map.
    """
    if name not in COLOUR_MAPS:
        raise ValueError(f"no colour map is called {name!r}; there are {', '.join(COLOUR_MAPS)}")
    with Image.open(resource_path("colour_maps", f"{name}.png")) as image:
        table = np.asarray(image.convert("RGB"), dtype=np.uint8)[0].copy()
    table.setflags(write=False)
    return table


def blend(
    grey: NDArray[np.uint8],
    heat: NDArray[np.float32],
    *,
    opacity: float = 0.45,
    threshold: float = 0.0,
    colours: NDArray[np.uint8] | None = None,
) -> NDArray[np.uint8]:
    """Lay a map over a slice; where the map is zero the slice stays untouched.

    Parameters
    ----------
    grey
        (H, W), the slice as shown.
    heat
        (H, W) in [0, 1].
    opacity
        Of the map at its maximum; it fades out below half of it.
    threshold
        Where the map is smaller, the slice stays untouched.
    colours
        (256, 3); inferno where not given.

    Returns
    -------
    (H, W, 3) uint8.
    """
    table = colour_map() if colours is None else colours
    index = np.rint(np.clip(heat, 0, 1) * 255).astype(np.uint8)
    # Per level of the map, not per pixel: 256 levels are all there are.
    fade = np.minimum(np.arange(256, dtype=np.float32) / (255 * _FULL_OPACITY_FROM), 1) * opacity
    fade[np.arange(256) / np.float32(255) < threshold] = 0
    added = table * fade[:, None]
    mixed = grey[..., None] * (1 - fade)[index][..., None] + added[index]
    return np.rint(mixed).astype(np.uint8)
