"""The one way to run work off the GUI thread.

A job is a plain function that takes a :class:`CancelToken`, or a generator function whose yields
are progress.  Its result, progress and error come back on the GUI thread, in order, and never
after it was cancelled.  :meth:`Workers.close` cancels all jobs and joins them.
"""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Callable, Generator
from types import GeneratorType
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from braintumor_desktop.errors import BrainTumorError, Cancelled

_log = logging.getLogger(__name__)
Callback = Callable[[Any], None]


class CancelToken:
    """Tells a job that its result is no longer wanted; safe from every thread."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        self._event.set()

    def cancelled(self) -> bool:
        return self._event.is_set()

    def check(self) -> None:
        """Raise :class:`Cancelled` when the job should stop."""
        if self._event.is_set():
            raise Cancelled


Work = Callable[[CancelToken], Any]


class Job:
    """One piece of work on its way; keep it to cancel it."""

    def __init__(
        self,
        work: Work,
        on_result: Callback | None = None,
        on_error: Callback | None = None,
        on_progress: Callback | None = None,
        on_end: Callable[[], None] | None = None,
    ) -> None:
        self.work = work
        self.token = CancelToken()
        self.on_result, self.on_error = on_result, on_error
        self.on_progress, self.on_end = on_progress, on_end
        self.finished = False

    def cancel(self) -> None:
        """Ask the job to stop; none of its callbacks but ``on_end`` is called any more."""
        self.token.cancel()


class _Runner(QRunnable):
    def __init__(self, job: Job, deliver: Callable[[Job, str, Any], None]) -> None:
        super().__init__()
        self._job, self._deliver = job, deliver

    def run(self) -> None:
        job = self._job
        try:
            job.token.check()
            result = job.work(job.token)
            if isinstance(result, GeneratorType):
                result = self._drain(result)
        except Cancelled:
            pass
        except Exception as error:  # noqa: BLE001 - the boundary: every error reaches one place
            self._deliver(job, "error", error)
        else:
            self._deliver(job, "result", result)
        self._deliver(job, "end", None)

    def _drain(self, steps: Generator[Any, None, Any]) -> Any:
        while True:
            self._job.token.check()
            try:
                progress = next(steps)
            except StopIteration as stop:
                return stop.value
            self._deliver(self._job, "progress", progress)


class Workers(QObject):
    """Owns the threads; lives on the GUI thread.

    Signals
    -------
    unexpected
        An error that is not one of ours and that no job's ``on_error`` took.
    """

    unexpected = Signal(object)
    _arrived = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None, *, threads: int = 2) -> None:
        super().__init__(parent)
        self._pools = {name: QThreadPool(self) for name in ("io", "inference", "comparison")}
        self._pools["io"].setMaxThreadCount(threads)
        for lane in ("inference", "comparison"):
            self._pools[lane].setMaxThreadCount(1)
        self._jobs: set[Job] = set()
        self._closed = False
        self._arrived.connect(self._dispatch, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Work,
        *,
        on_result: Callback | None = None,
        on_error: Callback | None = None,
        on_progress: Callback | None = None,
        on_end: Callable[[], None] | None = None,
        lane: str = "io",
        priority: int = 0,
    ) -> Job:
        """Start a job on the ``io`` lane, or in order on ``inference`` or ``comparison``."""
        job = Job(work, on_result, on_error, on_progress, on_end)
        self.start(job, lane=lane, priority=priority)
        return job

    def start(self, job: Job, *, lane: str = "io", priority: int = 0) -> None:
        """Start a job that was made beforehand, so that its work can name it."""
        if self._closed:
            job.cancel()
            return
        self._jobs.add(job)
        self._pools[lane].start(_Runner(job, self._arrived.emit), priority)

    def report(self, job: Job, progress: object) -> None:
        """Report progress from inside a job that is not a generator; safe from every thread."""
        job.token.check()
        self._arrived.emit(job, "progress", progress)

    @property
    def busy(self) -> bool:
        """Whether any job has not yet ended."""
        return bool(self._jobs)

    def close(self, before_joining: Callable[[], None] | None = None) -> bool:
        """Cancel everything and wait for it; True when all threads came home within ten seconds."""
        self._closed = True
        for job in self._jobs:
            job.cancel()
        if before_joining:
            before_joining()
        for pool in self._pools.values():
            pool.clear()
        joined = all(pool.waitForDone(10_000) for pool in self._pools.values())
        self._jobs.clear()
        return joined

    def _dispatch(self, job: Job, kind: str, payload: Any) -> None:
        if kind == "end":
            job.finished = True
            self._jobs.discard(job)
            if job.on_end and not self._closed:
                job.on_end()
            return
        if job.token.cancelled() or self._closed:
            return
        if kind == "error":
            self._report(job, payload)
        elif kind == "progress" and job.on_progress:
            job.on_progress(payload)
        elif kind == "result" and job.on_result:
            job.on_result(payload)

    def _report(self, job: Job, error: Exception) -> None:
        if not isinstance(error, BrainTumorError):
            log_without_names(error)
        if job.on_error:
            job.on_error(error)
        else:
            self.unexpected.emit(error)


class Latest:
    """Runs the newest request only: however fast requests come, one runs and one waits.

    What waits is replaced by what comes.  What runs is left to finish, so that something is seen
    of a long scroll; :meth:`cancel` drops both.
    """

    def __init__(self, workers: Workers, lane: str = "io") -> None:
        self._workers, self._lane = workers, lane
        self._running: Job | None = None
        self._waiting: tuple[Work, dict[str, Any]] | None = None

    def submit(self, work: Work, **callbacks: Any) -> None:
        """Ask for this instead of whatever was asked before."""
        if self._running is not None:
            self._waiting = (work, callbacks)
            return
        self._start(work, callbacks)

    def cancel(self) -> None:
        """Forget what waits and cancel what runs."""
        self._waiting = None
        if self._running is not None:
            self._running.cancel()

    @property
    def idle(self) -> bool:
        return self._running is None

    def _start(self, work: Work, callbacks: dict[str, Any]) -> None:
        self._running = self._workers.run(work, lane=self._lane, on_end=self._ended, **callbacks)

    def _ended(self) -> None:
        self._running = None
        if self._waiting is not None:
            work, callbacks = self._waiting
            self._waiting = None
            self._start(work, callbacks)


def log_without_names(error: BaseException) -> None:
    """Log where an error came from, without its message: that may hold a patient's file name."""
    _log.error("unexpected %s at %s", type(error).__name__, where_raised(error))


def where_raised(error: BaseException) -> str:
    """The places in the program that an error passed, innermost first, without any value."""
    frames = traceback.extract_tb(error.__traceback__)
    return " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-6:]))
