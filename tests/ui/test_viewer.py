from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from braintumor_desktop.imaging import apply_window
from braintumor_desktop.imaging.study import Slice, SliceHeader, Window
from braintumor_desktop.inference.finding import Explanation, Finding, ModelIdentity
from braintumor_desktop.inference.preprocess import FrameTransform
from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.reporting.colour import blend, colour_map
from braintumor_desktop.ui.picture import make_picture
from braintumor_desktop.ui.viewer.canvas import Canvas
from braintumor_desktop.ui.viewer.marks import scale_bar_length
from braintumor_desktop.ui.viewer.rendering import grey_image, overlay_image
from braintumor_desktop.ui.viewer.view_state import ViewState


def a_slice(tmp_path, shape=(40, 60), *, spacing=(1.0, 1.0), inverted=False):
    header = SliceHeader(tmp_path / "a.png", *shape, "PNG", spacing=spacing)
    pixels = np.random.default_rng(1).uniform(0, 1000, shape).astype(np.float32)
    return Slice(header, pixels, (Window(500, 800),), inverted=inverted)


def rgb(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


@pytest.fixture
def canvas(qtbot, tmp_path):
    state = ViewState()
    canvas = Canvas(state, lambda: "window", overlay=True)
    qtbot.addWidget(canvas)
    canvas.resize(624, 424)
    state.show(make_picture(a_slice(tmp_path)), new_series=True)
    canvas.show()
    canvas.state_for_test = state
    return canvas


def drag(canvas, button, dx, dy):
    start = QPoint(200, 200)
    QTest.mousePress(canvas, button, Qt.KeyboardModifier.NoModifier, start)
    event_at = QPointF(start + QPoint(dx, dy))
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    move = QMouseEvent(
        QEvent.Type.MouseMove, event_at, canvas.mapToGlobal(event_at),
        Qt.MouseButton.NoButton, button, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    canvas.mouseMoveEvent(move)
    QTest.mouseRelease(canvas, button, Qt.KeyboardModifier.NoModifier, start + QPoint(dx, dy))


def brightness(canvas):
    state = canvas.state_for_test
    return rgb(grey_image(state.picture, state.window, inverted=state.inverted)).mean()


def test_the_slice_on_screen_is_what_the_window_makes_of_it(tmp_path):
    picture = make_picture(a_slice(tmp_path))
    window = Window(300, 200)
    np.testing.assert_array_equal(
        rgb(grey_image(picture, window))[..., 0], apply_window(picture.slice, window)
    )


def test_dragging_right_widens_the_window(canvas):
    before = canvas.state_for_test.numbers.width
    drag(canvas, Qt.MouseButton.LeftButton, 60, 0)
    assert canvas.state_for_test.numbers.width > before


def test_dragging_down_darkens(canvas):
    before = brightness(canvas)
    drag(canvas, Qt.MouseButton.LeftButton, 0, 60)
    assert brightness(canvas) < before - 5


def test_dragging_down_brightens_when_the_direction_is_inverted(canvas):
    canvas.state_for_test.invert_direction = True
    before = brightness(canvas)
    drag(canvas, Qt.MouseButton.LeftButton, 0, 60)
    assert brightness(canvas) > before + 5


@pytest.mark.parametrize(("inverted_file", "inverted_view"), [(True, False), (False, True)])
def test_dragging_down_darkens_what_is_shown_turned_over(
    canvas, tmp_path, inverted_file, inverted_view
):
    state = canvas.state_for_test
    state.show(make_picture(a_slice(tmp_path, inverted=inverted_file)), new_series=True)
    state.inverted = inverted_view
    before = brightness(canvas)
    drag(canvas, Qt.MouseButton.LeftButton, 0, 60)
    assert brightness(canvas) < before - 5


def test_a_window_set_by_hand_holds_for_the_next_slice_and_not_for_another_series(canvas, tmp_path):
    state = canvas.state_for_test
    drag(canvas, Qt.MouseButton.LeftButton, 60, 0)
    own = state.window
    state.show(make_picture(a_slice(tmp_path)))
    assert state.window == own
    state.show(make_picture(a_slice(tmp_path)), new_series=True)
    assert state.window == Window(500, 800)


def test_middle_drag_pans_by_as_much_as_the_mouse_went(canvas):
    before = canvas.image_rect()
    drag(canvas, Qt.MouseButton.MiddleButton, 30, -20)
    moved = canvas.image_rect().topLeft() - before.topLeft()
    assert (moved.x(), moved.y()) == pytest.approx((30, -20))


def test_right_drag_up_zooms_in(canvas):
    before = canvas.image_rect().width()
    drag(canvas, Qt.MouseButton.RightButton, 0, -40)
    assert canvas.image_rect().width() > before


def test_zooming_at_a_point_keeps_it_in_place(canvas):
    at = QPointF(150, 120)
    share = canvas.share_at(at)
    canvas.state_for_test.zoom_by(2, share)
    again = canvas.share_at(at)
    assert (again.x(), again.y()) == pytest.approx((share.x(), share.y()))


def test_reset_undoes_window_zoom_pan_and_inversion(canvas):
    state = canvas.state_for_test
    first = canvas.image_rect()
    drag(canvas, Qt.MouseButton.LeftButton, 50, 50)
    state.zoom_by(3)
    state.toggle_inverted()
    state.reset()
    assert canvas.image_rect() == first
    assert (state.window, state.inverted) == (Window(500, 800), False)


def test_pixels_that_are_not_square_are_shown_in_their_proportion(canvas, tmp_path):
    canvas.state_for_test.show(make_picture(a_slice(tmp_path, spacing=(2.0, 1.0))))
    rect = canvas.image_rect()
    assert rect.width() / rect.height() == pytest.approx(60 / 80)


def test_a_very_large_slice_is_reduced_for_the_screen_only(tmp_path):
    picture = make_picture(a_slice(tmp_path, (2100, 3000)))
    assert picture.factor == 2
    assert picture.display.pixels.shape == (1050, 1500)
    assert picture.slice.pixels.shape == (2100, 3000)


def test_five_centimetres_are_the_longest_round_length_that_fits():
    assert scale_bar_length(2.0, 150) == 50
    assert scale_bar_length(0.1, 5) == 50
    assert scale_bar_length(400.0, 150) is None


def marker_finding(shape, *, evidence=True):
    """A map that is 1 in the cell of the frame that lies at the slice's upper right."""
    height, width = shape
    maps = np.zeros((4, 4, 4), np.float32)
    maps[1, 0, 3] = 1
    transform = FrameTransform(0, 0, width / 64, height / 64, 64, shape)
    present = np.array([False, evidence, False, False])
    return Finding(
        CLASS_KEYS, np.array([0.1, 0.7, 0.1, 0.1], np.float32),
        Explanation("Grad-CAM", maps, present, transform),
        ModelIdentity("m", "1", "0"), "CPU", {},
    )  # fmt: skip


@pytest.mark.usefixtures("qapp")
def test_the_overlay_is_the_mixture_that_the_exports_use(tmp_path):
    from PySide6.QtGui import QPainter

    picture = make_picture(a_slice(tmp_path))
    finding = marker_finding((40, 60))
    base = grey_image(picture, picture.windows[0])
    painter = QPainter(base)
    painter.drawImage(0, 0, overlay_image(picture, finding, 1, 0.45, "viridis"))
    painter.end()
    expected = blend(
        apply_window(picture.slice, picture.windows[0]),
        finding.explanation.over_slice(1),
        opacity=0.45,
        colours=colour_map("viridis"),
    )
    assert np.abs(rgb(base).astype(int) - expected).max() <= 2


def test_the_overlay_on_the_canvas_lies_where_the_map_says(canvas, tmp_path):
    header = SliceHeader(tmp_path / "a.png", 40, 60, "PNG")
    flat = Slice(header, np.linspace(0, 1, 2400, dtype=np.float32).reshape(40, 60))
    canvas.state_for_test.show(make_picture(flat), new_series=True)
    canvas.finding, canvas.class_index, canvas.opacity = marker_finding((40, 60)), 1, 1.0
    shown = rgb(canvas.grab().toImage()).astype(int)
    colourful = np.abs(shown[..., 0] - shown[..., 2]) > 40
    rows, columns = np.nonzero(colourful)
    rect = canvas.image_rect()
    expected = (rect.left() + rect.width() * 7 / 8, rect.top() + rect.height() / 8)
    assert columns.mean() == pytest.approx(expected[0], abs=rect.width() * 0.04)
    assert rows.mean() == pytest.approx(expected[1], abs=rect.height() * 0.04)


@pytest.mark.usefixtures("qapp")
def test_without_positive_evidence_there_is_no_overlay(tmp_path):
    picture = make_picture(a_slice(tmp_path))
    assert overlay_image(picture, marker_finding((40, 60), evidence=False), 1, 1, "inferno") is None


def test_the_image_canvas_never_shows_the_overlay(qtbot, tmp_path):
    state = ViewState()
    plain = Canvas(state, lambda: "window", overlay=False)
    qtbot.addWidget(plain)
    plain.resize(400, 300)
    state.show(make_picture(a_slice(tmp_path)), new_series=True)
    before = rgb(plain.grab().toImage())
    plain.finding, plain.class_index = marker_finding((40, 60)), 1
    plain.update()
    np.testing.assert_array_equal(rgb(plain.grab().toImage()), before)
