from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage
from PySide6.QtTest import QTest

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.viewer.marks import wrapped
from braintumor_desktop.ui.viewer.snapshot import snapshot


def rgb(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(int)


def test_the_corners_name_patient_study_and_series(opened):
    heading = opened.viewer.image.marks.heading()
    assert heading[0] == "Image"
    assert "Nobody" in heading[1]
    assert heading[-1] == "AX series  ·  axial"


def test_t_hides_the_corner_texts_and_the_settings_keep_it(opened):
    QTest.keyClick(opened.viewer.image, Qt.Key.Key_T)
    assert not opened.store.settings.corner_texts
    assert opened.viewer.image.marks.heading() == ["Image"]
    canvas = opened.viewer.image
    corner = rgb(canvas.grab().toImage())[: canvas.height() // 6, -canvas.width() // 4 :]
    left = canvas.image_rect().top()
    assert corner[: int(min(left, corner.shape[0])) - 1].max() == 0
    QTest.keyClick(opened.viewer.image, Qt.Key.Key_T)
    assert len(opened.viewer.image.marks.heading()) > 2


def test_hidden_texts_leave_the_class_and_the_caption(opened):
    opened.change(corner_texts=False)
    marks = opened.viewer.overlay.marks
    assert "predicted" in marks.title
    assert marks.caption


def test_ctrl_c_puts_the_picture_on_the_clipboard(opened):
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    QTest.keyClick(opened.viewer.image, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    picture = clipboard.image()
    assert picture.width() >= opened.viewer.image.width() + opened.viewer.overlay.width()
    assert "clipboard" in opened.strip.said.text()
    assert opened.notice.isHidden()  # it would move the image


def test_the_picture_on_the_clipboard_has_no_pixel_under_a_pointer(opened):
    canvas = opened.viewer.image
    without = rgb(snapshot([canvas], "m"))
    rect = canvas.image_rect().center().toPoint()
    QTest.mouseMove(canvas, rect)
    assert canvas.probe_words()
    np.testing.assert_array_equal(rgb(snapshot([canvas], "m")), without)
    assert canvas.probe_words()


def test_the_picture_carries_the_research_words_and_the_slice_as_seen(opened):
    seen = rgb(opened.viewer.image.grab().toImage())
    picture = rgb(opened.viewer.snapshot())
    rect = opened.viewer.image.image_rect().toRect().adjusted(40, 40, -40, -40)
    part = (slice(rect.top(), rect.bottom()), slice(rect.left(), rect.right()))
    np.testing.assert_array_equal(picture[part], seen[part])
    footer = picture[opened.viewer.image.height() :]
    amber = (footer[..., 0] > 200) & (footer[..., 1] > 140) & (footer[..., 2] < 130)
    assert amber.sum() > 100


def test_the_picture_leaves_the_patient_out_and_the_screen_keeps_him(opened):
    canvas, marks = opened.viewer.image, opened.viewer.image.marks
    heading = (slice(0, 60), slice(0, canvas.width() // 2))
    with_patient = rgb(canvas.grab().toImage())[heading]
    picture = rgb(snapshot([canvas], "m"))[heading]
    assert canvas.marks is marks
    assert np.abs(picture - with_patient).max() > 60
    from dataclasses import replace

    canvas.marks = replace(marks, patient="Other^Name  ·  77", study="2031-01-01")
    np.testing.assert_array_equal(rgb(snapshot([canvas], "m"))[heading], picture)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", [60, 110, 150, 400])
@pytest.mark.parametrize(
    "words", ["Where the network looked; not a lesion outline", "网络关注的位置;不是病灶轮廓"]
)
def test_the_caption_is_whole_on_a_narrow_canvas(words, width):
    font = theme.sized_font(theme.CORNER_PX)
    lines = wrapped(words, font, width)
    metrics = QFontMetricsF(font)
    assert all(metrics.horizontalAdvance(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")


def test_where_there_is_little_room_the_class_and_the_series_stand_in_the_corner(opened):
    brief = opened.viewer.overlay.marks.heading(brief=True)
    assert len(brief) == 2
    assert "predicted" in brief[0]
    assert brief[1].startswith("AX series")


def test_the_place_of_the_slice_does_not_run_into_the_letter_below(opened):
    canvas = opened.viewer.image
    low, high = (canvas.height() - 12 - 16, canvas.height() - 12)
    canvas.setFixedWidth(400)
    assert _ink_left_of_letter(canvas, low, high)
    canvas.setFixedWidth(160)
    assert not _ink_left_of_letter(canvas, low, high)


def _ink_left_of_letter(canvas, low, high):
    """Whether the left half of the lowest line is written in."""
    seen = rgb(canvas.grab().toImage())[low:high, 12 : canvas.width() // 2 - 16]
    return bool((seen.min(2) > 150).any())
