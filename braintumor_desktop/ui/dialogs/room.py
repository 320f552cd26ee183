"""How large a dialog may be."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

_ROUND_IT = 80  # its frame and title, and some of what stands behind it


def resize_within_screen(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog its usual size, or what a small screen has room for."""
    room = dialog.screen().availableSize()
    dialog.resize(min(width, room.width() - _ROUND_IT), min(height, room.height() - _ROUND_IT))
