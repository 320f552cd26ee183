"""A page of text to read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.dialogs.room import resize_within_screen
from braintumor_desktop.ui.small import button


class PageDialog(QDialog):
    """A page of text to read, with one button."""

    def __init__(
        self, title: str, html: str, size: tuple[int, int], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        resize_within_screen(self, *size)
        self.page = QTextBrowser(openExternalLinks=False)
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(20)
        self.page.setHtml(html)
        self.page.setAccessibleName(title)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.BETWEEN)
        column.addWidget(self.page)
        self._buttons.setContentsMargins(theme.AROUND, 0, theme.AROUND, 0)
        column.addWidget(self._buttons)

    def add_button(self, text: str, tool_tip: str, deed: Callable[[], object]) -> None:
        """Another button beside the one that closes the page."""
        made = button(text)
        made.setToolTip(tool_tip)
        made.setAutoDefault(False)
        self._buttons.addButton(made, QDialogButtonBox.ButtonRole.ActionRole)
        made.clicked.connect(lambda _: deed())
