"""Two models on the same slice.

The second model is an :class:`~braintumor_desktop.ui.opinion.Opinion` of its own: it looks at the
slice that the first one looks at, through the same gate, on its own lane and in its own process.
That costs the memory of torch and of one more network while a comparison is open (about 700 MB on
a CPU, as much as the first one's process), never more than one, and closing it ends the process,
which gives everything back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from braintumor_desktop.errors import BundleError
from braintumor_desktop.ui.engine import ModelChoice, ModelInfo
from braintumor_desktop.ui.opinion import FindingState, Opinion
from braintumor_desktop.ui.workers import Workers

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import SliceHeader
    from braintumor_desktop.inference.finding import Finding

FINDING_BYTES = 16 * 2**20  # of one series that is compared, which is read once more if need be


class Comparison(QObject):
    """Opens and closes the second model; says which one the overlay is of."""

    changed = Signal()  # opened, closed, or something that either model says
    overlay_changed = Signal(object)  # FindingState that the overlay is of
    series_progress = Signal(int, int)  # of the model that is behind; (0, 0) when none reads

    def __init__(self, first: Opinion, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.first = first
        self.second: Opinion | None = None
        self.overlay_of_second = False
        self.slices: tuple[SliceHeader, ...] = ()  # of the series that is looked at
        self._workers = workers
        self._refusal: BundleError | None = None
        first.state_changed.connect(lambda _: self._tell(second=False))
        first.model_changed.connect(self._first_changed)
        first.known_changed.connect(self.changed)
        first.series_progress.connect(partial(self._note_progress, 0))
        self._progress = [(0, 0), (0, 0)]  # read, of; by model
        first.closing.connect(self.close)

    @property
    def choices(self) -> tuple[str, ...]:
        """Installed models other than the one in force."""
        model = self.first.model
        return () if model is None else tuple(n for n in model.installed if n != model.name)

    @property
    def opinions(self) -> tuple[Opinion, ...]:
        """The models that are asked about each slice: one, or two that are compared."""
        return (self.first,) if self.second is None else (self.first, self.second)

    @property
    def reading_series(self) -> bool:
        return any(opinion.reading_series for opinion in self.opinions)

    @property
    def second_state(self) -> FindingState:
        """What the second model says of the slice on screen."""
        if self._refusal is not None:
            return FindingState("missing", error=self._refusal)
        return FindingState("empty") if self.second is None else self.second.state

    @property
    def overlay_state(self) -> FindingState:
        """The finding that the overlay is of."""
        return self.second_state if self.overlay_of_second else self.first.state

    def open(self, model: str) -> None:
        """Let another model read the slice too.

        Parameters
        ----------
        model
            Name of an installed bundle, or a bundle's folder.
        """
        self.close()
        first = self.first
        self.second = second = Opinion(
            first.another_engine(), self._workers, lane="comparison", finding_bytes=FINDING_BYTES
        )
        second.set_gate(first.may_be_seen)
        second.state_changed.connect(self._second_said)
        second.known_changed.connect(self.changed)
        second.series_progress.connect(partial(self._note_progress, 1))
        second.model_changed.connect(self._check_second)
        first.looked_at.connect(second.look_at)
        first.revealed_changed.connect(second.recheck_gate)
        second.load(replace(first.choice or ModelChoice(), model=model))
        second.look_at(first.slice)
        self._tell(second=True)
        self.overlay_changed.emit(self.overlay_state)  # its title names the model from now on

    def close(self) -> None:
        """End the second model and its process."""
        second, self.second = self.second, None
        self.overlay_of_second, self._refusal = False, None
        if second is None:
            return
        self.first.looked_at.disconnect(second.look_at)
        self.first.revealed_changed.disconnect(second.recheck_gate)
        second.state_changed.disconnect(self._second_said)
        second.known_changed.disconnect(self.changed)
        second.model_changed.disconnect(self._check_second)
        second.close()
        self._note_progress(1, 0, 0)
        self.changed.emit()
        self.overlay_changed.emit(self.overlay_state)

    def show_overlay_of(self, *, second: bool) -> None:
        """Choose whose map the overlay shows."""
        self.overlay_of_second = second and self.second is not None
        self.changed.emit()
        self.overlay_changed.emit(self.overlay_state)

    def read_series(self, headers: Sequence[SliceHeader]) -> None:
        """Let every model read a whole series in the background."""
        for opinion in self.opinions:
            opinion.read_series(headers)

    def cancel_series(self) -> None:
        """Let no model read any further."""
        for opinion in self.opinions:
            opinion.cancel_series()

    def _note_progress(self, place: int, done: int, total: int) -> None:
        self._progress[place] = (done, total)
        reading = [progress for progress in self._progress if progress[1]]
        self.series_progress.emit(*(min(reading) if reading else (0, 0)))

    def look_at_series(self, slices: Sequence[SliceHeader]) -> None:
        """The series whose slices :meth:`agreed` counts."""
        self.slices = tuple(slices)
        self.changed.emit()

    def agreed(self) -> tuple[int, int]:
        """On how many slices of the series both say the same, and how many both have read.

        What is withheld counts as not read; two abstentions are the same.
        """
        second, first = self.second, self.first
        if second is None or self._refusal is not None:
            return 0, 0
        pairs = ((first.remembered_finding(h), second.remembered_finding(h)) for h in self.slices)
        both = [(_said(a), _said(b)) for a, b in pairs if a is not None and b is not None]
        return sum(one == other for one, other in both), len(both)

    def explain_class(self, index: int) -> None:
        """The class whose map is looked at, of the model that the overlay is of."""
        opinion = self.second if self.overlay_of_second else self.first
        if opinion is not None:
            opinion.explain_class(index)

    def _first_changed(self, model: ModelInfo | None) -> None:
        """Follow device and method; a model is not compared with itself."""
        first, second = self.first.choice, self.second
        if second is None or second.choice is None or first is None:
            self.changed.emit()
            return
        if model is not None and second.model is not None and model.sha256 == second.model.sha256:
            self.close()
            return
        wanted = replace(first, model=second.choice.model)
        if wanted != second.choice:
            second.load(wanted)
        self.changed.emit()

    def _check_second(self, model: ModelInfo | None) -> None:
        """Refuse a model whose answer cannot stand beside the first one's."""
        first = self.first.model
        self._refusal = None
        if model is not None and first is not None:
            if model.sha256 == first.sha256:
                self._refusal = BundleError(
                    self.tr("This is the model that is compared."),
                    remedy=self.tr("Choose another one."),
                )
            elif model.class_keys != first.class_keys:
                self._refusal = BundleError(
                    self.tr("The two models tell different classes apart."),
                    remedy=self.tr("Choose another one."),
                )
        self._tell(second=True)

    def _second_said(self, _: object) -> None:
        self._tell(second=True)

    def _tell(self, *, second: bool) -> None:
        self.changed.emit()
        if second == self.overlay_of_second:
            self.overlay_changed.emit(self.overlay_state)


def _said(finding: Finding) -> str:
    """The leading class; empty where the model abstains."""
    return finding.leading_key if finding.abstention is None else ""
