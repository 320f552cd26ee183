"""Clusters and groups where a source states none: the pixels say which images are one image."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from braintumor_training.fingerprints import connected, find_twins, take_fingerprints
from braintumor_training.samples import Sample


def trace(samples: Sequence[Sample], report: Callable[[str], None]) -> list[Sample]:
    """Fill empty clusters and groups.

    Twins share a cluster; what shares a cluster or a patient shares a group.  An image that cannot
    be read is its own cluster: it is dealt with where its pixels are needed.
    """
    if all(sample.cluster and sample.group for sample in samples):
        return list(samples)
    report(f"looking for copies among {len(samples)} images: their source names none")
    clusters = _clusters(samples)
    keyed = [replace(s, cluster=c) for s, c in zip(samples, clusters, strict=True)]
    first_of: dict[str, int] = {}
    pairs = []
    for index, sample in enumerate(keyed):
        keys = [f"cluster {sample.cluster}"]
        keys += [f"patient {sample.patient}"] if sample.patient else []
        pairs += [(first_of.setdefault(key, index), index) for key in keys]
    roots = connected(len(keyed), pairs)
    traced = [
        replace(s, group=keyed[root].patient or keyed[root].name)
        for s, root in zip(keyed, roots, strict=True)
    ]
    copies = len(traced) - len(set(clusters))
    report(f"{len(set(clusters))} different images, {copies} copies; {len(set(roots))} groups")
    return traced


def _clusters(samples: Sequence[Sample]) -> list[str]:
    """The source's cluster where it states one, else the name of the first twin."""
    unknown = [sample for sample in samples if not sample.cluster]
    prints = take_fingerprints(unknown)
    pairs = [(twin.first, twin.second) for twin in find_twins(prints)]
    roots = connected(len(prints.samples), pairs)
    found = {
        sample.name: prints.samples[root].name
        for sample, root in zip(prints.samples, roots, strict=True)
    }
    return [sample.cluster or found.get(sample.name, sample.name) for sample in samples]
