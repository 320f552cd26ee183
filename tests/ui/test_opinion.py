"""What the network says may be withheld; nothing on screen tells of it then."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from braintumor_desktop.errors import InferenceError
from braintumor_desktop.models.classes import CLASSES

WORDS_OF_AN_ANSWER = [*(c.name for c in CLASSES), "abstains", " %"]


class Gate:
    """Opens slice by slice, as a reader records impressions."""

    def __init__(self):
        self.open = set()

    def __call__(self, key):
        return key in self.open


@pytest.fixture
def gated(qtbot, opened):
    """A window whose series is read whole, and then withheld."""
    opened.session.read_series()
    slices = opened.session.series.slices
    qtbot.waitUntil(lambda: opened.session.opinion.combined(slices) is not None, timeout=10_000)
    gate = Gate()
    opened.session.opinion.set_gate(gate)
    opened.gate = gate
    return opened


def reveal(window, *headers):
    window.gate.open |= {h.key for h in headers}
    window.session.opinion.recheck_gate()


def test_a_withheld_state_carries_nothing_of_the_answer(gated):
    opinion, header = gated.session.opinion, gated.session.header
    assert opinion.state.kind == "withheld"
    assert opinion.state.finding is None
    assert opinion.state.error is None
    assert opinion.remembered_finding(header) is None
    assert opinion.is_read(header)
    assert opinion.combined(gated.session.series.slices) is None


def test_the_panel_asks_for_the_own_impression_and_shows_no_class(gated):
    panel = gated.finding
    assert panel.headline.text() == "Your reading first"
    assert panel.detail.text().startswith("Record your impression first")
    assert [bar.probability for bar in panel.bars.bars.values()] == [None] * 4
    assert not panel.swatch.isVisible()
    assert not any(speaker.isEnabled() for speaker in panel.series.speakers.values())


def test_no_text_and_no_tool_tip_of_the_panel_tells_the_answer(gated):
    panel = gated.finding
    labels = [w for w in panel.findChildren(QLabel) if w.isVisible()]
    told = " ".join(w.text() for w in labels)
    told += " ".join(w.toolTip() for w in labels)
    for word in WORDS_OF_AN_ANSWER:
        assert word not in told
    assert all(b.accessibleName().endswith(": no finding") for b in panel.bars.bars.values())
    assert " ms" not in panel.model_facts.text()


def test_the_overlay_is_hidden_and_says_why(gated):
    assert gated.viewer.overlay.finding is None
    assert gated.viewer.overlay.marks.caption == "Record your impression first"
    assert not gated.viewer.overlay.marks.show_colour_bar


def test_the_strip_is_neutral_for_what_is_withheld(gated):
    strip = gated.viewer.strip
    colours = {strip.tokens.class_colour(c.key) for c in CLASSES}
    picture = strip.grab().toImage()
    seen = {
        picture.pixelColor(x, y).name().upper()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert not seen & {c.upper() for c in colours}
    for index in range(6):
        assert not any(word in strip._words(index) for word in WORDS_OF_AN_ANSWER)


@pytest.mark.qt_log_ignore("raise")  # the offscreen platform says so of tool tips
def test_the_next_suspicious_slice_is_not_told(gated):
    before = gated.session.index
    QTest.keyClick(gated.viewer.image, Qt.Key.Key_S)
    assert gated.session.index == before


def test_nothing_withheld_leaves_the_window(gated, tmp_path):
    assert not gated.actions_["export"].isEnabled()
    gated.export_to(tmp_path / "overlay.png")
    assert not list(tmp_path.glob("*.png"))
    gated.copy_picture()
    assert not QGuiApplication.clipboard().image().isNull()
    assert gated.session.opinion.state.finding is None


def test_the_network_reads_on_behind_a_closed_gate(qtbot, opened, engine):
    opinion, header = opened.session.opinion, opened.session.series.slices[0]
    opinion.set_gate(Gate())
    opened.session.go_to(0)
    qtbot.waitUntil(lambda: opinion.is_read(header), timeout=10_000)
    assert header.key in engine.asked
    assert opinion.state.kind == "withheld"


def test_an_opened_gate_reveals_its_slice_and_no_other(gated):
    opinion, slices = gated.session.opinion, gated.session.series.slices
    with_signal = []
    opinion.revealed_changed.connect(lambda: with_signal.append(True))
    reveal(gated, gated.session.header)
    assert with_signal == [True]
    assert opinion.state.kind == "ready"
    assert gated.finding.headline.text() in [c.name for c in CLASSES]
    known = [opinion.remembered_finding(h) is not None for h in slices]
    assert known == [h.key == gated.session.header.key for h in slices]
    assert opinion.combined(slices) is None
    assert "after your impressions" in gated.finding.series.line.text()


def test_the_series_has_its_finding_once_every_slice_is_revealed(gated):
    reveal(gated, *gated.session.series.slices)
    assert gated.session.opinion.combined(gated.session.series.slices) is not None


def test_without_a_gate_everything_is_seen(gated):
    gated.session.opinion.set_gate(None)
    assert gated.session.opinion.state.kind == "ready"


def test_the_status_counts_what_is_read_though_it_is_withheld(gated):
    assert gated.strip.status.text().startswith("6/6")


class TestExplanations:
    """Maps of methods other than the closed form."""

    @pytest.fixture
    def looking(self, qtbot, opened):
        opened.change(method="LayerCAM")
        self.wait_for_map(qtbot, opened)
        return opened

    @staticmethod
    def wait_for_map(qtbot, window, index=None):
        def there():
            finding = window.session.opinion.state.finding
            wanted = finding.leading_index if index is None else index
            return finding.explanation.knows(wanted)

        qtbot.waitUntil(there, timeout=10_000)

    def test_the_leading_class_is_worked_out_first_and_alone(self, looking, engine):
        leading = looking.session.opinion.state.finding.leading_index
        assert engine.explained == [("LayerCAM", leading)]
        assert looking.session.opinion.state.finding.explanation.method == "LayerCAM"

    def test_the_chosen_class_is_worked_out_when_it_is_looked_at(self, qtbot, looking, engine):
        opinion = looking.session.opinion
        other = (opinion.state.finding.leading_index + 1) % 4
        looking.viewer.choose_class(other)
        self.wait_for_map(qtbot, looking, other)
        assert engine.explained[-1] == ("LayerCAM", other)
        looking.viewer.choose_class(None)
        looking.viewer.choose_class(other)
        assert len(engine.explained) == 2, "a map that is known is not asked for again"

    def test_the_probabilities_are_there_before_the_map(self, qtbot, opened, engine):
        engine.map_gate.clear()
        opened.change(method="Score-CAM")
        qtbot.waitUntil(lambda: bool(engine.explained), timeout=10_000)
        state = opened.session.opinion.state
        assert state.kind == "ready"
        assert not state.finding.explanation.knows(state.finding.leading_index)
        assert "Score-CAM" in opened.viewer.overlay.marks.caption
        assert not opened.viewer.overlay.marks.show_colour_bar
        engine.map_gate.set()
        self.wait_for_map(qtbot, opened)
        assert opened.viewer.overlay.marks.show_colour_bar

    def test_a_map_that_nobody_looks_at_any_more_is_given_up(self, qtbot, opened, engine):
        engine.map_gate.clear()
        opened.change(method="Score-CAM")
        qtbot.waitUntil(lambda: bool(engine.explained), timeout=10_000)
        opened.session.go_to(0)
        first = opened.session.series.slices[0]
        qtbot.waitUntil(lambda: opened.session.opinion.is_read(first), timeout=10_000)
        assert opened.session.opinion.state.header.key == first.key
        assert not opened.session.opinion.state.finding.explanation.only

    def test_why_there_is_no_map_is_said_and_the_finding_stays(self, qtbot, opened, engine):
        engine.explain_error = InferenceError("There is no memory left.")
        opened.change(method="LayerCAM")
        qtbot.waitUntil(lambda: opened.session.opinion.state.map_error is not None, timeout=10_000)
        assert opened.session.opinion.state.kind == "ready"
        assert "could not be worked out" in opened.viewer.overlay.marks.caption
        assert len(engine.explained) == 1, "what failed is not asked for again and again"

    def test_behind_a_closed_gate_no_map_is_worked_out(self, opened, engine):
        opened.session.opinion.set_gate(Gate())
        opened.change(method="LayerCAM")
        assert engine.explained == []


def test_a_series_that_was_read_is_read_again_by_the_next_model(qtbot, opened, engine):
    slices = opened.session.series.slices
    opened.session.read_series()
    qtbot.waitUntil(lambda: opened.session.opinion.combined(slices) is not None, timeout=10_000)
    engine.sha = "99" * 32
    opened.change(model="xception")
    assert opened.session.opinion.combined(slices) is None
    qtbot.waitUntil(lambda: opened.session.opinion.combined(slices) is not None, timeout=10_000)
    finding = opened.session.opinion.combined(slices).findings[0]
    assert finding.model.sha256 == "99" * 32


def test_a_series_whose_reading_was_cancelled_is_not_read_again(qtbot, opened, engine):
    opened.session.read_series()
    opened.session.opinion.cancel_series()
    qtbot.waitUntil(lambda: not opened.session.workers.busy, timeout=10_000)
    engine.sha = "99" * 32
    opened.change(model="xception")
    qtbot.waitUntil(lambda: opened.session.opinion.state.kind == "ready", timeout=10_000)
    assert not opened.session.opinion.reading_series


def test_a_series_that_is_begun_again_in_the_middle_asks_about_no_slice_twice(
    qtbot, window, engine, write_series
):
    window.session.open_paths([write_series(20)])
    opinion = window.session.opinion
    qtbot.waitUntil(lambda: opinion.state.kind == "ready", timeout=10_000)
    engine.gate.clear()
    window.session.read_series()
    qtbot.waitUntil(lambda: bool(engine.batches), timeout=10_000)

    window.session.read_series()
    engine.gate.set()

    slices = window.session.series.slices
    qtbot.waitUntil(lambda: opinion.combined(slices) is not None, timeout=10_000)
    assert sum(engine.batches) == len(slices) - 1  # the one on screen was read before
