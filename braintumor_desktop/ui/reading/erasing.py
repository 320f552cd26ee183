"""The question before readings are erased: it says what is lost."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from braintumor_desktop.ui import icons, theme

translate = QCoreApplication.translate
_QUESTION_WIDTH = 384


def confirm_erasure(parent: QWidget, tokens: theme.Tokens, count: int, *, every: bool) -> bool:
    """Say what is lost, and ask."""
    box = QMessageBox(parent)
    box.setStyleSheet(f"QMessageBox QLabel[wordWrap='true'] {{ min-width: {_QUESTION_WIDTH}px; }}")
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setIconPixmap(
        icons.coloured_pixmap("warning", tokens.warning, 32, parent.devicePixelRatioF())
    )
    box.setWindowTitle(translate("JournalWindow", "Erase readings"))
    if every:
        box.setText(
            translate("JournalWindow", "Erase the whole journal ({count} readings)?").format(
                count=count
            )
        )
    else:
        box.setText(
            translate("JournalWindow", "Erase {count} of the readings?").format(count=count)
        )
    lost = translate(
        "JournalWindow",
        "Your impressions, notes and confidence and the model's answers to them are lost for good. "
        "There is no copy but what you exported.",
    )
    key = translate(
        "JournalWindow",
        "Later readings of the same patients cannot be matched with an earlier export.",
    )
    box.setInformativeText(f"{lost} {key}" if every else lost)
    erase = box.addButton(
        translate("JournalWindow", "Erase"), QMessageBox.ButtonRole.DestructiveRole
    )
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.exec()
    return box.clickedButton() is erase
