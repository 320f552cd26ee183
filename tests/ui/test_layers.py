from __future__ import annotations

import gc
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from braintumor_desktop.imaging.study import Slice, SliceHeader, Window
from braintumor_desktop.ui.picture import make_picture
from braintumor_desktop.ui.viewer.canvas import Canvas
from braintumor_desktop.ui.viewer.layers import Kept, Layers
from braintumor_desktop.ui.viewer.lettering import letter
from braintumor_desktop.ui.viewer.measurements import Measurements
from braintumor_desktop.ui.viewer.measuring import Measurement
from braintumor_desktop.ui.viewer.view_state import ViewState


def picture_of(value):
    header = SliceHeader(Path(f"{value}.png"), 40, 40, "PNG")
    pixels = np.full((40, 40), value, np.float32)
    return make_picture(Slice(header, pixels, (Window(50, 100, "", "LINEAR_EXACT"),)))


def test_a_value_is_made_anew_for_another_object_or_style():
    kept, first, second = Kept(), object(), object()
    made = [kept.get((of,), style, object) for of in (first, second) for style in (1, 1, 2)]
    assert made[0] is made[1]
    assert len(set(map(id, made))) == 4


def test_an_object_like_another_is_not_taken_for_it():
    kept = Kept()
    assert kept.get(([1],), None, lambda: "old") == "old"
    assert kept.get(([1],), None, lambda: "new") == "new"


def test_a_picture_at_the_address_of_an_earlier_one_is_painted_anew(qtbot):
    state = ViewState()
    canvas = Canvas(state, lambda: "window", overlay=False)
    qtbot.addWidget(canvas)
    canvas.resize(200, 200)
    for value in (10, 90, 30, 70) * 3:  # nothing else holds them: addresses come back
        state.show(picture_of(value))
        gc.collect()
        shown = canvas.grab().toImage().pixelColor(100, 120).red()
        assert shown == pytest.approx(2.55 * value, abs=1)


def test_what_is_drawn_twice_is_kept_and_looks_the_same(qtbot):
    state, measurements = ViewState(), Measurements()
    canvas = Canvas(state, lambda: "window", overlay=False, measurements=measurements)
    qtbot.addWidget(canvas)
    canvas.resize(200, 200)
    state.show(picture_of(40))
    key = state.picture.header.key
    measurements.add(key, Measurement("ellipse", (5, 5), (30, 20)))
    directly, kept = (canvas.grab().toImage() for _ in range(2))
    assert canvas.grab().toImage() == kept
    apart = [abs(directly.pixelColor(x, y).red() - kept.pixelColor(x, y).red())
             for x in range(0, 200, 2) for y in range(0, 200, 2)]  # fmt: skip
    assert max(apart) <= 2
    measurements.delete(key, 0)
    assert canvas.grab().toImage() != kept


@pytest.mark.usefixtures("qapp")
def test_what_changes_with_every_frame_is_never_laid_over():
    layers, picture, target = Layers(), picture_of(1), QImage(9, 9, QImage.Format.Format_RGB32)
    drawn = []
    painter = QPainter(target)
    for style in (1, 2, 3, 3, 3):
        layers.drawing(painter, picture, style, QSize(9, 9), drawn.append)
    painter.end()
    assert drawn[:3] == [painter] * 3
    assert len(drawn) == 4  # into the layer, once


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_words_stand_where_they_are_told_at_any_scale_of_the_display(ratio):
    from PySide6.QtCore import QRectF, Qt

    image = QImage(round(120 * ratio), round(60 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#808080"))
    painter = QPainter(image)
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    letter(painter, QRectF(10, 10, 100, 40), flags, "H", QColor("#FFFFFF"))
    painter.end()
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    rows, columns = np.nonzero(lines[..., 0] > 200)
    assert 95 * ratio < columns.min() < columns.max() <= 110 * ratio
    assert (rows.min() + rows.max()) / 2 == pytest.approx(30 * ratio, abs=3 * ratio)
