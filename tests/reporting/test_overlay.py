from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from braintumor_desktop.imaging.windowing import apply_window
from braintumor_desktop.inference.finding import Finding
from braintumor_desktop.reporting import overlay as overlay_module
from braintumor_desktop.reporting.overlay import CAPTION, NO_EVIDENCE, render_overlay

LEFT, TOP = 16, 60  # where the first panel begins
GAP = 12


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that is drawn."""
    drawn: list[str] = []
    draw = ImageDraw.ImageDraw.text

    def text(self: ImageDraw.ImageDraw, at: Any, text: str, *args: Any, **kwargs: Any) -> None:
        drawn.append(text)
        draw(self, at, text, *args, **kwargs)

    monkeypatch.setattr(overlay_module.ImageDraw.ImageDraw, "text", text)
    return drawn


@pytest.fixture
def slice_(make_slice: Any) -> Any:
    return make_slice(0, (512, 512))


def test_the_words_that_must_be_there_are_burned_in(
    slice_: Any, make_finding: Callable[..., Finding], words: list[str]
) -> None:
    render_overlay(slice_, make_finding(slice_))
    assert "Research use only. Not for diagnosis." in words
    assert CAPTION in words
    assert "Glioma  70 %" in words
    assert "improved_resnet34 1.2 (abcdef01)  |  CPU bf16  |  Grad-CAM" in words
    for name, percent in (("Meningioma", "20 %"), ("Pituitary tumor", "6 %"), ("No tumor", "4 %")):
        assert name in words
        assert percent in words


def test_the_first_panel_is_the_slice_itself(
    slice_: Any, make_finding: Callable[..., Finding]
) -> None:
    picture = np.asarray(render_overlay(slice_, make_finding(slice_)))
    panel = picture[TOP : TOP + 512, LEFT : LEFT + 512]
    np.testing.assert_array_equal(panel, np.repeat(apply_window(slice_, None)[..., None], 3, 2))


def test_the_map_lies_over_the_second_panel_where_it_is_hot_and_nowhere_else(
    slice_: Any, make_finding: Callable[..., Finding]
) -> None:
    picture = np.asarray(render_overlay(slice_, make_finding(slice_), opacity=0.9), dtype=int)
    first = picture[TOP : TOP + 512, LEFT : LEFT + 512]
    second = picture[TOP : TOP + 512, LEFT + 512 + GAP : LEFT + 1024 + GAP]
    changed = np.abs(first - second).max(axis=2)
    assert changed[:64, :64].min() > 100
    assert changed[200:, 200:].max() == 0


def test_pixels_that_are_not_square_are_shown_square(
    make_slice: Any, make_finding: Callable[..., Finding]
) -> None:
    slice_ = make_slice(0, (128, 512), spacing=(2.0, 1.0))
    picture = render_overlay(slice_, make_finding(slice_))
    assert picture.width == 2 * 512 + 2 * 12 + 14 + 40 + 2 * 16
    square = make_slice(0, (256, 512))
    assert picture.height == render_overlay(square, make_finding(square)).height


def test_a_large_slice_is_not_reduced(
    make_slice: Any, make_finding: Callable[..., Finding]
) -> None:
    slice_ = make_slice(0, (600, 700))
    assert render_overlay(slice_, make_finding(slice_)).width > 1400


def test_a_narrow_slice_leaves_room_for_the_words(
    make_slice: Any, make_finding: Callable[..., Finding]
) -> None:
    slice_ = make_slice(0, (512, 32))
    assert render_overlay(slice_, make_finding(slice_)).width >= 640


def test_a_class_without_evidence_says_so_instead_of_showing_a_map(
    slice_: Any, make_finding: Callable[..., Finding], words: list[str]
) -> None:
    picture = np.asarray(render_overlay(slice_, make_finding(slice_), 3))
    assert NO_EVIDENCE in words
    assert CAPTION not in words
    second = picture[TOP : TOP + 512, LEFT + 512 + GAP : LEFT + 1024 + GAP]
    np.testing.assert_array_equal(second, picture[TOP : TOP + 512, LEFT : LEFT + 512])


def test_lossy_and_synthetic_pixels_are_marked(
    slice_: Any, make_finding: Callable[..., Finding], words: list[str]
) -> None:
    render_overlay(slice_, make_finding(slice_))
    assert not {"SYNTHETIC", "LOSSY COMPRESSED"} & set(words)
    header = replace(slice_.header, lossy=True, synthetic=True)
    render_overlay(replace(slice_, header=header), make_finding(slice_))
    assert {"SYNTHETIC", "LOSSY COMPRESSED"} <= set(words)


def test_an_abstaining_model_shows_its_reason_and_no_class(
    slice_: Any, make_finding: Callable[..., Finding], words: list[str]
) -> None:
    render_overlay(slice_, make_finding(slice_, abstention="This is no head."))
    assert "No class: This is no head." in words
    assert not {"Glioma", "Glioma  70 %"} & set(words)


def test_certainty_is_never_shown_as_100_percent(
    slice_: Any, make_finding: Callable[..., Finding], words: list[str]
) -> None:
    sure = np.array([0.9999, 0.0001, 0.0, 0.0], dtype=np.float32)
    render_overlay(slice_, make_finding(slice_, probabilities=sure))
    assert "Glioma  >99 %" in words
    assert words.count("<1 %") == 3


def test_no_name_of_a_file_or_patient_is_drawn(
    make_slice: Any, make_finding: Callable[..., Finding], words: list[str]
) -> None:
    slice_ = make_slice(0, (64, 64), name="/archive/DOE_JANE_1950.dcm")
    picture = render_overlay(slice_, make_finding(slice_))
    assert not [text for text in words if "DOE" in text]
    assert isinstance(picture, Image.Image)
    assert not picture.info
