"""Joins what is opened now to what is open: a study that comes in two folders is one study."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from braintumor_desktop.imaging.contents import Belonging, FoundImage
from braintumor_desktop.imaging.grouping import group
from braintumor_desktop.imaging.study import Series, SliceHeader, Study


def merge_studies(known: Sequence[Study], fresh: Sequence[Study]) -> tuple[Study, ...]:
    """Studies that were opened now, joined to those that are open.

    Parameters
    ----------
    known
        Studies that are open.  One of which nothing was opened now is returned as it is.
    fresh
        Studies that were opened now.  Their series and slices go into the known study with the same
        StudyInstanceUID, copies of images (the same SOPInstanceUID) are left out and counted as
        :func:`~braintumor_desktop.imaging.grouping.group` does.  A file that is in both is taken as
        it was read now.

    Returns
    -------
    The new ones first, then the known ones in their order.
    """
    shared = {_uid(study) for study in known} & {_uid(study) for study in fresh}
    joined = {uid: _joined(uid, known, fresh) for uid in shared}
    merged: list[Study] = [study for study in fresh if _uid(study) not in shared]
    for study in known:
        uid = _uid(study)
        if uid not in shared:
            merged.append(study)
        else:
            merged.extend(joined.pop(uid, ()))
    return tuple(merged)


def _uid(study: Study) -> str:
    """The UID that the files state: of two patients who share one, each study has another."""
    if not study.series:
        return study.study_instance_uid
    return study.series[0].slices[0].study_instance_uid or study.study_instance_uid


def _joined(uid: str, known: Iterable[Study], fresh: Iterable[Study]) -> tuple[Study, ...]:
    images: dict[tuple[str, int], FoundImage] = {}
    for study in (*known, *fresh):
        if _uid(study) == uid:
            images.update(((str(i.header.path), i.header.frame), i) for i in _images(study))
    return group(images.values())


def _images(study: Study) -> Iterator[FoundImage]:
    """A study's images as they were found, with the copies that were left out."""
    for series in study.series:
        belonging = Belonging(
            patient_name=study.patient_name,
            patient_id=study.patient_id,
            study_date=study.study_date,
            study_description=_said(study.description, series),
            series_description=_said(series.description, series),
            series_number=series.number,
        )
        for header in _headers(series):
            yield FoundImage(header, belonging)


def _headers(series: Series) -> Iterator[SliceHeader]:
    """Every image by itself: which are copies of which is found anew."""
    for header in series.slices:
        yield replace(header, copies=()) if header.copies else header
    yield from series.copies


def _said(description: str, series: Series) -> str:
    """A description that stands in the files; that of pictures is made of their names."""
    return description if series.slices[0].file_format in {"DICOM", "NIfTI"} else ""
