"""The row under the viewports: what is known of every slice of the active series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolTip, QWidget

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.session import Session
from braintumor_desktop.ui.small import button
from braintumor_desktop.ui.viewer.stack_strip import StackStrip
from braintumor_desktop.ui.viewer.suspicious import neighbour, none_left

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Series
    from braintumor_desktop.inference.finding import Finding


class FindingsRow(QWidget):
    """The strip, how far the reading has come, and the button that begins or stops it."""

    def __init__(
        self, session: Session, tokens: theme.Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._refreshed: Series | None = None
        self.strip = StackStrip(tokens)
        self.read_button = button("", "quiet")
        self.read_label = QLabel(self.tr("Findings by slice"))
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(theme.INSIDE)
        self.read_label.setObjectName("small")
        for widget in (self.read_label, self.strip, self.read_button):
            row.addWidget(widget, int(widget is self.strip))
        self.strip.chosen.connect(session.go_to)
        self.read_button.clicked.connect(self._read_or_cancel)
        session.opinion.known_changed.connect(self.refresh)
        session.comparison.series_progress.connect(self._series_progress)
        session.comparison.changed.connect(self._update_button)
        self._series_progress(0, 0)

    def set_tokens(self, tokens: theme.Tokens) -> None:
        """Another theme."""
        self.strip.tokens = tokens
        self.strip.update()
        self._keep_widths()

    def _keep_widths(self) -> None:
        """Room for every word that may stand here, so that the strip never moves."""
        shown = self.read_button.text()
        hints = []
        for words in (self.tr("Read whole series"), self.tr("Cancel")):
            self.read_button.setText(words)
            hints.append(self.read_button.sizeHint().width())
        self.read_button.setText(shown)
        self.read_button.setFixedWidth(max(hints))
        count = 0 if self._session.series is None else len(self._session.series)
        metrics = QFontMetrics(theme.sized_font(theme.CORNER_PX))
        either = (self.tr("Findings by slice"), self._reading_words(count, count))
        self.read_label.setFixedWidth(max(metrics.horizontalAdvance(words) for words in either) + 2)

    def _reading_words(self, done: int, total: int) -> str:
        return self.tr("Reading {done}/{total}").format(done=done, total=total)

    def refresh(self) -> None:
        """Show what is known by now of the series, and where the eye is."""
        series, opinion = self._session.series, self._session.opinion
        slices = () if series is None else series.slices
        if self._refreshed is not series:
            self._refreshed = series
            self._keep_widths()
        self._update_button()
        failed = {i for i, h in enumerate(slices) if opinion.remembered_error(h) is not None}
        withheld = {i for i, h in enumerate(slices) if opinion.withheld(h)}
        findings = self._known_findings()
        self.strip.show_findings(findings, failed, self._session.index, withheld)

    def _update_button(self) -> None:
        """There is nothing to press where every model has read every slice."""
        series, comparison = self._session.series, self._session.comparison
        slices = () if series is None or len(series) < 2 else series.slices
        loaded = [opinion for opinion in comparison.opinions if opinion.model is not None]
        unread = any(not opinion.is_read(h) for opinion in loaded for h in slices)
        self.read_button.setEnabled(unread or comparison.reading_series)

    def follow(self) -> None:
        """Show where the eye is; of a series that is shown already, nothing else changed."""
        if self._session.series is self._refreshed:
            self.strip.show_index(self._session.index)
        else:
            self.refresh()

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
                none_left(findings, places, withheld=self.strip.withheld),
                self.strip,
            )

    def _known_findings(self) -> list[Finding | None]:
        series = self._session.series
        slices = () if series is None else series.slices
        return [self._session.opinion.remembered_finding(h) for h in slices]

    def _read_or_cancel(self) -> None:
        if self._session.comparison.reading_series:
            self._session.cancel_series()
        else:
            self._session.read_series()

    def _series_progress(self, done: int, total: int) -> None:
        reading = total > 0
        words = self._reading_words(done, total) if reading else self.tr("Findings by slice")
        self.read_label.setText(words)
        tip = self.tr("Ask the network about every slice of this series")
        if reading:
            tip = self.tr("Read no further; what was read stays")
        self.read_button.setText(self.tr("Cancel") if reading else self.tr("Read whole series"))
        self.read_button.setToolTip(tip)
