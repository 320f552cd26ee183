from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.viewer.stack_strip import StackStrip


def strip_with(qtbot, findings):
    strip = StackStrip(theme.DARK)
    qtbot.addWidget(strip)
    strip.resize(240, 36)
    strip.show_findings(findings, set(), 0)
    return strip


def column_of(strip, index):
    """What is painted of one column of six, 36 px wide from 12 px on, with its frame."""
    return strip.grab(QRect(11 + 36 * index, 0, 37, 36)).toImage()


def test_the_mark_goes_where_the_eye_goes(qtbot):
    strip = strip_with(qtbot, [None] * 6)
    marked, bare = column_of(strip, 0), column_of(strip, 5)
    assert marked != bare
    strip.show_index(5)
    assert column_of(strip, 5) == marked
    assert column_of(strip, 0) == bare


def test_the_mark_leaves_the_colour_of_its_slice_to_be_seen(qtbot, opened):
    finding = opened.session.opinion.state.finding
    strip = strip_with(qtbot, [finding] * 6)
    middle = column_of(strip, 0).pixelColor(18, 30).name()
    assert middle == theme.DARK.class_colour(finding.leading_key).lower()


def test_a_finding_that_arrives_is_drawn_and_another_theme_dresses_the_strip(qtbot, opened):
    finding = opened.session.opinion.state.finding
    strip = strip_with(qtbot, [None] * 6)
    bare = strip.grab().toImage()
    strip.show_findings([None, None, finding, None, None, None], set(), 0)
    known = strip.grab().toImage()
    assert known != bare
    strip.show_findings([None] * 6, set(), 0)
    assert strip.grab().toImage() == bare
    strip.tokens = theme.LIGHT
    assert strip.grab().toImage() != bare


def test_the_strip_follows_the_slice_and_the_findings(qtbot, opened):
    row, session = opened.viewer.row, opened.session
    row.strip.show_findings([None] * 6, set(), 0)
    opened.session.go_to(5)
    qtbot.waitUntil(lambda: session.settled and session.opinion.state.kind == "ready")
    qtbot.waitUntil(lambda: row.strip._findings[5] is not None)
    assert row.strip._index == 5


def test_a_slice_without_a_class_is_a_dash_half_way_up_with_its_reason(qtbot, opened):
    finding = replace(
        opened.session.opinion.state.finding, abstention="This is not the head: KNEE."
    )
    strip = strip_with(qtbot, [None, None, finding, None, None, None])
    picture = strip.grab().toImage()
    columns = [strip._column(index).center().toPoint() for index in (2, 3)]
    warning, panel = (QColor(c).rgb() for c in (theme.DARK.warning, theme.DARK.panel))
    assert [picture.pixel(point) for point in columns] == [warning, panel]
    assert strip._words(2) == "Slice 3: This is not the head: KNEE."
    assert strip._words(3) == "Slice 4: not yet read"


def test_a_lone_slice_has_a_column_of_the_usual_width_and_is_met_anywhere(qtbot, opened):
    strip = strip_with(qtbot, [opened.session.opinion.state.finding])
    seen = strip.grab().toImage()
    assert seen.pixelColor(20, 30) != seen.pixelColor(200, 30)
    for x in (2, 20, 230):
        with qtbot.waitSignal(strip.chosen) as chosen:
            QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(x, 18))
        assert chosen.args == [0]


def test_a_click_on_a_column_goes_to_its_slice(qtbot):
    strip = strip_with(qtbot, [None] * 3)
    for index in range(3):
        with qtbot.waitSignal(strip.chosen) as chosen:
            place = strip._column(index).center().toPoint()
            QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place)
        assert chosen.args == [index]


def test_the_strip_keeps_its_place_while_the_series_is_read(qtbot, opened, engine):
    row = opened.viewer.row
    before = row.strip.geometry()
    engine.gate.clear()
    opened.session.read_series()
    qtbot.waitUntil(lambda: row.read_button.text() == "Cancel")
    opened.viewer.layout().activate()
    row.layout().activate()
    assert row.strip.geometry() == before


def test_a_series_that_is_read_whole_is_not_offered_to_be_read(qtbot, opened):
    button = opened.viewer.row.read_button
    assert button.isEnabled()
    opened.session.read_series()
    slices = opened.session.series.slices
    qtbot.waitUntil(lambda: opened.session.opinion.combined(slices) is not None, timeout=10_000)
    qtbot.waitUntil(lambda: not button.isEnabled())
