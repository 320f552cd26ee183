from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from braintumor_desktop.ui.viewer.measurement_marks import _free_place
from braintumor_desktop.ui.viewer.measuring import Measurement
from braintumor_desktop.ui.viewer.placement import Placement

BUTTON = Qt.MouseButton.LeftButton


def mouse(canvas, kind, at, buttons=BUTTON):
    at = QPointF(*at)
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else BUTTON
    event = QMouseEvent(
        kind, at, canvas.mapToGlobal(at), button, buttons, Qt.KeyboardModifier.NoModifier
    )
    handler = {
        QEvent.Type.MouseButtonPress: canvas.mousePressEvent,
        QEvent.Type.MouseMove: canvas.mouseMoveEvent,
        QEvent.Type.MouseButtonRelease: canvas.mouseReleaseEvent,
    }[kind]
    handler(event)


def drag(window, start, end):
    """From one point of the slice to another, in slice pixels."""
    canvas = window.viewer.image
    there = canvas.placement()
    mouse(canvas, QEvent.Type.MouseButtonPress, there.to_canvas(*start))
    mouse(canvas, QEvent.Type.MouseMove, there.to_canvas(*end))
    mouse(canvas, QEvent.Type.MouseButtonRelease, there.to_canvas(*end))


def drawn(window):
    return window.viewer.measurements.on(window.session.header.key)


def key(window, *args):
    QTest.keyClick(window.viewer.image, *args)


def ends(measurement):
    return [*measurement.start, *measurement.end]


@pytest.mark.parametrize("turn", ["", "HR", "V", "R"])
def test_l_and_a_drag_draw_a_line_however_the_slice_is_turned(opened, turn):
    for letter in turn:
        key(opened, letter)
    key(opened, Qt.Key.Key_L)
    drag(opened, (10, 12), (40, 30))
    (line,) = drawn(opened)
    assert line.kind == "length"
    assert ends(line) == pytest.approx([10, 12, 40, 30])
    assert opened.viewer.measurements.words(opened.session.picture.slice, line) == ("35.0 mm",)


def test_e_draws_an_ellipse_whose_numbers_are_those_of_the_pixels(opened):
    key(opened, Qt.Key.Key_E)
    drag(opened, (10, 12), (40, 30))
    words = opened.viewer.measurements.words(opened.session.picture.slice, drawn(opened)[0])
    pixels = opened.session.picture.slice.pixels
    rows, columns = np.mgrid[:48, :64] + 0.5
    inside = pixels[((columns - 25) / 15) ** 2 + ((rows - 21) / 9) ** 2 <= 1]
    assert words[0].startswith(f"mean {inside.mean():.4g}")
    assert words[2] == f"424.1 mm²   {inside.size} pixels"


def test_measuring_leaves_the_window_as_it_was(opened):
    before = opened.viewer.state.window
    key(opened, Qt.Key.Key_L)
    drag(opened, (10, 12), (40, 30))
    assert opened.viewer.state.window == before


def test_an_end_can_be_moved_and_then_the_whole(opened):
    key(opened, Qt.Key.Key_L)
    drag(opened, (10, 10), (40, 10))
    key(opened, Qt.Key.Key_W)
    drag(opened, (40, 10), (40, 30))
    drag(opened, (25, 20), (27, 23))
    assert ends(drawn(opened)[0]) == pytest.approx([12, 13, 42, 33])
    assert opened.viewer.state.window == opened.session.picture.windows[0]


def test_an_end_stays_on_the_slice(opened):
    key(opened, Qt.Key.Key_L)
    drag(opened, (10, 10), (400, -50))
    assert drawn(opened)[0].end == (64, 0)


def test_a_click_that_hardly_moves_draws_nothing(opened):
    key(opened, Qt.Key.Key_L)
    drag(opened, (10, 10), (10.05, 10))
    assert drawn(opened) == []


def test_delete_takes_the_selected_one_alone(opened):
    key(opened, Qt.Key.Key_L)
    drag(opened, (5, 5), (30, 5))
    drag(opened, (5, 40), (30, 40))
    drag(opened, (17, 5), (17, 5))
    key(opened, Qt.Key.Key_Delete)
    assert [round(m.start[1]) for m in drawn(opened)] == [40]
    key(opened, Qt.Key.Key_Delete)
    assert len(drawn(opened)) == 1


