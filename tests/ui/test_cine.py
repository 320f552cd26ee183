from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def test_c_plays_round_the_series_and_stops(qtbot, opened):
    opened.change(cine_rate=60)
    seen = []
    opened.session.picture_changed.connect(lambda p: seen.append(p.header.instance_number))
    QTest.keyClick(opened.viewer.image, Qt.Key.Key_C)
    assert opened.actions_["cine"].isChecked()
    assert "60 slices/s" in opened.viewer.image.marks.note
    qtbot.waitUntil(lambda: len(seen) >= 8, timeout=10_000)
    assert seen[:8] == [5, 6, 1, 2, 3, 4, 5, 6]
    QTest.keyClick(opened.viewer.image, Qt.Key.Key_C)
    assert not opened.viewer.cine.playing
    assert opened.viewer.image.marks.note == ""


def test_a_slice_that_has_not_arrived_is_waited_for(opened):
    opened.session.go_to(0)
    opened.session._pictures.clear()
    opened.session.go_to(5)
    assert not opened.session.settled
    opened.viewer.cine.advance()
    assert opened.session.index == 5


def test_another_series_stops_the_playing(qtbot, opened, write_series):
    opened.viewer.cine.toggle()
    with qtbot.waitSignal(opened.session.opened, timeout=10_000):
        opened.session.open_paths([write_series(2, "second")])
    assert not opened.viewer.cine.playing
    assert not opened.actions_["cine"].isChecked()


def test_keys_change_the_rate_and_the_settings_keep_it(opened):
    QTest.keyClick(opened.viewer.image, Qt.Key.Key_Period)
    assert opened.store.settings.cine_rate == opened.viewer.cine.rate == 12
    QTest.keyClick(opened.viewer.image, Qt.Key.Key_Comma)
    QTest.keyClick(opened.viewer.image, Qt.Key.Key_Comma)
    assert opened.store.settings.cine_rate == 8


def test_the_rates_of_the_keys_have_ends(opened):
    opened.change(cine_rate=60)
    assert opened.viewer.cine.neighbour_rate(1) == 60
    opened.change(cine_rate=1)
    assert opened.viewer.cine.neighbour_rate(-1) == 1
