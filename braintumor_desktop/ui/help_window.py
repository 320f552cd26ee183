"""The help inside the program: contents on the left, the page on the right, a search over both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QShortcut,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
)

from braintumor_desktop.ui import icons, theme
from braintumor_desktop.ui.dialogs.room import resize_within_screen
from braintumor_desktop.ui.help_text import Keys, help_markdown
from braintumor_desktop.ui.small import button, label

if TYPE_CHECKING:
    from braintumor_desktop.ui.main_window import MainWindow

_CELL_PX = 4
_BLOCK = Qt.ItemDataRole.UserRole


class HelpWindow(QDialog):
    """Stays open beside the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._language = window, window.store.settings.language
        self._keys: Keys = {}
        self._tokens = window.tokens
        self.setWindowTitle(self.tr("Help"))
        resize_within_screen(self, 960, 760)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.found = label("", "secondary")
        self.previous, self.next = button("", "quiet"), button("", "quiet")
        self.contents = QListWidget()
        self.page = QTextBrowser(openExternalLinks=False)
        self._build()

    def _build(self) -> None:
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setAccessibleName(self.tr("Search the help"))
        self.search.setToolTip(self.tr("Words to look for (Enter goes to the next place)"))
        for made, words in (
            (self.previous, self.tr("Previous place (Shift+F3)")),
            (self.next, self.tr("Next place (F3)")),
        ):
            made.setToolTip(words)
            made.setAccessibleName(words)
            made.setIconSize(QSize(theme.ICON_PX, theme.ICON_PX))
            made.setAutoDefault(False)
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setObjectName("contents")
        self.contents.setFixedWidth(256)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setWordWrap(True)
        self.page.setAccessibleName(self.tr("Help"))
        self.page.document().setDocumentMargin(24)
        head = QHBoxLayout()
        head.setContentsMargins(theme.AROUND, theme.BETWEEN, theme.AROUND, theme.BETWEEN)
        head.setSpacing(theme.INSIDE)
        for widget in (self.search, self.found, self.previous, self.next):
            head.addWidget(widget, 1 if widget is self.search else 0)
        self.found.setMinimumWidth(96)
        body = QHBoxLayout()
        body.setSpacing(1)
        body.addWidget(self.contents)
        body.addWidget(self.page, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(body, 1)
        self.search.textChanged.connect(lambda _: self._mark_all())
        self.search.returnPressed.connect(lambda: self.find_next())
        self.next.clicked.connect(lambda: self.find_next())
        self.previous.clicked.connect(lambda: self.find_next(backward=True))
        self.contents.currentItemChanged.connect(self._go_to)
        QShortcut(QKeySequence("F3"), self, lambda: self.find_next())
        QShortcut(QKeySequence("Shift+F3"), self, lambda: self.find_next(backward=True))
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus)

    def show_with(self, keys: Keys, tokens: theme.Tokens) -> None:
        """Show the page with the keys and the theme of now."""
        self._keys, self._tokens = keys, tokens
        self._write()
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """The theme changed while it stood open: its inks are those of the page, not Qt's."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._tokens != self._window.tokens:
            self._tokens = self._window.tokens
            at = self.page.verticalScrollBar().value()
            self._write()
            self.page.verticalScrollBar().setValue(at)

    def _write(self) -> None:
        tokens = self._tokens
        self.page.document().setDefaultStyleSheet(f"a {{ color: {tokens.accent}; }}")
        self.page.setMarkdown(help_markdown(self._keys, self._language))
        _dress(self.page.document(), tokens)
        self.previous.setIcon(icons.icon("previous", tokens))
        self.next.setIcon(icons.icon("next", tokens))
        self._fill_contents()
        self._mark_all()

    # -- contents -------------------------------------------------------------------------------

    def _fill_contents(self) -> None:
        self.contents.blockSignals(True)
        self.contents.clear()
        for block in _blocks(self.page.document()):
            if block.blockFormat().headingLevel() == 2:
                item = QListWidgetItem(block.text())
                item.setData(_BLOCK, block.blockNumber())
                self.contents.addItem(item)
        self.contents.blockSignals(False)

    def _go_to(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        block = self.page.document().findBlockByNumber(item.data(_BLOCK))
        top = self.page.document().documentLayout().blockBoundingRect(block).top()
        self.page.verticalScrollBar().setValue(round(top) - theme.BETWEEN)

    # -- search ---------------------------------------------------------------------------------

    def find_next(self, *, backward: bool = False) -> bool:
        """Go to the next or previous place, round the end; whether there is one."""
        text = self.search.text().strip()
        if not text:
            return False
        flags = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        found = self.page.find(text, flags)
        if not found:
            end = QTextCursor.MoveOperation.End if backward else QTextCursor.MoveOperation.Start
            self.page.moveCursor(end)
            found = self.page.find(text, flags)
        if found:
            self._centre()
        return found

    def _centre(self) -> None:
        """Bring the place that was found to the middle of the page, not to its edge."""
        bar = self.page.verticalScrollBar()
        away = self.page.cursorRect().center().y() - self.page.viewport().height() // 2
        bar.setValue(bar.value() + away)

    def _mark_all(self) -> None:
        """Mark every place, and say how many there are."""
        text = self.search.text().strip()
        places: list[QTextEdit.ExtraSelection] = []
        ground = QColor(theme.mixed(self._tokens.panel, self._tokens.warning, 0.35))
        cursor = self.page.document().find(text) if text else QTextCursor()
        while text and not cursor.isNull():
            place = QTextEdit.ExtraSelection()
            place.cursor, place.format = cursor, QTextCharFormat()
            place.format.setBackground(ground)
            places.append(place)
            cursor = self.page.document().find(text, cursor)
        self.page.setExtraSelections(places)
        words = self.tr("%Ln place(s)", "", len(places)) if places else ""
        self.found.setText(words or (self.tr("Not found") if text else ""))
        for made in (self.previous, self.next):
            made.setEnabled(bool(places))


def _blocks(document: QTextDocument) -> list[QTextBlock]:
    blocks, block = [], document.begin()
    while block.isValid():
        blocks.append(block)
        block = block.next()
    return blocks


def _dress(document: QTextDocument, tokens: theme.Tokens) -> None:
    """Space between paragraphs, quiet table lines, headings in the theme's sizes."""
    sizes = {1: theme.LEADING_PX, 2: 16, 3: theme.BASE_PX}
    for block in _blocks(document):
        level = block.blockFormat().headingLevel()
        cursor = QTextCursor(block)
        if cursor.currentTable() is None:
            spacing = QTextBlockFormat()
            spacing.setTopMargin(20 if level in (2, 3) else 0)
            spacing.setBottomMargin(theme.INSIDE)
            spacing.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.mergeBlockFormat(spacing)
        if level:
            words = QTextCharFormat()
            words.setProperty(QTextCharFormat.Property.FontPixelSize, sizes.get(level, 13))
            words.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)
            words.setForeground(QColor(tokens.secondary if level == 3 else tokens.text))
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(words)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, tokens)


def _dress_table(table: QTextTable, tokens: theme.Tokens) -> None:
    form = QTextTableFormat(table.format())
    form.setBorder(0)
    form.setCellPadding(_CELL_PX)
    form.setLeftMargin(-_CELL_PX)  # its words begin where those of the paragraphs do
    form.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.FixedLength, 200)] + [QTextLength()] * (table.columns() - 1)
    )
    form.setCellSpacing(0)
    form.setBottomMargin(theme.BETWEEN)
    table.setFormat(form)
    for column in range(table.columns()):
        head = table.cellAt(0, column)
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(tokens.secondary))
        cursor = head.firstCursorPosition()
        cursor.setPosition(head.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(quiet)
