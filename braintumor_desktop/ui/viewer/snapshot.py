"""The canvases as one picture to hand on: without the patient, with the research-use words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from braintumor_desktop import RESEARCH_USE
from braintumor_desktop.ui import theme

if TYPE_CHECKING:
    from braintumor_desktop.ui.viewer.canvas import Canvas

_FOOTER, _GAP = 44, 1
_GROUND, _AMBER, _QUIET = QColor("#0E1116"), QColor("#F2B84B"), QColor("#9AA4B2")


def snapshot(canvases: Sequence[Canvas], words: str, *, columns: int | None = None) -> QImage:
    """Paint canvases as they are seen, but for the patient and the examination.

    Parameters
    ----------
    columns
        How many stand side by side, in rows of this length; all of them where none is given.
    words
        Which model said it, and when; stands under the research-use words.
    """
    parts = [_without_identity(canvas) for canvas in canvases]
    scale = canvases[0].devicePixelRatioF()
    columns = columns or len(canvases)
    rows = -(-len(canvases) // columns)
    across, down = (max(side) for side in zip(*(c.size().toTuple() for c in canvases), strict=True))
    width = columns * across + _GAP * (columns - 1)
    height = rows * down + _GAP * (rows - 1)
    whole = QImage(
        round(width * scale), round((height + _FOOTER) * scale), QImage.Format.Format_RGB32
    )
    whole.setDevicePixelRatio(scale)
    whole.fill(_GROUND)
    painter = QPainter(whole)
    for place, part in enumerate(parts):
        row, column = divmod(place, columns)
        painter.drawImage(QPoint(column * (across + _GAP), row * (down + _GAP)), part)
    _footer(painter, QRectF(12, height, width - 24, _FOOTER), words)
    painter.end()
    return whole


def _without_identity(canvas: Canvas) -> QImage:
    """What is seen on a canvas; the words on the patient are taken off while it is painted."""
    marks, framed = canvas.marks, canvas.came_by_key
    canvas.marks, canvas.came_by_key = replace(marks, patient="", study=""), False
    try:
        return canvas.grab_clean()
    finally:
        canvas.marks, canvas.came_by_key = marks, framed


def _footer(painter: QPainter, room: QRectF, words: str) -> None:
    left = Qt.AlignmentFlag.AlignLeft
    painter.setFont(theme.sized_font(theme.BASE_PX, bold=True))
    painter.setPen(_AMBER)
    painter.drawText(room.adjusted(0, 4, 0, 0), left | Qt.AlignmentFlag.AlignTop, RESEARCH_USE)
    painter.setFont(theme.sized_font(theme.CORNER_PX))
    painter.setPen(_QUIET)
    painter.drawText(room.adjusted(0, 0, 0, -5), left | Qt.AlignmentFlag.AlignBottom, words)
