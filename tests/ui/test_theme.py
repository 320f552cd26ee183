from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QDoubleSpinBox, QPushButton

from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.resources import resource_path
from braintumor_desktop.ui import icons, theme
from braintumor_desktop.ui.actions import ACTIONS

THEMES = [theme.DARK, theme.LIGHT]


@pytest.mark.parametrize("tokens", THEMES, ids=lambda t: t.name)
@pytest.mark.parametrize("ink", ["text", "secondary", "accent", "error"])
@pytest.mark.parametrize("surface", ["window", "panel", "raised"])
def test_text_stands_out_from_every_surface(tokens, ink, surface):
    assert theme.contrast(getattr(tokens, ink), getattr(tokens, surface)) >= 4.5


@pytest.mark.parametrize("tokens", THEMES, ids=lambda t: t.name)
def test_words_of_warning_stand_out_from_the_panels_they_are_written_on(tokens):
    sheet = theme.style_sheet(tokens)
    assert f"#researchStrip {{ background: {tokens.panel}" in sheet
    assert theme.contrast(tokens.warning, tokens.panel) >= 4.5


@pytest.mark.parametrize("tokens", THEMES, ids=lambda t: t.name)
def test_text_on_the_accent_stands_out(tokens):
    assert theme.contrast(tokens.on_accent, tokens.accent) >= 4.5


@pytest.mark.parametrize("tokens", THEMES, ids=lambda t: t.name)
def test_text_stands_out_from_a_selected_row(tokens):
    selected = theme.mixed(tokens.panel, tokens.accent, 0.18)
    assert theme.contrast(tokens.text, selected) >= 4.5
    assert theme.contrast(tokens.secondary, selected) >= 4.5


@pytest.mark.parametrize(("tokens", "key"), list(product(THEMES, CLASS_KEYS)))
def test_a_class_bar_stands_out_from_its_panel(tokens, key):
    assert theme.contrast(tokens.class_colour(key), tokens.panel) >= 3  # graphics, WCAG 1.4.11


def test_contrast_of_black_and_white_is_21():
    assert theme.contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_every_action_with_an_icon_has_its_file():
    for spec in ACTIONS:
        if spec.icon:
            assert resource_path("icons", f"{spec.icon}.svg").is_file()


def test_no_key_stands_for_two_actions():
    keys = [key for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))


def test_icons_share_one_grid_and_one_stroke():
    for path in resource_path("icons").glob("*.svg"):
        if path.stem.split("-")[0] in ("chevron", "tick", "braintumor"):
            continue
        text = path.read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in text, path.name
        assert 'stroke-width="1.5"' in text, path.name
        assert text.count("stroke-width") == 1, path.name


@pytest.mark.usefixtures("qapp")
def test_an_icon_is_drawn_in_the_theme_colour():
    image = QImage(icons.icon("close", theme.DARK).pixmap(24, 24).toImage())
    strongest = max(
        (image.pixelColor(x, y) for x in range(24) for y in range(24)), key=QColor.alpha
    )
    assert strongest.name() == theme.DARK.text.lower()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_an_icon_is_drawn_at_the_scale_of_the_screen(scale):
    made = icons.icon("tick-dark", theme.DARK).pixmap(QSize(18, 18), scale)
    assert (made.width(), made.height()) == (round(18 * scale), round(18 * scale))
    assert made.devicePixelRatio() == scale


def test_the_number_of_a_box_without_buttons_is_seen(qtbot, window):
    box = QDoubleSpinBox(window, buttonSymbols=QDoubleSpinBox.ButtonSymbols.NoButtons)
    qtbot.addWidget(box)
    box.setFixedWidth(180)
    box.show()
    assert box.lineEdit().width() > 120


@pytest.mark.parametrize("tokens", THEMES, ids=lambda t: t.name)
def test_a_quiet_button_that_does_nothing_looks_it(qtbot, qapp, tokens):
    theme.apply_theme(qapp, tokens)
    quiet = QPushButton("Read whole series", objectName="quiet")
    qtbot.addWidget(quiet)
    usual = quiet.grab().toImage()
    quiet.setEnabled(False)
    assert quiet.grab().toImage() != usual
