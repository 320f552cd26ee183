from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from braintumor_desktop.imaging import apply_window
from braintumor_desktop.imaging.study import Slice, SliceHeader
from braintumor_desktop.inference.finding import Explanation, Finding, ModelIdentity
from braintumor_desktop.inference.preprocess import FrameTransform
from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.reporting.colour import blend, colour_map
from braintumor_desktop.ui.picture import make_picture
from braintumor_desktop.ui.viewer.rendering import colour_bar_image, grey_image, overlay_image

SHAPE = (40, 60)


def rgb(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(int)


@pytest.fixture
def picture(tmp_path):
    pixels = np.random.default_rng(1).uniform(0, 1000, SHAPE).astype(np.float32)
    return make_picture(Slice(SliceHeader(tmp_path / "a.png", *SHAPE, "PNG"), pixels))


@pytest.fixture
def finding():
    maps = np.zeros((4, 8, 8), np.float32)
    maps[1] = np.linspace(0, 1, 8, dtype=np.float32)
    return Finding(
        CLASS_KEYS, np.array([0.1, 0.7, 0.1, 0.1], np.float32),
        Explanation(
            "Grad-CAM", maps, np.array([False, True, False, False]),
            FrameTransform(0, 0, SHAPE[1] / 64, SHAPE[0] / 64, 64, SHAPE),
        ),
        ModelIdentity("m", "1", "0"), "CPU", {},
    )  # fmt: skip


@pytest.mark.usefixtures("qapp")
def test_below_the_threshold_the_slice_is_untouched_and_above_it_as_before(picture, finding):
    layer = {t: overlay_image(picture, finding, 1, 0.6, "inferno", threshold=t) for t in (0, 0.5)}
    bare = rgb(grey_image(picture, picture.windows[0]))
    shown = {}
    for threshold, image in layer.items():
        base = grey_image(picture, picture.windows[0])
        painter = QPainter(base)
        painter.drawImage(0, 0, image)
        painter.end()
        shown[threshold] = rgb(base)
    below = np.rint(finding.explanation.over_slice(1) * 255) / 255 < 0.5
    assert 0.2 < below.mean() < 0.8
    np.testing.assert_array_equal(shown[0.5][below], bare[below])
    np.testing.assert_array_equal(shown[0.5][~below], shown[0][~below])


@pytest.mark.usefixtures("qapp")
def test_the_exports_hide_the_same_places(picture, finding):
    base = grey_image(picture, picture.windows[0])
    painter = QPainter(base)
    painter.drawImage(0, 0, overlay_image(picture, finding, 1, 0.45, "viridis", threshold=0.4))
    painter.end()
    expected = blend(
        apply_window(picture.slice, picture.windows[0]),
        finding.explanation.over_slice(1),
        opacity=0.45,
        threshold=0.4,
        colours=colour_map("viridis"),
    )
    assert np.abs(rgb(base) - expected).max() <= 2


@pytest.mark.usefixtures("qapp")
def test_the_colour_bar_is_dark_where_nothing_is_shown():
    bar, whole = rgb(colour_bar_image("viridis", 0.4))[0], rgb(colour_bar_image("viridis"))[0]
    hidden = np.arange(256) / 255 < 0.4
    assert len(np.unique(bar[hidden], axis=0)) == 1
    np.testing.assert_array_equal(bar[~hidden], whole[~hidden])


def test_the_slider_changes_the_threshold_and_it_is_stored(opened):
    opened.tool_bar.threshold.setValue(40)
    assert opened.store.settings.threshold == 0.4
    assert opened.viewer.overlay.threshold == 0.4


def test_the_title_says_whether_the_class_is_the_predicted_one_or_chosen(opened):
    leading = opened.session.opinion.state.finding.leading_index
    assert opened.viewer.overlay.marks.title.endswith(" · predicted")
    opened.viewer.choose_class((leading + 1) % 4)
    assert opened.viewer.overlay.marks.title.endswith(" · chosen")
    opened.viewer.choose_class(None)
    assert opened.viewer.overlay.marks.title.endswith(" · predicted")
