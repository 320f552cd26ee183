"""Read-first mode: whether a model's answer may be seen, and what is asked before.

An impression is asked for once a case (:mod:`~braintumor_desktop.ui.reading.case`) and is on the
disk before anything is revealed.  Another model is revealed by a keystroke; the impression stands.
What a model answers joins the reading when it is known: for a series, once every slice was read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from braintumor_desktop.reporting.readings import NOTE_LIMIT
from braintumor_desktop.ui.finding_memory import SliceKey
from braintumor_desktop.ui.opinion import FindingState
from braintumor_desktop.ui.reading.case import case_of, images_of
from braintumor_desktop.ui.reading.desk import JournalDesk
from braintumor_desktop.ui.session import Session
from braintumor_desktop.ui.workers import Job

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import SliceHeader
    from braintumor_desktop.reporting.readings import Answer, Case, Impression, Reading
    from braintumor_desktop.ui.engine import ModelInfo


@dataclass(frozen=True)
class Draft:
    """What stands in the form and is not recorded yet."""

    choice: str = ""
    confidence: int = 50
    note: str = ""


@dataclass(frozen=True)
class ReadingState:
    """What the reading panel shows.

    ``kind`` is ``off``, ``empty`` (no images), ``looking`` (whether they were read before),
    ``asking``, ``recording``, ``recorded`` (the model in force is not yet revealed) or
    ``revealed``.

    Attributes
    ----------
    blind
        Whether no answer on these images was seen before.
    reading
        What was recorded, beside the answer of the model in force where that is known.
    error
        Why the journal could not be read or written.
    """

    kind: str
    case: Case | None = None
    blind: bool = True
    draft: Draft = Draft()
    reading: Reading | None = None
    error: Exception | None = None


class ReadFirst(QObject):
    """Follows the session; says through ``changed`` what the panel shows."""

    changed = Signal(object)  # ReadingState

    def __init__(self, session: Session, desk: JournalDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._desk = session, desk
        self.on = False
        self.identity_allowed = False
        self.state = ReadingState("off")
        self._began: dict[str, datetime] = {}  # by the case's image, as all that follow
        self._drafts: dict[str, Draft] = {}
        self._readings: dict[str, Reading] = {}
        self._answers: dict[tuple[str, str], Answer | None] = {}  # revealed: image and weights
        self._seen: set[str] = set()
        self._images: dict[SliceKey, str] = {}
        self._looked_up: set[str] = set()
        self._busy: dict[str, Job] = {}
        self._answering: Job | None = None
        self._error: Exception | None = None
        session.studies_changed.connect(self._images_changed)
        session.series_changed.connect(lambda _: self._case_changed())
        session.picture_changed.connect(lambda _: self._case_changed())
        session.opinion.model_changed.connect(lambda _: self._tell())
        session.opinion.state_changed.connect(self._finding_changed)
        session.opinion.known_changed.connect(self._more_is_known)
        desk.erased.connect(self._forget)

    # -- the gate -------------------------------------------------------------------------------

    def may_see(self, key: SliceKey) -> bool:
        """Whether the answer of the model in force on this slice may be seen."""
        model = self._session.opinion.model
        return model is not None and (self._image_of(key), model.sha256) in self._answers

    def _image_of(self, key: SliceKey) -> str:
        if key not in self._images:
            for study in self._session.studies:
                for series in study.series:
                    self._images.update(images_of(series))
        return self._images.get(key, "")

    def _images_changed(self) -> None:
        """A lone image may have become a stack."""
        self._images = {}
        self._case_changed()

    # -- what the user does ---------------------------------------------------------------------

    def set_on(self, on: bool) -> None:
        """Switch the mode."""
        if on == self.on:
            return
        self.on = on
        self._session.opinion.set_gate(self.may_see if on else None)
        self._case_changed()

    def keep_draft(self, draft: Draft) -> None:
        """What stands in the form now: kept while other images are looked at."""
        case = self._case()
        if case is not None:
            self._drafts[case.image] = draft
            self.state = replace(self.state, draft=draft)

    @property
    def can_record(self) -> bool:
        """Whether :meth:`record` has something to do."""
        if self.state.kind == "recorded":
            return self._session.opinion.model is not None
        draft = self.state.draft
        fits = bool(draft.choice) and len(draft.note.strip()) <= NOTE_LIMIT
        return self.state.kind == "asking" and fits

    def record(self) -> None:
        """Write the form into the journal, then reveal; or reveal another model."""
        kind, case = self.state.kind, self._case()
        if case is None or not self.can_record:
            return
        if kind == "asking":
            self._start_recording(case, self._impression(case))
        else:
            self._reveal(case)

    def try_again(self) -> None:
        """After the journal could not be asked or could not take the model's answer."""
        self._error = None
        self._case_changed()
        self._try_to_answer()

    # -- recording ------------------------------------------------------------------------------

    def _impression(self, case: Case) -> Impression:
        from braintumor_desktop.reporting.readings import Impression

        draft = self.state.draft
        began = self._began.get(case.image, datetime.now(UTC))
        blind = case.image not in self._seen
        return Impression(draft.choice, draft.confidence, draft.note.strip(), began, blind)

    def _start_recording(self, case: Case, impression: Impression) -> None:
        self._error = None
        self._busy[case.image] = self._desk.record(
            impression,
            case,
            on_result=lambda reading: self._recorded(case, reading),
            on_error=lambda error: self._record_failed(case, error),
        )
        self._tell()

    def _recorded(self, case: Case, reading: Reading) -> None:
        self._busy.pop(case.image, None)
        self._drafts.pop(case.image, None)
        self._readings[case.image] = reading
        self._reveal(case)

    def _record_failed(self, case: Case, error: Exception) -> None:
        self._busy.pop(case.image, None)
        self._failed(case, error)

    def _failed(self, case: Case, error: Exception) -> None:
        here = self._case()
        if here is not None and here.image == case.image:
            self._error = error
        self._tell()

    def _reveal(self, case: Case) -> None:
        model = self._session.opinion.model
        if model is not None:
            self._answers.setdefault((case.image, model.sha256), None)
            self._seen.add(case.image)
            self._session.opinion.recheck_gate()
        self._tell()
        self._read_the_rest(case)
        self._try_to_answer()

    def _read_the_rest(self, case: Case) -> None:
        """The answer to a series needs all its slices."""
        here = self._case()
        if case.scope == "series" and here is not None and here.image == case.image:
            self._session.read_series()

    # -- the model's answer ---------------------------------------------------------------------

    def _finding_changed(self, state: FindingState) -> None:
        if state.finding is not None and state.header is not None:
            self._seen.add(self._image_of(state.header.key))
        if state.kind == "missing":
            self._tell()
        self._try_to_answer()

    def _more_is_known(self) -> None:
        """With the mode off, the strip shows what is known of every slice of the series."""
        series, opinion = self._session.series, self._session.opinion
        if not self.on and series is not None:
            self._seen |= {self._image_of(h.key) for h in series.slices if opinion.is_read(h)}
        self._try_to_answer()

    def _try_to_answer(self) -> None:
        """Put the answer beside the reading, once it is known."""
        case, model = self._case(), self._session.opinion.model
        if not self.on or case is None or model is None or self._answering or self._error:
            return
        reading, mark = self._readings.get(case.image), (case.image, model.sha256)
        if reading is None or self._answers.get(mark, False) is not None:
            return
        answer = self._answer(case, model)
        if answer is not None:
            self._answering = self._desk.add_answer(
                reading.number,
                answer,
                on_result=lambda kept: self._answered(mark, kept),
                on_error=lambda error: self._answer_failed(case, error),
            )

    def _answer(self, case: Case, model: ModelInfo) -> Answer | None:
        from braintumor_desktop.inference.finding import ModelIdentity
        from braintumor_desktop.reporting.readings import (
            answer_of,
            series_answer_of,
            silent_answer_of,
        )

        opinion, series, header = self._session.opinion, self._session.series, self._header()
        assert series is not None
        assert header is not None
        if case.scope == "slice":
            finding = opinion.remembered_finding(header)
            return None if finding is None else answer_of(finding)
        combined = opinion.combined(series.slices)
        if combined is not None:
            return series_answer_of(combined)
        if not all(opinion.remembered_finding(h) for h in series.slices):
            return None  # not read yet, or slices that failed and are to be tried again
        return silent_answer_of(ModelIdentity(model.name, model.version, model.sha256))

    def _answered(self, mark: tuple[str, str], reading: Reading) -> None:
        self._answering = None
        self._answers[mark] = reading.answer
        self._tell()

    def _answer_failed(self, case: Case, error: Exception) -> None:
        self._answering = None
        self._failed(case, error)

    # -- what is looked at ----------------------------------------------------------------------

    def _case(self) -> Case | None:
        study, series, header = self._session.study, self._session.series, self._header()
        if study is None or series is None or header is None:
            return None
        return case_of(study, series, header, identity_allowed=self.identity_allowed)

    def _header(self) -> SliceHeader | None:
        """The slice on screen; while there is none, the one that is on its way."""
        series, header = self._session.series, self._session.header
        if series is None or not len(series):
            return None
        here = any(header is one for one in series.slices)
        return header if here else series.slices[min(self._session.index, len(series) - 1)]

    def _case_changed(self) -> None:
        case = self._case()
        if self.state.case is None or case is None or self.state.case.image != case.image:
            self._error = None
        if self.on and case is not None:
            if self._session.header is self._header():
                self._began.setdefault(case.image, datetime.now(UTC))
            if case.image not in self._looked_up and case.image not in self._busy:
                self._look_up(case)
        self._tell()

    def _look_up(self, case: Case) -> None:
        """Whether these images were read before, perhaps on another day."""
        self._busy[case.image] = self._desk.readings_of(
            case,
            on_result=lambda found: self._looked(case, found),
            on_error=lambda error: self._look_failed(case, error),
        )

    def _looked(self, case: Case, found: list[Reading]) -> None:
        self._busy.pop(case.image, None)
        self._looked_up.add(case.image)
        for reading in found:
            self._readings[case.image] = reading
            if reading.answer is not None:
                self._answers[case.image, reading.answer.weights_sha256] = reading.answer
        if found:
            self._session.opinion.recheck_gate()
        self._tell()

    def _look_failed(self, case: Case, error: Exception) -> None:
        """A journal that cannot be read is told; the form is there all the same."""
        self._busy.pop(case.image, None)
        self._looked_up.add(case.image)
        self._failed(case, error)

    def _forget(self) -> None:
        """After an erasure: what is still in the journal is looked up again."""
        self._readings.clear()
        self._answers.clear()
        self._looked_up.clear()
        self._session.opinion.recheck_gate()
        self._case_changed()

    # -- telling --------------------------------------------------------------------------------

    def _tell(self) -> None:
        self.state = self._current_state()
        self.changed.emit(self.state)

    def _current_state(self) -> ReadingState:
        case = self._case()
        if not self.on:
            return ReadingState("off", case)
        if case is None:
            return ReadingState("empty")
        reading, model = self._readings.get(case.image), self._session.opinion.model
        blind = case.image not in self._seen
        if reading is None:
            kind = "asking" if case.image not in self._busy else "recording"
            if kind == "recording" and case.image not in self._looked_up:
                kind = "looking"
            draft = self._drafts.get(case.image, Draft())
            return ReadingState(kind, case, blind, draft, error=self._error)
        mark = (case.image, "" if model is None else model.sha256)
        kind = "revealed" if mark in self._answers else "recorded"
        beside = replace(reading, answer=self._answers.get(mark))
        return ReadingState(kind, case, reading.blind, reading=beside, error=self._error)
