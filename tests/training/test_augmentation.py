from __future__ import annotations

import numpy as np
import pytest
import torch

from braintumor_training.augmentation import (
    AugmentationRanges,
    apply_parameters,
    sample_parameters,
)

OFF = AugmentationRanges(**dict.fromkeys(AugmentationRanges.__dataclass_fields__, 0.0))


def _batch() -> tuple[torch.Tensor, torch.Tensor]:
    y, x = torch.meshgrid(torch.arange(64.0), torch.arange(64.0), indexing="ij")
    disc = (((x - 24) ** 2 + (y - 40) ** 2) < 80).float()[None, None]
    return disc.repeat(16, 1, 1, 1) * 0.8, disc.repeat(16, 1, 1, 1)


def test_with_every_range_at_zero_nothing_changes() -> None:
    images, borders = _batch()
    parameters = sample_parameters(16, OFF, np.random.default_rng(0))
    moved, masks = apply_parameters(images, borders, parameters)
    torch.testing.assert_close(moved, images, atol=1e-5, rtol=0)
    torch.testing.assert_close(masks, borders, atol=1e-5, rtol=0)


def test_the_border_moves_with_the_image() -> None:
    images, borders = _batch()
    ranges = AugmentationRanges(gamma=0, contrast=0, bias=0, noise=0, resample=0, jpeg=0)
    moved, masks = apply_parameters(
        images, borders, sample_parameters(16, ranges, np.random.default_rng(1))
    )
    torch.testing.assert_close(moved, masks * 0.8, atol=1e-4, rtol=0)
    assert not torch.allclose(masks, borders, atol=0.1)


def test_half_of_the_images_are_mirrored_and_rotation_stays_in_range() -> None:
    ranges = AugmentationRanges(scale=0, shift=0)
    affine = sample_parameters(400, ranges, np.random.default_rng(2)).affine
    mirrored = np.linalg.det(affine[:, :, :2]) < 0
    assert 0.4 < mirrored.mean() < 0.6
    upright = affine[~mirrored]
    degrees = np.rad2deg(np.arctan2(upright[:, 1, 0], upright[:, 0, 0]))
    assert 12 < np.abs(degrees).max() <= 15


def test_the_same_parameters_give_the_same_images() -> None:
    images, borders = _batch()
    parameters = sample_parameters(16, AugmentationRanges(), np.random.default_rng(5))
    first, again = (apply_parameters(images, borders, parameters)[0] for _ in range(2))
    assert torch.equal(first, again)


@pytest.mark.parametrize("seed", range(5))
def test_images_stay_finite_and_in_range(seed: int) -> None:
    images, borders = _batch()
    parameters = sample_parameters(16, AugmentationRanges(), np.random.default_rng(seed))
    moved, _ = apply_parameters(images, borders, parameters)
    assert moved.shape == images.shape
    assert bool(torch.isfinite(moved).all())
    assert 0 <= float(moved.min()) <= float(moved.max()) <= 1


def test_jpeg_and_resampling_change_only_the_images_they_were_drawn_for() -> None:
    images, borders = _batch()
    ranges = AugmentationRanges(
        **{**dict.fromkeys(AugmentationRanges.__dataclass_fields__, 0.0), "jpeg": 0.5}
    )
    parameters = sample_parameters(16, ranges, np.random.default_rng(7))
    moved, _ = apply_parameters(images, borders, parameters)
    changed = (moved - images).abs().flatten(1).amax(1) > 1e-3
    assert changed.tolist() == (parameters.jpeg_quality > 0).tolist()
    assert 0 < changed.sum() < 16
