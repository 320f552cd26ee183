"""Slices become Findings: one object prepares, runs the network, explains, and says why not.

The network runs behind a lock, so any thread may ask; slices are decoded and prepared on a small
pool beside it, where numpy, Pillow and the codecs let go of the interpreter's lock.
"""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeAlias, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray

from braintumor_desktop.errors import BrainTumorError, Cancelled, InferenceError
from braintumor_desktop.imaging.study import Slice
from braintumor_desktop.inference.abstention import no_explanation, unlike_training
from braintumor_desktop.inference.calibration import temperature_softmax
from braintumor_desktop.inference.choices import CLOSED_FORM, check_method
from braintumor_desktop.inference.device import choose_device, is_out_of_memory
from braintumor_desktop.inference.engine import Answers, Engine
from braintumor_desktop.inference.explanation import has_evidence, other_method_map
from braintumor_desktop.inference.finding import Explanation, Finding, ModelIdentity, SeriesFinding
from braintumor_desktop.inference.prediction_set import SetThreshold
from braintumor_desktop.inference.preparing import (
    Prepared,
    Read,
    Refused,
    SliceSource,
    prepare_slice,
    read_and_prepare,
)
from braintumor_desktop.inference.preprocess import PreparedSlice, Preprocessing
from braintumor_desktop.inference.rejection import Rejector
from braintumor_desktop.inference.series import combine_findings
from braintumor_desktop.models.bundle import ModelBundle
from braintumor_desktop.models.registry import network_entry

BATCH_SIZE = 8  # larger batches gain nothing on a CPU and make a slice on screen wait longer

Result: TypeAlias = Finding | BrainTumorError
_T = TypeVar("_T")


@dataclass(frozen=True)
class Answer:
    """What came of one slice of a stream: the pixels if they could be read, and the result."""

    index: int
    slice: Slice | None
    result: Result


