"""Ways of training, on the tiny network or in processes of their own."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from braintumor_desktop.models.registry import network_entry
from braintumor_training.checkpoint import load_checkpoint
from braintumor_training.distributed import World
from braintumor_training.errors import TrainingError
from braintumor_training.fitting import shuffled
from braintumor_training.heads import BorderHead, dice_loss
from braintumor_training.losses import global_mean
from braintumor_training.pretrained import load_pretrained
from braintumor_training.sources import read_source

Command = Callable[..., int]
EXACT = ("--precision", "fp32", "--no-tensorboard", "--device", "cpu")


def _weights(folder: Path, network: str = "basic_cnn") -> dict[str, torch.Tensor]:
    state = load_checkpoint(folder / "last.pt", network=network)
    return {**state["average"], **state["weights"]}


def _rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "log.csv").open() as stream:
        return list(csv.DictReader(stream))


def _plain(folder: Path, data: Path, *more: object) -> list[str]:
    command = (
        *("fit", folder, "--data", data, "--protocol", "grouped", "--model", "basic_cnn"),
        *("--recipe", "house", "--stages", "32x3", "--batch-size", 8, *EXACT, *more),
    )
    return [str(part) for part in command]


def _alone(script: list[str]) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    return subprocess.run(
        [sys.executable, *script], capture_output=True, text=True, env=environment
    )


# Where a run is killed: in the middle of an epoch; while a checkpoint is half written; between
# the best checkpoint and the last; between the log's line and the checkpoint.
_KILLS = {
    "in a step": "loop.Trainer._train_step = wrap(loop.Trainer._train_step, 6)",
    "while writing": "checkpoint.torch.save = wrap(checkpoint.torch.save, 3, half=True)",
    "before the last": "loop.Trainer._save = wrap(loop.Trainer._save, 2)",
}
_SCRIPT = """
import os, signal, sys
from braintumor_training import checkpoint, loop
from braintumor_training.cli import main

def wrap(function, times, half=False):
    count = [0]
    def wrapped(*arguments, **named):
        count[0] += 1
        if count[0] == times:
            if half:
                arguments[1].write(b"half")
                arguments[1].flush()
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*arguments, **named)
    return wrapped

{kill}
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def whole_run() -> dict[str, Path]:
    """Filled by the first test that needs it."""
    return {}


