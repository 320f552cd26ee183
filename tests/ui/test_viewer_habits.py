"""What a radiologist's hand expects of a viewer, row by row, where no other test has it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from braintumor_desktop.imaging.study import Slice, SliceHeader, Window
from braintumor_desktop.ui.picture import make_picture
from braintumor_desktop.ui.viewer.canvas import Canvas
from braintumor_desktop.ui.viewer.view_state import ViewState

AMBER = QColor("#F2B84B").getRgb()[:3]


def slice_of(**header):
    pixels = np.random.default_rng(0).uniform(0, 100, (40, 60)).astype(np.float32)
    return Slice(SliceHeader(Path("a.png"), 40, 60, "PNG", **header), pixels)


@pytest.fixture
def canvas(qtbot):
    canvas = Canvas(ViewState(), lambda: "window", overlay=False)
    qtbot.addWidget(canvas)
    canvas.resize(400, 300)
    canvas._state.show(make_picture(slice_of()), new_series=True)
    return canvas


def turn_wheel(canvas, notches, modifiers=Qt.KeyboardModifier.NoModifier, at=(200, 150)):
    where = QPointF(*at)
    event = QWheelEvent(
        where, canvas.mapToGlobal(where), QPoint(), QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def shown(canvas):
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return lines[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(int)


def test_the_wheel_goes_through_the_slices_also_by_parts_of_a_notch(canvas):
    steps = []
    canvas.stepped.connect(steps.append)
    turn_wheel(canvas, -1)
    turn_wheel(canvas, 2)
    for _ in range(4):
        turn_wheel(canvas, -0.25)
    assert steps == [1, -2, 1]


def test_ctrl_and_wheel_zoom_at_the_pointer(canvas):
    before = canvas.share_at(QPointF(260, 170))
    turn_wheel(canvas, 2, Qt.KeyboardModifier.ControlModifier, (260, 170))
    after = canvas.share_at(QPointF(260, 170))
    assert canvas._state.zoom == pytest.approx(1.44)
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()))


def test_a_double_click_fits(qtbot, canvas):
    canvas._state.zoom_by(3, QPointF(0.2, 0.3))
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    assert canvas._state.fitted


def test_the_windows_are_the_files_then_its_lut_then_the_percentiles():
    named = (Window(40, 80, "BRAIN"), Window(300, 600, "BONE"))
    lut = (0.0, np.linspace(0, 1, 101, dtype=np.float32))
    picture = make_picture(replace(slice_of(), windows=named, voi_lut=lut))
    assert picture.windows[:2] == named
    assert picture.windows[2] is None
    assert picture.windows[3].name.startswith("Automatic")
    alone = make_picture(replace(slice_of(), voi_lut=lut))
    assert alone.windows[0] is None
    assert make_picture(slice_of()).windows[0].name.startswith("Automatic")


@pytest.mark.parametrize(("spacing", "bar"), [((0.9, 0.9), True), (None, False)])
def test_a_scale_bar_stands_only_where_the_spacing_is_known(canvas, spacing, bar):
    canvas._state.show(make_picture(slice_of(spacing=spacing)))
    line = shown(canvas)[300 - 12, 400 - 12 - 40 : 400 - 14]
    assert (line.min() > 150) == bar


@pytest.mark.parametrize("lossy", [True, False])
def test_lossy_compression_is_said_on_the_image(canvas, lossy):
    canvas._state.show(make_picture(slice_of(lossy=lossy)))
    corner = shown(canvas)[:60, :160]
    assert (np.abs(corner - AMBER).max(2) < 40).any() == lossy


def test_keys_flip_rotate_and_fill_the_screen(opened):
    canvas = opened.viewer.image
    upright = canvas._state.turn
    for key, action in (("H", "flip_horizontal"), ("V", "flip_vertical"), ("R", "rotate")):
        assert key in [k.toString() for k in opened.actions_[action].shortcuts()]
        before = canvas._state.turn
        opened.actions_[action].trigger()
        assert canvas._state.turn != before
    opened.actions_["reset"].trigger()
    assert canvas._state.turn == upright
    assert "F" in [k.toString() for k in opened.actions_["full_screen"].shortcuts()]
    opened.actions_["full_screen"].trigger()
    assert opened.isFullScreen()
    opened.actions_["full_screen"].trigger()
    assert not opened.isFullScreen()


def test_the_setting_turns_the_direction_of_the_window_over(opened):
    state = opened.viewer.state
    opened.change(invert_window_direction=True)
    before = state.numbers.center
    opened.viewer.image.drag("window", 0, 20)
    assert state.numbers.center < before  # down brightens


def test_clipboard_and_export_lie_as_the_slice_is_seen(qtbot, opened, tmp_path):
    sizes = []
    for name in ("upright.png", "turned.png"):
        opened.actions_["copy_picture"].trigger()
        sizes.append(QGuiApplication.clipboard().image())
        opened.export_to(tmp_path / name)
        qtbot.waitUntil((tmp_path / name).exists, timeout=10_000)
        qtbot.waitUntil(lambda: not opened.session.workers.busy, timeout=10_000)
        opened.viewer.state.rotate()
    assert sizes[0] != sizes[1]
    upright, turned = (QImage(str(tmp_path / n)).size() for n in ("upright.png", "turned.png"))
    assert upright != turned  # 64 x 48 lies on its side


def test_the_windows_of_the_file_stand_in_the_menu_by_their_names(qtbot, window, write_series):
    names = ["BRAIN", "WIDE & SOFT"]
    folder = write_series(
        1, WindowCenter=[40, 60], WindowWidth=[80, 120], WindowCenterWidthExplanation=names
    )
    window.session.open_paths([folder])
    qtbot.waitUntil(lambda: window.session.picture is not None, timeout=10_000)
    menu = window.tool_bar.window_menu
    menu.aboutToShow.emit()
    first, second, *rest = [action.text() for action in menu.actions()]
    assert first.startswith("BRAIN   W 80  L 40")
    assert second.startswith("WIDE && SOFT   W 120  L 60")  # how Qt writes one ampersand
    assert len(rest) == 2  # automatic, full range
    menu.actions()[1].trigger()
    assert window.viewer.state.numbers.width == 120
    window.actions_["reset"].trigger()
    assert window.viewer.state.numbers.width == 80
