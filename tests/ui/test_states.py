"""A page with nothing to show fits into what room it has."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.states import StatePage


@pytest.fixture
def page(qtbot) -> StatePage:
    page = StatePage(theme.DARK)
    qtbot.addWidget(page)
    for words in ("Open files…", "Open folder…", "Demonstration cases", "Open recent"):
        page.add_button(QPushButton(words))
    page.say("drop", "Open a study", "Drop files here.")
    return page


@pytest.mark.parametrize(("width", "rows"), [(900, 1), (400, 2), (200, 4)])
def test_buttons_stand_in_as_many_rows_as_they_need(page, width, rows):
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
