"""One part of the screen: a series, the slice of it that is shown, and how it is looked at.

The active viewport shows the session's slice; the viewer tells it which.  The others decode theirs
by themselves, through the session's memory and workers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QGridLayout, QScrollBar, QStackedWidget, QVBoxLayout, QWidget

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.drop_frame import DropFrame
from braintumor_desktop.ui.picture import Picture
from braintumor_desktop.ui.series_drag import dragged_series
from braintumor_desktop.ui.session import Session
from braintumor_desktop.ui.small import button
from braintumor_desktop.ui.states import StatePage, in_words
from braintumor_desktop.ui.viewer.canvas import Canvas, Notches
from braintumor_desktop.ui.viewer.linking import Stack
from braintumor_desktop.ui.viewer.marks import Marks
from braintumor_desktop.ui.viewer.measurements import Measurements
from braintumor_desktop.ui.viewer.placement import Point
from braintumor_desktop.ui.viewer.view_state import ViewState
from braintumor_desktop.ui.viewer.wording import (
    patient_words,
    place_words,
    series_words,
    study_words,
)
from braintumor_desktop.ui.workers import Latest

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Series, SliceHeader, Study

_PATIENCE_MS = 250  # a slice that takes longer gets words on the screen
_FRAME = 2
_PASSING_KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
)


class CrossedCanvas(Canvas):
    """A canvas on which the slice of another viewport is drawn as the line where it crosses."""

    crossing: tuple[Point, Point] | None = None
    crossing_colour = theme.DARK.accent

    def _paint_lines(self, painter: QPainter) -> None:
        placement = self.placement()
        if self.crossing is None or placement is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        start, end = (QPointF(*placement.to_canvas(*point)) for point in self.crossing)
        for pen in (QPen(QColor(0, 0, 0, 160), 3), QPen(QColor(self.crossing_colour), 1)):
            painter.setPen(pen)
            painter.drawLine(start, end)


class Viewport(QWidget):
    """Image and overlay of one slice, its scroll bar, and words where there is nothing to see."""

    wanted = Signal()  # it was clicked or scrolled, or a key was pressed in it
    stepped = Signal(int)  # slices to go
    scrolled = Signal(int)  # index to go to
    dropped = Signal(str)  # series_instance_uid

    def __init__(
        self,
        session: Session,
        tool: Callable[[], str],
        measurements: Measurements,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.state = ViewState(self)
        self.study: Study | None = None
        self.series: Series | None = None
        self.stack: Stack | None = None
        self.index = 0
        self._shown: tuple[Study | None, Series | None] = (None, None)
        self._fresh = True  # nothing of the series has been seen yet
        self._framed = self._active = False
        self._notches = Notches()
        self._decoding = Latest(session.workers)
        state = self.state
        self.image = CrossedCanvas(state, tool, overlay=False, measurements=measurements)
        self.overlay = CrossedCanvas(state, tool, overlay=True, measurements=measurements)
        self.scroll_bar = QScrollBar(Qt.Orientation.Vertical)
        self.message = StatePage(theme.DARK)  # on the black canvas, whatever the theme
        self._drop_frame: DropFrame | None = None
        self._pages = QStackedWidget()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._say_loading)
        self._build()
        self.clear()

    def _build(self) -> None:
        self.setAcceptDrops(True)
        canvases = QWidget()
        grid = self._grid = QGridLayout(canvases)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(1)
        for column, widget in enumerate((self.image, self.overlay, self.scroll_bar)):
            grid.addWidget(widget, 0, column)
        for canvas in (self.image, self.overlay):
            canvas.stepped.connect(self.stepped)
        self.scroll_bar.setAccessibleName(self.tr("Slice of the series"))
        self.scroll_bar.valueChanged.connect(self.scrolled)
        kept = self.scroll_bar.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the image must not move when it comes and goes
        self.scroll_bar.setSizePolicy(kept)
        self._pages.addWidget(canvases)
        self._pages.addWidget(self.message)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._pages)
        again = button(self.tr("Open again"))
        again.setToolTip(self.tr("Read the files of this study again, as they are now"))
        again.clicked.connect(self._open_again)
        self.message.add_button(again, kinds=("error",))
        self.message.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for part in (self.image, self.overlay, self.scroll_bar, self.message):
            part.installEventFilter(self)
        for word in self.message.findChildren(QWidget):
            word.installEventFilter(self)
        self.set_frame(framed=False, active=True)

    # -- how it looks ---------------------------------------------------------------------------

    def set_parts(self, *, image: bool, overlay: bool) -> None:
        """Show the untouched image, the canvas with the overlay, or both side by side."""
        for column, (canvas, shown) in enumerate(((self.image, image), (self.overlay, overlay))):
            canvas.setVisible(shown)
            self._grid.setColumnStretch(column, int(shown))

    def set_frame(self, *, framed: bool, active: bool) -> None:
        """Among several, the one that panel, strip and keys speak of has a frame."""
        self._framed, self._active = framed, active
        margin = _FRAME if framed else 0
        self._column.setContentsMargins(margin, margin, margin, margin)
        self.update()

    @property
    def canvas(self) -> CrossedCanvas:
        """The canvas that is seen; of two, the untouched image."""
        return self.overlay if self.image.isHidden() else self.image

    @property
    def tab_parts(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in its order; what is hidden is passed over."""
        return self.image, self.overlay, self.message

    def take_focus(self) -> None:
        """The keys of the keyboard go to this one."""
        on_canvas = self._pages.currentIndex() == 0
        (self.canvas if on_canvas else self.message).setFocus()

    def draw_crossing(self, line: tuple[Point, Point] | None) -> None:
        """Draw where the active slice crosses this one, or nothing."""
        for canvas in (self.image, self.overlay):
            if canvas.crossing != line:
                canvas.crossing = line
                canvas.update()

    def write_marks(self, *, note: str = "", corner_texts: bool = True) -> Marks | None:
        """Write in the corners what the picture shown is of; ``None`` where there is none."""
        if self.state.picture is None:
            return None
        study, series = self._shown
        marks = Marks(
            self.tr("Image"),
            place_words(series, self.state.picture.header),
            series_words(series),
            note=note,
            patient=patient_words(study),
            study=study_words(study),
            corner_texts=corner_texts,
        )
        for canvas in (self.image, self.overlay):
            canvas.marks = marks
            canvas.update()
        return marks

    # -- what it shows --------------------------------------------------------------------------

    @property
    def header(self) -> SliceHeader | None:
        """The slice that is seen."""
        return None if self.state.picture is None else self.state.picture.header

    def take_series(self, study: Study | None, series: Series) -> None:
        """Show another series; what is seen stays until its first slice is there."""
        self._decoding.cancel()
        self.keep_series(study, series)
        self._fresh = True

    def keep_series(self, study: Study | None, series: Series) -> None:
        """The same series, grown or read anew."""
        self.study, self.series, self.stack = study, series, Stack.of(series)
        if self.header in series.slices:  # of a series that comes the picture is not yet there
            self._shown = (study, series)

    def clear(self) -> None:
        """Show nothing, and say how to fill it."""
        self._decoding.cancel()
        self._patience.stop()
        self.study = self.series = self.stack = None
        self.index, self._fresh, self._shown = 0, True, (None, None)
        self.draw_crossing(None)
        self.state.show(None, new_series=True)
        self._set_range(0, 0)
        self.message.say(
            "series",
            self.tr("Drag a series here"),
            self.tr("or click here, then choose one in the list."),
        )
        self._pages.setCurrentWidget(self.message)

    def place_at(self, index: int, count: int) -> None:
        """The slice that the session was asked for; its picture may take a while."""
        self._decoding.cancel()  # what this viewport wanted while it was not the active one
        self._expect(index, count)

    def _expect(self, index: int, count: int) -> None:
        self.index = index
        self._set_range(index, count)
        self._patience.start()

    def show_picture(self, picture: Picture | None) -> bool:
        """Show a slice; True where it is the first one of its series that is seen."""
        first, self._fresh = self._fresh, self._fresh and picture is None
        self._shown = (self.study, self.series)
        self.state.show(picture, new_series=first and picture is not None)
        if picture is None:
            return False
        self._patience.stop()
        self._pages.setCurrentIndex(0)
        return first

    def fail(self, error: Exception) -> None:
        """Say in place why a slice cannot be shown."""
        self._patience.stop()
        self.state.show(None)
        what, remedy = in_words(error)
        title = self.tr("This slice cannot be shown")
        self.message.say("error", title, f"{what}\n{remedy}", kind="error")
        self._pages.setCurrentWidget(self.message)

    def _open_again(self) -> None:
        if self.study is not None:
            self._session.open_again(self.study)

    def go_to(self, index: int, on_shown: Callable[[], None]) -> None:
        """Show another slice although this is not the active one."""
        if self.series is None:
            return
        self._expect(index, len(self.series))
        header = self.series.slices[index]

        def show(picture: Picture) -> None:
            self.show_picture(picture)
            on_shown()

        self._session.read_beside(header, self._decoding, show, self.fail)

    def _set_range(self, index: int, count: int) -> None:
        self.scroll_bar.blockSignals(True)
        self.scroll_bar.setRange(0, max(count - 1, 0))
        self.scroll_bar.setPageStep(max(1, count // 10))
        self.scroll_bar.setValue(index)
        self.scroll_bar.blockSignals(False)
        self.scroll_bar.setVisible(count > 1)

    def _say_loading(self) -> None:
        if self.state.picture is None:
            self.message.say("image", self.tr("Reading the slice"), kind="loading")
            self._pages.setCurrentWidget(self.message)

    # -- what Qt calls --------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever clicks, scrolls or presses a key in a viewport means that one from then on.

        That the focus came is not enough: Qt moves it too where something else was hidden.
        """
        kind = event.type()
        by_hand = kind in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.ShortcutOverride:
            by_hand = event.key() not in _PASSING_KEYS
        if by_hand:
            self.wanted.emit()
        elif kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if watched is self.message and isinstance(event, QWheelEvent):
            self.canvas.wheelEvent(event)  # past a slice that cannot be shown
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if not self._framed:
            return
        painter, width = QPainter(self), _FRAME if self._active else 1
        tokens = theme.DARK  # around the black canvas
        frame = tokens.accent if self._active else tokens.line
        if not self._active and self._has_focus():
            frame = tokens.text
        painter.fillRect(self.rect(), QColor(frame))
        inside = self.rect().adjusted(width, width, -width, -width)
        painter.fillRect(inside, QColor(theme.DARK.canvas))

    def _has_focus(self) -> bool:
        return any(part.hasFocus() for part in self.tab_parts)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Through the stack also where a slice cannot be shown."""
        event.accept()
        if notches := self._notches.take(event):
            self.stepped.emit(-notches)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_series(event.mimeData()) is None:
            event.ignore()  # files are for the window
            return
        event.acceptProposedAction()
        if self._drop_frame is None:
            self._drop_frame = DropFrame(self, theme.DARK, self.tr("Drop to show here"))
        self._drop_frame.cover(self.rect())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002
        if self._drop_frame is not None:
            self._drop_frame.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._drop_frame is not None:
            self._drop_frame.hide()
        uid = dragged_series(event.mimeData())
        if uid is not None:
            event.acceptProposedAction()
            self.dropped.emit(uid)
