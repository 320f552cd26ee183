from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.ui.viewer.suspicious import is_suspicious, neighbour, none_left


@pytest.fixture
def finding_of(opened):
    known = opened.session.opinion.state.finding

    def make(key, abstention=None):
        probabilities = np.full(4, 0.1, np.float32)
        probabilities[CLASS_KEYS.index(key)] = 0.7
        return replace(known, probabilities=probabilities, abstention=abstention)

    return make


def test_a_slice_is_suspicious_when_a_tumor_leads_and_the_model_stands_by_it(finding_of):
    assert is_suspicious(finding_of("glioma"))
    assert not is_suspicious(finding_of("no_tumor"))
    assert not is_suspicious(finding_of("glioma", "This is no head."))
    assert not is_suspicious(None)


def test_the_nearest_one_in_the_direction_is_taken(finding_of):
    well, ill = finding_of("no_tumor"), finding_of("pituitary")
    findings = [ill, well, ill, None, well, ill]
    assert [neighbour(findings, i, 1) for i in range(6)] == [2, 2, 5, 5, 5, None]
    assert [neighbour(findings, i, -1) for i in range(6)] == [None, 0, 0, 2, 2, 2]
    assert none_left(findings, 1) == "No suspicious slice after this one (5 of 6 slices read)"


def test_of_what_is_withheld_it_is_not_said_that_there_is_no_suspicious_slice():
    words = none_left([None] * 6, 1, withheld=6)
    assert words == "Record your impression first: suspicious slices are shown after it"


@pytest.mark.qt_log_ignore("raise")  # the offscreen platform says so of tool tips
def test_s_and_shift_s_go_there(opened, finding_of, monkeypatch):
    kinds = ["glioma", "no_tumor", "no_tumor", "no_tumor", "no_tumor", "meningioma"]
    by_key = {
        h.key: finding_of(kind) for h, kind in zip(opened.session.series.slices, kinds, strict=True)
    }
    monkeypatch.setattr(
        opened.session.opinion, "remembered_finding", lambda header: by_key[header.key]
    )
    QTest.keyClick(opened.viewer.image, Qt.Key.Key_S)
    assert opened.session.index == 5
    QTest.keyClick(opened.viewer.image, Qt.Key.Key_S)
    assert opened.session.index == 5
    QTest.keyClick(opened.viewer.image, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    assert opened.session.index == 0
