"""Draws the measurements of a slice: a line with a dark edge, its ends, its numbers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from braintumor_desktop.imaging.study import Slice
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.viewer.measurements import Measurements
from braintumor_desktop.ui.viewer.measuring import Measurement
from braintumor_desktop.ui.viewer.placement import Placement

_LINE, _SELECTED, _SHADOW = QColor("#F4F6F8"), QColor("#4CA6FF"), QColor(0, 0, 0, 190)
_GROUND = QColor(0, 0, 0, 165)
_END = 3.0


def paint_measurements(
    painter: QPainter, placement: Placement, slice_: Slice, measurements: Measurements
) -> None:
    """Draw what was measured on a slice, over it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.sized_font(theme.CORNER_PX))
    key = slice_.header.key
    selected = measurements.selected_on(key)
    for index, measurement in enumerate(measurements.on(key)):
        colour = _SELECTED if index == selected else _LINE
        _outline(painter, placement, measurement, colour)
        if index == selected or measurement.kind == "length":
            _ends(painter, placement, measurement, colour)
        _numbers(painter, placement, measurement, measurements.words(slice_, measurement), colour)
    painter.restore()


def _outline(
    painter: QPainter, placement: Placement, measurement: Measurement, colour: QColor
) -> None:
    line = QPolygonF([QPointF(*placement.to_canvas(*p)) for p in measurement.outline()])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(_SHADOW, 3.5), QPen(colour, 1.5)):
        painter.setPen(pen)
        painter.drawPolyline(line)


def _ends(
    painter: QPainter, placement: Placement, measurement: Measurement, colour: QColor
) -> None:
    painter.setPen(QPen(_SHADOW, 1))
    painter.setBrush(colour)
    for point in (measurement.start, measurement.end):
        painter.drawEllipse(QPointF(*placement.to_canvas(*point)), _END, _END)


def _numbers(
    painter: QPainter,
    placement: Placement,
    measurement: Measurement,
    lines: tuple[str, ...],
    colour: QColor,
) -> None:
    """Right of the measurement, or left of it where there is no room."""
    metrics = QFontMetricsF(painter.font())
    width = max(metrics.horizontalAdvance(line) for line in lines) + 12
    height = metrics.height() * len(lines) + 6
    points = [placement.to_canvas(*p) for p in measurement.outline()]
    right, left = max(p[0] for p in points), min(p[0] for p in points)
    beside = min(points, key=lambda p: -p[0])[1]
    room_x, room_y = 2 * placement.middle[0], 2 * placement.middle[1]
    x = right + 8 if right + 8 + width <= room_x else max(left - 8 - width, 0)
    y = min(max(beside - height / 2, 0), room_y - height)
    ground = QRectF(x, y, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GROUND)
    painter.drawRoundedRect(ground, 4, 4)
    painter.setPen(colour if colour == _SELECTED else _LINE)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(ground.adjusted(6, 0, -6, 0), flags, "\n".join(lines))
