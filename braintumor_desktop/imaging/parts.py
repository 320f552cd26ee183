"""Cuts what one SeriesInstanceUID holds into the series that a reader would scroll through.

Scanners put three-plane scouts, several echoes, or magnitude and phase under one UID, and careless
anonymisers everything.  What differs in frame of reference, matrix, orientation, echo or kind of
image cannot lie in one stack; each part is named by what sets it apart.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from braintumor_desktop.imaging.contents import FoundImage
from braintumor_desktop.imaging.geometry import Orientation, normal, parallel, plane
from braintumor_desktop.imaging.study import SliceHeader

KINDS = {
    "FIELD_MAP": "field map",
    "B0": "field map",
    "B0 MAP": "field map",
    "B1": "B1 map",
    "B1 MAP": "B1 map",
    "P": "phase",
    "PHASE": "phase",
    "PHASE MAP": "phase",
    "R": "real",
    "REAL": "real",
    "I": "imaginary",
    "IMAGINARY": "imaginary",
    "W": "water",
    "WATER": "water",
    "F": "fat",
    "FAT": "fat",
    "IP": "in phase",
    "IN_PHASE": "in phase",
    "OP": "out of phase",
    "OPP_PHASE": "out of phase",
    "OUT_PHASE": "out of phase",
    "ADC": "ADC map",
}
"""Words of ImageType, from its third value on, and of ComplexImageComponent, that tell images of
one acquisition apart."""

_ECHO_SHARE, _ECHO_STEP = 0.01, 0.2  # echo times that differ by less (and ms) are one echo
_FEW_DIRECTIONS = 3  # up to so many directions are always parted: scouts have three
_MOST_DIRECTIONS = 64  # more are never parted: nobody looks through so many stacks


@dataclass(frozen=True)
class Part:
    """Images that can lie in one stack.

    Attributes
    ----------
    name
        What sets them apart in words; empty where the series is whole.
    key
        The same for the same parts of the same series, in whatever order the files came; empty
        where the series is whole.
    turning
        True where every slice looks from another direction, so that they were kept together.
    """

    images: tuple[FoundImage, ...]
    name: str = ""
    key: str = ""
    turning: bool = False


def split(images: Sequence[FoundImage]) -> tuple[Part, ...]:
    """The parts of one SeriesInstanceUID, sorted by their names."""
    headers = [image.header for image in images]
    directions, turning = _directions(headers)
    criteria: list[tuple[_Criterion, list[Hashable]]] = [  # what tells most stands first
        (_kind, [_kind_of(header) for header in headers]),
        (_frame_of_reference, [header.frame_of_reference_uid or "" for header in headers]),
        (_matrix, [(header.columns, header.rows) for header in headers]),
        (_orientation, list(directions)),
        (_echo, list(_echoes(headers))),
    ]
    differing = [(name, values) for name, values in criteria if len(set(values)) > 1]
    if not differing:
        return (Part(tuple(images), turning=turning),)
    sorted_images: dict[tuple[Hashable, ...], list[FoundImage]] = {}
    for index, image in enumerate(images):
        key = tuple(values[index] for _, values in differing)
        sorted_images.setdefault(key, []).append(image)
    names = [name(set(values)) for name, values in differing]
    parts = [
        Part(
            tuple(found),
            ", ".join(
                word for name, value in zip(names, key, strict=True) if (word := name(value))
            ),
            repr(key),
            turning,
        )
        for key, found in sorted_images.items()
    ]
    return tuple(sorted(parts, key=lambda part: (part.name, part.key)))


_Criterion = Callable[[set[Hashable]], Callable[[Hashable], str]]


def _frame_of_reference(values: set[Hashable]) -> Callable[[Hashable], str]:
    known = sorted(str(value) for value in values if value)

    def name(value: Hashable) -> str:
        if not value:
            return "no frame of reference"
        return f"frame of reference {known.index(str(value)) + 1}"

    return name


def _matrix(_values: set[Hashable]) -> Callable[[Hashable], str]:
    def name(value: Hashable) -> str:
        assert isinstance(value, tuple)
        return f"{value[0]} x {value[1]}"

    return name


def _orientation(values: set[Hashable]) -> Callable[[Hashable], str]:
    planes = {value: plane(value) if isinstance(value, tuple) else "" for value in values}
    ordered = sorted((v for v in values if isinstance(v, tuple)), key=repr)

    def name(value: Hashable) -> str:
        if not isinstance(value, tuple):
            return "no orientation"
        alike = [other for other in ordered if planes[other] == planes[value]]
        count = f", direction {alike.index(value) + 1}" if len(alike) > 1 else ""
        return f"{planes[value]}{count}"

    return name


def _echo(values: set[Hashable]) -> Callable[[Hashable], str]:
    ordered = sorted(values, key=lambda v: (v[1] or 0.0, v[0] or 0))  # type: ignore[index]

    def name(value: Hashable) -> str:
        assert isinstance(value, tuple)
        time = f" (TE {value[1]:g} ms)" if value[1] is not None else ""
        return f"echo {ordered.index(value) + 1}{time}"

    return name


def _kind(_values: set[Hashable]) -> Callable[[Hashable], str]:
    return lambda value: str(value) or "magnitude"


def _kind_of(header: SliceHeader) -> str:
    words = (*header.image_type[2:], header.complex_component)
    return next((KINDS[word] for word in words if word in KINDS), "")


def _directions(headers: Sequence[SliceHeader]) -> tuple[list[Orientation | None], bool]:
    """For each slice the direction that it shares with others, and whether they all turn.

    Directions are the same within one degree of the normal and of the row, and are told by the
    first of them in sorted order, rounded, so that the order of the files does not matter.
    """
    shared: dict[Orientation, Orientation] = {}
    found: list[Orientation] = []
    for orientation in sorted({h.orientation for h in headers if h.orientation is not None}):
        alike = next((one for one in found if _same_direction(one, orientation)), None)
        if alike is None:
            found.append(alike := orientation)
            if len(found) > min(max(_FEW_DIRECTIONS, len(headers) / 2), _MOST_DIRECTIONS):
                return [None] * len(headers), True
        shared[orientation] = alike
    rounded = {one: _rounded(one) for one in found}
    return [
        None if h.orientation is None else rounded[shared[h.orientation]] for h in headers
    ], False


def _same_direction(a: Orientation, b: Orientation) -> bool:
    return parallel(normal(a), normal(b)) and parallel(a[:3], b[:3])


def _rounded(orientation: Orientation) -> Orientation:
    a, b, c, d, e, f = (round(value, 3) + 0.0 for value in orientation)
    return (a, b, c, d, e, f)


def _echoes(headers: Iterable[SliceHeader]) -> list[tuple[int | None, float | None]]:
    """(echo number, echo time in ms) of each slice, times that hardly differ made one."""
    headers = list(headers)
    times = sorted({h.echo_time for h in headers if h.echo_time is not None})
    first: dict[float, float] = dict(zip(times[:1], times[:1], strict=True))
    for before, time in pairwise(times):
        near = time - first[before] <= max(_ECHO_STEP, _ECHO_SHARE * before)
        first[time] = first[before] if near else time
    return [
        (h.echo_number, None if h.echo_time is None else round(first[h.echo_time], 2))
        for h in headers
    ]
