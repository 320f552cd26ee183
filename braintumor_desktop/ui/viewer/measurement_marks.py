"""Draws the measurements of a slice: a line with a dark edge, its ends, its numbers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from braintumor_desktop.imaging.study import Slice
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.viewer.measurements import Measurements
from braintumor_desktop.ui.viewer.measuring import Measurement
from braintumor_desktop.ui.viewer.placement import Placement

_LINE, _SELECTED, _SHADOW = QColor("#F4F6F8"), QColor("#4CA6FF"), QColor(0, 0, 0, 190)
_GROUND = QColor(0, 0, 0, 185)
_END = 3.0
_GAP, _LETTERS = 8.0, 30.0  # from the measurement; what the letters at the edges take


def paint_measurements(
    painter: QPainter, placement: Placement, slice_: Slice, measurements: Measurements
) -> None:
    """Draw what was measured on a slice, over it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.sized_font(theme.CORNER_PX))
    key = slice_.header.key
    selected = measurements.selected_on(key)
    drawn = [
        (measurement, _SELECTED if index == selected else _LINE)
        for index, measurement in enumerate(measurements.on(key))
    ]
    for measurement, colour in drawn:
        _outline(painter, placement, measurement, colour)
        if colour == _SELECTED or measurement.kind == "length":
            _ends(painter, placement, measurement, colour)
    for measurement, _ in drawn:  # no line crosses a number
        _numbers(painter, placement, measurement, measurements.words(slice_, measurement))
    painter.restore()


def _outline(
    painter: QPainter, placement: Placement, measurement: Measurement, colour: QColor
) -> None:
    start, end = _corners(placement, measurement)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(_SHADOW, 3.5), QPen(colour, 1.5)):
        painter.setPen(pen)
        if measurement.kind == "length":
            painter.drawLine(start, end)
        else:  # turned by quarters only: its axes stay those of the screen
            painter.drawEllipse(QRectF(start, end).normalized())


def _corners(placement: Placement, measurement: Measurement) -> tuple[QPointF, QPointF]:
    return (
        QPointF(*placement.to_canvas(*measurement.start)),
        QPointF(*placement.to_canvas(*measurement.end)),
    )


def _ends(
    painter: QPainter, placement: Placement, measurement: Measurement, colour: QColor
) -> None:
    painter.setPen(QPen(_SHADOW, 1))
    painter.setBrush(colour)
    for point in _corners(placement, measurement):
        painter.drawEllipse(point, _END, _END)


def _numbers(
    painter: QPainter,
    placement: Placement,
    measurement: Measurement,
    lines: tuple[str, ...],
) -> None:
    metrics = QFontMetricsF(painter.font())
    width = max(metrics.horizontalAdvance(line) for line in lines) + 12
    height = metrics.height() * len(lines) + 6
    start, end = _corners(placement, measurement)
    box = QRectF(start, end).normalized()
    left = right = box.center().y()
    if measurement.kind == "length":
        left, right = (point.y() for point in sorted((start, end), key=lambda p: p.x()))
    ground = _free_place(placement, box, (left, right), (width, height))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GROUND)
    painter.drawRoundedRect(ground, 4, 4)
    painter.setPen(_LINE)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(ground.adjusted(6, 0, -6, 0), flags, "\n".join(lines))


def _free_place(
    placement: Placement, box: QRectF, beside: tuple[float, float], size: tuple[float, float]
) -> QRectF:
    """Right of a measurement, else left, below or above it: clear of the letters at the edges.

    ``beside`` is how high it begins at its left and ends at its right.
    """
    width, height = size
    room = QRectF(0, 0, 2 * placement.middle[0], 2 * placement.middle[1])
    inner = room.adjusted(_LETTERS, _LETTERS, -_LETTERS, -_LETTERS)
    middle = box.center().x() - width / 2
    left, right = (level - height / 2 for level in beside)
    places = [
        QRectF(box.right() + _GAP, right, width, height),
        QRectF(box.left() - _GAP - width, left, width, height),
        QRectF(middle, box.bottom() + _GAP, width, height),
        QRectF(middle, box.top() - _GAP - height, width, height),
    ]
    free = next((place for place in places if inner.contains(place)), None)
    if free is not None:
        return free
    x = min(max(places[0].x(), 0.0), max(room.width() - width, 0.0))
    y = min(max(places[0].y(), 0.0), max(room.height() - height, 0.0))
    return QRectF(x, y, width, height)
