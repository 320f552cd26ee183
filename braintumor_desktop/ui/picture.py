"""A slice made ready for the screen, on a worker: its windows found, large ones reduced."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from braintumor_desktop.errors import ImagingError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from braintumor_desktop.imaging.study import Slice, SliceHeader, Window

translate = QCoreApplication.translate
LONGEST_SIDE = 2048  # what a window drag can follow at the rate of the screen


@dataclass(frozen=True)
class Picture:
    """One slice as the viewer shows it.

    Attributes
    ----------
    slice
        The slice as it was read; the network sees this one.
    display
        The same, reduced by ``factor`` where it is larger than the screen can follow.
    windows
        Windows to choose from, the default first; ``None`` stands for the file's VOI LUT.
    """

    slice: Slice
    display: Slice
    factor: int
    windows: tuple[Window | None, ...]

    @property
    def header(self) -> SliceHeader:
        return self.slice.header

    @property
    def bytes(self) -> int:
        """Memory that the pixels take."""
        shared = self.display is self.slice
        return int(self.slice.pixels.nbytes + (0 if shared else self.display.pixels.nbytes))


def read_picture(header: SliceHeader) -> Picture:
    """Decode a slice and make it ready for the screen; ``ImagingError`` where it cannot be read."""
    from braintumor_desktop.imaging import read_slice

    try:
        return make_picture(read_slice(header))
    except MemoryError as error:
        raise ImagingError(
            "There is not enough free memory to read it.",
            path=header.path,
            remedy="Close other programs and try again.",
        ) from error


def make_picture(slice_: Slice) -> Picture:
    """Find the windows of a slice and reduce it where it is very large."""
    from braintumor_desktop.imaging import Window, percentile_window

    factor = -(-max(slice_.pixels.shape) // LONGEST_SIDE)
    display = slice_ if factor == 1 else replace(slice_, pixels=_reduced(slice_, factor))
    low, high = float(display.pixels.min()), float(display.pixels.max())
    windows: list[Window | None] = list(slice_.windows)
    if slice_.voi_lut is not None:
        windows.append(None)
    windows.append(
        replace(percentile_window(display), name=translate("Windows", "Automatic (0.5–99.5 %)"))
    )
    full = translate("Windows", "Full range")
    windows.append(Window((low + high) / 2, max(high - low, 1e-6), full, "LINEAR_EXACT"))
    return Picture(slice_, display, factor, tuple(windows))


def _reduced(slice_: Slice, factor: int) -> NDArray[np.float32]:
    """Averages over equal parts of the slice, also where its sides are no multiple of the factor.

    So edge still falls on edge: what is drawn in coordinates of the slice lies where it belongs.
    """
    import numpy as np
    from PIL import Image

    rows, columns = (-(-side // factor) for side in slice_.pixels.shape)
    reduced = Image.fromarray(slice_.pixels).resize((columns, rows), Image.Resampling.BOX)
    return np.asarray(reduced, dtype=np.float32)
