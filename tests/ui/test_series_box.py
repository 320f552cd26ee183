from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt

from braintumor_desktop.errors import InferenceError
from braintumor_desktop.inference.series import RULE
from braintumor_desktop.ui.declared_texts import class_name


@pytest.fixture
def read(qtbot, opened):
    """A window whose series is read whole."""
    slices = opened.session.series.slices
    opened.session.read_series()
    qtbot.waitUntil(lambda: opened.session.opinion.combined(slices) is not None, timeout=10_000)
    qtbot.waitUntil(lambda: opened.finding.series.speakers["glioma"].isEnabled(), timeout=10_000)
    return opened


def test_before_all_is_read_nothing_is_said_of_the_series(opened):
    box = opened.finding.series
    assert box.line.text() == "not all slices read"
    assert not any(speaker.isEnabled() for speaker in box.speakers.values())


def test_the_series_has_its_class_and_the_rule_by_which_it_came(read):
    box, combined = read.finding.series, read.session.opinion.combined(read.session.series.slices)
    assert box.line.text().startswith(class_name(combined.leading_key))
    assert RULE in box.line.toolTip()


def test_slices_without_a_finding_are_counted_beside_the_series_finding(qtbot, opened, engine):
    usual = engine.read
    engine.read = lambda headers: [InferenceError("It cannot be read."), *usual(headers[1:])]
    slices = opened.session.series.slices
    opened.session.read_series()
    qtbot.waitUntil(lambda: opened.session.opinion.combined(slices) is not None, timeout=10_000)
    words = "1 of 6 slices without a finding"
    qtbot.waitUntil(lambda: words in opened.finding.series.line.text(), timeout=10_000)


def test_a_click_goes_to_the_slice_that_speaks_most_for_a_class(qtbot, read):
    combined = read.session.opinion.combined(read.session.series.slices)
    for key, speaker in read.finding.series.speakers.items():
        qtbot.mouseClick(speaker, Qt.MouseButton.LeftButton)
        assert read.session.index == combined.speaking_slice[key]
        assert speaker.text().endswith(str(combined.speaking_slice[key] + 1))


def test_nothing_is_said_together_of_pictures_that_share_a_folder(qtbot, window, tmp_path):
    for name in ("a.png", "b.png"):
        pixels = np.random.default_rng(len(name)).integers(0, 255, (64, 64), np.uint8)
        Image.fromarray(pixels).save(tmp_path / name)
    window.session.open_paths([tmp_path])
    qtbot.waitUntil(lambda: window.session.opinion.state.kind == "ready", timeout=10_000)
    assert not window.session.series.is_stack
    assert not window.finding.series.isVisible()


def test_where_the_model_abstains_on_every_slice_the_series_has_no_class(qtbot, opened, engine):
    engine.abstention, engine.sha = "This is no head.", "77" * 32
    slices = opened.session.series.slices
    opened.load_model()
    qtbot.waitUntil(lambda: opened.session.opinion.model is not None, timeout=10_000)
    opened.session.read_series()
    qtbot.waitUntil(lambda: all(opened.session.opinion.is_read(h) for h in slices), timeout=10_000)
    silent = "the model gives no class on any slice"
    qtbot.waitUntil(lambda: opened.finding.series.line.text() == silent, timeout=10_000)


def test_slices_without_a_class_are_counted_beside_the_series_class(qtbot, opened, engine):
    answer = engine.finding

    def dim_ones_are_refused(slice_):
        engine.abstention = "This is no head." if slice_.header.instance_number in (2, 3) else None
        return answer(slice_)

    engine.finding, engine.sha = dim_ones_are_refused, "78" * 32
    slices = opened.session.series.slices
    opened.load_model()
    qtbot.waitUntil(lambda: opened.session.opinion.model is not None, timeout=10_000)
    opened.session.read_series()
    qtbot.waitUntil(lambda: all(opened.session.opinion.is_read(h) for h in slices), timeout=10_000)
    line = opened.finding.series.line
    qtbot.waitUntil(lambda: "\n" in line.text(), timeout=10_000)
    assert line.text().splitlines()[1] == "2 slices given no class, not counted"
    spoken_for = opened.session.opinion.combined(slices).speaking_slice.values()
    refused = {i for i, h in enumerate(slices) if h.instance_number in (2, 3)}
    assert not refused & set(spoken_for)
