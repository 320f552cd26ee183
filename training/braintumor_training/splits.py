"""Splits: which image trains, validates and tests; grouped, stratified, seeded, hashed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from braintumor_training.errors import TrainingError
from braintumor_training.samples import Sample

_FOLDS = 5
_PARTS = ("train", "validation", "test")
_VALIDATION_PARTS = 8  # one of eight parts of the training groups selects


@dataclass(frozen=True)
class Split:
    """The parts of one fold, as sets of groups.

    Attributes
    ----------
    protocol, fold, seed
        What it was drawn by.
    inputs_sha256
        Hash of the (file, label, cluster, group) list that it was drawn from.
    train, validation, test
        Group names; no group stands in two parts.
    """

    protocol: str
    fold: int
    seed: int
    inputs_sha256: str
    train: frozenset[str]
    validation: frozenset[str]
    test: frozenset[str]

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values, sorted, so that equal splits have equal bytes."""
        return {
            "protocol": self.protocol,
            "fold": self.fold,
            "seed": self.seed,
            "inputs_sha256": self.inputs_sha256,
            **{part: sorted(getattr(self, part)) for part in _PARTS},
        }

    @property
    def sha256(self) -> str:
        """Hash of the split's own file content."""
        return hashlib.sha256(_canonical(self.to_dict())).hexdigest()

    def save(self, path: Path) -> None:
        """Write the split as JSON."""
        path.write_bytes(_canonical(self.to_dict()))

    @classmethod
    def load(cls, path: Path) -> Split:
        """Read a split that :meth:`save` wrote."""
        try:
            values = json.loads(path.read_text(encoding="utf-8"))
            parts: dict[str, Any] = {p: frozenset(values.pop(p)) for p in _PARTS}
            return cls(**values, **parts)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise TrainingError(f"The split cannot be read: {error}.", path=path) from error

    def part(self, samples: Sequence[Sample], name: str) -> list[Sample]:
        """The samples of one part, ``"train"``, ``"validation"`` or ``"test"``."""
        groups = getattr(self, name)
        return [sample for sample in samples if sample.group in groups]


def _canonical(values: dict[str, Any]) -> bytes:
    return (json.dumps(values, indent=1, sort_keys=True) + "\n").encode()


def inputs_sha256(samples: Sequence[Sample]) -> str:
    """Hash of what a split depends on: names of files, labels, clusters and groups."""
    lines = sorted(
        f"{s.path.parent.name}/{s.path.name}\t{s.label}\t{s.cluster}\t{s.group}" for s in samples
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def one_per_cluster(samples: Sequence[Sample]) -> list[Sample]:
    """The first image of every cluster, in order of file name: what testing counts."""
    first: dict[str, Sample] = {}
    for sample in sorted(samples, key=lambda s: s.path.as_posix()):
        first.setdefault(sample.cluster, sample)
    return list(first.values())


def grouped_split(samples: Sequence[Sample], fold: int, *, protocol: str, seed: int = 0) -> Split:
    """Draw one of five stratified folds over groups; one eighth of the training groups validates.

    Raises
    ------
    TrainingError
        If the fold does not exist, or a class has fewer groups than folds.
    """
    from sklearn.model_selection import StratifiedGroupKFold

    if not 0 <= fold < _FOLDS:
        raise TrainingError(f"Fold {fold} does not exist; the folds are 0 to {_FOLDS - 1}.")
    unique = one_per_cluster(samples)
    for label in sorted({s.label for s in unique}):
        groups = len({s.group for s in unique if s.label == label})
        if groups < _FOLDS:
            raise TrainingError(
                f"The class {label} comes from {groups} patient(s); {_FOLDS} folds need"
                f" {_FOLDS} or more."
            )
    labels = np.array([s.label for s in unique])
    groups_of = np.array([s.group for s in unique])
    outer = StratifiedGroupKFold(_FOLDS, shuffle=True, random_state=seed)
    rest, test = list(outer.split(labels, labels, groups_of))[fold]
    inner = StratifiedGroupKFold(_VALIDATION_PARTS, shuffle=True, random_state=seed)
    train, validation = next(inner.split(labels[rest], labels[rest], groups_of[rest]))
    return Split(
        protocol=protocol,
        fold=fold,
        seed=seed,
        inputs_sha256=inputs_sha256(samples),
        train=frozenset(groups_of[rest][train].tolist()),
        validation=frozenset(groups_of[rest][validation].tolist()),
        test=frozenset(groups_of[test].tolist()),
    )
