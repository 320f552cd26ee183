"""What the networks said, by slice and weights: never shown for another slice or model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from braintumor_desktop.inference.choices import CLOSED_FORM
from braintumor_desktop.ui.cache import ByteLru
from braintumor_desktop.ui.engine import ModelInfo
from braintumor_desktop.ui.explanations import Explanations, MapKey

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import SliceHeader
    from braintumor_desktop.inference.finding import Explanation, Finding

_FAILURE_BYTES = 1024
SliceKey = tuple[str, int]
FindingKey = tuple[SliceKey, str]  # slice, weights


def _finding_bytes(finding: Finding) -> int:
    return int(finding.explanation.maps.nbytes) + 1024


class FindingMemory:
    """Findings, failures and the maps of other methods; ``max_bytes`` bounds the findings."""

    def __init__(self, max_bytes: int) -> None:
        self._findings: ByteLru[FindingKey, Finding] = ByteLru(max_bytes, _finding_bytes)
        self._failed: ByteLru[FindingKey, Exception] = ByteLru(2**20, lambda _: _FAILURE_BYTES)
        self._explanations = Explanations()

    def put(self, header: SliceHeader, model: ModelInfo, result: Finding | Exception) -> None:
        """Remember what came of a slice."""
        key = (header.key, model.sha256)
        if isinstance(result, Exception):
            self._failed.put(key, result)
        else:
            self._findings.put(key, result)

    def finding(self, header: SliceHeader, model: ModelInfo | None) -> Finding | None:
        return None if model is None else self._findings.get((header.key, model.sha256))

    def error(self, header: SliceHeader, model: ModelInfo | None) -> Exception | None:
        return None if model is None else self._failed.get((header.key, model.sha256))

    def forget_failures(self) -> None:
        """Slices that could not be read may be asked about again."""
        self._failed.clear()

    def put_map(
        self, header: SliceHeader, model: ModelInfo, index: int, result: Explanation | Exception
    ) -> None:
        """Remember one class's map by the model's method, or why there is none."""
        if isinstance(result, Exception):
            self._explanations.put_error(_map_key(header, model), index, result)
        else:
            self._explanations.put(_map_key(header, model), result)

    def dressed(
        self, header: SliceHeader, model: ModelInfo, finding: Finding, index: int
    ) -> tuple[Finding, Exception | None]:
        """The finding with its maps by the model's method; why the class has none, if so."""
        if model.method == CLOSED_FORM or finding.abstention is not None:
            return finding, None
        key = _map_key(header, model)
        return self._explanations.dress(finding, key), self._explanations.error(key, index)


def _map_key(header: SliceHeader, model: ModelInfo) -> MapKey:
    return (header.key, model.sha256, model.method)
