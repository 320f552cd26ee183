"""Where the window and its panes stood last time: stored beside the settings, in base64."""

from __future__ import annotations

import base64
import binascii

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter

from braintumor_desktop.errors import SettingsError
from braintumor_desktop.settings import SettingsStore
from braintumor_desktop.ui.actions import Actions

_USUAL = (1440, 900)


PANELS = ("studies", "finding")  # actions that put a panel away


def restore_place(
    window: QMainWindow, panes: QSplitter, actions: Actions, store: SettingsStore
) -> None:
    """A sensible size, then what is stored; what cannot be read is ignored."""
    screen = window.screen().availableGeometry()
    window.resize(min(_USUAL[0], screen.width()), min(_USUAL[1], screen.height()))
    try:
        place = base64.b64decode(store.geometry.get("window", ""), validate=True)
        widths = base64.b64decode(store.geometry.get("panes", ""), validate=True)
    except (binascii.Error, ValueError):
        return
    if place:
        window.restoreGeometry(QByteArray(place))
    if widths:
        panes.restoreState(QByteArray(widths))
    for name in set(PANELS) & set(store.geometry.get("hidden", "").split()):
        actions[name].trigger()


def keep_place(
    window: QMainWindow, panes: QSplitter, actions: Actions, store: SettingsStore
) -> None:
    """Store the place together with the settings that have not been stored yet."""
    store.geometry = {
        "window": base64.b64encode(window.saveGeometry().data()).decode(),
        "panes": base64.b64encode(panes.saveState().data()).decode(),
        "hidden": " ".join(name for name in PANELS if not actions[name].isChecked()),
    }
    try:
        store.save()
    except SettingsError:
        return  # said already when a setting was changed; the window is closing
