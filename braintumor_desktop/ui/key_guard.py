"""Controls reached by Tab keep the keys that they need; a click leaves the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QScrollArea,
    QWidget,
)

_KINDS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox)
_NAVIGATION = {
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
}  # fmt: skip


class KeyGuard(QObject):
    """Watches the controls of a window."""

    def watch(self, window: QWidget) -> None:
        """Begin to watch every control that the window has now.

        An area that scrolls follows the focus of what stands in it, and needs none of its own.
        """
        for area in window.findChildren(QScrollArea):
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for kind in _KINDS:
            for widget in window.findChildren(kind):
                widget.installEventFilter(self)
                if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                    widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            button = isinstance(watched, QAbstractButton)
            wanted = {Qt.Key.Key_Space} if button else _NAVIGATION | {Qt.Key.Key_Space}
            if event.key() in wanted and not event.modifiers():
                event.accept()
                return True
        return super().eventFilter(watched, event)
