"""What is odd about a series, in words and numbers: gaps, positions, spacing, localisers.

Nothing here stops a series from being read; it is what a careful reader would want to know first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from braintumor_desktop.imaging.geometry import (
    SAME_POSITION,
    positions_along_normal,
    usual_step,
)
from braintumor_desktop.imaging.study import SliceHeader

CALCULATED = frozenset(
    {
        "ADC", "AVERAGE", "CBF", "CBV", "COLFA", "CSA MIP", "CSA MPR", "CSAPARALLEL", "CURVED",
        "DISTORTION_MAP", "EADC", "FA", "MAX IP", "MAXIMUM INTENSITY PROJECTION", "MEAN", "MIN IP",
        "MIN_IP", "MINIP", "MIP", "MNIP", "MOCO_DIFF", "MPR", "MTT", "PBP", "PROJECTION",
        "PROJECTION IMAGE", "REFORMATTED", "SUB", "SUBTRACT", "SUBTRACTION", "T_MAP", "TENSOR",
        "TMAX", "TRACE", "TRACEW", "TTP", "VOLREN",
    }
)  # fmt: skip
"""Words of ImageType (defined terms and those of vendors) of images that were calculated."""

LOCALIZER_TYPES = frozenset({"LOCALIZER", "LOCALISER", "SCOUT"})
"""Words of ImageType of localisers (PS3.3 C.8.3.1.1.1)."""

LOCALIZER_WORDS = (
    "localizer", "localiser", "scout", "survey", "3-pl", "3pl loc", "3 plane", "3-plane",
    "plan scan", "planscan", "pilot", "loc 3", "topogram", "localizador",
    "repérage", "reperage", "定位",
)  # fmt: skip
"""What localisers are called in descriptions, by vendor and language."""

_MOST_MISSING = 1000  # more missing slices than this are one damaged position, not a gap
_WHOLE = 0.2  # a gap is a gap where it is so near to a whole number of steps
_PLAUSIBLE = (0.02, 10.0)  # mm between pixels of an image of a patient
_DISAGREE = 0.1  # share by which stated and measured distance may differ


@dataclass(frozen=True)
class SliceFacts:
    """What the positions and spacing of the slices of one series show."""

    pixel_spacing: tuple[float, float] | None
    slice_spacing: float | None
    missing_positions: tuple[float, ...]
    notes: tuple[str, ...]


def slice_facts(slices: Sequence[SliceHeader]) -> SliceFacts:
    """Look at the slices of one series, sorted as they are shown."""
    notes: list[str] = []
    pixel_spacing = _pixel_spacing(slices, notes)
    _note_sizes(slices, notes)
    slice_spacing, missing = _positions(slices, notes)
    return SliceFacts(pixel_spacing, slice_spacing, missing, tuple(notes))


def is_localizer(slices: Sequence[SliceHeader], description: str) -> bool:
    """Whether a series serves to plan others: by ImageType, else by what it is called."""
    if any(LOCALIZER_TYPES & set(header.image_type) for header in slices):
        return True
    names = f"{description} {slices[0].protocol_name}".casefold()
    return any(word in names for word in LOCALIZER_WORDS)


def is_derived(slices: Sequence[SliceHeader]) -> bool:
    """Whether most images of a series were calculated from others (PS3.3 C.7.6.1.1.2).

    Compression with loss alone also makes an image DERIVED; such a one still shows what was
    acquired and is not counted.
    """
    return sum(_derived(header) for header in slices) > len(slices) / 2


def _derived(header: SliceHeader) -> bool:
    if CALCULATED & set(header.image_type):
        return True
    return header.image_type[:1] == ("DERIVED",) and not header.lossy


def _pixel_spacing(slices: Sequence[SliceHeader], notes: list[str]) -> tuple[float, float] | None:
    known = Counter(header.spacing for header in slices)
    if slices[0].file_format not in {"DICOM", "NIfTI"}:
        return None
    absent = known.pop(None, 0)
    if absent == len(slices):
        notes.append("Its pixel spacing is absent or wrong: nothing can be measured in mm.")
        return None
    if absent:
        notes.append(f"{_of(absent, len(slices))} without a usable pixel spacing.")
    different = sorted({_rounded(spacing) for spacing in known if spacing is not None})
    low, high = _PLAUSIBLE
    if any(not low <= value <= high for spacing in different for value in spacing):
        notes.append(
            f"Its pixel spacing of {_mm(different[0])} mm is hardly that of a patient's image: "
            "mistrust lengths."
        )
    if len(different) > 1:
        listed = "; ".join(_mm(spacing) for spacing in different[:3])
        notes.append(f"Its pixel spacing differs between slices ({listed} mm).")
        return None
    return next(spacing for spacing in known if spacing is not None)


def _note_sizes(slices: Sequence[SliceHeader], notes: list[str]) -> None:
    sizes = Counter((header.columns, header.rows) for header in slices)
    if len(sizes) > 1:
        listed = ", ".join(f"{c} x {r}" for (c, r), _ in sizes.most_common(3))
        more = f" and {len(sizes) - 3} more" if len(sizes) > 3 else ""
        notes.append(f"Its images differ in size: {listed}{more}.")


def _positions(
    slices: Sequence[SliceHeader], notes: list[str]
) -> tuple[float | None, tuple[float, ...]]:
    """The usual step and the missing positions; what stands in the way is noted."""
    if len(slices) < 2 or slices[0].file_format not in {"DICOM", "NIfTI"}:
        return None, ()
    positions = positions_along_normal(slices)
    if positions is None:
        _note_no_order(slices, notes)
        return None, ()
    shared = sum(b - a <= SAME_POSITION for a, b in pairwise(positions))
    if shared:
        notes.append(
            f"{_of(shared, len(slices))} at the position of another slice (several time points, or "
            "copies): these stand in the order of their numbers."
        )
    step = usual_step(positions)
    if step is None:
        return None, ()
    missing, uneven = _gaps(positions, step)
    if missing:
        notes.append(
            f"{len(missing)} slice{'s are' if len(missing) > 1 else ' is'} missing: the distance "
            f"between slices is {step:.4g} mm, with gaps."
        )
    if uneven:
        low, high = min(uneven), max(uneven)
        notes.append(
            f"The distance between slices is uneven: {step:.4g} mm as a rule, also from {low:.4g} "
            f"to {high:.4g} mm."
        )
    _note_stated_distance(slices, step, notes)
    return step, tuple(missing)


def _gaps(positions: Sequence[float], step: float) -> tuple[list[float], list[float]]:
    """(positions where slices are missing, steps that are no whole number of usual ones)."""
    missing: list[float] = []
    uneven: list[float] = []
    for before, after in pairwise(positions):
        steps = (after - before) / step
        whole = round(steps)
        if after - before <= SAME_POSITION or abs(steps - 1) <= _WHOLE:
            continue
        if whole < 2 or abs(steps - whole) > _WHOLE or len(missing) + whole > _MOST_MISSING:
            uneven.append(after - before)
        else:
            missing.extend(before + step * index for index in range(1, whole))
    return missing, uneven


def _note_no_order(slices: Sequence[SliceHeader], notes: list[str]) -> None:
    absent = sum(header.position is None or header.orientation is None for header in slices)
    if not absent:
        return  # they turn around an axis, which the series says of itself
    if absent == len(slices):
        notes.append("Its slices have no positions: they stand in the order of their numbers.")
    else:
        notes.append(
            f"{_of(absent, len(slices))} without a position: all stand in the order of their "
            "numbers."
        )


def _note_stated_distance(slices: Sequence[SliceHeader], step: float, notes: list[str]) -> None:
    stated = slices[0].slice_distance
    if stated is not None and abs(stated - step) > _DISAGREE * step:
        notes.append(
            f"The files state {stated:.4g} mm between slices, but their positions lie {step:.4g} "
            "mm apart: the positions are believed."
        )


def _of(count: int, total: int) -> str:
    return f"{count} of its {total} slices {'are' if count > 1 else 'is'}"


def _rounded(spacing: tuple[float, float]) -> tuple[float, float]:
    return (round(spacing[0], 3), round(spacing[1], 3))


def _mm(spacing: tuple[float, float]) -> str:
    return f"{spacing[0]:.4g} x {spacing[1]:.4g}"
