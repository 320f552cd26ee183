"""The viewports on the screen: how many, which one is the active one, and that they move together.

A layout shows one viewport (image, overlay, or both side by side) or several, each with a series of
its own.  Viewports that a smaller layout does not show keep what they have for a larger one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from braintumor_desktop.settings import Layout
from braintumor_desktop.ui.viewer import link
from braintumor_desktop.ui.viewer.viewport import Viewport

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Series


@dataclass(frozen=True)
class Arrangement:
    """How many viewports in how many columns, and which canvases of each."""

    viewports: int = 1
    columns: int = 1
    image: bool = False
    overlay: bool = True


ARRANGEMENTS: dict[Layout, Arrangement] = {
    "side_by_side": Arrangement(image=True),
    "image": Arrangement(image=True, overlay=False),
    "overlay": Arrangement(),
    "two_series": Arrangement(2, 2),
    "four_series": Arrangement(4, 2),
}


class ViewportGrid(QWidget):
    """Owns the viewports; makes them when a layout first needs them."""

    activation_wanted = Signal(object)  # Viewport
    shown_beside = Signal(object)  # Viewport, not the active one, that shows another slice

    def __init__(self, make: Callable[[], Viewport], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._arrangement = ARRANGEMENTS["side_by_side"]
        self.linked = self.windows_linked = True
        self.viewports: list[Viewport] = []
        self._cells = QGridLayout(self)
        self._cells.setContentsMargins(0, 0, 0, 0)
        self._cells.setSpacing(1)
        self.active = self._add()
        self.visible = [self.active]
        self._cells.addWidget(self.active, 0, 0)

    def _add(self) -> Viewport:
        viewport = self._make()
        viewport.setParent(self)  # before it is shown: it would be a window of its own
        self.viewports.append(viewport)
        number = len(self.viewports)
        viewport.setAccessibleName(self.tr("Viewport {number}").format(number=number))
        viewport.wanted.connect(partial(self.activation_wanted.emit, viewport))
        viewport.state.moved.connect(partial(self._follow, viewport, link.follow_view))
        viewport.state.windowed.connect(partial(self._windowed, viewport))
        return viewport

    # -- which ones -----------------------------------------------------------------------------

    @property
    def several(self) -> bool:
        """Whether the layout has room for more than one series."""
        return self._arrangement.viewports > 1

    @property
    def others(self) -> list[Viewport]:
        """The visible viewports but the active one."""
        return [viewport for viewport in self.visible if viewport is not self.active]

    def arrange(self, layout: Layout) -> None:
        """Show as many viewports as the layout has; the active one is always among them."""
        self._arrangement = arrangement = ARRANGEMENTS[layout]
        while len(self.viewports) < arrangement.viewports:
            self._add()
        self.visible = self.viewports[: arrangement.viewports]
        if self.active not in self.visible:
            self.visible[-1] = self.active
        for viewport in self.viewports:
            self._cells.removeWidget(viewport)
            viewport.setVisible(viewport in self.visible)
            viewport.set_parts(image=arrangement.image, overlay=arrangement.overlay)
        for place, viewport in enumerate(self.visible):
            self._cells.addWidget(viewport, *divmod(place, arrangement.columns))
        for line in range(2):
            rows = arrangement.viewports // arrangement.columns
            self._cells.setColumnStretch(line, int(line < arrangement.columns))
            self._cells.setRowStretch(line, int(line < rows))
        parts = [part for viewport in self.visible for part in viewport.tab_parts]
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)
        self._frame()
        self.follow_slice()

    def activate(self, viewport: Viewport) -> None:
        """Make a viewport the active one; what it shows stays."""
        self.active.overlay.finding = None  # the finding is that of the active viewport's slice
        self.active = viewport
        self._frame()
        self.draw_crossings()

    def neighbour(self, places: int = 1) -> Viewport:
        """The viewport that many places further on the screen."""
        return self.visible[(self.visible.index(self.active) + places) % len(self.visible)]

    def _frame(self) -> None:
        for viewport in self.viewports:
            viewport.set_frame(framed=self.several, active=viewport is self.active)

    # -- moving together ------------------------------------------------------------------------

    def set_link(self, *, linked: bool, windows: bool) -> None:
        """Whether the others follow the active one, and whether also its window."""
        before, self.linked, self.windows_linked = self.linked, linked, windows
        if linked and not before:
            self._follow(self.active, link.follow_view)
        self.follow_slice()

    def follow_slice(self) -> None:
        """Bring the others to where the active one is in the patient."""
        if self.linked:
            for other in self.others:
                link.follow_slice(self.active, other, partial(self._shown, other))
        self.draw_crossings()

    def draw_crossings(self) -> None:
        """Draw the active slice on those that cross it; while they are linked."""
        self.active.draw_crossing(None)
        for other in self.others:
            if self.linked:
                link.draw_crossing(self.active, other)
            else:
                other.draw_crossing(None)

    def shown_beside_uids(self) -> set[str]:
        """The series that the other viewports show."""
        return {other.series.series_instance_uid for other in self.others if other.series}

    def lies_elsewhere(self, other: Viewport) -> bool:
        """Whether the viewports are linked but this one cannot follow the active one's slice."""
        return self.linked and link.lies_elsewhere(self.active, other)

    def first_index(self, series: Series) -> int:
        """Where to begin in a series: where the others are, else in its middle."""
        place = link.begin_at(self.others, series) if self.linked else None
        return len(series) // 2 if place is None else place

    def _follow(self, source: Viewport, how: Callable[[Viewport, Viewport], None]) -> None:
        if self.linked and source is self.active:
            for other in self.others:
                how(source, other)

    def _windowed(self, source: Viewport) -> None:
        if self.windows_linked:
            self._follow(source, link.follow_window)

    def _shown(self, viewport: Viewport) -> None:
        if viewport is not self.active:
            link.draw_crossing(self.active, viewport)
            self.shown_beside.emit(viewport)
