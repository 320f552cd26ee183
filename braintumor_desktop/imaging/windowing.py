"""Modality values -> what the screen shows: VOI windows and VOI LUTs of PS3.3 C.11.2."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from braintumor_desktop.imaging.study import Slice, Window

_PERCENTILES = (0.5, 99.5)
_WHITE = 255.0
_BINS = 2**16


def default_window(slice_: Slice) -> Window:
    """The window a slice is first shown with.

    The file's first VOI window; else the range of its VOI LUT; else the 0.5 to 99.5 percentile of
    its pixels.
    """
    if slice_.windows:
        return slice_.windows[0]
    if slice_.voi_lut is not None:
        first, outputs = slice_.voi_lut
        width = max(len(outputs) - 1, 1)
        return Window(first + width / 2, float(width), "VOI LUT", "LINEAR_EXACT")
    return percentile_window(slice_)


def percentile_window(slice_: Slice) -> Window:
    """The window from the 0.5 to the 99.5 percentile of the slice, LINEAR_EXACT.

    From the smallest to the largest value where those two are equal; of width 1 on a blank slice.
    """
    low, high = _percentiles(slice_.pixels, _PERCENTILES)
    if high <= low:
        low, high = float(slice_.pixels.min()), float(slice_.pixels.max())
    if high <= low:
        return Window(low, 1.0, "0.5-99.5 %", "LINEAR_EXACT")
    return Window((low + high) / 2, high - low, "0.5-99.5 %", "LINEAR_EXACT")


def _percentiles(pixels: NDArray[np.float32], shares: tuple[float, ...]) -> list[float]:
    """Percentiles as :func:`numpy.percentile` has them, found among the few pixels near them.

    Every slice that is looked at needs two: sorting it would take longer than reading its file.
    """
    low, high = float(pixels.min()), float(pixels.max())
    with np.errstate(over="ignore", divide="ignore"):
        extent = np.float32(high - low)
        scale = np.float32(_BINS - 1) / extent
    if not (np.isfinite(extent) and np.isfinite(scale)):  # blank, or beyond float32
        return [float(v) for v in np.percentile(pixels, shares)]
    bins = ((pixels - np.float32(low)) * scale).astype(np.uint16)  # keeps the order of the pixels
    ends = np.cumsum(np.bincount(bins.ravel(), minlength=_BINS))

    def ranked(rank: int) -> float:
        found = int(np.searchsorted(ends, rank, side="right"))
        place = rank - (int(ends[found - 1]) if found else 0)
        return float(np.partition(pixels[bins == found], place)[place])

    places = [share / 100 * (pixels.size - 1) for share in shares]
    pairs = [(ranked(math.floor(at)), ranked(math.ceil(at)), at % 1) for at in places]
    return [below + (above - below) * part for below, above, part in pairs]


def apply_window(slice_: Slice, window: Window | None) -> NDArray[np.uint8]:
    """Show a slice through a window.

    Parameters
    ----------
    slice_
        The slice; MONOCHROME1 (``inverted``) is turned over after VOI, as PS3.3 C.7.6.3.1.2 says.
    window
        A VOI window; ``None`` takes the file's VOI LUT where there is one, else the default window.

    Returns
    -------
    (H, W) uint8, 0 black to 255 white.

    Notes
    -----
    LINEAR, LINEAR_EXACT and SIGMOID are those of PS3.3 C.11.2.1.2 and C.11.2.1.3 with an output
    from 0 to 255, rounded to the nearest.  A LINEAR window of less than width 1, which the standard
    does not allow, is read as LINEAR_EXACT.  The VOI LUT is that of PS3.3 C.11.2.1.1.
    """
    if window is None and slice_.voi_lut is not None:
        shown = _through_lut(slice_.pixels, *slice_.voi_lut)
    else:
        shown = _through_window(slice_.pixels, window or default_window(slice_))
    return np.subtract(255, shown, out=shown) if slice_.inverted else shown


def _through_window(pixels: NDArray[np.float32], window: Window) -> NDArray[np.uint8]:
    center, width, function = window.center, window.width, window.function.upper()
    if function == "SIGMOID" and width > 0:
        return _sigmoid(pixels, center, width)
    if function == "LINEAR" and width >= 1:
        center, width = center - 0.5, width - 1
    if width <= 0:
        return np.where(pixels > center, np.uint8(255), np.uint8(0))
    return _ramp(pixels, center, width)


def _ramp(pixels: NDArray[np.float32], center: float, width: float) -> NDArray[np.uint8]:
    # in place on one buffer: a window is dragged at the rate of the screen
    grey = np.subtract(pixels, np.float32(center), dtype=np.float32)
    grey *= np.float32(_WHITE / width)
    grey += np.float32(_WHITE / 2 + 0.5)
    np.clip(grey, 0.5, _WHITE + 0.5, out=grey)
    return grey.astype(np.uint8)


def _sigmoid(pixels: NDArray[np.float32], center: float, width: float) -> NDArray[np.uint8]:
    grey = np.subtract(pixels, np.float32(center), dtype=np.float32)
    grey *= np.float32(-4.0 / width)
    np.clip(grey, -80, 80, out=grey)  # exp stays finite; beyond, the output no longer changes
    np.exp(grey, out=grey)
    grey += 1
    np.divide(np.float32(_WHITE), grey, out=grey)
    grey += np.float32(0.5)
    return grey.astype(np.uint8)


def _through_lut(
    pixels: NDArray[np.float32], first: float, outputs: NDArray[np.float32]
) -> NDArray[np.uint8]:
    shades = np.rint(np.clip(outputs, 0, 1) * _WHITE).astype(np.uint8)
    index = np.rint(pixels - np.float32(first))
    np.clip(index, 0, len(shades) - 1, out=index)
    return shades[index.astype(np.int32)]


def usable_window(window: Window) -> bool:
    """Whether a file's window can be applied: finite, of positive width, of a known function."""
    return (
        math.isfinite(window.center)
        and math.isfinite(window.width)
        and window.width > 0
        and window.function in {"LINEAR", "LINEAR_EXACT", "SIGMOID"}
    )
