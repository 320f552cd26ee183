"""The words of read-first mode: classes, confidence, agreement, times."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.ui.declared_texts import class_name
from braintumor_desktop.ui.probability_bars import percent

if TYPE_CHECKING:
    from braintumor_desktop.reporting.readings import Answer, Reading

CONFIDENCES = (0, 25, 50, 75, 100)  # what the five words stand for in the journal


def impression_words(choice: str) -> str:
    """An impression as the form and the journal call it."""
    if choice in CLASS_KEYS:
        return class_name(choice)
    return QCoreApplication.translate("Reading", "Unsure")


def confidence_words(confidence: int) -> str:
    """The nearest of the five words for a confidence of 0 to 100."""
    words = (
        QCoreApplication.translate("Reading", "Very low"),
        QCoreApplication.translate("Reading", "Low"),
        QCoreApplication.translate("Reading", "Medium"),
        QCoreApplication.translate("Reading", "High"),
        QCoreApplication.translate("Reading", "Very high"),
    )
    return words[min(range(5), key=lambda i: abs(CONFIDENCES[i] - confidence))]


def answer_words(answer: Answer | None) -> str:
    """``Glioma 93 %``, that the model abstains, or a dash."""
    if answer is None:
        return "–"
    if not answer.model_class:
        return QCoreApplication.translate("Reading", "Abstains")
    return f"{class_name(answer.model_class)} {percent(answer.model_probability)}"


def model_words(answer: Answer | None) -> str:
    """Name and version of the model, or a dash."""
    return "–" if answer is None else f"{answer.model} {answer.model_version}"


def scope_words(scope: str) -> str:
    """What was read."""
    if scope == "series":
        return QCoreApplication.translate("Reading", "Series")
    return QCoreApplication.translate("Reading", "Slice")


def agreement_words(reading: Reading) -> str:
    """In one word, for a table."""
    return {
        None: "–",
        True: QCoreApplication.translate("Reading", "Agree"),
        False: QCoreApplication.translate("Reading", "Disagree"),
    }[reading.agrees]


def verdict_words(reading: Reading) -> str:
    """How the two stand to each other, in a sentence; empty where there is no answer yet."""
    translate = QCoreApplication.translate
    if reading.answer is None:
        return ""
    if reading.agrees is None:
        if not reading.answer.model_class:
            return translate("Reading", "Nothing to compare: the model abstains.")
        return translate("Reading", "Nothing to compare: you were unsure.")
    if reading.agrees:
        return translate("Reading", "You and the model agree.")
    return translate("Reading", "You and the model disagree.")


def local_time(iso: str) -> str:
    """A time of the journal on this computer's clock: ``2026-03-02 10:00``."""
    return datetime.fromisoformat(iso).astimezone().strftime("%Y-%m-%d %H:%M")
