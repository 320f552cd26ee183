"""Shows the program's log, which holds no personal data, and crash files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.dialogs import PageDialog
from braintumor_desktop.ui.dialogs.room import resize_within_screen
from braintumor_desktop.ui.small import button, label
from braintumor_desktop.ui.workers import CancelToken, Workers

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


@dataclass(frozen=True)
class LogLine:
    """One line of the log; a line that begins no record belongs to the level before it."""

    level: str
    text: str


def read_log(file: Path, token: CancelToken | None = None) -> list[LogLine]:
    """The log, oldest line first: the older files (``.3`` is the oldest), then the current one.

    Raises
    ------
    OSError
        If a file is there and cannot be read.
    """
    lines: list[LogLine] = []
    for path in _files(file):
        level = LEVELS[0]
        with path.open(encoding="utf-8", errors="replace") as stream:
            for text in stream:
                if token is not None:
                    token.check()
                words = text.split(maxsplit=3)
                level = words[2] if len(words) > 2 and words[2] in LEVELS else level
                lines.append(LogLine(level, text.rstrip("\n")))
    return lines


def _files(file: Path) -> Iterator[Path]:
    older = sorted(file.parent.glob(f"{file.name}.*"), key=lambda p: p.suffix, reverse=True)
    yield from (path for path in (*older, file) if path.is_file())


class LogViewer(QDialog):
    """The log, filtered by level and words; it can be copied and saved."""

    _SHOWN: ClassVar[tuple[str, ...]] = ("INFO", "WARNING", "ERROR")

    def __init__(self, file: Path | None, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file, self._workers = file, workers
        self._lines: list[LogLine] = []
        self.setWindowTitle(self.tr("Log"))
        resize_within_screen(self, 1040, 640)
        self.level = QComboBox()
        self.search = QLineEdit(clearButtonEnabled=True)
        self.text = QPlainTextEdit(readOnly=True)
        self.state = label("", "secondary")
        self.copy, self.save = button(self.tr("Copy")), button(self.tr("Save…"))
        self.again = button(self.tr("Read again"))
        self._build()
        self.read()

    def _build(self) -> None:
        names = (self.tr("Everything"), self.tr("Warnings and errors"), self.tr("Errors"))
        for name, value in zip(names, self._SHOWN, strict=True):
            self.level.addItem(name, value)
        self.level.setAccessibleName(self.tr("How serious"))
        self.level.setToolTip(self.tr("Show everything, or only what is at least so serious"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the log"))
        self.search.setToolTip(self.tr("Show only lines that hold these words"))
        self.text.setAccessibleName(self.tr("Log"))
        self.text.setToolTip("" if self._file is None else str(self._file))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        self.copy.setToolTip(self.tr("Copy the lines that are shown"))
        self.save.setToolTip(self.tr("Save the lines that are shown as a text file"))
        self.again.setToolTip(self.tr("Read what was written since"))
        words = self.tr("No patient data is written here: names and paths are withheld.")
        note = label(words, "secondary")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.level)
        head.addWidget(self.search, 1)
        head.addWidget(self.again)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for made, role in (
            (self.copy, QDialogButtonBox.ButtonRole.ActionRole),
            (self.save, QDialogButtonBox.ButtonRole.ActionRole),
        ):
            buttons.addButton(made, role)
        foot.addWidget(self.state, 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(*4 * [theme.AROUND])
        column.setSpacing(theme.BETWEEN)
        column.addWidget(note)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        buttons.rejected.connect(self.reject)
        self.level.currentIndexChanged.connect(lambda _: self._show())
        self.search.textChanged.connect(lambda _: self._show())
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.text.toPlainText())
        )
        self.save.clicked.connect(self._ask_save)
        self.again.clicked.connect(self.read)

    def read(self) -> None:
        """Read the files on a worker."""
        file = self._file
        if file is None:
            self.state.setText(self.tr("No log file can be written here; see the terminal."))
            return
        self.state.setText(self.tr("Reading…"))
        self._workers.run(
            lambda token: read_log(file, token), on_result=self._take, on_error=self._failed
        )

    def _take(self, lines: list[LogLine]) -> None:
        self._lines = lines
        self._show()

    def _failed(self, error: Exception) -> None:
        words = self.tr("The log cannot be read ({reason}).")
        self.state.setText(words.format(reason=type(error).__name__))

    def _show(self) -> None:
        least = LEVELS.index(self.level.currentData())
        wanted = self.search.text().casefold()
        shown = [
            line.text
            for line in self._lines
            if LEVELS.index(line.level) >= least and wanted in line.text.casefold()
        ]
        self.text.setPlainText("\n".join(shown))
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.moveCursor(QTextCursor.MoveOperation.StartOfLine)
        words = self.tr("{shown} of {count} lines")
        self.state.setText(words.format(shown=f"{len(shown):,}", count=f"{len(self._lines):,}"))

    def _ask_save(self) -> None:
        title, kind = self.tr("Save log"), self.tr("Text (*.txt)")
        name, _ = QFileDialog.getSaveFileName(self, title, "braintumor-desktop-log.txt", kind)
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Write the lines that are shown, on a worker."""
        text = self.text.toPlainText()
        saved = self.tr("Saved as {name}").format(name=path.name)
        failed = self.tr("{name} cannot be written. Choose another folder.").format(name=path.name)
        self._workers.run(
            lambda _: path.write_text(text + "\n", encoding="utf-8"),
            on_result=lambda _: self.state.setText(saved),
            on_error=lambda _: self.state.setText(failed),
        )


def crash_dialog(path: Path, text: str, parent: QWidget | None) -> PageDialog:
    """A crash file to read, with a button that copies it."""
    translate = QCoreApplication.translate
    words = translate(
        "Crash",
        "It may be sent to whoever looks after the program: it holds versions and places in the "
        "program, no patient data.",
    )
    trace = f"<pre style='white-space: pre-wrap'>{escape(text)}</pre>"
    html = f"<p>{escape(words)}</p><p>{escape(str(path))}</p>{trace}"
    dialog = PageDialog(translate("Crash", "Crash report"), html, (760, 560), parent)
    dialog.add_button(
        translate("Crash", "Copy"),
        translate("Crash", "Copy the report"),
        lambda: QGuiApplication.clipboard().setText(text),
    )
    return dialog
