"""What stands where there is nothing to show: empty, loading, error; each says what to do next."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from braintumor_desktop.errors import BrainTumorError
from braintumor_desktop.ui import icons, theme

_MARGIN, _SMALLEST, _ROOMY = 24, 140, 220


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
        self._buttons: list[tuple[QPushButton, Collection[str]]] = []
        self.buttons = QGridLayout()
        self.buttons.setSpacing(theme.INSIDE)
        self.setMinimumSize(_SMALLEST, _SMALLEST)  # its words do not decide how the room is shared
        self._build()

    def _build(self) -> None:
        column = self._column = QVBoxLayout(self)
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

    def add_button(
        self, button: QPushButton, *, kinds: Collection[str] = ("plain", "error")
    ) -> None:
        """A button of the page, seen while what it says is of one of these kinds."""
        self._buttons.append((button, kinds))
        self.buttons.addWidget(button, 0, self.buttons.count())

    def hasHeightForWidth(self) -> bool:
        """The same: long words in one of four viewports leave the others as large as it is."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The buttons in one row, or in more where it is narrow; the icon where there is room."""
        roomy = self.height() >= _ROOMY
        self._icon.setVisible(roomy)
        self._column.setContentsMargins(*4 * [_MARGIN if roomy else theme.INSIDE])
        shown = [button for button, _ in self._buttons if not button.isHidden()]
        if not shown:
            return
        widest = max(button.sizeHint().width() for button in shown)
        whole = sum(button.sizeHint().width() + theme.INSIDE for button in shown)
        room = self.width() - 2 * _MARGIN
        fitting = max(1, room // (widest + theme.INSIDE))
        columns = len(shown) if whole <= room else min(fitting, -(-len(shown) // 2))
        for place, button in enumerate(shown):
            self.buttons.addWidget(button, *divmod(place, columns))

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
        self._text.setToolTip(text if kind == "error" else "")
        self._text.setVisible(bool(text))
        self._progress.setVisible(kind == "loading")
        for button, kinds in self._buttons:
            button.setVisible(kind in kinds)
        self._arrange()
        done, total = progress or (0, 0)
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def take_focus(self) -> None:
        """The keyboard goes to the first button that is seen; else it would go to anywhere."""
        for button, _ in self._buttons:
            if button.isVisible():
                button.setFocus()
                return
