"""Which slices of a series are worth going to: those whose leading class is a tumor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from braintumor_desktop.inference.finding import Finding

_HEALTHY = "no_tumor"


def is_suspicious(finding: Finding | None) -> bool:
    """Read, not abstained from, and led by a tumor class."""
    return finding is not None and finding.abstention is None and finding.leading_key != _HEALTHY


def neighbour(findings: Sequence[Finding | None], index: int, places: int) -> int | None:
    """The nearest suspicious slice after ``index`` (``places`` 1) or before it (-1)."""
    order = range(index + 1, len(findings)) if places > 0 else range(index - 1, -1, -1)
    return next((i for i in order if is_suspicious(findings[i])), None)


def none_left(findings: Sequence[Finding | None], places: int, *, withheld: int = 0) -> str:
    """Words for when there is no further one; says how much of the series is known.

    ``withheld`` is how many slices have a finding that must not be seen yet.
    """
    translate = QCoreApplication.translate
    if withheld:  # not a word of whether there is one
        return translate(
            "Suspicious", "Record your impression first: suspicious slices are shown after it"
        )
    if places > 0:
        words = translate("Suspicious", "No suspicious slice after this one")
    else:
        words = translate("Suspicious", "No suspicious slice before this one")
    read = sum(f is not None for f in findings)
    known = translate("Suspicious", "{read} of {all} slices read")
    return f"{words} ({known.format(read=read, all=len(findings))})"
