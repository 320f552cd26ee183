from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QUrl

from braintumor_desktop import RESEARCH_USE, __version__
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.dialogs import PageDialog, about_dialog
from braintumor_desktop.ui.licences import package_licences, version_of


def test_the_packages_used_are_listed_with_their_licences_and_those_of_the_tests_are_not():
    packages = {one.name.lower(): one for one in package_licences()}
    for name in ("pydicom", "torch", "pyside6_essentials", "numpy"):
        assert packages[name].licence not in ("", "–")
        assert packages[name].version == version_of(name)
    assert "pytest" not in packages
    assert "braintumor-desktop" not in packages


def test_a_package_that_is_not_installed_has_no_version():
    assert version_of("no-such-package") == ""
    assert package_licences("no-such-package") == []


def test_about_says_what_it_is_the_versions_and_the_licences(qtbot, window):
    model = window.session.opinion.model
    dialog = about_dialog(theme.DARK, window, model, window.session.workers)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "nibabel" in dialog.page.toPlainText(), timeout=20_000)
    text = dialog.page.toPlainText()
    for words in (RESEARCH_USE, __version__, "torch", "Qt", "LGPL"):
        assert words in text


def test_the_model_card_is_one_click_away(qtbot, window, monkeypatch):
    qtbot.waitUntil(lambda: window.session.opinion.model is not None, timeout=10_000)
    opened: list[str] = []
    monkeypatch.setattr(PageDialog, "exec", lambda self: opened.append(self.windowTitle()))
    dialog = about_dialog(theme.DARK, window, window.session.opinion.model)
    qtbot.addWidget(dialog)
    dialog.page.anchorClicked.emit(QUrl("card:"))
    assert opened == ["Model card"]


@pytest.mark.parametrize("module", ["ui.dialogs", "ui.licences", "ui.log_viewer", "ui.help_window"])
def test_neither_about_nor_help_imports_torch(module):
    code = f"import sys, braintumor_desktop.{module}; print('torch' in sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stdout.strip() == "False"
