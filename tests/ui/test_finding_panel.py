from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollArea

from braintumor_desktop.inference.abstention import unlike_training
from braintumor_desktop.inference.prediction_set import PredictionSet
from braintumor_desktop.ui.finding_panel import either_of

THRESHOLD = {"prediction_set": {"method": "aps", "alpha": 0.05, "quantile": 0.8}}


@pytest.fixture
def with_sets(qtbot, opened, engine):
    """A model whose card has a threshold, and a slice with two classes in its set."""
    engine.card = {"thresholds": THRESHOLD}
    engine.prediction_set = PredictionSet(("glioma", "meningioma"), 0.95)
    engine.sha = "55" * 32
    opened.load_model()
    qtbot.waitUntil(lambda: opened.session.opinion.state.kind == "ready", timeout=10_000)
    return opened


def test_the_prediction_set_stands_under_the_bars(with_sets):
    assert with_sets.finding.set_line.text() == "95 % set: Glioma or Meningioma"
    assert with_sets.finding.set_line.isVisible()


def test_while_a_slice_is_read_the_room_is_kept_and_no_old_set_stands_there(
    qtbot, with_sets, engine
):
    place = with_sets.finding.set_line.geometry()
    engine.gate.clear()
    with_sets.session.go_to(0)
    qtbot.waitUntil(lambda: with_sets.session.settled, timeout=10_000)
    assert with_sets.finding.set_line.text() == "95 % set: –"
    assert with_sets.finding.set_line.geometry() == place
    engine.gate.set()


def test_where_the_model_abstains_no_set_is_shown(qtbot, with_sets, engine):
    engine.abstention = "This is no head."
    with_sets.session.go_to(0)
    panel = with_sets.finding
    qtbot.waitUntil(lambda: panel.headline.text() == "The model abstains", timeout=10_000)
    assert with_sets.finding.set_line.text() == "95 % set: –"


def test_nothing_moves_where_the_model_abstains(qtbot, with_sets, engine):
    panel = with_sets.finding
    places = [w.geometry() for w in (panel.bars, panel.set_line, panel.series)]
    engine.abstention = unlike_training()
    with_sets.session.go_to(0)
    qtbot.waitUntil(lambda: panel.headline.text() == "The model abstains", timeout=10_000)
    qtbot.waitUntil(lambda: panel.detail.text() == unlike_training())
    panel.layout().activate()
    assert [w.geometry() for w in (panel.bars, panel.set_line, panel.series)] == places


def test_a_card_without_a_threshold_has_no_such_line(opened):
    assert not opened.finding.set_line.isVisible()


def test_sets_are_said_in_words(qapp):  # noqa: ARG001
    assert either_of(("glioma",)) == "Glioma"
    words = either_of(("no_tumor", "glioma", "pituitary"))
    assert words == "No tumor, Glioma or Pituitary tumor"


def test_the_models_name_never_scrolls_away(opened):
    panel = opened.finding
    opened.resize(1280, 640)
    bar = panel.findChild(QScrollArea).verticalScrollBar()
    for place in (bar.minimum(), bar.maximum()):
        bar.setValue(place)
        shown = panel.model_name.visibleRegion().boundingRect()
        assert shown == panel.model_name.rect()


def test_without_a_slice_it_is_said_what_to_do_where_one_is(opened):
    panel, session = opened.finding, opened.session
    session.close_study(session.study)
    assert panel.detail.text() == "Open a study to get a second opinion."


def test_a_slice_that_cannot_be_shown_is_not_told_to_be_missing(qtbot, opened):
    panel, session = opened.finding, opened.session
    path = session.series.slices[0].path
    path.rename(path.with_suffix(".gone"))
    with qtbot.waitSignal(session.picture_failed, timeout=10_000):
        session.go_to(0)
    words = "This slice cannot be shown, so there is nothing to ask about."
    qtbot.waitUntil(lambda: panel.detail.text() == words, timeout=10_000)
