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
    if abstained := sum(map(_abstained, report.series)):
        counted = "slice is" if abstained == 1 else "slices are"
        console.print(f"{abstained} {counted} given no class and not counted.", style="yellow")
    console.print(f"{report.model} on {report.device}", style="dim")
    console.print(RESEARCH_USE, style="bold yellow")


def _abstained(record: SeriesRecord) -> int:
    found = (item.finding for item in record.slices)
    return sum(finding is not None and finding.abstention is not None for finding in found)


def _table(title: str, class_keys: tuple[str, ...]) -> Table:
    table = Table(
        title=title,
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        collapse_padding=True,
        padding=(0, 1, 0, 0),
    )
    table.add_column("#", justify="right")
    table.add_column("", overflow="fold", min_width=12)
    table.add_column("Finding", no_wrap=True)
    for key in class_keys:
        # Over two lines, so that a table fits a terminal of 80 columns.
        header = class_by_key(key).name.replace(" ", "\n")
        table.add_column(header, justify="right", no_wrap=True)
    return table


def _slice_table(number: int, record: SeriesRecord, class_keys: tuple[str, ...]) -> Table:
    series = record.series
    remarks = [_remark(item) for item in record.slices]
    alike = len(set(remarks)) == 1 and not any(item.problem for item in record.slices)
    shared = remarks[0] if alike else ""  # said once, in the title
    words = [series.description, series.plane, series.modality, shared]
    about = ", ".join(escape(word) for word in words if word)
    table = _table(f"Series {number}{f': {about}' if about else ''}", class_keys)
    table.columns[1].header = "Slice"
    if not shared and any(remarks):
        table.add_column("Remark", min_width=9)
    for index, (item, remark) in enumerate(zip(record.slices, remarks, strict=True), 1):
        frame = f" [{item.header.frame + 1}]" if item.header.frame else ""
        name = escape(f"{item.header.path.name}{frame}")
        cells = [str(index), name, *_slice_cells(item, class_keys), escape(remark)]
        table.add_row(*cells[: len(table.columns)])
    return table


def _remark(record: SliceRecord) -> str:
    """What is to be said of a slice beside its probabilities."""
    header, finding = record.header, record.finding
    if finding is None:
        return record.problem.removeprefix(f"{header.path}: ")
    if finding.abstention is not None:
        return finding.abstention
    evidence = bool(finding.explanation.evidence[finding.leading_index])
    remarks = (
        ("synthetic", header.synthetic),
        ("lossy", header.lossy),
        ("no positive evidence to show", not evidence),
    )
    return ", ".join(words for words, applies in remarks if applies)


def _slice_cells(record: SliceRecord, class_keys: tuple[str, ...]) -> list[str]:
    blank = ["" for _ in class_keys]
    if record.finding is None:
        return ["[red]failed[/red]", *blank]
    if record.finding.abstention is not None:
        return ["[yellow]no class[/yellow]", *blank]
    return _class_cells(record.finding.leading_key, record.finding.probabilities)


def _series_table(report: Report) -> Table:
    table = _table("All series", report.class_keys)
    table.columns[1].header, table.columns[1].min_width = "Series", 8
    table.add_column("Loudest\nslice", justify="right", no_wrap=True)
    for number, record in enumerate(report.series, 1):
        if record.summary is not None:
            leading = record.summary.leading_key
            name = escape(record.series.description or f"{len(record.slices)} slices")
            speaks = str(record.summary.speaking_slice[leading] + 1)
            cells = _class_cells(leading, record.summary.probabilities)
            table.add_row(str(number), name, *cells, speaks)
    return table


def _class_cells(leading: str, probabilities: NDArray[np.float32]) -> list[str]:
    tumor = class_by_key(leading)
    name = f"[{tumor.colour_dark}]{tumor.name}[/]"
    return [name, *(f"{100 * float(p):.1f} %" for p in probabilities)]


class _RateColumn(ProgressColumn):
    """Slices a second since the start: slices come in batches, so a moment's rate means nothing."""

    def render(self, task: Task) -> Text:
        if not task.completed or not task.elapsed:
            return Text("")
        return Text(f"{task.completed / task.elapsed:.0f} slices/s", style="cyan")


@contextmanager
def progress_bar(total: int) -> Iterator[Callable[[], None]]:
    """A bar on stderr with count, rate and time left; gone when it is done."""
    columns = (
        TextColumn("Predicting"),
        BarColumn(),
        MofNCompleteColumn(),
        _RateColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total)
        yield lambda: progress.advance(task)
