"""Texts that stand in declarations, and are translated when they are shown.

Classes and settings are declared on floors that know no Qt; actions and menus in tables that are
filled before there is an application.  ``lupdate`` finds none of them in the sources:
``packaging/update_translations.py`` takes them from :func:`declared_texts`.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic.fields import FieldInfo
from PySide6.QtCore import QCoreApplication

from braintumor_desktop import RESEARCH_USE
from braintumor_desktop.models.classes import CLASSES, class_by_key
from braintumor_desktop.settings import Settings, choices, group

_CLASSES, _SETTINGS, _RESEARCH = "Classes", "Settings", "ResearchUse"
_PLANES, _RULE, _ABSTENTION = "Planes", "SeriesRule", "Abstention"
_PLANE_NAMES = ("axial", "coronal", "sagittal")


def class_name(key: str) -> str:
    """What the screen calls a class."""
    return QCoreApplication.translate(_CLASSES, class_by_key(key).name)


def plane_name(plane: str) -> str:
    """What the screen calls the plane of a series; empty where it is unknown."""
    return QCoreApplication.translate(_PLANES, plane) if plane else ""


def series_rule() -> str:
    """How the findings of a series become one."""
    from braintumor_desktop.inference.series import RULE

    return QCoreApplication.translate(_RULE, RULE)


def abstention_words(reason: str) -> str:
    """Why the model gives no class; what is quoted from a file stays as it is."""
    sentence, colon, found = reason.removesuffix(".").partition(": ")
    translated = QCoreApplication.translate(_ABSTENTION, sentence)
    detail = QCoreApplication.translate(_ABSTENTION, found) if found else ""
    return f"{translated}{colon}{detail}."


def research_use() -> str:
    """The words of the strip that cannot be closed."""
    return QCoreApplication.translate(_RESEARCH, RESEARCH_USE)


def setting_text(text: str | None) -> str:
    """Title, description, heading or choice of a setting."""
    return QCoreApplication.translate(_SETTINGS, text) if text else ""


def setting_choices(field: FieldInfo) -> list[tuple[str, str]]:
    """(value, label) of a setting with a fixed list of values."""
    return [(value, setting_text(label)) for value, label in choices(field)]


def declared_texts() -> dict[str, list[str]]:
    """Every declared text, once, by its context."""
    from braintumor_desktop.inference.abstention import FOUND, SENTENCES
    from braintumor_desktop.inference.series import RULE
    from braintumor_desktop.ui import actions, menus

    return {
        _RESEARCH: [RESEARCH_USE],
        _CLASSES: [tumor_class.name for tumor_class in CLASSES],
        _PLANES: [*_PLANE_NAMES, *(f"oblique {name}" for name in _PLANE_NAMES)],
        _RULE: [RULE],
        _ABSTENTION: [*SENTENCES, *FOUND],
        _SETTINGS: list(dict.fromkeys(_setting_texts())),
        **actions.declared_texts(),
        **menus.declared_texts(),
    }


def _setting_texts() -> Iterator[str]:
    for field in Settings.model_fields.values():
        if group(field) != "hidden":
            yield group(field)
            yield field.title or ""
            yield field.description or ""
            yield from (label for _, label in choices(field))
