"""One canvas: paints the slice (and the overlay on it) and turns the mouse into intentions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.picture import Picture
from braintumor_desktop.ui.viewer.layers import Layers
from braintumor_desktop.ui.viewer.marks import Marks, paint_marks
from braintumor_desktop.ui.viewer.measurement_marks import paint_measurements
from braintumor_desktop.ui.viewer.measurements import Measurements, MeasuringMouse
from braintumor_desktop.ui.viewer.measuring import probe
from braintumor_desktop.ui.viewer.placement import Placement
from braintumor_desktop.ui.viewer.view_state import ViewState

if TYPE_CHECKING:
    from braintumor_desktop.inference.finding import Finding

MARGIN = 12
_WHEEL_NOTCH = 120


class Notches:
    """Counts the wheel in whole notches: a touchpad sends small parts of one."""

    def __init__(self) -> None:
        self._turned = 0

    def take(self, event: QWheelEvent) -> int:
        """Whole notches since the last ones; away from the hand is positive."""
        self._turned += event.angleDelta().y()
        notches = int(self._turned / _WHEEL_NOTCH)
        self._turned -= notches * _WHEEL_NOTCH
        return notches


class Canvas(QWidget):
    """A slice on black, fitted, square pixels; with ``overlay`` it also shows where was looked."""

    stepped = Signal(int)  # slices to go

    def __init__(
        self,
        state: ViewState,
        tool: Callable[[], str],
        *,
        overlay: bool,
        measurements: Measurements | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state, self._tool, self.overlay = state, tool, overlay
        self.marks = Marks()
        self.measurements = measurements or Measurements(self)
        self._measuring = MeasuringMouse(self.measurements)
        self._pointer: QPointF | None = None
        self.finding: Finding | None = None
        self.class_index = 0
        self.opacity, self.colour_map, self.overlay_on = 0.5, "inferno", True
        self.threshold = 0.0
        self._layers = Layers()
        self._last = QPoint()
        self._dragging = Qt.MouseButton.NoButton
        self._notches = Notches()
        self.came_by_key = False  # a frame round the image, for whoever walks by Tab
        self.setMinimumSize(QSize(140, 140))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Overlay") if overlay else self.tr("Image"))
        self.setMouseTracking(True)
        state.changed.connect(self.update)
        self.measurements.changed.connect(self.update)

    # -- geometry -------------------------------------------------------------------------------

    def placement(self) -> Placement | None:
        """Where the slice stands on the canvas; ``None`` where there is none."""
        picture = self._state.picture
        if picture is None:
            return None
        row_mm, column_mm = picture.header.spacing or (1.0, 1.0)
        rows, columns = picture.slice.pixels.shape
        centre = self._state.centre
        return Placement.fitted(
            columns,
            rows,
            (column_mm, row_mm),
            room=(max(self.width() - 2 * MARGIN, 1), max(self.height() - 2 * MARGIN, 1)),
            middle=(self.width() / 2, self.height() / 2),
            zoom=self._state.zoom,
            centre=(centre.x(), centre.y()),
            turn=self._state.turn,
        )

    def image_rect(self) -> QRectF:
        """Where the slice stands on the canvas, outer edge to outer edge."""
        placement = self.placement()
        return QRectF() if placement is None else QRectF(*placement.bounds())

    def pixels_per_mm(self) -> float | None:
        """Screen pixels a millimetre; ``None`` where the spacing is not known."""
        picture, placement = self._state.picture, self.placement()
        if picture is None or placement is None or picture.header.spacing is None:
            return None
        return placement.scale

    def share_at(self, position: QPointF) -> QPointF:
        """A point of the canvas as a share of the slice's width and height."""
        placement = self.placement()
        if placement is None:
            return QPointF(0.5, 0.5)
        return QPointF(*placement.share_at(position.x(), position.y()))

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#000000"))
        picture = self._state.picture
        if picture is None:
            self._layers.forget()
            return
        self._paint_slice(painter, picture)
        self._paint_lines(painter)
        self._paint_measurements(painter, picture)
        paint_marks(painter, self, self._state, self.marks)
        if self.came_by_key:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.DARK.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_lines(self, painter: QPainter) -> None:
        """What lies on the slice below the measurements and the words."""

    def _paint_slice(self, painter: QPainter, picture: Picture) -> None:
        state, layers, rect = self._state, self._layers, self.image_rect()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        grey = layers.grey(picture, state.window, inverted=state.inverted, turn=state.turn)
        painter.drawImage(rect, layers.smaller(grey, rect, self.devicePixelRatioF()))
        if self.finding is None or not (self.overlay and self.overlay_on):
            return
        style = (self.class_index, self.opacity, self.colour_map)
        threshold, turn = self.threshold, state.turn
        over = layers.overlay(picture, self.finding, *style, threshold=threshold, turn=turn)
        if over is not None:
            painter.drawImage(rect, over)

    def _paint_measurements(self, painter: QPainter, picture: Picture) -> None:
        key, placement = picture.header.key, self.placement()
        drawn = tuple(self.measurements.on(key))
        if not drawn or placement is None:
            return
        chosen, ratio = self.measurements.selected_on(key), self.devicePixelRatioF()
        style = (drawn, chosen, placement, self.size().toTuple(), ratio)

        def draw(on: QPainter) -> None:
            paint_measurements(on, placement, picture.slice, self.measurements)

        self._layers.drawing(painter, picture, style, self.size(), draw)

    # -- focus ----------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        self._frame_focus(seen=by_key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._frame_focus(seen=False)

    def _frame_focus(self, *, seen: bool) -> None:
        self.came_by_key = seen
        self.update()

    # -- mouse ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._frame_focus(seen=False)
        self._last, self._dragging = event.position().toPoint(), event.button()
        picture, placement = self._state.picture, self.placement()
        if event.button() != Qt.MouseButton.LeftButton or picture is None or placement is None:
            return
        at = event.position().toTuple()
        self._measuring.press(picture.header.key, placement, at, self._tool())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        self._dragging = Qt.MouseButton.NoButton
        placement = self.placement()
        if placement is not None:
            self._measuring.release(placement)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def probe_words(self) -> tuple[str, ...]:
        """The pixel under the pointer: where it is and what it is worth."""
        picture, placement = self._state.picture, self.placement()
        if picture is None or placement is None or self._pointer is None:
            return ()
        at = placement.to_slice(self._pointer.x(), self._pointer.y())
        return probe(picture.slice, *at)

    def grab_clean(self) -> QImage:
        """What is seen, in device pixels, but for the pixel under the pointer and the focus."""
        kept = self._pointer, self.came_by_key
        self._pointer, self.came_by_key = None, False
        try:
            return self.grab().toImage()
        finally:
            self._pointer, self.came_by_key = kept

    def _point_at(self, position: QPointF | None) -> None:
        self._pointer = position
        self.update(QRect(self.width() - 240, 0, 240, 120))  # the corner that says it

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._state.fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(event.position())
        placement = self.placement()
        if self._measuring.holding and placement is not None:
            self._measuring.move(placement, event.position().toTuple())
            return
        if self._dragging == Qt.MouseButton.NoButton or self._state.picture is None:
            return
        now = event.position().toPoint()
        moved, self._last = now - self._last, now
        intention = {
            Qt.MouseButton.LeftButton: self._tool(),
            Qt.MouseButton.MiddleButton: "pan",
            Qt.MouseButton.RightButton: "zoom",
        }.get(self._dragging)
        if intention is not None:
            self.drag(intention, moved.x(), moved.y())

    def drag(self, intention: str, dx: float, dy: float) -> None:
        """The mouse went this far with a tool: ``window``, ``pan`` or ``zoom``."""
        placement = self.placement()
        if placement is None:
            return
        if intention == "window":
            self._state.drag_window(dx, dy)
        elif intention == "pan":
            self._state.pan_by(QPointF(*placement.share_moved(dx, dy)))
        elif intention == "zoom":
            self._state.zoom_by(1.01**-dy)

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = self._notches.take(event)
        event.accept()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if notches:
                self._state.zoom_by(1.2**notches, self.share_at(event.position()))
        elif notches:
            self.stepped.emit(-notches)
