"""Viewports that move together: what the active one does, the others do after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from braintumor_desktop.ui.viewer.linking import Stack, crossing_line, linked_centre, share_space
from braintumor_desktop.ui.viewer.viewport import Viewport

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Series, SliceHeader


def same_series(one: Viewport, other: Viewport) -> bool:
    """Whether two viewports show one series."""
    if one.series is None or other.series is None:
        return False
    return one.series.series_instance_uid == other.series.series_instance_uid


def lies_elsewhere(source: Viewport, other: Viewport) -> bool:
    """Whether two viewports show what cannot be scrolled together: no shared space is known."""
    if source.header is None or other.header is None or same_series(source, other):
        return False
    return not share_space(source.header, other.header)


def follow_slice(source: Viewport, other: Viewport, on_shown: Callable[[], None]) -> None:
    """Show the slice that lies where that of ``source`` does; none where no slice does."""
    if source.header is None or other.series is None:
        return
    index = _index_at(source.header, other.series, other.stack, other.index)
    if index is not None and (index != other.index or other.header is None):
        other.go_to(index, on_shown)


def begin_at(others: list[Viewport], series: Series) -> int | None:
    """Where in a fresh series the others are already; ``None`` where it lies elsewhere."""
    stack = Stack.of(series)
    places = (
        _index_at(other.header, series, stack, 0) for other in others if other.header is not None
    )
    return next((index for index in places if index is not None), None)


def _index_at(header: SliceHeader, series: Series, stack: Stack | None, near: int) -> int | None:
    keys = [h.key for h in series.slices]
    if header.key in keys:
        return keys.index(header.key)
    return None if stack is None else stack.nearest(header, near)


def follow_view(source: Viewport, other: Viewport) -> None:
    """Zoom to the same scale in mm, and to the same place where both are cut alike.

    A slice that is seen as a whole keeps the others whole.  Without a spacing there is no scale to
    share, but among the slices of one series.
    """
    if source.header is None or other.header is None:
        return
    state, followed = other.state, source.state
    if followed.fitted:
        state.look(1.0, QPointF(0.5, 0.5))
        return
    if same_series(source, other):
        state.look(followed.zoom, followed.centre)
        return
    here, there = source.canvas.pixels_per_mm(), other.canvas.pixels_per_mm()
    if here is None or there is None:
        return
    centre = linked_centre(source.header, followed.centre.toTuple(), other.header)
    state.look(state.zoom * here / there, state.centre if centre is None else QPointF(*centre))


def follow_window(source: Viewport, other: Viewport) -> None:
    """See through the same window, where grey values mean the same.

    They do within a series, and between CT series (Hounsfield units).  MR values have no unit: two
    MR series are never windowed together.
    """
    if source.header is None or other.header is None:
        return
    if same_series(source, other):
        other.state.take_window(source.state, by_choice=True)
    elif source.header.modality == other.header.modality == "CT":
        other.state.take_window(source.state, by_choice=False)


def draw_crossing(source: Viewport, other: Viewport) -> None:
    """Draw on the other one where the slice of ``source`` crosses its slice."""
    line = None
    if source.header is not None and other.header is not None:
        line = crossing_line(source.header, other.header)
    other.draw_crossing(line)
