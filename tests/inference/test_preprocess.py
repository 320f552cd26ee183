from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from braintumor_desktop.errors import InferenceError
from braintumor_desktop.inference.preprocess import (
    FrameTransform,
    PreparedSlice,
    Preprocessing,
    head_box,
    prepare,
)

TURNS = [(turn, mirror) for turn in range(4) for mirror in (False, True)]  # all eight orientations


def head_with_marker(
    shape: tuple[int, int], spacing: tuple[float, float], at: tuple[float, float]
) -> NDArray[np.float32]:
    """A round head (in mm) and a bright gaussian marker at ``at`` = (x, y) in slice pixels."""
    y, x = np.mgrid[: shape[0], : shape[1]]
    extent_y, extent_x = shape[0] * spacing[0], shape[1] * spacing[1]
    centre_y, centre_x = (shape[0] - 1) / 2, (shape[1] - 1) / 2
    radius = 0.4 * min(extent_x, extent_y)
    head = np.hypot((y - centre_y) * spacing[0], (x - centre_x) * spacing[1]) < radius
    away = np.hypot((y - at[1]) * spacing[0], (x - at[0]) * spacing[1])
    return (200 * head + 2000 * np.exp(-((away / (0.06 * radius)) ** 2))).astype(np.float32)


def centroid(image: NDArray[np.float32], above: float) -> tuple[float, float]:
    """(x, y) of what is brighter than ``above``, in pixels."""
    weight = np.clip(image - above, 0, None)
    y, x = np.mgrid[: image.shape[0], : image.shape[1]]
    return float((x * weight).sum() / weight.sum()), float((y * weight).sum() / weight.sum())


def brightness(prepared: PreparedSlice, preprocessing: Preprocessing) -> NDArray[np.float32]:
    return prepared.image * np.float32(preprocessing.std) + np.float32(preprocessing.mean)


@pytest.mark.parametrize(("turn", "mirror"), TURNS)
@pytest.mark.parametrize("size", [96, 192, 255])
@pytest.mark.parametrize(
    ("shape", "spacing"),
    [
        ((256, 256), (1.0, 1.0)),
        ((301, 257), (0.7, 0.7)),
        ((128, 256), (2.0, 1.0)),
        ((511, 130), (0.5, 1.7)),
    ],
)
def test_a_marker_in_the_frame_maps_back_to_where_it_is_on_the_slice(
    shape: tuple[int, int], spacing: tuple[float, float], size: int, turn: int, mirror: bool
) -> None:
    at = (0.41 * shape[1], 0.57 * shape[0])
    pixels = head_with_marker(shape, spacing, at)
    pixels = np.rot90(pixels[:, ::-1] if mirror else pixels, turn)
    spacing = spacing[::-1] if turn % 2 else spacing
    preprocessing = Preprocessing(size=size, percentiles=(0.0, 100.0))
    prepared = prepare(pixels, preprocessing, spacing=spacing)
    found = prepared.transform.to_slice(*centroid(brightness(prepared, preprocessing), 0.15))
    expected = centroid(pixels, 300)
    step = max(prepared.transform.step_x, prepared.transform.step_y, 1.0)
    np.testing.assert_allclose(found, expected, atol=0.25 * step)


@given(
    st.floats(-50, 50),
    st.floats(-50, 50),
    st.floats(0.1, 9),
    st.floats(0.1, 9),
    st.floats(-300, 300),
    st.floats(-300, 300),
)
def test_to_frame_undoes_to_slice(
    left: float, top: float, step_x: float, step_y: float, x: float, y: float
) -> None:
    transform = FrameTransform(left, top, step_x, step_y, 192, (256, 256))
    np.testing.assert_allclose(
        transform.to_frame(*transform.to_slice(x, y)), (x, y), atol=1e-6 * (1 + 300 / step_x)
    )


@pytest.mark.parametrize("cells", [1, 2, 6, 10])
def test_a_map_is_laid_over_the_frame_and_nothing_else(cells: int) -> None:
    transform = FrameTransform(
        left=-10.5, top=20.25, step_x=1.5, step_y=0.75, size=96, shape=(99, 140)
    )
    laid = transform.map_to_slice(np.ones((cells, cells), dtype=np.float32))
    y, x = np.mgrid[:99, :140]
    inside = (
        (x + 0.5 >= -10.5) & (x + 0.5 < -10.5 + 144) & (y + 0.5 >= 20.25) & (y + 0.5 < 20.25 + 72)
    )
    np.testing.assert_allclose(laid, inside.astype(np.float32), atol=1e-6)


def test_a_hot_cell_lies_where_its_part_of_the_frame_lies() -> None:
    transform = FrameTransform(left=30, top=10, step_x=2, step_y=1, size=96, shape=(120, 240))
    cells = np.zeros((6, 6), dtype=np.float32)
    cells[2, 3] = 1  # the frame's rows 32..48, columns 48..64
    expected = transform.to_slice(55.5, 39.5)
    np.testing.assert_allclose(centroid(transform.map_to_slice(cells), 0), expected, atol=0.01)


