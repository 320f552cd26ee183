"""Notices in place: one bar over the viewer, with a list that can be opened and copied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from braintumor_desktop.ui import icons, theme
from braintumor_desktop.ui.small import button


class NoticeBar(QWidget):
    """A sentence with its colour's icon; details on demand; goes when it is closed."""

    def __init__(self, tokens: theme.Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._icon, self.label = QLabel(), QLabel()
        self.more = button(self.tr("Show list"), "quiet")
        self.copy = button(self.tr("Copy"), "quiet")
        self._close = button("", "quiet")
        self.details = QPlainTextEdit(readOnly=True)
        self._choices = QHBoxLayout()
        self._kind = "warning"
        self._build()
        self.hide()

    def _build(self) -> None:
        self.setObjectName("noticeBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout()
        row.setContentsMargins(theme.BETWEEN, 4, 4, 4)
        row.setSpacing(theme.INSIDE)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.setToolTip(self.tr("Close this notice"))
        self.more.setToolTip(self.tr("Every file that was left out, and why"))
        self.copy.setToolTip(self.tr("Copy this notice and its list"))
        self._choices.setSpacing(theme.INSIDE)
        row.addWidget(self._icon)
        row.addWidget(self.label, 1)
        row.addLayout(self._choices)
        for widget in (self.more, self.copy, self._close):
            row.addWidget(widget)
        self.details.setAccessibleName(self.tr("What was left out"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.details)
        self.more.clicked.connect(self._toggle)
        self.copy.clicked.connect(self._copy)
        self._close.clicked.connect(self.hide)

    def say(
        self,
        words: str,
        *,
        kind: str = "warning",
        details: Sequence[str] = (),
        choices: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        """Show a notice.

        Parameters
        ----------
        kind
            ``info``, ``warning`` or ``error``.
        details
            Lines of the list that can be opened.
        choices
            Buttons, each with what it does.
        """
        self._kind = kind
        self._offer(choices)
        self.label.setText(words)
        self.details.setPlainText("\n".join(details))
        self.details.setFixedHeight(min(8, max(2, len(details))) * 18 + 16)
        self.details.hide()
        self.more.setText(self.tr("Show list"))
        self.more.setVisible(bool(details))
        self.copy.setVisible(bool(details) or kind == "error")
        self.set_tokens(self._tokens)
        self.show()

    def set_tokens(self, tokens: theme.Tokens) -> None:
        self._tokens = tokens
        colour = {"error": tokens.error, "warning": tokens.warning}.get(self._kind, tokens.accent)
        self._icon.setPixmap(
            icons.coloured_pixmap(self._kind, colour, 18, self.devicePixelRatioF())
        )
        self._close.setIcon(icons.icon("close", tokens, quiet=True))

    def choices(self) -> list[QPushButton]:
        """The buttons that are offered at present."""
        places = (self._choices.itemAt(n) for n in range(self._choices.count()))
        return [b for p in places if p is not None and isinstance(b := p.widget(), QPushButton)]

    def _offer(self, choices: Sequence[tuple[str, Callable[[], object]]]) -> None:
        while (item := self._choices.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for words, deed in choices:
            made = button(words)
            made.setToolTip(words)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.clicked.connect(partial(self._chosen, deed))
            self._choices.addWidget(made)

    def _chosen(self, deed: Callable[[], object], _: bool = False) -> None:
        deed()

    def _toggle(self) -> None:
        shown = not self.details.isVisible()
        self.details.setVisible(shown)
        self.more.setText(self.tr("Hide list") if shown else self.tr("Show list"))

    def _copy(self) -> None:
        words = self.label.text()
        if self.details.toPlainText():
            words += "\n" + self.details.toPlainText()
        QGuiApplication.clipboard().setText(words)
