"""Transfer syntaxes: which can be decoded here, which lose, and what a refusal names."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydicom.pixels.decoders.base import get_decoder
from pydicom.uid import UID

from braintumor_desktop.errors import ImagingError

# PS3.5 A.4: syntaxes that always lose, and those that may (the file then says whether it did)
_LOSSY = frozenset(
    {
        "1.2.840.10008.1.2.4.50",  # JPEG baseline
        "1.2.840.10008.1.2.4.51",  # JPEG extended
        "1.2.840.10008.1.2.4.81",  # JPEG-LS near-lossless
    }
)
_PERHAPS_LOSSY = frozenset(
    {
        "1.2.840.10008.1.2.4.91",  # JPEG 2000
        "1.2.840.10008.1.2.4.203",  # HTJ2K
    }
)
# the package of pip that brings the codec
_PACKAGES = {
    "1.2.840.10008.1.2.4.5": "pylibjpeg-libjpeg",
    "1.2.840.10008.1.2.4.7": "pylibjpeg-libjpeg",
    "1.2.840.10008.1.2.4.8": "pyjpegls",
    "1.2.840.10008.1.2.4.9": "pylibjpeg-openjpeg",
    "1.2.840.10008.1.2.4.20": "pylibjpeg-openjpeg",
    "1.2.840.10008.1.2.5": "pydicom",
}


def is_lossy(syntax: str, stated: str) -> bool:
    """Whether an image has been compressed with loss.

    Parameters
    ----------
    syntax
        Transfer syntax UID.
    stated
        LossyImageCompression (0028,2110): ``"00"``, ``"01"`` or empty.
    """
    if stated == "01" or syntax in _LOSSY:
        return True
    return syntax in _PERHAPS_LOSSY and stated != "00"


def check_decodable(syntax: str, path: Path) -> None:
    """Refuse what no decoder here can decode, naming the transfer syntax and the codec package.

    Raises
    ------
    ImagingError
        If the transfer syntax is unknown or unsupported, or its codec is not installed.
    """
    refusal = _refusal(syntax)
    if refusal:
        raise ImagingError(refusal[0], path=path, remedy=refusal[1])


@cache
def _refusal(syntax: str) -> tuple[str, str] | None:
    name = f"{UID(syntax).name} ({syntax})" if UID(syntax).name != syntax else syntax
    try:
        decoder = get_decoder(syntax)
    except NotImplementedError:
        return (
            f"Its pixels are stored as {name}, for which there is no decoder.",
            "Export it uncompressed, or as JPEG 2000 or JPEG lossless.",
        )
    if not decoder.is_available:
        return (
            f"Its pixels are stored as {name}; the codec for it is not installed.",
            f"Install it: pip install {codec_package(syntax)}",
        )
    return None


def codec_package(syntax: str) -> str:
    """The package of pip that decodes a transfer syntax."""
    matches = [prefix for prefix in _PACKAGES if syntax.startswith(prefix)]
    return _PACKAGES[max(matches, key=len)] if matches else "pydicom"
