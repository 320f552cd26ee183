"""The study browser's actions and words in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from braintumor_desktop.ui.studies.wording import file_filters


@pytest.fixture
def two(qtbot, opened, write_series):
    """A window with two studies, the second looked at."""
    with qtbot.waitSignal(opened.session.opened, timeout=10_000):
        opened.session.open_paths([write_series(4, "second", PatientID="2")])
    qtbot.waitUntil(lambda: opened.session.settled, timeout=10_000)
    return opened


def test_the_action_closes_the_study_that_is_looked_at(qtbot, two):
    two.actions_["close_study"].trigger()
    assert [s.series[0].description for s in two.session.studies] == ["AX series"]
    qtbot.waitUntil(lambda: two.session.settled, timeout=10_000)
    two.actions_["close_study"].trigger()
    assert two.session.studies == []
    assert two.viewer.empty.isVisible()
    assert not two.actions_["close_study"].isEnabled()


def test_page_keys_go_to_the_neighbouring_series(two):
    assert two.session.series.description == "AX second"
    places = [s.series[0].description for s in two.session.studies]
    key, back = (
        (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
        if places[0] == "AX second"
        else (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
    )
    QTest.keyClick(two, key)
    assert two.session.series.description == "AX series"
    QTest.keyClick(two, back)
    assert two.session.series.description == "AX second"


def test_a_stopped_opening_is_told_in_the_window(qtbot, opened, held, write_series):
    held.after = 3
    opened.session.open_paths([write_series(9, "long", PatientID="2")])
    qtbot.waitUntil(lambda: opened.studies.opening.bar.value() == 3, timeout=10_000)
    opened.studies.opening.cancel.click()
    assert "stopped after 3 of 9 files" in opened.notice.label.text()
    assert not opened.studies.opening.isVisible()
    held.gate.set()
    qtbot.waitUntil(lambda: not opened.session.workers.busy, timeout=10_000)


def test_the_list_of_what_was_left_out_can_be_asked_for_when_there_is_one(
    qtbot, opened, write_series
):
    assert not opened.actions_["left_out"].isEnabled()
    folder = write_series(2, "more", PatientID="2")
    (folder / "readme.txt").write_text("no image")
    with qtbot.waitSignal(opened.session.opened, timeout=10_000):
        opened.session.open_paths([folder])
    assert opened.actions_["left_out"].isEnabled()
    assert "1 file was left out" in opened.notice.label.text()


def test_the_file_dialog_offers_every_format_that_is_read():
    every = file_filters().split(";;")[0]
    for ending in ("*.dcm", "*.nii", "*.nii.gz", "*.png", "*.jpg", "*.tiff", "DICOMDIR"):
        assert ending in every
    assert file_filters().endswith("(*)")


def test_the_number_of_slices_on_screen_follows_the_growth(qtbot, window, held, write_series):
    held.after = 3
    window.session.open_paths([write_series(8)])
    qtbot.waitUntil(lambda: window.session.series is not None, timeout=10_000)
    window.session.go_to(1)
    qtbot.waitUntil(lambda: window.session.settled, timeout=10_000)
    held.gate.set()
    qtbot.waitUntil(lambda: not window.session.opening, timeout=10_000)
    assert window.viewer.grid.active.image.marks.place.startswith("slice 2/8")
    assert window.finding.context.text() == "2 of 8"
