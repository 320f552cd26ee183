"""What of one series lies where another one is looked at: in the patient, in mm.  No Qt here.

Two slices share a space when their FrameOfReferenceUID is the same (PS3.3 C.7.4.1): only then do
their coordinates mean the same places.  Points on a slice are those of :mod:`placement`: pixels,
edge to edge.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from braintumor_desktop.imaging.geometry import (
    SAME_POSITION,
    Orientation,
    Vector,
    normal,
    positions_along_normal,
    usual_step,
)
from braintumor_desktop.imaging.study import Series, SliceHeader
from braintumor_desktop.ui.viewer.measuring import patient_position
from braintumor_desktop.ui.viewer.placement import Point

_SIMILAR = math.cos(math.radians(5))  # planes tilted by less are scrolled together
_FLAT = 1e-9


def share_space(one: SliceHeader, other: SliceHeader) -> bool:
    """Whether the coordinates of two slices are of one frame of reference."""
    uid = one.frame_of_reference_uid
    return bool(uid) and uid == other.frame_of_reference_uid


def share_plane(one: SliceHeader, other: SliceHeader) -> bool:
    """Whether two slices are cut alike, to within 5 degrees; seen from either side."""
    if one.orientation is None or other.orientation is None:
        return False
    return abs(_dot(normal(one.orientation), normal(other.orientation))) >= _SIMILAR


@dataclass(frozen=True)
class Stack:
    """A series as a pile of parallel slices.

    Attributes
    ----------
    first
        The slice whose normal is the axis of the pile.
    positions
        Where the slices lie along that axis, in mm.
    reach
        How far from a slice its share of the patient goes, in mm: half the usual step.
    """

    first: SliceHeader
    positions: tuple[float, ...]
    reach: float

    @classmethod
    def of(cls, series: Series) -> Stack | None:
        """The pile; ``None`` where positions are unknown or slices not parallel (a localizer)."""
        positions = positions_along_normal(series.slices)
        if positions is None:
            return None
        first = series.slices[0]
        step = usual_step(positions) or first.slice_distance or first.slice_thickness or 0.0
        return cls(first, tuple(positions), step / 2)

    def nearest(self, header: SliceHeader, near: int = 0) -> int | None:
        """The slice of this pile that lies where another series' slice does.

        Parameters
        ----------
        near
            Of slices equally far away the one nearest to this index is taken.

        Returns
        -------
        Its index; ``None`` where the two share no space or no plane, or where the place is more
        than half a step away from every slice: beyond the ends, or in a gap.
        """
        if not (share_space(self.first, header) and share_plane(self.first, header)):
            return None
        middle, orientation = middle_of(header), self.first.orientation
        if middle is None or orientation is None:
            return None
        place = _dot(middle, normal(orientation))
        away = [abs(position - place) for position in self.positions]
        least = min(away)
        if least > self.reach + SAME_POSITION:
            return None
        alike = [i for i, distance in enumerate(away) if distance <= least + SAME_POSITION]
        return min(alike, key=lambda i: abs(i - near))


def middle_of(header: SliceHeader) -> Vector | None:
    """The middle of a slice in the patient; of one without spacing, its first pixel."""
    if header.spacing is None:
        return header.position
    return to_patient(header, (header.columns / 2, header.rows / 2))


def to_patient(header: SliceHeader, point: Point) -> Vector | None:
    """A point of a slice in the patient, in mm; ``None`` where its geometry is not known."""
    return patient_position(header, point[0] - 0.5, point[1] - 0.5)


def linked_centre(one: SliceHeader, centre: Point, other: SliceHeader) -> Point | None:
    """Where the other slice must be looked at to show what ``centre`` of the first one shows.

    Centres are shares (0..1) of width and height.  The same place of the patient where both share a
    space, else as many mm off the middle; ``None`` where they are cut differently.
    """
    a, b = _frame(one), _frame(other)
    if a is None or b is None or not share_plane(one, other):
        return None
    seen = a.place((centre[0] * one.columns, centre[1] * one.rows))
    if not share_space(one, other):
        off = _minus(seen, a.place((one.columns / 2, one.rows / 2)))
        seen = _plus(b.place((other.columns / 2, other.rows / 2)), off)
    x, y = b.point(seen)
    return x / other.columns, y / other.rows


def crossing_line(cut: SliceHeader, on: SliceHeader) -> tuple[Point, Point] | None:
    """Where one slice crosses another: a line on the latter, only as long as both reach.

    ``None`` where they share no space, are cut alike, or do not meet.
    """
    a, b = _frame(cut), _frame(on)
    if a is None or b is None or not share_space(cut, on) or share_plane(cut, on):
        return None
    x_of_cut = b.affine(lambda place: a.point(place)[0])
    y_of_cut = b.affine(lambda place: a.point(place)[1])
    return _clipped(
        b.affine(a.height),
        [
            *_between((0.0, 1.0, 0.0), on.columns),
            *_between((0.0, 0.0, 1.0), on.rows),
            *_between(x_of_cut, cut.columns),
            *_between(y_of_cut, cut.rows),
        ],
    )


# -- the arithmetic --------------------------------------------------------------------------------

Affine = tuple[float, float, float]  # (c, a, b): c + a x + b y over a slice's points


@dataclass(frozen=True)
class _Frame:
    """A slice's own axes in the patient (PS3.3 C.7.6.2.1.1)."""

    corner: Vector
    orientation: Orientation
    pixel: tuple[float, float]  # mm along the row, down the column

    def place(self, point: Point) -> Vector:
        steps = self.orientation
        along, down = point[0] * self.pixel[0], point[1] * self.pixel[1]
        x, y, z = (self.corner[i] + along * steps[i] + down * steps[i + 3] for i in range(3))
        return x, y, z

    def point(self, place: Vector) -> Point:
        off = _minus(place, self.corner)
        along, down = _dot(off, self.orientation[:3]), _dot(off, self.orientation[3:])
        return along / self.pixel[0], down / self.pixel[1]

    def height(self, place: Vector) -> float:
        """Distance from the slice's plane, in mm."""
        return _dot(_minus(place, self.corner), normal(self.orientation))

    def affine(self, value: Callable[[Vector], float]) -> Affine:
        """A function of the place in the patient that knows no curves, over the slice's points."""
        corner, right, under = (value(self.place(p)) for p in ((0, 0), (1, 0), (0, 1)))
        return corner, right - corner, under - corner


