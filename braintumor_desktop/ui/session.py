"""The session: what is open, what is looked at, and what is known of it.

Widgets ask the session for things and hear back through its signals.  Everything that takes time
runs on workers.  Image, texts and finding change together, when the pixels have arrived: what is
on screen always belongs to one slice.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from braintumor_desktop.ui.cache import ByteLru
from braintumor_desktop.ui.comparison import Comparison
from braintumor_desktop.ui.engine import Engine, ModelChoice
from braintumor_desktop.ui.opinion import Opinion
from braintumor_desktop.ui.picture import Picture, read_picture
from braintumor_desktop.ui.studies.open_studies import Growth, OpenStudies
from braintumor_desktop.ui.workers import CancelToken, Latest, Workers

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Series, SliceHeader, Study

# A series of 300 slices of 512 x 512 (float32: 1 MiB each) and what stands beside it, so that a
# second scroll through it decodes nothing; the whole program stays below 1.5 GB with it.
PIXEL_BYTES = 320 * 2**20
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
    series_grown = Signal(object)  # the Series that is looked at, with more slices
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
        self.comparison = Comparison(self.opinion, self.workers, self)
        self.series: Series | None = None
        self.study: Study | None = None
        self.index = 0
        self.picture: Picture | None = None
        self.first_index: Callable[[Series], int] = lambda series: len(series) // 2
        self.shown_beside: Callable[[], Collection[str]] = tuple  # series_instance_uids
        for changed in (self.series_changed, self.series_grown):
            changed.connect(lambda s: self.comparison.look_at_series(() if s is None else s.slices))
        self._pictures: ByteLru[tuple[str, int], Picture] = ByteLru(
            PIXEL_BYTES, lambda picture: picture.bytes
        )
        self._decoding = Latest(self.workers)
        self._prefetching = Latest(self.workers)
        self._showing_first = True  # of what is being opened, nothing has been shown yet
        self._left_alone = False  # what it showed by itself, nobody has scrolled or left
        self._failed = False  # the slice that is looked at could not be read
        self._closed = False
        opening = self.open_studies = OpenStudies(self.workers, self)
        opening.begins.connect(self._opening_begins)
        opening.progressed.connect(self.opening_changed)
        opening.changed.connect(self.studies_changed)
        opening.grown.connect(self._grown)
        opening.finished.connect(self._finished)
        opening.failed.connect(self.opening_failed)

    def warm_up(self) -> None:
        """Import on a worker what the first study will need."""

        def work(token: CancelToken) -> None:
            for module in _NEEDED_SOON:
                token.check()
                import_module(module)

        self.workers.run(work, priority=-1)

    # -- opening --------------------------------------------------------------------------------

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Read the headers of files and folders; what they hold joins the open studies.

        Of the first study a series is shown as soon as there is one; if nobody has looked further
        when all is read, that of the first study in which the rules choose one.
        """
        self.open_studies.open_paths(paths)

    def open_again(self, study: Study) -> None:
        """Read the files of a study as they are now: its disk is back, or they have changed."""
        self.opinion.forget_failures()
        self.open_paths(self.open_studies.origins(study))

    def cancel_opening(self) -> None:
        """Stop opening; what was found so far stays open."""
        self.open_studies.cancel()

    @property
    def opening(self) -> bool:
        return self.open_studies.opening

    @property
    def studies(self) -> list[Study]:
        """The studies that are open, those of one patient side by side."""
        return list(self.open_studies.studies)

    @property
    def opened_paths(self) -> tuple[Path, ...]:
        """The files and folders that the open studies came from, as they were opened, in order."""
        return self.open_studies.paths

    def _opening_begins(self) -> None:
        self._showing_first = True

    def _grown(self, growth: Growth) -> None:
        self._follow_growth()
        fresh = [s for s in self.studies if s.study_instance_uid in growth.fresh]
        if not fresh:
            return
        first, self._showing_first = self._showing_first, False
        looked_at = None if self.study is None else self.study.study_instance_uid
        if first and looked_at in growth.fresh and not self._left_alone:
            return  # more of the study that is being read: whoever reads it stays where they are
        if not first and not (growth.finished and self._left_alone):
            return
        worth_it = (s for s in fresh if self.open_studies.chosen(s) is not None)
        study = next(worth_it, fresh[0])
        series = self.open_studies.first_to_show(study)
        if series is not None:
            self._look_at_series(study, series)
            self._left_alone = True

    def _follow_growth(self) -> None:
        """Keep the slice that is looked at while its series grows or is parted."""
        if self.series is None:
            return
        wanted = self.series.slices[self.index].key
        found = self.open_studies.find(self.series.series_instance_uid, wanted)
        if found is None or found[1] is self.series:
            return
        self.study, self.series = found
        keys = [header.key for header in self.series.slices]
        self.index = keys.index(wanted) if wanted in keys else min(self.index, len(keys) - 1)
        self.series_grown.emit(self.series)
        if wanted in keys and not self._failed:
            self.position_changed.emit(self.index, len(keys))
        else:
            self._go_to(self.index)

    def _finished(self, growth: Growth) -> None:
        from braintumor_desktop.imaging import OpenedInput

        fresh = tuple(s for s in self.studies if s.study_instance_uid in growth.fresh)
        self.opened.emit(OpenedInput(fresh, growth.problems))

    def close_study(self, study: Study) -> None:
        """Close one study; if it was looked at, another one is."""
        looked_at = (
            self.study is not None and self.study.study_instance_uid == study.study_instance_uid
        )
        self.open_studies.close(study)
        keys = {header.key for series in study.series for header in series.slices}
        self._pictures.discard(lambda key: key in keys)
        if not looked_at:
            return
        self._look_at_nothing()
        if self.studies and (series := self.open_studies.first_to_show(self.studies[0])):
            self.choose_series(self.studies[0], series)

    def close_all(self) -> None:
        """Forget every open study and everything known of it."""
        self._pictures.clear()
        self.study = self.series = None
        self.open_studies.close_all()
        self._look_at_nothing()

    def _look_at_nothing(self) -> None:
        self.study = self.series = None
        self._decoding.cancel()
        self._prefetching.cancel()
        self.cancel_series()
        self.series_changed.emit(None)
        self._show(None)

    # -- looking --------------------------------------------------------------------------------

    def choose_series(self, study: Study, series: Series, index: int | None = None) -> None:
        """Look at a series, at the slice of ``first_index`` unless another is named."""
        self._left_alone = False
        self._look_at_series(study, series, index)

    def choose_study(self, study: Study) -> None:
        """Look at the series of a study that is worth a second opinion."""
        series = self.open_studies.first_to_show(study)
        if series is not None:
            self.choose_series(study, series)

    def _look_at_series(self, study: Study, series: Series, index: int | None = None) -> None:
        if self.series is None or self.series.series_instance_uid != series.series_instance_uid:
            self.cancel_series()
            self.study, self.series = study, series
            self.series_changed.emit(series)
        self._go_to(self.first_index(series) if index is None else index)

    def return_to(self, study: Study, series: Series, index: int, picture: Picture | None) -> None:
        """Look at what stands in another part of the screen; its picture is there already."""
        self._decoding.cancel()  # a slice on its way there is not one of here
        if picture is not None:
            self._pictures.put(picture.header.key, picture)
        self.choose_series(study, series, index)

    def leave_series(self) -> None:
        """Look at nothing; the studies stay open."""
        self._left_alone = False
        self._look_at_nothing()

    def read_beside(
        self,
        header: SliceHeader,
        decoding: Latest,
        on_picture: Callable[[Picture], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        """Decode a slice that is shown beside the one looked at, through the same memory.

        ``decoding`` is the asker's own: its requests overtake each other and no one else's.
        """
        kept = self._pictures.get(header.key)
        if kept is not None:
            decoding.cancel()
            on_picture(kept)
            return

        def take(picture: Picture) -> None:
            self._pictures.put(picture.header.key, picture)
            on_picture(picture)

        decoding.submit(
            lambda _: read_picture(header), on_result=take, on_error=on_error, priority=-1
        )

    def go_to(self, index: int) -> None:
        """Look at one slice of the series; fast requests overtake each other, none queues."""
        self._left_alone = False
        self._go_to(index)

    def _go_to(self, index: int) -> None:
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
        uid = None if self.series is None else self.series.series_instance_uid
        here = next((i for i, (_, s) in enumerate(every) if s.series_instance_uid == uid), None)
        if here is None:  # from nothing, to the first or last one that is not seen elsewhere
            seen = self.shown_beside()
            every = [pair for pair in every if pair[1].series_instance_uid not in seen] or every
            here = -1 if places > 0 else len(every)
        if 0 <= here + places < len(every):
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
            self._failed = True
            self.picture_failed.emit(header, error)

    def _show(self, picture: Picture | None) -> None:
        self._failed = False
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
            self.comparison.read_series(self.series.slices)

    def cancel_series(self) -> None:
        """Read no further; what was read stays known."""
        self.comparison.cancel_series()

    def choose_model(self, choice: ModelChoice) -> None:
        """Change the model, device or explanation method."""
        self.opinion.load(choice)

    def request_thumbnail(self, series: Series) -> None:
        """Make a small picture of a series; comes back through ``thumbnail_ready``."""
        header = series.middle

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
