"""The network in a process of its own.

Torch is imported there and never in the window's process: importing it would hold the interpreter
for a quarter of a second at a time, a crash of a GPU driver would take the window along, and on
Windows torch and Qt disagree on the order in which their libraries are loaded.  What crosses the
pipe are slices, findings and errors, between two processes of this program only.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import signal
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from braintumor_desktop import errors
from braintumor_desktop.errors import BrainTumorError, Cancelled, InferenceError
from braintumor_desktop.ui.engine import ModelChoice, ModelInfo

if TYPE_CHECKING:
    from multiprocessing.synchronize import Event

    from braintumor_desktop.imaging.study import Slice, SliceHeader
    from braintumor_desktop.inference.finding import Explanation, Finding
    from braintumor_desktop.inference.predictor import Predictor

_log = logging.getLogger(__name__)
_FAMILY = {
    cls.__name__: cls
    for cls in (
        errors.BrainTumorError,
        errors.ImagingError,
        errors.BundleError,
        errors.InferenceError,
        errors.BlankSliceError,
        errors.SettingsError,
        errors.NetworkError,
    )
}


class InferenceProcess:
    """The window's end of the pipe: an :class:`~braintumor_desktop.ui.engine.Engine`.

    The process starts with the first call; if it dies of one, that is asked once more of a new one.
    """

    def __init__(self) -> None:
        self._process: Any = None
        self._pipe: Connection | None = None
        self._stop: Any = None  # an Event that the process asks while it works out a map
        self._lock = threading.Lock()
        self._closed = False
        self._choice: ModelChoice | None = None

    def load(self, choice: ModelChoice) -> ModelInfo:
        self._choice = choice
        info: ModelInfo = self._ask("load", choice)
        return info

    def predict(self, slice_: Slice) -> Finding:
        finding: Finding = self._ask("predict", slice_)
        return finding

    def read(self, headers: Sequence[SliceHeader]) -> list[Finding | BrainTumorError]:
        results = self._ask("read", list(headers))
        return [_unpacked(r) if isinstance(r, _PackedError) else r for r in results]

    def explain(self, slice_: Slice, method: str, class_index: int) -> Explanation:
        if self._stop is not None:
            self._stop.clear()
        explanation: Explanation = self._ask("explain", (slice_, method, class_index))
        return explanation

    def interrupt(self) -> None:
        """Give up the map that is being worked out: before the network's next run in there."""
        if self._stop is not None:
            self._stop.set()

    def another(self) -> InferenceProcess:
        """A process of its own for a second model.

        It costs the memory of torch once more, and gives all of it back, a GPU's too, when it is
        closed; a crash of one leaves the other.
        """
        return InferenceProcess()

    def close(self) -> None:
        """End the process, even in the middle of an answer."""
        with self._lock:
            self._closed = True
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.join(5)

    @property
    def pid(self) -> int | None:
        """The process's number, for whoever measures its memory."""
        return None if self._process is None else self._process.pid

    def _ask(self, verb: str, argument: Any) -> Any:
        """Ask, and once more where the process died of it: the next one may well live.

        So a process that somebody ended, or the system for want of memory, costs a few seconds
        and no finding; one that dies of every slice is told.
        """
        try:
            return self._ask_once(verb, argument)
        except _ProcessDiedError as died:
            _log.warning("the network's process ended unexpectedly (%s): started again", died)
        try:
            return self._ask_once(verb, argument)
        except _ProcessDiedError as died:
            again = "Try again" if verb == "load" else "“Read whole series” asks about it again"
            raise InferenceError(
                f"The network's process ended unexpectedly, twice ({died}).",
                remedy=f"{again}. If it keeps happening, close other programs or choose the CPU "
                "in the settings.",
            ) from died

    def _ask_once(self, verb: str, argument: Any) -> Any:
        if self._process is None:
            self._start()
            if verb != "load" and self._choice is not None:
                self._exchange("load", self._choice)
        return self._exchange(verb, argument)

    def _exchange(self, verb: str, argument: Any) -> Any:
        assert self._pipe is not None
        try:
            self._pipe.send((verb, argument))
            answer = self._pipe.recv()
        except (EOFError, OSError) as error:
            if self._closed:
                raise Cancelled from error
            raise _ProcessDiedError(self._how_it_ended()) from error
        if isinstance(answer, _PackedError):
            raise _unpacked(answer)
        if isinstance(answer, Cancelled):
            raise answer
        return answer

    def _how_it_ended(self) -> str:
        """Let go of the process that died, and say what the system says of its end."""
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return "closed"
        process.join(5)
        return _end_in_words(process.exitcode)

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        try:
            ours, theirs = context.Pipe()
            stop = context.Event()
            process = context.Process(
                target=_serve, args=(theirs, stop), daemon=True, name="braintumor-inference"
            )
            with self._lock:
                if self._closed:
                    raise Cancelled
                process.start()
                self._process, self._pipe, self._stop = process, ours, stop
        except OSError as error:
            raise InferenceError(
                f"The network's process cannot be started ({error.strerror or error}).",
                remedy="Close other programs, then try again.",
            ) from error
        theirs.close()


