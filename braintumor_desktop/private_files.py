"""Small files that only their owner may read, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_private(path: Path, text: str) -> None:
    """Write a file for its owner alone; its folder is made where it is missing.

    Raises
    ------
    OSError
        If it cannot be written; the old file is still there then, and nothing else.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.stem}-", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        os.replace(name, path)  # mkstemp gave it to its owner alone
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
