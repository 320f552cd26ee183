"""A run from its options: data, split, folder, trainer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from braintumor_desktop.inference.preprocess import Preprocessing
from braintumor_desktop.models.registry import network_entry
from braintumor_training.batches import TrainingData
from braintumor_training.datasets import load_dataset
from braintumor_training.distillation import teacher_folders
from braintumor_training.distributed import join_world
from braintumor_training.leaks import checked_split
from braintumor_training.loop import Trainer
from braintumor_training.pretrained import check_start
from braintumor_training.protocols import draw_split, find_protocol
from braintumor_training.recipe import Recipe
from braintumor_training.runs import Run, samples_sha256
from braintumor_training.samples import Sample
from braintumor_training.splits import one_per_cluster


@dataclass(frozen=True)
class FitOptions:
    """Which images a run is trained on, and how strictly.

    Attributes
    ----------
    data, source
        Folder and reader (or ``"auto"``).
    protocol, fold
        How it is split, and which fold tests.
    also_native
        Train on the native resolutions too.
    allow_leak
        Run a split that overlaps; everything is then stamped LEAKY.
    strict
        Stop at the first image that cannot be read, instead of listing it.
    device
        ``"auto"``, ``"cpu"``, ``"cuda"``.
    tensorboard
        Write TensorBoard events, where tensorboard is installed.
    cache
        Folder in which prepared frames are kept and shared by runs; none where it is empty.
    checkpoint_seconds
        Shortest time between two checkpoints; with 0 every epoch ends with one.  On a GPU that does
        an epoch in a second the disk would cost more than the training.
    """

    data: Path
    source: str = "auto"
    protocol: str = "nickparvar-grouped"
    fold: int = 0
    also_native: bool = False
    allow_leak: bool = False
    strict: bool = False
    device: str = "auto"
    tensorboard: bool = True
    cache: str = ""
    checkpoint_seconds: float = 0.0


def fit_run(
    folder: Path, recipe: Recipe, options: FitOptions, *, report: Callable[[str], None]
) -> None:
    """Train a run to its end; a folder that holds the same run goes on from its checkpoint.

    Raises
    ------
    TrainingError
        If data, split, recipe or folder do not fit; what was written so far stays usable.
    """
    world = join_world()
    if not world.leads:
        report = _silent
    entry = network_entry(recipe.network)
    protocol = find_protocol(options.protocol)
    dataset = load_dataset(
        options.source,
        options.data.resolve(),
        protocol,
        also_native=options.also_native,
        report=report,
    )
    drawn = draw_split(
        dataset.samples, protocol, options.fold, seed=recipe.seed, source=dataset.source
    )
    split = checked_split(dataset.samples, drawn, allow_leak=options.allow_leak)
    for start in (recipe.pretrained, *teacher_folders(recipe.teacher)):
        check_start(start, split.sha256)
    run = Run(
        folder,
        recipe,
        split,
        dataset.source,
        dataset.folder,
        dataset.classes,
        samples_sha256(dataset.natives) if dataset.natives else "",
    )
    if world.leads:
        run.write()
    world.gather("written")  # nobody reads the folder before it is
    everything = [*dataset.samples, *dataset.natives]
    if recipe.shuffle_labels:
        report("CONTROL: labels are shuffled; the figures must fall to chance")
        everything = shuffled(everything, recipe.seed)
    data = TrainingData(
        tuple(split.part(everything, "train")),
        tuple(one_per_cluster(split.part(everything[: len(dataset.samples)], "validation"))),
    )
    if split.leaky:
        report(f"{split.stamp}: patients or images stand in training and testing both")
    Trainer(
        recipe,
        data,
        folder,
        Preprocessing.from_dict(dict(entry.preprocessing)),
        classes=dataset.classes,
        stamp=split.stamp,
        strict=options.strict,
        events=options.tensorboard,
        device=options.device,
        cache=options.cache,
        checkpoint_seconds=options.checkpoint_seconds,
        world=world,
        report=report,
    ).fit()
    # Nobody leaves while another still writes: one whose neighbour had gone was aborted at its end
    # now and then, and took the run's exit status with it.
    world.gather("done")


def shuffled(samples: Sequence[Sample], seed: int) -> list[Sample]:
    """The samples with labels dealt out anew over groups: a person keeps one label."""
    label_of = {sample.group: sample.label for sample in samples}
    dealt = np.random.default_rng(seed).permutation(list(label_of.values()))
    new = dict(zip(label_of, dealt.tolist(), strict=True))
    return [replace(sample, label=new[sample.group], border=None) for sample in samples]


def _silent(_line: str) -> None:
    """Processes that do not lead keep quiet."""
