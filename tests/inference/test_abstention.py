from __future__ import annotations

from typing import Any

import pytest

from braintumor_desktop.inference.abstention import (
    FOUND,
    SENTENCES,
    SMALLEST_SIDE,
    blank,
    no_explanation,
    unlike_training,
    unsuitable,
)


@pytest.mark.parametrize("modality", ["MR", "mr ", None, ""])
def test_mr_and_what_names_no_modality_may_be_asked_about(make_slice: Any, modality: Any) -> None:
    assert unsuitable(make_slice(modality=modality)) is None


@pytest.mark.parametrize("modality", ["CT", "PT", "US", "OT", "SEG"])
def test_another_modality_is_named(make_slice: Any, modality: str) -> None:
    assert unsuitable(make_slice(modality=modality)) == f"This is not an MR image: {modality}."


def test_the_kind_of_storage_speaks_where_no_modality_is_named(make_slice: Any) -> None:
    ct = make_slice(sop_class_uid="1.2.840.10008.5.1.4.1.1.2")
    assert unsuitable(ct) == "This is not an MR image: CT."
    assert unsuitable(make_slice(sop_class_uid="1.2.840.10008.5.1.4.1.1.4")) is None


@pytest.mark.parametrize(
    "part",
    ["HEAD", "BRAIN", "SKULL", "HEADNECK", "HEAD AND NECK", "Kopf", "", "T1W", "BRAIN_CSPINE"],
)
def test_a_head_and_what_is_not_known_for_another_part_may_be_asked_about(
    make_slice: Any, part: str
) -> None:
    assert unsuitable(make_slice(modality="MR", body_part=part)) is None


@pytest.mark.parametrize(
    "part",
    ["KNEE", "Shoulder", "KNEES", "CSPINE", "L-SPINE", "ABDOMEN", "NECK", "LEFT HAND", "HIP"],
)
def test_another_part_of_the_body_is_named(make_slice: Any, part: str) -> None:
    expected = f"This is not the head: {part}."
    assert unsuitable(make_slice(modality="MR", body_part=part)) == expected


def test_too_few_pixels_are_counted(make_slice: Any) -> None:
    small = make_slice(0, (SMALLEST_SIDE, SMALLEST_SIDE - 1))
    assert unsuitable(small) == "The image has too few pixels: 47 × 48."
    assert unsuitable(make_slice(0, (SMALLEST_SIDE, SMALLEST_SIDE))) is None


def test_every_reason_is_a_stated_sentence_and_what_was_found(make_slice: Any) -> None:
    reasons = [
        blank(),
        unlike_training(),
        unsuitable(make_slice(modality="CT")),
        unsuitable(make_slice(body_part="KNEE")),
        unsuitable(make_slice(0, (20, 20))),
    ]
    parted = [str(reason).partition(": ") for reason in reasons]
    assert {sentence for sentence, _, _ in parted} == set(SENTENCES)
    assert {found.removesuffix(".") for _, _, found in parted[:2]} == set(FOUND)


@pytest.mark.parametrize("shape", [(20, 30), (30, 20)])
def test_where_no_class_is_given_there_is_no_map_anywhere(shape: tuple[int, int]) -> None:
    explanation = no_explanation("Grad-CAM", 4, shape)
    assert not explanation.evidence.any()
    assert explanation.over_slice(3).shape == shape
    assert not explanation.over_slice(3).any()
