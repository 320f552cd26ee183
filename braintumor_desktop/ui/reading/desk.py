"""The journal's file, asked from the GUI thread: every question runs on a worker, one at a time."""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from braintumor_desktop.errors import JournalError
from braintumor_desktop.ui.workers import CancelToken, Job, Workers

if TYPE_CHECKING:
    from braintumor_desktop.reporting.journal import Journal
    from braintumor_desktop.reporting.readings import Answer, Case, Impression, Reading

OnResult = Callable[[Any], None]
OnError = Callable[[Exception], None]
_T = TypeVar("_T")
_PATIENCE_S = 6.0  # SQLite waits five for another program that is writing


class JournalDesk(QObject):
    """Opens the journal for each question and closes it again: nothing is held that could be lost.

    ``path`` is the journal's file, ``None`` for the platform's own place.  Looking never makes one.
    """

    changed = Signal()  # something was written
    erased = Signal()

    def __init__(self, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = workers
        self.path: Path | None = None
        self._one_at_a_time = threading.Lock()
        self._unwritten = 0
        self._written = threading.Condition()

    # -- looking --------------------------------------------------------------------------------

    def readings(self, *, on_result: OnResult, on_error: OnError) -> Job:
        """Every reading of the journal."""
        return self._look(lambda journal: journal.readings(), on_result, on_error)

    def readings_of(self, case: Case, *, on_result: OnResult, on_error: OnError) -> Job:
        """The newest reading of these images, once with each of its answers."""
        return self._look(lambda journal: journal.readings_of(case), on_result, on_error)

    def _look(
        self, question: Callable[[Journal], list[Reading]], on_result: OnResult, on_error: OnError
    ) -> Job:
        def work(_: CancelToken) -> list[Reading]:
            from braintumor_desktop.reporting.journal import default_journal_file

            if not (self.path or default_journal_file()).exists():
                return []
            return self._asked(question)

        return self._workers.run(work, on_result=on_result, on_error=on_error)

    # -- writing --------------------------------------------------------------------------------

    def record(
        self, impression: Impression, case: Case, *, on_result: OnResult, on_error: OnError
    ) -> Job:
        """Write a reading; ``on_result`` hears it once it is on the disk."""
        return self._write(lambda j: j.record(impression, case), on_result, on_error, self.changed)

    def add_answer(
        self, number: int, answer: Answer, *, on_result: OnResult, on_error: OnError
    ) -> Job:
        """Write what a model answers to a reading."""
        return self._write(
            lambda journal: journal.add_answer(number, answer), on_result, on_error, self.changed
        )

    def erase(
        self, numbers: Sequence[int] | None, *, on_result: OnResult, on_error: OnError
    ) -> Job:
        """Erase these readings, or all of them."""
        return self._write(
            lambda journal: journal.erase(numbers), on_result, on_error, self.erased, self.changed
        )

    def _write(
        self,
        task: Callable[[Journal], Any],
        on_result: OnResult,
        on_error: OnError,
        *signals: Any,
    ) -> Job:
        def done(result: Any) -> None:
            on_result(result)
            for signal in signals:
                signal.emit()

        def work(_: CancelToken) -> Any:
            try:
                return self._asked(task)
            finally:
                self._count_unwritten(-1)

        self._count_unwritten(1)
        return self._workers.run(work, on_result=done, on_error=on_error)

    def _count_unwritten(self, step: int) -> None:
        with self._written:
            self._unwritten += step
            self._written.notify_all()

    def finish(self) -> bool:
        """Wait until what was said is on the disk, before the workers are cancelled."""
        with self._written:
            return self._written.wait_for(lambda: self._unwritten == 0, timeout=_PATIENCE_S)

    def _asked(self, task: Callable[[Journal], _T]) -> _T:
        from braintumor_desktop.reporting.journal import Journal

        with self._one_at_a_time, Journal(self.path) as journal:
            return task(journal)

    # -- handing on -----------------------------------------------------------------------------

    def export(
        self,
        path: Path,
        readings: Sequence[Reading],
        *,
        identity_allowed: bool,
        on_result: OnResult,
        on_error: OnError,
    ) -> Job:
        """Write these readings as CSV, as a whole or not at all."""

        def work(_: CancelToken) -> Path:
            from braintumor_desktop.reporting.readings import readings_to_csv

            write_whole(path, readings_to_csv(readings, identity_allowed=identity_allowed))
            return path

        return self._workers.run(work, on_result=on_result, on_error=on_error)


def write_whole(path: Path, text: str) -> None:
    """Write a text file beside its place, then move it there; ``JournalError`` in words."""
    kept: str | None = None
    try:
        handle, kept = tempfile.mkstemp(dir=path.parent, prefix=".journal-", suffix=".tmp")
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        os.replace(kept, path)
    except OSError as error:
        if kept is not None:
            Path(kept).unlink(missing_ok=True)
        raise JournalError(
            f"The readings cannot be exported ({error.strerror or 'input/output error'}).",
            path=path,
            remedy="Choose another folder, or free some room on the disk.",
        ) from error
