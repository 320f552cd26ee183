"""One process or many: sums over processes, and batch normalisation over the global batch.

Every process draws the same random numbers for the whole batch and takes its own rows, so that many
processes take the steps that one would; dropout's masks apart, which each draws for its own rows.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

import torch
import torch.distributed as dist
from torch import Tensor, nn

from braintumor_training.errors import TrainingError


@dataclass(frozen=True)
class World:
    """This process's place among all."""

    rank: int = 0
    size: int = 1

    @property
    def leads(self) -> bool:
        """Whether this process writes files and speaks."""
        return self.rank == 0

    def add(self, value: Tensor) -> Tensor:
        """The sum of a tensor over all processes; differentiable where its input is."""
        if self.size == 1:
            return value
        if value.requires_grad:
            summed: Tensor = _Sum.apply(value)
            return summed
        result = value.clone()
        dist.all_reduce(result)
        return result

    def gather(self, value: Any) -> list[Any]:
        """What every process has, in order of rank."""
        if self.size == 1:
            return [value]
        found: list[Any] = [None] * self.size
        dist.all_gather_object(found, value)
        return found

    def average_gradients(self, parameters: list[nn.Parameter]) -> None:
        """Replace every gradient by its mean over the processes."""
        if self.size == 1:
            return
        gradients = [p.grad for p in parameters if p.grad is not None]
        flat = torch.cat([g.flatten() for g in gradients])
        dist.all_reduce(flat)
        flat /= self.size
        start = 0
        for gradient in gradients:
            gradient.copy_(flat[start : start + gradient.numel()].view_as(gradient))
            start += gradient.numel()


class _Sum(torch.autograd.Function):
    """A sum over processes whose gradient is the sum of the gradients."""

    @staticmethod
    def forward(_ctx: Any, value: Tensor) -> Tensor:
        result = value.clone()
        dist.all_reduce(result)
        return result

    @staticmethod
    def backward(_ctx: Any, *gradients: Tensor) -> Tensor:
        result = gradients[0].clone()
        dist.all_reduce(result)
        return result


def join_world() -> World:
    """Join the processes that ``torchrun`` started, or be alone.

    Raises
    ------
    TrainingError
        If the processes do not find each other.
    """
    size = int(os.environ.get("WORLD_SIZE", "1"))
    if size == 1:
        return World()
    backend = "nccl" if torch.cuda.is_available() else "gloo"
    try:
        if not dist.is_initialized():
            dist.init_process_group(backend)
    except (RuntimeError, ValueError) as error:
        raise TrainingError(
            f"The training processes do not find each other: {error}.",
            remedy="Start them with torchrun --nproc-per-node N -m braintumor_training ...",
        ) from error
    if torch.cuda.is_available():
        torch.cuda.set_device(int(os.environ.get("LOCAL_RANK", "0")))
    return World(dist.get_rank(), dist.get_world_size())


def leave_world() -> None:
    """Leave the processes, where any were joined."""
    if dist.is_available() and dist.is_initialized():
        dist.destroy_process_group()


class GlobalBatchNorm2d(nn.BatchNorm2d):
    """Batch normalisation over the batches of all processes, on any backend.

    torch's SyncBatchNorm does the same but runs on CUDA only.
    """

    world = World()

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.world.size == 1:
            return super().forward(x)
        count = float(x.numel() // x.shape[1] * self.world.size)
        values = x.float()
        sums = torch.stack([values.sum((0, 2, 3)), (values * values).sum((0, 2, 3))])
        mean, square = self.world.add(sums) / count
        variance = (square - mean * mean).clamp_min(0)
        self._track(mean.detach(), variance.detach(), count)
        scale = self.weight * torch.rsqrt(variance + self.eps)
        result = values * scale[:, None, None] + (self.bias - mean * scale)[:, None, None]
        return result.to(x.dtype).contiguous(memory_format=torch.channels_last)

    def _track(self, mean: Tensor, variance: Tensor, count: float) -> None:
        if self.running_mean is None or self.running_var is None:
            return
        momentum = 0.1 if self.momentum is None else self.momentum
        self.running_mean.lerp_(mean, momentum)
        self.running_var.lerp_(variance * count / (count - 1), momentum)
        if self.num_batches_tracked is not None:
            self.num_batches_tracked.add_(1)


def normalise_globally(network: nn.Module, world: World) -> None:
    """Turn the network's batch normalisations into global ones, in place; keys stay as they are."""
    if world.size == 1:
        return
    for module in network.modules():
        if type(module) is nn.BatchNorm2d:
            module.__class__ = GlobalBatchNorm2d
            module.world = world  # type: ignore[assignment]
