"""Where the window and its panes stood last time: stored beside the settings, in base64."""

from __future__ import annotations

import base64
import binascii

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QMainWindow, QSplitter

from braintumor_desktop.errors import SettingsError
from braintumor_desktop.settings import SettingsStore
from braintumor_desktop.ui.actions import Actions

_USUAL = (1440, 900)
_SHARE_OF_SCREEN = 0.9  # the rest is for the frame and title that a window manager adds
_TITLE = 40  # about what a title bar takes of the screen's height
_FULL = Qt.WindowState.WindowFullScreen
PANELS = ("studies", "finding")  # actions that put a panel away


def restore_place(
    window: QMainWindow, panes: QSplitter, actions: Actions, store: SettingsStore
) -> None:
    """A sensible size, then what is stored; what cannot be read is ignored."""
    screen = window.screen().availableGeometry()
    most = screen.size() * _SHARE_OF_SCREEN
    window.resize(min(_USUAL[0], most.width()), min(_USUAL[1], most.height()))
    try:
        place = base64.b64decode(store.geometry.get("window", ""), validate=True)
        widths = base64.b64decode(store.geometry.get("panes", ""), validate=True)
    except (binascii.Error, ValueError):
        return
    if place:
        window.restoreGeometry(QByteArray(place))
        window.setWindowState(window.windowState() & ~_FULL)  # its menu would be out of reach
    if widths:
        panes.restoreState(QByteArray(widths))
    for name in set(PANELS) & set(store.geometry.get("hidden", "").split()):
        actions[name].trigger()


def show_in_place(window: QMainWindow, store: SettingsStore) -> None:
    """Show the window as it stood; maximized the first time, and where the screen is lower now.

    The image takes what room there is, and a window that hangs below the screen hides the words on
    research use.
    """
    fits = window.height() <= window.screen().availableGeometry().height() - _TITLE
    if store.geometry.get("window") and fits:
        window.show()
    else:
        window.showMaximized()


def switch_full_screen(window: QMainWindow) -> bool:
    """Into full screen, without the menu bar, or back to where it was; True where it is full."""
    state = window.windowState() ^ _FULL
    full = bool(state & _FULL)
    window.menuBar().setVisible(not full)
    window.setWindowState(state)
    return full


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
