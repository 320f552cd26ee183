"""One run of ``braintumor-predict``: open, predict as slices are decoded, collect."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from braintumor_desktop.cli.outputs import Outputs
from braintumor_desktop.errors import InferenceError
from braintumor_desktop.imaging.opening import open_paths
from braintumor_desktop.imaging.reading import read_slice
from braintumor_desktop.imaging.study import OpenedInput, Slice, SliceHeader
from braintumor_desktop.inference.finding import Finding, SeriesFinding
from braintumor_desktop.inference.series import combine_findings
from braintumor_desktop.reporting.tables import Report, SeriesRecord, SliceRecord

if TYPE_CHECKING:
    from braintumor_desktop.inference.predictor import Answer, Predictor


def run(
    paths: Sequence[Path], model: str | None, device: str, method: str, outputs: Outputs
) -> Report:
    """Predict everything under ``paths``.

    Returns
    -------
    What was done; ``complete`` is False when Ctrl-C ended it early.

    Raises
    ------
    BrainTumorError
        If the model or the device cannot be used.
    """
    with ThreadPoolExecutor(1, thread_name_prefix="open") as opener:
        # Headers are read while torch is imported: the two hardly share anything.
        opening = opener.submit(open_paths, paths)
        with _uncollected():
            predictor = _load(model, device, method)
        opened = opening.result()
    if notice := predictor.notice:
        outputs.say(notice)
    collector = _Collector(opened, predictor)
    try:
        collector.collect(outputs)
    except KeyboardInterrupt:
        return collector.report(complete=False)
    if predictor.notice != notice:
        outputs.say(f"{predictor.notice}")
    return collector.report(complete=True)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile, nor ever again among what is made here.

    Torch's import makes a million objects that stay; searching them takes a tenth of a short run.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _load(model: str | None, device: str, method: str) -> Predictor:
    from braintumor_desktop.inference.predictor import Predictor
    from braintumor_desktop.models.bundle import ModelBundle, find_bundle

    return Predictor(ModelBundle.load(find_bundle(model)), device=device, method=method)


class _Collector:
    """The records of a run, in the order of the series and their slices."""

    def __init__(self, opened: OpenedInput, predictor: Predictor) -> None:
        self._opened = opened
        self._predictor = predictor
        self._series = [series for study in opened.studies for series in study.series]
        self._records: list[list[SliceRecord]] = [[] for _ in self._series]

    def collect(self, outputs: Outputs) -> None:
        """Predict slice by slice; pictures are written as they come."""
        places = list(self._headers())
        sources: list[Callable[[], Slice]] = [partial(read_slice, h) for _, h in places]
        with (
            outputs.progress(len(places)) as advance,
            closing(self._predictor.predict_stream(sources)) as stream,
        ):
            for answer in stream:
                number, header = places[answer.index]
                self._records[number].append(_record(header, answer))
                outputs.picture(answer, self._series[number], number, header)
                advance()

    def report(self, *, complete: bool) -> Report:
        """What was collected so far."""
        predictor = self._predictor
        return Report(
            series=tuple(
                SeriesRecord(series, tuple(records), _summary(records))
                for series, records in zip(self._series, self._records, strict=True)
            ),
            class_keys=predictor.class_keys,
            model=predictor.identity,
            device=predictor.device_name,
            notice=predictor.notice,
            problems=tuple((str(p.path), p.message) for p in self._opened.problems),
            complete=complete,
        )

    def _headers(self) -> Iterator[tuple[int, SliceHeader]]:
        for number, series in enumerate(self._series):
            for header in series.slices:
                yield number, header


def _record(header: SliceHeader, answer: Answer) -> SliceRecord:
    if isinstance(answer.result, Finding):
        return SliceRecord(header, answer.result)
    return SliceRecord(header, problem=str(answer.result))


def _summary(records: Sequence[SliceRecord]) -> SeriesFinding | None:
    try:
        return combine_findings([record.finding for record in records])
    except InferenceError:
        return None
