"""The panel of what is open: patients, examinations and their series, and how opening goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from braintumor_desktop.ui import icons, theme
from braintumor_desktop.ui.session import Session
from braintumor_desktop.ui.small import button, label
from braintumor_desktop.ui.studies import wording
from braintumor_desktop.ui.studies.details import SeriesDetails
from braintumor_desktop.ui.studies.left_out import LeftOutDialog
from braintumor_desktop.ui.studies.opening_box import OpeningBox
from braintumor_desktop.ui.studies.rows import RowDelegate
from braintumor_desktop.ui.studies.tree import SeriesTree
from braintumor_desktop.ui.studies.tree_model import KIND, WORDS, StudyTree

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Series


class StudyPanel(QWidget):
    """The tree of studies; below it what is said of the series, and how far opening has come."""

    def __init__(
        self, session: Session, tokens: theme.Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._tokens = session, tokens
        self._open = session.open_studies
        self.model = StudyTree(self._open, self)
        self.tree = SeriesTree()
        self._delegate = RowDelegate(tokens, self.tree)
        self.search = QLineEdit(placeholderText=self.tr("Search"), clearButtonEnabled=True)
        self.empty = QLabel()
        self.details = SeriesDetails(session, tokens)
        self.left_out = button("", "quiet")
        self.opening = OpeningBox(session)
        self._asked: dict[str, Series] = {}  # for a picture, by UID
        self._broken: set[str] = set()  # UIDs of those that gave none
        self._following = False
        self._found = True  # rows that hold the words searched for
        self._build()
        self._connect()
        self._studies_changed()

    def _build(self) -> None:
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(208)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.AROUND, 0, 0)
        column.setSpacing(theme.INSIDE)
        head = QHBoxLayout()
        head.setContentsMargins(theme.AROUND, 0, theme.BETWEEN, 0)
        head.addWidget(label(self.tr("STUDIES"), "heading"))
        head.addStretch(1)
        head.addWidget(self.search)
        column.addLayout(head)
        self._build_tree()
        self.search.setFixedWidth(116)
        self.search.setAccessibleName(self.tr("Search patients, studies and series"))
        self.search.setToolTip(self.tr("Show only what holds all these words"))
        self.empty.setObjectName("secondary")
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(theme.AROUND, 0, theme.AROUND, 0)
        self.left_out.setToolTip(self.tr("What was left out while opening, and why"))
        column.addWidget(self.empty)
        column.addWidget(self._tree_above_details(), 1)

    def _tree_above_details(self) -> QSplitter:
        """The tree and what is said of the series, with an edge between them to be dragged.

        What comes and goes stands at the foot of the tree: rows and buttons stay where they are.
        """
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.INSIDE)
        column.addWidget(self.tree, 1)
        column.addWidget(self.left_out, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.opening)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        for place, part in enumerate((above, self.details)):
            splitter.addWidget(part)
            splitter.setStretchFactor(place, 1 - place)
        return splitter

    def _build_tree(self) -> None:
        tree = self.tree
        tree.setModel(self.model)
        tree.setItemDelegate(self._delegate)
        tree.setHeaderHidden(True)
        tree.setIndentation(0)
        tree.setRootIsDecorated(False)
        tree.setExpandsOnDoubleClick(False)  # a click does
        tree.setDragEnabled(True)
        tree.setMouseTracking(True)
        tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        tree.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.setAccessibleName(self.tr("Studies and series"))

    def _connect(self) -> None:
        session = self._session
        session.studies_changed.connect(self._studies_changed)
        session.series_changed.connect(self._series_changed)
        session.series_grown.connect(self._series_changed)
        session.thumbnail_ready.connect(self._thumbnail_ready)
        session.opened.connect(self._show_left_out)
        session.opening_changed.connect(self._say_empty)
        session.opening_changed.connect(self._opening_changed)
        self.search.textChanged.connect(self._filter)
        self.tree.selectionModel().currentChanged.connect(self._chosen)
        self.tree.clicked.connect(self._clicked)
        self.tree.drag_ended.connect(lambda: self._series_changed(self._session.series))
        self.tree.customContextMenuRequested.connect(self._context_menu)
        self.left_out.clicked.connect(self.show_left_out)

    def set_tokens(self, tokens: theme.Tokens) -> None:
        self._tokens = self._delegate.tokens = tokens
        self.details.set_tokens(tokens)
        self.tree.viewport().update()

    # -- filling --------------------------------------------------------------------------------

    def _studies_changed(self) -> None:
        folded = self._folded()
        self._following = True  # rows that move are no choice of the user
        self._ask_for_pictures(self.model.refresh())
        self._following = False
        self._unfold(QModelIndex(), folded)
        self._show_left_out()
        self._filter(self.search.text())
        self._series_changed(self._session.series)

    def _ask_for_pictures(self, fresh: Iterable[Series] = ()) -> None:
        """Of new series, and of those whose picture is not that of their middle any more."""
        for series in [*fresh, *self._outgrown()]:
            self._asked[series.series_instance_uid] = series
            self._session.request_thumbnail(series)

    def _outgrown(self) -> list[Series]:
        """Series that gave no picture and changed, or that grew and are whole now.

        While files still come, the middle moves with each of them.
        """
        found = []
        for uid, asked in self._asked.items():
            pair = self.model.series_at(self.model.index_of(uid))
            if pair is None or pair[1] is asked:
                continue
            moved = not self._session.opening and pair[1].middle.key != asked.middle.key
            if uid in self._broken or moved:
                found.append(pair[1])
        self._broken -= {series.series_instance_uid for series in found}
        return found

    def _folded(self) -> set[str]:
        """Texts of the headings that the user has folded."""
        return {
            self._heading_key(index)
            for index in self._headings(QModelIndex())
            if not self.tree.isExpanded(index)
        }

    def _headings(self, parent: QModelIndex) -> list[QModelIndex]:
        found = []
        for index in self.model.rows(parent):
            if index.data(KIND) != "series":
                found += [index, *self._headings(index)]
        return found

    @staticmethod
    def _heading_key(index: QModelIndex) -> str:
        return f"{index.data(KIND)} {index.data()}"

    def _unfold(self, parent: QModelIndex, folded: set[str]) -> None:
        for index in self._headings(parent):
            self.tree.setExpanded(index, self._heading_key(index) not in folded)

    def _thumbnail_ready(self, uid: str, image: QImage) -> None:
        if image.isNull():
            self._broken.add(uid)
        broken = icons.icon("warning", theme.DARK, quiet=True)  # on the black of the canvas
        self.model.set_thumbnail(uid, broken if image.isNull() else QIcon(QPixmap.fromImage(image)))

    def _say_empty(self, _: object = None) -> None:
        """Why there are no rows to be seen."""
        words = ""
        if self._open.studies:
            words = "" if self._found else self.tr("Nothing that is open holds all these words.")
        elif self._session.opening:
            words = self.tr("Looking for images…")
        else:
            words = self.tr("Nothing is open. Drop files or a folder anywhere in the window.")
        self.empty.setText(words)
        self.empty.setVisible(bool(words))

    def _opening_changed(self, progress: tuple[int, int] | None) -> None:
        if progress is None:
            self._ask_for_pictures()

    def _show_left_out(self, _: object = None) -> None:
        count = len(self._open.problems)
        self.left_out.setText(wording.left_out_words(count))
        self.left_out.setVisible(bool(count))

    def left_out_choices(self) -> list[tuple[str, Callable[[], object]]]:
        """What a notice about files that were left out offers."""
        return [(self.tr("Show list"), self.show_left_out)] if self._open.problems else []

    def show_left_out(self) -> None:
        """List what was left out while opening, with the reasons."""
        LeftOutDialog(self._open.problems, self._tokens, self).exec()

    # -- choosing -------------------------------------------------------------------------------

    def _chosen(self, current: QModelIndex) -> None:
        if not (self._following or self.tree.pressing):
            self._choose(current)

    def _choose(self, index: QModelIndex) -> None:
        chosen = self.model.series_at(index)
        series = self._session.series
        if chosen is not None and (
            series is None or series.series_instance_uid != chosen[1].series_instance_uid
        ):
            self._session.choose_series(*chosen)

    def _clicked(self, index: QModelIndex) -> None:
        """A click on a heading folds it."""
        if index.data(KIND) == "series":
            self._choose(index)
        else:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _series_changed(self, series: Series | None) -> None:
        self._delegate.shown = "" if series is None else series.series_instance_uid
        self.tree.viewport().update()
        index = self.model.index_of(self._delegate.shown)
        if index.isValid() and index != self.tree.currentIndex():
            self._following = True
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
            self._following = False

    def _context_menu(self, place: QPoint) -> None:
        menu = self.menu_for(self.tree.indexAt(place))
        if not menu.isEmpty():
            menu.popup(self.tree.viewport().mapToGlobal(place))

    def menu_for(self, index: QModelIndex) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        study, pair = self.model.study_at(index), self.model.series_at(index)
        if study is None:
            return menu
        if pair is not None:
            menu.addAction(
                self.tr("Look at this series"), lambda: self._session.choose_series(*pair)
            )
            if self._open.chosen(study) is not pair[1]:
                menu.addAction(self.tr("Choose this series"), lambda: self._open.prefer(*pair))
        if self._open.preferred(study) is not None:
            menu.addAction(self.tr("Follow the rules"), lambda: self._open.prefer(study, None))
        if menu.actions():
            menu.addSeparator()
        menu.addAction(self.tr("Close this study"), lambda: self._session.close_study(study))
        return menu

    # -- searching ------------------------------------------------------------------------------

    def _filter(self, text: str) -> None:
        wanted = text.lower().split()
        self._found = self._hide_unfit(QModelIndex(), wanted, "")
        self._say_empty()

    def _hide_unfit(self, parent: QModelIndex, wanted: list[str], above: str) -> bool:
        """Hide the rows that lack a wanted word, counting those of the rows above them."""
        found = False
        for index in self.model.rows(parent):
            words = f"{above} {index.data(WORDS)}"
            if index.data(KIND) == "series":
                fits = all(word in words for word in wanted)
            else:
                fits = self._hide_unfit(index, wanted, words)
            self.tree.setRowHidden(index.row(), parent, not fits)
            found = found or fits
        return found
