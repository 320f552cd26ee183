"""What a reading is about: the series where there is a stack, the slice where there is but one.

A stack is read as a whole: what is seen on one slice is judged by its neighbours, and the report
speaks of the examination, not of slice 57.  So one impression is asked for a series, and the
model's answer that it is compared with is the series finding.  A lone image is read by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from braintumor_desktop.reporting.readings import Case

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Series, Study


def case_of(study: Study, series: Series, *, identity_allowed: bool) -> Case:
    """The case of a series, or of its only slice.

    Notes
    -----
    Where a file names neither patient nor number, the study stands for the patient.
    """
    names = (study.patient_name, study.patient_id)
    patient = "\n".join(names) if any(names) else study.study_instance_uid
    identity = " · ".join(n for n in names if n) if identity_allowed else ""
    if len(series) > 1:
        return Case("series", series.series_instance_uid, patient, identity)
    header = series.slices[0]
    image = header.sop_instance_uid or series.series_instance_uid
    return Case("slice", f"{image}#{header.frame}", patient, identity)
