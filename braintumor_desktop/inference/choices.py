"""What can be chosen: devices, precisions, explanation methods.  Names only; costs no torch."""

from __future__ import annotations

from braintumor_desktop.errors import InferenceError

DEVICES = ("auto", "cpu", "cuda", "mps")
PRECISIONS = ("auto", "fp32", "bf16")

CLOSED_FORM = "Grad-CAM"
METHODS = (CLOSED_FORM, "Grad-CAM++", "LayerCAM", "HiResCAM", "EigenCAM", "Score-CAM")


def check_method(method: str) -> str:
    """Return the explanation method's name; case and hyphens do not matter.

    Raises
    ------
    InferenceError
        If there is no such method.
    """
    plain = {name.lower().replace("-", ""): name for name in METHODS}
    try:
        return plain[method.lower().replace("-", "")]
    except KeyError:
        raise InferenceError(
            f"There is no explanation method {method!r}.",
            remedy=f"The methods are {', '.join(METHODS)}.",
        ) from None


def check_device(device: str, precision: str = "auto") -> None:
    """Refuse a device or precision whose name is unknown.

    Raises
    ------
    InferenceError
        If either is not one of :data:`DEVICES`, :data:`PRECISIONS`.
    """
    for word, value, known in (("device", device, DEVICES), ("precision", precision, PRECISIONS)):
        if value not in known:
            raise InferenceError(
                f"There is no {word} {value!r}.", remedy=f"Choose one of {', '.join(known)}."
            )
