from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from braintumor_desktop.imaging.turn import UPRIGHT, Turn
from braintumor_desktop.imaging.windowing import apply_window
from braintumor_desktop.inference.finding import Finding
from braintumor_desktop.reporting import overlay as overlay_module
from braintumor_desktop.reporting.overlay import CAPTION, NO_CLASS, NO_EVIDENCE, render_overlay

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
    silent = make_finding(slice_, abstention="This is no head.")
    for index in (None, 1):
        picture = np.asarray(render_overlay(slice_, silent, index))
        second = picture[TOP : TOP + 512, LEFT + 512 + GAP : LEFT + 1024 + GAP]
        np.testing.assert_array_equal(second, picture[TOP : TOP + 512, LEFT : LEFT + 512])
    assert "No class: This is no head." in words
    assert NO_CLASS in words
    assert not {"Glioma", "Glioma  70 %", "Meningioma", CAPTION} & set(words)


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


EVERY_WAY = ["", "H", "V", "HV", "R", "RH", "RV", "RHV"]
STEPS = {"H": Turn.flipped_horizontally, "V": Turn.flipped_vertically, "R": Turn.rotated}


def turn_by(keys: str) -> Turn:
    turn = UPRIGHT
    for key in keys:
        turn = STEPS[key](turn)
    return turn


def by_hand(keys: str, at: tuple[float, float], size: tuple[float, float]) -> Any:
    """Where a point of a sheet of this size comes to lie, and the size of the sheet as it lies."""
    (x, y), (width, height) = at, size
    for key in keys:
        if key == "H":
            x = width - x
        elif key == "V":
            y = height - y
        else:
            x, y, width, height = height - y, x, height, width
    return (x, y), (width, height)


def middle_of(mask: np.ndarray) -> tuple[float, float]:
    rows, columns = np.nonzero(mask)
    return columns.mean() + 0.5, rows.mean() + 0.5


@pytest.mark.parametrize(
    ("keys", "spacing"), list(product(EVERY_WAY, [(1.0, 1.0), (1.7, 0.8), (0.6, 1.9)]))
)
def test_slice_and_map_lie_as_they_are_seen(
    make_slice: Any, make_finding: Callable[..., Finding], keys: str, spacing: tuple[float, float]
) -> None:
    rows, columns = 60, 88
    slice_ = make_slice(0, (rows, columns), spacing=spacing)
    slice_.pixels[:] = 0
    slice_.pixels[40:44, 20:24] = 100
    finding = make_finding(slice_)
    picture = np.asarray(
        render_overlay(slice_, finding, opacity=1.0, turn=turn_by(keys)), dtype=int
    )
    paper = (columns * spacing[1], rows * spacing[0])
    spot, (width, height) = by_hand(keys, (22 * spacing[1], 42 * spacing[0]), paper)
    hot, _ = by_hand(keys, (columns / 16 * spacing[1], rows / 16 * spacing[0]), paper)
    scale = 512 / max(width, height)
    panel = (round(width * scale), round(height * scale))
    first = picture[TOP : TOP + panel[1], LEFT : LEFT + panel[0]]
    left = LEFT + panel[0] + GAP
    second = picture[TOP : TOP + panel[1], left : left + panel[0]]
    found = middle_of(first[..., 0] > 127)
    assert found == pytest.approx((spot[0] * scale, spot[1] * scale), abs=1.5)
    full = np.abs(second - first).max(2)
    hottest = full >= full.max() - 8  # half a cell at the corner has the whole value
    expected = (hot[0] * scale, hot[1] * scale)
    assert middle_of(hottest) == pytest.approx(expected, abs=0.05 * 512)


def test_the_letters_at_the_edges_follow_the_turn(
    make_slice: Any, make_finding: Callable[..., Finding], monkeypatch: pytest.MonkeyPatch
) -> None:
    at: dict[str, list[tuple[float, float]]] = {}
    draw = ImageDraw.ImageDraw.text

    def text(self: ImageDraw.ImageDraw, xy: Any, text: str, *args: Any, **kwargs: Any) -> None:
        at.setdefault(text, []).append(xy)
        draw(self, xy, text, *args, **kwargs)

    monkeypatch.setattr(overlay_module.ImageDraw.ImageDraw, "text", text)
    slice_ = make_slice(0, (128, 128), orientation=(1, 0, 0, 0, 1, 0))
    render_overlay(slice_, make_finding(slice_), turn=turn_by("R"))
    # stored: R left, L right, A above, P below; a quarter turn clockwise takes A to the right
    assert len(at["A"]) == len(at["P"]) == len(at["L"]) == len(at["R"]) == 2
    assert at["P"][0][0] < at["R"][0][0] == at["L"][0][0] < at["A"][0][0]
    assert at["R"][0][1] < at["A"][0][1] == at["P"][0][1] < at["L"][0][1]


def test_no_letter_stands_on_the_pixels(
    make_slice: Any, make_finding: Callable[..., Finding]
) -> None:
    bare = make_slice(0, (512, 512))
    lettered = replace(bare, header=replace(bare.header, orientation=(1, 0, 0, 0, 1, 0)))
    picture = np.asarray(render_overlay(lettered, make_finding(lettered)))
    left, top = LEFT + 28, TOP + 18
    panel = picture[top : top + 512, left : left + 512]
    np.testing.assert_array_equal(panel, np.repeat(apply_window(bare, None)[..., None], 3, 2))
