"""Where a slice stands on the canvas: turned, mirrored, zoomed; as an affine map.  No Qt here.

Slice coordinates are in pixels of the slice, edge to edge: the first pixel reaches from (0, 0) to
(1, 1), its centre is (0.5, 0.5); x goes along the row, y down the column.  Canvas coordinates are
Qt's logical ones.  A slice is only ever turned by quarters and mirrored: eight ways, exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Letters = tuple[str, str, str, str]
T = TypeVar("T", bound=np.generic)


@dataclass(frozen=True)
class Turn:
    """One of the eight ways to lay a slice: the matrix [[a, b], [c, d]] from slice to screen.

    A step (x, y) on the slice is the step (a x + b y, c x + d y) on the screen, up to scale.
    """

    a: int = 1
    b: int = 0
    c: int = 0
    d: int = 1

    def flipped_horizontally(self) -> Turn:
        """What is seen, mirrored left to right."""
        return Turn(-self.a, -self.b, self.c, self.d)

    def flipped_vertically(self) -> Turn:
        """What is seen, mirrored top to bottom."""
        return Turn(self.a, self.b, -self.c, -self.d)

    def rotated(self) -> Turn:
        """What is seen, turned by 90 degrees clockwise."""
        return Turn(-self.c, -self.d, self.a, self.b)

    @property
    def swaps_axes(self) -> bool:
        """Whether the slice's rows run down the screen."""
        return self.a == 0

    def forth(self, x: float, y: float) -> Point:
        """A step on the slice as a step on the screen."""
        return self.a * x + self.b * y, self.c * x + self.d * y

    def back(self, x: float, y: float) -> Point:
        """A step on the screen as a step on the slice."""
        return self.a * x + self.c * y, self.b * x + self.d * y

    def letters(self, stored: Letters) -> Letters:
        """Letters of the stored slice's (left, right, top, bottom) edges, at the screen's edges."""
        by_step = dict(zip(((-1, 0), (1, 0), (0, -1), (0, 1)), stored, strict=True))
        return (
            by_step[self._side(-1, 0)],
            by_step[self._side(1, 0)],
            by_step[self._side(0, -1)],
            by_step[self._side(0, 1)],
        )

    def _side(self, x: int, y: int) -> tuple[int, int]:
        return self.a * x + self.c * y, self.b * x + self.d * y

    def array(self, values: NDArray[T]) -> NDArray[T]:
        """An array of (H, W, ...) as it is seen; a view of the same memory."""
        seen = values.swapaxes(0, 1) if self.swaps_axes else values
        down, right = (self.c, self.b) if self.swaps_axes else (self.d, self.a)
        return seen[::down, ::right]


UPRIGHT = Turn()


@dataclass(frozen=True)
class Placement:
    """A slice of ``columns`` x ``rows`` pixels on a canvas.

    Attributes
    ----------
    pixel
        (width, height) of one pixel of the slice: millimetres, or 1 where the spacing is unknown.
    scale
        Canvas units a millimetre (or a pixel).
    centre
        What stands at ``middle``, as a share (0..1) of the slice's width and height.
    middle
        The canvas' middle.
    """

    columns: int
    rows: int
    pixel: Point
    scale: float
    centre: Point
    middle: Point
    turn: Turn = UPRIGHT

    @classmethod
    def fitted(
        cls,
        columns: int,
        rows: int,
        pixel: Point,
        room: Point,
        middle: Point,
        *,
        zoom: float = 1.0,
        centre: Point = (0.5, 0.5),
        turn: Turn = UPRIGHT,
    ) -> Placement:
        """The slice as large as ``room`` (width, height) allows, times ``zoom``."""
        width, height = columns * pixel[0], rows * pixel[1]
        if turn.swaps_axes:
            width, height = height, width
        scale = min(room[0] / width, room[1] / height) * zoom
        return cls(columns, rows, pixel, scale, centre, middle, turn)

    def to_canvas(self, x: float, y: float) -> Point:
        """A point of the slice on the canvas."""
        right, down = self.turn.forth(
            (x - self.centre[0] * self.columns) * self.pixel[0] * self.scale,
            (y - self.centre[1] * self.rows) * self.pixel[1] * self.scale,
        )
        return self.middle[0] + right, self.middle[1] + down

    def to_slice(self, x: float, y: float) -> Point:
        """A point of the canvas on the slice; also beyond its edges."""
        along, down = self.turn.back(x - self.middle[0], y - self.middle[1])
        return (
            self.centre[0] * self.columns + along / (self.pixel[0] * self.scale),
            self.centre[1] * self.rows + down / (self.pixel[1] * self.scale),
        )

    def share_at(self, x: float, y: float) -> Point:
        """A point of the canvas as a share of the slice's width and height."""
        column, row = self.to_slice(x, y)
        return column / self.columns, row / self.rows

    def share_moved(self, dx: float, dy: float) -> Point:
        """A movement on the canvas as a share of the slice's width and height."""
        along, down = self.turn.back(dx, dy)
        width = self.columns * self.pixel[0] * self.scale
        height = self.rows * self.pixel[1] * self.scale
        return along / width, down / height

    def bounds(self) -> tuple[float, float, float, float]:
        """(left, top, width, height) of the slice on the canvas, outer edge to outer edge."""
        (x0, y0), (x1, y1) = self.to_canvas(0, 0), self.to_canvas(self.columns, self.rows)
        return min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)
