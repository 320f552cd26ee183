from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from braintumor_desktop.inference.preprocess import Preprocessing
from braintumor_training.errors import TrainingError
from braintumor_training.frames import load_frames
from braintumor_training.samples import Sample
from braintumor_training.sources import read_source


def test_the_border_lies_on_the_lesion_after_the_crop(drawn_data: Path) -> None:
    samples = [s for s in read_source("manifest", drawn_data) if s.border is not None]
    frames = load_frames(samples, Preprocessing(size=64))
    for image, border in zip(frames.images, frames.borders, strict=True):
        lesion = image > 200
        assert (lesion & border).sum() / lesion.sum() > 0.95
        assert border.mean() < 0.12


def test_images_without_border_have_an_empty_mask(drawn_data: Path) -> None:
    samples = [s for s in read_source("manifest", drawn_data) if s.border is None]
    assert not load_frames(samples, Preprocessing(size=32)).borders.any()


def test_frames_keep_the_order_and_the_labels(drawn_data: Path) -> None:
    samples = read_source("manifest", drawn_data)
    frames = load_frames(samples, Preprocessing(size=32), threads=4)
    assert frames.samples == tuple(samples)
    assert np.bincount(frames.labels).tolist() == [12, 12, 12, 12]


def test_an_image_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.png").write_bytes(b"not an image")
    sample = Sample(tmp_path / "broken.png", "glioma", "1", "1")
    with pytest.raises(TrainingError, match=r"broken\.png: The image cannot be read"):
        load_frames([sample], Preprocessing(size=32))
