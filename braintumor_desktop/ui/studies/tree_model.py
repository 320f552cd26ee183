"""The tree behind the panel: patient, study, series; it changes where the studies did, no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QStandardItem, QStandardItemModel

from braintumor_desktop.ui.series_drag import series_mime
from braintumor_desktop.ui.studies import wording
from braintumor_desktop.ui.studies.open_studies import OpenStudies, patient_key

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Series, Study

KIND, SECOND, COUNT, MARKS, SEQUENCE, UID, WORDS, PART = (
    int(Qt.ItemDataRole.UserRole) + n for n in range(8)
)
"""Roles: what a row is, its quieter words, its count, marks, sequence, UID, all to search, and what
sets a part of a series apart."""

AnyIndex = QModelIndex | QPersistentModelIndex


class StudyTree(QStandardItemModel):
    """Rows of the open studies.  Patients who are not named have no row of their own."""

    def __init__(self, open_studies: OpenStudies, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = open_studies
        self._series: dict[str, tuple[Study, Series]] = {}
        self._studies: dict[str, Study] = {}
        self._items: dict[str, QStandardItem] = {}

    def refresh(self) -> list[Series]:
        """Follow the open studies; returns the series that have come."""
        known = set(self._series)
        studies = self._open.studies
        self._studies = {study.study_instance_uid: study for study in studies}
        self._studies.update((patient_key(s), s) for s in studies if not wording.patient_title(s))
        self._series = {
            series.series_instance_uid: (study, series)
            for study in studies
            for series in study.series
        }
        patients: dict[str, list[Study]] = {}
        for study in studies:
            patients.setdefault(patient_key(study), []).append(study)
        self._sync(self.invisibleRootItem(), list(patients))
        for key, theirs in patients.items():
            self._fill_patient(self._items[key], theirs)
        self._forget_the_rest(patients)
        return [series for uid, (_, series) in self._series.items() if uid not in known]

    def study_at(self, index: AnyIndex) -> Study | None:
        """The study of a study's or series' row."""
        found = self.series_at(index)
        return found[0] if found else self._studies.get(str(index.data(UID)))

    def series_at(self, index: AnyIndex) -> tuple[Study, Series] | None:
        """The series of a row, with its study; ``None`` on other rows."""
        return self._series.get(str(index.data(UID))) if index.isValid() else None

    def index_of(self, uid: str) -> QModelIndex:
        """The row of a series or study; invalid where there is none."""
        item = self._items.get(uid)
        return QModelIndex() if item is None else item.index()

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """A series can be dragged to another part of the screen."""
        usual = Qt.ItemFlag.ItemIsEnabled
        if not index.isValid() or str(index.data(UID)) not in self._series:
            return usual
        return usual | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The series that is dragged, by its UID."""
        return series_mime(str(indexes[0].data(UID)))

    def set_thumbnail(self, uid: str, icon: QIcon) -> None:
        if uid in self._series:
            self._items[uid].setIcon(icon)

    def rows(self, parent: AnyIndex) -> Iterator[QModelIndex]:
        for row in range(self.rowCount(parent)):
            yield self.index(row, 0, parent)

    # -- filling --------------------------------------------------------------------------------

    def _sync(self, parent: QStandardItem, keys: Sequence[str]) -> None:
        """Make the children of an item those with these keys, in this order."""
        for row in reversed(range(parent.rowCount())):
            if str(parent.child(row).data(UID)) not in keys:
                parent.removeRow(row)
        for row, key in enumerate(keys):
            here = parent.child(row)
            if here is not None and here.data(UID) == key:
                continue
            elsewhere = next(
                (r for r in range(row, parent.rowCount()) if parent.child(r).data(UID) == key), None
            )
            if elsewhere is not None:
                parent.insertRow(row, parent.takeRow(elsewhere))
                continue
            item = QStandardItem()
            item.setEditable(False)
            item.setData(key, UID)
            self._items[key] = item
            parent.insertRow(row, item)

    def _fill_patient(self, item: QStandardItem, studies: list[Study]) -> None:
        title = wording.patient_title(studies[0])
        if not title:  # the row is the study itself
            self._put(item, KIND, "study")
            self._fill_study(item, studies[0])
            return
        self._put(item, KIND, "patient")
        second = wording.patient_second(studies[0])
        self._say(item, title, second)
        item.setToolTip("\n".join(filter(None, [title, second])))
        self._sync(item, [study.study_instance_uid for study in studies])
        for study in studies:
            self._fill_study(self._items[study.study_instance_uid], study)

    def _fill_study(self, item: QStandardItem, study: Study) -> None:
        self._put(item, KIND, "study")
        self._items[study.study_instance_uid] = item
        self._say(item, wording.study_title(study), study.study_date)
        item.setToolTip("\n".join([wording.study_title(study), *study.notes]))
        self._sync(item, [series.series_instance_uid for series in study.series])
        chosen = self._open.chosen(study)
        for series in study.series:
            self._fill_series(
                self._items[series.series_instance_uid], study, series, chosen is series
            )

    def _fill_series(self, item: QStandardItem, study: Study, series: Series, chosen: bool) -> None:
        self._put(item, KIND, "series")
        title, second = wording.series_title(series), wording.series_second(series)
        marks = wording.series_marks(series, chosen=chosen)
        self._say(item, title, second)
        self._put(item, COUNT, f"{len(series):,}")
        self._put(item, SEQUENCE, series.sequence)
        self._put(item, PART, series.part)
        self._put(item, MARKS, marks)
        item.setToolTip(wording.series_tip(series, self._open.proposal(study, series)))
        spoken = [title, wording.count_words(series), second, series.sequence]
        spoken += [mark.text for mark in marks]
        self._put(item, int(Qt.ItemDataRole.AccessibleTextRole), ", ".join(filter(None, spoken)))
        self._put(item, WORDS, " ".join(spoken).lower())

    def _say(self, item: QStandardItem, title: str, second: str) -> None:
        self._put(item, int(Qt.ItemDataRole.DisplayRole), title)
        self._put(item, SECOND, second)
        self._put(item, WORDS, f"{title} {second}".lower())

    @staticmethod
    def _put(item: QStandardItem, role: int, value: object) -> None:
        if item.data(role) != value:
            item.setData(value, role)

    def _forget_the_rest(self, patients: dict[str, list[Study]]) -> None:
        kept = {*patients, *self._studies, *self._series}
        self._items = {uid: item for uid, item in self._items.items() if uid in kept}
