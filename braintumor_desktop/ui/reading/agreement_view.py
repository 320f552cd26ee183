"""The agreement table: own impression against model's answer, and kappa with its interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.declared_texts import class_name
from braintumor_desktop.ui.reading.wording import impression_words
from braintumor_desktop.ui.small import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from braintumor_desktop.reporting.agreement import Agreement
    from braintumor_desktop.reporting.readings import Reading

_CELL_WIDTH, _CELL_HEIGHT = 84, 24  # at least as wide as the longest word over it


class AgreementView(QWidget):
    """A grid of counts, shaded by how many; the diagonal is where both say the same."""

    def __init__(self, tokens: theme.Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from braintumor_desktop.reporting.agreement import ABSTAINED, COLUMNS, ROWS

        self._tokens = tokens
        self._agreement: Agreement | None = None
        self._chosen_by_it = False
        abstains = self.tr("Abstains")
        self._rows = [impression_words(key) for key in ROWS]
        self._columns = [abstains if k == ABSTAINED else class_name(k) for k in COLUMNS]
        metrics = QFontMetrics(theme.sized_font(theme.CORNER_PX))
        longest = max(metrics.horizontalAdvance(words) for words in self._columns)
        self._cell_width = max(_CELL_WIDTH, longest + theme.INSIDE)
        self.cells = [[QLabel() for _ in COLUMNS] for _ in ROWS]
        self.kappa, self.interval = QLabel(), label("", "secondary")
        self.counts, self.left_out = QLabel(), label("", "secondary")
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(32)
        row.addLayout(self._grid())
        row.addLayout(self._numbers(), 1)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(2)
        corner = label(self.tr("You ↓   Model →"), "small")
        grid.addWidget(corner, 0, 0)
        for place, words in enumerate(self._columns):
            grid.addWidget(self._heading(words), 0, place + 1)
        for place, words in enumerate(self._rows):
            grid.addWidget(label(words, "secondary"), place + 1, 0)
        grid.setColumnMinimumWidth(0, 112)
        for i, cells in enumerate(self.cells):
            for j, cell in enumerate(cells):
                cell.setAlignment(Qt.AlignmentFlag.AlignCenter)
                cell.setFixedSize(self._cell_width, _CELL_HEIGHT)
                grid.addWidget(cell, i + 1, j + 1)
        grid.setRowStretch(len(self.cells) + 1, 1)
        return grid

    def _heading(self, words: str) -> QLabel:
        made = label(words, "small")
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setFixedWidth(self._cell_width)
        return made

    def _numbers(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        self.kappa.setStyleSheet(f"font-size: {theme.LEADING_PX}px; font-weight: 600;")
        self.kappa.setToolTip(
            self.tr(
                "Cohen's kappa: agreement beyond what chance would give; 1 is perfect, 0 is chance."
            )
        )
        for text in (self.kappa, self.interval, self.counts, self.left_out):
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(text)
        column.addStretch(1)
        return column

    # -- showing --------------------------------------------------------------------------------

    def set_tokens(self, tokens: theme.Tokens) -> None:
        self._tokens = tokens
        if self._agreement is not None:
            self._show_cells(self._agreement)

    def show_readings(self, readings: Sequence[Reading], *, chosen_by_it: bool = False) -> None:
        """Count these readings; ``chosen_by_it`` where only those that agree, or not, are shown."""
        from braintumor_desktop.reporting.agreement import agreement_of

        self._chosen_by_it = chosen_by_it
        found = self._agreement = agreement_of(readings)
        self._show_cells(found)
        self._show_numbers(found)

    def _show_cells(self, found: Agreement) -> None:
        most = max(int(found.table.max()), 1)
        for i, cells in enumerate(self.cells):
            for j, cell in enumerate(cells):
                count = int(found.table[i, j])
                same = i == j and i < len(self._rows) - 1
                self._paint(cell, count, count / most, same=same)
                cell.setAccessibleName(
                    self.tr("You: {own}. Model: {its}. Readings: {count}").format(
                        own=self._rows[i], its=self._columns[j], count=count
                    )
                )
                cell.setToolTip(cell.accessibleName())

    def _paint(self, cell: QLabel, count: int, share: float, *, same: bool) -> None:
        t = self._tokens
        ground = theme.mixed(t.raised, t.accent, 0.35 * share)
        border = t.accent if same else "transparent"
        colour = t.text if count else t.secondary
        cell.setText(str(count) if count else "·")
        cell.setStyleSheet(
            f"background: {ground}; color: {colour}; border: 1px solid {border}; border-radius: 4px"
        )

    def _show_numbers(self, found: Agreement) -> None:
        known = "–" if found.kappa is None or self._chosen_by_it else f"{found.kappa:.2f}"
        self.kappa.setText(self.tr("Kappa {kappa}").format(kappa=known))
        self.interval.setText(self._interval_words(found))
        self.counts.setText(
            self.tr("Agreed in {agreed} of {compared} readings with a class from both").format(
                agreed=found.agreed, compared=found.compared
            )
        )
        self.left_out.setText(
            self.tr("{count} not counted: not blind, or no answer yet").format(count=found.left_out)
        )
        self.left_out.setVisible(found.left_out > 0)

    def _interval_words(self, found: Agreement) -> str:
        from braintumor_desktop.reporting.agreement import FEWEST

        if self._chosen_by_it:
            return self.tr(
                "These readings were chosen by whether they agree: it would tell nothing."
            )
        if found.models > 1:
            return self.tr(
                "Answers of {count} models are counted: choose one of them above."
            ).format(count=found.models)
        if found.kappa is None:
            return self.tr("It needs readings of more than one class with a class from both.")
        if found.interval is not None:
            low, high = (f"{bound:.2f}" for bound in found.interval)
            return self.tr("95 % interval {low} to {high}").format(low=low, high=high)
        if found.compared < FEWEST:
            return self.tr("Too few readings for an interval: it is given from {count} on.").format(
                count=FEWEST
            )
        return self.tr("All agree: no interval can be worked out.")
