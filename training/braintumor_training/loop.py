"""The training loop: mixed precision, EMA, border supervision, early stopping, exact resume.

Randomness is drawn anew for every epoch from (seed, epoch), so a run resumed from an epoch's end
takes the same steps as one that was never interrupted, wherever it was killed.
"""

from __future__ import annotations

import csv
import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel

from braintumor_desktop.inference.preprocess import Preprocessing
from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.models.registry import network_entry
from braintumor_training.augmentation import BatchParameters, apply_parameters
from braintumor_training.augmentation_record import AugmentationRecord
from braintumor_training.averaging import moving_average
from braintumor_training.batches import Rows, TrainingData, epoch_order, pick_device
from braintumor_training.checkpoint import load_checkpoint, save_checkpoint
from braintumor_training.distillation import Teacher, teacher_folders
from braintumor_training.distributed import World, normalise_globally
from braintumor_training.errors import TrainingError
from braintumor_training.explaining import channel_weights
from braintumor_training.frames import Frames, load_frames
from braintumor_training.heads import BorderHead
from braintumor_training.logbook import Logbook, epoch_bar
from braintumor_training.losses import activation_inside_border, points_inside_border
from braintumor_training.metrics import balanced_accuracy
from braintumor_training.objective import Objective
from braintumor_training.optimizers import build_optimizer
from braintumor_training.pretrained import load_pretrained
from braintumor_training.provenance import STARTED_FROM, TAUGHT_BY, write_record
from braintumor_training.recipe import Recipe
from braintumor_training.runs import BEST, CHECKPOINT, UNREADABLE
from braintumor_training.samples import Sample
from braintumor_training.schedule import Progress, blocks_of, learning_rate, set_learning


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
    classes
        Class keys in the order of the logits.
    stamp
        The protocol with its LEAKY mark, for the log.
    strict
        Stop at the first image that cannot be read.
    events
        Write TensorBoard events.
    cache
        Folder of prepared frames; none where it is empty.
    checkpoint_seconds
        Shortest time between two checkpoints.
    world
        This process's place among those that train together.
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
        events: bool = False,
        device: str = "auto",
        cache: str = "",
        checkpoint_seconds: float = 0.0,
        world: World | None = None,
        report: Callable[[str], None],
    ) -> None:
        self.recipe, self.data, self.folder = recipe, data, folder
        self.classes, self.stamp, self.strict = tuple(classes), stamp, strict
        self.preprocessing, self.events, self.cache = preprocessing, events, cache
        self.checkpoint_seconds, self._saved = checkpoint_seconds, time.monotonic()
        self.world = world or World()
        self.report = report if self.world.leads else _silent
        self.device = pick_device(device)
        if recipe.batch_size % (self.world.size * recipe.accumulate):
            raise TrainingError(
                f"A batch of {recipe.batch_size} does not fall into equal parts for"
                f" {self.world.size} processes and {recipe.accumulate} parts."
            )
        torch.manual_seed(recipe.seed)
        network: Any = network_entry(recipe.network).build(
            len(self.classes), recipe.dropout, recipe.output_stride
        )
        if recipe.pretrained != "none" and not (folder / CHECKPOINT).exists():
            record = load_pretrained(network, recipe.network, recipe.pretrained)
            if self.world.leads:
                write_record(folder, STARTED_FROM, record)
        normalise_globally(network, self.world)
        self.network = network.to(self.device, memory_format=torch.channels_last)
        self.average = AveragedModel(
            self.network, multi_avg_fn=moving_average(recipe.ema), use_buffers=True
        )
        self.border_head: BorderHead | None = None
        if recipe.border_weight > 0:
            example = torch.zeros(1, 3, 96, 96, device=self.device)
            self.border_head = BorderHead(
                self.network, recipe.border_layer, example, recipe.border_head
            ).to(self.device)
            normalise_globally(self.border_head, self.world)
        self.teacher: Teacher | None = None
        if recipe.teacher:
            folders = teacher_folders(recipe.teacher)
            self.teacher = Teacher(folders, self.classes, self.device)
            if self.world.leads:
                write_record(folder, TAUGHT_BY, self.teacher.record)
        self.optimizer = build_optimizer(recipe, self._parameters())
        self.objective = Objective(recipe, self.world)
        self.record = AugmentationRecord(folder, keep=self.world.leads)
        self.progress, self.step = Progress(), 0

    def _parameters(self) -> list[nn.Parameter]:
        extra = [] if self.border_head is None else list(self.border_head.parameters())
        return [*self.network.parameters(), *extra]

    @property
    def averaged(self) -> Any:
        """The network with the averaged weights, which is what is validated and shipped."""
        return self.average.module

    def fit(self) -> None:
        """Train to the end, from the last checkpoint where there is one.

        Raises
        ------
        TrainingError
            If images, loss or disk give out; the last checkpoint stands.
        """
        epoch = self._resume()
        book = None
        if self.world.leads:
            book = Logbook(self.folder, self.stamp, events=self.events, report=self.report)
            book.forget_after(epoch)
        size = 0
        try:
            while epoch < self.recipe.epochs and not self.progress.stopped:
                stage = self.recipe.stage_of(epoch)
                if stage.size != size:
                    size = stage.size
                    train, validation = self._load(size)
                started = time.monotonic()
                losses = self._train_epoch(epoch, train)
                checked = self.validate(validation)
                epoch += 1
                row = {"epoch": epoch, "size": size, **losses, **checked}
                self._end_epoch(book, {**row, "seconds": time.monotonic() - started})
        except OSError as error:
            raise TrainingError(
                f"The run's folder cannot be written ({error.strerror or error}).",
                path=self.folder,
                remedy="Free some space and run the same command again: it goes on from the last"
                " checkpoint.",
            ) from error
        finally:
            if book is not None:
                book.close()
        if self.progress.stopped:
            self.report(
                f"stopped after epoch {epoch}: the validation loss was best in epoch"
                f" {self.progress.best_epoch}"
            )

    def _end_epoch(self, book: Logbook | None, row: dict[str, Any]) -> None:
        """Decide, write the checkpoint, then tell; in this order nothing is lost or told twice."""
        epoch = row["epoch"]
        better = self.progress.note(
            self.recipe, epoch, row["validation_nll"], len(blocks_of(self.network))
        )
        if book is None:
            return
        if better and self.recipe.keeps_best:
            state = {"network": self.recipe.network, "epoch": epoch}
            save_checkpoint(self.folder / BEST, {**state, "average": self.average.state_dict()})
        book.note(row)
        waited = time.monotonic() - self._saved >= self.checkpoint_seconds
        if waited or self.progress.stopped or epoch == self.recipe.epochs:
            self._save(epoch)
            self._saved = time.monotonic()
        self.report(
            f"epoch {epoch}/{self.recipe.epochs}  {row['size']} px  loss {row['loss']:.3f}"
            f"  validation balanced accuracy {row['validation_balanced_accuracy']:.4f}"
            f"  nll {row['validation_nll']:.3f}  inside {row['validation_inside']:.3f}"
            f"  pointing {row['validation_pointing']:.3f}  {row['seconds']:.0f} s"
        )

    def _load(self, size: int) -> tuple[Frames, Frames]:
        preprocessing = replace(self.preprocessing, size=size)
        self.report(
            f"preparing {len(self.data.train)} + {len(self.data.validation)} images, {size} px"
        )
        train, validation = (
            load_frames(
                part, preprocessing, classes=self.classes, strict=self.strict, cache=self.cache
            )
            for part in (self.data.train, self.data.validation)
        )
        self._list_unreadable([*train.unreadable, *validation.unreadable])
        return train, validation

    def _list_unreadable(self, unreadable: Sequence[tuple[Sample, str]]) -> None:
        if not unreadable or not self.world.leads:
            return
        with (self.folder / UNREADABLE).open("w", newline="", encoding="utf-8") as stream:
            writer = csv.writer(stream)
            writer.writerow(("image", "reason"))
            writer.writerows((sample.name, reason) for sample, reason in unreadable)
        self.report(f"{len(unreadable)} images cannot be read and are left out: {UNREADABLE}")

    def _train_epoch(self, epoch: int, frames: Frames) -> dict[str, float]:
        rng = np.random.default_rng([self.recipe.seed, epoch])
        torch.manual_seed(int(rng.integers(2**31)) + 7919 * self.world.rank)
        order = epoch_order(frames, self.recipe.balance, rng)
        size = self.recipe.batch_size
        batches = [order[i : i + size] for i in range(0, len(order) - size + 1, size)]
        if not batches:
            raise TrainingError(
                f"{len(order)} training images do not fill a batch of {size}.",
                remedy="Use a smaller --batch-size.",
            )
        set_learning(self.network, self.recipe, epoch, self.progress)
        class_weights = self._class_weights(frames.labels[order])
        sums: dict[str, float] = {}
        with epoch_bar(len(batches), f"epoch {epoch + 1}/{self.recipe.epochs}") as advance:
            for number, batch in enumerate(batches, start=1):
                rate = learning_rate(self.recipe, self.step, len(batches))
                for group in self.optimizer.param_groups:
                    group["lr"] = rate
                for name, value in self._train_step(frames, batch, class_weights, rng).items():
                    sums[name] = sums.get(name, 0.0) + value
                self.step += 1
                advance(number, number * size, sums["loss"] / number)
        self.record.write(epoch + 1, [sample.name for sample in frames.samples])
        everywhere = self.world.gather(sums)  # each process saw its own share of every batch
        means = {
            name: sum(s[name] for s in everywhere) / (len(everywhere) * len(batches))
            for name in sums
        }
        return means | {"rate": rate}

    def _class_weights(self, labels: NDArray[np.int64]) -> Tensor:
        """(K,) weight of each class in the loss, 1 on average over the epoch's images."""
        if self.recipe.class_weights == "none":
            return torch.ones(len(self.classes), device=self.device)
        counts = np.bincount(labels, minlength=len(self.classes))
        weights = len(labels) / (len(np.unique(labels)) * np.maximum(counts, 1))
        return torch.from_numpy(weights.astype(np.float32)).to(self.device)

    def _train_step(
        self, frames: Frames, batch: Rows, class_weights: Tensor, rng: np.random.Generator
    ) -> dict[str, float]:
        """One step of the optimizer on one global batch, in ``accumulate`` parts."""
        recipe = self.recipe
        draw = self.record.draw(batch, recipe, rng)
        parameters, partner, share = draw.parameters, draw.partner, draw.share
        self.optimizer.zero_grad(set_to_none=True)
        told: dict[str, Tensor] = {}
        part_size = len(batch) // recipe.accumulate
        for start in range(0, len(batch), part_size):
            rows = np.arange(start, start + part_size)[self.world.rank :: self.world.size]
            images, borders, labels = self._augmented(frames, batch, rows, parameters)
            other = labels
            if partner is not None:
                blended, _, other = self._augmented(frames, batch, partner[rows], parameters)
                images = share * images + (1 - share) * blended
            with self._autocast():
                taught = None if self.teacher is None else self.teacher.answers(images)
                features = self.network.forward_features(self._normalise(images))
                logits = self.network.forward_head(features)
                drawn = None if self.border_head is None else self.border_head()
            parts = self.objective.parts(
                self.network,
                (features, logits, drawn),
                images,
                borders,
                (labels, other, share),
                class_weights,
                taught,
            )
            loss = self.objective.total(parts, self.step)
            (loss / recipe.accumulate).backward()
            for name, value in {"loss": loss, **parts}.items():
                told[name] = told.get(name, 0) + value.detach() / recipe.accumulate
        learning = [p for p in self._parameters() if p.requires_grad]
        self.world.average_gradients(learning)
        nn.utils.clip_grad_norm_(learning, recipe.clip)
        self.optimizer.step()
        self.average.update_parameters(self.network)
        # One transfer for all: a GPU is waited for once.
        return dict(zip(told, torch.stack(list(told.values())).tolist(), strict=True))

    def _augmented(
        self, frames: Frames, batch: Rows, rows: Rows, parameters: BatchParameters
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Images, borders and labels of some rows of the batch, each with its own parameters."""
        images, borders, labels = self._tensors(frames, batch[rows])
        return *apply_parameters(images, borders, parameters.rows(rows)), labels

    def _tensors(self, frames: Frames, batch: Rows) -> tuple[Tensor, Tensor, Tensor]:
        images = torch.from_numpy(frames.images[batch]).to(self.device).float().div_(255)[:, None]
        borders = torch.from_numpy(frames.borders[batch]).to(self.device).float()[:, None]
        return images, borders, torch.from_numpy(frames.labels[batch]).to(self.device)

    def _normalise(self, images: Tensor) -> Tensor:
        """[0, 1] -> what the network expects, over three channels, channels_last."""
        images = (images - self.preprocessing.mean) / self.preprocessing.std
        return images.expand(-1, 3, -1, -1).contiguous(memory_format=torch.channels_last)

    def _autocast(self) -> torch.autocast:
        enabled = self.recipe.precision == "bf16"
        return torch.autocast(self.device.type, torch.bfloat16, enabled=enabled)

    @torch.no_grad()
    def logits(self, frames: Frames, rows: Rows) -> Iterator[tuple[Tensor, Tensor, Tensor, Tensor]]:
        """Batches of (features, logits, labels, borders) of the averaged weights, in order."""
        network = self.averaged.eval()
        for start in range(0, len(rows), 64):
            images, borders, labels = self._tensors(frames, rows[start : start + 64])
            with self._autocast():
                features = network.forward_features(self._normalise(images))
                logits = network.forward_head(features)
            yield features.float(), logits.float(), labels, borders

    def validate(self, frames: Frames) -> dict[str, float]:
        """Negative log-likelihood, balanced accuracy and activation inside the border."""
        mine = np.arange(len(frames))[self.world.rank :: self.world.size]
        losses, hits, inside, peaks = [], [], [], []
        for features, logits, labels, borders in self.logits(frames, mine):
            losses.append(F.cross_entropy(logits, labels, reduction="none").cpu().numpy())
            hits.append(logits.argmax(1).cpu().numpy())
            weights = channel_weights(self.averaged, features, labels).detach()
            share, known = activation_inside_border(features, weights, borders)
            inside.append(share[known].cpu().numpy())
            pointing = points_inside_border(features, weights, borders)
            peaks.append(pointing[known].cpu().numpy())
        whole = [
            tuple(np.concatenate(part) if part else np.zeros(0) for part in parts)
            for parts in self.world.gather((losses, hits, inside, peaks))
        ]
        rows = np.concatenate(
            [np.arange(len(frames))[rank :: self.world.size] for rank in range(self.world.size)]
        )
        nll, predicted, shares, hit = (np.concatenate([w[i] for w in whole]) for i in range(4))
        return {
            "validation_nll": float(nll.mean()),
            "validation_balanced_accuracy": balanced_accuracy(frames.labels[rows], predicted),
            "validation_inside": float(shares.mean()) if len(shares) else math.nan,
            "validation_pointing": float(hit.mean()) if len(hit) else math.nan,
        }

    def _save(self, epoch: int) -> None:
        save_checkpoint(
            self.folder / CHECKPOINT,
            {
                "network": self.recipe.network,
                "protocol": self.stamp,
                "epoch": epoch,
                "step": self.step,
                "progress": self.progress.to_dict(),
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
        self.progress = Progress(**state.get("progress", {}))
        self.report(f"going on after epoch {state['epoch']}")
        return int(state["epoch"])


def _silent(_line: str) -> None:
    """Processes that do not lead keep quiet."""
