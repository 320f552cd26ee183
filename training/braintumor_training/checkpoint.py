"""Checkpoints: what a run needs to go on, written so that a crash leaves the one before."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import torch

from braintumor_training.errors import TrainingError


def save_checkpoint(path: Path, state: dict[str, Any]) -> None:
    """Write beside the target and rename: the old checkpoint lives until the new one is whole."""
    partial = path.with_suffix(".partial")
    try:
        with partial.open("wb") as stream:
            torch.save(state, stream)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise TrainingError(
            f"The checkpoint cannot be written ({error.strerror}); the one before it stands.",
            path=path,
            remedy="Free some space and run the same command again: it goes on from there.",
        ) from error


def load_checkpoint(path: Path, *, network: str) -> dict[str, Any]:
    """Read a checkpoint (tensors and plain values only) of this network.

    Raises
    ------
    TrainingError
        If it cannot be read, or belongs to another network.
    """
    try:
        state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, RuntimeError, ValueError, EOFError) as error:
        raise TrainingError(f"The checkpoint cannot be read: {error}.", path=path) from error
    found = state.get("network")
    if found != network:
        raise TrainingError(f"The checkpoint is of {found!r}, not of {network!r}.", path=path)
    return state
