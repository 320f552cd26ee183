"""What a reading is about: the series where there is a stack, the slice where there is none.

A stack is read as a whole: what is seen on one slice is judged by its neighbours, and the report
speaks of the examination, not of slice 57.  So one impression is asked for a series, and the
model's answer that it is compared with is the series finding.  A lone image is read by itself, and
so is each of the pictures that merely lie in one folder: they may show as many patients.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from braintumor_desktop.reporting.readings import Case

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Series, SliceHeader, Study
    from braintumor_desktop.ui.finding_memory import SliceKey


def case_of(study: Study, series: Series, header: SliceHeader, *, identity_allowed: bool) -> Case:
    """The case that a slice of a series belongs to.

    Notes
    -----
    Where a file names neither patient nor number, the study stands for the patient.
    """
    names = (study.patient_name, study.patient_id)
    patient = "\n".join(names) if any(names) else study.study_instance_uid
    identity = " · ".join(n for n in names if n) if identity_allowed else ""
    if _is_read_whole(series):
        return Case("series", _series_image(series), patient, identity)
    return Case("slice", _slice_image(header), patient, identity)


def images_of(series: Series) -> dict[SliceKey, str]:
    """By slice, the ``image`` of the case that it belongs to."""
    if _is_read_whole(series):
        return dict.fromkeys((h.key for h in series.slices), _series_image(series))
    return {h.key: _slice_image(h) for h in series.slices}


def _is_read_whole(series: Series) -> bool:
    return len(series) > 1 and series.is_stack


def _series_image(series: Series) -> str:
    """Files without UIDs are told apart by where they lie and when they were written."""
    first = series.slices[0]
    uid = series.series_instance_uid
    return uid if first.file_format == "DICOM" else f"{uid} {first.key[0]}"


def _slice_image(header: SliceHeader) -> str:
    return f"{header.sop_instance_uid or header.key[0]}#{header.frame}"
