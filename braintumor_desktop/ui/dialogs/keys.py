"""The list of every key and movement of the mouse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.actions import ACTIONS, key_words, mouse_words
from braintumor_desktop.ui.dialogs.page import PageDialog

_KEYS_PX = 176  # one column through all groups
translate = QCoreApplication.translate


def keys_dialog(
    tokens: theme.Tokens, parent: QWidget | None, keys: Mapping[str, Sequence[str]] | None = None
) -> PageDialog:
    """Every key (as changed in ``keys``) and every movement of the mouse, by group."""
    groups: dict[str, list[tuple[str, str]]] = {_heading("Mouse"): mouse_words()}
    for spec in ACTIONS:
        its_keys = spec.keys if keys is None else keys.get(spec.name, spec.keys)
        if its_keys:
            groups.setdefault(spec.heading, []).append((key_words(its_keys), spec.words))
    columns: tuple[list[str], list[str]] = ([], [])
    heights = [0, 0]
    for name, rows in groups.items():
        shorter = heights.index(min(heights))
        columns[shorter].append(_key_table(name, rows, tokens))
        heights[shorter] += len(rows) + 2  # its heading takes two
    html = "<table width='100%' cellspacing='0'><tr>" + "".join(
        f"<td width='50%' valign='top'>{''.join(column)}</td>" for column in columns
    )
    return PageDialog(
        translate("Dialogs", "Keys and mouse"), html + "</tr></table>", (900, 800), parent
    )


def _heading(group_name: str) -> str:
    return QCoreApplication.translate("ActionGroups", group_name)


def _key_table(name: str, rows: list[tuple[str, str]], tokens: theme.Tokens) -> str:
    style = f"padding:3px 20px 3px 0; color:{tokens.accent}; white-space:nowrap"
    lines = "".join(
        f"<tr><td width='{_KEYS_PX}' style='{style}'>"
        f"{escape(keys)}</td><td style='padding:3px 0'>{escape(words)}</td></tr>"
        for keys, words in rows
    )
    head = f"<p style='color:{tokens.secondary}; font-weight:600'>{escape(name)}</p>"
    return f"{head}<table cellspacing='0'>{lines}</table>"
