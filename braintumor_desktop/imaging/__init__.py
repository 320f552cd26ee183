"""Files become Study -> Series -> Slices: headers first, pixels when they are looked at.

Reads DICOM, PNG, JPEG and TIFF; knows windowing and geometry; knows nothing of networks or of Qt.
"""

from __future__ import annotations

from braintumor_desktop.lazy import lazy_exports

_EXPORTS = {
    "OpenedInput": "study",
    "Problem": "study",
    "Series": "study",
    "Slice": "study",
    "SliceHeader": "study",
    "Study": "study",
    "Window": "study",
    "open_paths": "opening",
    "read_slice": "reading",
}
__all__ = sorted(_EXPORTS)  # noqa: PLE0605
__getattr__ = lazy_exports(__name__, _EXPORTS)
