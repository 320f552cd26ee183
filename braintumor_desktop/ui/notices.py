"""Notices in place: one bar over the viewer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from braintumor_desktop.ui import icons, theme
from braintumor_desktop.ui.small import button


class NoticeBar(QWidget):
    """A sentence with its colour's icon and what can be done about it; goes when it is closed."""

    def __init__(self, tokens: theme.Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._icon, self.label = QLabel(), QLabel()
        self.copy = button(self.tr("Copy"), "quiet")
        self._close = button("", "quiet")
        self._choices = QHBoxLayout()
        self._kind = "warning"
        self._build()
        self.hide()

    def _build(self) -> None:
        self.setObjectName("noticeBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.BETWEEN, 4, 4, 4)
        row.setSpacing(theme.INSIDE)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.setToolTip(self.tr("Close this notice"))
        self.copy.setToolTip(self.tr("Copy this notice"))
        self._choices.setSpacing(theme.INSIDE)
        row.addWidget(self._icon)
        row.addWidget(self.label, 1)
        row.addLayout(self._choices)
        for widget in (self.copy, self._close):
            row.addWidget(widget)
        self.copy.clicked.connect(self._copy)
        self._close.clicked.connect(self.hide)

    def say(
        self,
        words: str,
        *,
        kind: str = "warning",
        choices: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        """Show a notice.

        Parameters
        ----------
        kind
            ``info``, ``warning`` or ``error``.
        choices
            Buttons, each with what it does.
        """
        self._kind = kind
        self._offer(choices)
        self.label.setText(words)
        self.copy.setVisible(kind == "error")
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

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.label.text())
