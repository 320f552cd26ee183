"""The packages that this program stands on, with their licences, as their metadata say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

_OURS = "braintumor-desktop"
_NAME = re.compile(r"^[A-Za-z0-9._-]+")
_LONGEST = 90


@dataclass(frozen=True)
class PackageLicence:
    """One package."""

    name: str
    version: str
    licence: str


def package_licences(root: str = _OURS) -> list[PackageLicence]:
    """What is installed of a package's requirements and of theirs, by name.

    A frozen build may leave metadata out: what has none is left out here too.
    """
    found: dict[str, PackageLicence] = {}
    waiting, known = [root], {_plain(root)}
    while waiting:
        try:
            package = distribution(waiting.pop())
        except PackageNotFoundError:
            continue
        name = package.metadata["Name"]
        found[_plain(name)] = PackageLicence(name, package.version, _licence(package))
        for needed in _requirements(package):
            if _plain(needed) not in known:
                known.add(_plain(needed))
                waiting.append(needed)
    found.pop(_plain(root), None)
    return sorted(found.values(), key=lambda one: _plain(one.name))


def version_of(name: str) -> str:
    """The version of an installed package without importing it; empty where it is not known."""
    try:
        return distribution(name).version
    except PackageNotFoundError:
        return ""


def _requirements(package: Distribution) -> Iterator[str]:
    for line in package.requires or ():
        named = _NAME.match(line)
        if named and "extra ==" not in line:
            yield named[0]


def _licence(package: Distribution) -> str:
    """The SPDX expression, else the classifiers, else the first line of the licence field."""
    metadata = package.metadata
    if "License-Expression" in metadata:
        return metadata["License-Expression"]
    marks = [c for c in metadata.get_all("Classifier") or [] if c.startswith("License ::")]
    if marks:
        return ", ".join(mark.split(" :: ")[-1] for mark in marks)
    words = metadata["License"].strip().splitlines() if "License" in metadata else []
    return words[0][:_LONGEST] if words else "–"


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
