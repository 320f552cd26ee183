"""How the slice of one viewport is looked at: window, zoom, pan, turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal

from braintumor_desktop.imaging.turn import UPRIGHT, Turn

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Window
    from braintumor_desktop.ui.picture import Picture

SMALLEST_ZOOM, LARGEST_ZOOM = 0.2, 40.0
_RANGE_DRAG_PX = 400  # a drag this long changes the window by the slice's whole range


class ViewState(QObject):
    """Window, zoom, pan and turn.

    Attributes
    ----------
    zoom
        1 fits the slice into the canvas.
    centre
        What stands in the middle of the canvas, as a share (0..1) of the slice's width and height.
    turn
        How the slice is rotated and mirrored.
    """

    changed = Signal()
    moved = Signal()  # zoomed, panned or fitted by hand; other viewports may follow
    windowed = Signal()  # window or inversion changed by hand; other viewports may follow

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.picture: Picture | None = None
        self.zoom = 1.0
        self.centre = QPointF(0.5, 0.5)
        self.turn: Turn = UPRIGHT
        self.inverted = False
        self.invert_direction = False
        self._own: Window | None = None  # set by hand; holds over the slices of a series
        self._preset = 0

    # -- window ---------------------------------------------------------------------------------

    @property
    def window(self) -> Window | None:
        """The window in force; ``None`` means the file's VOI LUT."""
        if self._own is not None or self.picture is None:
            return self._own
        return self.picture.windows[min(self._preset, len(self.picture.windows) - 1)]

    @property
    def numbers(self) -> Window | None:
        """The window in numbers, also where a VOI LUT is in force."""
        if self.picture is None:
            return self._own
        if (window := self.window) is not None:
            return window
        from braintumor_desktop.imaging import default_window

        return default_window(self.picture.slice)

    def choose_preset(self, index: int) -> None:
        """Take one of the slice's windows; nothing happens where there is no such window."""
        if self.picture is not None and 0 <= index < len(self.picture.windows):
            self._own, self._preset = None, index
            self._say_windowed()

    @property
    def preset(self) -> int | None:
        """Which of the slice's windows is in force; ``None`` when it was set by hand."""
        if self._own is not None or self.picture is None:
            return None
        return min(self._preset, len(self.picture.windows) - 1)

    def drag_window(self, dx: float, dy: float) -> None:
        """Right is wider; down is darker, or brighter with the direction inverted."""
        old = self.numbers
        if old is None or self.picture is None:
            return
        from braintumor_desktop.imaging import Window

        whole = self.picture.windows[-1]
        span = whole.width if whole is not None else old.width
        step = span / _RANGE_DRAG_PX
        darker = dy if not self.invert_direction else -dy
        if self.picture.slice.inverted != self.inverted:
            darker = -darker  # shown turned over: a higher centre would brighten
        width = max(old.width + dx * step, span / 4096)
        function = old.function if old.function == "SIGMOID" else "LINEAR_EXACT"
        self._own = Window(old.center + darker * step, width, "", function)
        self._say_windowed()

    def toggle_inverted(self) -> None:
        self.inverted = not self.inverted
        self._say_windowed()

    def take_window(self, other: ViewState, *, by_choice: bool) -> None:
        """See through the window of another viewport, without saying so to others.

        ``by_choice`` where both look at one series: the same choice among the slices' own windows.
        Else the same numbers.
        """
        self._own = other._own if by_choice else other.numbers
        self._preset = other._preset if by_choice else self._preset
        self.inverted = other.inverted
        self.changed.emit()

    def _say_windowed(self) -> None:
        self.changed.emit()
        self.windowed.emit()

    # -- geometry -------------------------------------------------------------------------------

    def zoom_by(self, factor: float, anchor: QPointF | None = None) -> None:
        """Zoom; the point ``anchor`` (a share of the slice) stays where it is on screen."""
        old = self.zoom
        self.zoom = min(max(old * factor, SMALLEST_ZOOM), LARGEST_ZOOM)
        if anchor is not None:
            self.centre = anchor + (self.centre - anchor) * (old / self.zoom)
        self._say_moved()

    def pan_by(self, share: QPointF) -> None:
        """Move the slice by a share of its width and height."""
        self.centre -= share
        self._say_moved()

    def flip_horizontally(self) -> None:
        """Mirror what is seen, left to right."""
        self._turn_to(self.turn.flipped_horizontally())

    def flip_vertically(self) -> None:
        """Mirror what is seen, top to bottom."""
        self._turn_to(self.turn.flipped_vertically())

    def rotate(self) -> None:
        """Turn what is seen by 90 degrees clockwise."""
        self._turn_to(self.turn.rotated())

    def _turn_to(self, turn: Turn) -> None:
        self.turn = turn
        self.changed.emit()

    def fit(self) -> None:
        """The whole slice, in the middle."""
        self.zoom, self.centre = 1.0, QPointF(0.5, 0.5)
        self._say_moved()

    @property
    def fitted(self) -> bool:
        """Whether the whole slice is seen, in the middle."""
        return self.zoom == 1.0 and self.centre == QPointF(0.5, 0.5)

    def look(self, zoom: float, centre: QPointF) -> None:
        """Zoom and pan as another viewport does, without saying so to others."""
        self.zoom = min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)
        self.centre = centre
        self._keep_in_sight()
        self.changed.emit()

    def _say_moved(self) -> None:
        self._keep_in_sight()
        self.changed.emit()
        self.moved.emit()

    def reset(self) -> None:
        """Window, inversion, zoom, pan and turn as they were at first."""
        self._begin()
        self.changed.emit()
        self.windowed.emit()
        self.moved.emit()

    def _begin(self) -> None:
        self._own, self._preset, self.inverted = None, 0, False
        self.turn = UPRIGHT
        self.zoom, self.centre = 1.0, QPointF(0.5, 0.5)

    def show(self, picture: Picture | None, *, new_series: bool = False) -> None:
        """Look at another slice; a new series starts with its own window, fitted."""
        self.picture = picture
        if new_series:
            self._begin()
        self.changed.emit()

    def _keep_in_sight(self) -> None:
        self.centre = QPointF(
            min(max(self.centre.x(), 0.0), 1.0), min(max(self.centre.y(), 0.0), 1.0)
        )
