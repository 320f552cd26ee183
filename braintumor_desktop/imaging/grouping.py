"""Images become Study -> Series -> Slices.

DICOM images go by their UIDs; images without UIDs by their folder and series number.  PNG, JPEG
and TIFF images of one folder are one study of one series, in natural order of their names, titled
by the folder; a lone one is a study of one series of one slice, titled by its file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from braintumor_desktop.imaging.contents import FoundImage, derived_uid, natural_key
from braintumor_desktop.imaging.geometry import plane, positions_along_normal
from braintumor_desktop.imaging.study import Series, SliceHeader, Study


def group(images: Iterable[FoundImage]) -> tuple[Study, ...]:
    """Group images into studies, in the order in which the first image of each was found.

    Within a study the series are ordered by their number, within a series the slices as
    :func:`sort_slices` says; an image whose SOPInstanceUID (and frame) came before is dropped.
    """
    studies: dict[str, dict[str, list[FoundImage]]] = {}
    seen: set[tuple[str, int]] = set()
    for image in images:
        header = image.header
        if header.sop_instance_uid is not None:
            identity = (header.sop_instance_uid, header.frame)
            if identity in seen:
                continue
            seen.add(identity)
        study = studies.setdefault(_study_uid(image), {})
        study.setdefault(_series_uid(image), []).append(image)
    return tuple(_study(uid, series) for uid, series in studies.items())


def sort_slices(headers: Sequence[SliceHeader]) -> tuple[SliceHeader, ...]:
    """Sort the slices of a series.

    By position along the normal where all are parallel and have one; slices at the same position,
    and series without positions, by instance number, then by file name in natural order, then by
    frame.
    """
    positions = positions_along_normal(headers) or [0.0] * len(headers)
    ranked = sorted(
        zip(positions, headers, strict=True), key=lambda pair: (round(pair[0], 3), *_rank(pair[1]))
    )
    return tuple(header for _, header in ranked)


def _rank(header: SliceHeader) -> tuple[object, ...]:
    number = header.instance_number
    return (
        number is None,
        number or 0,
        natural_key(header.path.name),
        str(header.path),
        header.frame,
    )


def _study_uid(image: FoundImage) -> str:
    header = image.header
    if header.file_format != "DICOM":
        return derived_uid("images", str(header.path.parent))
    if header.study_instance_uid:
        return header.study_instance_uid
    belonging = image.belonging
    return derived_uid("study", str(header.path.parent), belonging.patient_id, belonging.study_date)


def _series_uid(image: FoundImage) -> str:
    header = image.header
    if header.series_instance_uid:
        return header.series_instance_uid
    number, description = image.belonging.series_number, image.belonging.series_description
    return derived_uid("series", _study_uid(image), str(number), description)


def _study(uid: str, series: dict[str, list[FoundImage]]) -> Study:
    everything = [image for images in series.values() for image in images]
    first = everything[0]
    built = [_series(series_uid, images) for series_uid, images in series.items()]
    built.sort(key=lambda one: (one.number is None, one.number or 0))
    description = _first(image.belonging.study_description for image in everything)
    if first.header.file_format != "DICOM":
        path = first.header.path
        alone = len({image.header.path for image in everything}) == 1
        description = path.name if alone else path.parent.name
    return Study(
        study_instance_uid=uid,
        series=tuple(built),
        patient_name=_first(image.belonging.patient_name for image in everything),
        patient_id=_first(image.belonging.patient_id for image in everything),
        study_date=_first(image.belonging.study_date for image in everything),
        description=description,
        synthetic=any(image.header.synthetic for image in everything),
    )


def _series(uid: str, images: list[FoundImage]) -> Series:
    headers = sort_slices([image.header for image in images])
    planes = {plane(header.orientation) for header in headers}
    return Series(
        series_instance_uid=uid,
        slices=headers,
        description=_description(images),
        number=next(
            (n for image in images if (n := image.belonging.series_number) is not None), None
        ),
        modality=_first(header.modality or "" for header in headers),
        plane=planes.pop() if len(planes) == 1 else "",
    )


def _description(images: list[FoundImage]) -> str:
    formats = sorted({image.header.file_format for image in images})
    if formats == ["DICOM"]:
        return _first(image.belonging.series_description for image in images)
    return f"{'/'.join(formats)} image{'s' if len(images) > 1 else ''}"


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")
