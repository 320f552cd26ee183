"""Where a slice stands on the canvas: turned, mirrored, zoomed; as an affine map.  No Qt here.

Slice coordinates are in pixels of the slice, edge to edge: the first pixel reaches from (0, 0) to
(1, 1), its centre is (0.5, 0.5); x goes along the row, y down the column.  Canvas coordinates are
Qt's logical ones.  A slice is only ever turned by quarters and mirrored: eight ways, exact.
"""

from __future__ import annotations

from dataclasses import dataclass

from braintumor_desktop.imaging.turn import UPRIGHT, Turn

Point = tuple[float, float]


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
