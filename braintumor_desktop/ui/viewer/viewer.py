"""The middle of the window: image and overlay side by side, the stack's scroll bar, its states."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollBar,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.opinion import FindingState
from braintumor_desktop.ui.picture import Picture
from braintumor_desktop.ui.session import Session
from braintumor_desktop.ui.small import panel
from braintumor_desktop.ui.states import StatePage, in_words
from braintumor_desktop.ui.viewer.canvas import Canvas
from braintumor_desktop.ui.viewer.cine import Cine
from braintumor_desktop.ui.viewer.marks import Marks
from braintumor_desktop.ui.viewer.measurements import TOOLS, Measurements
from braintumor_desktop.ui.viewer.snapshot import snapshot
from braintumor_desktop.ui.viewer.stack_strip import StackStrip
from braintumor_desktop.ui.viewer.suspicious import neighbour, none_left
from braintumor_desktop.ui.viewer.view_state import ViewState
from braintumor_desktop.ui.viewer.wording import (
    overlay_words,
    patient_words,
    place_words,
    series_words,
    study_words,
)

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Series, SliceHeader
    from braintumor_desktop.inference.finding import Finding

_PATIENCE_MS = 250  # a slice that takes longer gets words on the screen


class Viewer(QWidget):
    """Shows the session's slice; asks the session for others."""

    class_shown = Signal(int)

    def __init__(
        self, session: Session, tokens: theme.Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._tokens = session, tokens
        self.state = ViewState(self)
        self.cine = Cine(session, self)
        self.tool = "window"
        self._series: Series | None = None
        self._chosen_class: int | None = None
        self._new_series = True
        self.overlay_on = True
        self.corner_texts = True
        self.measurements = measured = Measurements(self)
        self.image = Canvas(self.state, lambda: self.tool, overlay=False, measurements=measured)
        self.overlay = Canvas(self.state, lambda: self.tool, overlay=True, measurements=measured)
        self.scroll_bar = QScrollBar(Qt.Orientation.Vertical)
        self.scroll_bar.setAccessibleName("Slice of the series")
        self.strip = StackStrip(tokens)
        self.read_button = QPushButton("Read whole series")
        self.read_label = QLabel("Findings by slice")
        self.empty = StatePage(tokens)
        self.message = StatePage(tokens)
        self._pages = QStackedWidget()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._build()
        self._connect()
        self.show_empty()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setObjectName("canvasArea")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        canvases = QWidget()
        grid = self._grid = QGridLayout(canvases)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(1)
        grid.addWidget(self.image, 0, 0)
        grid.addWidget(self.overlay, 0, 1)
        grid.addWidget(self.scroll_bar, 0, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(canvases, 1)
        column.addWidget(self._strip_row())
        for page in (self.empty, shown, self.message):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def _strip_row(self) -> QWidget:
        self._strip_panel = panel()
        self._strip_panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self._strip_panel)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(theme.INSIDE)
        self.read_label.setObjectName("small")
        self.read_label.setMinimumWidth(92)
        self.read_button.setObjectName("quiet")
        row.addWidget(self.read_label)
        row.addWidget(self.strip, 1)
        row.addWidget(self.read_button)
        return self._strip_panel

    def _connect(self) -> None:
        session = self._session
        session.series_changed.connect(self._series_changed)
        session.position_changed.connect(self._position_changed)
        session.picture_changed.connect(self._picture_changed)
        session.studies_changed.connect(self._forget_closed)
        session.picture_failed.connect(self._picture_failed)
        session.opinion.state_changed.connect(self._finding_changed)
        session.opinion.known_changed.connect(self._show_strip)
        session.opinion.series_progress.connect(self._series_progress)
        for canvas in (self.image, self.overlay):
            canvas.stepped.connect(session.step)
        self.cine.changed.connect(self._write_marks)
        self.scroll_bar.valueChanged.connect(session.go_to)
        self.strip.chosen.connect(session.go_to)
        self.read_button.clicked.connect(self._read_or_cancel)
        self._patience.timeout.connect(self._say_loading)

    # -- what the window asks -------------------------------------------------------------------

    def choose_tool(self, tool: str) -> None:
        """What a left drag does: ``window``, ``zoom``, ``pan``, ``length`` or ``ellipse``."""
        self.tool = tool
        for canvas in (self.image, self.overlay):
            if tool in TOOLS:
                canvas.setCursor(Qt.CursorShape.CrossCursor)
            else:
                canvas.unsetCursor()

    def delete_measurement(self, *, every: bool = False) -> None:
        """Delete the selected measurement of the slice on screen, or all of them."""
        header = self._session.header
        if header is None:
            return
        if every:
            self.measurements.delete_all(header.key)
        else:
            self.measurements.delete_selected(header.key)

    def set_layout(self, layout: str) -> None:
        """``side_by_side``, ``image`` or ``overlay``."""
        self.image.setVisible(layout != "overlay")
        self.overlay.setVisible(layout != "image")
        grid = self._grid
        grid.setColumnStretch(0, int(layout != "overlay"))
        grid.setColumnStretch(1, int(layout != "image"))

    def set_overlay(self, *, on: bool, opacity: float, colour_map: str, threshold: float) -> None:
        """Change how the overlay is painted."""
        self.overlay_on = on
        canvas = self.overlay
        canvas.overlay_on, canvas.opacity, canvas.colour_map = on, opacity, colour_map
        canvas.threshold = threshold
        self._write_marks()

    def choose_class(self, index: int | None) -> None:
        """Show where the network looked for this class; ``None`` follows the leading one."""
        self._chosen_class = index
        self._finding_changed(self._session.opinion.state)

    @property
    def chosen_class(self) -> int | None:
        return self._chosen_class

    def set_tokens(self, tokens: theme.Tokens) -> None:
        self._tokens = self.strip.tokens = tokens
        self.strip.update()

    def show_empty(self) -> None:
        self.empty.say(
            "drop",
            "Open a study",
            "Drop DICOM, PNG, JPEG or TIFF files or folders anywhere in this window.",
        )
        self._pages.setCurrentWidget(self.empty)

    def show_loading(self, done: int, total: int) -> None:
        """Words while the first study is opened; later ones are told in the study panel."""
        if self._series is None:
            text = f"Reading headers: {done:,} of {total:,}" if total else "Looking for images…"
            self.empty.say("series", "Opening", text, kind="loading", progress=(done, total))
            self._pages.setCurrentWidget(self.empty)

    # -- what the session says ------------------------------------------------------------------

    def _series_changed(self, series: Series | None) -> None:
        self._series = series
        self._chosen_class = None
        self._new_series = True
        if series is None:
            self.show_empty()

    def _forget_closed(self) -> None:
        """Measurements live as long as their study is open."""
        every = (series for study in self._session.studies for series in study.series)
        self.measurements.keep_only({header.key for series in every for header in series.slices})

    def _position_changed(self, index: int, count: int) -> None:
        self.scroll_bar.blockSignals(True)
        self.scroll_bar.setRange(0, count - 1)
        self.scroll_bar.setPageStep(max(1, count // 10))
        self.scroll_bar.setValue(index)
        self.scroll_bar.blockSignals(False)
        self.scroll_bar.setVisible(count > 1)
        self._strip_panel.setVisible(count > 1)
        self._patience.start()

    def _picture_changed(self, picture: Picture | None) -> None:
        if picture is None:
            self.state.show(None)
            return
        self._patience.stop()
        self._pages.setCurrentIndex(1)
        self.state.show(picture, new_series=self._new_series)
        self._new_series = False
        self._write_marks()
        self._show_strip()

    def _picture_failed(self, header: SliceHeader, error: Exception) -> None:  # noqa: ARG002
        self._patience.stop()
        what, remedy = in_words(error)
        self.message.say("error", "This slice cannot be shown", f"{what}\n{remedy}", kind="error")
        self._pages.setCurrentWidget(self.message)
        self._show_strip()

    def _say_loading(self) -> None:
        if not self._session.settled and self._session.picture is None:
            self.message.say("image", "Reading the slice", kind="loading")
            self._pages.setCurrentWidget(self.message)

    def _finding_changed(self, state: FindingState) -> None:
        canvas = self.overlay
        finding = state.finding
        canvas.finding = None if finding is None or finding.abstention else finding
        can_read = self._session.opinion.model is not None
        self.read_button.setEnabled(can_read)
        if state.finding is not None:
            leading = state.finding.leading_index
            chosen = self._chosen_class
            canvas.class_index = leading if chosen is None else chosen
            self.class_shown.emit(canvas.class_index)
        self._write_marks()

    # -- words ----------------------------------------------------------------------------------

    def _write_marks(self) -> None:
        picture, state = self._session.picture, self._session.opinion.state
        if picture is None:
            return
        overlay = self.overlay
        title, caption, bar = overlay_words(state, overlay.class_index, on=self.overlay_on)
        self.image.marks = Marks(
            "Image",
            place_words(self._series, picture.header),
            series_words(self._series),
            playing=f"▶ {self.cine.rate} slices/s" if self.cine.playing else "",
            patient=patient_words(self._session.study),
            study=study_words(self._session.study),
            corner_texts=self.corner_texts,
        )
        overlay.marks = replace(self.image.marks, title=title, caption=caption, show_colour_bar=bar)
        self.image.update()
        overlay.update()

    def go_to_suspicious(self, places: int) -> None:
        """Go to the next (1) or previous (-1) slice led by a tumor class, or say that none is."""
        findings = self._known_findings()
        index = neighbour(findings, self._session.index, places)
        if index is not None:
            self._session.go_to(index)
        elif findings:
            # over the strip: a notice would move the image
            QToolTip.showText(
                self.strip.mapToGlobal(QPoint(0, -2 * self.strip.height())),
                none_left(findings, places),
                self.strip,
            )

    def _known_findings(self) -> list[Finding | None]:
        slices = () if self._series is None else self._series.slices
        return [self._session.opinion.remembered_finding(h) for h in slices]

    def set_corner_texts(self, shown: bool) -> None:
        """Show or hide the words in the corners; letters and warnings stay."""
        self.corner_texts = shown
        self._write_marks()

    def snapshot(self) -> QImage:
        """What is seen, without the patient, with the research-use words and the model."""
        finding = self._session.opinion.state.finding
        model = "no finding" if finding is None else f"{finding.model}  |  {finding.device}"
        words = f"{model}  |  {datetime.now().astimezone():%Y-%m-%d %H:%M:%S %z}"
        seen = [c for c in (self.image, self.overlay) if not c.isHidden()]
        return snapshot(seen, words)

    def _show_strip(self) -> None:
        if self._series is None or len(self._series) < 2:
            return
        opinion = self._session.opinion
        findings = self._known_findings()
        failed = {
            i for i, h in enumerate(self._series.slices) if opinion.remembered_error(h) is not None
        }
        self.strip.show_findings(findings, failed, self._session.index)

    def _read_or_cancel(self) -> None:
        if self._session.opinion.reading_series:
            self._session.opinion.cancel_series()
        else:
            self._session.read_series()

    def _series_progress(self, done: int, total: int) -> None:
        reading = total > 0
        self.read_button.setText("Cancel" if reading else "Read whole series")
        self.read_label.setText(f"Reading {done}/{total}" if reading else "Findings by slice")
