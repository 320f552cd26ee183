"""Images become Study -> Series -> Slices.

DICOM images go by their UIDs, patients apart; images without UIDs by their folder and series
number.  One SeriesInstanceUID becomes several series where its images cannot lie in one stack
(:mod:`~braintumor_desktop.imaging.parts`).  PNG, JPEG and TIFF images of one folder are one study
of one series, in natural order of their names, titled by the folder; a lone one is a study of one
series of one slice, titled by its file.  The NIfTI volumes of a folder are one study, each with a
series for every plane.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from braintumor_desktop.imaging.contents import FoundImage, derived_uid, natural_key
from braintumor_desktop.imaging.facts import is_derived, is_localizer, slice_facts
from braintumor_desktop.imaging.geometry import plane, positions_along_normal
from braintumor_desktop.imaging.parts import Part, split
from braintumor_desktop.imaging.study import Series, SliceHeader, Study, is_stack

_Found = dict[str, list[FoundImage]]  # by the UID of the series
_Copies = dict[Hashable, list[SliceHeader]]  # by what makes them copies


def group(images: Iterable[FoundImage]) -> tuple[Study, ...]:
    """Group images into studies, in the order in which the first image of each was found.

    Within a study the series are ordered by their number, within a series the slices as
    :func:`sort_slices` says.  A copy of an image (the same SOPInstanceUID, frame, place and size in
    the same series) is left out and counted.
    """
    studies: dict[str, dict[str, _Found]] = {}
    known: set[Hashable] = set()
    copies: _Copies = {}
    for image in images:
        if (identity := _identity(image)) is not None:
            if identity in known:
                copies.setdefault(identity, []).append(image.header)
                continue
            known.add(identity)
        patients = studies.setdefault(_study_uid(image), {})
        series = patients.setdefault(_patient(image), {})
        series.setdefault(_series_uid(image), []).append(image)
    return tuple(
        study for uid, patients in studies.items() for study in _by_patient(uid, patients, copies)
    )


def _identity(image: FoundImage) -> Hashable | None:
    """What two images must share to be copies.

    Careless anonymisers give one SOPInstanceUID to many images, which must not be lost.
    """
    header = image.header
    if header.sop_instance_uid is None:
        return None
    return (
        header.sop_instance_uid, header.frame, _patient(image), _study_uid(image),
        _series_uid(image), header.position, header.instance_number, header.rows, header.columns,
    )  # fmt: skip


def _patient(image: FoundImage) -> str:
    """Who is shown: the ID, else the name; ``""`` where neither is said."""
    belonging = image.belonging
    return belonging.patient_id or belonging.patient_name.casefold()


def _by_patient(uid: str, patients: dict[str, _Found], copies: _Copies) -> Iterable[Study]:
    """One study a patient: a shared StudyInstanceUID does not make two people one.

    Images that name nobody go with the others where these name one patient.
    """
    if len(patients) == 2 and "" in patients:
        nobody, (somebody,) = patients[""], (name for name in patients if name)
        merged: _Found = {}
        for found in (patients[somebody], nobody):
            for series_uid, images in found.items():
                merged.setdefault(series_uid, []).extend(images)
        patients = {somebody: merged}
    if len(patients) == 1:
        yield from (_study(uid, series, copies) for series in patients.values())
        return
    for patient, series in patients.items():
        yield _study(
            derived_uid("patient", uid, patient),
            series,
            copies,
            "Another patient's images carry the same study UID: they are kept apart.",
        )


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
        kind = "volumes" if header.file_format == "NIfTI" else "images"
        return derived_uid(kind, str(header.path.parent))
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


def _study(uid: str, series: _Found, copies: _Copies, *notes: str) -> Study:
    everything = [image for images in series.values() for image in images]
    first = everything[0]
    parted = bool(notes)
    built = [
        _series(_part_uid(series_uid, part, uid if parted else ""), part, copies)
        for series_uid, images in series.items()
        for part in _parts(images)
    ]
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
        notes=notes,
    )


def _parts(images: list[FoundImage]) -> tuple[Part, ...]:
    dicom = all(image.header.file_format == "DICOM" for image in images)
    return split(images) if dicom else (Part(tuple(images)),)


def _part_uid(series_uid: str, part: Part, study_uid: str) -> str:
    """The series' own UID where it is whole, else one that its parts get again next time."""
    if not part.key and not study_uid:
        return series_uid
    return derived_uid("part", study_uid, series_uid, part.key)


def _series(uid: str, part: Part, copies: _Copies) -> Series:
    images = part.images
    headers = sort_slices([_with_copies(image, copies) for image in images])
    facts = slice_facts(headers)
    planes = {plane(header.orientation) for header in headers}
    description = _description(images)
    left_out = sum(len(header.copies) for header in headers)
    return Series(
        series_instance_uid=uid,
        slices=headers,
        description=description,
        number=next(
            (n for image in images if (n := image.belonging.series_number) is not None), None
        ),
        modality=_first(header.modality or "" for header in headers),
        plane=planes.pop() if len(planes) == 1 else "",
        part=part.name,
        sequence=_first(header.sequence_name for header in headers)
        or _first(header.protocol_name for header in headers),
        pixel_spacing=facts.pixel_spacing,
        slice_spacing=facts.slice_spacing,
        missing_positions=facts.missing_positions,
        localizer=is_localizer(headers, description),
        derived=is_derived(headers),
        notes=(*_part_notes(part, headers, left_out), *facts.notes),
    )


def _with_copies(image: FoundImage, copies: _Copies) -> SliceHeader:
    """The header, with the same image in other files."""
    others = tuple(copies.get(_identity(image), ())) if copies else ()
    return replace(image.header, copies=others) if others else image.header


def _part_notes(part: Part, headers: Sequence[SliceHeader], duplicates: int) -> tuple[str, ...]:
    notes = []
    if part.name:
        notes.append(f"One part of a series whose images differ: {part.name}.")
    if part.turning:
        notes.append(
            "Its slices look from many directions: they are kept together in the order of their "
            "numbers."
        )
    if duplicates:
        notes.append(
            f"{duplicates} {'copies' if duplicates > 1 else 'copy'} of its images "
            f"{'were' if duplicates > 1 else 'was'} left out."
        )
    if not is_stack(headers):
        notes.append(
            "Single images: nothing says that they show one patient, so they are read one by one "
            "and nothing is said of them together."
        )
    images = {(header.sop_instance_uid, header.frame) for header in headers}
    if len(images) < len(headers) and headers[0].sop_instance_uid is not None:
        notes.append("Different images carry the same SOPInstanceUID: all of them are kept.")
    return tuple(notes)


def _description(images: Sequence[FoundImage]) -> str:
    formats = sorted({image.header.file_format for image in images})
    if formats in (["DICOM"], ["NIfTI"]):
        return _first(image.belonging.series_description for image in images)
    return f"{'/'.join(formats)} image{'s' if len(images) > 1 else ''}"


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")
