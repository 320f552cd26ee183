from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from braintumor_desktop.imaging.study import Series
from braintumor_desktop.inference.finding import Finding, ModelIdentity
from braintumor_desktop.inference.prediction_set import PredictionSet
from braintumor_desktop.inference.series import combine_findings
from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.reporting.tables import (
    Report,
    SeriesRecord,
    SliceRecord,
    to_csv,
    to_json,
)


@pytest.fixture
def report(make_slice: Any, make_finding: Callable[..., Finding]) -> Report:
    slices = [make_slice(seed, name=f"{seed}.png") for seed in range(3)]
    slices[1] = replace(slices[1], header=replace(slices[1].header, lossy=True))
    records = (
        SliceRecord(slices[0].header, make_finding(slices[0])),
        SliceRecord(slices[1].header, make_finding(slices[1], abstention="Not a head.")),
        SliceRecord(slices[2].header, problem="2.png: The slice is blank."),
    )
    series = Series("1.2", tuple(s.header for s in slices), "AX T1", 4, "MR", "axial")
    summary = combine_findings([record.finding for record in records])
    return Report(
        series=(SeriesRecord(series, records, summary),),
        class_keys=CLASS_KEYS,
        model=ModelIdentity("improved_resnet34", "1.2", "ab" * 32),
        device="CPU bf16",
        problems=(("notes.txt", "notes.txt: This is a text file."),),
    )


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(report))))


def test_json_says_what_every_slice_and_series_got(report: Report) -> None:
    document = json.loads(to_json(report))
    (series,) = document["series"]
    first, second, third = series["slices"]
    assert first["probabilities"] == {
        "glioma": 0.7,
        "meningioma": 0.2,
        "pituitary": 0.06,
        "no_tumor": 0.04,
    }
    assert first["explanation"]["evidence"]["no_tumor"] is False
    assert (first["abstention"], first["unlike_training"]) == (None, None)
    assert second["abstention"] == "Not a head."
    for name in ("leading_class", "probabilities", "prediction_set", "explanation"):
        assert second[name] is None
    assert third["problem"] == "2.png: The slice is blank."
    assert series["summary"]["leading_class"] == "glioma"
    assert series["summary"]["speaking_slice"]["glioma"] == 1
    assert series["summary"]["slices_without_a_class"] == 1


def test_json_carries_its_version_the_model_and_the_research_words(report: Report) -> None:
    document = json.loads(to_json(report))
    assert (document["format"], document["format_version"]) == ("braintumor-findings", 1)
    assert document["intended_use"] == "Research use only. Not for diagnosis."
    assert document["model"] == {
        "name": "improved_resnet34",
        "version": "1.2",
        "sha256": "ab" * 32,
    }
    assert document["device"] == "CPU bf16"
    assert [failed["path"] for failed in document["failed"]] == ["notes.txt", "2.png"]


def test_the_prediction_set_stands_beside_the_probabilities(
    report: Report, make_slice: Any, make_finding: Callable[..., Finding]
) -> None:
    found = PredictionSet(("glioma", "meningioma"), 0.95)
    slice_ = make_slice(0)
    record = SliceRecord(slice_.header, make_finding(slice_, prediction_set=found))
    series = replace(report.series[0], slices=(record, report.series[0].slices[0]))
    whole = replace(report, series=(series,), problems=())
    first, second = json.loads(to_json(whole))["series"][0]["slices"]
    assert first["prediction_set"] == {"classes": ["glioma", "meningioma"], "coverage": 0.95}
    assert second["prediction_set"] is None
    first, second = rows(whole)
    assert (first["prediction_set"], first["prediction_set_coverage"]) == (
        "glioma meningioma",
        "0.95",
    )
    assert second["prediction_set"] == ""


def test_csv_has_one_row_a_slice_and_one_a_file_that_failed(report: Report) -> None:
    first, second, third, fourth = rows(report)
    assert first["leading_class"] == "glioma"
    assert float(first["probability_meningioma"]) == pytest.approx(0.2)
    assert (first["series"], first["slice"], first["lossy"]) == ("1", "1", "false")
    assert (second["leading_class"], second["abstention"]) == ("", "Not a head.")
    assert (second["probability_glioma"], second["lossy"]) == ("", "true")
    assert third["problem"] == "2.png: The slice is blank."
    assert (fourth["path"], fourth["slice"]) == ("notes.txt", "")


def test_every_csv_row_carries_the_model_and_the_research_words(report: Report) -> None:
    for row in rows(report):
        assert row["intended_use"] == "Research use only. Not for diagnosis."
        assert row["weights_sha256"] == "ab" * 32


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_a_spreadsheet_would_run_is_disarmed(report: Report, start: str) -> None:
    path = f"{start}HYPERLINK('x').png"
    record = report.series[0].slices[0]
    hostile = replace(record, header=replace(record.header, path=Path(path)))
    series = replace(report.series[0], slices=(hostile,))
    text = to_csv(replace(report, series=(series,)))
    row = next(csv.DictReader(io.StringIO(text, newline="")))
    assert row["path"] == f"'{path}"
    assert float(row["probability_glioma"]) == pytest.approx(0.7)


def test_a_name_with_commas_quotes_and_lines_survives_csv(report: Report) -> None:
    name = 'a "b", c\nd.png'
    record = report.series[0].slices[0]
    odd = replace(record, header=replace(record.header, path=Path(name)))
    series = replace(report.series[0], slices=(odd,))
    assert rows(replace(report, series=(series,)))[0]["path"] == name


def test_an_interrupted_run_says_so(report: Report) -> None:
    assert json.loads(to_json(replace(report, complete=False)))["complete"] is False
