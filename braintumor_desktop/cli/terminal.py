"""Tables and progress for people at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from braintumor_desktop import RESEARCH_USE
from braintumor_desktop.inference.series import RULE
from braintumor_desktop.models.classes import class_by_key
from braintumor_desktop.reporting.tables import Report, SeriesRecord, SliceRecord

_PIPE_WIDTH = 160  # where stdout is no terminal, nobody says how wide a line may be


def show_tables(report: Report) -> None:
    """Print one table a series, one of all series, the model and the research words."""
    width = None if sys.stdout.isatty() else _PIPE_WIDTH
    console = Console(file=sys.stdout, width=width, highlight=False)
    for number, record in enumerate(report.series, 1):
        if record.slices:
            console.print(_slice_table(number, record, report.class_keys))
    if any(record.summary for record in report.series):
        console.print(_series_table(report))
        console.print(f"A series: {RULE}.", style="dim")
    console.print(f"{report.model} on {report.device}", style="dim")
    console.print(RESEARCH_USE, style="bold yellow")


def _table(title: str, class_keys: tuple[str, ...]) -> Table:
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("#", justify="right")
    table.add_column("", overflow="fold")
    table.add_column("Finding", no_wrap=True)
    for key in class_keys:
        table.add_column(class_by_key(key).name, justify="right", no_wrap=True)
    return table


def _slice_table(number: int, record: SeriesRecord, class_keys: tuple[str, ...]) -> Table:
    series = record.series
    words = [series.description, series.plane, series.modality]
    about = ", ".join(escape(word) for word in words if word)
    table = _table(f"Series {number}{f': {about}' if about else ''}", class_keys)
    table.columns[1].header = "Slice"
    table.add_column("Remark", overflow="fold")
    for index, item in enumerate(record.slices, 1):
        table.add_row(str(index), *_slice_cells(item, class_keys))
    return table


def _slice_cells(record: SliceRecord, class_keys: tuple[str, ...]) -> list[str]:
    header, finding = record.header, record.finding
    frame = f" [{header.frame + 1}]" if header.frame else ""
    name = escape(f"{header.path.name}{frame}")
    remarks = [
        word for word, on in (("synthetic", header.synthetic), ("lossy", header.lossy)) if on
    ]
    blank = ["" for _ in class_keys]
    if finding is None:
        return [
            name,
            "[red]failed[/red]",
            *blank,
            escape(record.problem.removeprefix(f"{header.path}: ")),
        ]
    if finding.abstention is not None:
        return [name, "[yellow]no class[/yellow]", *blank, escape(finding.abstention)]
    if not finding.explanation.evidence[finding.leading_index]:
        remarks.append("no positive evidence to show")
    return [name, *_class_cells(finding.leading_key, finding.probabilities), ", ".join(remarks)]


def _series_table(report: Report) -> Table:
    table = _table("All series", report.class_keys)
    table.columns[1].header = "Series"
    table.add_column("Speaks most", overflow="fold")
    for number, record in enumerate(report.series, 1):
        if record.summary is not None:
            leading = record.summary.leading_key
            name = escape(record.series.description or f"{len(record.slices)} slices")
            speaks = f"slice {record.summary.speaking_slice[leading] + 1}"
            cells = _class_cells(leading, record.summary.probabilities)
            table.add_row(str(number), name, *cells, speaks)
    return table


def _class_cells(leading: str, probabilities: NDArray[np.float32]) -> list[str]:
    tumor = class_by_key(leading)
    name = f"[{tumor.colour_dark}]{tumor.name}[/]"
    return [name, *(f"{100 * float(p):.1f} %" for p in probabilities)]


class _RateColumn(ProgressColumn):
    """Slices a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:.0f} slices/s", style="cyan")


@contextmanager
def progress_bar(total: int) -> Iterator[Callable[[], None]]:
    """A bar on stderr with count, rate and time left; gone when it is done."""
    columns = (
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        _RateColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total)
        yield lambda: progress.advance(task)
