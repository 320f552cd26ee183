"""What is seen while something is dragged over the window or a part of it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from braintumor_desktop.ui import icons, theme

_GROUND = QColor(8, 12, 18, 238)  # words below it must not mix with its own


class DropFrame(QWidget):
    """Covers its parent with an accent frame and says what will happen."""

    def __init__(self, parent: QWidget, tokens: theme.Tokens, words: str = "") -> None:
        super().__init__(parent)
        self.tokens, self._words = tokens, words or self.tr("Drop to open")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self, rect: QRect) -> None:
        self.setGeometry(rect)
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), _GROUND)
        painter.setPen(QPen(QColor(theme.DARK.accent), 2))
        frame = QRectF(self.rect()).adjusted(12, 12, -12, -12)
        painter.drawRoundedRect(frame, 12, 12)
        x, y = frame.center().x(), frame.top() + frame.height() / 3  # what is dragged covers less
        mark = QRectF(x - 24, y - 60, 48, 48)
        icons.paint_icon(painter, "drop", theme.DARK.accent, mark)
        painter.setPen(QColor(theme.DARK.text))
        painter.setFont(theme.sized_font(theme.LEADING_PX, bold=True))
        words = QRectF(frame.left(), y, frame.width(), 32)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._words)
