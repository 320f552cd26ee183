"""The dialogs: keys and mouse, about, the model card, the settings; each a module of its own."""

from braintumor_desktop.ui.dialogs.about import about_dialog
from braintumor_desktop.ui.dialogs.card import card_dialog
from braintumor_desktop.ui.dialogs.keys import keys_dialog
from braintumor_desktop.ui.dialogs.page import PageDialog
from braintumor_desktop.ui.dialogs.settings import SettingsDialog

__all__ = ["PageDialog", "SettingsDialog", "about_dialog", "card_dialog", "keys_dialog"]
