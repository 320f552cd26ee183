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

FOLDS = 5
PARTS = ("train", "validation", "test")
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
    leaky
        Whether patients or images are known to stand in training and testing both.
    """

    protocol: str
    fold: int
    seed: int
    inputs_sha256: str
    train: frozenset[str]
    validation: frozenset[str]
    test: frozenset[str]
    leaky: bool = False

    @property
    def stamp(self) -> str:
        """The protocol's name as everything that is written shows it."""
        return f"{self.protocol} (LEAKY)" if self.leaky else self.protocol

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values, sorted, so that equal splits have equal bytes."""
        return {
            "protocol": self.protocol,
            "fold": self.fold,
            "seed": self.seed,
            "inputs_sha256": self.inputs_sha256,
            **({"leaky": True} if self.leaky else {}),
            **{part: sorted(getattr(self, part)) for part in PARTS},
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
            parts: dict[str, Any] = {p: frozenset(values.pop(p)) for p in PARTS}
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

    if not 0 <= fold < FOLDS:
        raise TrainingError(f"Fold {fold} does not exist; the folds are 0 to {FOLDS - 1}.")
    unique = one_per_cluster(samples)
    _check_groups(unique)
    labels = np.array([s.label for s in unique])
    groups = np.array([s.group for s in unique])
    outer = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=seed)
    rest, test = list(outer.split(labels, labels, groups))[fold]
    return _with_validation(
        samples, [unique[i] for i in rest], [unique[i] for i in test], protocol, fold, seed
    )


def authors_split(samples: Sequence[Sample], fold: int, *, protocol: str, seed: int = 0) -> Split:
    """The fold that the data's authors published; part of its training patients validates.

    Raises
    ------
    TrainingError
        If an image has no fold, or a patient stands in two.
    """
    if any(s.fold is None for s in samples):
        raise TrainingError(
            "The data states no fold for some images.",
            remedy="Put the authors' cvind.mat beside the images, or use another protocol.",
        )
    folds_of: dict[str, set[int | None]] = {}
    for sample in samples:
        folds_of.setdefault(sample.group, set()).add(sample.fold)
    torn = [group for group, folds in folds_of.items() if len(folds) > 1]
    if torn:
        raise TrainingError(f"{len(torn)} patients stand in two of the authors' folds.")
    rest = [s for s in samples if s.fold != fold]
    test = [s for s in samples if s.fold == fold]
    return _with_validation(samples, rest, test, protocol, fold, seed)


def official_split(samples: Sequence[Sample], fold: int, *, protocol: str, seed: int = 0) -> Split:
    """The split that the data came with; part of its training patients validates where none is.

    Raises
    ------
    TrainingError
        If the data came with none.
    """
    named = {part: [s for s in samples if s.part == part] for part in PARTS}
    if not named["train"] or not named["test"]:
        raise TrainingError(
            "The data came without a split into training and testing.",
            remedy="Use --protocol grouped, which draws one over patients.",
        )
    if not named["validation"]:
        return _with_validation(samples, named["train"], named["test"], protocol, fold, seed)
    units = {part: frozenset(s.group for s in chosen) for part, chosen in named.items()}
    return Split(
        protocol,
        fold,
        seed,
        inputs_sha256(samples),
        units["train"],
        units["validation"],
        units["test"],
    )


def _with_validation(
    samples: Sequence[Sample],
    rest: Sequence[Sample],
    test: Sequence[Sample],
    protocol: str,
    fold: int,
    seed: int,
) -> Split:
    """Set one eighth of the training patients aside; a patient never trains and selects."""
    from sklearn.model_selection import StratifiedGroupKFold

    persons = np.array([s.person for s in rest])
    labels = np.array([s.label for s in rest])
    fewest = min(len(set(persons[labels == label])) for label in np.unique(labels))
    parts = min(_VALIDATION_PARTS, fewest)
    if parts < 2:
        raise TrainingError(
            "A class has one training patient; nobody is left to select the epoch by.",
            remedy="Give more patients.",
        )
    inner = StratifiedGroupKFold(parts, shuffle=True, random_state=seed)
    train, validation = next(inner.split(labels, labels, persons))
    groups = np.array([s.group for s in rest])
    return Split(
        protocol=protocol,
        fold=fold,
        seed=seed,
        inputs_sha256=inputs_sha256(samples),
        train=frozenset(groups[train].tolist()),
        validation=frozenset(groups[validation].tolist()),
        test=frozenset(s.group for s in test),
    )


def _check_groups(unique: Sequence[Sample]) -> None:
    if len({s.group for s in unique}) == 1:
        raise TrainingError(
            "All images come from one patient; a split by patients needs more.",
            remedy=f"Give {FOLDS} or more patients a class.",
        )
    for label in sorted({s.label for s in unique}):
        groups = len({s.group for s in unique if s.label == label})
        if groups < FOLDS:
            raise TrainingError(
                f"The class {label} comes from {groups} patient(s); {FOLDS} folds need"
                f" {FOLDS} or more."
            )
