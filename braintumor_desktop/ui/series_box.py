"""The series in the finding panel: its finding, and the slice that speaks most for each class."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from braintumor_desktop.models.classes import CLASSES
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.declared_texts import class_name, series_rule
from braintumor_desktop.ui.probability_bars import percent
from braintumor_desktop.ui.session import Session
from braintumor_desktop.ui.small import button, label

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Series
    from braintumor_desktop.inference.finding import SeriesFinding

_SWATCH_PX = 10


class SeriesBox(QWidget):
    """Shown for a stack only: of pictures that merely share a folder nothing is said together."""

    def __init__(
        self, session: Session, tokens: theme.Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._tokens = session, tokens
        self._combined: SeriesFinding | None = None
        self.line = QLabel()
        self.speakers: dict[str, QPushButton] = {}
        self._build()
        session.opinion.known_changed.connect(self.refresh)
        session.series_changed.connect(lambda _: self.refresh())
        session.series_grown.connect(lambda _: self.refresh())
        self.refresh()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(theme.INSIDE)
        column.addWidget(label(self.tr("SERIES"), "heading"))
        self.line.setWordWrap(True)
        column.addWidget(self.line)
        column.addWidget(label(self.tr("Slice that speaks most for"), "small"))
        rows = QVBoxLayout()
        rows.setSpacing(4)
        for tumor_class in CLASSES:
            speaker = button("", "speaker")
            speaker.clicked.connect(partial(self._go_to, tumor_class.key))
            self.speakers[tumor_class.key] = speaker
            rows.addWidget(speaker)
        column.addLayout(rows)
        self.set_tokens(self._tokens)

    def set_tokens(self, tokens: theme.Tokens) -> None:
        """Another theme."""
        self._tokens = tokens
        for key, speaker in self.speakers.items():
            square = QPixmap(_SWATCH_PX, _SWATCH_PX)
            square.fill(QColor(tokens.class_colour(key)))
            speaker.setIcon(QIcon(square))

    def refresh(self) -> None:
        """Show what is known of the series by now."""
        series = self._session.series
        self.setVisible(series is not None and len(series) > 1 and series.is_stack)
        self._combined = None
        if series is None or not series.is_stack:
            return
        self.line.setText(self._words(series))
        self.line.setToolTip(self.tr("Rule: {rule}").format(rule=series_rule()))
        self.line.setAccessibleDescription(self.line.toolTip())
        for key in self.speakers:
            self._describe(key)

    def _words(self, series: Series) -> str:
        opinion = self._session.opinion
        if any(opinion.withheld(h) for h in series.slices):
            return self.tr("shown after your impressions")
        combined = self._combined = opinion.combined(series.slices)
        if combined is None:
            answered = all(
                opinion.is_read(h) or opinion.remembered_error(h) is not None for h in series.slices
            )
            no_class = self.tr("the model gives no class on any slice")
            return no_class if answered else self.tr("not all slices read")
        value = percent(float(combined.probabilities.max()))
        words = f"{class_name(combined.leading_key)} {value}"
        failed = sum(finding is None for finding in combined.findings)
        if failed:
            without = self.tr("{count} of {all} slices without a finding")
            words += f", {without.format(count=failed, all=len(combined.findings))}"
        if combined.abstained:
            words += "\n"
            words += self.tr("%Ln slice(s) given no class, not counted", "", combined.abstained)
        return words

    def _describe(self, key: str) -> None:
        speaker, name, combined = self.speakers[key], class_name(key), self._combined
        known = combined is not None and key in combined.speaking_slice
        speaker.setEnabled(known)
        words = f"{name}  –"
        tip = self.tr("Known once every slice of the series is read")
        if combined is not None and known:
            index = combined.speaking_slice[key]
            number = str(index + 1)
            words = self.tr("{name}: slice {number}").format(name=name, number=number)
            tip = self.tr("Go to slice {number}, which speaks most for {name} ({percent})").format(
                number=number, name=name, percent=self._percent(combined, key, index)
            )
        speaker.setText(words)
        speaker.setToolTip(tip)
        speaker.setAccessibleName(f"{name}: {tip}")

    def _percent(self, combined: SeriesFinding, key: str, index: int) -> str:
        finding = combined.findings[index]
        assert finding is not None
        return percent(float(finding.probabilities[finding.class_keys.index(key)]))

    def _go_to(self, key: str) -> None:
        if self._combined is not None and key in self._combined.speaking_slice:
            self._session.go_to(self._combined.speaking_slice[key])
