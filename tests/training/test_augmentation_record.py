from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from braintumor_desktop.inference.preprocess import Preprocessing
from braintumor_desktop.models.registry import network_entry
from braintumor_training import loop
from braintumor_training.augmentation import BatchParameters, apply_parameters
from braintumor_training.augmentation_record import AugmentationRecord, draw_batch, read_epoch
from braintumor_training.errors import TrainingError
from braintumor_training.frames import load_frames
from braintumor_training.recipe import Recipe
from braintumor_training.runs import Run

Command = Callable[..., int]
MIXUP = Recipe(mixup=0.4, activation_weight=0, border_weight=0)


def test_what_a_run_recorded_makes_the_same_images_again(
    fit: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[torch.Tensor] = []

    def watched(
        images: torch.Tensor, borders: torch.Tensor, parameters: BatchParameters
    ) -> tuple[torch.Tensor, torch.Tensor]:
        found = apply_parameters(images, borders, parameters)
        seen.append(found[0])
        return found

    monkeypatch.setattr(loop, "apply_parameters", watched)
    assert fit(tmp_path / "run") == 0
    run = Run.read(tmp_path / "run")
    train = run.split.part(run.dataset().samples, "train")
    plain = Preprocessing.from_dict(dict(network_entry(run.recipe.network).preprocessing))
    frames = load_frames(train, replace(plain, size=32))
    places = {sample.name: place for place, sample in enumerate(frames.samples)}
    batches = [batch for epoch in (1, 2) for batch in read_epoch(run.folder, epoch)]
    assert len(batches) == len(seen)
    for (names, draw), before in zip(batches, seen, strict=True):
        rows = [places[name] for name in names]
        images = torch.from_numpy(frames.images[rows]).float().div_(255)[:, None]
        again, _ = apply_parameters(images, torch.zeros_like(images), draw.parameters)
        assert torch.equal(again, before)


def test_partners_and_shares_are_kept_too(tmp_path: Path) -> None:
    record = AugmentationRecord(tmp_path, keep=True)
    rng = np.random.default_rng(0)
    drawn = [record.draw(np.array(rows), MIXUP, rng) for rows in ([0, 2, 1], [3, 1, 0])]
    record.write(1, ["a", "b", "c", "d/é.png"])
    found = read_epoch(tmp_path, 1)
    assert [names for names, _ in found] == [("a", "c", "b"), ("d/é.png", "b", "a")]
    for (_, read), before in zip(found, drawn, strict=True):
        assert before.partner is not None
        assert read.partner is not None
        assert (read.partner == before.partner).all()
        assert read.share == before.share
        for name in BatchParameters.__dataclass_fields__:
            there, here = getattr(read.parameters, name), getattr(before.parameters, name)
            assert there.dtype == here.dtype
            assert (there == here).all()


def test_an_epoch_begins_anew_after_it_was_written(tmp_path: Path) -> None:
    record = AugmentationRecord(tmp_path, keep=True)
    rng = np.random.default_rng(0)
    for epoch in (1, 2):
        record.draw(np.array([0, 1]), MIXUP, rng)
        record.write(epoch, ["a", "b"])
    assert [len(read_epoch(tmp_path, epoch)) for epoch in (1, 2)] == [1, 1]


def test_a_record_is_small(tmp_path: Path) -> None:
    record = AugmentationRecord(tmp_path, keep=True)
    rng = np.random.default_rng(0)
    for start in range(0, 3200, 32):
        record.draw(np.arange(start, start + 32), Recipe(), rng)
    record.write(1, [f"Training/glioma/Tr-gl_{n:04d}.jpg" for n in range(3200)])
    assert (tmp_path / "augmentation/epoch_001.npz").stat().st_size < 130 * 3200


def test_a_process_that_does_not_lead_writes_nothing(tmp_path: Path) -> None:
    record = AugmentationRecord(tmp_path, keep=False)
    one = record.draw(np.array([0, 1]), MIXUP, np.random.default_rng(5))
    record.write(1, ["a", "b"])
    assert list(tmp_path.iterdir()) == []
    again = draw_batch(2, MIXUP, np.random.default_rng(5))
    assert (one.parameters.affine == again.parameters.affine).all()


def test_a_record_that_is_missing_or_broken_is_named(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="cannot be read"):
        read_epoch(tmp_path, 3)
    (tmp_path / "augmentation").mkdir()
    (tmp_path / "augmentation/epoch_003.npz").write_bytes(b"PK but no archive")
    with pytest.raises(TrainingError, match="cannot be read"):
        read_epoch(tmp_path, 3)
