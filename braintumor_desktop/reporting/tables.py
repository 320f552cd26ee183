"""Findings as tables for research: JSON and CSV, with the model's identity and the words."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from braintumor_desktop import RESEARCH_USE, __version__
from braintumor_desktop.imaging.study import Series, SliceHeader
from braintumor_desktop.inference.finding import Finding, ModelIdentity, SeriesFinding
from braintumor_desktop.inference.prediction_set import RULE as SET_RULE
from braintumor_desktop.inference.series import RULE

FORMAT = "braintumor-findings"
FORMAT_VERSION = 1
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_OF_A_CLASS = ("leading_class", "probabilities", "prediction_set", "explanation")
_DIGITS = 6  # decimals of a probability; beyond, bf16 is noise


@dataclass(frozen=True)
class SliceRecord:
    """What came of one slice: its finding, or the problem that stood in the way."""

    header: SliceHeader
    finding: Finding | None = None
    problem: str = ""


@dataclass(frozen=True)
class SeriesRecord:
    """What came of one series; ``summary`` is ``None`` where no slice has a finding."""

    series: Series
    slices: tuple[SliceRecord, ...]
    summary: SeriesFinding | None = None


@dataclass(frozen=True)
class Report:
    """Everything one run said.

    Attributes
    ----------
    series
        In the order they were opened.
    model, device, notice
        Which network answered, on what, and what is to be said of that.
    problems
        (path, reason) of files that could not be opened at all.
    complete
        False where the run was stopped before its end.
    """

    series: tuple[SeriesRecord, ...]
    class_keys: tuple[str, ...]
    model: ModelIdentity
    device: str
    notice: str | None = None
    problems: tuple[tuple[str, str], ...] = field(default=())
    complete: bool = True

    @property
    def failures(self) -> tuple[tuple[str, str], ...]:
        """(path, reason) of every file and slice that failed."""
        slices = (record for series in self.series for record in series.slices)
        return self.problems + tuple(
            (str(record.header.path), record.problem) for record in slices if record.problem
        )


def to_json(report: Report) -> str:
    """The report as JSON text; no NaN, probabilities to six decimals, time in UTC."""
    document = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "intended_use": RESEARCH_USE,
        "program": f"BrainTumor Desktop {__version__}",
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "complete": report.complete,
        "model": _identity(report.model),
        "device": report.device,
        "notice": report.notice,
        "classes": list(report.class_keys),
        "series_rule": RULE,
        "prediction_set_rule": SET_RULE,
        "series": [_series_entry(record) for record in report.series],
        "failed": [{"path": path, "reason": reason} for path, reason in report.failures],
    }
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def to_csv(report: Report) -> str:
    """The report as CSV (RFC 4180, UTF-8), one row a slice and one for each file that failed.

    Text that a spreadsheet would take for a formula is led by an apostrophe.
    """
    probabilities = [f"probability_{key}" for key in report.class_keys]
    names = [*_CSV_BEFORE, *probabilities, *_CSV_AFTER]
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in csv_rows(report):
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return text.getvalue()


_CSV_BEFORE = ("path", "frame", "series", "slice", "leading_class")
_CSV_AFTER = (
    "prediction_set",
    "prediction_set_coverage",
    "abstention",
    "evidence_of_leading_class",
    "lossy",
    "synthetic",
    "problem",
    "model",
    "model_version",
    "weights_sha256",
    "device",
    "intended_use",
)


def csv_rows(report: Report) -> list[dict[str, Any]]:
    """The rows of :func:`to_csv` before they become text."""
    common = {
        "model": report.model.name,
        "model_version": report.model.version,
        "weights_sha256": report.model.sha256,
        "device": report.device,
        "intended_use": RESEARCH_USE,
    }
    rows = []
    for number, series in enumerate(report.series, 1):
        for index, record in enumerate(series.slices, 1):
            rows.append({**common, "series": number, "slice": index, **_slice_row(record)})
    rows.extend({**common, "path": path, "problem": why} for path, why in report.problems)
    return rows


def _slice_row(record: SliceRecord) -> dict[str, Any]:
    header, finding = record.header, record.finding
    row: dict[str, Any] = {
        "path": str(header.path),
        "frame": header.frame,
        "lossy": header.lossy,
        "synthetic": header.synthetic,
        "problem": record.problem,
    }
    if finding is None:
        return row
    row["device"] = finding.device
    row["abstention"] = finding.abstention or ""
    if finding.abstention is None:
        row["leading_class"] = finding.leading_key
        row["evidence_of_leading_class"] = bool(finding.explanation.evidence[finding.leading_index])
        row |= {f"probability_{k}": v for k, v in _probabilities(finding).items()}
        if finding.prediction_set is not None:
            row["prediction_set"] = " ".join(finding.prediction_set.class_keys)
            row["prediction_set_coverage"] = round(finding.prediction_set.coverage, _DIGITS)
    return row


def _cell(value: object) -> object:
    """A cell as it is written: formulas in text are disarmed, numbers stay numbers."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value


def _series_entry(record: SeriesRecord) -> dict[str, Any]:
    series, summary = record.series, record.summary
    entry: dict[str, Any] = {
        "number": series.number,
        "description": series.description,
        "modality": series.modality,
        "plane": series.plane,
        "slices": [_slice_entry(item) for item in record.slices],
        "summary": None,
    }
    if summary is not None:
        entry["summary"] = {
            "leading_class": summary.leading_key,
            "probabilities": _probabilities(summary),
            "speaking_slice": {key: index + 1 for key, index in summary.speaking_slice.items()},
            "slices_without_a_class": summary.abstained,
        }
    return entry


def _slice_entry(record: SliceRecord) -> dict[str, Any]:
    header, finding = record.header, record.finding
    entry: dict[str, Any] = {
        "path": str(header.path),
        "frame": header.frame,
        "instance_number": header.instance_number,
        "lossy": header.lossy,
        "synthetic": header.synthetic,
    }
    if finding is None:
        return {**entry, "problem": record.problem}
    entry["device"] = finding.device
    entry["timings_ms"] = {step: round(float(ms), 2) for step, ms in finding.timings.items()}
    entry |= {"abstention": finding.abstention, "unlike_training": finding.unlike_training}
    if finding.abstention is not None:
        return {**entry, **dict.fromkeys(_OF_A_CLASS)}
    return {
        **entry,
        "leading_class": finding.leading_key,
        "probabilities": _probabilities(finding),
        "prediction_set": _prediction_set(finding),
        "explanation": {
            "method": finding.explanation.method,
            "evidence": _by_class(finding.class_keys, finding.explanation.evidence.tolist()),
        },
    }


def _probabilities(finding: Finding | SeriesFinding) -> dict[str, float]:
    return _by_class(finding.class_keys, [round(float(p), _DIGITS) for p in finding.probabilities])


def _prediction_set(finding: Finding) -> dict[str, Any] | None:
    found = finding.prediction_set
    if found is None:
        return None
    return {"classes": list(found.class_keys), "coverage": round(found.coverage, _DIGITS)}


def _by_class(keys: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    return dict(zip(keys, values, strict=True))


def _identity(model: ModelIdentity) -> Mapping[str, str]:
    return {"name": model.name, "version": model.version, "sha256": model.sha256}