def _frame(header: SliceHeader) -> _Frame | None:
    corner = to_patient(header, (0, 0))
    if corner is None or header.orientation is None or header.spacing is None:
        return None
    return _Frame(corner, header.orientation, (header.spacing[1], header.spacing[0]))


def _between(value: Affine, most: float) -> tuple[Affine, Affine]:
    """What must not be negative for ``value`` to lie between 0 and ``most``."""
    constant, a, b = value
    return value, (most - constant, -a, -b)


def _clipped(zero: Affine, limits: Sequence[Affine]) -> tuple[Point, Point] | None:
    """The piece of the line ``zero`` = 0 on which no limit is negative (Liang and Barsky, 1984)."""
    constant, a, b = zero
    squared = a * a + b * b
    if squared < _FLAT:
        return None
    base = (-constant * a / squared, -constant * b / squared)
    step = (-b / math.sqrt(squared), a / math.sqrt(squared))
    first, last = -math.inf, math.inf
    for c, right, under in limits:
        here = c + right * base[0] + under * base[1]
        slope = right * step[0] + under * step[1]
        if abs(slope) < _FLAT:
            if here < 0:
                return None
        elif slope > 0:
            first = max(first, -here / slope)
        else:
            last = min(last, -here / slope)
    if first >= last:
        return None
    start, end = ((base[0] + t * step[0], base[1] + t * step[1]) for t in (first, last))
    return start, end


def _dot(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def _minus(a: Vector, b: Vector) -> Vector:
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def _plus(a: Vector, b: Vector) -> Vector:
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]
