"""The words of a reading: what is read, what the radiologist says of it, what the model answers.

What a reading is about is stated by its :class:`Case`: the series where there is a stack of slices,
the slice where there is but one.  One reading may stand beside the answers of several models; the
impression is given once, before the first of them is revealed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from braintumor_desktop import RESEARCH_USE
from braintumor_desktop.models.classes import CLASS_KEYS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from braintumor_desktop.inference.finding import Finding, ModelIdentity, SeriesFinding

UNSURE = "unsure"
IMPRESSIONS = (*CLASS_KEYS, UNSURE)  # "no_tumor" is the normal slice
NOTE_LIMIT = 4000
Scope = Literal["slice", "series"]
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NO_VOICE = "The model abstains on every slice."


@dataclass(frozen=True)
class Case:
    """What a reading is about.

    Attributes
    ----------
    scope
        ``"series"`` or ``"slice"``.
    image
        What tells the images from others: SeriesInstanceUID or SOPInstanceUID; kept as a hash.
    patient
        What tells the patient from others; kept as a hash.
    identity
        The patient in words, kept as it is; empty unless the user allows it.
    """

    scope: Scope
    image: str
    patient: str
    identity: str = ""


@dataclass(frozen=True)
class Impression:
    """What the radiologist says: one of ``IMPRESSIONS``, how sure (0 to 100), words of their own.

    Attributes
    ----------
    began
        When the images were first seen, with its time zone.
    blind
        Whether no answer of a model on these images had been seen before.
    """

    choice: str
    confidence: int
    note: str
    began: datetime
    blind: bool = True

    def __post_init__(self) -> None:
        if self.choice not in IMPRESSIONS:
            raise ValueError(f"an impression is one of {', '.join(IMPRESSIONS)}")
        if not 0 <= self.confidence <= 100:
            raise ValueError("a confidence lies between 0 and 100")
        if len(self.note) > NOTE_LIMIT:
            raise ValueError(f"a note has {NOTE_LIMIT} characters at most")
        if self.began.tzinfo is None:
            raise ValueError("a time has a time zone")


@dataclass(frozen=True)
class Answer:
    """What a model says of a case; its class is empty and ``probabilities`` too if it abstains.

    ``revealed`` is when it was shown, ISO 8601 in UTC; empty until it stands in the journal.
    """

    model: str
    model_version: str
    weights_sha256: str
    model_class: str
    model_probability: float
    probabilities: Mapping[str, float]
    abstention: str = ""
    revealed: str = ""


@dataclass(frozen=True)
class Reading:
    """One reading beside one model's answer; times are ISO 8601 in UTC.

    Attributes
    ----------
    patient, image
        32 hexadecimal digits each.
    identity
        The patient in words where that was allowed, else empty.
    answer
        ``None`` where no model has answered.  A reading with several answers stands once with each
        of them, under the same ``number``.
    """

    number: int
    began: str
    recorded: str
    scope: Scope
    patient: str
    identity: str
    image: str
    blind: bool
    impression: str
    confidence: int
    note: str
    answer: Answer | None = None

    @property
    def model_class(self) -> str:
        """The model's class; empty where it abstains or has not answered."""
        return "" if self.answer is None else self.answer.model_class

    @property
    def agrees(self) -> bool | None:
        """Whether both say the same class; ``None`` where one of them gives none."""
        if self.impression == UNSURE or not self.model_class:
            return None
        return self.impression == self.model_class


def answer_of(finding: Finding) -> Answer:
    """The answer to a slice."""
    if finding.abstention is not None:
        return _abstained(finding.model, finding.abstention)
    return _answered(finding.model, finding.class_keys, finding.probabilities)


def series_answer_of(finding: SeriesFinding) -> Answer:
    """The answer to a series."""
    voices = [f for f in finding.findings if f is not None]
    return _answered(voices[0].model, finding.class_keys, finding.probabilities)


def silent_answer_of(model: ModelIdentity) -> Answer:
    """The answer to a series in which every slice was refused."""
    return _abstained(model, _NO_VOICE)


def _abstained(model: ModelIdentity, reason: str) -> Answer:
    return Answer(model.name, model.version, model.sha256, "", 0.0, {}, reason)


def _answered(
    model: ModelIdentity, keys: Sequence[str], probabilities: NDArray[np.float32]
) -> Answer:
    pairs = {key: round(float(p), 6) for key, p in zip(keys, probabilities, strict=True)}
    leading = max(pairs, key=lambda key: pairs[key])
    return Answer(model.name, model.version, model.sha256, leading, pairs[leading], pairs)


def utc(time: datetime) -> str:
    """ISO 8601 in UTC, to the second."""
    return time.astimezone(UTC).isoformat(timespec="seconds")


READING_FIELDS = tuple(f.name for f in fields(Reading) if f.name != "answer")
ANSWER_FIELDS = tuple(f.name for f in fields(Answer))
_IN_CSV = tuple(name for name in ANSWER_FIELDS if name != "probabilities")


def readings_to_csv(readings: Sequence[Reading], *, identity_allowed: bool = False) -> str:
    """Readings as CSV (RFC 4180, UTF-8), one a row, each with the research-use words.

    Text that a spreadsheet would take for a formula is led by an apostrophe.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    probabilities = [f"probability_{key}" for key in CLASS_KEYS]
    writer.writerow([*READING_FIELDS, *_IN_CSV, *probabilities, "agrees", "intended_use"])
    for reading in readings:
        shown = reading if identity_allowed else replace(reading, identity="")
        writer.writerow([_cell(value) for value in _row(shown)])
    return text.getvalue()


def _row(reading: Reading) -> list[Any]:
    answer = reading.answer
    known: Mapping[str, float] = {} if answer is None else answer.probabilities
    return [
        *(getattr(reading, name) for name in READING_FIELDS),
        *("" if answer is None else getattr(answer, name) for name in _IN_CSV),
        *(known.get(key, "") for key in CLASS_KEYS),
        "" if reading.agrees is None else reading.agrees,
        RESEARCH_USE,
    ]


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value
