"""Small widgets with a name in the style sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget


def label(text: str = "", name: str = "") -> QLabel:
    """A label of one style: ``heading``, ``secondary``, ``small`` …"""
    made = QLabel(text)
    made.setObjectName(name)
    return made


def button(text: str = "", name: str = "") -> QPushButton:
    """A button of one style: ``primary``, ``quiet`` or plain."""
    made = QPushButton(text)
    made.setObjectName(name)
    return made


def rule() -> QFrame:
    """A hairline between two parts of a panel."""
    made = QFrame()
    made.setObjectName("rule")
    return made


def panel() -> QWidget:
    """A plain surface in the panels' colour."""
    made = QWidget()
    made.setObjectName("panel")
    return made
