"""The protocols by which a figure is earned: what is tested on what, and whether that leaks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_training.errors import TrainingError
from braintumor_training.samples import Sample
from braintumor_training.splits import Split, authors_split, grouped_split, official_split

_TUMORS = ("glioma", "meningioma", "pituitary")


@dataclass(frozen=True)
class Protocol:
    """How one figure is earned.

    Attributes
    ----------
    name, title
        Key, and what it means in words.
    unit
        What a split keeps together.
    draw
        ``(samples, fold, protocol=…, seed=…) -> Split``.
    sources
        Readers whose data it is for; empty for any.
    classes
        Classes it tells apart; empty for those that occur.
    leaky
        Known to test on patients or images that trained; runs only with ``--allow-leak``.
    one_a_cluster
        Whether testing counts one image of a cluster, or every file.
    folds
        How many folds there are.
    """

    name: str
    title: str
    unit: Callable[[Sample], str]
    draw: Callable[..., Split]
    sources: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    leaky: bool = False
    one_a_cluster: bool = True
    folds: int = 5

    @property
    def stamp(self) -> str:
        """The name as everything that a run writes shows it."""
        return f"{self.name} (LEAKY)" if self.leaky else self.name


def _group(sample: Sample) -> str:
    return sample.group


def _family(sample: Sample) -> str:
    return sample.family or sample.group


def _image(sample: Sample) -> str:
    return sample.name


_CHENG = ("cheng", "cheng-mat")
PROTOCOLS: Mapping[str, Protocol] = MappingProxyType(
    {
        protocol.name: protocol
        for protocol in (
            Protocol(
                "nickparvar-grouped",
                "five folds over patient groups, one image a cluster in testing",
                _group,
                grouped_split,
                ("nickparvar",),
                CLASS_KEYS,
            ),
            Protocol(
                "cheng-patient",
                "the authors' five patient-wise folds",
                _group,
                authors_split,
                _CHENG,
                _TUMORS,
            ),
            Protocol(
                "cheng-family",
                "five folds over patient families, the strictest reading of a patient",
                _family,
                grouped_split,
                _CHENG,
                _TUMORS,
            ),
            Protocol(
                "cheng-image",
                "five folds over images: slices of one patient stand on both sides",
                _image,
                grouped_split,
                _CHENG,
                _TUMORS,
                leaky=True,
            ),
            Protocol(
                "nickparvar-official",
                "the official Training and Testing: 75 % of Testing has its twin in Training",
                _image,
                official_split,
                ("nickparvar",),
                CLASS_KEYS,
                leaky=True,
                one_a_cluster=False,
                folds=1,
            ),
            Protocol("grouped", "own data: five folds over patients", _group, grouped_split),
            Protocol(
                "official",
                "own data: the split that it came with",
                _image,
                official_split,
                one_a_cluster=False,
                folds=1,
            ),
        )
    }
)


def find_protocol(name: str) -> Protocol:
    """The protocol of this name; ``TrainingError`` lists those that there are."""
    if name not in PROTOCOLS:
        raise TrainingError(
            f"There is no protocol {name!r}.", remedy=f"The protocols are {', '.join(PROTOCOLS)}."
        )
    return PROTOCOLS[name]


def assign_units(samples: Sequence[Sample], protocol: Protocol) -> list[Sample]:
    """The samples with the protocol's unit as their group.

    Where the unit is a patient or more, it is whom intervals count; an image keeps its own person.

    Raises
    ------
    TrainingError
        If a sample has a class that the protocol does not know.
    """
    known = protocol.classes or CLASS_KEYS
    for sample in samples:
        if sample.label not in known:
            raise TrainingError(
                f"{protocol.name} tells {', '.join(known)} apart; {sample.name} is {sample.label}."
            )
    if protocol.unit is _image:
        return [replace(s, group=s.name, patient=s.person) for s in samples]
    return [replace(s, group=protocol.unit(s), patient=protocol.unit(s)) for s in samples]


def classes_of(samples: Sequence[Sample], protocol: Protocol) -> tuple[str, ...]:
    """The classes that a network of this data tells apart, in the one order.

    Raises
    ------
    TrainingError
        If one of the protocol's classes is empty, or fewer than two occur.
    """
    found = {sample.label for sample in samples}
    empty = [key for key in protocol.classes if key not in found]
    if empty:
        raise TrainingError(
            f"No image has the class {', '.join(empty)}, which {protocol.name} asks for."
        )
    if len(found) < 2:
        raise TrainingError(
            f"All images have one class ({', '.join(found)}); there is nothing to tell apart."
        )
    return tuple(key for key in CLASS_KEYS if key in found)


def draw_split(
    samples: Sequence[Sample], protocol: Protocol, fold: int, *, seed: int, source: str = ""
) -> Split:
    """Draw or read one fold of samples that carry the protocol's units.

    Raises
    ------
    TrainingError
        If the protocol is for other data, or the fold does not exist.
    """
    if protocol.sources and source and source not in protocol.sources:
        raise TrainingError(
            f"The protocol {protocol.name} is for {' or '.join(protocol.sources)}, not {source}.",
            remedy="For your own data use --protocol grouped.",
        )
    if not 0 <= fold < protocol.folds:
        raise TrainingError(
            f"Fold {fold} does not exist; the folds of {protocol.name} are 0 to"
            f" {protocol.folds - 1}."
        )
    split = protocol.draw(samples, fold, protocol=protocol.name, seed=seed)
    return replace(split, leaky=True) if protocol.leaky else split
