"""Empty, loading and error pages: what they say, offer, and let pass."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.states import StatePage, in_words


@pytest.fixture
def page(qtbot):
    page = StatePage(theme.DARK)
    qtbot.addWidget(page)
    return page


@pytest.mark.parametrize("kind", ["plain", "loading", "error"])
def test_a_button_is_seen_on_the_pages_that_it_is_for(page, kind):
    buttons = {name: QPushButton(name) for name in ("plain", "loading", "error")}
    for name, button in buttons.items():
        page.add_button(button, kinds=(name,))
    page.say("image", "Words", kind=kind)
    assert [name for name, button in buttons.items() if button.isVisibleTo(page)] == [kind]


def test_an_error_of_ours_is_told_with_its_file_and_its_remedy():
    error = ImagingError("It is damaged.", path="/cd/1.dcm", remedy="Copy it again.")
    assert in_words(error) == ("/cd/1.dcm: It is damaged.", "Copy it again.")


def test_what_nobody_foresaw_is_told_without_its_words():
    what, remedy = in_words(ValueError("Doe^Jane"))
    assert "ValueError" in what
    assert "Jane" not in what + remedy


# -- in little room ------------------------------------------------------------------------------


@pytest.fixture
def empty_page(page):
    """With the buttons of the page that asks for a study."""
    for words in ("Open files…", "Open folder…", "Demonstration cases", "Open recent"):
        page.add_button(QPushButton(words))
    page.say("drop", "Open a study", "Drop files here.")
    return page


@pytest.mark.parametrize(("width", "rows"), [(900, 1), (400, 2), (200, 4)])
def test_buttons_stand_in_as_many_rows_as_they_need(empty_page, width, rows):
    page = empty_page
    page.resize(width, 500)
    page.grab()  # lays it out
    buttons = page.findChildren(QPushButton)
    assert len({button.y() for button in buttons}) == rows
    assert all(page.rect().contains(button.geometry()) for button in buttons)


def test_where_it_is_low_the_icon_makes_room_for_the_words(qtbot):
    page = StatePage(theme.DARK)
    qtbot.addWidget(page)
    page.say("series", "Drag a series here", "or click here, then choose one in the list.")
    page.resize(300, 400)
    page.grab()
    assert not page._icon.isHidden()
    page.resize(300, 180)
    page.grab()
    assert page._icon.isHidden()


# -- in the window --------------------------------------------------------------------------------


@pytest.fixture
def failed(qtbot, opened):
    """A window whose first slice has vanished and is looked at."""
    path = opened.session.series.slices[0].path
    path.rename(path.with_suffix(".gone"))
    with qtbot.waitSignal(opened.session.picture_failed, timeout=10_000):
        opened.session.go_to(0)
    return opened


def turn_wheel(widget, notches):
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_wheel_goes_past_a_slice_that_cannot_be_shown(qtbot, failed):
    message = failed.viewer.grid.active.message
    assert message.isVisible()
    turn_wheel(message, -1)
    assert failed.session.index == 1
    qtbot.waitUntil(lambda: failed.session.settled, timeout=10_000)
    assert not message.isVisible()


def test_a_study_can_be_opened_again_where_its_slice_cannot_be_shown(qtbot, failed):
    again = failed.viewer.grid.active.message.findChild(QPushButton)
    assert (again.text(), again.isVisible()) == ("Open again", True)
    path = failed.session.series.slices[0].path
    path.with_suffix(".gone").rename(path)
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: failed.session.settled, timeout=10_000)
    assert failed.session.index == 0


def test_the_network_is_asked_again_about_a_slice_whose_study_is_opened_again(qtbot, failed):
    session = failed.session
    header = session.series.slices[0]
    session.read_series()
    qtbot.waitUntil(lambda: session.opinion.remembered_error(header) is not None, timeout=10_000)
    header.path.with_suffix(".gone").rename(header.path)
    session.open_again(session.study)
    qtbot.waitUntil(lambda: session.opinion.state.kind == "ready", timeout=10_000)
    assert session.opinion.state.header.key == header.key
