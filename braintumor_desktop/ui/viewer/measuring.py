"""Lengths, ellipses and single pixels in numbers: millimetres and modality units.  No widget here.

Points are in slice coordinates as in :mod:`placement`: pixels, edge to edge.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from braintumor_desktop.imaging.study import Slice, SliceHeader
from braintumor_desktop.ui.viewer.placement import Point

translate = QCoreApplication.translate
Kind = Literal["length", "ellipse"]
Spacing = tuple[float, float] | None  # (row, column) in mm, as in PixelSpacing
_AXES = (("R", "L"), ("A", "P"), ("F", "H"))  # against and along x, y, z of PS3.3 C.7.6.2.1.1


@dataclass(frozen=True)
class Measurement:
    """A line from ``start`` to ``end``, or the ellipse in the rectangle between them."""

    kind: Kind
    start: Point
    end: Point

    def moved(self, dx: float, dy: float) -> Measurement:
        """The same, elsewhere."""
        (x0, y0), (x1, y1) = self.start, self.end
        return replace(self, start=(x0 + dx, y0 + dy), end=(x1 + dx, y1 + dy))

    def outline(self, points: int = 72) -> list[Point]:
        """Points along the line or round the ellipse."""
        (x0, y0), (x1, y1) = self.start, self.end
        if self.kind == "length":
            return [self.start, self.end]
        steps = (2 * math.pi * n / points for n in range(points + 1))
        return [
            (
                (x0 + x1) / 2 + (x1 - x0) / 2 * math.cos(t),
                (y0 + y1) / 2 + (y1 - y0) / 2 * math.sin(t),
            )
            for t in steps
        ]


@dataclass(frozen=True)
class Region:
    """What the pixels of an ellipse say.

    Attributes
    ----------
    mean, smallest, largest
        Modality units.
    sd
        Sample standard deviation (n - 1); ``None`` for a single pixel.
    area
        Of the ellipse itself, in ``unit``: ``"mm²"``, or ``"px²"`` where the spacing is unknown.
    count
        Pixels whose centres lie inside.
    """

    mean: float
    sd: float | None
    smallest: float
    largest: float
    area: float
    unit: str
    count: int


def length(measurement: Measurement, spacing: Spacing) -> tuple[float, str]:
    """Length of a line in mm, or in pixels (``"px"``) where the spacing is unknown."""
    row, column = spacing or (1.0, 1.0)
    (x0, y0), (x1, y1) = measurement.start, measurement.end
    return math.hypot((x1 - x0) * column, (y1 - y0) * row), "px" if spacing is None else "mm"


def region(
    measurement: Measurement, pixels: NDArray[np.float32], spacing: Spacing
) -> Region | None:
    """The pixels inside an ellipse; ``None`` where no pixel's centre lies in it.

    Parameters
    ----------
    pixels
        (H, W) float32, modality units.
    """
    (x0, y0), (x1, y1) = measurement.start, measurement.end
    half_x, half_y = abs(x1 - x0) / 2, abs(y1 - y0) / 2
    if half_x == 0 or half_y == 0:
        return None
    top, left = (max(math.floor(min(pair)), 0) for pair in ((y0, y1), (x0, x1)))
    part = pixels[top : max(math.ceil(max(y0, y1)), 0), left : max(math.ceil(max(x0, x1)), 0)]
    rows, columns = np.ogrid[: part.shape[0], : part.shape[1]]
    across = (columns + left + 0.5 - (x0 + x1) / 2) / half_x
    down = (rows + top + 0.5 - (y0 + y1) / 2) / half_y
    inside = part[across**2 + down**2 <= 1].astype(np.float64)
    if not inside.size:
        return None
    row, column = spacing or (1.0, 1.0)
    return Region(
        float(inside.mean()),
        float(inside.std(ddof=1)) if inside.size > 1 else None,
        float(inside.min()),
        float(inside.max()),
        math.pi * half_x * column * half_y * row,
        "px²" if spacing is None else "mm²",
        int(inside.size),
    )


def in_words(measurement: Measurement, slice_: Slice) -> tuple[str, ...]:
    """The lines that stand beside a measurement."""
    header = slice_.header
    if measurement.kind == "length":
        value, unit = length(measurement, header.spacing)
        return (f"{value:.1f} {unit}",)
    found = region(measurement, slice_.pixels, header.spacing)
    if found is None:
        return (translate("Measuring", "no pixel inside"),)
    unit = unit_of(header)
    spread = "" if found.sd is None else f"   SD {number(found.sd)}"
    mean, limits, pixels = (
        translate("Measuring", "mean {value}"),
        translate("Measuring", "{low} to {high}"),
        translate("Measuring", "{count} pixels"),
    )
    return (
        mean.format(value=f"{number(found.mean)}{unit}{spread}"),
        limits.format(low=number(found.smallest), high=f"{number(found.largest)}{unit}"),
        f"{found.area:.1f} {found.unit}   {pixels.format(count=f'{found.count:,}')}",
    )


def unit_of(header: SliceHeader) -> str:
    """The modality unit with its space; MR has none (PS3.3 C.7.6.16.2.9, Rescale Type)."""
    return " HU" if header.modality == "CT" else ""


def number(value: float) -> str:
    """Four significant digits and no exponent within what modalities store."""
    return f"{value:.0f}" if abs(value) >= 1000 or value == int(value) else f"{value:.4g}"


def probe(slice_: Slice, x: float, y: float) -> tuple[str, ...]:
    """The pixel under the pointer in words: column, row (from 0) and value; where in the patient.

    Empty off the slice.
    """
    rows, columns = slice_.pixels.shape
    column, row = math.floor(x), math.floor(y)
    if not (0 <= column < columns and 0 <= row < rows):
        return ()
    value = number(float(slice_.pixels[row, column])) + unit_of(slice_.header)
    return (f"x {column}  y {row}   {value}", *_place_words(slice_.header, column, row))


def _place_words(header: SliceHeader, column: int, row: int) -> tuple[str, ...]:
    place = patient_position(header, column, row)
    if place is None:
        return ()
    sides = (f"{_AXES[i][v > 0]} {abs(v):.1f}" for i, v in enumerate(place))
    return ("  ".join(sides) + " mm",)


def patient_position(
    header: SliceHeader, column: float, row: float
) -> tuple[float, float, float] | None:
    """A pixel's centre in the patient, in mm (PS3.3 C.7.6.2.1.1, equation C.7.6.2.1-1)."""
    place, steps, spacing = header.position, header.orientation, header.spacing
    if place is None or steps is None or spacing is None:
        return None
    along, down = column * spacing[1], row * spacing[0]
    x, y, z = (place[i] + along * steps[i] + down * steps[i + 3] for i in range(3))
    return x, y, z