@pytest.mark.parametrize("moment", list(_KILLS))
def test_a_run_killed_at_any_moment_ends_with_the_same_weights(
    moment: str,
    train: Command,
    drawn_data: Path,
    tmp_path: Path,
    whole_run: dict[str, Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    if not whole_run:
        whole_run["folder"] = tmp_path_factory.mktemp("whole")
        assert train(*_plain(whole_run["folder"], drawn_data, "--patience", 9)) == 0
    killed = tmp_path / "killed"
    script = _SCRIPT.format(kill=_KILLS[moment])
    done = _alone(["-c", script, *_plain(killed, drawn_data, "--patience", 9)])
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert load_checkpoint(killed / "last.pt", network="basic_cnn")["epoch"] < 3
    assert train(*_plain(killed, drawn_data, "--patience", 9)) == 0
    whole, resumed = _weights(whole_run["folder"]), _weights(killed)
    assert all(torch.equal(whole[name], resumed[name]) for name in whole)
    assert [row["epoch"] for row in _rows(killed)] == ["1", "2", "3"]
    for name in ("validation_nll", "loss", "rate"):
        assert [r[name] for r in _rows(killed)] == [r[name] for r in _rows(whole_run["folder"])]
    best = [
        load_checkpoint(f / "best.pt", network="basic_cnn") for f in (whole_run["folder"], killed)
    ]
    assert best[0]["epoch"] == best[1]["epoch"]


def test_with_rare_checkpoints_a_killed_run_ends_with_the_same_weights(
    train: Command, drawn_data: Path, tmp_path: Path
) -> None:
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    rare = ("--checkpoint-seconds", 1000)
    assert train(*_plain(whole, drawn_data, *rare)) == 0
    script = _SCRIPT.format(kill="loop.Logbook.note = wrap(loop.Logbook.note, 2)")
    done = _alone(["-c", script, *_plain(killed, drawn_data, *rare)])
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert not (killed / "last.pt").exists()
    assert train(*_plain(killed, drawn_data, *rare)) == 0
    first, second = _weights(whole), _weights(killed)
    assert all(torch.equal(first[name], second[name]) for name in first)
    assert [row["epoch"] for row in _rows(killed)] == ["1", "2", "3"]


def test_two_processes_train_as_one_does(train: Command, drawn_data: Path, tmp_path: Path) -> None:
    """Same global batch, same steps: batch statistics, losses over borders, augmentation.

    In double precision the weights agree to 1e-13; here rounding, which sums of another order and
    the ReLUs let grow, must stay far below what the weights have moved.
    """
    more = ("--optimizer", "sgd", "--learning-rate", "0.02", "--dropout", "0.0", "--stages", "32x1")
    assert train(*_plain(tmp_path / "one", drawn_data, *more)) == 0
    launcher = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", "-m"]
    for folder in (tmp_path / "two", tmp_path / "again"):
        done = _alone([*launcher, "braintumor_training", *_plain(folder, drawn_data, *more)])
        if "terminate called without an active exception" not in done.stderr:
            break  # else gloo's threads aborted a process at its very end, seen once in nine
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("epoch 1/1") == 1
    torch.manual_seed(0)
    start = network_entry("basic_cnn").build().state_dict()
    one, two = _weights(tmp_path / "one"), _weights(folder)
    learned = [name for name in start if start[name].is_floating_point()]
    moved, apart = (
        torch.cat([(a[name] - b[name]).flatten() for name in learned]).norm()
        for a, b in ((one, start), (two, one))
    )
    assert float(apart) < 0.01 * float(moved)
    for first, second in zip(_rows(tmp_path / "one"), _rows(folder), strict=True):
        for name in ("loss", "class_loss", "activation_loss", "border_loss", "validation_nll"):
            assert float(first[name]) == pytest.approx(float(second[name]), abs=1e-4)


def test_a_batch_that_does_not_divide_is_refused(
    fit: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from braintumor_training import fitting

    monkeypatch.setattr(fitting, "join_world", lambda: World(1, 3))
    monkeypatch.setattr(World, "gather", lambda self, value: [value] * self.size)
    assert fit(tmp_path / "run") == 1


def test_a_mean_over_processes_counts_every_image_once() -> None:
    values, weights = torch.tensor([1.0, 5.0]), torch.tensor([1.0, 0.0])
    assert float(global_mean(values, weights, World())) == 1
    assert float(global_mean(values, torch.zeros(2), World())) == 0


def test_parts_of_a_batch_are_accumulated(fit: Command, tmp_path: Path) -> None:
    assert fit(tmp_path / "run", "--accumulate", 2, stages="32x1") == 0
    assert fit(tmp_path / "plain", stages="32x1") == 0
    first, second = (_weights(tmp_path / n, "tiny") for n in ("run", "plain"))
    assert not torch.equal(first["fc.weight"], second["fc.weight"])
    steps = [
        load_checkpoint(tmp_path / n / "last.pt", network="tiny")["step"] for n in ("run", "plain")
    ]
    assert steps[0] == steps[1]


def test_mixup_class_weights_and_adam_train(fit: Command, tmp_path: Path) -> None:
    more = ("--mixup", "0.3", "--activation-weight", 0, "--border-weight", 0)
    assert fit(tmp_path / "run", *more, "--class-weights", "balanced", "--optimizer", "adam") == 0
    assert [row["border_loss"] for row in _rows(tmp_path / "run")] == ["", ""]


def test_the_segmentation_head_learns_to_draw(fit: Command, tmp_path: Path) -> None:
    more = ("--border-head", "segmentation", "--learning-rate", "0.01")
    assert fit(tmp_path / "run", *more, stages="32x6") == 0
    losses = [float(row["border_loss"]) for row in _rows(tmp_path / "run")]
    assert losses[-1] < losses[0]


def test_dice_is_zero_for_the_true_outline() -> None:
    border = torch.zeros(1, 1, 16, 16)
    border[..., :8, :8] = 1
    good = (border * 40 - 20).float()
    assert float(dice_loss(good, border)) == pytest.approx(0, abs=1e-3)
    assert float(dice_loss(-good, border)) > 0.9


def test_a_layer_that_the_network_lacks_is_named() -> None:
    network = network_entry("basic_cnn").build()
    with pytest.raises(TrainingError, match="no layer 'stage3'"):
        BorderHead(network, "stage3", torch.zeros(1, 3, 64, 64))


def test_early_stopping_keeps_the_best_epoch(
    fit: Command, train: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = ("--patience", 1, "--learning-rate", "0.5", "--ema", "0.1")
    assert fit(tmp_path / "run", *more, stages="32x30") == 0
    rows = _rows(tmp_path / "run")
    best = int(np.argmin([float(row["validation_nll"]) for row in rows])) + 1
    assert len(rows) < 30
    assert load_checkpoint(tmp_path / "run/best.pt", network="tiny")["epoch"] == best
    assert f"was best in epoch {best}" in capsys.readouterr().err
    assert train("evaluate", tmp_path / "run", "--no-controls") == 0


def test_pretrained_weights_are_taken_recorded_and_frozen(
    fit: Command, tmp_path: Path, tiny_network: str
) -> None:
    torch.manual_seed(9)
    source = network_entry(tiny_network).build(7)
    torch.save({f"module.{n}": t for n, t in source.state_dict().items()}, tmp_path / "p.pt")
    more = ("--pretrained", tmp_path / "p.pt", "--freeze", "features", "--border-weight", 0)
    assert fit(tmp_path / "run", *more, "--activation-weight", 0) == 0
    state = load_checkpoint(tmp_path / "run/last.pt", network="tiny")["weights"]
    kept = source.state_dict()
    assert all(torch.equal(state[n], kept[n]) for n in kept if not n.startswith("fc."))
    record = (tmp_path / "run/pretrained.json").read_text()
    assert '"from": "p.pt"' in record
    assert '"sha256"' in record


def test_weights_of_another_network_are_refused(tmp_path: Path) -> None:
    torch.save(network_entry("basic_cnn").build().state_dict(), tmp_path / "p.pt")
    with pytest.raises(TrainingError, match="of another network: 0 of"):
        load_pretrained(
            network_entry("mobilenet_v2").build(), "mobilenet_v2", str(tmp_path / "p.pt")
        )


def test_weights_that_are_a_pickle_of_code_are_refused(tmp_path: Path) -> None:
    import pickle

    class Evil:
        def __reduce__(self) -> tuple[object, ...]:
            return (os.system, ("true",))

    (tmp_path / "p.pt").write_bytes(pickle.dumps(Evil()))
    with pytest.raises(TrainingError, match="weights cannot be read"):
        load_pretrained(network_entry("basic_cnn").build(), "basic_cnn", str(tmp_path / "p.pt"))


@pytest.mark.data
def test_the_mobilenet_that_is_at_hand_fits(data_folder: Path) -> None:
    (file,) = (data_folder / "pretrained").glob("*.pth")
    record = load_pretrained(network_entry("mobilenet_v2").build(), "mobilenet_v2", str(file))
    assert record["tensors_taken"] == record["tensors_of_the_body"]


def test_shuffled_labels_stay_one_a_person(drawn_data: Path) -> None:
    samples = read_source("manifest", drawn_data)
    dealt = shuffled(samples, seed=1)
    assert sorted(s.label for s in dealt) == sorted(s.label for s in samples)
    assert sum(a.label != b.label for a, b in zip(dealt, samples, strict=True)) > 20
    of_person: dict[str, set[str]] = {}
    for sample in dealt:
        of_person.setdefault(sample.group, set()).add(sample.label)
    assert all(len(labels) == 1 for labels in of_person.values())


def test_tensorboard_events_are_written(
    train: Command, drawn_data: Path, tiny_network: str, tmp_path: Path
) -> None:
    command = ("fit", tmp_path / "run", "--data", drawn_data, "--protocol", "grouped")
    assert train(*command, "--model", tiny_network, "--stages", "32x1", "--batch-size", 8) == 0
    (events,) = (tmp_path / "run/tensorboard").iterdir()
    assert b"validation_balanced_accuracy" in events.read_bytes()


def test_the_improved_network_itself_trains_and_evaluates(
    train: Command, drawn_data: Path, tmp_path: Path
) -> None:
    command = ("fit", tmp_path / "run", "--data", drawn_data, "--protocol", "grouped")
    assert train(*command, "--stages", "32x1", "--batch-size", 8, "--no-tensorboard") == 0
    assert train("evaluate", tmp_path / "run", "--no-controls") == 0
