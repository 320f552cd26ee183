"""The moving average of the weights, which is what is validated, evaluated and shipped."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.optim.swa_utils import get_ema_multi_avg_fn

Tensors = tuple[Tensor, ...] | list[Tensor]
Average = Callable[[Tensors, Tensors, Tensor | int], None]


def moving_average(decay: float) -> Average:
    """An exponential moving average whose decay grows to ``decay`` while the run is young.

    With a decay of 0.998 from the first step the average of a run of 80 steps an epoch lagged ten
    epochs behind; ``(1 + n) / (10 + n)`` after n steps is TensorFlow's schedule of the same name.
    """

    @torch.no_grad()
    def update(averaged: Tensors, current: Tensors, count: Tensor | int) -> None:
        steps = int(count)
        young = (1 + steps) / (10 + steps)
        get_ema_multi_avg_fn(min(decay, young))(averaged, current, count)

    return update
