"""About: what this is and is not, versions, the model, the licences of what it stands on."""

from __future__ import annotations

import platform
from html import escape

from PySide6.QtCore import QCoreApplication, QUrl, qVersion
from PySide6.QtWidgets import QWidget

from braintumor_desktop import __version__
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.declared_texts import research_use
from braintumor_desktop.ui.dialogs.card import card_dialog
from braintumor_desktop.ui.dialogs.page import PageDialog
from braintumor_desktop.ui.engine import ModelInfo
from braintumor_desktop.ui.licences import PackageLicence, package_licences, version_of
from braintumor_desktop.ui.workers import Workers

translate = QCoreApplication.translate
Rows = list[tuple[str, ...]]


def about_dialog(
    tokens: theme.Tokens,
    parent: QWidget | None,
    model: ModelInfo | None = None,
    workers: Workers | None = None,
) -> PageDialog:
    """What this is, and what it is not; the licences are looked up on a worker."""
    page = _page(tokens, model)
    reading = escape(translate("Dialogs", "Reading the licences…"))
    title = translate("Dialogs", "About BrainTumor Desktop")
    dialog = PageDialog(title, f"{page}<p>{reading}</p>", (640, 720), parent)

    def show_licences(packages: list[PackageLicence]) -> None:
        at = dialog.page.verticalScrollBar().value()
        dialog.page.setHtml(page + _licences(packages, tokens))
        dialog.page.verticalScrollBar().setValue(at)

    if workers is not None:
        workers.run(lambda _: package_licences(), on_result=show_licences)

    def follow(link: QUrl) -> None:
        if link.toString() == "card:" and model is not None:
            card_dialog(model, tokens, dialog).exec()

    dialog.page.anchorClicked.connect(follow)
    return dialog


def _page(tokens: theme.Tokens, model: ModelInfo | None) -> str:
    what = translate(
        "Dialogs",
        "A second opinion on single brain MR slices: calibrated probabilities for glioma, "
        "meningioma, pituitary tumor and no tumor, and a map of where the network looked.",
    )
    what_not = translate(
        "Dialogs",
        "It is not a medical device. It cannot see other diseases, and a map of where it looked "
        "is not the outline of a lesion. The model card says what it was trained on, what it "
        "reached, and where it is known to be weak.",
    )
    licence = translate("Dialogs", "Apache-2.0. Nothing leaves this computer.")
    of_model, of_versions = translate("Dialogs", "Model"), translate("Dialogs", "Versions")
    return (
        f"<h2>BrainTumor Desktop {__version__}</h2>"
        f"<p style='color:{tokens.warning}; font-weight:600'>{escape(research_use())}</p>"
        f"<p>{escape(what)}</p><p>{escape(what_not)}</p>"
        f"<p style='color:{tokens.secondary}'>{escape(licence)}</p>"
        f"{_heading(of_model, tokens)}{_model(tokens, model)}"
        f"{_heading(of_versions, tokens)}{_table(_versions(), tokens)}"
    )


def _licences(packages: list[PackageLicence], tokens: theme.Tokens) -> str:
    title = translate("Dialogs", "Licences of the packages used")
    rows: Rows = [(one.name, one.version, one.licence) for one in packages]
    return _heading(title, tokens) + _table(rows, tokens)


def _model(tokens: theme.Tokens, model: ModelInfo | None) -> str:
    if model is None:
        none = translate("Dialogs", "No model is loaded.")
        return f"<p>{escape(none)}</p>"
    words = escape(translate("Dialogs", "Model card"))
    return (
        f"<p>{escape(model.name)} {escape(model.version)} · {escape(model.sha256[:12])} · "
        f"<a href='card:' style='color:{tokens.accent}'>{words}</a></p>"
    )


def _versions() -> Rows:
    """Of what matters when something is reported; torch is asked without importing it."""
    system = f"{platform.system()} {platform.release()} ({platform.machine()})"
    rows: Rows = [
        ("BrainTumor Desktop", __version__),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        *((name, version_of(name)) for name in ("PySide6-Essentials", "torch", "pydicom")),
        (translate("Dialogs", "System"), system),
    ]
    return [row for row in rows if row[1]]


def _heading(text: str, tokens: theme.Tokens) -> str:
    style = f"color:{tokens.secondary}; font-weight:600; margin-top:18px"
    return f"<p style='{style}'>{escape(text.upper())}</p>"


def _table(rows: Rows, tokens: theme.Tokens) -> str:
    def cell(text: str, column: int) -> str:
        colour = tokens.text if column == 0 else tokens.secondary
        style = f"padding:2px 20px 2px 0; color:{colour}"
        return f"<td style='{style}'>{escape(text)}</td>"

    lines = ("".join(cell(text, n) for n, text in enumerate(row)) for row in rows)
    return f"<table cellspacing='0'>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"
