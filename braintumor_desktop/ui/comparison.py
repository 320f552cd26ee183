"""Two models on the same slice.

The second model is an :class:`~braintumor_desktop.ui.opinion.Opinion` of its own: it looks at the
slice that the first one looks at, through the same gate, on its own lane and in its own process.
That costs the memory of torch and of one more network while a comparison is open (about 700 MB on
a CPU, as much as the first one's process), never more than one, and closing it ends the process,
which gives everything back.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from braintumor_desktop.errors import BundleError
from braintumor_desktop.ui.engine import ModelChoice, ModelInfo
from braintumor_desktop.ui.opinion import FindingState, Opinion
from braintumor_desktop.ui.workers import Workers

FINDING_BYTES = 8 * 2**20  # the second model reads slices as they are looked at, no whole series


class Comparison(QObject):
    """Opens and closes the second model; says which one the overlay is of."""

    changed = Signal()  # opened, closed, or something that either model says
    overlay_changed = Signal(object)  # FindingState that the overlay is of

    def __init__(self, first: Opinion, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.first = first
        self.second: Opinion | None = None
        self.overlay_of_second = False
        self._workers = workers
        self._refusal: BundleError | None = None
        first.state_changed.connect(lambda _: self._tell(second=False))
        first.model_changed.connect(self._first_changed)
        first.closing.connect(self.close)

    @property
    def choices(self) -> tuple[str, ...]:
        """Installed models other than the one in force."""
        model = self.first.model
        return () if model is None else tuple(n for n in model.installed if n != model.name)

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
        second.model_changed.disconnect(self._check_second)
        second.close()
        self.changed.emit()
        self.overlay_changed.emit(self.overlay_state)

    def show_overlay_of(self, *, second: bool) -> None:
        """Choose whose map the overlay shows."""
        self.overlay_of_second = second and self.second is not None
        self.changed.emit()
        self.overlay_changed.emit(self.overlay_state)

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
