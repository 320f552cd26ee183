from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from braintumor_desktop.imaging.study import Slice, SliceHeader, Window
from braintumor_desktop.imaging.turn import UPRIGHT, Turn
from braintumor_desktop.inference.finding import Explanation, Finding, ModelIdentity
from braintumor_desktop.inference.preprocess import FrameTransform
from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.ui.picture import make_picture
from braintumor_desktop.ui.viewer.canvas import Canvas
from braintumor_desktop.ui.viewer.placement import Placement
from braintumor_desktop.ui.viewer.view_state import ViewState

STEPS = {"H": Turn.flipped_horizontally, "V": Turn.flipped_vertically, "R": Turn.rotated}
EVERY_WAY = ["", "H", "V", "HV", "R", "RH", "RV", "RHV"]
SHAPE, SPACING = (30, 44), (1.7, 0.8)  # oblong, pixels not square


def turn_by(keys):
    turn = UPRIGHT
    for key in keys:
        turn = STEPS[key](turn)
    return turn


def placement(keys="", zoom=1.0, centre=(0.5, 0.5)):
    return Placement.fitted(
        44, 30, (0.8, 1.7), room=(400, 300), middle=(212, 162), zoom=zoom, centre=centre,
        turn=turn_by(keys),
    )  # fmt: skip


def canvas_with(qtbot, tmp_path, pixels, keys, *, zoom=1.0):
    state = ViewState()
    canvas = Canvas(state, lambda: "window", overlay=True)
    qtbot.addWidget(canvas)
    canvas.resize(424, 324)
    header = SliceHeader(tmp_path / "a.png", *pixels.shape, "PNG", spacing=SPACING)
    state.show(make_picture(Slice(header, pixels, (Window(50, 100),))), new_series=True)
    for key in keys:
        {"H": state.flip_horizontally, "V": state.flip_vertically, "R": state.rotate}[key]()
    state.zoom_by(zoom)
    return canvas


def rgb(image):
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(int)


def centre_of(mask):
    rows, columns = np.nonzero(mask)
    return columns.mean() + 0.5, rows.mean() + 0.5


def test_all_eight_ways_differ():
    assert len({turn_by(keys) for keys in EVERY_WAY}) == 8


def test_four_rotations_and_two_flips_lead_back():
    assert turn_by("RRRR") == turn_by("HH") == turn_by("VV") == UPRIGHT
    assert turn_by("RR") == turn_by("HV")


def test_a_rotation_goes_clockwise():
    seen = turn_by("R").array(np.array([[1, 2], [3, 4]]))
    np.testing.assert_array_equal(seen, [[3, 1], [4, 2]])


def test_letters_follow_the_edges():
    stored = ("R", "L", "A", "P")
    assert turn_by("H").letters(stored) == ("L", "R", "A", "P")
    assert turn_by("V").letters(stored) == ("R", "L", "P", "A")
    assert turn_by("R").letters(stored) == ("P", "A", "R", "L")
    assert turn_by("RR").letters(stored) == ("L", "R", "P", "A")


@given(
    st.sampled_from(EVERY_WAY),
    st.floats(0.2, 40),
    st.tuples(st.floats(0, 1), st.floats(0, 1)),
    st.tuples(st.floats(-50, 90), st.floats(-50, 90)),
)
def test_the_way_to_the_canvas_and_back_leads_to_the_same_point(keys, zoom, centre, point):
    there = placement(keys, zoom, centre)
    assert there.to_slice(*there.to_canvas(*point)) == pytest.approx(point, abs=1e-6)


@pytest.mark.parametrize(("keys", "zoom"), list(product(EVERY_WAY, (1.0, 2.3))))
def test_the_slice_is_painted_where_the_map_says(qtbot, tmp_path, keys, zoom):
    pixels = np.zeros(SHAPE, np.float32)
    pixels[8:11, 26:29] = 100
    canvas = canvas_with(qtbot, tmp_path, pixels, keys, zoom=zoom)
    shown = rgb(canvas.grab().toImage())[..., 0]
    expected = canvas.placement().to_canvas(27.5, 9.5)
    x, y = int(expected[0]), int(expected[1])
    assert shown[y, x] > 240
    near = np.zeros(shown.shape, bool)
    near[max(y - 45, 0) : y + 45, max(x - 45, 0) : x + 45] = True
    assert centre_of((shown > 127) & near) == pytest.approx(expected, abs=1.0)


@pytest.mark.parametrize("keys", EVERY_WAY)
def test_the_overlay_turns_with_the_slice(qtbot, tmp_path, keys):
    pixels = np.linspace(0, 20, SHAPE[0] * SHAPE[1], dtype=np.float32).reshape(SHAPE)
    canvas = canvas_with(qtbot, tmp_path, pixels, keys)
    maps = np.zeros((4, 4, 4), np.float32)
    maps[1, 0, 3] = 1
    finding = Finding(
        CLASS_KEYS, np.array([0.1, 0.7, 0.1, 0.1], np.float32),
        Explanation(
            "Grad-CAM", maps, np.array([False, True, False, False]),
            FrameTransform(0, 0, SHAPE[1] / 64, SHAPE[0] / 64, 64, SHAPE),
        ),
        ModelIdentity("m", "1", "0"), "CPU", {},
    )  # fmt: skip
    canvas.finding, canvas.class_index, canvas.opacity = finding, 1, 1.0
    shown = rgb(canvas.grab().toImage())
    expected = canvas.placement().to_canvas(44 * 7 / 8, 30 / 8)
    found = centre_of(np.abs(shown[..., 0] - shown[..., 2]) > 40)
    assert found == pytest.approx(expected, abs=0.05 * canvas.width())


@pytest.mark.parametrize("keys", EVERY_WAY)
def test_panning_moves_what_is_seen_as_the_mouse_went(qtbot, tmp_path, keys):
    canvas = canvas_with(qtbot, tmp_path, np.zeros(SHAPE, np.float32), keys, zoom=2)
    before = canvas.image_rect().topLeft()
    canvas.drag("pan", 17, -9)
    moved = canvas.image_rect().topLeft() - before
    assert (moved.x(), moved.y()) == pytest.approx((17, -9))


@pytest.mark.parametrize("keys", EVERY_WAY)
def test_a_millimetre_is_as_long_across_as_down_and_the_bar_says_so(qtbot, tmp_path, keys):
    canvas = canvas_with(qtbot, tmp_path, np.zeros(SHAPE, np.float32), keys)
    rect = canvas.image_rect()
    across, down = 44 * 0.8, 30 * 1.7
    if "R" in keys:
        across, down = down, across
    scale = canvas.pixels_per_mm()
    assert (rect.width() / scale, rect.height() / scale) == pytest.approx((across, down))
