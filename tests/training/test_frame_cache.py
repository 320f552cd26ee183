from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from braintumor_desktop.inference.preprocess import Preprocessing
from braintumor_training import frames
from braintumor_training.errors import TrainingError
from braintumor_training.frames import load_frames
from braintumor_training.pixels import read_pixels
from braintumor_training.samples import Sample
from braintumor_training.sources import read_source

PREPROCESSING = Preprocessing(size=32)


@pytest.fixture
def samples(drawn_data: Path) -> list[Sample]:
    return list(read_source("auto", drawn_data)[:6])


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the images that were decoded, in order."""
    names: list[str] = []

    def counted(sample: Sample) -> np.ndarray:
        names.append(sample.name)
        return read_pixels(sample)

    monkeypatch.setattr(frames, "read_pixels", counted)
    return names


def test_the_second_time_nothing_is_decoded_and_the_frames_are_the_same(
    samples: list[Sample], decoded: list[str], tmp_path: Path
) -> None:
    plain = load_frames(samples, PREPROCESSING)
    first = load_frames(samples, PREPROCESSING, cache=str(tmp_path / "cache"))
    decoded.clear()
    second = load_frames(samples, PREPROCESSING, cache=str(tmp_path / "cache"))
    assert decoded == []
    assert plain.borders.any()
    for cached in (first, second):
        assert np.array_equal(cached.images, plain.images)
        assert np.array_equal(cached.borders, plain.borders)


def test_another_size_border_or_file_is_prepared_anew(
    samples: list[Sample], decoded: list[str], tmp_path: Path
) -> None:
    cache = str(tmp_path / "cache")
    bordered = next(sample for sample in samples if sample.border)
    load_frames([bordered], PREPROCESSING, cache=cache)
    decoded.clear()
    load_frames([bordered], replace(PREPROCESSING, size=48), cache=cache)
    bare = load_frames([replace(bordered, border=None)], PREPROCESSING, cache=cache)
    moved = tmp_path / "copy.png"
    moved.write_bytes(bordered.path.read_bytes())
    load_frames([replace(bordered, path=moved)], PREPROCESSING, cache=cache)
    assert len(decoded) == 3
    assert not bare.borders.any()


def test_a_frame_that_was_cut_off_is_prepared_anew(
    samples: list[Sample], decoded: list[str], tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    whole = load_frames(samples, PREPROCESSING, cache=str(cache))
    for file in cache.iterdir():
        file.write_bytes(file.read_bytes()[:100])
    decoded.clear()
    again = load_frames(samples, PREPROCESSING, cache=str(cache))
    assert sorted(decoded) == sorted(sample.name for sample in samples)
    assert np.array_equal(again.images, whole.images)


def test_an_unreadable_image_is_listed_and_not_kept(samples: list[Sample], tmp_path: Path) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    parts = [samples[0], replace(samples[1], path=broken)]
    cache = tmp_path / "cache"
    found = load_frames(parts, PREPROCESSING, strict=False, cache=str(cache))
    assert len(found) == len(list(cache.iterdir())) == 1
    assert [sample.path for sample, _ in found.unreadable] == [broken]


def test_a_cache_that_cannot_be_written_is_named(samples: list[Sample], tmp_path: Path) -> None:
    occupied = tmp_path / "file"
    occupied.write_bytes(b"")
    with pytest.raises(TrainingError, match="cache of prepared frames") as caught:
        load_frames(samples, PREPROCESSING, cache=str(occupied))
    assert caught.value.path == str(occupied)


def test_runs_that_share_a_cache_train_and_are_measured_as_without(
    fit: Callable[..., int], train: Callable[..., int], tmp_path: Path
) -> None:
    figures = []
    for name, more in (("plain", ()), ("cached", ("--cache", tmp_path / "c"))):
        assert fit(tmp_path / name, *more) == 0
        assert train("evaluate", tmp_path / name, *more) == 0
        figures.append((tmp_path / name / "evaluation" / "predictions.csv").read_text())
    assert figures[0] == figures[1]
