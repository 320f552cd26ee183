"""The middle of the window: the viewports, the findings by slice, and what the session says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from braintumor_desktop.settings import Layout
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.opinion import FindingState
from braintumor_desktop.ui.picture import Picture
from braintumor_desktop.ui.session import Session
from braintumor_desktop.ui.states import StatePage
from braintumor_desktop.ui.viewer.canvas import Canvas
from braintumor_desktop.ui.viewer.cine import Cine
from braintumor_desktop.ui.viewer.findings_row import FindingsRow
from braintumor_desktop.ui.viewer.grid import ViewportGrid
from braintumor_desktop.ui.viewer.measurements import TOOLS, Measurements
from braintumor_desktop.ui.viewer.snapshot import snapshot
from braintumor_desktop.ui.viewer.view_state import ViewState
from braintumor_desktop.ui.viewer.viewport import Viewport
from braintumor_desktop.ui.viewer.wording import overlay_words

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Series, SliceHeader


class Viewer(QWidget):
    """Shows the session's slice in the active viewport; asks the session for others."""

    class_shown = Signal(int)

    def __init__(
        self, session: Session, tokens: theme.Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._tokens = session, tokens
        self.cine = Cine(session, self)
        self.tool = "window"
        self._series: Series | None = None
        self._chosen_class: int | None = None
        self._returning = False  # to a viewport that shows its slice already
        self._overlay: dict[str, Any] = {}
        self._invert_direction = False
        self.overlay_on = True
        self.corner_texts = True
        self.measurements = Measurements(self)
        self.grid = ViewportGrid(self._viewport)
        self.row = FindingsRow(session, tokens)
        self.strip, self.read_button = self.row.strip, self.row.read_button
        self.empty = StatePage(tokens)
        self._pages = QStackedWidget()
        self._build()
        self._connect()
        self.show_empty()

    def _viewport(self) -> Viewport:
        viewport = Viewport(self._session, lambda: self.tool, self.measurements)
        viewport.stepped.connect(self._session.step)
        viewport.scrolled.connect(self._session.go_to)
        viewport.dropped.connect(partial(self.show_series_in, viewport))
        viewport.state.invert_direction = self._invert_direction
        self._dress(viewport)
        return viewport

    # -- the active viewport --------------------------------------------------------------------

    @property
    def state(self) -> ViewState:
        """How the slice of the active viewport is looked at."""
        return self.grid.active.state

    @property
    def image(self) -> Canvas:
        """The untouched image of the active viewport."""
        return self.grid.active.image

    @property
    def overlay(self) -> Canvas:
        """The active viewport's canvas with the overlay."""
        return self.grid.active.overlay

    def activate(self, viewport: Viewport) -> None:
        """Let panel, strip, tool bar and keys speak of this viewport from now on."""
        before, session = self.grid.active, self._session
        if viewport is before:
            return
        had_focus = self._has_focus()
        self.grid.activate(viewport)
        self._returning = True
        if viewport.study is None or viewport.series is None:
            session.leave_series()
        else:
            picture = viewport.state.picture
            session.return_to(viewport.study, viewport.series, viewport.index, picture)
        self._returning = False
        self._finish_slice(before)
        self._write_marks()
        if had_focus:
            viewport.take_focus()

    def activate_next(self) -> None:
        """Turn to the next viewport on the screen."""
        self.activate(self.grid.neighbour())
        self.grid.active.take_focus()

    def show_series_in(self, viewport: Viewport, series_instance_uid: str) -> None:
        """Show a series of the list in a viewport, which becomes the active one."""
        found = next(
            (
                (study, series)
                for study in self._session.studies
                for series in study.series
                if series.series_instance_uid == series_instance_uid
            ),
            None,
        )
        if found is not None:
            self.activate(viewport)
            self._session.choose_series(*found)
            viewport.take_focus()

    def _finish_slice(self, viewport: Viewport) -> None:
        """A viewport that was left in the middle of a scroll goes on to where it was sent."""
        series, header = viewport.series, viewport.header
        if series is not None and (
            header is None or header.key != series.slices[viewport.index].key
        ):
            viewport.go_to(viewport.index, self._write_marks)

    def _has_focus(self) -> bool:
        return any(part.hasFocus() for port in self.grid.visible for part in port.tab_parts)

    def take_focus(self) -> None:
        """The keyboard goes to the active viewport, or to what can be done without one."""
        if self._pages.currentWidget() is self.empty:
            self.empty.take_focus()
        else:
            self.grid.active.take_focus()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setObjectName("canvasArea")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.grid, 1)
        column.addWidget(self.row)
        for page in (self.empty, shown):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def _connect(self) -> None:
        session = self._session
        session.series_changed.connect(self._series_changed)
        session.position_changed.connect(self._position_changed)
        session.picture_changed.connect(self._picture_changed)
        session.studies_changed.connect(self._studies_changed)
        session.picture_failed.connect(self._picture_failed)
        session.comparison.overlay_changed.connect(self._finding_changed)
        session.series_grown.connect(self._series_grown)
        session.first_index = self.grid.first_index
        session.shown_beside = self.grid.shown_beside_uids
        self.grid.activation_wanted.connect(self.activate)
        self.grid.shown_beside.connect(self._write_beside)
        self.cine.changed.connect(self._write_marks)

    # -- what the window asks -------------------------------------------------------------------

    def choose_tool(self, tool: str) -> None:
        """What a left drag does: ``window``, ``zoom``, ``pan``, ``length`` or ``ellipse``."""
        self.tool = tool
        for viewport in self.grid.viewports:
            self._dress(viewport)

    def _dress(self, viewport: Viewport) -> None:
        for canvas in (viewport.image, viewport.overlay):
            if self.tool in TOOLS:
                canvas.setCursor(Qt.CursorShape.CrossCursor)
            else:
                canvas.unsetCursor()
        for name, value in self._overlay.items():
            setattr(viewport.overlay, name, value)

    def delete_measurement(self, *, every: bool = False) -> None:
        """Delete the selected measurement of the slice on screen, or all of them."""
        header = self._session.header
        if header is None:
            return
        if every:
            self.measurements.delete_all(header.key)
        else:
            self.measurements.delete_selected(header.key)

    def set_layout(self, layout: Layout) -> None:
        """``side_by_side``, ``image``, ``overlay``, ``two_series`` or ``four_series``."""
        had_focus = self._has_focus()
        self.grid.arrange(layout)
        self._show_row()
        self._show_page()
        self._write_marks()
        if had_focus:
            self.take_focus()

    def set_link(self, *, linked: bool, windows: bool) -> None:
        """Whether the other viewports follow the active one, and whether also its window."""
        self.grid.set_link(linked=linked, windows=windows)
        self._write_marks()

    def set_invert_direction(self, inverted: bool) -> None:
        """Whether dragging down brightens."""
        self._invert_direction = inverted
        for viewport in self.grid.viewports:
            viewport.state.invert_direction = inverted

    def set_overlay(self, *, on: bool, opacity: float, colour_map: str, threshold: float) -> None:
        """Change how the overlay is painted."""
        self.overlay_on = on
        self._overlay = {
            "overlay_on": on,
            "opacity": opacity,
            "colour_map": colour_map,
            "threshold": threshold,
        }
        for viewport in self.grid.viewports:
            self._dress(viewport)
        self._write_marks()

    def choose_class(self, index: int | None) -> None:
        """Show where the network looked for this class; ``None`` follows the leading one."""
        self._chosen_class = index
        self._finding_changed(self._session.comparison.overlay_state)

    @property
    def chosen_class(self) -> int | None:
        return self._chosen_class

    def set_tokens(self, tokens: theme.Tokens) -> None:
        self._tokens = tokens
        self.row.set_tokens(tokens)

    def show_empty(self) -> None:
        self.empty.say(
            "drop",
            self.tr("Open a study"),
            self.tr(
                "Drop DICOM, NIfTI, PNG, JPEG or TIFF files or folders anywhere in this window."
            ),
        )
        self._show_page()

    def _show_page(self) -> None:
        """The viewports, or what to do while nothing is open."""
        self._pages.setCurrentIndex(int(bool(self._session.studies)))

    def show_loading(self, done: int, total: int) -> None:
        """Words while the first study is opened; later ones are told in the study panel."""
        if self._session.studies:
            return
        text = self.tr("Looking for images…")
        if total:
            text = self.tr("Reading headers: {done} of {total}")
            text = text.format(done=f"{done:,}", total=f"{total:,}")
        focus = QApplication.focusWidget()
        in_use = focus is not None and self.empty.isAncestorOf(focus)
        self.empty.say("series", self.tr("Opening"), text, kind="loading", progress=(done, total))
        if in_use:
            self.empty.take_focus()  # the button that was used is gone
        self._show_page()

    # -- what the session says ------------------------------------------------------------------

    def _series_changed(self, series: Series | None) -> None:
        self._series = series
        self._chosen_class = None
        if series is None:
            self.grid.active.clear()
            self.row.refresh()
            self._show_page()
        elif not self._returning:
            self.grid.active.take_series(self._session.study, series)

    def _series_grown(self, series: Series) -> None:
        self._series = series
        self.grid.active.keep_series(self._session.study, series)
        self._write_marks()
        self.row.refresh()

    def _studies_changed(self) -> None:
        """Measurements, and what is shown beside, live as long as their study is open."""
        studies = self._session.studies
        every = (series for study in studies for series in study.series)
        self.measurements.keep_only({header.key for series in every for header in series.slices})
        for viewport in self.grid.viewports:
            series = viewport.series
            if viewport is self.grid.active or series is None:
                continue
            here = series.slices[viewport.index].key
            found = self._session.open_studies.find(series.series_instance_uid, here)
            keys = [] if found is None else [header.key for header in found[1].slices]
            if found is None or here not in keys:
                viewport.clear()
            elif found[1] is not series:
                viewport.keep_series(*found)
                viewport.go_to(keys.index(here), self._write_marks)
        self._show_row()
        self._show_page()

    def _position_changed(self, index: int, count: int) -> None:
        self.grid.active.place_at(index, count)
        self._show_row()

    def _show_row(self) -> None:
        """Nothing jumps from series to series: only where there is no stack at all it is away."""
        every = (series for study in self._session.studies for series in study.series)
        self.row.setVisible(self.grid.several or any(len(series) > 1 for series in every))

    def _picture_changed(self, picture: Picture | None) -> None:
        active = self.grid.active
        first = active.show_picture(picture)
        if picture is not None:
            if not (first or self._returning):
                self.grid.follow_slice()
            self._show_page()
            self._write_marks()
            self.row.follow()
        self.grid.draw_crossings()

    def _picture_failed(self, header: SliceHeader, error: Exception) -> None:  # noqa: ARG002
        self.grid.active.fail(error)
        self.row.refresh()

    def _finding_changed(self, state: FindingState) -> None:
        canvas = self.overlay
        finding = state.finding
        canvas.finding = None if finding is None or finding.abstention else finding
        if canvas.finding is not None:
            leading = canvas.finding.leading_index
            chosen = self._chosen_class
            canvas.class_index = leading if chosen is None else chosen
            self.class_shown.emit(canvas.class_index)
        self._write_marks()

    # -- words ----------------------------------------------------------------------------------

    def _write_beside(self, viewport: Viewport) -> None:
        note = self.tr("not linked") if self.grid.lies_elsewhere(viewport) else ""
        viewport.write_marks(note=note, corner_texts=self.corner_texts)

    def _write_marks(self) -> None:
        for viewport in self.grid.others:
            self._write_beside(viewport)
        playing = ""
        if self.cine.playing:
            playing = self.tr("▶ {rate} slices/s").format(rate=self.cine.rate)
        active = self.grid.active
        marks = active.write_marks(note=playing, corner_texts=self.corner_texts)
        if marks is None:
            return
        overlay, comparison = active.overlay, self._session.comparison
        state, comparing = comparison.overlay_state, comparison.second is not None
        title, caption, bar = overlay_words(
            state, overlay.class_index, on=self.overlay_on, named=comparing
        )
        overlay.marks = replace(marks, title=title, caption=caption, show_colour_bar=bar)

    def set_corner_texts(self, shown: bool) -> None:
        """Show or hide the words in the corners; letters and warnings stay."""
        self.corner_texts = shown
        self._write_marks()

    def snapshot(self) -> QImage:
        """What is seen, without the patient, with the research-use words and the model."""
        finding = self._session.comparison.overlay_state.finding
        model = "no finding" if finding is None else f"{finding.model}  |  {finding.device}"
        words = f"{model}  |  {datetime.now().astimezone():%Y-%m-%d %H:%M:%S %z}"
        grid = self.grid
        if grid.several:
            return snapshot([viewport.canvas for viewport in grid.visible], words, columns=2)
        seen = [c for c in (self.image, self.overlay) if not c.isHidden()]
        return snapshot(seen, words)
