"""What a run writes as it goes: CSV, TensorBoard events, and a line or a bar for its reader."""

from __future__ import annotations

import csv
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

LOG, EVENTS = "log.csv", "tensorboard"
COLUMNS = (
    *("epoch", "size", "rate", "loss", "class_loss", "activation_loss", "border_loss"),
    *("pointing_loss", "distillation_loss"),
    *("validation_nll", "validation_balanced_accuracy", "validation_inside"),
    *("validation_pointing", "seconds", "protocol"),
)


class Logbook:
    """Writes one line an epoch, wherever it is read.

    Parameters
    ----------
    folder
        The run's folder.
    stamp
        The protocol with its LEAKY mark; a column of the log.
    events
        Whether TensorBoard events are written; told and left out where tensorboard is absent.
    """

    def __init__(
        self, folder: Path, stamp: str, *, events: bool, report: Callable[[str], None]
    ) -> None:
        self.path, self.stamp, self.report = folder / LOG, stamp, report
        self._events = _event_writer(folder / EVENTS, report) if events else None

    def forget_after(self, epoch: int) -> None:
        """Drop lines of epochs after this one: a run that was killed while it wrote goes on."""
        if not self.path.exists():
            return
        with self.path.open(newline="", encoding="utf-8") as stream:
            header, *rows = list(csv.reader(stream)) or [list(COLUMNS)]
        kept = [row for row in rows if row and int(row[0]) <= epoch]
        with self.path.open("w", newline="", encoding="utf-8") as stream:
            csv.writer(stream).writerows([header, *kept])

    def note(self, row: Mapping[str, Any]) -> None:
        """Write an epoch's figures."""
        columns: Sequence[str] = COLUMNS
        new = not self.path.exists()
        if not new:
            with self.path.open(newline="", encoding="utf-8") as stream:
                columns = next(csv.reader(stream), list(COLUMNS))
        with self.path.open("a", newline="", encoding="utf-8") as stream:
            writer = csv.DictWriter(stream, columns, restval="", extrasaction="ignore")
            if new:
                writer.writeheader()
            values = {**row, "protocol": self.stamp}
            writer.writerow(
                {k: f"{v:.6g}" if isinstance(v, float) else v for k, v in values.items()}
            )
        if self._events is not None:
            for name, value in row.items():
                if isinstance(value, float):
                    self._events.add_scalar(name, value, row["epoch"])
            self._events.flush()

    def close(self) -> None:
        """Finish the events' file."""
        if self._events is not None:
            self._events.close()


def _event_writer(folder: Path, report: Callable[[str], None]) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # tensorboard's own imports are deprecated here and there
        try:
            from torch.utils.tensorboard import SummaryWriter
        except ImportError:
            report("tensorboard is not installed: its events are not written")
            return None
        return SummaryWriter(str(folder))


@contextmanager
def epoch_bar(steps: int, title: str) -> Iterator[Callable[[int, int, float], None]]:
    """A progress bar with rate and remaining time, where rich and a terminal are there.

    Yields a function of (steps done, images done, mean loss).
    """
    try:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
    except ImportError:
        yield _nothing
        return
    if not sys.stderr.isatty():
        yield _nothing
        return
    columns = (TextColumn(title), BarColumn(), TextColumn("{task.fields[now]}"))
    started = time.monotonic()
    with Progress(
        *columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True
    ) as bar:
        task = bar.add_task("", total=steps, now="")

        def advance(done: int, images: int, loss: float) -> None:
            rate = images / max(time.monotonic() - started, 1e-6)
            bar.update(task, completed=done, now=f"{rate:.0f} images/s  loss {loss:.3f}")

        yield advance


def _nothing(_done: int, _images: int, _loss: float) -> None:
    """Without a terminal an epoch's line is all there is."""
