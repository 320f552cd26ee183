"""What was left out while opening: the reasons, and under each the files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.small import button
from braintumor_desktop.ui.studies import wording

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Problem

_FEW = 20  # files of a reason that are listed without being asked for


def by_reason(problems: Sequence[Problem]) -> dict[str, list[str]]:
    """Files by the reason why they were left out, the reason of most files first."""
    reasons: dict[str, list[str]] = {}
    for problem in problems:
        reason = problem.message.removeprefix(f"{problem.path}: ")
        reasons.setdefault(reason, []).append(str(problem.path))
    return dict(sorted(reasons.items(), key=lambda pair: -len(pair[1])))


class LeftOutDialog(QDialog):
    """A list to read, to unfold and to copy."""

    def __init__(self, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reasons = by_reason(problems)
        self.list = QTreeWidget()
        self.copy = button(self.tr("Copy list"))
        self.setWindowTitle(self.tr("Left out while opening"))
        self.resize(720, 440)
        self._build(len(problems))

    def _build(self, count: int) -> None:
        self.list.setHeaderHidden(True)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Reasons, and the files that they hold for"))
        for reason, files in self._reasons.items():
            item = QTreeWidgetItem([f"{reason}  ({len(files):,})"])
            item.setToolTip(0, reason)
            item.addChildren([QTreeWidgetItem([file]) for file in files])
            self.list.addTopLevelItem(item)
            item.setExpanded(len(files) <= _FEW)
        self.copy.setToolTip(self.tr("Copy reasons and file names; names may be personal data"))
        self.copy.clicked.connect(self._copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(*4 * [theme.AROUND])
        column.setSpacing(theme.BETWEEN)
        column.addWidget(QLabel(wording.left_out_words(count)))
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def _copy(self) -> None:
        lines = [
            line
            for reason, files in self._reasons.items()
            for line in (reason, *(f"    {file}" for file in files))
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))
