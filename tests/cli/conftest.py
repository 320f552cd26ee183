"""Inputs for the command: a folder with good slices and with files that fail."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image


@pytest.fixture
def write_png(tmp_path: Path, make_slice: Any) -> Callable[..., Path]:
    def write(name: str, seed: int = 0) -> Path:
        pixels = make_slice(seed, (96, 96)).pixels
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(np.clip(pixels / 5, 0, 255).astype(np.uint8)).save(path)
        return path

    return write


@pytest.fixture
def mixed_folder(write_png: Callable[..., Path]) -> Path:
    """Three slices, a blank one, and a file that is no image."""
    for number in range(3):
        write_png(f"input/slice{number}.png", number)
    folder = write_png("input/slice3.png").parent
    Image.new("L", (96, 96), 7).save(folder / "slice3.png")
    (folder / "notes.txt").write_text("not an image")
    return folder
