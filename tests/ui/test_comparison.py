"""Two models read the same slice; nothing of one is taken for the other's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from braintumor_desktop.errors import BundleError
from braintumor_desktop.inference.finding import Finding
from braintumor_desktop.ui.comparison_panel import agreement_words
from braintumor_desktop.ui.declared_texts import class_name
from braintumor_desktop.ui.opinion import FindingState
from braintumor_desktop.ui.probability_bars import percent


def both_ready(window):
    comparison = window.session.comparison
    states = (comparison.first.state, comparison.second_state)
    return all(s.kind == "ready" for s in states) and len({s.header.key for s in states}) == 1


@pytest.fixture
def compared(qtbot, opened):
    """A window in which xception reads the slice too."""
    panel = opened.finding.comparison
    panel.choice.setCurrentIndex(panel.choice.findData("xception"))
    panel.choice.activated.emit(panel.choice.currentIndex())
    qtbot.waitUntil(lambda: both_ready(opened), timeout=10_000)
    return opened


def test_the_installed_models_but_the_one_in_force_can_be_chosen(opened):
    choice = opened.finding.comparison.choice
    texts = [choice.itemText(i) for i in range(choice.count())]
    assert texts == ["none", "xception", "Model folder…"]
    assert not opened.finding.comparison.values["glioma"][0].isVisible()


def test_both_columns_carry_their_models_name_version_and_figures(compared, engine):
    panel, comparison = compared.finding.comparison, compared.session.comparison
    names = [label.text().replace(chr(0x200B), "") for label in panel.names]
    assert names == ["improved_resnet34 1.0", "xception 1.0"]
    for place, state in enumerate((comparison.first.state, comparison.second_state)):
        for key, share in zip(state.finding.class_keys, state.finding.probabilities, strict=True):
            assert panel.values[key][place].text().endswith(percent(float(share)))
    assert comparison.second_state.finding.model.sha256 == engine.others[0].sha


def test_agreement_is_said_in_words(compared):
    leading = compared.session.opinion.state.finding.leading_key
    assert compared.finding.comparison.agreement.text() == f"Both: {class_name(leading)}"


def test_a_difference_is_said_in_words_with_both_figures(qtbot, compared, engine):
    engine.others[0].turn = 1
    compared.session.go_to(0)
    first = compared.session.series.slices[0]
    qtbot.waitUntil(
        lambda: both_ready(compared) and compared.session.header.key == first.key, timeout=10_000
    )
    one = compared.session.opinion.state.finding
    other = compared.session.comparison.second_state.finding
    said = [
        f"{class_name(f.leading_key)} {percent(float(f.probabilities.max()))}" for f in (one, other)
    ]
    assert one.leading_key != other.leading_key
    assert compared.finding.comparison.agreement.text() == "They differ: " + ", ".join(said)


def test_while_the_next_slice_is_read_neither_column_shows_an_old_figure(qtbot, compared, engine):
    engine.gate.clear()
    compared.session.go_to(0)
    qtbot.waitUntil(lambda: compared.session.settled, timeout=10_000)
    for labels in compared.finding.comparison.values.values():
        assert [label.text() for label in labels] == ["–", "–"]
    assert "being read" in compared.finding.comparison.agreement.text()
    engine.gate.set()
    qtbot.waitUntil(lambda: both_ready(compared), timeout=10_000)


def test_the_overlay_shows_either_models_map_and_says_whose(qtbot, compared):
    panel, overlay = compared.finding.comparison, compared.viewer.overlay
    assert overlay.finding.model.name == "improved_resnet34"
    assert overlay.marks.title.endswith("improved_resnet34")
    qtbot.mouseClick(panel.overlays[1], Qt.MouseButton.LeftButton)
    assert overlay.finding.model.name == "xception"
    assert overlay.marks.title.endswith("xception")
    qtbot.mouseClick(panel.overlays[0], Qt.MouseButton.LeftButton)
    assert overlay.finding.model.name == "improved_resnet34"


def test_closing_ends_the_second_model_and_gives_the_overlay_back(qtbot, compared, engine):
    panel = compared.finding.comparison
    qtbot.mouseClick(panel.overlays[1], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    assert engine.others[0].closed
    assert not engine.closed
    assert compared.session.comparison.second is None
    assert compared.viewer.overlay.finding.model.name == "improved_resnet34"
    assert "improved_resnet34" not in compared.viewer.overlay.marks.title
    assert not panel.values["glioma"][0].isVisible()
    compared.session.go_to(0)
    qtbot.waitUntil(lambda: compared.session.opinion.state.kind == "ready", timeout=10_000)
    assert len(engine.others[0].asked) == 1, "a closed model is asked nothing more"


def test_closing_the_window_ends_the_second_model_too(compared, engine):
    compared.close()
    assert engine.others[0].closed


def test_what_is_withheld_of_one_model_is_withheld_of_both(compared):
    compared.session.opinion.set_gate(lambda _: False)
    assert compared.session.comparison.second_state.kind == "withheld"
    assert compared.finding.comparison.agreement.text() == "Record your impression first"
    for labels in compared.finding.comparison.values.values():
        assert [label.text() for label in labels] == ["–", "–"]
    compared.session.opinion.set_gate(None)
    assert both_ready(compared)


def test_a_second_model_that_cannot_be_loaded_leaves_the_first_one(qtbot, opened):
    comparison = opened.session.comparison
    another = comparison.first.another_engine

    def broken():
        engine = another()
        engine.load_error = BundleError("The weights are missing.", remedy="Choose another.")
        return engine

    comparison.first.another_engine = broken
    comparison.open("xception")
    qtbot.waitUntil(lambda: comparison.second_state.kind == "missing", timeout=10_000)
    assert "The weights are missing." in opened.finding.comparison.agreement.text()
    assert opened.session.opinion.state.kind == "ready"
    comparison.close()


def test_when_the_second_model_becomes_the_first_nothing_is_compared(qtbot, compared, engine):
    engine.sha = engine.others[0].sha
    compared.change(model="xception")
    qtbot.waitUntil(lambda: compared.session.comparison.second is None, timeout=10_000)
    assert engine.others[0].closed


def test_a_model_that_abstains_is_named(opened):
    ready: Finding = opened.session.opinion.state.finding
    from dataclasses import replace

    silent = replace(ready, abstention="This is no head.")
    words, kind = agreement_words(
        FindingState("ready", finding=silent), FindingState("ready", finding=ready)
    )
    assert kind == "wait"  # neither agreement nor disagreement
    assert words.startswith("Nothing to compare: improved_resnet34 abstains")
    both = FindingState("ready", finding=silent)
    assert agreement_words(both, both) == ("Both models abstain", "wait")


def test_a_key_begins_the_comparison_with_the_first_other_model_and_ends_it(qtbot, opened, engine):
    action = opened.actions_["compare"]
    QTest.keyClick(opened.viewer.image, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: both_ready(opened), timeout=10_000)
    assert opened.finding.comparison.choice.currentText() == "xception"
    assert action.isChecked()
    QTest.keyClick(opened.viewer.image, Qt.Key.Key_M)
    assert engine.others[0].closed
    assert not action.isChecked()
    assert opened.finding.comparison.choice.currentText() == "none"


def test_the_key_opens_the_panel_that_the_comparison_stands_in(qtbot, opened):
    opened.actions_["finding"].trigger()
    opened.actions_["compare"].trigger()
    qtbot.waitUntil(lambda: not opened.finding.comparison.visibleRegion().isEmpty())


def test_without_a_model_there_is_nothing_to_compare(opened, engine):
    engine.gate.set()
    engine.load_error = BundleError("The weights are missing.")
    opened.change(model="another")
    assert not opened.actions_["compare"].isEnabled()


def read_by_both(qtbot, window):
    slices, comparison = window.session.series.slices, window.session.comparison
    window.session.read_series()
    qtbot.waitUntil(lambda: all(comparison.second.is_read(h) for h in slices), timeout=10_000)
    qtbot.waitUntil(lambda: comparison.first.combined(slices) is not None, timeout=10_000)


def test_both_models_read_the_series_and_their_agreement_is_counted(qtbot, compared, engine):
    line = compared.finding.comparison.over_slices
    assert line.text() == "Same class on 1 of 1 slices that both have read"
    engine.others[0].turn = 1
    read_by_both(qtbot, compared)
    assert compared.session.comparison.agreed() == (1, 6)
    qtbot.waitUntil(lambda: "on 1 of 6 slices" in line.text(), timeout=10_000)


def test_how_far_two_models_agree_is_withheld_with_their_answers(qtbot, compared):
    read_by_both(qtbot, compared)
    compared.session.opinion.set_gate(lambda _: False)
    assert compared.finding.comparison.over_slices.text() == ""


def test_the_cancel_stops_both_models(qtbot, compared, engine):
    engine.gate.clear()
    compared.session.read_series()
    qtbot.mouseClick(compared.viewer.read_button, Qt.MouseButton.LeftButton)
    comparison = compared.session.comparison
    assert not comparison.first.reading_series
    assert not comparison.second.reading_series


def test_a_series_that_only_the_first_model_has_read_can_be_read_by_the_second(qtbot, opened):
    slices, comparison = opened.session.series.slices, opened.session.comparison
    button = opened.viewer.read_button
    opened.session.read_series()
    qtbot.waitUntil(lambda: not button.isEnabled(), timeout=10_000)
    comparison.open("xception")
    qtbot.waitUntil(lambda: both_ready(opened), timeout=10_000)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: comparison.agreed() == (6, 6), timeout=10_000)
    qtbot.waitUntil(lambda: not button.isEnabled() and button.text() != "Cancel", timeout=10_000)
    assert all(comparison.first.is_read(h) for h in slices)


def test_the_count_is_that_of_the_model_that_is_behind(compared):
    said = []
    comparison = compared.session.comparison
    comparison.series_progress.connect(lambda *counts: said.append(counts))
    comparison.first.series_progress.emit(4, 6)
    comparison.second.series_progress.emit(2, 6)
    comparison.first.series_progress.emit(0, 0)
    comparison.second.series_progress.emit(0, 0)
    assert said == [(4, 6), (2, 6), (2, 6), (0, 0)]
