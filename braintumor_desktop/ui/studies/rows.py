"""How the rows of the study tree are painted: patient, study, series with thumbnail and marks."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from braintumor_desktop.ui import icons, theme
from braintumor_desktop.ui.studies.tree_model import (
    COUNT,
    KIND,
    MARKS,
    PART,
    SECOND,
    SEQUENCE,
    UID,
)
from braintumor_desktop.ui.studies.wording import Mark

THUMBNAIL = 56
_HEIGHTS = {"patient": 32, "study": 28, "series": THUMBNAIL + 16}
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_ARROW = 12
_LEAST_WORD = 48  # px that are worth a shortened word
_PART_SHARE = 0.65  # of a title that is too long, at least, for what sets a part apart
_NUMBER_SHARE = 0.45  # of a heading, at most, for what stands at its right
_AnyIndex = QModelIndex | QPersistentModelIndex


def elided_title(metrics: QFontMetrics, title: str, part: str, width: int) -> str:
    """A title in its room; what sets a part apart, at its end, gives way last.

    Two parts of one series have the same words at the beginning.
    """
    right = Qt.TextElideMode.ElideRight
    name = title.removesuffix(part).rstrip(" ·")
    if not part or not name or metrics.horizontalAdvance(title) <= width:
        return metrics.elidedText(title, right, width)
    name_px, part_px = metrics.horizontalAdvance(name), metrics.horizontalAdvance(part)
    most = round((1 - _PART_SHARE) * width)
    glue = " · " if name_px <= most else " "
    room = max(width - metrics.horizontalAdvance(name + glue), width - most)
    tail = glue + metrics.elidedText(part, right, min(part_px + 1, room))  # at its width Qt elides
    return metrics.elidedText(name, right, width - metrics.horizontalAdvance(tail) + 1) + tail


class RowDelegate(QStyledItemDelegate):
    """Patients and studies are headings that fold; a series is a picture and three lines."""

    def __init__(self, tokens: theme.Tokens, tree: QTreeView) -> None:
        super().__init__(tree)
        self.tokens, self._tree = tokens, tree
        self.shown = ""  # UID of the series that is looked at

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:  # noqa: ARG002
        return QSize(0, _HEIGHTS.get(str(index.data(KIND)), 28))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(option.rect)
        row.setLeft(0)
        row = row.adjusted(4, 0, -4, 0)
        if index.data(KIND) == "series":
            self._series(painter, row.adjusted(0, 2, 0, -2), option.state, index)
        else:
            self._heading(painter, row, option.state, index)
        painter.restore()

    # -- headings -------------------------------------------------------------------------------

    def _heading(
        self, painter: QPainter, row: QRectF, state: QStyle.StateFlag, index: _AnyIndex
    ) -> None:
        patient = index.data(KIND) == "patient"
        top = not index.parent().isValid()
        if state & QStyle.StateFlag.State_HasFocus:
            self._frame(painter, row.adjusted(0, 2, 0, -2), None)
        row = row.adjusted(4 if top else 16, 0, -8, 0)
        open_ = self._tree.isExpanded(index)
        arrow = QRectF(row.left(), row.center().y() - _ARROW / 2, _ARROW, _ARROW)
        self._arrow(painter, arrow, open_=open_)
        row.setLeft(arrow.right() + 4)
        second = str(index.data(SECOND) or "")
        painter.setFont(theme.sized_font(theme.CORNER_PX))
        width = min(
            painter.fontMetrics().horizontalAdvance(second), int(row.width() * _NUMBER_SHARE)
        )
        self._text(painter, QRectF(row.right() - width, row.top(), width, row.height()), second,
                   self.tokens.secondary, align=_RIGHT)  # fmt: skip
        row.setRight(row.right() - width - 8)
        painter.setFont(theme.sized_font(theme.BASE_PX, bold=patient or top))
        colour = self.tokens.text if patient or top else self.tokens.secondary
        self._text(painter, row, str(index.data() or ""), colour)

    def _arrow(self, painter: QPainter, rect: QRectF, *, open_: bool) -> None:
        painter.save()
        painter.translate(rect.center())
        painter.rotate(0 if open_ else -90)
        painter.setPen(QPen(QColor(self.tokens.secondary), 1.5))
        painter.drawPolyline([QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2)])
        painter.restore()

    # -- a series -------------------------------------------------------------------------------

    def _series(
        self, painter: QPainter, row: QRectF, state: QStyle.StateFlag, index: _AnyIndex
    ) -> None:
        selected = index.data(UID) == self.shown
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if selected or focused or state & QStyle.StateFlag.State_MouseOver:
            tokens = self.tokens
            fill = theme.mixed(tokens.panel, tokens.accent, 0.18) if selected else tokens.raised
            self._frame(painter, row, fill, line=selected or focused)
        picture = QRectF(row.left() + 6, row.center().y() - THUMBNAIL / 2, THUMBNAIL, THUMBNAIL)
        self._thumbnail(painter, picture, index.data(Qt.ItemDataRole.DecorationRole))
        words = row.adjusted(0, 4, -8, -4)
        words.setLeft(picture.right() + 10)
        height = words.height() / 3
        first = QRectF(words.left(), words.top(), words.width(), height)
        self._title(painter, first, index)
        painter.setFont(theme.sized_font(theme.CORNER_PX))
        second = first.translated(0, height)
        self._text(painter, second, str(index.data(SECOND) or ""), self.tokens.secondary)
        third = first.translated(0, 2 * height)
        sequence = str(index.data(SEQUENCE) or "")
        marks: tuple[Mark, ...] = index.data(MARKS) or ()
        self._third(painter, third, sequence, marks)

    def _thumbnail(self, painter: QPainter, picture: QRectF, icon: object) -> None:
        painter.fillRect(picture, QColor(self.tokens.canvas))
        if isinstance(icon, QIcon) and not icon.isNull():
            icon.paint(painter, picture.toRect())
        else:  # not yet read
            middle = QRectF(0, 0, 18, 18)
            middle.moveCenter(picture.center())
            icons.paint_icon(painter, "series", theme.DARK.disabled, middle)

    def _title(self, painter: QPainter, line: QRectF, index: _AnyIndex) -> None:
        painter.setFont(theme.sized_font(theme.CORNER_PX))
        count = str(index.data(COUNT) or "")
        width = painter.fontMetrics().horizontalAdvance(count)
        self._text(painter, line, count, self.tokens.secondary, align=_RIGHT)
        painter.setFont(theme.sized_font(theme.BASE_PX))
        room = line.adjusted(0, 0, -width - 8, 0)
        title, part = str(index.data() or ""), str(index.data(PART) or "")
        fitting = elided_title(painter.fontMetrics(), title, part, int(room.width()))
        self._text(painter, room, fitting, self.tokens.text)

    def _third(
        self, painter: QPainter, line: QRectF, sequence: str, marks: tuple[Mark, ...]
    ) -> None:
        """The marks, as many as fit, then the sequence where there is room for it."""
        metrics = painter.fontMetrics()
        left, right = line.left(), line.right()
        for place, mark in enumerate(marks):
            rest = f"+{len(marks) - place}"
            more = metrics.horizontalAdvance(rest) + 8 if place + 1 < len(marks) else 0
            width = metrics.horizontalAdvance(mark.text) + 10
            if place and left + width + more > right:
                self._text(painter, QRectF(left, line.top(), right - left, line.height()),
                           rest, self.tokens.secondary)  # fmt: skip
                return
            chip = QRectF(left, line.center().y() - 8, min(width, right - left), 16)
            self._chip(painter, chip, mark)
            left = chip.right() + 4
        left += 4 if marks else 0
        if right - left >= _LEAST_WORD:
            rest_of_line = QRectF(left, line.top(), right - left, line.height())
            self._text(painter, rest_of_line, sequence, self.tokens.secondary)

    def _chip(self, painter: QPainter, rect: QRectF, mark: Mark) -> None:
        tokens = self.tokens
        colour = {"chosen": tokens.accent, "warning": tokens.warning}.get(
            mark.kind, tokens.secondary
        )
        painter.setPen(QPen(QColor(theme.mixed(tokens.panel, colour, 0.5)), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        self._text(painter, rect.adjusted(5, 0, -3, 0), mark.text, colour)

    # -- strokes --------------------------------------------------------------------------------

    def _frame(
        self, painter: QPainter, rect: QRectF, fill: str | None, *, line: bool = True
    ) -> None:
        painter.setPen(QPen(QColor(self.tokens.accent)) if line else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else QColor(fill))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS, theme.RADIUS)

    @staticmethod
    def _text(
        painter: QPainter,
        rect: QRectF,
        words: str,
        colour: str,
        align: Qt.AlignmentFlag = _LEFT,
    ) -> None:
        painter.setPen(QColor(colour))
        fitting = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, int(rect.width()) + 1
        )
        painter.drawText(rect, _MIDDLE | align, fitting)
