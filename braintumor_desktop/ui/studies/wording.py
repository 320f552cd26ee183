"""The words of the study browser: rows, marks, tips, and why a series was chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from braintumor_desktop.ui.declared_texts import plane_name

if TYPE_CHECKING:
    from braintumor_desktop.imaging.selection import SeriesChoice
    from braintumor_desktop.imaging.study import Series, Study

_BETWEEN = "  ·  "
translate = QCoreApplication.translate  # lupdate finds calls of this name


@dataclass(frozen=True)
class Mark:
    """A word on a series' row; ``kind`` is ``chosen``, ``plain`` or ``warning``."""

    text: str
    kind: str = "plain"


def _line(words: Iterable[str]) -> str:
    return _BETWEEN.join(word for word in words if word)


def patient_title(study: Study) -> str:
    """The name, else the number; empty where nobody is named.  Personal data: for the screen."""
    return study.patient_name or study.patient_id


def patient_second(study: Study) -> str:
    """The number beside the name."""
    same = study.patient_id == study.patient_name
    return "" if same or not study.patient_name else study.patient_id


def study_title(study: Study) -> str:
    """What the examination is called, after a word for what shows nobody."""
    synthetic = translate("Studies", "SYNTHETIC") if study.synthetic else ""
    modality = next((series.modality for series in study.series if series.modality), "")
    unnamed = translate("Studies", "{modality} study").format(modality=modality).strip()
    described = study.description.replace("^", " ").strip()  # Siemens: "head^routine"
    return _line([synthetic, described or unnamed])


def series_name(series: Series) -> str:
    """The description, else the protocol, the number, or the name of the first file."""
    first = series.slices[0]
    numbered = ""
    if series.number is not None:
        numbered = translate("Studies", "Series {number}").format(number=series.number)
    return series.description or first.protocol_name or numbered or first.path.name


def series_title(series: Series) -> str:
    """The name with what sets a part apart."""
    return _line([series_name(series), series.part])


def is_pictures(series: Series) -> bool:
    """Whether these are pictures, of which no header says anything: then nothing is chosen."""
    return series.slices[0].file_format not in {"DICOM", "NIfTI"}


def series_second(series: Series) -> str:
    """Plane and spacing, else the kind of image."""
    if not series.is_stack:
        return translate("Studies", "Single images")
    words = _line([plane_name(series.plane), series_spacing(series)])
    return words or series.modality or series.slices[0].file_format


def series_spacing(series: Series) -> str:
    """``0.94 × 0.94 × 5 mm``: rows, columns, between slices; empty where unknown."""
    if series.pixel_spacing is None:
        return ""
    sides = [*series.pixel_spacing]
    if series.slice_spacing is not None:
        sides.append(series.slice_spacing)
    return " × ".join(f"{side:.3g}" for side in sides) + " mm"


def series_marks(series: Series, *, chosen: bool) -> tuple[Mark, ...]:
    """What a careful reader would know before opening the series."""
    lossy = any(header.lossy for header in series.slices)
    marks = [
        (chosen and not is_pictures(series), Mark(translate("Studies", "Chosen"), "chosen")),
        (series.localizer, Mark(translate("Studies", "Localiser"))),
        (series.derived, Mark(translate("Studies", "Derived"))),
        (lossy, Mark(translate("Studies", "Lossy"), "warning")),
        (bool(series.missing_positions), Mark(translate("Studies", "Gaps"), "warning")),
        (bool(series.duplicates), Mark(translate("Studies", "Copies left out"))),
    ]
    shown = [mark for holds, mark in marks if holds]
    on_the_row = (
        series.missing_positions, not series.is_stack, series.duplicates, series.part
    )  # fmt: skip
    told = len(series.notes) - sum(map(bool, on_the_row))
    if told > 0:
        words = (
            translate("Studies", "1 note")
            if told == 1
            else translate("Studies", "{count} notes").format(count=told)
        )
        shown.append(Mark(words, "warning"))
    return tuple(shown)


def count_words(series: Series) -> str:
    """``128 slices``; of single images, ``128 images``."""
    count = len(series)
    if not series.is_stack:
        return translate("Studies", "{count} images").format(count=f"{count:,}")
    return (
        translate("Studies", "1 slice")
        if count == 1
        else translate("Studies", "{count} slices").format(count=f"{count:,}")
    )


def series_facts(series: Series) -> str:
    """``128 slices · 512 × 512 · *tfl3d1``."""
    first = series.middle
    size = f"{first.columns} × {first.rows}" if series.is_stack else ""
    return _line([count_words(series), size, series.sequence])


def picture_facts(series: Series, index: int) -> str:
    """``3643.jpg · 512 × 512``: the picture that is looked at."""
    header = series.slices[index]
    return _line([header.path.name, f"{header.columns} × {header.rows}"])


def series_tip(series: Series, proposal: SeriesChoice | None) -> str:
    """Everything that the row says and has no room for."""
    lines = [
        series_title(series),
        _line([series.modality, plane_name(series.plane), series_spacing(series)]),
        series_facts(series),
        *series.notes,
        "" if proposal is None or is_pictures(series) else proposal.reason,
    ]
    return "\n".join(line for line in lines if line)


def why(
    proposal: SeriesChoice | None, *, preferred: bool, proposed: Series | None, other: Series | None
) -> str:
    """Why a series is or is not the one worth a second opinion.

    Parameters
    ----------
    proposal
        What the rules say of the series.
    preferred
        Whether the user chose it.
    proposed
        The series that the rules choose.
    other
        Another series that the user chose instead.
    """
    said = "" if proposal is None else proposal.reason
    if preferred:
        mine = translate("Studies", "Chosen by you.")
        if proposed is None or (proposal is not None and proposal.chosen):
            return f"{mine} {said}".strip()
        rules = translate("Studies", "The rules propose “{series}”.").format(
            series=series_title(proposed)
        )
        return f"{mine} {rules} {said}".strip()
    if other is not None:
        yours = translate("Studies", "You chose “{series}” instead.").format(
            series=series_title(other)
        )
        return f"{yours} {said}".strip()
    return said


def progress_words(progress: tuple[int, int]) -> str:
    """How far an opening has come."""
    done, total = progress
    if not total:
        return translate("Studies", "Looking for images…")
    return translate("Studies", "Headers {done} / {total}").format(
        done=f"{done:,}", total=f"{total:,}"
    )


def files_words(count: int) -> str:
    """``3 files``."""
    if count == 1:
        return translate("Studies", "1 file")
    return translate("Studies", "{count} files").format(count=f"{count:,}")


def left_out_words(count: int) -> str:
    """How many files were left out."""
    if count == 1:
        return translate("Studies", "1 file was left out.")
    return translate("Studies", "{count} files were left out.").format(count=f"{count:,}")


def stopped_words(done: int, total: int) -> str:
    """What is said when an opening was cancelled."""
    words = translate(
        "Studies", "Opening was stopped after {done} of {total} files; what was found stays open."
    )
    return words.format(done=f"{done:,}", total=f"{total:,}")


def file_filters() -> str:
    """What the dialog offers to open; DICOM files often have no ending at all."""
    dicom, nifti = "*.dcm *.dicom *.ima DICOMDIR", "*.nii *.nii.gz"
    pictures = "*.png *.jpg *.jpeg *.tif *.tiff"
    kinds = {
        translate("Studies", "All images"): f"{dicom} {nifti} {pictures}",
        "DICOM": dicom,
        "NIfTI": nifti,
        translate("Studies", "Pictures"): pictures,
        translate("Studies", "All files"): "*",
    }
    return ";;".join(f"{name} ({patterns})" for name, patterns in kinds.items())