class Predictor:
    """A bundle's network, ready to be asked.

    Parameters
    ----------
    bundle
        Which network.
    device
        ``"auto"``, ``"cpu"``, ``"cuda"`` or ``"mps"``.
    method
        Explanation method, one of ``choices.METHODS``.
    precision
        ``"auto"``, ``"fp32"`` or ``"bf16"``.
    threads
        How many CPU threads torch may use, in the whole process; torch's own choice if ``None``.

    Raises
    ------
    BundleError
        If the weights do not fit, or what the model refuses by is missing or damaged.
    InferenceError
        If the device or the method is not there.
    """

    def __init__(
        self,
        bundle: ModelBundle,
        *,
        device: str = "auto",
        method: str = CLOSED_FORM,
        precision: str = "auto",
        threads: int | None = None,
    ) -> None:
        self.bundle = bundle
        self.method = check_method(method)
        self.identity = ModelIdentity(bundle.name, bundle.version, bundle.sha256)
        self.class_keys = bundle.class_keys
        self.preprocessing = Preprocessing.from_dict(bundle.preprocessing)
        self._set_threshold = SetThreshold.from_card(bundle.card)
        self._rejector = Rejector.load(bundle)
        self._lock = threading.RLock()
        if threads is not None:
            torch.set_num_threads(threads)
        self._device = choose_device(device, precision)
        self.notice: str | None = self._device.notice
        self._engine: Engine | None = None
        self._plain_network: torch.nn.Module | None = None
        self._with_memory(self._ready_engine)

    @property
    def device_name(self) -> str:
        """What the network runs on, in words: ``"CPU bf16"``."""
        return self._device.name

    def warm_up(self) -> None:
        """Run the network once, so that the first slice does not pay for what torch puts off."""
        size = self.preprocessing.size
        with self._lock:
            self._run(np.zeros((1, size, size), dtype=np.float32))

    def predict(self, slice_: Slice) -> Finding:
        """Say what the model says of one slice, or why it abstains.

        Raises
        ------
        InferenceError
            If the slice cannot be asked about (not finite) or the network gives no numbers.
        """
        (result,) = self._results([prepare_slice(slice_, self.preprocessing)])
        if isinstance(result, BrainTumorError):
            raise result
        return result

    def predict_batch(self, slices: Sequence[Slice]) -> list[Result]:
        """Predict several slices at once; what failed stands as its error in the slice's place."""
        return [
            answer.result for answer in self.predict_stream(slices, batch_size=len(slices) or 1)
        ]

    def predict_stream(
        self,
        sources: Iterable[SliceSource],
        *,
        batch_size: int = BATCH_SIZE,
        cancelled: Callable[[], bool] | None = None,
    ) -> Generator[Answer]:
        """Predict slices as they come, in their order.

        Parameters
        ----------
        sources
            Slices, or functions that read one; a function is called on a worker thread.
        batch_size
            Slices that go through the network at once.
        cancelled
            Asked between batches.

        Raises
        ------
        Cancelled
            When ``cancelled`` says so.
        """
        numbered = enumerate(sources)
        with ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix="prepare") as pool:
            ahead: deque[tuple[int, Future[Read]]] = deque()

            def look_ahead() -> None:
                room = 3 * batch_size - len(ahead)
                for index, source in islice(numbered, room):
                    ahead.append((index, pool.submit(read_and_prepare, source, self.preprocessing)))

            try:
                look_ahead()
                while ahead:
                    if cancelled is not None and cancelled():
                        raise Cancelled
                    batch = [ahead.popleft() for _ in range(min(batch_size, len(ahead)))]
                    look_ahead()
                    yield from self._answer(batch)
            finally:
                for _, future in ahead:
                    future.cancel()

    def predict_series(
        self,
        sources: Iterable[SliceSource],
        *,
        batch_size: int = BATCH_SIZE,
        progress: Callable[[int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> SeriesFinding:
        """Predict the slices of one series and bring them together.

        Parameters
        ----------
        sources, batch_size, cancelled
            As for :meth:`predict_stream`.
        progress
            Told the number of slices done.

        Raises
        ------
        Cancelled
            When ``cancelled`` says so.
        InferenceError
            If no slice could be predicted.
        """
        findings: list[Finding | None] = []
        stream = self.predict_stream(sources, batch_size=batch_size, cancelled=cancelled)
        for answer in stream:
            findings.append(answer.result if isinstance(answer.result, Finding) else None)
            if progress is not None:
                progress(len(findings))
        return combine_findings(findings)

    def explain(
        self,
        slice_: Slice,
        method: str,
        class_index: int,
        *,
        cancelled: Callable[[], bool] | None = None,
    ) -> Explanation:
        """Explain one class of one slice by any method, in fp32.

        Parameters
        ----------
        cancelled
            Asked before each run of the network, of which Score-CAM needs dozens.

        Raises
        ------
        Cancelled
            When ``cancelled`` says so.
        InferenceError
            If the slice cannot or should not be asked about, or there is no such method or class.
        """
        method = check_method(method)
        if not 0 <= class_index < len(self.class_keys):
            raise InferenceError(f"The model has no class number {class_index}.")
        if method == CLOSED_FORM:
            return self.predict(slice_).explanation
        item = prepare_slice(slice_, self.preprocessing)
        if isinstance(item, Refused):
            raise InferenceError(item.reason, path=slice_.header.path)
        return self._explain(item.prepared, method, class_index, cancelled)

    def _answer(self, batch: Sequence[tuple[int, Future[Read]]]) -> Iterator[Answer]:
        """The answers of one batch, in order."""
        read = [future.result() for _, future in batch]
        for (index, _), item, result in zip(batch, read, self._results(read), strict=True):
            yield Answer(index, None if isinstance(item, BrainTumorError) else item.slice, result)

    def _results(self, read: Sequence[Read]) -> list[Result]:
        """What comes of slices that were read, in order; only prepared ones meet the network."""
        asked = iter(self._ask([item for item in read if isinstance(item, Prepared)]))
        return [self._result(item, asked) for item in read]

    def _result(self, item: Read, asked: Iterator[Result]) -> Result:
        if isinstance(item, Refused):
            return self._abstaining(item.slice, item.reason, self.device_name)
        return item if isinstance(item, BrainTumorError) else next(asked)

    def _ask(self, batch: Sequence[Prepared]) -> list[Result]:
        """Run the network over prepared slices."""
        if not batch:
            return []
        with self._lock:
            start = time.perf_counter()
            answers = self._run(np.stack([item.prepared.image for item in batch]))
            milliseconds = 1000 * (time.perf_counter() - start) / len(batch)
            device = self.device_name
        return [
            self._finding(item, answers, row, milliseconds, device)
            for row, item in enumerate(batch)
        ]

    def _run(self, images: NDArray[np.float32]) -> Answers:
        """What the network says of a batch, on the CPU where the device has no memory for it."""
        return self._with_memory(lambda: self._ready_engine().run(images))

    def _ready_engine(self) -> Engine:
        """The network on the present device; built where there is none yet."""
        if self._engine is None:
            self._engine = Engine(self.bundle, self._device, self._rejector)
        return self._engine

    def _with_memory(self, work: Callable[[], _T]) -> _T:
        """Do work of torch; where its device has no memory left, move to the CPU and say so."""
        try:
            return work()
        except RuntimeError as error:
            if not is_out_of_memory(error):
                raise InferenceError(f"The network could not run: {error}.") from error
            if self._device.kind == "cpu":
                raise InferenceError(
                    "This computer has not enough free memory to run the network.",
                    remedy="Close other programs and try again.",
                ) from error
        full, self._device = self._device.name, choose_device("cpu")
        self._engine = self._plain_network = None
        self.notice = f"{full} ran out of memory; the network now runs on the CPU."
        return self._with_memory(work)

    def _finding(
        self, item: Prepared, answers: Answers, row: int, milliseconds: float, device: str
    ) -> Result:
        """One slice's finding; an error where the network gave no numbers."""
        logits, maps = answers.logits[row], answers.maps[row]
        if not (np.isfinite(logits).all() and np.isfinite(maps).all()):
            return InferenceError(
                "The network gave no numbers for this slice (NaN or infinite).",
                path=item.slice.header.path,
                remedy="Install the model again, or choose another device.",
            )
        timings = {"prepare": item.milliseconds, "network": milliseconds}
        unlike = None if answers.unlike is None else bool(answers.unlike[row])
        if unlike:
            silent = self._abstaining(item.slice, unlike_training(), device)
            return replace(silent, timings=timings, unlike_training=True)
        probabilities = temperature_softmax(logits, self.bundle.temperature)
        threshold = self._set_threshold
        finding = Finding(
            class_keys=self.class_keys,
            probabilities=probabilities,
            explanation=Explanation(CLOSED_FORM, maps, has_evidence(maps), item.prepared.transform),
            model=self.identity,
            device=device,
            timings=timings,
            prediction_set=None
            if threshold is None
            else threshold.of(probabilities, self.class_keys),
            unlike_training=unlike,
        )
        return finding if self.method == CLOSED_FORM else self._explained(finding, item.prepared)

    def _abstaining(self, slice_: Slice, reason: str, device: str) -> Finding:
        """No class, no probability, no map: there is nothing that could be shown by mistake."""
        classes = len(self.class_keys)
        return Finding(
            class_keys=self.class_keys,
            probabilities=np.zeros(classes, np.float32),
            explanation=no_explanation(CLOSED_FORM, classes, slice_.pixels.shape),
            model=self.identity,
            device=device,
            abstention=reason,
        )

    def _explained(self, finding: Finding, prepared: PreparedSlice) -> Finding:
        """The finding with its leading class explained by the chosen method instead."""
        start = time.perf_counter()
        explanation = self._explain(prepared, self.method, finding.leading_index)
        milliseconds = 1000 * (time.perf_counter() - start)
        return replace(
            finding,
            explanation=explanation,
            timings={**finding.timings, "explain": milliseconds},
        )

    def _explain(
        self,
        prepared: PreparedSlice,
        method: str,
        class_index: int,
        cancelled: Callable[[], bool] | None = None,
    ) -> Explanation:
        """One class's map by another method; the other classes' maps are zero."""
        with self._lock:
            heat = self._with_memory(
                lambda: self._other_map(prepared, method, class_index, cancelled)
            )
        maps = np.zeros((len(self.class_keys), *heat.shape), dtype=np.float32)
        maps[class_index] = heat
        only = frozenset({class_index})
        return Explanation(method, maps, has_evidence(maps), prepared.transform, only)

    def _other_map(
        self,
        prepared: PreparedSlice,
        method: str,
        class_index: int,
        cancelled: Callable[[], bool] | None = None,
    ) -> NDArray[np.float32]:
        """A map of pytorch-grad-cam, which asks for the network as it was trained, in fp32."""
        place = self._device.torch_device
        if self._plain_network is None:
            self._plain_network = self.bundle.build().to(place)
        image = torch.from_numpy(prepared.image).expand(1, 3, -1, -1).to(place)
        layer = network_entry(self.bundle.network).explanation_layer
        network = self._plain_network
        return other_method_map(method, network, layer, image, class_index, cancelled)
