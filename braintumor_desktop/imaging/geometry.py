"""Where a slice lies in the patient: plane, letters at its edges, position along its normal.

Patient coordinates are those of DICOM (PS3.3 C.7.6.2.1.1): x grows to the patient's left, y to the
back, z to the head, in mm.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from braintumor_desktop.imaging.study import Series, SliceHeader

Vector = tuple[float, float, float]
Orientation = tuple[float, float, float, float, float, float]

_PLANES = ("sagittal", "coronal", "axial")
_ALONG = ("L", "P", "H")
_AGAINST = ("R", "A", "F")
_STRAIGHT = math.cos(math.radians(25))  # a slice tilted by more is called oblique
_LETTER_SHARE = 0.3  # a direction gets a second letter from 17 degrees off its axis
_COSINE_TOLERANCE = 0.02  # headers round the cosines, some to two digits
SAME_POSITION = 1e-3
"""Slices that lie less than this apart, in mm, are at one position."""
_PARALLEL = math.cos(math.radians(1))


def normal(orientation: Orientation) -> Vector:
    """The slice's normal: the row's direction cosines x the column's, PS3.3 C.7.6.2.1.1."""
    a, b, c, d, e, f = orientation
    return (b * f - c * e, c * d - a * f, a * e - b * d)


def valid_orientation(values: Sequence[float] | None) -> Orientation | None:
    """The six direction cosines, or ``None`` where they are not two perpendicular unit vectors."""
    if values is None or len(values) != 6 or not all(math.isfinite(v) for v in values):
        return None
    row, column = values[:3], values[3:]
    lengths = (math.hypot(*row), math.hypot(*column))
    if any(abs(length - 1) > _COSINE_TOLERANCE for length in lengths):
        return None
    if abs(sum(r * c for r, c in zip(row, column, strict=True))) > _COSINE_TOLERANCE:
        return None
    a, b, c, d, e, f = (float(v) for v in values)
    return (a, b, c, d, e, f)


def plane(orientation: Orientation | None) -> str:
    """Name the plane of a slice.

    Returns
    -------
    ``"axial"``, ``"coronal"`` or ``"sagittal"``; preceded by ``"oblique "`` where the normal
    is more than 25 degrees off the axis; ``""`` where the orientation is not known.
    """
    if orientation is None:
        return ""
    components = [abs(v) for v in normal(orientation)]
    axis = components.index(max(components))
    name = _PLANES[axis]
    return name if components[axis] >= _STRAIGHT else f"oblique {name}"


def orientation_letters(orientation: Orientation | None) -> tuple[str, str, str, str]:
    """Letters for the (left, right, top, bottom) edges of a slice as it is stored.

    L/R, A/P and H/F (head, feet), the strongest first: an edge of an oblique slice carries every
    letter whose direction takes part by more than 17 degrees, e.g. ``"AL"``.  Empty where the
    orientation is not known.
    """
    if orientation is None:
        return ("", "", "", "")
    row: Vector = orientation[:3]
    column: Vector = orientation[3:]
    return (_letters(row, -1), _letters(row, 1), _letters(column, -1), _letters(column, 1))


def _letters(direction: Vector, sign: int) -> str:
    ranked = sorted(range(3), key=lambda axis: -abs(direction[axis]))
    letters = ""
    for axis in ranked:
        share = direction[axis] * sign
        if abs(share) > _LETTER_SHARE:
            letters += (_ALONG if share > 0 else _AGAINST)[axis]
    return letters


def parallel(a: Vector, b: Vector) -> bool:
    """Whether two unit vectors point the same way within one degree."""
    return _dot(a, b) >= _PARALLEL


def position_along_normal(header: SliceHeader) -> float | None:
    """Distance in mm of the slice's plane from the patient's origin along its own normal.

    ``None`` where position or orientation is not known.
    """
    if header.position is None or header.orientation is None:
        return None
    return _dot(header.position, normal(header.orientation))


def positions_along_normal(headers: Sequence[SliceHeader]) -> list[float] | None:
    """Positions in mm of all slices along the first one's normal.

    ``None`` where one has no position or orientation, or where they are not parallel within one
    degree (a localizer): then there is no common normal to sort along.
    """
    if not headers or headers[0].orientation is None:
        return None
    axis = normal(headers[0].orientation)
    positions = []
    for header in headers:
        if header.position is None or header.orientation is None:
            return None
        if not parallel(axis, normal(header.orientation)):
            return None
        positions.append(_dot(header.position, axis))
    return positions


def slice_spacing(series: Series) -> float | None:
    """Distance in mm between the centres of neighbouring slices, the usual one of the series.

    ``None`` where there are fewer than two positions or they are not known.
    """
    positions = positions_along_normal(series.slices)
    return None if positions is None else usual_step(positions)


def usual_step(positions: Sequence[float]) -> float | None:
    """The step in mm that most plainly is that between neighbours, missing slices or not.

    The smallest step that at least a fifth of all steps share within a tenth of it, as the median
    of these; where there is none (uneven slices) the median of all.  ``None`` below two positions.
    """
    ordered = sorted(positions)
    steps = sorted(b - a for a, b in pairwise(ordered) if b - a > SAME_POSITION)
    for index, step in enumerate(steps):
        alike = bisect_right(steps, step * 1.1) - index
        if alike >= len(steps) / 5:
            return median(steps[index : index + alike])
    return None


def _dot(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
