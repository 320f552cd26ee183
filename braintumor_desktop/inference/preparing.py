"""Slices are decoded and prepared, or it is said why no network is asked about them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from braintumor_desktop.errors import BlankSliceError, BrainTumorError
from braintumor_desktop.imaging.study import Slice
from braintumor_desktop.inference.abstention import blank, unsuitable
from braintumor_desktop.inference.preprocess import PreparedSlice, Preprocessing, prepare

SliceSource: TypeAlias = Slice | Callable[[], Slice]


@dataclass(frozen=True)
class Prepared:
    """A slice and what the network sees of it."""

    slice: Slice
    prepared: PreparedSlice
    milliseconds: float


@dataclass(frozen=True)
class Refused:
    """A slice that no network is asked about, and why."""

    slice: Slice
    reason: str


Read: TypeAlias = Prepared | Refused | BrainTumorError


def prepare_slice(slice_: Slice, preprocessing: Preprocessing) -> Prepared | Refused:
    """Prepare one slice, unless its header or its pixels say that it is not for a network.

    Raises
    ------
    InferenceError
        If it is not a plane of finite numbers.
    """
    if reason := unsuitable(slice_):
        return Refused(slice_, reason)
    start = time.perf_counter()
    try:
        prepared = prepare(
            slice_.pixels,
            preprocessing,
            spacing=slice_.header.spacing,
            inverted=slice_.inverted,
        )
    except BlankSliceError:
        return Refused(slice_, blank())
    return Prepared(slice_, prepared, 1000 * (time.perf_counter() - start))


def read_and_prepare(source: SliceSource, preprocessing: Preprocessing) -> Read:
    """Decode and prepare one slice; an error that the user can understand is the result."""
    try:
        slice_ = source if isinstance(source, Slice) else source()
        return prepare_slice(slice_, preprocessing)
    except BrainTumorError as error:
        return error
