"""What was worked out on demand of where the network looked, by methods other than the closed form.

The closed form comes with every finding and for all classes; another method takes from a tenth of a
second to a minute for one class of one slice, so it is asked for that class only when it is looked
at.  Findings therefore never depend on the method.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from braintumor_desktop.inference.finding import Explanation
from braintumor_desktop.ui.cache import ByteLru

if TYPE_CHECKING:
    from braintumor_desktop.inference.finding import Finding

BYTES = 8 * 2**20
MapKey = tuple[tuple[str, int], str, str]  # slice, weights, method


class Explanations:
    """Remembers maps and failures by slice, weights, method and class."""

    def __init__(self) -> None:
        self._maps: ByteLru[MapKey, Explanation] = ByteLru(BYTES, lambda e: int(e.maps.nbytes))
        self._failed: ByteLru[tuple[MapKey, int], Exception] = ByteLru(2**18, lambda _: 1024)
        self._dressed: tuple[Finding, Explanation, Finding] | None = None

    def put(self, key: MapKey, explanation: Explanation) -> None:
        """Take in one class's map beside those that are known."""
        known = self._maps.get(key)
        self._maps.put(key, explanation if known is None else known.joined(explanation))

    def put_error(self, key: MapKey, class_index: int, error: Exception) -> None:
        """Remember why a class has no map."""
        self._failed.put((key, class_index), error)

    def error(self, key: MapKey, class_index: int) -> Exception | None:
        return self._failed.get((key, class_index))

    def dress(self, finding: Finding, key: MapKey) -> Finding:
        """The finding with the maps of the key's method, as far as they are known.

        The same object comes back while nothing changed: what is painted of it is kept by identity.
        """
        known = self._maps.get(key) or _nothing_yet(finding.explanation, key[2])
        if self._dressed is not None:
            before, maps, dressed = self._dressed
            if before is finding and (maps is known or maps.only == known.only == frozenset()):
                return dressed
        dressed = replace(finding, explanation=known)
        self._dressed = (finding, known, dressed)
        return dressed


def _nothing_yet(closed: Explanation, method: str) -> Explanation:
    evidence = np.zeros_like(closed.evidence)
    return Explanation(method, np.zeros_like(closed.maps), evidence, closed.transform, frozenset())
