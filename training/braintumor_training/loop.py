"""The training loop: bf16, channels_last, EMA, cosine schedule, border supervision, resume.

Randomness is drawn anew for every epoch from (seed, epoch), so a run resumed at an epoch's end
takes the same steps as one that was never interrupted.
"""

from __future__ import annotations

import csv
import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from braintumor_desktop.inference.preprocess import Preprocessing
from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.models.registry import network_entry
from braintumor_training.augmentation import apply_parameters, sample_parameters
from braintumor_training.checkpoint import load_checkpoint, save_checkpoint
from braintumor_training.errors import TrainingError
from braintumor_training.explaining import channel_weights
from braintumor_training.frames import Frames, load_frames
from braintumor_training.losses import (
    activation_inside_border,
    border_loss,
    class_activation_loss,
)
from braintumor_training.metrics import balanced_accuracy
from braintumor_training.recipe import Recipe
from braintumor_training.runs import CHECKPOINT, UNREADABLE
from braintumor_training.samples import Sample

LOG = "log.csv"
_COLUMNS = (
    *("epoch", "size", "rate", "loss", "class_loss", "activation_loss", "border_loss"),
    *("validation_nll", "validation_balanced_accuracy", "validation_inside", "seconds"),
)


@dataclass(frozen=True)
class TrainingData:
    """The samples that train and those that select."""

    train: tuple[Sample, ...]
    validation: tuple[Sample, ...]


class BorderHead(nn.Module):
    """A 1x1 convolution on a middle layer that draws the tumour coarsely; used in training only."""

    def __init__(self, network: nn.Module, layer: str, example: Tensor) -> None:
        super().__init__()
        self._features: Tensor | None = None
        self._handle = network.get_submodule(layer).register_forward_hook(self._keep)
        was_training = network.training
        with torch.no_grad():
            network.eval()(example)
            network.train(was_training)
        self.convolution = nn.Conv2d(self.kept.shape[1], 1, 1)

    def _keep(self, _module: nn.Module, _inputs: tuple[Tensor, ...], output: Tensor) -> None:
        self._features = output

    @property
    def kept(self) -> Tensor:
        """What the layer gave in the last forward pass."""
        if self._features is None:
            raise RuntimeError("the network has not run yet")
        return self._features

    def forward(self) -> Tensor:
        """(B, 1, h, w) logits of "inside the border" for the last batch."""
        return self.convolution(self.kept)


def pick_device(name: str) -> torch.device:
    """``"auto"`` is CUDA where there is one, else the CPU."""
    if name == "auto":
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    return torch.device(name)


def epoch_order(frames: Frames, balance: float, rng: np.random.Generator) -> NDArray[np.int64]:
    """Indices of one epoch: as many draws as clusters, one image a cluster, classes balanced."""
    members: dict[str, list[int]] = {}
    for index, sample in enumerate(frames.samples):
        members.setdefault(sample.cluster, []).append(index)
    chosen = np.array([int(rng.choice(indices)) for indices in members.values()])
    counts = np.bincount(frames.labels[chosen], minlength=int(frames.labels.max()) + 1).astype(
        float
    )
    weights = counts[frames.labels[chosen]] ** -balance
    expected = weights / weights.sum() * len(chosen)
    whole = np.floor(expected).astype(int)
    extra = rng.random(len(chosen)) < expected - whole
    return rng.permutation(np.repeat(chosen, whole + extra))


