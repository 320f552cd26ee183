"""What was left out while opening: the reasons, and under each the files."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.small import button
from braintumor_desktop.ui.studies import wording

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Problem

_SHOWN = 12  # files of one reason; the copied list has all


def by_reason(problems: Sequence[Problem]) -> dict[str, list[str]]:
    """Files by the reason why they were left out, the reason of most files first."""
    reasons: dict[str, list[str]] = {}
    for problem in problems:
        reason = problem.message.removeprefix(f"{problem.path}: ")
        reasons.setdefault(reason, []).append(str(problem.path))
    return dict(sorted(reasons.items(), key=lambda pair: -len(pair[1])))


class LeftOutDialog(QDialog):
    """A list to read and to copy."""

    def __init__(
        self, problems: Sequence[Problem], tokens: theme.Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._reasons, self._tokens = by_reason(problems), tokens
        self.page = QTextBrowser(openLinks=False)
        self.copy = button(self.tr("Copy list"))
        self.setWindowTitle(self.tr("Left out while opening"))
        self.resize(720, 480)
        self._build(len(problems))

    def _build(self, count: int) -> None:
        self.page.setHtml("".join(self._html(r, files) for r, files in self._reasons.items()))
        self.page.document().setDocumentMargin(theme.BETWEEN)
        self.page.setAccessibleName(self.tr("Reasons, and the files that they hold for"))
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
        column.addWidget(self.page, 1)
        column.addLayout(row)

    def _html(self, reason: str, files: list[str]) -> str:
        lines = [escape(file) for file in files[:_SHOWN]]
        if len(files) > _SHOWN:
            more = self.tr("and {count} more").format(count=f"{len(files) - _SHOWN:,}")
            lines.append(f"<i>{more}</i>")
        count = wording.files_words(len(files))
        return (
            f"<p style='margin:0 0 4px 0'><b>{count}</b>&nbsp; {escape(reason)}</p>"
            f"<p style='margin:0 0 16px 0; color:{self._tokens.secondary}'>{'<br>'.join(lines)}</p>"
        )

    def _copy(self) -> None:
        lines = [
            line
            for reason, files in self._reasons.items()
            for line in (reason, *(f"    {file}" for file in files))
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))
