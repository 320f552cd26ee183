from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.dialogs import SettingsDialog
from braintumor_desktop.ui.keys_editor import KeysEditor

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise")  # the offscreen platform's


@pytest.fixture(params=["settings", "keys"])
def form(request, qtbot, window):
    if request.param == "settings":
        dialog = SettingsDialog(window.store.settings, (), theme.DARK, window)
    else:
        dialog = KeysEditor({}, theme.DARK, window)
    qtbot.addWidget(dialog)
    return dialog


def test_a_form_is_no_taller_than_the_screen(form):
    assert form.height() < form.screen().availableGeometry().height()


def test_rows_end_where_the_buttons_end(qtbot, form):
    form.show()
    qtbot.waitExposed(form)
    editors = form.fields if hasattr(form, "fields") else form.editors
    editor = next(iter(editors.values()))
    cancel = form._buttons.button(form._buttons.StandardButton.Cancel)
    right = editor.mapTo(form, editor.rect().topRight()).x()
    assert right == cancel.mapTo(form, cancel.rect().topRight()).x()


def test_tab_begins_at_the_first_row(qtbot, form):
    form.show()
    form.activateWindow()
    qtbot.waitUntil(lambda: form.focusWidget() is not None)
    editors = form.fields if hasattr(form, "fields") else form.editors
    assert form.focusWidget() is next(iter(editors.values()))


def test_tab_goes_from_row_to_row_and_never_to_the_area_that_scrolls(form):
    assert form._area.focusPolicy() == Qt.FocusPolicy.NoFocus
