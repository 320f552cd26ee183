"""The studies that are open: patient, examination, series with thumbnails; what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QIcon,
    QImage,
    QPainter,
    QPixmap,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from braintumor_desktop.ui import icons, theme
from braintumor_desktop.ui.session import Session
from braintumor_desktop.ui.small import button, label

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Series, Study

_SECOND, _COUNT, _OBJECT, _SYNTHETIC = (int(Qt.ItemDataRole.UserRole) + n for n in range(4))
_THUMBNAIL = 48


class _RowDelegate(QStyledItemDelegate):
    """Two lines a row: what it is, and a quieter second one; thumbnail left, count right."""

    def __init__(self, tokens: theme.Tokens) -> None:
        super().__init__()
        self.tokens = tokens

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        series = index.parent().isValid()
        return QSize(option.rect.width(), _THUMBNAIL + 12 if series else 44)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(option.rect).adjusted(4, 2, -4, -2)
        state = option.state
        if index.parent().isValid():
            self._ground(painter, row, state)
            icon = index.data(Qt.ItemDataRole.DecorationRole)
            picture = QRectF(row.left() + 4, row.top() + 4, _THUMBNAIL, _THUMBNAIL)
            painter.fillRect(picture, QColor("#000000"))
            if isinstance(icon, QIcon):
                icon.paint(painter, picture.toRect())
            row.setLeft(picture.right() + 6)
        self._words(painter, row.adjusted(6, 4, -8, -4), index)
        painter.restore()

    def _ground(self, painter: QPainter, row: QRectF, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if not (selected or hovered):
            return
        tokens = self.tokens
        ground = theme.mixed(tokens.panel, tokens.accent, 0.18) if selected else tokens.raised
        painter.setPen(QColor(tokens.accent) if selected else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS, theme.RADIUS)

    def _words(
        self, painter: QPainter, row: QRectF, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        study = not index.parent().isValid()
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter
        count, second = str(index.data(_COUNT) or ""), str(index.data(_SECOND) or "")
        upper = QRectF(row.left(), row.center().y() - 18, row.width(), 18)
        lower = QRectF(row.left(), row.center().y() + 1, row.width(), 16)
        painter.setFont(theme.sized_font(theme.CORNER_PX))
        painter.setPen(QColor(self.tokens.secondary))
        painter.drawText(lower, middle | right, count)
        count_width = painter.fontMetrics().horizontalAdvance(count) + 8
        room = int(row.width()) - count_width
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(
            lower, middle | left, painter.fontMetrics().elidedText(second, elide, room)
        )
        painter.setFont(theme.sized_font(theme.BASE_PX, bold=study))
        painter.setPen(QColor(self.tokens.text))
        title = str(index.data(Qt.ItemDataRole.DisplayRole))
        room = int(row.width())
        painter.drawText(upper, middle | left, painter.fontMetrics().elidedText(title, elide, room))


class StudyPanel(QWidget):
    """The tree of studies, and above it how far the opening has come."""

    open_wanted = Signal()

    def __init__(
        self, session: Session, tokens: theme.Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._tokens = session, tokens
        self._model = QStandardItemModel(self)
        self._items: dict[str, QStandardItem] = {}
        self.tree = QTreeView()
        self.search = QLineEdit(placeholderText="Search", clearButtonEnabled=True)
        self.empty = QLabel("Nothing open")
        self.progress, self.progress_label = QProgressBar(), QLabel()
        self.cancel = button("Cancel", "quiet")
        self._opening = QWidget()
        self._delegate = _RowDelegate(tokens)
        self._build()
        session.studies_changed.connect(self._studies_changed)
        session.series_changed.connect(self._series_changed)
        session.opening_changed.connect(self._opening_changed)
        session.thumbnail_ready.connect(self._thumbnail_ready)
        self.cancel.clicked.connect(session.cancel_opening)
        self.search.textChanged.connect(self._filter)
        selection = self.tree.selectionModel()
        selection.currentChanged.connect(self._chosen)

    def _build(self) -> None:
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(208)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.AROUND, 0, 0)
        column.setSpacing(theme.INSIDE)
        head = QHBoxLayout()
        head.setContentsMargins(theme.AROUND, 0, theme.BETWEEN, 0)
        head.addWidget(label("STUDIES", "heading"))
        head.addStretch(1)
        self.search.setFixedWidth(116)
        self.search.setAccessibleName("Search studies and series")
        head.addWidget(self.search)
        column.addLayout(head)
        self.tree.setModel(self._model)
        self.tree.setItemDelegate(self._delegate)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(0)
        self.tree.setRootIsDecorated(False)
        self.tree.setExpandsOnDoubleClick(True)
        self.tree.setMouseTracking(True)
        self.tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.tree.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.tree.setAccessibleName("Studies and series")
        self.empty.setObjectName("secondary")
        self.empty.setContentsMargins(theme.AROUND, 0, theme.AROUND, 0)
        column.addWidget(self.empty)
        column.addWidget(self.tree, 1)
        column.addWidget(self._opening_box())  # below: nothing moves when it comes and goes
        self._opening_changed(None)

    def _opening_box(self) -> QWidget:
        self._opening.setObjectName("opening")
        column = QVBoxLayout(self._opening)
        column.setContentsMargins(theme.AROUND, 4, theme.BETWEEN, theme.BETWEEN)
        column.setSpacing(4)
        row = QHBoxLayout()
        self.progress_label.setObjectName("secondary")
        row.addWidget(self.progress_label, 1)
        row.addWidget(self.cancel)
        column.addLayout(row)
        self.progress.setTextVisible(False)
        column.addWidget(self.progress)
        return self._opening

    def set_tokens(self, tokens: theme.Tokens) -> None:
        self._tokens = self._delegate.tokens = tokens
        self.tree.viewport().update()

    # -- filling --------------------------------------------------------------------------------

    def _studies_changed(self) -> None:
        self._model.clear()
        self._items.clear()
        self.empty.setVisible(not self._session.studies)
        for study in self._session.studies:
            item = QStandardItem(study.patient_name or study.description or "Unnamed")
            item.setData(_study_words(study), _SECOND)
            item.setSelectable(False)
            for series in study.series:
                item.appendRow(self._series_item(study, series))
            self._model.appendRow(item)
            self._session_thumbnails(study)
        self.tree.expandAll()
        self._filter(self.search.text())

    def _series_item(self, study: Study, series: Series) -> QStandardItem:
        item = QStandardItem(series.description or series.slices[0].path.name)
        words = [series.modality or series.slices[0].file_format, series.plane]
        item.setData("  ·  ".join(w for w in words if w), _SECOND)
        item.setData(f"{len(series):,}", _COUNT)
        item.setData((study, series), _OBJECT)
        item.setToolTip(f"{item.text()}: {len(series):,} slices")
        self._items[series.series_instance_uid] = item
        return item

    def _session_thumbnails(self, study: Study) -> None:
        for series in study.series:
            self._session.request_thumbnail(series)

    def _thumbnail_ready(self, uid: str, image: QImage) -> None:
        item = self._items.get(uid)
        if item is None:
            return
        if image.isNull():
            item.setIcon(icons.icon("warning", self._tokens, quiet=True))
        else:
            item.setIcon(QIcon(QPixmap.fromImage(image)))

    # -- choosing -------------------------------------------------------------------------------

    def _chosen(self, current: QModelIndex) -> None:
        chosen = current.data(_OBJECT) if current.isValid() else None
        if chosen is not None and chosen[1] is not self._session.series:
            self._session.choose_series(*chosen)

    def _series_changed(self, series: Series | None) -> None:
        item = None if series is None else self._items.get(series.series_instance_uid)
        if item is not None:
            self.tree.setCurrentIndex(item.index())
            self.tree.scrollTo(item.index())

    def _filter(self, text: str) -> None:
        wanted = text.strip().lower()
        root = QModelIndex()
        for row in range(self._model.rowCount()):
            study = self._model.item(row)
            whole = wanted in f"{study.text()} {study.data(_SECOND)}".lower()
            found = False
            for child in range(study.rowCount()):
                words = f"{study.child(child).text()} {study.child(child).data(_SECOND)}"
                matches = whole or wanted in words.lower()
                found = found or matches
                self.tree.setRowHidden(child, study.index(), not matches)
            self.tree.setRowHidden(row, root, not found)

    def _opening_changed(self, progress: tuple[int, int] | None) -> None:
        self._opening.setVisible(progress is not None)
        if progress is None:
            return
        done, total = progress
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress_label.setText(
            f"Headers {done:,} / {total:,}" if total else "Looking for images…"
        )


def _study_words(study: Study) -> str:
    words = [study.description if study.patient_name else "", study.study_date]
    if study.synthetic:
        words.insert(0, "SYNTHETIC")
    return "  ·  ".join(w for w in words if w)
