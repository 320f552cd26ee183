"""The measurements of every slice, while its study is open; and the mouse that draws them."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import get_args

from PySide6.QtCore import QObject, Signal

from braintumor_desktop.imaging.study import Slice
from braintumor_desktop.ui.viewer.measuring import Kind, Measurement, in_words
from braintumor_desktop.ui.viewer.placement import Placement, Point

SliceKey = tuple[str, int]
TOOLS: tuple[str, ...] = get_args(Kind)
_NEAR = 6.0  # canvas units within which a point or a line is taken hold of
_SMALLEST = 3.0  # a click that hardly moved draws nothing


class Measurements(QObject):
    """What was drawn on which slice; one of it may be selected."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by_slice: dict[SliceKey, list[Measurement]] = {}
        self._words: dict[tuple[SliceKey, Measurement], tuple[str, ...]] = {}
        self.selected: tuple[SliceKey, int] | None = None

    def on(self, key: SliceKey) -> list[Measurement]:
        """The measurements of a slice, in the order in which they were drawn."""
        return list(self._by_slice.get(key, ()))

    def selected_on(self, key: SliceKey) -> int | None:
        """Index of the selected measurement, if it is on this slice."""
        return self.selected[1] if self.selected is not None and self.selected[0] == key else None

    def add(self, key: SliceKey, measurement: Measurement) -> None:
        """Draw a measurement and select it."""
        drawn = self._by_slice.setdefault(key, [])
        drawn.append(measurement)
        self.select(key, len(drawn) - 1)

    def replace(self, key: SliceKey, index: int, measurement: Measurement) -> None:
        self._by_slice[key][index] = measurement
        self.changed.emit()

    def select(self, key: SliceKey, index: int | None) -> None:
        """Select one of a slice's measurements, or none."""
        self.selected = None if index is None else (key, index)
        self.changed.emit()

    def delete(self, key: SliceKey, index: int) -> None:
        del self._by_slice[key][index]
        self.select(key, None)

    def delete_selected(self, key: SliceKey) -> None:
        """Delete the selected measurement of the slice on screen, if there is one."""
        index = self.selected_on(key)
        if index is not None:
            self.delete(key, index)

    def delete_all(self, key: SliceKey) -> None:
        """Delete every measurement of a slice."""
        self._by_slice.pop(key, None)
        self.select(key, None)

    def keep_only(self, keys: Collection[SliceKey]) -> None:
        """Forget slices that are no longer open."""
        for key in [k for k in self._by_slice if k not in keys]:
            del self._by_slice[key]
        self._words.clear()
        if self.selected is not None and self.selected[0] not in self._by_slice:
            self.selected = None

    def words(self, slice_: Slice, measurement: Measurement) -> tuple[str, ...]:
        """The lines beside a measurement; kept, as a slice is painted often."""
        key = (slice_.header.key, measurement)
        if key not in self._words:
            if len(self._words) > 256:
                self._words.clear()
            self._words[key] = in_words(measurement, slice_)
        return self._words[key]


@dataclass(frozen=True)
class _Hold:
    """What the mouse holds: which measurement, which part of it, and where it was taken."""

    key: SliceKey
    index: int
    part: str  # "start", "end" or "whole"
    taken_at: Point
    before: Measurement
    fresh: bool = False


class MeasuringMouse:
    """Draws, selects and moves measurements; points come in canvas coordinates."""

    def __init__(self, measurements: Measurements) -> None:
        self._measurements = measurements
        self._hold: _Hold | None = None

    def press(self, key: SliceKey, placement: Placement, at: Point, tool: str) -> bool:
        """Take hold of what is near, or begin to draw; False where the tool does something else."""
        held = self._near(key, placement, at)
        if held is None and tool in TOOLS:
            point = _inside(placement, placement.to_slice(*at))
            kind: Kind = "ellipse" if tool == "ellipse" else "length"
            fresh = Measurement(kind, point, point)
            self._measurements.add(key, fresh)
            index = len(self._measurements.on(key)) - 1
            self._hold = _Hold(key, index, "end", at, fresh, fresh=True)
            return True
        self._hold = held
        if held is not None:
            self._measurements.select(key, held.index)
        elif self._measurements.selected_on(key) is not None:
            self._measurements.select(key, None)
        return held is not None

    def move(self, placement: Placement, at: Point) -> None:
        """The mouse went on with what it holds."""
        hold = self._still_there()
        if hold is None:
            return
        now = placement.to_slice(*at)
        if hold.part == "whole":
            then = placement.to_slice(*hold.taken_at)
            changed = hold.before.moved(now[0] - then[0], now[1] - then[1])
        elif hold.part == "start":
            changed = replace(hold.before, start=_inside(placement, now))
        else:
            changed = replace(hold.before, end=_inside(placement, now))
        self._measurements.replace(hold.key, hold.index, changed)

    def release(self, placement: Placement) -> None:
        """Let go; what is too small to have been meant is taken away."""
        hold, self._hold = self._still_there(), None
        if hold is None or not hold.fresh:
            return
        drawn = self._measurements.on(hold.key)[hold.index]
        start, end = placement.to_canvas(*drawn.start), placement.to_canvas(*drawn.end)
        if math.dist(start, end) < _SMALLEST:
            self._measurements.delete(hold.key, hold.index)

    def _still_there(self) -> _Hold | None:
        """What is held, unless a key deleted it meanwhile."""
        hold = self._hold
        if hold is not None and hold.index >= len(self._measurements.on(hold.key)):
            self._hold = None
        return self._hold

    @property
    def holding(self) -> bool:
        return self._hold is not None

    def _near(self, key: SliceKey, placement: Placement, at: Point) -> _Hold | None:
        """The uppermost measurement near a point; its ends go before its line."""
        drawn = list(enumerate(self._measurements.on(key)))[::-1]
        for index, measurement in drawn:
            for part, point in (("end", measurement.end), ("start", measurement.start)):
                if math.dist(placement.to_canvas(*point), at) <= _NEAR:
                    return _Hold(key, index, part, at, measurement)
        for index, measurement in drawn:
            line = [placement.to_canvas(*p) for p in measurement.outline()]
            if min(map(_distance, [at] * len(line), line, line[1:])) <= _NEAR:
                return _Hold(key, index, "whole", at, measurement)
        return None


def _inside(placement: Placement, point: Point) -> Point:
    return (
        min(max(point[0], 0.0), float(placement.columns)),
        min(max(point[1], 0.0), float(placement.rows)),
    )


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to a piece of a line."""
    along = (end[0] - start[0], end[1] - start[1])
    squared = along[0] ** 2 + along[1] ** 2
    share = 0.0
    if squared:
        share = ((point[0] - start[0]) * along[0] + (point[1] - start[1]) * along[1]) / squared
    share = min(max(share, 0.0), 1.0)
    return math.dist(point, (start[0] + share * along[0], start[1] + share * along[1]))
