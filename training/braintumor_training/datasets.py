"""From a folder to the samples of a protocol: read, trace, unit, and the native members."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from braintumor_training.errors import TrainingError
from braintumor_training.protocols import Protocol, assign_units, classes_of
from braintumor_training.samples import Sample
from braintumor_training.sources import find_source, nickparvar
from braintumor_training.tracing import trace


@dataclass(frozen=True)
class Dataset:
    """A source as a protocol sees it.

    Attributes
    ----------
    source
        Name of the reader that read it.
    folder
        Where it lies.
    samples
        The images that the split is drawn from, grouped by the protocol's unit.
    classes
        Class keys in the order of the logits.
    natives
        The same images at native resolution; they join their cluster's part of the split and are
        trained on, never tested.
    """

    source: str
    folder: Path
    samples: tuple[Sample, ...]
    classes: tuple[str, ...]
    natives: tuple[Sample, ...] = ()


def load_dataset(
    kind: str,
    folder: Path,
    protocol: Protocol,
    *,
    also_native: bool = False,
    report: Callable[[str], None],
) -> Dataset:
    """Read a source for a protocol.

    Raises
    ------
    TrainingError
        If the source, its labels or its classes do not fit the protocol, or native members are
        asked of a source that has none.
    """
    reader = find_source(kind, folder)
    samples = assign_units(trace(reader.read(folder), report), protocol)
    natives: list[Sample] = []
    if also_native:
        if reader.NAME != nickparvar.NAME:
            raise TrainingError(f"--also-native is for nickparvar, not for {reader.NAME}.")
        natives = nickparvar.native_members(samples, folder)
        if not natives:
            raise TrainingError(
                "No native images stand beside the folder.",
                path=folder,
                remedy="Put cheng and br35h beside it, or leave --also-native out.",
            )
    return Dataset(
        reader.NAME, folder, tuple(samples), classes_of(samples, protocol), tuple(natives)
    )
