"""Look-up tables and windows of a DICOM data set (PS3.3 C.11.1, C.11.2)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.multival import MultiValue

from braintumor_desktop.imaging.readers.dicom_dataset import items, numbers, text, value
from braintumor_desktop.imaging.study import Window
from braintumor_desktop.imaging.windowing import usable_window

Table = tuple[int, NDArray[np.float32], int]
"""First mapped value, outputs, bits of the outputs."""


def modality_lut(dataset: Dataset, *, signed: bool) -> Table | None:
    """The Modality LUT, or ``None``."""
    return _first_table(dataset, "ModalityLUTSequence", signed=signed)


def through_modality_lut(stored: NDArray[Any], table: Table) -> NDArray[np.float32]:
    """Stored values through a Modality LUT; values outside it take its first or last output."""
    first, outputs, _ = table
    index = stored.astype(np.int64) - first
    np.clip(index, 0, len(outputs) - 1, out=index)
    return outputs[index]


def voi_lut(dataset: Dataset, *, signed: bool) -> tuple[float, NDArray[np.float32]] | None:
    """The first VOI LUT as (first mapped value, outputs in [0, 1]), or ``None``."""
    table = _first_table(dataset, "VOILUTSequence", signed=signed)
    if table is None:
        return None
    first, outputs, bits = table
    return float(first), outputs / np.float32((1 << bits) - 1)


def windows(dataset: Dataset) -> tuple[Window, ...]:
    """All usable VOI windows in the file's order, with their explanations."""
    centers, widths = numbers(dataset, "WindowCenter"), numbers(dataset, "WindowWidth")
    names = _names(dataset)
    function = text(dataset, "VOILUTFunction").upper() or "LINEAR"
    if function not in {"LINEAR", "LINEAR_EXACT", "SIGMOID"}:
        function = "LINEAR"
    pairs = zip(centers, widths, strict=False)
    found = (
        Window(center, width, names[i] if i < len(names) else "", function)
        for i, (center, width) in enumerate(pairs)
    )
    return tuple(window for window in found if usable_window(window))


def _names(dataset: Dataset) -> list[str]:
    found = value(dataset, "WindowCenterWidthExplanation")
    if found is None:
        return []
    several = found if isinstance(found, (list, MultiValue)) else [found]
    return [str(name).strip() for name in several]


def _first_table(dataset: Dataset, sequence: str, *, signed: bool) -> Table | None:
    """The first whole table of a sequence; a broken one is left out as if it were absent."""
    for item in items(dataset, sequence):
        descriptor = numbers(item, "LUTDescriptor")
        if len(descriptor) != 3:
            continue
        count = int(descriptor[0]) & 0xFFFF or 65536  # 0 stands for 65536
        first, bits = int(descriptor[1]), int(descriptor[2])
        outputs = _entries(value(item, "LUTData"), count)
        if outputs is None or not 1 <= bits <= 16:
            continue
        if signed and first > 0x7FFF:  # US where SS was meant
            first -= 0x10000
        return first, outputs, bits
    return None


def _entries(data: Any, count: int) -> NDArray[np.float32] | None:
    if isinstance(data, bytes):
        width = "<u2" if len(data) >= 2 * count else "u1"
        entries = np.frombuffer(data[: len(data) // 2 * 2], dtype=width)
    elif isinstance(data, (list, MultiValue)):
        entries = np.asarray(data, dtype=np.int64) & 0xFFFF
        if len(entries) == (count + 1) // 2 and count > 1:  # 8-bit entries, two to a word
            entries = entries.astype("<u2").view(np.uint8)
    else:
        return None
    return entries[:count].astype(np.float32) if len(entries) >= count else None
