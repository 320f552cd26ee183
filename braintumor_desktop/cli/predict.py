"""``braintumor-predict``: a second opinion on files and folders, in the terminal.

Exit status: 0 all went well; 1 some inputs failed (each is listed on stderr with its reason); 2 the
command was misused (no path, unknown model, output that cannot be written); 130 interrupted, with
what was done by then kept; 141 the reader of stdout went away.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from braintumor_desktop import __version__
from braintumor_desktop.cli.paths import collect_paths
from braintumor_desktop.errors import BrainTumorError
from braintumor_desktop.inference.choices import DEVICES, METHODS, check_device, check_method

if TYPE_CHECKING:
    from braintumor_desktop.reporting.tables import Report

SOME_FAILED, MISUSED, INTERRUPTED, READER_GONE = 1, 2, 130, 141

_SWITCH = " "  # takes no value: newer Typers would name a type where they find no word of ours
_EXIT_STATUS = "Exit status: 0, 1 when some inputs failed (listed with the reason), 2 for misuse."
app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"braintumor-predict {__version__}")
        raise typer.Exit


def _list_models(asked: bool) -> None:
    if asked:
        from braintumor_desktop.cli.models import list_models

        list_models()
        raise typer.Exit


@app.command(epilog=_EXIT_STATUS)
def predict(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="Files, folders or DICOMDIRs; - reads paths from standard input, one a line.",
            show_default=False,
        ),
    ] = None,
    json: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Write the findings as JSON; - for standard output."),
    ] = None,
    csv: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Write one row a slice as CSV; - for standard output."),
    ] = None,
    overlay: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Write a PNG a slice with the map over it."),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME|FOLDER", help="Which model answers; the first of --list-models if none."
        ),
    ] = None,
    device: Annotated[str, typer.Option(metavar="|".join(DEVICES), help="Where it runs.")] = "auto",
    cam: Annotated[
        str, typer.Option(metavar="METHOD", help=f"Explanation: {', '.join(METHODS)}.")
    ] = METHODS[0],
    null: Annotated[
        bool,
        typer.Option("-0", "--null", metavar=_SWITCH, help="Paths on standard input end with NUL."),
    ] = False,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", metavar=_SWITCH, help="No tables and no progress.")
    ] = False,
    models: Annotated[
        bool,
        typer.Option(
            "--list-models",
            metavar=_SWITCH,
            callback=_list_models,
            is_eager=True,
            help="List installed models.",
        ),
    ] = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            metavar=_SWITCH,
            callback=_show_version,
            is_eager=True,
            help="Show the version.",
        ),
    ] = False,
) -> None:
    """Ask a network about brain MR slices: probabilities, and where it looked.

    Research use only. Not for diagnosis.
    """
    del models, version
    status = _run(paths or [], json, csv, overlay, model, device, cam, null=null, quiet=quiet)
    raise typer.Exit(status)


def _run(
    paths: list[str],
    json: str | None,
    csv: str | None,
    overlay: Path | None,
    model: str | None,
    device: str,
    cam: str,
    *,
    null: bool,
    quiet: bool,
) -> int:
    """Run the command; return its exit status."""
    # Imported here: --help and --version need none of it.
    from braintumor_desktop.cli.outputs import Outputs
    from braintumor_desktop.cli.run import run

    try:
        check_device(device)
        method = check_method(cam)
        outputs = Outputs.checked(json, csv, overlay, quiet=quiet)
        report = run(
            collect_paths(paths, sys.stdin.buffer, null=null), model, device, method, outputs
        )
        outputs.write(report)
        outputs.close()
    except BrokenPipeError:
        # Nobody reads any more (`| head`): no message, and nothing to flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    except BrainTumorError as error:
        typer.echo(f"braintumor-predict: {error}", err=True)
        return MISUSED
    return _status(report)


def _status(report: Report) -> int:
    """Say on stderr what failed; return the exit status that tells of it."""
    for path, reason in report.failures:
        words = reason if reason.startswith(path) else f"{path}: {reason}"
        typer.echo(f"failed: {words}", err=True)
    if not report.complete:
        typer.echo("Interrupted; what was done by then is kept.", err=True)
        return INTERRUPTED
    return SOME_FAILED if report.failures else 0


def main() -> None:
    """Entry point of the command."""
    app(prog_name="braintumor-predict")
