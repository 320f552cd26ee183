"""What stands on both sides of a split: images, patients; refused unless it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from braintumor_training.errors import TrainingError
from braintumor_training.samples import Sample
from braintumor_training.splits import Split


@dataclass(frozen=True)
class Overlap:
    """How much of a test part was trained or selected on.

    Attributes
    ----------
    tested
        Test images.
    twins
        Test images whose very image, mirrored or not, trains or validates.
    persons
        Test images of a patient (or patient group) who trains or validates.
    """

    tested: int
    twins: int
    persons: int

    def __bool__(self) -> bool:
        return self.twins > 0 or self.persons > 0

    def __str__(self) -> str:
        return (
            f"of {self.tested} test images {self.twins} have the same image and {self.persons}"
            " the same patient in training"
        )


def find_overlap(samples: Sequence[Sample], split: Split) -> Overlap:
    """Count the overlap of a split, by image clusters and by persons."""
    test = split.part(samples, "test")
    seen = [*split.part(samples, "train"), *split.part(samples, "validation")]
    clusters, persons = {s.cluster for s in seen}, {s.person for s in seen}
    return Overlap(
        tested=len(test),
        twins=sum(s.cluster in clusters for s in test),
        persons=sum(s.person in persons for s in test),
    )


def checked_split(samples: Sequence[Sample], split: Split, *, allow_leak: bool) -> Split:
    """The split, stamped LEAKY where it overlaps.

    Raises
    ------
    TrainingError
        If it overlaps and that was not asked for.
    """
    overlap = find_overlap(samples, split)
    if not overlap and not split.leaky:
        return split
    if not allow_leak:
        raise TrainingError(
            f"The split {split.protocol} leaks: {overlap}.",
            remedy="Use a protocol that keeps patients apart, or --allow-leak, which marks every"
            " figure LEAKY.",
        )
    return replace(split, leaky=True)
