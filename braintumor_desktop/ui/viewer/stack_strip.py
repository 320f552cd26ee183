"""Findings by slice: one column a slice, its leading class and how sure; click to go there."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from braintumor_desktop.ui.declared_texts import abstention_words, class_name
from braintumor_desktop.ui.probability_bars import percent
from braintumor_desktop.ui.theme import Tokens
from braintumor_desktop.ui.viewer.layers import Kept

if TYPE_CHECKING:
    from braintumor_desktop.inference.finding import Finding

_EDGE, _WIDEST = 12.0, 48.0


class StackStrip(QWidget):
    """Paints what is known of each slice of the series."""

    chosen = Signal(int)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tokens = tokens
        self._findings: list[Finding | None] = []
        self._failed: set[int] = set()
        self._withheld: Set[int] = frozenset()
        self._index = 0
        self._bars: Kept[QImage] = Kept()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Findings by slice"))

    def sizeHint(self) -> QSize:
        return QSize(200, 36)

    def show_findings(
        self,
        findings: list[Finding | None],
        failed: set[int],
        index: int,
        withheld: Set[int] = frozenset(),
    ) -> None:
        """Show the findings of a series (``None`` where not read or withheld), and the eye."""
        self._findings, self._failed, self._index = findings, failed, index
        self._withheld = withheld
        self.update()

    def show_index(self, index: int) -> None:
        """The eye went on; what is known of the slices is as before."""
        self._index = index
        self.update()

    @property
    def withheld(self) -> int:
        """Of how many slices nothing may be seen yet."""
        return len(self._withheld)

    @property
    def _width(self) -> float:
        """Of one column: a few slices do not become a wall of colour."""
        return min((self.width() - 2 * _EDGE) / max(len(self._findings), 1), _WIDEST)

    def _column(self, index: int) -> QRectF:
        width = self._width
        return QRectF(_EDGE + index * width, 4, width, self.height() - 8)

    def _around(self, index: int) -> QRectF:
        """A frame: a line over the column would hide its colour, or be taken for one."""
        column = self._column(index)
        width = max(column.width() + 1, 5.0)
        frame = QRectF(column.center().x() - width / 2 - 0.5, 1, width, self.height() - 2)
        return frame.toAlignedRect().adjusted(0, 0, -1, -1).toRectF()

    def _index_at(self, x: float) -> int:
        return min(max(int((x - _EDGE) / self._width), 0), len(self._findings) - 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        style = (frozenset(self._failed), self.tokens, self.size().toTuple(), ratio)
        bars = self._bars.get(tuple(self._findings), style, lambda: self._painted(ratio))
        painter.drawImage(0, 0, bars)
        if self._findings:
            painter.setPen(QColor(self.tokens.text))
            painter.drawRect(self._around(self._index))

    def _painted(self, ratio: float) -> QImage:
        """The columns without the mark of the eye, which alone moves while the series is played."""
        image = QImage(self.size() * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor(self.tokens.panel))
        painter = QPainter(image)
        for index, finding in enumerate(self._findings):
            self._paint_column(painter, index, finding)
        painter.end()
        return image

    def _paint_column(self, painter: QPainter, index: int, finding: Finding | None) -> None:
        column = self._column(index)
        gap = 1.0 if column.width() > 3 else 0.0
        bar = column.adjusted(0, 0, -gap, 0)
        if finding is not None and finding.abstention is not None:
            bar.setTop(bar.center().y() - 1)  # a dash half-way up: read, and no class
            bar.setHeight(2)
            painter.fillRect(bar, QColor(self.tokens.warning))
            return
        if finding is None:
            colour = self.tokens.error if index in self._failed else self.tokens.line
            bar.setTop(bar.bottom() - 3)
            painter.fillRect(bar, QColor(colour))
            return
        share = float(finding.probabilities[finding.leading_index])
        bar.setTop(bar.bottom() - max(3.0, share * column.height()))
        painter.fillRect(bar, QColor(self.tokens.class_colour(finding.leading_key)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(event.position())

    def _choose(self, position: QPointF) -> None:
        if self._findings:
            self.chosen.emit(self._index_at(position.x()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self._findings:
            position = self.mapFromGlobal(self.cursor().pos())
            QToolTip.showText(self.cursor().pos(), self._words(self._index_at(position.x())), self)
            return True
        return super().event(event)

    def _words(self, index: int) -> str:
        finding = self._findings[index]
        place = self.tr("Slice {number}").format(number=index + 1)
        if index in self._withheld:
            withheld = self.tr("record your impression first")
            return f"{place}: {withheld}"
        if finding is None:
            none = self.tr("no finding") if index in self._failed else self.tr("not yet read")
            return f"{place}: {none}"
        if finding.abstention is not None:
            return f"{place}: {abstention_words(finding.abstention)}"
        share = percent(float(finding.probabilities[finding.leading_index]))
        return f"{place}: {class_name(finding.leading_key)} {share}"
