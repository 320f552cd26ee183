"""A form that scrolls: headings, a row for everything that can be changed, buttons below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.dialogs.room import resize_within_screen
from braintumor_desktop.ui.small import label

_EDGE, _SCROLL_BAR_PX, _FRAME_PX = 20, 10, 1  # the latter two as in the style sheet
_Button = QDialogButtonBox.StandardButton


class FormDialog(QDialog):
    """Whoever derives from it adds headings and rows, then finishes it."""

    def __init__(self, size: tuple[int, int], parent: QWidget | None) -> None:
        super().__init__(parent)
        resize_within_screen(self, *size)
        self._complaint = label("", "errorText")
        self._complaint.setWordWrap(True)
        self._complaint.hide()
        inner = QWidget()
        self._grid = QGridLayout(inner)
        # Its bar and its frame take room from the edges: rows begin and end where the buttons do.
        left, right = _EDGE - _FRAME_PX, _EDGE - _FRAME_PX - _SCROLL_BAR_PX
        self._grid.setContentsMargins(left, _EDGE, right, _EDGE)
        self._grid.setHorizontalSpacing(_EDGE)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the focus of its rows
        self._area.setWidget(inner)

    @property
    def restore_button(self) -> QPushButton:
        """The button that brings back what was there at first."""
        return self._buttons.button(_Button.RestoreDefaults)

    @property
    def complaint(self) -> str:
        """What is said to be wrong at present; empty where nothing is."""
        return self._complaint.text()

    def add_heading(self, text: str) -> None:
        """Begin a group of rows."""
        title = label(text.upper(), "heading")
        title.setContentsMargins(0, theme.BETWEEN if self._grid.count() else 0, 0, 4)
        self._grid.addWidget(title, self._grid.rowCount(), 0, 1, 2)

    def add_row(self, words: QWidget, editor: QWidget) -> None:
        """Add what can be changed, with its words on the left."""
        row = self._grid.rowCount()
        self._grid.addWidget(words, row, 0)
        self._grid.addWidget(editor, row, 1, Qt.AlignmentFlag.AlignVCenter)

    def finish(self) -> None:
        """Put the buttons below the last row, where Tab comes to last."""
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._buttons = QDialogButtonBox(_Button.Ok | _Button.Cancel | _Button.RestoreDefaults)
        self._buttons.accepted.connect(self._accept)
        self._buttons.rejected.connect(self.reject)
        self._buttons.button(_Button.Ok).setObjectName("primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.BETWEEN)
        column.addWidget(self._area)
        for widget in (self._complaint, self._buttons):
            widget.setContentsMargins(_EDGE, 0, _EDGE, 0)
            column.addWidget(widget)

    def complain(self, words: str, *, accept: bool) -> None:
        """Say what is wrong, or nothing; ``accept`` is whether OK can be pressed all the same."""
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))
        self._buttons.button(_Button.Ok).setEnabled(accept)

    def _accept(self) -> None:
        self.accept()
