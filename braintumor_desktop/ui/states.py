"""What stands where there is nothing to show: empty, loading, error; each says what to do next."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from braintumor_desktop.errors import BrainTumorError
from braintumor_desktop.ui import icons, theme


def in_words(error: Exception) -> tuple[str, str]:
    """(what happened, what to do next) of any error, for the person at the screen.

    The words of a ``BrainTumorError`` come from floors that know no Qt: they are English.
    """
    if isinstance(error, BrainTumorError):
        subject = f"{error.path}: " if error.path else ""
        return subject + error.what, error.remedy
    translate = QCoreApplication.translate
    what = translate("States", "Something unexpected happened ({kind}).")
    remedy = translate("States", "The rest keeps working. The log says where it happened.")
    return what.format(kind=type(error).__name__), remedy


class StatePage(QWidget):
    """An icon, a sentence, what to do next, and buttons; in the middle of its room."""

    def __init__(self, tokens: theme.Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title.setFont(theme.sized_font(18, bold=True))
        self._text = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._text.setObjectName("secondary")
        for label in (self._title, self._text):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._progress = QProgressBar()
        self._progress.setFixedWidth(240)
        self._progress.setTextVisible(False)
        self._buttons: list[tuple[QPushButton, bool]] = []
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.INSIDE)
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*4 * [24])
        column.setSpacing(theme.INSIDE)
        column.addStretch(3)
        for widget in (self._icon, self._title, self._text):
            column.addWidget(widget)
        column.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignCenter)
        column.addSpacing(theme.BETWEEN)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(self.buttons)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(4)

    def add_button(self, button: QPushButton, *, while_loading: bool = False) -> None:
        """A button of the page, seen while it is loading or else when it is not."""
        self._buttons.append((button, while_loading))
        self.buttons.addWidget(button)

    def say(
        self,
        icon_name: str,
        title: str,
        text: str = "",
        *,
        kind: str = "plain",
        progress: tuple[int, int] | None = None,
    ) -> None:
        """Change the words; ``kind`` is ``plain``, ``error`` or ``loading``."""
        colour = self._tokens.error if kind == "error" else "#9AA4B2"
        self._icon.setPixmap(icons.coloured_pixmap(icon_name, colour, 44, self.devicePixelRatioF()))
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        loading = kind == "loading"
        self._progress.setVisible(loading)
        for button, while_loading in self._buttons:
            button.setVisible(while_loading == loading)
        done, total = progress or (0, 0)
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def take_focus(self) -> None:
        """The keyboard goes to the first button that is seen; else it would go to anywhere."""
        for button, _ in self._buttons:
            if button.isVisible():
                button.setFocus()
                return
