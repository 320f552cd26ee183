"""Words over an image can be read whatever lies below them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.viewer.lettering import letter

_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


def _written(ground: int, words: str = "slice 57/128   -28.7 mm") -> np.ndarray:
    """(H, W) grey values of words on a plain ground."""
    image = QImage(240, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(ground, ground, ground))
    painter = QPainter(image)
    painter.setFont(theme.sized_font(theme.CORNER_PX))
    letter(painter, QRectF(image.rect()), _CENTRE, words, QColor("#E6EAF0"))
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(40, image.bytesPerLine())
    return rows[:, : 240 * 4].reshape(40, 240, 4)[..., 1].copy()


@pytest.mark.usefixtures("qapp")
def test_a_dark_edge_runs_round_every_stroke_on_white_bone() -> None:
    strokes = _written(ground=0) > 180
    on_white = _written(ground=255)
    padded = np.pad(strokes, 1)
    around = np.zeros_like(strokes)
    for down in range(3):
        for across in range(3):
            around |= padded[down : down + 40, across : across + 240]
    edge = around & (_written(ground=0) < 20)
    assert edge.sum() > 100
    assert np.percentile(on_white[edge], 95) < 64


@pytest.mark.usefixtures("qapp")
def test_beyond_the_edge_the_image_is_as_it_was() -> None:
    assert (_written(ground=255)[:8] == 255).all()
