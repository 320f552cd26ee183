"""What learns when, at which rate, and when to stop."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any

from torch import nn

from braintumor_training.recipe import Recipe

_BETTER = 1e-4  # a validation loss must fall by this much to count as better


def learning_rate(recipe: Recipe, step: int, steps_an_epoch: int) -> float:
    """Linear warm-up, then the schedule, for a step counted from 0."""
    warmup = recipe.warmup_epochs * steps_an_epoch
    if step < warmup:
        return recipe.learning_rate * (step + 1) / max(1.0, warmup)
    scale = 1.0
    if recipe.freeze == "head-first" and step >= recipe.frozen_epochs * steps_an_epoch:
        scale = recipe.finetune_rate
    if recipe.schedule == "cosine":
        total = recipe.epochs * steps_an_epoch
        done = (step - warmup) / max(1.0, total - warmup)
        scale *= 0.5 * (1 + math.cos(math.pi * min(1.0, done)))
    elif recipe.schedule == "exponential":
        scale *= recipe.decay ** (step // steps_an_epoch)
    return recipe.learning_rate * scale


def blocks_of(network: nn.Module) -> list[nn.Module]:
    """The network's blocks from the head downwards, the head first.

    A VGG's blocks end at its max-pools; elsewhere every child with parameters is a block.
    """
    blocks: list[nn.Module] = []
    for name, child in network.named_children():
        if name == "fc" or not any(True for _ in child.parameters()):
            continue
        if isinstance(child, nn.Sequential) and name == "features":
            blocks += _split_at_pools(child)
        else:
            blocks.append(child)
    return [network.get_submodule("fc"), *reversed(blocks)]


def _split_at_pools(layers: nn.Sequential) -> list[nn.Module]:
    parts: list[list[nn.Module]] = [[]]
    for layer in layers:
        parts[-1].append(layer)
        if isinstance(layer, nn.MaxPool2d):
            parts.append([])
    return [nn.ModuleList(part) for part in parts if part]


@dataclass
class Progress:
    """What a run remembers between epochs, so that a resumed run decides as the first would have.

    Attributes
    ----------
    best, best_epoch
        Lowest validation loss so far, and its epoch (from 1).
    stopped
        Whether training ended early.
    learning
        How many blocks from the top learn (block-wise), or -1 for all.
    round_best
        Best loss before the current block was unfrozen.
    """

    best: float = math.inf
    best_epoch: int = 0
    stopped: bool = False
    learning: int = -1
    round_best: float = math.inf

    def to_dict(self) -> dict[str, Any]:
        """Plain values for the checkpoint."""
        return asdict(self)

    def note(self, recipe: Recipe, epoch: int, loss: float, blocks: int) -> bool:
        """Take in an epoch's validation loss; returns whether it is the best so far."""
        better = loss < self.best - _BETTER
        if better:
            self.best, self.best_epoch = loss, epoch
        if recipe.patience and epoch - self.best_epoch >= recipe.patience:
            self.stopped = True
        if recipe.freeze == "blockwise" and epoch % recipe.frozen_epochs == 0:
            self._next_block(blocks)
        return better

    def _next_block(self, blocks: int) -> None:
        """Unfreeze one block more while the last one helped; else stop."""
        if self.best < self.round_best - _BETTER and self.learning < blocks:
            self.round_best = self.best
            self.learning += 1
        else:
            self.stopped = True


def set_learning(network: nn.Module, recipe: Recipe, epoch: int, progress: Progress) -> None:
    """Let the parts learn that shall learn in this epoch (from 0); the rest stands still.

    A part that stands still keeps its batch statistics too, so it is put into ``eval`` mode.
    """
    blocks = blocks_of(network)
    count = len(blocks)
    if recipe.freeze == "features" or (
        recipe.freeze == "head-first" and epoch < recipe.frozen_epochs
    ):
        count = 1
    elif recipe.freeze == "blockwise":
        progress.learning = max(1, progress.learning)
        count = progress.learning
    network.train()
    for index, block in enumerate(blocks):
        learns = index < count
        block.requires_grad_(learns)
        if not learns:
            block.eval()
