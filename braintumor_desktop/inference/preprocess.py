"""The one preprocessing, read by training and by inference.

Percentile clip to [0, 1], crop to the head, pad to a square (in mm, so pixels that are not square
come out square), antialiased resize, normalise.  A model's preprocessing travels in its card: a
network never meets pixels that were prepared another way.  Numpy, scipy and Pillow only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from braintumor_desktop.errors import BlankSliceError, InferenceError

_OVERVIEW = 96  # longest side of the reduced image on which the head is looked for
_PERCENTILE_SAMPLES = 256  # the percentiles are taken on about 256 x 256 pixels
_SMALLEST_HEAD = 0.04  # a component below this share of the image is not taken for a head


@dataclass(frozen=True)
class Preprocessing:
    """Parameters of the preprocessing, as they stand on a model's card.

    Attributes
    ----------
    size
        Side of the network's square input in pixels.
    percentiles
        Lower and upper percentile of the slice that become 0 and 1.
    crop_to_head
        Whether the frame is the head's bounding square instead of the whole slice.
    margin
        Free border around the head, as a share of the frame's side.
    mean, std
        Normalisation of the values in [0, 1].
    """

    size: int = 192
    percentiles: tuple[float, float] = (0.5, 99.5)
    crop_to_head: bool = True
    margin: float = 0.04
    mean: float = 0.25
    std: float = 0.25

    def __post_init__(self) -> None:
        low, high = self.percentiles
        if not 16 <= self.size <= 2048:
            raise ValueError(f"size must lie in 16..2048, not {self.size}")
        if not 0 <= low < high <= 100:
            raise ValueError(f"percentiles must rise within 0..100, not {self.percentiles}")
        if not 0 <= self.margin < 0.5:
            raise ValueError(f"margin must lie in [0, 0.5), not {self.margin}")
        if self.std <= 0:
            raise ValueError(f"std must be positive, not {self.std}")

    def to_dict(self) -> dict[str, Any]:
        """The parameters as plain JSON values."""
        return {**asdict(self), "percentiles": list(self.percentiles)}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Preprocessing:
        """Inverse of :meth:`to_dict`; ``ValueError`` on unknown, missing or impossible values."""
        names = {f.name for f in fields(cls)}
        if set(values) != names:
            missing, unknown = sorted(names - set(values)), sorted(set(values) - names)
            raise ValueError(f"preprocessing lacks {missing} and does not know {unknown}")
        return cls(**{**values, "percentiles": tuple(values["percentiles"])})


@dataclass(frozen=True)
class FrameTransform:
    """Maps the network's square frame back onto the slice, to sub-pixel accuracy.

    Pixel coordinates are continuous with pixel *centres* on the integers, ``(x, y)`` = (column,
    row).
    The frame is axis-aligned: ``x_slice = left + (x_frame + 0.5) * step_x - 0.5``, likewise for y.

    Attributes
    ----------
    left, top
        Outer edge of the frame on the slice, in slice pixels counted from the outer edge of its
        first pixel; may be negative.
    step_x, step_y
        Slice pixels a frame pixel.
    size
        Side of the frame in frame pixels.
    shape
        (H, W) of the slice.
    """

    left: float
    top: float
    step_x: float
    step_y: float
    size: int
    shape: tuple[int, int]

    def to_slice(self, x: float, y: float) -> tuple[float, float]:
        """Frame coordinates -> slice coordinates."""
        return (
            self.left + (x + 0.5) * self.step_x - 0.5,
            self.top + (y + 0.5) * self.step_y - 0.5,
        )

    def to_frame(self, x: float, y: float) -> tuple[float, float]:
        """Slice coordinates -> frame coordinates."""
        return (
            (x + 0.5 - self.left) / self.step_x - 0.5,
            (y + 0.5 - self.top) / self.step_y - 0.5,
        )

    def map_to_slice(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        """Resample an (h, w) map that covers the whole frame onto the slice, bilinearly.

        Returns
        -------
        (H, W) float32; zero outside the frame.
        """
        height, width = self.shape
        rows = _interpolation(height, self.top, self.step_y * self.size, values.shape[0])
        columns = _interpolation(width, self.left, self.step_x * self.size, values.shape[1])
        return rows @ np.asarray(values, dtype=np.float32) @ columns.T


def _interpolation(length: int, start: float, extent: float, cells: int) -> NDArray[np.float32]:
    """(length, cells) weights that read ``cells`` values spread over [start, start + extent)."""
    position = (np.arange(length) + 0.5 - start) / extent  # 0..1 inside the frame
    centre = np.clip(position * cells - 0.5, 0, cells - 1)
    lower = np.minimum(centre.astype(int), max(cells - 2, 0))
    fraction = centre - lower
    weights = np.zeros((length, cells), dtype=np.float32)
    index = np.arange(length)
    weights[index, lower] = 1 - fraction
    if cells > 1:
        weights[index, lower + 1] = fraction
    weights[(position < 0) | (position >= 1)] = 0
    return weights


@dataclass(frozen=True)
class PreparedSlice:
    """What the network sees, and the way back.

    Attributes
    ----------
    image
        (S, S) float32, normalised.
    transform
        From the frame to the slice.
    """

    image: NDArray[np.float32]
    transform: FrameTransform


def prepare(
    pixels: NDArray[np.floating[Any]],
    preprocessing: Preprocessing,
    *,
    spacing: tuple[float, float] | None = None,
    inverted: bool = False,
) -> PreparedSlice:
    """Prepare one slice for the network.

    Parameters
    ----------
    pixels
        (H, W), any real unit.
    preprocessing
        The bundle's parameters.
    spacing
        (row, column) mm; only the ratio matters.  Square pixels where unknown.
    inverted
        True for MONOCHROME1 data, whose small values are bright.

    Raises
    ------
    BlankSliceError
        If all its pixels have one value.
    InferenceError
        If the slice is not a plane of finite numbers.
    """
    unit, _ = _to_unit_range(pixels, preprocessing.percentiles, inverted)
    row_mm, column_mm = spacing if spacing and min(spacing) > 0 else (1.0, 1.0)
    height, width = unit.shape
    x0, y0, x1, y1 = (0.0, 0.0, float(width), float(height))
    if preprocessing.crop_to_head:
        x0, y0, x1, y1 = head_box(unit)
    side_mm = max((x1 - x0) * column_mm, (y1 - y0) * row_mm) * (1 + preprocessing.margin)
    side_x, side_y = side_mm / column_mm, side_mm / row_mm
    transform = FrameTransform(
        left=(x0 + x1 - side_x) / 2,
        top=(y0 + y1 - side_y) / 2,
        step_x=side_x / preprocessing.size,
        step_y=side_y / preprocessing.size,
        size=preprocessing.size,
        shape=(height, width),
    )
    frame = _resample_frame(unit, transform)
    frame -= preprocessing.mean
    frame /= preprocessing.std
    return PreparedSlice(frame, transform)


def _to_unit_range(
    pixels: NDArray[np.floating[Any]], percentiles: tuple[float, float], inverted: bool
) -> tuple[NDArray[np.float32], tuple[float, float]]:
    """Clip to the percentiles (taken on a regular sample) and scale to [0, 1]."""
    values = np.asarray(pixels, dtype=np.float32)
    if values.ndim != 2 or 0 in values.shape:
        raise InferenceError(
            f"The slice has the shape {values.shape}; the network needs one plane of pixels."
        )
    with np.errstate(invalid="ignore"):  # inf - inf
        total = values.sum(dtype=np.float64)
    if not np.isfinite(total):
        raise InferenceError(
            "The slice holds values that are not numbers (NaN or infinite).",
            remedy="Export it again from its source.",
        )
    stride = max(1, round(float(np.sqrt(values.size)) / _PERCENTILE_SAMPLES))
    sample = values[::stride, ::stride]
    low, high = (float(v) for v in np.percentile(sample, percentiles))
    if high <= low:
        low, high = float(values.min()), float(values.max())
    if high <= low:
        raise BlankSliceError("The slice is blank: all its pixels have one value.")
    unit = (values - low) * np.float32(1 / (high - low))
    np.clip(unit, 0, 1, out=unit)
    if inverted:
        np.subtract(1, unit, out=unit)
    return unit, (low, high)


def head_box(unit: NDArray[np.float32]) -> tuple[float, float, float, float]:
    """Bounding box of the head: the largest connected bright region of a reduced image.

    Parameters
    ----------
    unit
        (H, W) float32 in [0, 1], dark background.

    Returns
    -------
    (x0, y0, x1, y1) in slice pixels counted from the outer edge; the whole slice where no region
    is large enough to be a head.
    """
    height, width = unit.shape
    factor = max(1, -(-max(height, width) // _OVERVIEW))
    overview = np.asarray(Image.fromarray(unit).reduce(factor))
    threshold = min(max(0.5 * _otsu(overview), 0.05), 0.3)
    labels, count = ndimage.label(overview > threshold)
    if count == 0:
        return 0.0, 0.0, float(width), float(height)
    sizes = np.bincount(labels.ravel())[1:]
    largest = int(np.argmax(sizes))
    if sizes[largest] < _SMALLEST_HEAD * overview.size:
        return 0.0, 0.0, float(width), float(height)
    rows, columns = ndimage.find_objects(labels)[largest]
    return (
        float(columns.start * factor),
        float(rows.start * factor),
        float(min(columns.stop * factor, width)),
        float(min(rows.stop * factor, height)),
    )


def _otsu(values: NDArray[np.float32]) -> float:
    """Otsu's threshold (IEEE Trans. SMC 1979) of values in [0, 1], on 64 bins."""
    counts, edges = np.histogram(values, bins=64, range=(0, 1))
    centres = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(counts)
    above = below[-1] - below
    mass = np.cumsum(counts * centres)
    with np.errstate(divide="ignore", invalid="ignore"):
        between = below * above * (mass / below - (mass[-1] - mass) / above) ** 2
    return float(centres[int(np.argmax(np.nan_to_num(between)))])


def _resample_frame(unit: NDArray[np.float32], transform: FrameTransform) -> NDArray[np.float32]:
    """Antialiased resize of the frame; what lies outside the slice is 0 (background)."""
    height, width = unit.shape
    right = transform.left + transform.step_x * transform.size
    bottom = transform.top + transform.step_y * transform.size
    pad_left, pad_top = (max(0, int(np.ceil(-v))) for v in (transform.left, transform.top))
    pad_right = max(0, int(np.ceil(right)) - width)
    pad_bottom = max(0, int(np.ceil(bottom)) - height)
    if pad_left or pad_top or pad_right or pad_bottom:
        unit = np.pad(unit, ((pad_top, pad_bottom), (pad_left, pad_right)))
    box = (transform.left + pad_left, transform.top + pad_top, right + pad_left, bottom + pad_top)
    resized = Image.fromarray(unit).resize(
        (transform.size, transform.size), Image.Resampling.BILINEAR, box=box
    )
    return np.array(resized, dtype=np.float32)
