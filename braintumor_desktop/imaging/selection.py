"""Which series of a study is worth a second opinion, by rules that are data.

The rules stand in ``resources/series_rules.toml`` with their points and their reasons in words;
this module reads, checks and applies them.  The choice is a proposal: the user may take any series.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging.facts import CALCULATED
from braintumor_desktop.imaging.study import Series, Study
from braintumor_desktop.resources import resource_path

_NO_AGENT = {"", "no", "none", "n", "nein", "non", "without", "0", "not applicable", "unknown"}
_SEPARATORS = re.compile(r"[^\w+*]|_")
_TEXTS = ("modality", "plane", "sequence", "unless_sequence", "image_type", "contrast_type")
_RANGES = ("te", "tr", "ti", "slices")
_FLAGS = ("agent", "localizer", "derived", "calculated", "diffusion", "angiographic")


@dataclass(frozen=True)
class Rule:
    """One row of the table; what its fields mean stands at the head of ``series_rules.toml``."""

    name: str
    reason: str
    points: float = 0.0
    excludes: bool = False
    group: str = ""
    words: tuple[re.Pattern[str], ...] = ()
    unless_words: tuple[re.Pattern[str], ...] = ()
    study: bool = False
    texts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    flags: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True)
class Rules:
    """The whole table: the rules in their order, and the points from which a series is worth it."""

    worth: float
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class SeriesChoice:
    """What the rules say of one series.

    Attributes
    ----------
    points
        Sum of the points of the rules that hold.
    worth
        Whether a second opinion on it makes sense by the rules.
    chosen
        True for at most one series of a study: the one to read first.
    reason
        In one sentence, for the person at the screen.
    rules
        Names of the rules that hold, in their order.
    """

    series: Series
    points: float
    worth: bool
    chosen: bool
    reason: str
    rules: tuple[str, ...]


def rank_series(study: Study, rules: Rules | None = None) -> tuple[SeriesChoice, ...]:
    """All series of a study, the one most worth a second opinion first.

    Series that the rules exclude come last, each group in the order of points, then of the number
    of slices, then as in the study.

    Raises
    ------
    ImagingError
        If the table of rules is missing or damaged.
    """
    table = rules or standard_rules()
    judged = [_judge(series, study, table) for series in study.series if series.slices]
    judged.sort(key=lambda one: (not one.worth, one.excluded, -one.points, -len(one.series)))
    return tuple(
        SeriesChoice(
            one.series,
            one.points,
            one.worth,
            chosen := index == 0 and one.worth,
            _sentence(one, chosen),
            tuple(rule.name for rule, _ in one.holding),
        )
        for index, one in enumerate(judged)
    )


@cache
def standard_rules() -> Rules:
    """The table that comes with the application."""
    return read_rules(resource_path("series_rules.toml"))


def read_rules(path: Path) -> Rules:
    """Read a table of rules.

    Raises
    ------
    ImagingError
        If it cannot be read, or a rule has a field or a pattern that makes no sense.
    """
    try:
        document = tomllib.loads(path.read_text("utf-8"))
        return Rules(float(document["worth"]), tuple(_rule(row) for row in document["rule"]))
    except (OSError, ValueError, KeyError, TypeError, re.error) as failure:
        raise ImagingError(
            f"The rules that choose a series cannot be read ({type(failure).__name__}: {failure}).",
            path=path,
            remedy="Install the program again, or undo the last change of this file.",
        ) from failure


def _rule(row: dict[str, Any]) -> Rule:
    row = dict(row)
    rule = Rule(
        name=str(row.pop("name")),
        reason=str(row.pop("reason")),
        points=float(row.pop("points", 0)),
        excludes=bool(row.pop("excludes", False)),
        group=str(row.pop("group", "")),
        words=tuple(re.compile(word) for word in row.pop("words", ())),
        unless_words=tuple(re.compile(word) for word in row.pop("unless_words", ())),
        study=bool(row.pop("study", False)),
        texts={name: frozenset(row.pop(name)) for name in _TEXTS if name in row},
        ranges={name: _range(row.pop(name)) for name in _RANGES if name in row},
        flags={name: bool(row.pop(name)) for name in _FLAGS if name in row},
    )
    if row:
        raise ValueError(f"rule {rule.name!r} has unknown fields: {', '.join(sorted(row))}")
    return rule


def _range(values: Sequence[float]) -> tuple[float, float]:
    low, high = values
    return (float(low), float(high))


@dataclass(frozen=True)
class _Traits:
    """What the rules may ask of a series."""

    names: str
    study_names: str  # these, and what the study is called
    texts: Mapping[str, frozenset[str]]
    numbers: Mapping[str, float | None]
    flags: Mapping[str, bool]
    agent: str
    kind: str


@dataclass(frozen=True)
class _Judged:
    series: Series
    holding: tuple[tuple[Rule, str], ...]  # with the reason in words
    worth: bool

    @property
    def points(self) -> float:
        return sum(rule.points for rule, _ in self.holding)

    @property
    def excluded(self) -> bool:
        return any(rule.excludes for rule, _ in self.holding)


def _judge(series: Series, study: Study, table: Rules) -> _Judged:
    traits = _traits(series, study)
    holding: list[tuple[Rule, str]] = []
    groups: set[str] = set()
    for rule in table.rules:
        if rule.group in groups or (word := _holds(rule, traits)) is None:
            continue
        holding.append((rule, _reason(rule, word, series, traits)))
        if rule.group:
            groups.add(rule.group)
    points = sum(rule.points for rule, _ in holding)
    excluded = any(rule.excludes for rule, _ in holding)
    return _Judged(series, tuple(holding), points >= table.worth and not excluded)


def _holds(rule: Rule, traits: _Traits) -> str | None:
    """The word that a rule found, ``""`` where it holds without one, ``None`` where it does not."""
    for name, wanted in rule.texts.items():
        found = bool(wanted & traits.texts[name.removeprefix("unless_")])
        if found == name.startswith("unless_"):
            return None
    for name, (low, high) in rule.ranges.items():
        number = traits.numbers[name]
        if number is None or not low <= number <= high:
            return None
    if any(traits.flags[name] != wanted for name, wanted in rule.flags.items()):
        return None
    names = traits.study_names if rule.study else traits.names
    if any(pattern.search(names) for pattern in rule.unless_words):
        return None
    if not rule.words:
        return ""
    matches = (pattern.search(names) for pattern in rule.words)
    return next((match.group().strip() for match in matches if match), None)


def _reason(rule: Rule, word: str, series: Series, traits: _Traits) -> str:
    return rule.reason.format(
        word=word,
        modality=series.modality,
        plane=series.plane,
        agent=traits.agent,
        kind=traits.kind,
        contrast=", ".join(sorted(traits.texts["contrast_type"])),
        slices=len(series),
        s="" if len(series) == 1 else "s",
        **{name: traits.numbers[name] for name in ("te", "tr", "ti")},
    )


def _traits(series: Series, study: Study) -> _Traits:
    first = series.middle
    agent = first.contrast_agent.strip()
    kinds = CALCULATED & set(first.image_type)
    names = (series.description, first.protocol_name, first.sequence_name, first.body_part)
    # of pictures and volumes the study's description is the name of a folder, which says nothing
    described = study.description if first.file_format == "DICOM" else ""
    return _Traits(
        names=plain(" ".join(names)),
        study_names=plain(" ".join((*names, described))),
        texts={
            "modality": frozenset({series.modality}),
            "plane": frozenset({series.plane}),
            "sequence": frozenset(first.scanning_sequence),
            "image_type": frozenset((*first.image_type[2:], first.complex_component)),
            "contrast_type": frozenset({first.acquisition_contrast.upper()}),
        },
        numbers={
            "te": first.echo_time,
            "tr": first.repetition_time,
            "ti": first.inversion_time or None,
            "slices": float(len(series)),
        },
        flags={
            "agent": agent.casefold() not in _NO_AGENT,
            "localizer": series.localizer,
            "derived": series.derived,
            "calculated": bool(kinds),
            "diffusion": any((header.diffusion_b_value or 0) > 0 for header in series.slices),
            "angiographic": first.angiographic,
        },
        agent=agent,
        kind=", ".join(sorted(kinds)),
    )


def plain(text: str) -> str:
    """Text as the rules' words see it: lower case, no accents, single spaces, one at both ends."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    composed = unicodedata.normalize("NFC", kept)  # Korean syllables, taken apart by NFKD
    return f" {' '.join(_SEPARATORS.sub(' ', composed).split())} "


def _sentence(judged: _Judged, chosen: bool) -> str:
    if judged.excluded:
        return f"Not proposed because {_joined([w for r, w in judged.holding if r.excludes])}."
    reasons = [why for rule, why in judged.holding if rule.points > 0]
    doubts = [why for rule, why in judged.holding if rule.points <= 0]
    if not judged.worth:
        said = _joined([*reasons, *doubts]) or "nothing says how it was made"
        return f"Not proposed, too little speaks for it: {said}."
    although = f", although {_joined(doubts)}" if doubts else ""
    start = "Chosen because" if chosen else "Also worth a second opinion:"
    return f"{start} {_joined(reasons)}{although}."


def _joined(reasons: Sequence[str]) -> str:
    *first, last = reasons or [""]
    return f"{', '.join(first)} and {last}" if first else last
