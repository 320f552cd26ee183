"""The model's card in a dialog."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.card_page import card_html
from braintumor_desktop.ui.dialogs.page import PageDialog
from braintumor_desktop.ui.engine import ModelInfo

translate = QCoreApplication.translate


def card_dialog(model: ModelInfo, tokens: theme.Tokens, parent: QWidget | None) -> PageDialog:
    """The model's card."""
    return PageDialog(
        translate("Dialogs", "Model card"), card_html(model.card, tokens), (760, 680), parent
    )
