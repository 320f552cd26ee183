"""The one place where warnings of libraries are kept from the user's terminal.

Those of pydicom, its codecs, nibabel and Pillow quote values of the file, which can be personal
data, and none of them says what to do.  What matters in them is found by this floor itself and told
as a Problem or an ImagingError.
"""

from __future__ import annotations

import logging
import warnings

_LIBRARIES = r"(pydicom|PIL|nibabel|pylibjpeg|libjpeg|openjpeg|jpeg_ls)(\.|$)"
_LOGGERS = [
    logging.getLogger(name)
    for name in ("pydicom", "PIL", "nibabel", "nibabel.global", "pylibjpeg", "libjpeg", "openjpeg")
]


def quieten() -> None:
    """Silence the libraries' warnings and logs, for good; cheap when it is already so.

    A filter is installed instead of ``warnings.catch_warnings``, which is not safe on threads.
    """
    for entry in warnings.filters:
        if entry[0] == "ignore" and getattr(entry[3], "pattern", None) == _LIBRARIES:
            break
    else:
        warnings.filterwarnings("ignore", module=_LIBRARIES)
    for logger in _LOGGERS:
        if logger.level != logging.CRITICAL:  # pydicom sets it anew when it is imported
            logger.setLevel(logging.CRITICAL)
