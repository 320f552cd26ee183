"""The session: what is open, what is looked at, and what is known of it.

Widgets ask the session for things and hear back through its signals.  Everything that takes time
runs on workers.  Image, texts and finding change together, when the pixels have arrived: what is
on screen always belongs to one slice.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from braintumor_desktop.ui.cache import ByteLru
from braintumor_desktop.ui.engine import Engine, ModelChoice
from braintumor_desktop.ui.opinion import Opinion
from braintumor_desktop.ui.picture import Picture, read_picture
from braintumor_desktop.ui.workers import CancelToken, Job, Latest, Workers

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import OpenedInput, Series, SliceHeader, Study

PIXEL_BYTES = 192 * 2**20
THUMBNAIL_PX = 96
_NEEDED_SOON = (
    "braintumor_desktop.ui.viewer.rendering",
    "braintumor_desktop.imaging.opening",
    "braintumor_desktop.inference.series",
    "braintumor_desktop.reporting.colour",
)


class Session(QObject):
    """Lives on the GUI thread; owns the workers."""

    opening_changed = Signal(object)  # (done, total) while opening, None when not
    opened = Signal(object)  # OpenedInput
    opening_failed = Signal(object)  # Exception
    studies_changed = Signal()
    series_changed = Signal(object)  # Series or None
    position_changed = Signal(int, int)  # index wanted, count
    picture_changed = Signal(object)  # Picture now on screen, None for none
    picture_failed = Signal(object, object)  # SliceHeader, Exception
    thumbnail_ready = Signal(str, QImage)  # series_instance_uid
    unexpected = Signal(object)

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workers = Workers(self, threads=3)
        self.workers.unexpected.connect(self.unexpected)
        self.opinion = Opinion(engine, self.workers, self)
        self.studies: list[Study] = []
        self._opened_paths: list[Path] = []
        self.series: Series | None = None
        self.study: Study | None = None
        self.index = 0
        self.picture: Picture | None = None
        self._pictures: ByteLru[tuple[str, int], Picture] = ByteLru(
            PIXEL_BYTES, lambda picture: picture.bytes
        )
        self._decoding = Latest(self.workers)
        self._prefetching = Latest(self.workers)
        self._opening: Job | None = None
        self._closed = False

    def warm_up(self) -> None:
        """Import on a worker what the first study will need."""

        def work(token: CancelToken) -> None:
            for module in _NEEDED_SOON:
                token.check()
                import_module(module)

        self.workers.run(work, priority=-1)

    # -- opening --------------------------------------------------------------------------------

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Read the headers of files and folders; what they hold joins the open studies."""
        self.cancel_opening()
        wanted = [Path(p) for p in paths]

        def work(token: CancelToken) -> OpenedInput:
            from braintumor_desktop.imaging import open_paths

            def progress(done: int, total: int) -> None:
                self.workers.report(job, (done, total))

            return open_paths(wanted, progress=progress, cancelled=token.cancelled)

        self.opening_changed.emit((0, 0))
        job = self._opening = Job(
            work,
            on_progress=self.opening_changed.emit,
            on_result=lambda opened: self._opened(opened, wanted),
            on_error=self.opening_failed.emit,
            on_end=lambda: self._opening_ended(job),
        )
        self.workers.start(job)

    @property
    def opened_paths(self) -> tuple[Path, ...]:
        """The files and folders that the open studies came from, as they were opened, in order."""
        return tuple(self._opened_paths)

    def cancel_opening(self) -> None:
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None
            self.opening_changed.emit(None)

    @property
    def opening(self) -> bool:
        return self._opening is not None

    def _opening_ended(self, job: Job) -> None:
        if self._opening is job:
            self._opening = None
            self.opening_changed.emit(None)

    def _opened(self, opened: OpenedInput, paths: Sequence[Path]) -> None:
        fresh = {study.study_instance_uid for study in opened.studies}
        self.studies = [
            *opened.studies,
            *(s for s in self.studies if s.study_instance_uid not in fresh),
        ]
        if opened.studies:
            self._opened_paths.extend(p for p in paths if p not in self._opened_paths)
            self.studies_changed.emit()
            first = opened.studies[0]
            if first.series:
                self.choose_series(first, first.series[0])
        self.opened.emit(opened)

    def close_all(self) -> None:
        """Forget every open study and everything known of it."""
        self.studies = []
        self._opened_paths.clear()
        self.study = self.series = None
        self._decoding.cancel()
        self._pictures.clear()
        self.opinion.cancel_series()
        self.studies_changed.emit()
        self.series_changed.emit(None)
        self._show(None)

    # -- looking --------------------------------------------------------------------------------

    def choose_series(self, study: Study, series: Series, index: int | None = None) -> None:
        """Look at a series, at its middle slice unless another is named."""
        self.study, self.series = study, series
        self.opinion.cancel_series()
        self.series_changed.emit(series)
        self.go_to(len(series) // 2 if index is None else index)

    def go_to(self, index: int) -> None:
        """Look at one slice of the series; fast requests overtake each other, none queues."""
        if self.series is None or not len(self.series):
            return
        step = index - self.index
        self.index = min(max(index, 0), len(self.series) - 1)
        self.position_changed.emit(self.index, len(self.series))
        header = self.series.slices[self.index]
        kept = self._pictures.get(header.key)
        if kept is not None:
            self._decoding.cancel()
            self._show(kept)
            self._prefetch(step)
            return
        self._decoding.submit(
            lambda _: read_picture(header),
            on_result=lambda picture: self._decoded(picture, step),
            on_error=lambda error: self._decoding_failed(header, error),
        )

    def step(self, slices: int) -> None:
        """Look at the slice that many places further."""
        self.go_to(self.index + slices)

    def step_series(self, places: int) -> None:
        """Look at the series that many places further in the list."""
        every = [(study, series) for study in self.studies for series in study.series]
        here = next((i for i, (_, s) in enumerate(every) if s is self.series), None)
        if here is not None and 0 <= here + places < len(every):
            self.choose_series(*every[here + places])

    @property
    def header(self) -> SliceHeader | None:
        """The slice on screen."""
        return None if self.picture is None else self.picture.header

    @property
    def settled(self) -> bool:
        """Whether the slice on screen is the one asked for."""
        if self.series is None or self.picture is None:
            return self.series is None
        return self.picture.header.key == self.series.slices[self.index].key

    def _decoded(self, picture: Picture, step: int) -> None:
        self._pictures.put(picture.header.key, picture)
        if self.series is None or picture.header not in self.series.slices:
            return
        self._show(picture)  # in the middle of a fast scroll, a slice on the way
        if self.settled:
            self._prefetch(step)

    def _decoding_failed(self, header: SliceHeader, error: Exception) -> None:
        if self.series is not None and self.series.slices[self.index].key == header.key:
            self._show(None)
            self.picture_failed.emit(header, error)

    def _show(self, picture: Picture | None) -> None:
        self.picture = picture
        self.picture_changed.emit(picture)
        self.opinion.look_at(None if picture is None else picture.slice)

    def _prefetch(self, step: int) -> None:
        """Decode the next slices in the direction of travel, if nothing else is wanted."""
        if self.series is None or abs(step) > 4:
            return
        direction = 1 if step >= 0 else -1
        ahead = [self.index + direction * k for k in (1, 2)]
        wanted = [
            self.series.slices[i]
            for i in ahead
            if 0 <= i < len(self.series) and self.series.slices[i].key not in self._pictures
        ]
        if wanted:
            self._prefetching.submit(
                lambda token: [read_picture(h) for h in wanted if not token.cancelled()],
                on_result=self._prefetched,
                on_error=lambda _: None,  # it is met again, and shown, when the slice is looked at
            )

    def _prefetched(self, pictures: list[Picture]) -> None:
        for picture in pictures:
            self._pictures.put(picture.header.key, picture)

    # -- the rest -------------------------------------------------------------------------------

    def read_series(self) -> None:
        """Ask the network about every slice of the series, in the background."""
        if self.series is not None:
            self.opinion.read_series(self.series.slices)

    def choose_model(self, choice: ModelChoice) -> None:
        """Change the model, device or explanation method."""
        self.opinion.load(choice)

    def request_thumbnail(self, series: Series) -> None:
        """Make a small picture of a series; comes back through ``thumbnail_ready``."""
        header = series.slices[len(series) // 2]

        def work(_: CancelToken) -> QImage:
            from braintumor_desktop.ui.viewer.rendering import thumbnail

            return thumbnail(read_picture(header), THUMBNAIL_PX)

        self.workers.run(
            work,
            on_result=lambda image: self.thumbnail_ready.emit(series.series_instance_uid, image),
            on_error=lambda _: self.thumbnail_ready.emit(series.series_instance_uid, QImage()),
            priority=-1,
        )

    def close(self) -> bool:
        """Cancel everything and join the workers; True when all came home."""
        if self._closed:
            return True
        self._closed = True
        return self.workers.close(before_joining=self.opinion.close)
