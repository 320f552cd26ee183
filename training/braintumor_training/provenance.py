"""Which other weights a run owes something to, kept beside it under their hashes.

Folders say where a bundle lay on one machine; what is known of a run elsewhere, and on a card, is
the bundle's name, version and SHA-256.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

STARTED_FROM, TAUGHT_BY = "pretrained.json", "teachers.json"


def write_record(folder: Path, name: str, record: Any) -> None:
    """Write a record of plain JSON values into the run's folder."""
    (folder / name).write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def read_record(folder: Path, name: str) -> Any:
    """What was written under this name; ``None`` where nothing was."""
    path = folder / name
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def training_words(folder: Path, recipe: dict[str, Any]) -> dict[str, Any]:
    """The recipe and the records as a card tells them: no folder of the machine that trained.

    Parameters
    ----------
    folder
        The run's.
    recipe
        Plain values of the recipe.
    """
    words: dict[str, Any] = {"recipe": dict(recipe)}
    for field, key, name in (
        ("pretrained", "started_from", STARTED_FROM),
        ("teacher", "taught_by", TAUGHT_BY),
    ):
        record = read_record(folder, name)
        if record is not None:
            words[key] = record
            words["recipe"][field] = f"see {key}"
    return words
