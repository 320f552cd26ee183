"""The audit itself: one reading of every image, one comparison of all with all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from braintumor_training.audit.shortcuts import Shortcut, file_features, rate_shortcuts
from braintumor_training.fingerprints import (
    Fingerprints,
    Twin,
    connected,
    find_twins,
    take_fingerprints,
)
from braintumor_training.samples import Sample


@dataclass(frozen=True)
class Conflict:
    """One image under several labels; ``samples`` are all its copies, ``labels`` what they say."""

    samples: tuple[Sample, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True)
class SourceReport:
    """One source's part of the report.

    Attributes
    ----------
    name
        What the user called it.
    images, classes
        How many, and how many a class.
    unreadable
        Names and reasons.
    different
        How many different images there are among them.
    tested, tested_with_twin
        Images of the official test part, and those whose copy stands in its training part;
        ``tested`` is 0 where there is no official split.
    patients_across, images_across
        Patients with images in training and testing, and their test images.
    shortcuts
        Features of the files that tell the class, the strongest first.
    """

    name: str
    images: int
    classes: Mapping[str, int]
    unreadable: tuple[tuple[str, str], ...]
    different: int
    tested: int
    tested_with_twin: int
    patients_across: int
    images_across: int
    shortcuts: tuple[Shortcut, ...]


@dataclass(frozen=True)
class AuditReport:
    """What was found; see :func:`audit_samples`.

    Attributes
    ----------
    sources
        A report for each.
    samples
        The readable images of all sources; twins refer to them by index.
    origins
        For each of them the name of its source.
    twins
        Pairs that are one image.
    clusters
        For each image the index of the first image that it is a copy of (itself for the first).
    conflicts
        Images whose copies bear different labels.
    repeated_names
        Names that stand for two different images within one source.
    """

    sources: tuple[SourceReport, ...]
    samples: tuple[Sample, ...]
    origins: tuple[str, ...]
    twins: tuple[Twin, ...]
    clusters: tuple[int, ...]
    conflicts: tuple[Conflict, ...]
    repeated_names: tuple[str, ...]

    @property
    def exact(self) -> int:
        """Pairs with the same pixels."""
        return sum(twin.exact for twin in self.twins)

    @property
    def mirrored(self) -> int:
        """Pairs that are mirror images."""
        return sum(twin.mirrored for twin in self.twins)

    @property
    def near(self) -> int:
        """Pairs that are copies, neither exact nor mirrored."""
        return len(self.twins) - self.exact - self.mirrored

    @property
    def leaks(self) -> bool:
        """Whether a source's own split has copies or patients on both sides."""
        return any(s.tested_with_twin or s.images_across for s in self.sources)


def audit_samples(
    sources: Mapping[str, Sequence[Sample]],
    *,
    progress: Callable[[int, int], None] | None = None,
    threads: int = 2,
) -> AuditReport:
    """Look at every image of the sources.

    What the sources say of clusters is not used, and labels are those of the files' own folders:
    copies and contradictions are found from the pixels alone.  Patients are those that a source
    names.
    """
    everything = [sample for samples in sources.values() for sample in samples]
    origin_of = {id(s): name for name, samples in sources.items() for s in samples}
    features: dict[int, list[float]] = {}
    prints = take_fingerprints(
        everything,
        look=lambda sample, pixels: features.__setitem__(id(sample), file_features(sample, pixels)),
        progress=progress,
        threads=threads,
    )
    twins = find_twins(prints)
    clusters = connected(len(prints.samples), [(t.first, t.second) for t in twins])
    origins = tuple(origin_of[id(sample)] for sample in prints.samples)
    rows = np.array([features[id(sample)] for sample in prints.samples], dtype=np.float64)
    reports = tuple(
        _source_report(name, samples, prints, origins, clusters, rows)
        for name, samples in sources.items()
    )
    return AuditReport(
        sources=reports,
        samples=prints.samples,
        origins=origins,
        twins=tuple(twins),
        clusters=tuple(clusters),
        conflicts=tuple(_conflicts(prints.samples, clusters)),
        repeated_names=tuple(_repeated_names(prints, origins, clusters)),
    )


def stated_label(sample: Sample) -> str:
    """The label that the file's own folder or table states."""
    return sample.stated_label or sample.label


def _source_report(
    name: str,
    samples: Sequence[Sample],
    prints: Fingerprints,
    origins: Sequence[str],
    clusters: Sequence[int],
    rows: np.ndarray,
) -> SourceReport:
    mine = [index for index, origin in enumerate(origins) if origin == name]
    own = [prints.samples[index] for index in mine]
    labels = [stated_label(sample) for sample in own]
    parts = [sample.part for sample in own]
    trained = {clusters[i] for i, part in zip(mine, parts, strict=True) if part == "train"}
    tested = [i for i, part in zip(mine, parts, strict=True) if part == "test"] if trained else []
    persons = [sample.patient or sample.family for sample in own]
    both = {p for p, part in zip(persons, parts, strict=True) if p and part == "train"} & {
        p for p, part in zip(persons, parts, strict=True) if p and part == "test"
    }
    bad = {id(sample): reason for sample, reason in prints.unreadable}
    return SourceReport(
        name=name,
        images=len(samples),
        classes={key: labels.count(key) for key in sorted(set(labels))},
        unreadable=tuple((s.name, bad[id(s)]) for s in samples if id(s) in bad),
        different=len({clusters[i] for i in mine}),
        tested=len(tested),
        tested_with_twin=sum(clusters[i] in trained for i in tested),
        patients_across=len(both),
        images_across=sum(
            p in both and part == "test" for p, part in zip(persons, parts, strict=True)
        ),
        shortcuts=tuple(rate_shortcuts(rows[mine], labels, [str(clusters[i]) for i in mine]))
        if mine
        else (),
    )


def _conflicts(samples: Sequence[Sample], clusters: Sequence[int]) -> list[Conflict]:
    members: dict[int, list[Sample]] = {}
    for sample, cluster in zip(samples, clusters, strict=True):
        members.setdefault(cluster, []).append(sample)
    found = []
    for copies in members.values():
        labels = tuple(sorted({stated_label(sample) for sample in copies}))
        if len(labels) > 1:
            found.append(Conflict(tuple(copies), labels))
    return found


def _repeated_names(
    prints: Fingerprints, origins: Sequence[str], clusters: Sequence[int]
) -> list[str]:
    """File names that two different images of one source share."""
    seen: dict[tuple[str, str], set[int]] = {}
    for sample, origin, cluster in zip(prints.samples, origins, clusters, strict=True):
        seen.setdefault((origin, sample.path.name), set()).add(cluster)
    return sorted(f"{name} ({origin})" for (origin, name), which in seen.items() if len(which) > 1)
