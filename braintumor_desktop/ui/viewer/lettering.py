"""Words over an image, legible on white bone: drawn once with a dark edge, then kept.

While a window is dragged the same dozen lines are painted for every frame.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import product

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

_EDGE, _HALO = QColor(0, 0, 0), QColor(0, 0, 0, 70)
_ROUND = [(math.cos(turn), math.sin(turn)) for turn in (k * math.pi / 4 for k in range(8))]
_BESIDE = [(dx, dy) for dx, dy in product((-1, 0, 1), repeat=2) if (dx, dy) != (0, 0)]
_RIM = 3  # room for the dark edge, and for glyphs that lean out
_KEPT = 128


def letter(
    painter: QPainter, rect: QRectF, flags: Qt.AlignmentFlag, text: str, colour: QColor
) -> None:
    """Write one line with the painter's font into a rectangle, on whole device pixels."""
    ratio = painter.device().devicePixelRatioF()
    sprite = _sprite(text, painter.font().toString(), colour.rgba(), ratio)
    width = sprite.width() / ratio - 2 * _RIM
    height = sprite.height() / ratio - 2 * _RIM
    left, top = rect.left(), rect.top()
    if flags & Qt.AlignmentFlag.AlignRight:
        left = rect.right() - width
    elif flags & Qt.AlignmentFlag.AlignHCenter:
        left = rect.center().x() - width / 2
    if flags & Qt.AlignmentFlag.AlignBottom:
        top = rect.bottom() - height
    elif flags & Qt.AlignmentFlag.AlignVCenter:
        top = rect.center().y() - height / 2
    place = (round((value - _RIM) * ratio) / ratio for value in (left, top))
    painter.drawImage(QPointF(*place), sprite)


@lru_cache(maxsize=_KEPT)
def _sprite(text: str, font_words: str, rgba: int, ratio: float) -> QImage:
    font = QFont()
    font.fromString(font_words)
    metrics = QFontMetricsF(font)
    width, height = math.ceil(metrics.horizontalAdvance(text)), math.ceil(metrics.height())
    sprite = QImage(
        math.ceil((width + 2 * _RIM) * ratio),
        math.ceil((height + 2 * _RIM) * ratio),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    sprite.setDevicePixelRatio(ratio)
    sprite.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sprite)
    painter.setFont(font)
    baseline = QPointF(_RIM, _RIM + metrics.ascent())
    painter.setPen(_HALO)  # fades out what the texture of the image does to thin strokes
    for dx, dy in _ROUND:
        painter.drawText(baseline + QPointF(2 * dx, 2 * dy), text)
    painter.setPen(_EDGE)
    for dx, dy in _BESIDE:
        painter.drawText(baseline + QPointF(dx, dy), text)
    painter.setPen(QColor.fromRgba(rgba))
    painter.drawText(baseline, text)
    painter.end()
    return sprite