class Trainer:
    """One run in one folder.

    Parameters
    ----------
    recipe
        How to train.
    data
        What to train and select on.
    folder
        The run's folder; holds ``last.pt`` (resumed from when present) and ``log.csv``.
    preprocessing
        Of the final size; each stage uses its own.
    """

    def __init__(
        self,
        recipe: Recipe,
        data: TrainingData,
        folder: Path,
        preprocessing: Preprocessing,
        *,
        classes: Sequence[str] = CLASS_KEYS,
        stamp: str = "",
        strict: bool = False,
        device: str = "auto",
        report: Callable[[str], None],
    ) -> None:
        self.recipe, self.data, self.folder = recipe, data, folder
        self.classes, self.stamp, self.strict = tuple(classes), stamp, strict
        self.preprocessing, self.report = preprocessing, report
        self.device = pick_device(device)
        torch.manual_seed(recipe.seed)
        network: Any = network_entry(recipe.network).build(len(self.classes), recipe.dropout)
        self.network = network.to(self.device, memory_format=torch.channels_last)
        self.average = AveragedModel(
            self.network, multi_avg_fn=get_ema_multi_avg_fn(recipe.ema), use_buffers=True
        )
        self.border_head: BorderHead | None = None
        if recipe.border_weight > 0:
            example = torch.zeros(1, 3, 64, 64, device=self.device)
            self.border_head = BorderHead(self.network, recipe.border_layer, example).to(
                self.device
            )
        self.optimizer = torch.optim.AdamW(self._parameter_groups(), lr=recipe.learning_rate)
        self.step = 0

    def _parameters(self) -> list[nn.Parameter]:
        extra = [] if self.border_head is None else list(self.border_head.parameters())
        return [*self.network.parameters(), *extra]

    def _parameter_groups(self) -> list[dict[str, object]]:
        """Weight decay on matrices and kernels only, not on norms and biases."""
        decayed = [p for p in self._parameters() if p.ndim > 1]
        plain = [p for p in self._parameters() if p.ndim <= 1]
        return [
            {"params": decayed, "weight_decay": self.recipe.weight_decay},
            {"params": plain, "weight_decay": 0.0},
        ]

    @property
    def averaged(self) -> Any:
        """The network with the averaged weights, which is what is validated and shipped."""
        return self.average.module

    def fit(self) -> None:
        """Train to the end, from the last checkpoint where there is one."""
        epoch = self._resume()
        size = 0
        while epoch < self.recipe.epochs:
            stage = self.recipe.stage_of(epoch)
            if stage.size != size:
                size = stage.size
                train, validation = self._load(size)
            started = time.monotonic()
            losses = self._train_epoch(epoch, train)
            checked = self.validate(validation)
            epoch += 1
            self._log(epoch, size, losses, checked, time.monotonic() - started)
            self._save(epoch)

    def _load(self, size: int) -> tuple[Frames, Frames]:
        preprocessing = replace(self.preprocessing, size=size)
        self.report(
            f"preparing {len(self.data.train)} + {len(self.data.validation)} images, {size} px"
        )
        train, validation = (
            load_frames(part, preprocessing, classes=self.classes, strict=self.strict)
            for part in (self.data.train, self.data.validation)
        )
        self._list_unreadable([*train.unreadable, *validation.unreadable])
        return train, validation

    def _list_unreadable(self, unreadable: Sequence[tuple[Sample, str]]) -> None:
        if not unreadable:
            return
        with (self.folder / UNREADABLE).open("w", newline="", encoding="utf-8") as stream:
            writer = csv.writer(stream)
            writer.writerow(("image", "reason"))
            writer.writerows((sample.name, reason) for sample, reason in unreadable)
        self.report(f"{len(unreadable)} images cannot be read and are left out: {UNREADABLE}")

    def _rate(self, steps_an_epoch: int) -> float:
        """Linear warm-up, then cosine to zero."""
        total = self.recipe.epochs * steps_an_epoch
        warmup = max(1.0, self.recipe.warmup_epochs * steps_an_epoch)
        if self.step < warmup:
            return self.recipe.learning_rate * (self.step + 1) / warmup
        done = (self.step - warmup) / max(1.0, total - warmup)
        return self.recipe.learning_rate * 0.5 * (1 + math.cos(math.pi * min(1.0, done)))

    def _train_epoch(self, epoch: int, frames: Frames) -> dict[str, float]:
        rng = np.random.default_rng([self.recipe.seed, epoch])
        torch.manual_seed(int(rng.integers(2**31)))
        order = epoch_order(frames, self.recipe.balance, rng)
        size = self.recipe.batch_size
        batches = [order[i : i + size] for i in range(0, len(order) - size + 1, size)]
        if not batches:
            raise TrainingError(
                f"{len(order)} training images do not fill a batch of {size}.",
                remedy="Use a smaller --batch-size.",
            )
        self.network.train()
        sums: dict[str, float] = {}
        for batch in batches:
            rate = self._rate(len(batches))
            for group in self.optimizer.param_groups:
                group["lr"] = rate
            for name, value in self._train_step(frames, batch, rng).items():
                sums[name] = sums.get(name, 0.0) + value
            self.step += 1
        return {name: value / len(batches) for name, value in sums.items()} | {"rate": rate}

    def _train_step(
        self, frames: Frames, batch: NDArray[np.int64], rng: np.random.Generator
    ) -> dict[str, float]:
        recipe = self.recipe
        images, borders, labels = self._tensors(frames, batch)
        parameters = sample_parameters(len(batch), recipe.augmentation, rng)
        images, borders = apply_parameters(images, borders, parameters)
        known = borders.flatten(1).sum(1) > 0
        with self._autocast():
            features = self.network.forward_features(self._normalise(images))
            logits = self.network.forward_head(features)
            drawn = None if self.border_head is None else self.border_head()
        parts = {
            "class_loss": F.cross_entropy(
                logits.float(), labels, label_smoothing=recipe.label_smoothing
            )
        }
        loss = parts["class_loss"]
        if recipe.activation_weight > 0:
            parts["activation_loss"] = class_activation_loss(
                features, channel_weights(self.network, features, labels), borders
            )
            loss = loss + recipe.activation_weight * parts["activation_loss"]
        if drawn is not None:
            parts["border_loss"] = border_loss(drawn, borders, known)
            loss = loss + recipe.border_weight * parts["border_loss"]
        if not torch.isfinite(loss):
            raise TrainingError(
                f"The loss became {loss.item()} at step {self.step}.",
                remedy="Run again with a smaller --learning-rate; the last checkpoint stands.",
            )
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self._parameters(), recipe.clip)
        self.optimizer.step()
        self.average.update_parameters(self.network)
        return {"loss": loss.item()} | {name: value.item() for name, value in parts.items()}

    def _tensors(self, frames: Frames, batch: NDArray[np.int64]) -> tuple[Tensor, Tensor, Tensor]:
        images = torch.from_numpy(frames.images[batch]).to(self.device).float().div_(255)[:, None]
        borders = torch.from_numpy(frames.borders[batch]).to(self.device).float()[:, None]
        return images, borders, torch.from_numpy(frames.labels[batch]).to(self.device)

    def _normalise(self, images: Tensor) -> Tensor:
        """[0, 1] -> what the network expects, over three channels, channels_last."""
        images = (images - self.preprocessing.mean) / self.preprocessing.std
        return images.expand(-1, 3, -1, -1).contiguous(memory_format=torch.channels_last)

    def _autocast(self) -> torch.autocast:
        return torch.autocast(self.device.type, torch.bfloat16)

    @torch.no_grad()
    def logits(self, frames: Frames) -> Iterator[tuple[Tensor, Tensor, Tensor, Tensor]]:
        """Batches of (features, logits, labels, borders) of the averaged weights, in order."""
        network = self.averaged.eval()
        for start in range(0, len(frames), 64):
            batch = np.arange(start, min(start + 64, len(frames)))
            images, borders, labels = self._tensors(frames, batch)
            with self._autocast():
                features = network.forward_features(self._normalise(images))
                logits = network.forward_head(features)
            yield features.float(), logits.float(), labels, borders

    def validate(self, frames: Frames) -> dict[str, float]:
        """Negative log-likelihood, balanced accuracy and activation inside the border."""
        losses, hits, inside = [], [], []
        for features, logits, labels, borders in self.logits(frames):
            losses.append(F.cross_entropy(logits, labels, reduction="none"))
            hits.append(logits.argmax(1))
            weights = channel_weights(self.averaged, features, labels).detach()
            share, known = activation_inside_border(features, weights, borders)
            inside.append(share[known])
        predicted = torch.cat(hits).cpu().numpy()
        shares = torch.cat(inside)
        return {
            "validation_nll": float(torch.cat(losses).mean()),
            "validation_balanced_accuracy": balanced_accuracy(frames.labels, predicted),
            "validation_inside": float(shares.mean()) if len(shares) else math.nan,
        }

    def _log(
        self,
        epoch: int,
        size: int,
        losses: dict[str, float],
        checked: dict[str, float],
        seconds: float,
    ) -> None:
        row = {"epoch": epoch, "size": size, **losses, **checked, "seconds": seconds}
        path = self.folder / LOG
        new = not path.exists()
        with path.open("a", newline="", encoding="utf-8") as stream:
            writer = csv.DictWriter(stream, _COLUMNS, restval="")
            if new:
                writer.writeheader()
            writer.writerow({k: f"{v:.6g}" if isinstance(v, float) else v for k, v in row.items()})
        self.report(
            f"epoch {epoch}/{self.recipe.epochs}  {size} px  loss {losses['loss']:.3f}"
            f"  validation balanced accuracy {checked['validation_balanced_accuracy']:.4f}"
            f"  nll {checked['validation_nll']:.3f}  inside {checked['validation_inside']:.3f}"
            f"  {seconds:.0f} s"
        )

    def _save(self, epoch: int) -> None:
        save_checkpoint(
            self.folder / CHECKPOINT,
            {
                "network": self.recipe.network,
                "epoch": epoch,
                "step": self.step,
                "weights": self.network.state_dict(),
                "average": self.average.state_dict(),
                "border_head": None
                if self.border_head is None
                else self.border_head.convolution.state_dict(),
                "optimizer": self.optimizer.state_dict(),
            },
        )

    def _resume(self) -> int:
        """Restore the last checkpoint; returns the number of epochs done."""
        path = self.folder / CHECKPOINT
        if not path.exists():
            return 0
        state = load_checkpoint(path, network=self.recipe.network)
        self.network.load_state_dict(state["weights"])
        self.average.load_state_dict(state["average"])
        if self.border_head is not None:
            self.border_head.convolution.load_state_dict(state["border_head"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step = state["step"]
        self.report(f"going on after epoch {state['epoch']}")
        return int(state["epoch"])
