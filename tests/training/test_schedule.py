from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from torch import nn

from braintumor_desktop.models.registry import network_entry
from braintumor_training.recipe import Recipe, Stage
from braintumor_training.schedule import Progress, blocks_of, learning_rate, set_learning

TEN = Recipe(stages=(Stage(32, 10),), learning_rate=1.0, warmup_epochs=2.0)
BLOCKWISE = replace(TEN, pretrained="x", freeze="blockwise", frozen_epochs=2)


def test_the_rate_warms_up_and_falls_to_zero() -> None:
    rates = [learning_rate(TEN, step, 10) for step in range(100)]
    assert rates[0] == pytest.approx(0.05)
    assert max(rates) == rates[20] == pytest.approx(1)
    assert rates[20:] == sorted(rates[20:], reverse=True)
    assert rates[-1] < 0.001


def test_an_exponential_rate_falls_epoch_by_epoch() -> None:
    recipe = replace(TEN, schedule="exponential", decay=0.5, warmup_epochs=0.0)
    assert [learning_rate(recipe, step, 10) for step in (0, 9, 10, 25)] == [1, 1, 0.5, 0.25]


def test_after_the_head_everything_learns_at_a_smaller_rate() -> None:
    recipe = replace(
        *(TEN,),
        **{"freeze": "head-first", "frozen_epochs": 3, "finetune_rate": 0.1, "pretrained": "x"},
        schedule="constant",
        warmup_epochs=0.0,
    )
    assert learning_rate(recipe, 29, 10) == 1
    assert learning_rate(recipe, 30, 10) == pytest.approx(0.1)
    network = network_entry("basic_cnn").build()
    set_learning(network, recipe, 2, Progress())
    assert [p.requires_grad for p in network.parameters()] == [False] * 12 + [True] * 2
    assert not network.get_submodule("stack.0.1").training
    set_learning(network, recipe, 3, Progress())
    assert all(p.requires_grad for p in network.parameters())
    assert network.get_submodule("stack.0.1").training


def test_the_blocks_of_a_vgg_end_at_its_pools() -> None:
    with torch.device("meta"):
        blocks = blocks_of(network_entry("vgg19").build())
    assert len(blocks) == 6
    assert isinstance(blocks[0], nn.Linear)
    convolutions = [sum(isinstance(m, nn.Conv2d) for m in block.modules()) for block in blocks]
    assert convolutions == [0, 4, 4, 4, 2, 2]


def test_blockwise_unfreezes_a_block_measures_and_stops_when_it_no_longer_helps() -> None:
    network, progress = network_entry("basic_cnn").build(), Progress()
    learned = []
    for epoch, loss in enumerate([1.0, 0.9, 0.8, 0.7, 0.72, 0.71]):
        set_learning(network, BLOCKWISE, epoch, progress)
        learned.append(progress.learning)
        better = progress.note(BLOCKWISE, epoch + 1, loss, blocks=5)
        assert better == (epoch < 4)
    assert learned == [1, 1, 2, 2, 3, 3]
    assert progress.stopped
    assert (progress.best_epoch, progress.best) == (4, 0.7)


def test_early_stopping_waits_as_long_as_it_is_told() -> None:
    recipe, progress = replace(TEN, patience=2), Progress()
    for epoch, loss in enumerate([1.0, 0.5, 0.6], start=1):
        progress.note(recipe, epoch, loss, blocks=1)
        assert not progress.stopped
    progress.note(recipe, 4, 0.55, blocks=1)
    assert progress.stopped
    assert progress.best_epoch == 2


def test_progress_survives_a_checkpoint() -> None:
    progress = Progress(best=0.5, best_epoch=3, learning=2)
    assert Progress(**progress.to_dict()) == progress
