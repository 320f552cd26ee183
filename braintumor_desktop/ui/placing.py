"""Where the window and its panes stood last time: stored beside the settings, in base64."""

from __future__ import annotations

import base64
import binascii

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter

from braintumor_desktop.errors import SettingsError
from braintumor_desktop.settings import SettingsStore

_USUAL = (1440, 900)


def hidden_panes(panes: QSplitter) -> str:
    """The numbers of the panes that were put away, as they are stored."""
    return " ".join(str(n) for n in range(panes.count()) if panes.widget(n).isHidden())


def restore_place(window: QMainWindow, panes: QSplitter, store: SettingsStore) -> None:
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
    away = store.geometry.get("hidden", "").split()
    for number in range(panes.count()):
        panes.widget(number).setHidden(str(number) in away)


def keep_place(window: QMainWindow, panes: QSplitter, store: SettingsStore) -> None:
    """Store the place together with the settings that have not been stored yet."""
    store.geometry = {
        "window": base64.b64encode(window.saveGeometry().data()).decode(),
        "panes": base64.b64encode(panes.saveState().data()).decode(),
        "hidden": hidden_panes(panes),
    }
    try:
        store.save()
    except SettingsError:
        return  # said already when a setting was changed; the window is closing
