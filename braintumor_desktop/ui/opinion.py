"""The second opinion: one network, asked for one slice at a time, the newest wish first.

The finding that is announced is always that of the slice that was last looked at, by the model and
method in force; whatever else arrives is only remembered.

A gate may withhold what is known of a slice (:meth:`Opinion.set_gate`): a radiologist who reads
first must not see the model's answer before the own one.  The network goes on answering behind a
closed gate, so that nothing has to be waited for once it opens.

The lane does one thing at a time, the most urgent first: load a model, ask about the slice that the
eye rests on, work out a map that is looked at, read on in the series.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from braintumor_desktop.ui.engine import Engine, ModelChoice, ModelInfo
from braintumor_desktop.ui.engine_lane import Answers, EngineLane
from braintumor_desktop.ui.finding_memory import FindingMemory, SliceKey
from braintumor_desktop.ui.series_queue import SeriesQueue
from braintumor_desktop.ui.workers import Workers

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Slice, SliceHeader
    from braintumor_desktop.inference.finding import Explanation, Finding, SeriesFinding

SETTLED_MS = 60  # a slice is asked about when the eye has rested on it for that long
FINDING_BYTES = 48 * 2**20
Gate = Callable[[SliceKey], bool]


@dataclass(frozen=True)
class FindingState:
    """What the finding panel shows.

    ``kind`` is ``empty`` (no slice), ``loading`` (the model), ``missing`` (no model), ``withheld``
    (the gate of the slice is closed: whether there is a finding is not told), ``waiting``,
    ``ready`` or ``failed``.  ``map_error`` says why the map that is looked at is not there.
    """

    kind: str
    header: SliceHeader | None = None
    finding: Finding | None = None
    error: Exception | None = None
    map_error: Exception | None = None


class Opinion(QObject):
    """Owns an engine, its lane and the findings.

    Parameters
    ----------
    lane
        The workers' lane that the engine is asked on.
    finding_bytes
        How much memory findings may take; the oldest go first.
    """

    state_changed = Signal(object)  # FindingState
    model_changed = Signal(object)  # ModelInfo, or None while there is none
    series_progress = Signal(int, int)  # read, of; (0, 0) when nothing is being read
    known_changed = Signal()  # more is known of some slices; at most ten times a second
    revealed_changed = Signal()  # the gate answers differently for some slices
    looked_at = Signal(object)  # Slice now on screen, None for none
    closing = Signal()

    def __init__(
        self,
        engine: Engine,
        workers: Workers,
        parent: QObject | None = None,
        *,
        lane: str = "inference",
        finding_bytes: int = FINDING_BYTES,
    ) -> None:
        super().__init__(parent)
        self._lane = EngineLane(engine, workers, lane, self._pump)
        self.choice: ModelChoice | None = None
        self.model: ModelInfo | None = None
        self.state = FindingState("empty")
        self._memory = FindingMemory(finding_bytes)
        self._map_class: int | None = None
        self._slice: Slice | None = None
        self._gate: Gate | None = None
        self._load_wanted: ModelChoice | None = None
        self._model_error: Exception | None = None
        self._series = SeriesQueue(self.is_read, self)
        self._series.progress.connect(self.series_progress)
        self._closed = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLED_MS)
        self._settle.timeout.connect(self._pump)
        self._tell_known = QTimer(self)
        self._tell_known.setSingleShot(True)
        self._tell_known.setInterval(100)
        self._tell_known.timeout.connect(self.known_changed)

    # -- what the session asks ------------------------------------------------------------------

    def load(self, choice: ModelChoice) -> None:
        """Change the model, device or method; findings of the old one stay remembered.

        A series that was read, or was being read, is read again by the new model.  Another method
        alone changes no finding.
        """
        before, self.choice = self.choice, choice
        here = self.model
        if here is not None and choice != before == replace(choice, method=here.method):
            self._change_method(choice.method)
            return
        self._lane.stop_explaining()
        self._load_wanted = choice
        self.model, self._model_error = None, None
        self._series.stop()
        self.model_changed.emit(None)
        self.known_changed.emit()
        self._announce()
        self._pump()

    def look_at(self, slice_: Slice | None) -> None:
        """The slice that is on screen now; ``None`` for none."""
        self._lane.stop_explaining()
        self._slice = slice_
        self._announce()
        self._settle.start()
        self.looked_at.emit(slice_)

    @property
    def slice(self) -> Slice | None:
        """The slice that is on screen."""
        return self._slice

    def explain_class(self, index: int | None) -> None:
        """The class whose map is looked at; ``None`` for the leading one."""
        if index != self._map_class:
            self._lane.stop_explaining()
            self._map_class = index
            self._announce()
            self._pump()

    def another_engine(self) -> Engine:
        """An engine of the same kind for a second model."""
        return self._lane.engine.another()

    def read_series(self, headers: Sequence[SliceHeader]) -> None:
        """Read all slices in the background; the slice on screen goes first."""
        if self.model is None:
            return
        self._series.start(headers)
        self._pump()

    def cancel_series(self) -> None:
        """Read no further; what was read stays known."""
        self._series.forget()

    @property
    def reading_series(self) -> bool:
        return self._series.reading

    def set_gate(self, gate: Gate | None) -> None:
        """Withhold what the network says of some slices.

        Parameters
        ----------
        gate
            Asked with ``SliceHeader.key``; ``True`` where the answer may be seen.  ``None`` takes
            the gate away: everything may be seen.

        Notes
        -----
        This is the one place where an answer is held back, and everything that shows one asks
        here.  Of a slice whose gate is closed

        - the state is ``withheld`` and carries neither finding nor error;
        - :meth:`remembered_finding` and :meth:`remembered_error` give ``None``, so the strip, the
          way to the next suspicious slice, the overlay, the pictures on the clipboard and in
          files, and a comparison with another model know nothing;
        - :meth:`combined` gives ``None`` for its whole series, whose finding would tell of it.

        Only :meth:`is_read` is told: that there is an answer, not which.  Whoever sets a gate calls
        :meth:`recheck_gate` whenever its answers change.
        """
        self._gate = gate
        self.recheck_gate()

    def recheck_gate(self) -> None:
        """Ask the gate again about everything that is shown, since its answers changed."""
        self._announce()
        self.known_changed.emit()
        self.revealed_changed.emit()

    def withheld(self, header: SliceHeader) -> bool:
        """Whether what the network says of this slice must not be seen yet."""
        return not self.may_be_seen(header.key)

    def may_be_seen(self, key: SliceKey) -> bool:
        """The gate itself: whether the answer for the slice with this key may be seen."""
        return self._gate is None or self._gate(key)

    def is_read(self, header: SliceHeader) -> bool:
        """Whether the network has answered for this slice, seen or withheld."""
        return self._known_finding(header) is not None

    def remembered_finding(self, header: SliceHeader) -> Finding | None:
        """The finding of a slice by the model and method in force, if known and not withheld."""
        return None if self.withheld(header) else self._known_finding(header)

    def remembered_error(self, header: SliceHeader) -> Exception | None:
        """Why a slice has no finding by the model in force, if known and not withheld."""
        return None if self.withheld(header) else self._known_error(header)

    def combined(self, headers: Sequence[SliceHeader]) -> SeriesFinding | None:
        """The series' finding once all its slices were read and may be seen; ``None`` before."""
        findings = [self.remembered_finding(h) for h in headers]
        if any(
            f is None and self.remembered_error(h) is None
            for f, h in zip(findings, headers, strict=True)
        ):
            return None
        if all(f is None or f.abstention is not None for f in findings):
            return None  # no slice has a voice
        from braintumor_desktop.inference.series import combine_findings

        return combine_findings(findings)

    def forget_failures(self) -> None:
        """Ask again about slices that could not be read: their files may be back."""
        self._memory.forget_failures()
        self.known_changed.emit()
        self._announce()
        self._pump()

    def close(self) -> None:
        """Stop the engine, even during a call; called while the workers are being joined."""
        self._closed = True
        self.closing.emit()
        self._settle.stop()
        self._tell_known.stop()
        self._series.stop()
        self._lane.close()

    # -- what is asked next ---------------------------------------------------------------------

    def _pump(self) -> None:
        """Start the most urgent piece of work, if nothing runs."""
        if self._lane.busy or self._closed:
            return
        if self._load_wanted is not None:
            choice, self._load_wanted = self._load_wanted, None
            self._lane.load(choice, self._loaded, self._load_failed)
        elif self._slice is not None and self._wanted(self._slice.header):
            if not self._settle.isActive():
                self._start_slice(self._slice)
        elif (index := self._missing_map()) is not None:
            if not self._settle.isActive():
                self._start_explaining(index)
        elif self.model is not None and self._series:
            self._start_chunk(self.model)

    def _start_slice(self, slice_: Slice) -> None:
        header, model = slice_.header, self.model
        assert model is not None

        def take(result: Finding | Exception) -> None:
            self._remember(header, model, result)
            self._series.tell()

        self._lane.predict(slice_, take)

    def _start_explaining(self, index: int) -> None:
        slice_, model = self._slice, self.model
        assert slice_ is not None
        assert model is not None

        def take(result: Explanation | Exception) -> None:
            self._memory.put_map(slice_.header, model, index, result)
            self._announce()

        self._lane.explain(slice_, model.method, index, take)

    def _start_chunk(self, model: ModelInfo) -> None:
        headers = self._series.next_chunk()

        def take(results: Answers) -> None:
            for header, result in zip(headers, results, strict=True):
                self._remember(header, model, result)
            self._series.answered(headers)

        self._lane.read(headers, take)

    # -- what comes back ------------------------------------------------------------------------

    def _loaded(self, model: ModelInfo) -> None:
        if self._load_wanted is not None:
            return  # another one was chosen meanwhile
        self.model = model
        self.model_changed.emit(model)
        self.known_changed.emit()
        self._announce()
        if self._series.wanted:
            self.read_series(self._series.wanted)

    def _change_method(self, method: str) -> None:
        assert self.model is not None
        self._lane.stop_explaining()
        self.model = replace(self.model, method=method)
        self.model_changed.emit(self.model)
        self._announce()
        self._pump()

    def _load_failed(self, error: Exception) -> None:
        if self._load_wanted is None:
            self._model_error = error
            self._announce()

    def _remember(self, header: SliceHeader, model: ModelInfo, result: Finding | Exception) -> None:
        self._memory.put(header, model, result)
        if not isinstance(result, Exception):
            self._follow_device(result, model)
        if self._closed:
            return
        if not self._tell_known.isActive():
            self._tell_known.start()
        if self._slice is not None and self._slice.header.key == header.key:
            self._announce()

    def _follow_device(self, finding: Finding, model: ModelInfo) -> None:
        """The engine may move to the CPU when a GPU runs out of memory: show what really ran."""
        here = self.model
        if here is not None and here.sha256 == model.sha256 and finding.device != here.device:
            model = here
            self.model = replace(model, device=finding.device)
            self.model_changed.emit(self.model)

    def _wanted(self, header: SliceHeader) -> bool:
        """Whether the network is still to be asked about a slice, whatever its gate says."""
        known = self._known_finding(header) is not None or self._known_error(header) is not None
        return self.model is not None and not known

    def _known_finding(self, header: SliceHeader) -> Finding | None:
        return self._memory.finding(header, self.model)

    def _known_error(self, header: SliceHeader) -> Exception | None:
        return self._memory.error(header, self.model)

    def _missing_map(self) -> int | None:
        """The class whose map is looked at and not there, nor known to be impossible."""
        finding = self.state.finding
        if self.state.kind != "ready" or finding is None or finding.abstention is not None:
            return None
        index = self._looked_at_class(finding)
        known = finding.explanation.knows(index) or self.state.map_error is not None
        return None if known else index

    def _looked_at_class(self, finding: Finding) -> int:
        return finding.leading_index if self._map_class is None else self._map_class

    def _ready(self, header: SliceHeader, model: ModelInfo, finding: Finding) -> FindingState:
        """The finding with the maps of the method in force."""
        if finding.abstention is not None:
            return FindingState("ready", header, finding)
        index = self._looked_at_class(finding)
        shown, error = self._memory.dressed(header, model, finding, index)
        return FindingState("ready", header, shown, map_error=error)

    def _announce(self) -> None:
        self.state = self._current_state()
        self.state_changed.emit(self.state)

    def _current_state(self) -> FindingState:
        header = None if self._slice is None else self._slice.header
        if self._model_error is not None:
            return FindingState("missing", header, error=self._model_error)
        if self.model is None:
            return FindingState("loading", header)
        if header is None:
            return FindingState("empty")
        if self.withheld(header):
            return FindingState("withheld", header)
        if (finding := self.remembered_finding(header)) is not None:
            return self._ready(header, self.model, finding)
        if (error := self.remembered_error(header)) is not None:
            return FindingState("failed", header, error=error)
        return FindingState("waiting", header)
