"""The words on the canvases: whose study it is, which slice, and what the overlay is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from braintumor_desktop.ui.declared_texts import class_name, plane_name
from braintumor_desktop.ui.opinion import FindingState

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Series, SliceHeader, Study

translate = QCoreApplication.translate


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
    return "  ·  ".join(w for w in (series.description, plane_name(series.plane)) if w)


def place_words(series: Series | None, header: SliceHeader) -> str:
    """``slice 57/128   +12.5 mm``."""
    from braintumor_desktop.imaging import position_along_normal

    if series is None:
        return ""
    keys = [h.key for h in series.slices]
    number = keys.index(header.key) + 1 if header.key in keys else 0
    position = position_along_normal(header)
    along = "" if position is None else f"   {position:+.1f} mm"
    words = translate("Viewer", "slice {number}/{all}").format(number=number, all=len(keys))
    return words + along


def overlay_words(
    state: FindingState, index: int, *, on: bool, named: bool = False
) -> tuple[str, str, bool]:
    """(title, caption, whether an overlay is painted) for the class with this index.

    ``named`` where two models are compared: the title says whose map it is.
    """
    finding = state.finding
    if finding is None or finding.abstention is not None:
        return translate("Overlay", "Overlay"), _why_none(state), False
    name = class_name(finding.class_keys[index])
    how = translate("Overlay", "chosen")
    if index == finding.leading_index:
        how = translate("Overlay", "predicted")
    whose = (finding.model.name,) if named else ()
    title = " · ".join((name, how, *whose))
    if not on:
        return title, translate("Overlay", "Overlay hidden"), False
    if not finding.explanation.knows(index):
        return title, _no_map(state, finding.explanation.method), False
    if not bool(finding.explanation.evidence[index]):
        words = translate("Overlay", "No positive evidence for {name}")
        return title, words.format(name=name), False
    return title, translate("Overlay", "Where the network looked; not a lesion outline"), True


def _why_none(state: FindingState) -> str:
    if state.finding is not None:
        return translate("Overlay", "The model abstains: no overlay")
    if state.kind == "withheld":
        return translate("Overlay", "Record your impression first")
    if state.kind in ("waiting", "loading"):
        return translate("Overlay", "Waiting for the second opinion…")
    return translate("Overlay", "No finding, no overlay")


def _no_map(state: FindingState, method: str) -> str:
    """Another method's map is on its way, or there can be none."""
    words = translate("Overlay", "{method} is being worked out…")
    if state.map_error is not None:
        words = translate("Overlay", "{method} could not be worked out")
    return words.format(method=method)
