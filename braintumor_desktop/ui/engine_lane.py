"""The lane to an engine: one question at a time, off the GUI thread.

It knows nothing of what is on screen: :class:`~braintumor_desktop.ui.opinion.Opinion` decides what
is asked next, whenever the lane is free.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from braintumor_desktop.ui.engine import Engine, ModelChoice, ModelInfo
from braintumor_desktop.ui.workers import CancelToken, Job, Work, Workers

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Slice, SliceHeader
    from braintumor_desktop.inference.finding import Explanation, Finding

Answers = Sequence["Finding | Exception"]


class EngineLane:
    """Asks an engine on a lane of the workers.

    Parameters
    ----------
    on_free
        Called on the GUI thread whenever a question was answered, failed or was given up.
    """

    def __init__(
        self, engine: Engine, workers: Workers, name: str, on_free: Callable[[], None]
    ) -> None:
        self.engine = engine
        self._workers, self._name, self._on_free = workers, name, on_free
        self._job: Job | None = None
        self._explaining: Job | None = None

    @property
    def busy(self) -> bool:
        return self._job is not None

    def load(
        self,
        choice: ModelChoice,
        on_model: Callable[[ModelInfo], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        """Load another model."""
        self._ask(lambda _: self.engine.load(choice), on_model, on_error)

    def predict(self, slice_: Slice, take: Callable[[Finding | Exception], None]) -> None:
        """Ask about one slice."""
        self._ask(lambda _: self.engine.predict(slice_), take, take)

    def read(self, headers: Sequence[SliceHeader], take: Callable[[Answers], None]) -> None:
        """Ask about several slices; ``take`` hears one finding or error for each."""

        def work(token: CancelToken) -> Answers:
            token.check()
            return self.engine.read(headers)

        self._ask(work, take, lambda error: take([error] * len(headers)))

    def explain(
        self,
        slice_: Slice,
        method: str,
        index: int,
        take: Callable[[Explanation | Exception], None],
    ) -> None:
        """Ask for one class's map; it can be given up by :meth:`stop_explaining`."""
        self._ask(lambda _: self.engine.explain(slice_, method, index), take, take)
        self._explaining = self._job

    def stop_explaining(self) -> None:
        """A map takes up to a minute: nobody waits for one that is no longer looked at."""
        if self._explaining is not None:
            self._explaining.cancel()
            self.engine.interrupt()
            self._explaining = None

    def close(self) -> None:
        """Stop the engine, even during a call."""
        self.engine.close()

    def _ask(self, work: Work, on_result: Any, on_error: Any) -> None:
        self._job = self._workers.run(
            work, on_result=on_result, on_error=on_error, on_end=self._ended, lane=self._name
        )

    def _ended(self) -> None:
        self._job = self._explaining = None
        self._on_free()
