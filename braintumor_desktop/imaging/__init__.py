"""Files become Study -> Series -> Slices: headers first, pixels when they are looked at.

Reads DICOM, NIfTI, PNG, JPEG and TIFF; knows windowing and geometry; nothing of networks or of Qt.
``open_paths`` turns files, folders and DICOMDIRs into studies (``iter_open`` shows them while they
grow), ``rank_series`` proposes the series to read, ``read_slice`` decodes one image,
``apply_window`` shows it.  pydicom, nibabel and Pillow are imported when the first file is met.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from braintumor_desktop.lazy import lazy_exports

if TYPE_CHECKING:
    from braintumor_desktop.imaging.demonstration import demonstration_cases
    from braintumor_desktop.imaging.geometry import (
        orientation_letters,
        plane,
        position_along_normal,
        slice_spacing,
    )
    from braintumor_desktop.imaging.opening import OpeningProgress, iter_open, open_paths
    from braintumor_desktop.imaging.reading import read_slice
    from braintumor_desktop.imaging.selection import SeriesChoice, rank_series
    from braintumor_desktop.imaging.study import (
        OpenedInput,
        Problem,
        Series,
        Slice,
        SliceHeader,
        Study,
        Window,
    )
    from braintumor_desktop.imaging.windowing import apply_window, default_window, percentile_window

__all__ = [
    "OpenedInput",
    "OpeningProgress",
    "Problem",
    "Series",
    "SeriesChoice",
    "Slice",
    "SliceHeader",
    "Study",
    "Window",
    "apply_window",
    "default_window",
    "demonstration_cases",
    "iter_open",
    "open_paths",
    "orientation_letters",
    "percentile_window",
    "plane",
    "position_along_normal",
    "rank_series",
    "read_slice",
    "slice_spacing",
]

_EXPORTS = {
    "OpenedInput": "study",
    "OpeningProgress": "opening",
    "Problem": "study",
    "Series": "study",
    "SeriesChoice": "selection",
    "Slice": "study",
    "SliceHeader": "study",
    "Study": "study",
    "Window": "study",
    "apply_window": "windowing",
    "default_window": "windowing",
    "demonstration_cases": "demonstration",
    "iter_open": "opening",
    "open_paths": "opening",
    "orientation_letters": "geometry",
    "percentile_window": "windowing",
    "plane": "geometry",
    "position_along_normal": "geometry",
    "rank_series": "selection",
    "read_slice": "reading",
    "slice_spacing": "geometry",
}
__getattr__ = lazy_exports(__name__, _EXPORTS)
