"""The overlay on the canvas against a picture that is worked out point by point, without Qt.

For every pixel of the canvas the truth goes back, by formulas of its own, to a point of the slice
in millimetres, from there to a point of the network's frame, and reads the map there.
"""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from PySide6.QtGui import QImage
from scipy import ndimage

from braintumor_desktop.imaging.study import Slice, SliceHeader, Window
from braintumor_desktop.inference.finding import Explanation, Finding, ModelIdentity
from braintumor_desktop.inference.preprocess import FrameTransform
from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.reporting.colour import colour_map
from braintumor_desktop.ui import picture as picture_module
from braintumor_desktop.ui.picture import make_picture
from braintumor_desktop.ui.viewer.canvas import MARGIN, Canvas
from braintumor_desktop.ui.viewer.marks import Marks
from braintumor_desktop.ui.viewer.view_state import ViewState

EVERY_WAY = ["", "H", "V", "HV", "R", "RH", "RV", "RHV"]
ROWS, COLUMNS = 50, 74
WIDTH, HEIGHT = 424, 324
MAP = ndimage.zoom(np.random.default_rng(3).random((3, 3)), 2, order=1).astype(np.float32)


def frame_of(spacing):
    """A square frame in millimetres that reaches beyond two edges of the slice."""
    side = 0.9 * max(ROWS * spacing[0], COLUMNS * spacing[1])
    across, down = side / spacing[1], side / spacing[0]
    return FrameTransform(-0.1 * across, 6.0, across / 96, down / 96, 96, (ROWS, COLUMNS))


def finding_with(frame):
    maps = np.zeros((4, *MAP.shape), np.float32)
    maps[1] = (MAP - MAP.min()) / np.ptp(MAP)
    evidence = np.array([False, True, False, False])
    return Finding(
        CLASS_KEYS, np.array([0.1, 0.7, 0.1, 0.1], np.float32),
        Explanation("Grad-CAM", maps, evidence, frame), ModelIdentity("m", "1", "0"), "CPU", {},
    )  # fmt: skip


def truth(keys, spacing, frame, heat, zoom):
    """(HEIGHT, WIDTH) values of the map, and where on the canvas the slice is."""
    width, height = COLUMNS * spacing[1], ROWS * spacing[0]
    seen = (height, width) if keys.count("R") % 2 else (width, height)
    scale = zoom * min((WIDTH - 2 * MARGIN) / seen[0], (HEIGHT - 2 * MARGIN) / seen[1])
    y, x = np.mgrid[:HEIGHT, :WIDTH] + 0.5
    x, y = (x - WIDTH / 2) / scale + seen[0] / 2, (y - HEIGHT / 2) / scale + seen[1] / 2
    for key in reversed(keys):  # undo the last one first
        if key == "H":
            x = seen[0] - x
        elif key == "V":
            y = seen[1] - y
        else:
            seen = (seen[1], seen[0])
            x, y = y, seen[1] - x
    column, row = x / spacing[1], y / spacing[0]
    inside = (column >= 0) & (column < COLUMNS) & (row >= 0) & (row < ROWS)
    side = (frame.step_x * frame.size, frame.step_y * frame.size)
    across, down = (column - frame.left) / side[0], (row - frame.top) / side[1]
    in_frame = (across >= 0) & (across < 1) & (down >= 0) & (down < 1)
    cells = [down * heat.shape[0] - 0.5, across * heat.shape[1] - 0.5]
    values = ndimage.map_coordinates(heat, cells, order=1, mode="nearest")
    return np.where(in_frame, values, 0), inside


def coloured(values, inside):
    """The map at full opacity over black."""
    level = np.rint(np.clip(values, 0, 1) * 255).astype(int)
    fade = np.minimum(level / 127.5, 1)
    return colour_map("viridis")[level] * (fade * inside)[..., None]


def shown(qtbot, tmp_path, keys, spacing, zoom, finding):
    state = ViewState()
    canvas = Canvas(state, lambda: "window", overlay=True)
    qtbot.addWidget(canvas)
    canvas.resize(WIDTH, HEIGHT)
    header = SliceHeader(tmp_path / "a.png", ROWS, COLUMNS, "PNG", spacing=spacing)
    black = np.zeros((ROWS, COLUMNS), np.float32)
    state.show(make_picture(Slice(header, black, (Window(50, 100),))), new_series=True)
    for key in keys:
        {"H": state.flip_horizontally, "V": state.flip_vertically, "R": state.rotate}[key]()
    state.zoom_by(zoom)
    canvas.marks = Marks(corner_texts=False)
    canvas.finding, canvas.class_index = finding, 1
    canvas.opacity, canvas.colour_map = 1.0, "viridis"
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(HEIGHT, -1)
    return lines[:, : 3 * WIDTH].reshape(HEIGHT, WIDTH, 3).astype(float)


def difference(picture, values, inside):
    """Mean difference on the slice, but for its rim and the scale bar's corner."""
    compared = ndimage.binary_erosion(inside, iterations=4)
    compared[-40:, -WIDTH // 3 :] = False
    return np.abs(picture - coloured(values, inside))[compared].mean()


@pytest.mark.parametrize(
    ("keys", "spacing", "zoom"),
    [
        *product(EVERY_WAY, [(1.0, 1.0), (1.7, 0.8), (0.6, 1.9)], [1.0]),
        *product(["", "RH"], [(1.7, 0.8)], [2.6]),
    ],
)
def test_the_overlay_lies_where_the_frame_says(qtbot, tmp_path, keys, spacing, zoom):
    frame = frame_of(spacing)
    finding = finding_with(frame)
    picture = shown(qtbot, tmp_path, keys, spacing, zoom, finding)
    heat = finding.explanation.maps[1]
    off = {
        other: difference(picture, *truth(other, spacing, frame, heat, zoom)) for other in EVERY_WAY
    }
    assert off.pop(keys) < 3
    assert min(off.values()) > 6  # no other way to lay it would pass


@pytest.mark.parametrize("keys", EVERY_WAY)
def test_it_lies_there_too_when_the_slice_is_reduced_for_the_screen(
    qtbot, tmp_path, monkeypatch, keys
):
    monkeypatch.setattr(picture_module, "LONGEST_SIDE", 20)  # 1:4; 50 and 74 are no multiples
    frame = frame_of((1.7, 0.8))
    finding = finding_with(frame)
    picture = shown(qtbot, tmp_path, keys, (1.7, 0.8), 1.0, finding)
    values, inside = truth(keys, (1.7, 0.8), frame, finding.explanation.maps[1], 1.0)
    frame_edge = ndimage.binary_dilation(values == 0, iterations=16)  # blurred by the reduction
    assert difference(picture, values, inside & ~frame_edge) < 6
