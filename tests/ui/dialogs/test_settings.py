from __future__ import annotations

import pytest

from braintumor_desktop.settings import Settings
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.dialogs import SettingsDialog


@pytest.fixture
def dialog(qtbot, window):
    dialog = SettingsDialog(window.store.settings, ("xception",), theme.DARK, window)
    qtbot.addWidget(dialog)
    return dialog


def test_a_share_is_read_and_written_in_percent_as_in_the_tool_bar(dialog):
    opacity = dialog.fields["opacity"]
    assert opacity.text() == "45 %"
    opacity.lineEdit().setText("70 %")
    dialog._accept()
    assert dialog.result_settings.opacity == 0.7


def test_the_bounds_of_a_number_are_said_in_its_own_unit(dialog):
    assert dialog.fields["opacity"].toolTip() == "Overlay opacity: 5 to 100"
    assert dialog.fields["cine_rate"].toolTip() == "Slices a second: 1 to 60"


def test_looking_changes_nothing(dialog):
    dialog._accept()
    assert dialog.result_settings == Settings()
