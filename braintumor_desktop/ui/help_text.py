"""The help: a Markdown page of ``resources/help``, with the keys and the mouse filled in.

A page may hold ``{keys}`` and ``{mouse}`` (tables of what is declared) and ``{key:NAME}`` (the keys
of one action): none of them is written down a second time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from braintumor_desktop.resources import resource_path
from braintumor_desktop.ui.actions import ACTIONS, key_words, mouse_words
from braintumor_desktop.ui.declared_texts import research_use
from braintumor_desktop.ui.translation import language_for

Keys = Mapping[str, Sequence[str]]
_PLACE = re.compile(r"\{(keys|mouse|research_use|key:(\w+))\}")


def help_markdown(keys: Keys, language: str = "en") -> str:
    """The page in a language, or in English where there is none in it.

    Raises
    ------
    BrainTumorError
        If the installation does not hold it.
    """
    name = f"{language_for(language)}.md"
    folder = resource_path("help")
    path = folder / name if (folder / name).is_file() else resource_path("help", "en.md")
    return with_keys(path.read_text(encoding="utf-8"), keys)


def with_keys(page: str, keys: Keys) -> str:
    """The page with its places filled in; ``KeyError`` if it names an action that is none."""

    def fill(found: re.Match[str]) -> str:
        if found[2]:
            return f"**{_shown(keys[found[2]])}**"
        return {"keys": _key_tables(keys), "mouse": _table(mouse_words())}.get(
            found[1], research_use()
        )

    return _PLACE.sub(fill, page)


def _shown(keys: Sequence[str]) -> str:
    return key_words(keys) or no_key()


def no_key() -> str:
    """What stands where an action has no key."""
    return QCoreApplication.translate("Help", "no key")


def _key_tables(keys: Keys) -> str:
    groups: dict[str, list[tuple[str, str]]] = {}
    for spec in ACTIONS:
        if its_keys := keys[spec.name]:
            groups.setdefault(spec.heading, []).append((key_words(its_keys), spec.words))
    return "\n\n".join(f"### {name}\n\n{_table(rows)}" for name, rows in groups.items())


def _table(rows: Sequence[tuple[str, str]]) -> str:
    translate = QCoreApplication.translate
    head = (translate("Help", "Key or movement"), translate("Help", "What it does"))
    lines = [head, ("---", "---"), *(tuple(map(_escaped, row)) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|+.!-])", r"\\\1", text)
