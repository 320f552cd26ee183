from __future__ import annotations

from dataclasses import replace

import pytest

from braintumor_desktop.reporting.agreement import COLUMNS, ROWS, agreement_of
from braintumor_desktop.reporting.readings import Answer, Reading


def reading(own, model, *, blind=True):
    answer = None if model is None else Answer("resnet", "1", "ab" * 32, model, 0.5, {})
    return Reading(1, "", "", "slice", "", "", "", blind, own, 50, "", answer)


def test_agreement_counts_and_kappa_are_those_worked_out_by_hand():
    said = (
        [("glioma", "glioma")] * 20 + [("glioma", "no_tumor")] * 5
        + [("no_tumor", "glioma")] * 10 + [("no_tumor", "no_tumor")] * 15
        + [("unsure", "glioma"), ("glioma", "")]
    )  # fmt: skip
    found = agreement_of([reading(own, its) for own, its in said])
    assert (found.compared, found.agreed) == (50, 35)
    assert found.kappa == pytest.approx(0.4)  # p_o = 0.7, p_e = 0.5
    assert found.table[ROWS.index("glioma"), COLUMNS.index("no_tumor")] == 5
    assert found.table[ROWS.index("unsure"), COLUMNS.index("glioma")] == 1
    assert found.table[ROWS.index("glioma"), COLUMNS.index("abstained")] == 1


def test_the_interval_of_kappa_is_that_of_its_paper_worked_out_by_hand():
    said = (
        [("glioma", "glioma")] * 20 + [("glioma", "no_tumor")] * 5
        + [("no_tumor", "glioma")] * 10 + [("no_tumor", "no_tumor")] * 15
    )  # fmt: skip
    low, high = agreement_of([reading(own, its) for own, its in said]).interval
    # A = .10972, B = .10188, C = .01; var = .2016 / (.25 * 50), standard error .12700
    assert low == pytest.approx(0.4 - 1.96 * 0.1269961, abs=1e-5)
    assert high == pytest.approx(0.4 + 1.96 * 0.1269961, abs=1e-5)


def test_the_interval_stays_within_what_kappa_can_be():
    said = (
        [("glioma", "glioma")] * 10 + [("no_tumor", "no_tumor")] * 10 + [("glioma", "no_tumor")]
    )  # fmt: skip
    low, high = agreement_of([reading(own, its) for own, its in said]).interval
    assert 0.5 < low < high == 1.0


@pytest.mark.parametrize("count", [3, 30])
def test_no_interval_is_given_where_few_readings_or_full_agreement_would_feign_certainty(count):
    said = [("glioma", "glioma")] * count + [("no_tumor", "no_tumor")] * count
    found = agreement_of([reading(own, its) for own, its in said])
    assert (found.kappa, found.interval) == (1.0, None)


def test_readings_that_were_not_blind_or_not_answered_count_nowhere():
    found = agreement_of(
        [
            reading("glioma", "glioma"),
            reading("glioma", "glioma", blind=False),
            reading("glioma", None),
        ]
    )
    assert (found.compared, int(found.table.sum()), found.left_out) == (1, 1, 2)


def test_kappa_is_left_out_where_it_has_no_meaning():
    assert agreement_of([]).kappa is None
    alone = agreement_of([reading("glioma", "glioma")])
    assert (alone.kappa, alone.interval) == (None, None)


def test_no_kappa_is_given_for_the_answers_of_several_models_together():
    one = reading("glioma", "glioma")
    other = replace(one, answer=replace(one.answer, weights_sha256="cd" * 32))
    found = agreement_of([one, other, reading("no_tumor", "glioma")])
    assert (found.models, found.compared, found.kappa, found.interval) == (2, 3, None, None)