def test_deleting_what_the_mouse_holds_ends_the_drag(opened):
    canvas = opened.viewer.image
    key(opened, Qt.Key.Key_L)
    mouse(canvas, QEvent.Type.MouseButtonPress, (100, 300))
    mouse(canvas, QEvent.Type.MouseMove, (150, 300))
    key(opened, Qt.Key.Key_Delete)
    mouse(canvas, QEvent.Type.MouseMove, (160, 300))
    mouse(canvas, QEvent.Type.MouseButtonRelease, (160, 300))
    assert drawn(opened) == []


def test_shift_delete_takes_all_of_this_slice(qtbot, opened):
    for step in (0, 1):
        opened.session.step(step)
        qtbot.waitUntil(lambda: opened.session.settled, timeout=10_000)
        opened.viewer.measurements.add(
            opened.session.header.key, Measurement("length", (1, 1), (9, 9))
        )
    other = opened.session.series.slices[opened.session.index - 1].key
    key(opened, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert drawn(opened) == []
    assert len(opened.viewer.measurements.on(other)) == 1


def test_measurements_stay_with_their_slice_while_the_study_is_open(qtbot, opened):
    key(opened, Qt.Key.Key_L)
    drag(opened, (10, 12), (40, 30))
    here = opened.session.header.key
    opened.session.go_to(0)
    qtbot.waitUntil(lambda: opened.session.settled, timeout=10_000)
    assert drawn(opened) == []
    assert len(opened.viewer.measurements.on(here)) == 1
    opened.actions_["close_all"].trigger()
    assert opened.viewer.measurements.on(here) == []


def accent(colour):
    return all(abs(a - b) <= 16 for a, b in zip(colour.getRgb()[:3], (76, 166, 255), strict=True))


def test_both_canvases_show_the_line(opened):
    before = [c.grab().toImage() for c in (opened.viewer.image, opened.viewer.overlay)]
    opened.viewer.measurements.add(opened.session.header.key, Measurement("length", (5, 5), (9, 9)))
    for canvas, old in zip((opened.viewer.image, opened.viewer.overlay), before, strict=True):
        placement, shown = canvas.placement(), canvas.grab().toImage()
        x, y = placement.to_canvas(7, 7)
        near = [(int(x) + dx, int(y) + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        assert any(accent(shown.pixelColor(*place)) for place in near)  # the line is smoothed
        assert not accent(old.pixelColor(int(x), int(y)))


def test_the_pixel_under_the_pointer_is_told_and_forgotten(opened):
    canvas = opened.viewer.image
    at = canvas.placement().to_canvas(20.5, 30.5)
    mouse(canvas, QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton)
    value = opened.session.picture.slice.pixels[30, 20]
    assert canvas.probe_words() == (f"x 20  y 30   {value:.0f}", "L 20.0  P 30.0  H 15.0 mm")
    assert opened.viewer.overlay.probe_words() == ()
    canvas.leaveEvent(QEvent(QEvent.Type.Leave))
    assert canvas.probe_words() == ()


@pytest.mark.parametrize(
    "box", [(100, 100, 60, 40), (330, 100, 40, 40), (60, 100, 310, 40), (2, 2, 396, 296)]
)
def test_the_numbers_stand_on_the_canvas_and_off_the_letters_where_there_is_room(box):
    placement = Placement(10, 10, (1, 1), 1, (0.5, 0.5), (200, 150))
    measured = QRectF(*box)
    level = measured.center().y()
    ground = _free_place(placement, measured, (level, level), (130, 50))
    assert QRectF(0, 0, 400, 300).contains(ground)
    if measured.width() < 390:
        assert not ground.intersects(measured)
        assert QRectF(30, 30, 340, 240).contains(ground)


def test_left_of_a_line_its_length_stands_beside_the_end_there():
    placement = Placement.fitted(100, 100, (1, 1), room=(400, 400), middle=(200, 200))
    line = QRectF(250, 100, 110, 150)  # no room at its right
    ground = _free_place(placement, line, (100, 250), (80, 20))
    assert ground.right() < line.left()
    assert ground.center().y() == 100