class _ProcessDiedError(Exception):
    """The other end of the pipe is gone; says how it ended."""


def _end_in_words(exit_code: int | None) -> str:
    """What an exit code means, where it is a signal that ended the process."""
    if exit_code is None or exit_code >= 0:
        return f"exit code {exit_code}"
    try:
        name = signal.Signals(-exit_code).name
    except ValueError:
        name = f"signal {-exit_code}"
    return f"{name}, often for want of memory" if name == "SIGKILL" else name


class _PackedError:
    """One of our errors on its way through the pipe."""

    def __init__(self, error: BrainTumorError) -> None:
        self.kind = type(error).__name__
        self.what, self.path, self.remedy = error.what, error.path, error.remedy


def _unpacked(packed: _PackedError) -> BrainTumorError:
    return _FAMILY[packed.kind](packed.what, path=packed.path, remedy=packed.remedy)


# -- in the other process ------------------------------------------------------------------------


def _serve(pipe: Connection, stop: Event) -> None:
    """Answer until the window's end of the pipe goes away."""
    logging.basicConfig(level=logging.WARNING)
    server = _Server(stop)
    with contextlib.suppress(EOFError, KeyboardInterrupt, BrokenPipeError):
        while True:
            verb, argument = pipe.recv()
            pipe.send(_answer(server, verb, argument))


def _answer(server: _Server, verb: str, argument: Any) -> Any:
    verbs: dict[str, Callable[[Any], Any]] = {
        "load": server.load,
        "predict": server.predict,
        "read": server.read,
        "explain": server.explain,
    }
    try:
        return verbs[verb](argument)
    except Cancelled as stopped:
        return stopped
    except BrainTumorError as error:
        return _PackedError(error)
    except Exception as error:  # noqa: BLE001 - the boundary of the process: said in the window
        _log.error("unexpected %s", type(error).__name__)
        return _PackedError(
            InferenceError(
                f"The network failed unexpectedly ({type(error).__name__}: {error}).",
                remedy="Choose the CPU in the settings, or install the program again.",
            )
        )


class _Server:
    """Owns the predictor, which explains in closed form; other methods are asked for by class."""

    def __init__(self, stop: Event) -> None:
        self._stop = stop
        self._predictor: Predictor | None = None

    def load(self, choice: ModelChoice) -> ModelInfo:
        from braintumor_desktop.inference.choices import check_method
        from braintumor_desktop.inference.predictor import Predictor
        from braintumor_desktop.models.bundle import ModelBundle, available_bundles, find_bundle

        bundle = ModelBundle.load(find_bundle(choice.model or None))
        predictor = Predictor(bundle, device=choice.device)
        predictor.warm_up()
        self._predictor = predictor
        return ModelInfo(
            name=predictor.identity.name,
            version=predictor.identity.version,
            sha256=predictor.identity.sha256,
            device=predictor.device_name,
            method=check_method(choice.method),
            class_keys=tuple(predictor.class_keys),
            notice=predictor.notice,
            card=dict(bundle.card),
            installed=tuple(folder.name for folder in available_bundles()),
        )

    def predict(self, slice_: Slice) -> Finding:
        return self._loaded().predict(slice_)

    def read(self, headers: Sequence[SliceHeader]) -> list[Any]:
        from braintumor_desktop.imaging import read_slice

        read: list[Slice | BrainTumorError] = []
        for header in headers:
            try:
                read.append(read_slice(header))
            except BrainTumorError as error:
                read.append(error)
        slices = [s for s in read if not isinstance(s, BrainTumorError)]
        answers = iter(self._loaded().predict_batch(slices))
        results = [s if isinstance(s, BrainTumorError) else next(answers) for s in read]
        return [_PackedError(r) if isinstance(r, BrainTumorError) else r for r in results]

    def explain(self, wanted: tuple[Slice, str, int]) -> Explanation:
        return self._loaded().explain(*wanted, cancelled=self._stop.is_set)

    def _loaded(self) -> Predictor:
        if self._predictor is None:
            raise InferenceError("No model is loaded.", remedy="Choose one in the settings.")
        return self._predictor
