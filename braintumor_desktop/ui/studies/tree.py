"""The tree as it takes the mouse: a press may begin a drag, so only a click or a key chooses."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTreeView


class SeriesTree(QTreeView):
    """Says while the mouse is being pressed, and when a drag has ended.

    Qt makes a row the current one when the mouse goes down on it: what is dragged to one part of
    the screen would be shown in another first.
    """

    drag_ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pressing = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressing = True
        super().mousePressEvent(event)
        self.pressing = False

    def startDrag(self, actions: Qt.DropAction) -> None:
        super().startDrag(actions)
        self.drag_ended.emit()
