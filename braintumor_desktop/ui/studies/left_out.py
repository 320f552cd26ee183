"""What was left out while opening: the reasons, and under each the files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from html import escape
from pathlib import Path
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


def by_reason(problems: Sequence[Problem]) -> dict[str, list[Path]]:
    """Files by the reason why they were left out, the reason of most files first."""
    reasons: dict[str, list[Path]] = {}
    for problem in problems:
        reason = problem.message.removeprefix(f"{problem.path}: ")
        reasons.setdefault(reason, []).append(problem.path)
    return dict(sorted(reasons.items(), key=lambda pair: -len(pair[1])))


def common_folder(problems: Sequence[Problem]) -> Path | None:
    """The folder that all files lie in; ``None`` where they have nothing but the root in common."""
    folders = {str(problem.path.parent) for problem in problems}
    try:
        shared = Path(os.path.commonpath(folders))
    except ValueError:  # none, different drives, or some relative
        return None
    return None if shared == shared.parent else shared


def printable(name: object) -> str:
    """A name as it can be shown: line breaks, and what turns the direction of writing, marked."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in str(name))


class LeftOutDialog(QDialog):
    """A list to read and to copy."""

    def __init__(
        self, problems: Sequence[Problem], tokens: theme.Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._reasons, self._tokens = by_reason(problems), tokens
        self._shared = common_folder(problems)
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
        column.addWidget(self._head(count))
        column.addWidget(self.page, 1)
        column.addLayout(row)

    def _head(self, count: int) -> QLabel:
        words = [wording.left_out_words(count)]
        if self._shared is not None and count > 1:
            words.append(self.tr("All of them lie in {folder}").format(folder=self._shared))
        head = QLabel("\n".join(map(printable, words)))
        head.setWordWrap(True)
        return head

    def _html(self, reason: str, files: list[Path]) -> str:
        lines = [self._line(file) for file in files[:_SHOWN]]
        if len(files) > _SHOWN:
            more = self.tr("and {count} more").format(count=f"{len(files) - _SHOWN:,}")
            lines.append(f"<i>{more}</i>")
        count = wording.files_words(len(files))
        return (
            f"<p style='margin:0 0 4px 0'><b>{count}</b>&nbsp; {escape(printable(reason))}</p>"
            f"<p style='margin:0 0 16px 0'>{'<br>'.join(lines)}</p>"
        )

    def _line(self, file: Path) -> str:
        """The name of a file, then its folder, as far as that is its own."""
        folder = file.parent
        if self._shared is not None:
            folder = folder.relative_to(self._shared)
        where = "" if folder == Path() else escape(printable(folder))
        quiet = f"<span style='color:{self._tokens.secondary}'>&nbsp; {where}</span>"
        return f"{escape(printable(file.name))}{quiet}"

    def _copy(self) -> None:
        lines = [
            line
            for reason, files in self._reasons.items()
            for line in (reason, *(f"    {printable(file)}" for file in files))
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))
