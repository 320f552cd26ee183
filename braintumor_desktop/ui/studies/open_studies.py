"""The studies that are open: they grow while files are read, join, and are closed.

Files are read, grouped, joined and judged on a worker; the GUI thread only swaps the tuple of
studies.  Openings that are asked for while another one runs wait for it.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.ui.workers import CancelToken, Job, Workers

if TYPE_CHECKING:
    from braintumor_desktop.imaging.opening import OpeningProgress
    from braintumor_desktop.imaging.selection import SeriesChoice
    from braintumor_desktop.imaging.study import Problem, Series, Study

_LOOK_SHARE = 10  # joining may take one part in so many of the time of an opening
Proposals = Mapping[str, "tuple[SeriesChoice, ...]"]


@dataclass(frozen=True)
class Growth:
    """How far an opening has come, and what is open by it.

    Attributes
    ----------
    done, total
        Files read, and found so far.
    studies
        All that are open; the very same tuple as before while nothing was looked at anew.
    proposals
        What the rules say of their series, best first, by study_instance_uid.
    fresh
        UIDs of the studies that this opening brought or added to.
    problems
        What this opening left out.
    finished
        True for the last one alone.
    """

    done: int
    total: int
    studies: tuple[Study, ...]
    proposals: Proposals = field(default_factory=dict)
    fresh: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    finished: bool = False


def grow(paths: Sequence[Path], known: tuple[Study, ...], token: CancelToken) -> Iterator[Growth]:
    """Open files and folders beside the known studies; runs on a worker."""
    from braintumor_desktop.imaging import iter_open

    shown: tuple[Study, ...] = ()
    growth = Growth(0, 0, known)
    next_look = 0.0
    for step in iter_open(paths, cancelled=token.cancelled):
        begun = time.monotonic()
        if step.finished or (step.studies is not shown and begun >= next_look):
            shown = step.studies
            growth = _looked_at(step, known)
            ended = time.monotonic()
            next_look = ended + _LOOK_SHARE * (ended - begun)
        yield Growth(
            step.done,
            step.found,
            growth.studies,
            growth.proposals,
            growth.fresh,
            (*step.problems, *growth.problems),
            step.finished,
        )


def _looked_at(step: OpeningProgress, known: tuple[Study, ...]) -> Growth:
    """The studies joined, sorted by patient, and judged."""
    from braintumor_desktop.imaging import rank_series
    from braintumor_desktop.imaging.merging import merge_studies
    from braintumor_desktop.imaging.study import Problem

    merged = merge_studies(known, step.studies)
    unchanged = {id(study) for study in known}
    fresh = tuple(study for study in merged if id(study) not in unchanged)
    proposals: dict[str, tuple[SeriesChoice, ...]] = {}
    problems: list[Problem] = []
    for study in fresh:
        try:
            proposals[study.study_instance_uid] = rank_series(study)
        except ImagingError as error:  # the table of rules is damaged: the studies can be read
            problems = [Problem(Path(error.path or ""), str(error))]
    uids = tuple(study.study_instance_uid for study in fresh)
    return Growth(0, 0, by_patient(merged), proposals, uids, tuple(problems))


def patient_key(study: Study) -> str:
    """Who is examined; the study itself where nobody is named."""
    name = study.patient_id or study.patient_name.casefold()
    return f"patient {name}" if name else f"study {study.study_instance_uid}"


def by_patient(studies: Sequence[Study]) -> tuple[Study, ...]:
    """The studies of one patient side by side, the newest first; patients in their order."""
    patients: dict[str, list[Study]] = {}
    for study in studies:
        patients.setdefault(patient_key(study), []).append(study)
    return tuple(
        study
        for theirs in patients.values()
        for study in sorted(theirs, key=lambda one: one.study_date, reverse=True)
    )


class OpenStudies(QObject):
    """What is open; lives on the GUI thread."""

    begins = Signal()
    progressed = Signal(object)  # (done, total) while opening, None when not
    grown = Signal(object)  # Growth whose studies are new
    finished = Signal(object)  # the last Growth of an opening
    stopped = Signal(int, int)  # an opening was cancelled after so many files of so many
    failed = Signal(object)  # Exception
    changed = Signal()  # studies, proposals or preferences are others

    def __init__(self, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = workers
        self.studies: tuple[Study, ...] = ()
        self.proposals: dict[str, tuple[SeriesChoice, ...]] = {}
        self.problems: tuple[Problem, ...] = ()
        self.paths: tuple[Path, ...] = ()
        self._preferred: dict[str, str] = {}
        self._job: Job | None = None
        self._waiting: deque[tuple[Path, ...]] = deque()
        self._progress = (0, 0)
        self._shown: tuple[Study, ...] = ()
        self._problems_before: tuple[Problem, ...] = ()
        self._closed_meanwhile: set[str] = set()

    # -- opening --------------------------------------------------------------------------------

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Read the headers of files and folders; what they hold joins the open studies."""
        wanted = tuple(Path(p) for p in paths)
        if self._job is None:
            self._start(wanted)
        else:
            self._waiting.append(wanted)

    def cancel(self) -> None:
        """Stop opening; what was found so far stays open."""
        if self._drop_job() and self._progress[1]:
            self.stopped.emit(*self._progress)

    def _drop_job(self) -> bool:
        self._waiting.clear()
        if self._job is None:
            return False
        self._job.cancel()
        self._job = None
        self.progressed.emit(None)
        return True

    @property
    def opening(self) -> bool:
        return self._job is not None

    def _start(self, paths: tuple[Path, ...]) -> None:
        known = self.studies
        self._closed_meanwhile.clear()
        self._problems_before, self._progress, self._shown = self.problems, (0, 0), known
        job = self._job = Job(
            lambda token: grow(paths, known, token),
            on_progress=lambda growth: self._grown(growth, paths),
            on_error=self.failed.emit,
            on_end=lambda: self._ended(job),
        )
        self.begins.emit()
        self.progressed.emit((0, 0))
        self._workers.start(job)

    def _grown(self, growth: Growth, paths: tuple[Path, ...]) -> None:
        self._progress = (growth.done, growth.total)
        self.progressed.emit(self._progress)
        self.problems = self._all_problems(growth, paths)
        if growth.studies is not self._shown:
            self._shown = growth.studies
            self._take(growth, paths)
        if growth.finished:
            self.finished.emit(growth)

    def _all_problems(self, growth: Growth, paths: tuple[Path, ...]) -> tuple[Problem, ...]:
        """What is left out now: of paths that were opened anew, what they left out this time."""
        before = self._problems_before
        if growth.finished:
            before = tuple(p for p in before if not any(lies_in(p.path, o) for o in paths))
        return tuple(dict.fromkeys((*before, *growth.problems)))

    def _take(self, growth: Growth, paths: tuple[Path, ...]) -> None:
        closed = self._closed_meanwhile
        self.studies = tuple(s for s in growth.studies if s.study_instance_uid not in closed)
        self.proposals.update(growth.proposals)
        if growth.fresh:
            self.paths = (*self.paths, *(p for p in dict.fromkeys(paths) if p not in self.paths))
        self.changed.emit()
        self.grown.emit(growth)

    def _ended(self, job: Job) -> None:
        if self._job is not job:
            return
        self._job = None
        if self._waiting:
            self._start(self._waiting.popleft())
        else:
            self.progressed.emit(None)

    def find(self, uid: str, key: tuple[str, int]) -> tuple[Study, Series] | None:
        """A series as it is now: by its UID, else the one that holds the slice with this key.

        A series that grew is another object; one that was parted by what came has another UID.
        """
        every = [(study, series) for study in self.studies for series in study.series]
        for study, series in every:
            if series.series_instance_uid == uid:
                return study, series
        return next(((t, s) for t, s in every if any(h.key == key for h in s.slices)), None)

    # -- closing --------------------------------------------------------------------------------

    def close(self, study: Study) -> None:
        """Forget one study, the paths that nothing else came from, and what they left out."""
        uid = study.study_instance_uid
        self._closed_meanwhile.add(uid)
        self.studies = tuple(s for s in self.studies if s.study_instance_uid != uid)
        self.proposals.pop(uid, None)
        self._preferred.pop(uid, None)
        kept = tuple(path for path in self.paths if any(came_from(path, s) for s in self.studies))
        gone = set(self.paths) - set(kept)
        self.paths = kept
        self.problems = tuple(p for p in self.problems if not any(lies_in(p.path, g) for g in gone))
        self.changed.emit()

    def close_all(self) -> None:
        """Forget everything, and stop opening."""
        self.studies, self.paths, self.problems = (), (), ()
        self._drop_job()
        self.proposals.clear()
        self._preferred.clear()
        self.changed.emit()

    def origins(self, study: Study) -> tuple[Path, ...]:
        """The paths that were opened and brought a study, or a part of it."""
        return tuple(path for path in self.paths if came_from(path, study))

    # -- which series ---------------------------------------------------------------------------

    def proposal(self, study: Study, series: Series) -> SeriesChoice | None:
        """What the rules say of a series."""
        uid = series.series_instance_uid
        ranked = self.proposals.get(study.study_instance_uid, ())
        return next((one for one in ranked if one.series.series_instance_uid == uid), None)

    def preferred(self, study: Study) -> Series | None:
        """The series that the user chose instead of what the rules propose."""
        uid = self._preferred.get(study.study_instance_uid)
        return next((s for s in study.series if s.series_instance_uid == uid), None)

    def prefer(self, study: Study, series: Series | None) -> None:
        """Keep the user's choice while the study is open; ``None`` follows the rules again."""
        if series is None:
            self._preferred.pop(study.study_instance_uid, None)
        else:
            self._preferred[study.study_instance_uid] = series.series_instance_uid
        self.changed.emit()

    def proposed(self, study: Study) -> Series | None:
        """The series that the rules choose; ``None`` where none is worth a second opinion."""
        ranked = self.proposals.get(study.study_instance_uid, ())
        uid = next((one.series.series_instance_uid for one in ranked if one.chosen), None)
        return next((s for s in study.series if s.series_instance_uid == uid), None)

    def chosen(self, study: Study) -> Series | None:
        """The series worth a second opinion: the user's, else that of the rules, if any is."""
        return self.preferred(study) or self.proposed(study)

    def first_to_show(self, study: Study) -> Series | None:
        """The series to look at first: the chosen one, else what the rules like best."""
        ranked = self.proposals.get(study.study_instance_uid, ())
        best = {one.series.series_instance_uid for one in ranked[:1]}
        liked = (s for s in study.series if s.series_instance_uid in best)
        return self.chosen(study) or next(liked, study.series[0] if study.series else None)


def lies_in(file: Path, opened: Path) -> bool:
    """Whether a file came with a path that was opened; a DICOMDIR brings what lies beside it."""
    folder = opened.parent if opened.name.upper().startswith("DICOMDIR") else opened
    return file.is_relative_to(folder)


def came_from(opened: Path, study: Study) -> bool:
    """Whether a path that was opened brought a slice of a study, or a copy of one."""
    return any(
        lies_in(header.path, opened)
        for series in study.series
        for header in (*series.slices, *series.copies)
    )
