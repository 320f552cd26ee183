"""``braintumor-train``: audit data, rebuild the weights, measure them, export what ships."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from braintumor_desktop import __version__
from braintumor_desktop.errors import BrainTumorError
from braintumor_training.console import say

_COMMANDS = (*("audit", "split", "fit", "evaluate", "crossval", "compare", "export", "list"),)


def _commands() -> dict[str, Any]:
    return {name: import_module(f"braintumor_training.commands.{name}") for name in _COMMANDS}


def _parser(commands: dict[str, Any]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="braintumor-train", description=__doc__)
    parser.add_argument("--version", action="version", version=__version__)
    parsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in commands.items():
        command.add_arguments(parsers.add_parser(name, help=command.HELP))
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status: 0, 1 for an error, 130 when interrupted."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    commands = _commands()
    if given[:1] == ["--list"]:
        given[0] = "list"
    options = _parser(commands).parse_args(given)
    try:
        return int(commands[options.command].run(options))
    except BrainTumorError as error:
        say(f"braintumor-train: {error}")
        return 1
    except KeyboardInterrupt:
        say("braintumor-train: stopped; run the same command again to go on from the last epoch")
        return 130
    finally:
        _leave()


def _leave() -> None:
    """Part from the other training processes, where there are any; costs no torch otherwise."""
    distributed = sys.modules.get("braintumor_training.distributed")
    if distributed is not None:
        distributed.leave_world()
