"""The words on the canvases: whose study it is, which slice, and what the overlay is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from braintumor_desktop.models.classes import class_by_key
from braintumor_desktop.ui.opinion import FindingState
from braintumor_desktop.ui.viewer.marks import CAPTION

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Series, SliceHeader, Study


def patient_words(study: Study | None) -> str:
    """Name and number of the patient; personal data: for the screen alone."""
    if study is None:
        return ""
    return "  ·  ".join(w for w in (study.patient_name, study.patient_id) if w)


def study_words(study: Study | None) -> str:
    """Date and description of the examination; personal data: for the screen alone."""
    if study is None:
        return ""
    return "  ·  ".join(w for w in (study.study_date, study.description) if w)


def series_words(series: Series | None) -> str:
    """The series' description and plane."""
    if series is None:
        return ""
    return "  ·  ".join(w for w in (series.description, series.plane) if w)


def place_words(series: Series | None, header: SliceHeader) -> str:
    """``slice 57/128   +12.5 mm``."""
    from braintumor_desktop.imaging import position_along_normal

    if series is None:
        return ""
    keys = [h.key for h in series.slices]
    number = keys.index(header.key) + 1 if header.key in keys else 0
    position = position_along_normal(header)
    along = "" if position is None else f"   {position:+.1f} mm"
    return f"slice {number}/{len(keys)}{along}"


def overlay_words(state: FindingState, index: int, *, on: bool) -> tuple[str, str, bool]:
    """(title, caption, whether an overlay is painted) for the class with this index."""
    finding = state.finding
    if state.kind == "withheld":
        words = QCoreApplication.translate("Overlay", "Record your impression first")
        return "Overlay", words, False
    if finding is None:
        waiting = state.kind in ("waiting", "loading")
        words = "Waiting for the second opinion…" if waiting else "No finding, no overlay"
        return "Overlay", words, False
    if finding.abstention is not None:
        return "Overlay", "The model abstains: no overlay", False
    name = class_by_key(finding.class_keys[index]).name
    how = "predicted" if index == finding.leading_index else "chosen"
    title = f"{name} · {how}"
    if not on:
        return title, "Overlay hidden", False
    method = finding.explanation.method
    if index != finding.leading_index and method != "Grad-CAM":
        return title, f"{method} is worked out for the leading class only", False
    if not bool(finding.explanation.evidence[index]):
        return title, f"No positive evidence for {name}", False
    return title, CAPTION, True
