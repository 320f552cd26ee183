"""The readings of the journal as a table, and the filter over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor

from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.reading.form import swatch
from braintumor_desktop.ui.reading.wording import (
    agreement_words,
    answer_words,
    confidence_words,
    impression_words,
    local_time,
    model_words,
    scope_words,
)

if TYPE_CHECKING:
    from braintumor_desktop.reporting.readings import Reading

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Column:
    """One column: its heading, what it says of a reading, by what it is sorted."""

    heading: str
    words: Callable[[Reading], str]
    order: Callable[[Reading], Any] | None = None
    class_key: Callable[[Reading], str] | None = None


translate = QCoreApplication.translate


def case_words(reading: Reading, identity: bool) -> str:
    """The patient as far as that is allowed; else the first digits of the hash."""
    return reading.identity if identity and reading.identity else reading.patient[:8]


def _columns(identity: Callable[[], bool]) -> tuple[Column, ...]:
    return (
        Column(
            translate("JournalTable", "Recorded"),
            lambda r: local_time(r.recorded),
            lambda r: r.recorded,
        ),
        Column(translate("JournalTable", "Case"), lambda r: case_words(r, identity())),
        Column(translate("JournalTable", "Of"), lambda r: scope_words(r.scope)),
        Column(
            translate("JournalTable", "Own impression"),
            lambda r: impression_words(r.impression),
            class_key=lambda r: r.impression,
        ),
        Column(
            translate("JournalTable", "Confidence"),
            lambda r: confidence_words(r.confidence),
            lambda r: r.confidence,
        ),
        Column(
            translate("JournalTable", "Model's answer"),
            lambda r: answer_words(r.answer),
            class_key=lambda r: r.model_class,
        ),
        Column(translate("JournalTable", "Model"), lambda r: model_words(r.answer)),
        Column(translate("JournalTable", "Agreement"), agreement_words),
        Column(translate("JournalTable", "Note"), lambda r: " ".join(r.note.split())),
    )


class JournalTable(QAbstractTableModel):
    """Rows are readings, the newest first."""

    def __init__(self, tokens: theme.Tokens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.identity = False
        self.columns = _columns(lambda: self.identity)
        self.readings: list[Reading] = []

    def show_readings(self, readings: list[Reading]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.readings = readings[::-1]
        self.endResetModel()

    def set_tokens(self, tokens: theme.Tokens) -> None:
        self.beginResetModel()
        self._tokens = tokens
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.readings)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self.columns[section].heading if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = 0) -> Any:
        reading, column = self.readings[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.words(reading)
        if role == SORT_ROLE:
            return column.words(reading).casefold() if not column.order else column.order(reading)
        if role == Qt.ItemDataRole.DecorationRole and column.class_key is not None:
            key = column.class_key(reading)
            return swatch(self._tokens.class_colour(key)) if key in CLASS_KEYS else None
        if role == Qt.ItemDataRole.ForegroundRole and column.words is agreement_words:
            return QColor(self._tokens.warning) if reading.agrees is False else None
        return self._tip(reading, column) if role == Qt.ItemDataRole.ToolTipRole else None

    def _tip(self, reading: Reading, column: Column) -> str | None:
        if column.words is agreement_words and not reading.blind:
            return QCoreApplication.translate(
                "JournalTable", "Not blind: an answer had been seen before; not counted below."
            )
        if column.heading == self.columns[6].heading and reading.answer is not None:
            return f"SHA-256 {reading.answer.weights_sha256}"
        if column.heading == self.columns[5].heading and reading.answer is not None:
            return reading.answer.abstention or None
        return column.words(reading) if column is self.columns[-1] else None


class JournalFilter(QSortFilterProxyModel):
    """Words, time, model and agreement; all of them must fit."""

    def __init__(self, table: JournalTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self._words: list[str] = []
        self._days: int | None = None
        self._weights = ""
        self._agreement = ""
        self.setSourceModel(table)
        self.setSortRole(SORT_ROLE)

    def narrow(self, *, words: str, days: int | None, weights: str, agreement: str) -> None:
        """Show what fits.

        Parameters
        ----------
        words
            Every one of them stands somewhere in the row.
        days
            Not older than that; ``None`` for any age.
        weights
            SHA-256 of a model's weights, or empty.
        agreement
            ``agree``, ``disagree``, ``neither`` or empty.
        """
        self._words = words.casefold().split()
        self._days, self._weights, self._agreement = days, weights, agreement
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: ARG002
        reading = self.table.readings[row]
        if self._weights and (
            reading.answer is None or reading.answer.weights_sha256 != self._weights
        ):
            return False
        kinds = {True: "agree", False: "disagree", None: "neither"}
        if self._agreement and kinds[reading.agrees] != self._agreement:
            return False
        if self._days is not None:
            oldest = datetime.now(UTC) - timedelta(days=self._days)
            if datetime.fromisoformat(reading.recorded) < oldest:
                return False
        text = " ".join(column.words(reading) for column in self.table.columns).casefold()
        return all(word in text for word in self._words)

    def shown(self) -> list[Reading]:
        """The readings that fit, in the order on screen."""
        rows = range(self.rowCount())
        return [self.table.readings[self.mapToSource(self.index(r, 0)).row()] for r in rows]
