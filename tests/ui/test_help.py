from __future__ import annotations

import re

import pytest

from braintumor_desktop import RESEARCH_USE
from braintumor_desktop.resources import resource_path
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.actions import ACTIONS, key_words, mouse_words
from braintumor_desktop.ui.help_text import help_markdown, with_keys
from braintumor_desktop.ui.help_window import HelpWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise")  # the offscreen platform's
PAGES = sorted(path.name for path in resource_path("help").glob("*.md"))
PLACES = re.compile(r"\{[^{}]*\}")
USUAL = {spec.name: spec.keys for spec in ACTIONS}


@pytest.fixture
def shown(qtbot, window):
    help_window = HelpWindow(window)
    qtbot.addWidget(help_window)
    help_window.show_with(window.actions_.keys, window.tokens)
    return help_window


@pytest.mark.usefixtures("qapp")
def test_every_key_and_movement_of_the_mouse_stands_in_the_help():
    page = help_markdown(USUAL).replace("\\", "")
    for spec in ACTIONS:
        if spec.keys:
            assert f"| {key_words(spec.keys)} | {spec.words} |" in page
    for hand, deed in mouse_words():
        assert f"| {hand} | {deed} |" in page
    assert RESEARCH_USE in page
    assert not re.search(r"\{\w+", page)


@pytest.mark.usefixtures("qapp")
def test_a_changed_key_stands_in_the_help_as_it_is_now():
    changed = {**USUAL, "overlay": ("Y",), "card": ()}
    assert with_keys("{key:overlay} and {key:card}", changed) == "**Y** and **no key**"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_writes_no_key_down_and_leaves_no_place_out(name):
    page = resource_path("help", name).read_text(encoding="utf-8")
    english = resource_path("help", "en.md").read_text(encoding="utf-8")
    assert not re.search(r"\b(Ctrl|Strg|Shift|Alt)\+|\bF\d+\b", page)
    assert sorted(PLACES.findall(page)) == sorted(PLACES.findall(english))


def test_the_contents_lead_to_their_headings(shown):
    titles = [shown.contents.item(n).text() for n in range(shown.contents.count())]
    for wanted in ("Getting started", "Mouse", "Which series is chosen", "Limits", "Privacy"):
        assert wanted in titles
    before = shown.page.verticalScrollBar().value()
    shown.contents.setCurrentRow(titles.index("Privacy"))
    assert shown.page.verticalScrollBar().value() > before


def test_the_search_finds_every_place_and_begins_again_at_the_end(shown):
    shown.search.setText("lymphoma")
    assert shown.found.text() == "1 place"
    assert shown.find_next()
    first = shown.page.textCursor().position()
    assert shown.find_next()
    assert shown.page.textCursor().position() == first
    assert shown.find_next(backward=True)


def test_what_is_not_there_is_said(shown):
    shown.search.setText("mammography")
    assert shown.found.text() == "Not found"
    assert not shown.find_next()
    assert not shown.next.isEnabled()


def test_f1_opens_the_help_beside_the_window(qtbot, window):
    window.actions_["help"].trigger()
    shown = window.habits._help
    qtbot.waitUntil(shown.isVisible, timeout=10_000)
    assert not shown.isModal()
    assert [k.toString() for k in window.actions_["help"].shortcuts()] == ["F1"]


def test_the_page_takes_on_another_theme_while_it_stands_open(shown, window):
    window.change(theme="light")
    title = shown.page.document().firstBlock().begin().fragment()
    assert title.charFormat().foreground().color().name() == theme.LIGHT.text.lower()
    window.change(theme="dark")