@settings(deadline=None, max_examples=25)
@given(
    height=st.integers(40, 150),
    width=st.integers(40, 150),
    row_mm=st.floats(0.3, 3),
    column_mm=st.floats(0.3, 3),
)
def test_pixels_that_are_not_square_come_out_square(
    height: int, width: int, row_mm: float, column_mm: float
) -> None:
    pixels = np.ones((height, width), dtype=np.float32)
    pixels[0, 0] = 0
    prepared = prepare(
        pixels, Preprocessing(crop_to_head=False, margin=0), spacing=(row_mm, column_mm)
    )
    across = prepared.transform.step_x * column_mm
    assert prepared.transform.step_y * row_mm == pytest.approx(across)
    assert across * prepared.transform.size == pytest.approx(
        max(height * row_mm, width * column_mm)
    )


def test_the_frame_is_the_head_with_its_margin() -> None:
    pixels = np.full((200, 300), 3, dtype=np.float32)
    pixels[60:140, 150:250] = 100
    pixels[5:8, 5:8] = 100  # a speck is no head
    x0, y0, x1, y1 = head_box((pixels - 3) / 97)
    assert abs(np.array([x0, y0, x1, y1]) - [150, 60, 250, 140]).max() <= 4
    transform = prepare(pixels, Preprocessing(margin=0.04)).transform
    assert transform.step_x * transform.size == pytest.approx(104, abs=9)


def test_a_slice_without_a_head_is_taken_whole() -> None:
    pixels = np.zeros((100, 100), dtype=np.float32)
    pixels[50, 50] = 1
    assert head_box(pixels) == (0, 0, 100, 100)


def test_the_unit_of_the_pixels_does_not_matter(make_slice: Any) -> None:
    pixels = make_slice(3).pixels
    first, second = (prepare(p, Preprocessing()) for p in (pixels, pixels * 37 - 1000))
    np.testing.assert_allclose(first.image, second.image, atol=2e-3)
    assert first.transform == second.transform


def test_monochrome1_is_turned_over(make_slice: Any) -> None:
    pixels = make_slice(3).pixels
    first = prepare(pixels, Preprocessing())
    second = prepare(pixels.max() - pixels, Preprocessing(), inverted=True)
    np.testing.assert_allclose(first.image, second.image, atol=2e-3)


def test_the_numbers_are_those_that_the_shipped_weights_were_trained_on(make_slice: Any) -> None:
    """Pinned: a change here would make every trained bundle meet pixels prepared another way."""
    prepared = prepare(make_slice(11, (333, 256)).pixels, Preprocessing())
    transform = prepared.transform
    assert (transform.left, transform.top) == pytest.approx(PINNED_CORNER, abs=1e-6)
    assert transform.step_x == transform.step_y == pytest.approx(PINNED_STEP, abs=1e-9)
    points = prepared.image[[20, 96, 96, 150], [96, 50, 96, 120]]
    np.testing.assert_allclose(points, PINNED_POINTS, atol=1e-4)
    assert float(prepared.image.mean()) == pytest.approx(PINNED_MEAN, abs=1e-4)


PINNED_CORNER = (24.0, 50.0)
PINNED_STEP = 1.0833333333333333
PINNED_POINTS = [0.98171, 0.79387, 0.80081, 0.8568]
PINNED_MEAN = 0.31230


@pytest.mark.parametrize(
    ("pixels", "why"),
    [
        (np.full((64, 64), 7.0), "blank"),
        (np.where(np.eye(64) > 0, np.nan, 1.0), "not numbers"),
        (np.where(np.eye(64) > 0, np.inf, 1.0), "not numbers"),
        (np.where(np.eye(64) > 0, np.inf, -np.inf), "not numbers"),
        (np.zeros((64, 64, 3)), "one plane of pixels"),
        (np.zeros((0, 64)), "one plane of pixels"),
    ],
)
def test_a_slice_that_cannot_be_asked_about_is_refused(
    pixels: NDArray[np.float64], why: str
) -> None:
    with pytest.raises(InferenceError, match=why):
        prepare(pixels, Preprocessing())


def test_a_card_with_other_parameters_is_refused() -> None:
    values = Preprocessing().to_dict()
    with pytest.raises(ValueError, match=r"lacks \['size'\]"):
        Preprocessing.from_dict({k: v for k, v in values.items() if k != "size"})
    with pytest.raises(ValueError, match=r"does not know \['colour'\]"):
        Preprocessing.from_dict({**values, "colour": True})


@pytest.mark.parametrize(
    "changes", [{"size": 8}, {"percentiles": (5.0, 5.0)}, {"margin": 0.5}, {"std": 0.0}]
)
def test_impossible_parameters_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="must"):
        Preprocessing(**changes)
