from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import numpy as np
import pytest

from braintumor_desktop import RESEARCH_USE
from braintumor_desktop.imaging.study import Slice, SliceHeader
from braintumor_desktop.inference.series import combine_findings
from braintumor_desktop.reporting.readings import (
    Answer,
    Impression,
    Reading,
    answer_of,
    readings_to_csv,
    series_answer_of,
    silent_answer_of,
)

BEGAN = datetime(2026, 3, 2, 10, 0, tzinfo=timezone(timedelta(hours=2)))
ANSWER = Answer("resnet", "1.2", "ab" * 32, "glioma", 0.7, {"glioma": 0.7, "no_tumor": 0.3})
READING = Reading(
    1, "2026-03-02T08:00:00+00:00", "2026-03-02T08:01:00+00:00", "series", "aa" * 16, "DOE, JANE",
    "bb" * 16, True, "glioma", 75, "", ANSWER,
)  # fmt: skip


@pytest.fixture
def finding(make_finding, tmp_path):
    header = SliceHeader(tmp_path / "a.dcm", 8, 8, "DICOM")
    slice_ = Slice(header, np.zeros((8, 8), np.float32))
    return lambda **changes: make_finding(slice_, **changes)


def rows(readings, **options):
    text = readings_to_csv(readings, **options)
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_csv_has_a_row_a_reading_and_disarms_formulas():
    silent = replace(ANSWER, model_class="", probabilities={}, abstention="blank")
    said = rows(
        [
            replace(READING, note="=1+1"),
            replace(READING, impression="unsure", note='a "b", c\nd', answer=silent),
            replace(READING, answer=None),
        ]
    )
    assert [r["note"] for r in said] == ["'=1+1", 'a "b", c\nd', ""]
    assert [r["agrees"] for r in said] == ["true", "", ""]
    assert [r["probability_glioma"] for r in said] == ["0.7", "", ""]
    assert [r["model_version"] for r in said] == ["1.2", "1.2", ""]
    assert [r["weights_sha256"] for r in said] == ["ab" * 32, "ab" * 32, ""]
    assert {r["intended_use"] for r in said} == {RESEARCH_USE}


def test_the_identity_leaves_only_where_it_is_allowed():
    assert [r["identity"] for r in rows([READING])] == [""]
    assert [r["identity"] for r in rows([READING], identity_allowed=True)] == ["DOE, JANE"]


def test_an_abstention_is_an_answer_with_its_reason_and_no_class(finding):
    answer = answer_of(finding(abstention="This is no head."))
    assert (answer.model_class, answer.abstention) == ("", "This is no head.")
    assert answer.probabilities == {}
    assert replace(READING, answer=answer).agrees is None


def test_the_answer_to_a_series_is_that_of_its_rule(finding):
    loud = finding(probabilities=np.array([0.05, 0.9, 0.03, 0.02], np.float32))
    combined = combine_findings([finding(abstention="blank"), finding(), loud])
    answer = series_answer_of(combined)
    assert (answer.model_class, answer.model_probability) == ("meningioma", pytest.approx(0.9))
    assert (answer.model, answer.model_version) == ("improved_resnet34", "1.2")
    assert sum(answer.probabilities.values()) == pytest.approx(1)


def test_a_series_of_refused_slices_is_answered_by_an_abstention(finding):
    answer = silent_answer_of(finding().model)
    assert (answer.model_class, answer.model_version) == ("", "1.2")
    assert "abstains" in answer.abstention


@pytest.mark.parametrize(
    ("choice", "confidence", "note", "began"),
    [
        ("haematoma", 50, "", BEGAN),
        ("glioma", 101, "", BEGAN),
        ("glioma", 50, "x" * 5000, BEGAN),
        ("glioma", 50, "", datetime(2026, 3, 2)),
    ],
)
def test_an_impression_that_cannot_be_is_refused(choice, confidence, note, began):
    with pytest.raises(ValueError, match=r"impression|confidence|note|time"):
        Impression(choice, confidence, note, began)
