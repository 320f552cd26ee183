"""Four labelled bars, always in the same order; a figure never changes its width."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from braintumor_desktop.models.classes import CLASSES, TumorClass
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.declared_texts import class_name

ROW_HEIGHT = 44


def percent(probability: float) -> str:
    """A probability in words: never 0 % or 100 %, which no network can know."""
    if probability >= 0.995:
        return ">99 %"
    return "<1 %" if probability < 0.005 else f"{100 * probability:.0f} %"


class ProbabilityBar(QWidget):
    """One class: word, probability, bar; a click shows where the network looked for it."""

    clicked = Signal(str)

    def __init__(self, tumor_class: TumorClass, tokens: theme.Tokens) -> None:
        super().__init__()
        self.tumor_class, self.tokens = tumor_class, tokens
        self.probability: float | None = None
        self.leading = self.shown = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    def sizeHint(self) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def show_probability(self, probability: float | None, *, leading: bool, shown: bool) -> None:
        """``None`` while there is none; ``shown`` marks the class that the overlay is of."""
        self.probability, self.leading, self.shown = probability, leading, shown
        self._describe()
        self.update()

    def _describe(self) -> None:
        name = class_name(self.tumor_class.key)
        value = self.tr("no finding") if self.probability is None else percent(self.probability)
        self.setAccessibleName(f"{name}: {value}")
        self.setToolTip(self.tr("Show where the network looked for: {name}").format(name=name))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        known = self.probability is not None
        area = QRectF(self.rect()).adjusted(8, 4, -8, -4)
        words = QRectF(area.left(), area.top(), area.width(), 20)
        painter.setFont(theme.sized_font(theme.BASE_PX, bold=self.leading))
        painter.setPen(QColor(self.tokens.text if known else self.tokens.secondary))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            words, middle | Qt.AlignmentFlag.AlignLeft, class_name(self.tumor_class.key)
        )
        value = percent(self.probability) if self.probability is not None else "–"
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, value)
        self._paint_bar(painter, QRectF(area.left(), words.bottom() + 4, area.width(), 6))

    def _paint_ground(self, painter: QPainter) -> None:
        hovered = self.underMouse() or self.hasFocus()
        if not (self.shown or hovered):
            return
        painter.setPen(QColor(self.tokens.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.tokens.raised))
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(ground, theme.RADIUS, theme.RADIUS)

    def _paint_bar(self, painter: QPainter, track: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.tokens.line))
        painter.drawRoundedRect(track, 3, 3)
        if self.probability is None:
            return
        filled = QRectF(track)
        filled.setWidth(max(3.0, track.width() * self.probability))
        painter.setBrush(QColor(self.tokens.class_colour(self.tumor_class.key)))
        painter.drawRoundedRect(filled, 3, 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(self.tumor_class.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit(self.tumor_class.key)
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: ARG002
        self.update()

    def leaveEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: ARG002
        self.update()


class ProbabilityBars(QWidget):
    """The four bars."""

    clicked = Signal(str)

    def __init__(self, tokens: theme.Tokens) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bars = {c.key: ProbabilityBar(c, tokens) for c in CLASSES}
        for bar in self.bars.values():
            bar.clicked.connect(self.clicked)
            column.addWidget(bar)

    def set_tokens(self, tokens: theme.Tokens) -> None:
        for bar in self.bars.values():
            bar.tokens = tokens
            bar.update()

    def show_probabilities(
        self, probabilities: dict[str, float], leading: str = "", shown: str = ""
    ) -> None:
        """Class key -> probability; classes that the model does not know show a dash."""
        for key, bar in self.bars.items():
            bar.show_probability(probabilities.get(key), leading=key == leading, shown=key == shown)
