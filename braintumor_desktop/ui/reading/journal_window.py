"""The journal: every reading beside the model's answer, what they agree in, export, erasure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStandardPaths, Qt, Signal
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.reading.agreement_view import AgreementView
from braintumor_desktop.ui.reading.desk import JournalDesk
from braintumor_desktop.ui.reading.erasing import confirm_erasure
from braintumor_desktop.ui.reading.journal_table import JournalFilter, JournalTable
from braintumor_desktop.ui.small import button, label, panel, rule
from braintumor_desktop.ui.states import StatePage, in_words
from braintumor_desktop.ui.toolbar import ResearchStrip

if TYPE_CHECKING:
    from braintumor_desktop.reporting.readings import Reading

_SIZE = (1240, 720)
_DAYS = (None, 1, 7, 30, 365)
_LEAST_WIDTH, _MOST_WIDTH = 64, 320
_ARROW = 14  # beside the heading that the rows are sorted by


class JournalWindow(QDialog):
    """Stands beside the main window; reads the journal anew whenever it changes."""

    read_first_wanted = Signal()

    def __init__(
        self, desk: JournalDesk, tokens: theme.Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._tokens = desk, tokens
        self.setWindowTitle(self.tr("Journal of readings"))
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 80))
        self.table = JournalTable(tokens, self)
        self.filter = JournalFilter(self.table, self)
        self.view, self.agreement = QTableView(), AgreementView(tokens)
        self.search = QLineEdit()
        self.time, self.model, self.agrees = QComboBox(), QComboBox(), QComboBox()
        self.export = button(self.tr("Export CSV…"))
        self.erase = button(self.tr("Erase selected…"))
        self.erase_all = button(self.tr("Erase all…"))
        self.status = label("", "secondary")
        self.page = StatePage(tokens)
        self.no_match = StatePage(tokens)
        self._pages, self._body = QStackedWidget(), QStackedWidget()
        self._fitting = self._widths_are_mine = False
        self.read_first_on = False  # then there is nothing to switch on
        self._build()
        self._connect()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        shown = panel()
        column = QVBoxLayout(shown)
        column.setContentsMargins(*4 * [theme.AROUND])
        column.setSpacing(theme.BETWEEN)
        column.addLayout(self._filters())
        for widget in (self.view, self.no_match):
            self._body.addWidget(widget)
        column.addWidget(self._body, 1)
        column.addWidget(rule())
        column.addWidget(label(self.tr("AGREEMENT"), "heading"))
        column.addWidget(self.agreement)
        column.addLayout(self._buttons())
        for page in (self.page, shown):
            self._pages.addWidget(page)
        self._dress_view()
        self._add_page_buttons()
        strip = ResearchStrip()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        layout.addWidget(strip)

    def _filters(self) -> QHBoxLayout:
        self.search.setPlaceholderText(self.tr("Search the readings"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Search the readings"))
        self.search.setToolTip(self.tr("Words anywhere in a row, notes included"))
        ages = (
            self.tr("Any time"), self.tr("Last 24 hours"), self.tr("Last 7 days"),
            self.tr("Last 30 days"), self.tr("Last 12 months"),
        )  # fmt: skip
        for age, days in zip(ages, _DAYS, strict=True):
            self.time.addItem(age, days)
        for words, kind in (
            (self.tr("Agree or not"), ""), (self.tr("Agree"), "agree"),
            (self.tr("Disagree"), "disagree"), (self.tr("Nothing to compare"), "neither"),
        ):  # fmt: skip
            self.agrees.addItem(words, kind)
        row = QHBoxLayout()
        row.setSpacing(theme.INSIDE)
        row.addWidget(self.search, 1)
        for box, name in (
            (self.time, self.tr("When recorded")),
            (self.model, self.tr("Which model")),
            (self.agrees, self.tr("Agreement")),
        ):
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.setMinimumWidth(152)
            row.addWidget(box)
        return row

    def _buttons(self) -> QHBoxLayout:
        self.export.setToolTip(self.tr("Write the readings in the table to a CSV file"))
        self.erase.setToolTip(self.tr("Erase the selected readings from the journal"))
        self.erase_all.setToolTip(self.tr("Erase the whole journal"))
        self.status.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(theme.INSIDE)
        row.addWidget(self.status, 1)
        for widget in (self.erase, self.erase_all, self.export):
            widget.setAutoDefault(False)
            row.addWidget(widget)
        return row

    def _dress_view(self) -> None:
        view = self.view
        view.setModel(self.filter)
        view.setSortingEnabled(True)
        view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setAccessibleName(self.tr("Readings"))
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(30)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(_LEAST_WIDTH)
        header.sectionResized.connect(self._section_resized)

    def _section_resized(self, section: int, *_: int) -> None:
        """The user has set a width: from now on none is changed but the last one's."""
        if not self._fitting and section < self.filter.columnCount() - 1:
            self._widths_are_mine = True

    def _fit_columns(self) -> None:
        """Every word as wide as it is; the note takes what is left."""
        if self._widths_are_mine or not self.isVisible():
            return
        self._fitting = True
        *others, note = range(self.filter.columnCount())
        self.view.setColumnWidth(note, _LEAST_WIDTH)
        for place in others:
            heading = QFontMetrics(self.font()).horizontalAdvance(self.table.columns[place].heading)
            needed = max(self.view.sizeHintForColumn(place), heading + _ARROW + 2 * theme.INSIDE)
            self.view.setColumnWidth(place, min(needed, _MOST_WIDTH))
        self._fitting = False

    def _add_page_buttons(self) -> None:
        self.begin = QPushButton(self.tr("Switch on Read first"))
        self.begin.setObjectName("primary")
        self.again = QPushButton(self.tr("Try again"))
        self.all_again = QPushButton(self.tr("Show all readings"))
        self.begin.setToolTip(self.tr("Record your own impression before the model's is shown"))
        self.again.setToolTip(self.tr("Open the journal once more"))
        self.all_again.setToolTip(self.tr("Take the filter and the search away"))
        self.page.add_button(self.begin)
        self.page.add_button(self.again)
        self.no_match.add_button(self.all_again)

    def _connect(self) -> None:
        self._desk.changed.connect(self._journal_changed)
        self.search.textChanged.connect(lambda _: self._narrow())
        for box in (self.time, self.model, self.agrees):
            box.currentIndexChanged.connect(lambda _: self._narrow())
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._update_buttons())
        self.export.clicked.connect(self._ask_export)
        self.erase.clicked.connect(self._ask_erase)
        self.erase_all.clicked.connect(lambda: self._ask_erase(every=True))
        self.begin.clicked.connect(self.read_first_wanted)
        self.again.clicked.connect(self.load)
        self.all_again.clicked.connect(self._widen)

    def set_tokens(self, tokens: theme.Tokens) -> None:
        """Another theme."""
        self._tokens = tokens
        self.table.set_tokens(tokens)
        self.agreement.set_tokens(tokens)

    # -- reading the journal --------------------------------------------------------------------

    @property
    def identity_allowed(self) -> bool:
        return self.table.identity

    @identity_allowed.setter
    def identity_allowed(self, allowed: bool) -> None:
        self.table.identity = allowed
        self.filter.invalidate()

    def load(self) -> None:
        """Read the journal on a worker."""
        if not self.table.readings:
            self.page.say("series", self.tr("Reading the journal"), kind="loading")
            self._pages.setCurrentIndex(0)
        self._read()

    def _read(self) -> None:
        self._desk.readings(on_result=self.show_readings, on_error=self._load_failed)

    def _journal_changed(self) -> None:
        if self.isVisible():
            self.load()

    def _load_failed(self, error: Exception) -> None:
        self.table.show_readings([])
        what, remedy = in_words(error)
        self._show_page("error", what, remedy, self.again, kind="error")

    def show_readings(self, readings: list[Reading]) -> None:
        """Show the journal, or how it comes to be filled."""
        if readings and readings == self.table.readings[::-1]:
            return  # what is selected, and where it is scrolled to, stays
        self.table.show_readings(readings)
        self._fill_models(readings)
        self._narrow()
        if readings:
            self._pages.setCurrentIndex(1)
            self._fit_columns()
            return
        self._show_page(
            "journal",
            self.tr("No readings yet"),
            self.tr(
                "With Read first on, your impression is asked for before the model's answer is "
                "shown. Both are kept here, on this computer."
            ),
            None if self.read_first_on else self.begin,
        )

    def _show_page(
        self, icon: str, title: str, text: str, wanted: QPushButton | None, *, kind: str = "plain"
    ) -> None:
        self.page.say(icon, title, text, kind=kind)
        for one in (self.begin, self.again):
            one.setVisible(one is wanted)
        self._pages.setCurrentIndex(0)

    def _fill_models(self, readings: list[Reading]) -> None:
        chosen = self.model.currentData()
        known = {
            r.answer.weights_sha256: f"{r.answer.model} {r.answer.model_version}"
            for r in readings
            if r.answer is not None
        }
        self.model.blockSignals(True)
        self.model.clear()
        self.model.addItem(self.tr("Any model"), "")
        for weights, name in sorted(known.items(), key=lambda item: item[1]):
            self.model.addItem(f"{name} ({weights[:8]})", weights)
        self.model.setCurrentIndex(max(self.model.findData(chosen), 0))
        self.model.blockSignals(False)

    # -- filter ---------------------------------------------------------------------------------

    def _narrow(self) -> None:
        self.filter.narrow(
            words=self.search.text(),
            days=self.time.currentData(),
            weights=self.model.currentData() or "",
            agreement=self.agrees.currentData(),
        )
        shown = self.filter.shown()
        self.agreement.show_readings(shown, chosen_by_it=bool(self.agrees.currentData()))
        self.no_match.say(
            "search", self.tr("No reading fits"), self.tr("Change the search or the filters.")
        )
        self._body.setCurrentIndex(0 if shown or not self.table.readings else 1)
        self.status.setText(
            self.tr("{shown} of {all} readings").format(
                shown=len({r.number for r in shown}),
                all=len({r.number for r in self.table.readings}),  # once, however many answers
            )
        )
        self._update_buttons()

    def _widen(self) -> None:
        self.search.clear()
        for box in (self.time, self.model, self.agrees):
            box.setCurrentIndex(0)

    def _update_buttons(self) -> None:
        self.erase.setEnabled(bool(self.selected()))
        self.erase_all.setEnabled(bool(self.table.readings))
        self.export.setEnabled(self.filter.rowCount() > 0)

    def selected(self) -> list[int]:
        """The numbers of the selected readings."""
        rows = self.view.selectionModel().selectedRows()
        found = [self.table.readings[self.filter.mapToSource(i).row()].number for i in rows]
        return sorted(set(found))

    # -- export and erasure ---------------------------------------------------------------------

    def _ask_export(self) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        start = (folder if folder.is_dir() else Path.home()) / "readings.csv"
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the readings"), str(start), self.tr("CSV file (*.csv)")
        )
        if name:
            self.export_to(Path(name) if name.lower().endswith(".csv") else Path(name + ".csv"))

    def export_to(self, path: Path) -> None:
        """Write the readings in the table; how it went is said in place."""
        self.status.setText(self.tr("Exporting…"))
        self._desk.export(
            path,
            self.filter.shown(),
            identity_allowed=self.identity_allowed,
            on_result=lambda written: self.status.setText(
                self.tr("Exported to {path}").format(path=written)
            ),
            on_error=self._say_error,
        )

    def _say_error(self, error: Exception) -> None:
        self.status.setText(" ".join(in_words(error)))

    def _erase_failed(self, error: Exception) -> None:
        self._read()  # what is still there
        self._say_error(error)

    def _ask_erase(self, *, every: bool = False) -> None:
        numbers = sorted({r.number for r in self.table.readings}) if every else self.selected()
        if numbers and confirm_erasure(self, self._tokens, len(numbers), every=every):
            self._desk.erase(
                None if every else numbers,
                on_result=lambda _: None,  # the table is read anew
                on_error=self._erase_failed,
            )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load()

    def changeEvent(self, event: QEvent) -> None:
        """Another window may have written to the journal meanwhile."""
        super().changeEvent(event)
        came_back = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if came_back and self.isVisible():
            self._read()
