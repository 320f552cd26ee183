"""How far an opening has come, with a button that stops it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.session import Session
from braintumor_desktop.ui.small import button
from braintumor_desktop.ui.studies import wording


class OpeningBox(QWidget):
    """Seen while files are read and something is open; before that, the viewer says the same."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.bar, self.words = QProgressBar(), QLabel()
        self.cancel = button(self.tr("Cancel"), "quiet")
        self._build()
        session.opening_changed.connect(self.show_progress)
        self.cancel.clicked.connect(session.cancel_opening)
        self.show_progress(None)

    def _build(self) -> None:
        self.setObjectName("opening")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.AROUND, 4, theme.BETWEEN, theme.BETWEEN)
        column.setSpacing(4)
        self.words.setObjectName("secondary")
        self.cancel.setToolTip(self.tr("Stop reading; what was found so far stays open"))
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.cancel)
        column.addLayout(row)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Files read"))
        column.addWidget(self.bar)

    def show_progress(self, progress: tuple[int, int] | None) -> None:
        """(files read, files found), or ``None`` when nothing is being opened."""
        self.setVisible(progress is not None and bool(self._session.studies))
        if progress is None:
            return
        done, total = progress
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.words.setText(wording.progress_words(progress))
