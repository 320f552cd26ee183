from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect

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
    strip.show_findings(
        [None, None, replace(finding, abstention="No head."), *[None] * 3], set(), 0
    )
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
