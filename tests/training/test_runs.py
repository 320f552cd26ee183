"""A whole run on drawn images: fit, resume, evaluate, export, and what can go wrong."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from braintumor_desktop.models.bundle import ModelBundle
from braintumor_training import checkpoint
from braintumor_training.checkpoint import load_checkpoint
from braintumor_training.errors import TrainingError
from braintumor_training.loop import Trainer

Command = Callable[..., int]


def _weights(folder: Path) -> dict[str, torch.Tensor]:
    state = load_checkpoint(folder / "last.pt", network="tiny")
    return {**state["average"], **state["weights"]}


def test_a_run_that_was_interrupted_ends_with_the_same_weights(
    fit: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert fit(tmp_path / "whole") == 0
    validate = Trainer.validate

    def interrupt_second_epoch(self: Trainer, frames: object) -> dict[str, float]:
        if self.step > 4:
            raise KeyboardInterrupt
        return validate(self, frames)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Trainer, "validate", interrupt_second_epoch)
        assert fit(tmp_path / "broken") == 130
    assert load_checkpoint(tmp_path / "broken/last.pt", network="tiny")["epoch"] == 1
    assert fit(tmp_path / "broken") == 0
    whole, broken = _weights(tmp_path / "whole"), _weights(tmp_path / "broken")
    assert all(torch.equal(whole[name], broken[name]) for name in whole)


def test_fit_logs_every_epoch(fit: Command, tmp_path: Path) -> None:
    assert fit(tmp_path / "run") == 0
    with (tmp_path / "run/log.csv").open() as stream:
        rows = list(csv.DictReader(stream))
    assert [row["epoch"] for row in rows] == ["1", "2"]
    assert all(float(row["loss"]) > 0 for row in rows)


def test_a_run_becomes_a_bundle_whose_card_is_that_of_its_weights(
    fit: Command, train: Command, tmp_path: Path
) -> None:
    run, target = tmp_path / "run", tmp_path / "bundle"
    assert fit(run) == 0
    assert train("evaluate", run, "--device", "cpu") == 0
    assert train("export", run, target, "--bundle-version", "0.3") == 0
    bundle = ModelBundle.load(target)
    evaluation = json.loads((run / "evaluation/metrics.json").read_text())
    assert bundle.version == "0.3"
    assert bundle.sha256 == evaluation["weights_sha256"]
    assert bundle.temperature == evaluation["temperature"]
    (metrics,) = bundle.card["metrics"]
    split = json.loads((run / "split.json").read_text())
    assert metrics["protocol"] == split["protocol"] == "grouped"
    assert metrics["patients"] == len(split["test"])
    assert bundle.card["thresholds"]["prediction_set"]["quantile"] >= 0
    assert sum(map(sum, metrics["confusion_matrix"])) == metrics["n"]
    assert bundle.preprocessing["size"] == 32


def test_a_rejection_that_fails_can_be_left_out_and_the_card_says_so(
    fit: Command, train: Command, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    assert fit(run, stages="32x1") == 0
    assert train("evaluate", run, "--device", "cpu") == 0
    assert train("export", run, tmp_path / "guarded") == 0
    assert train("export", run, tmp_path / "plain", "--without-rejection") == 0
    guarded, plain = (ModelBundle.load(tmp_path / name) for name in ("guarded", "plain"))
    assert (guarded.folder / guarded.card["feature_bank"]["file"]).exists()
    assert "feature_bank" not in plain.card
    assert "rejection" not in plain.card["thresholds"]
    assert any("does not refuse" in limit for limit in plain.card["limits"])
    assert not any("does not refuse" in limit for limit in guarded.card["limits"])
    assert sorted(p.name for p in plain.folder.iterdir()) == ["card.json", "weights.safetensors"]


def test_a_run_that_was_not_evaluated_is_not_exported(
    fit: Command, train: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fit(tmp_path / "run", stages="32x1") == 0
    assert train("export", tmp_path / "run", tmp_path / "bundle") == 1
    assert "has not been evaluated" in capsys.readouterr().err
    assert not (tmp_path / "bundle").exists()


def test_an_evaluation_of_other_weights_is_not_exported(
    fit: Command, train: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fit(tmp_path / "run", stages="32x1") == 0
    assert train("evaluate", tmp_path / "run") == 0
    path = tmp_path / "run/evaluation/metrics.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "weights_sha256": "0" * 64}))
    assert train("export", tmp_path / "run", tmp_path / "bundle") == 1
    assert "not of the bundle" in capsys.readouterr().err


def test_another_recipe_does_not_go_on_in_the_same_folder(
    fit: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fit(tmp_path / "run", stages="32x1") == 0
    assert fit(tmp_path / "run", "--learning-rate", "0.1", stages="32x1") == 1
    assert "another recipe" in capsys.readouterr().err


def test_a_loss_that_is_not_a_number_stops_with_the_remedy(
    fit: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fit(tmp_path / "run", "--learning-rate", "1e30", stages="32x2") == 1
    assert "smaller --learning-rate" in capsys.readouterr().err


def test_a_full_disk_leaves_the_checkpoint_before(
    fit: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert fit(tmp_path / "run", stages="32x1") == 0
    before = (tmp_path / "run/last.pt").read_bytes()

    def no_space(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(checkpoint.torch, "save", no_space)
    with pytest.raises(TrainingError, match="No space left on device"):
        checkpoint.save_checkpoint(tmp_path / "run/last.pt", {})
    assert (tmp_path / "run/last.pt").read_bytes() == before
    assert sorted(p.name for p in (tmp_path / "run").glob("last*")) == ["last.pt"]
    capsys.readouterr()


def test_a_checkpoint_of_another_network_is_refused(tmp_path: Path) -> None:
    checkpoint.save_checkpoint(tmp_path / "last.pt", {"network": "xception"})
    with pytest.raises(TrainingError, match="is of 'xception', not of 'tiny'"):
        load_checkpoint(tmp_path / "last.pt", network="tiny")


def test_a_batch_larger_than_the_data_is_refused(
    fit: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fit(tmp_path / "run", "--batch-size", 500, stages="32x1") == 1
    assert "smaller --batch-size" in capsys.readouterr().err


def test_a_folder_that_is_no_run_is_refused(
    train: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train("evaluate", tmp_path) == 1
    assert "not the folder of a run" in capsys.readouterr().err


def test_a_run_whose_data_was_moved_is_measured_where_the_images_lie_now(
    fit: Callable[..., int], train: Callable[..., int], drawn_data: Path, tmp_path: Path
) -> None:
    assert fit(tmp_path / "run") == 0
    moved = tmp_path / "elsewhere" / drawn_data.name
    moved.parent.mkdir()
    drawn_data.rename(moved)
    assert train("evaluate", tmp_path / "run", "--no-controls") == 1
    assert train("evaluate", tmp_path / "run", "--no-controls", "--data", moved) == 0


def test_changed_data_is_not_evaluated(
    fit: Command,
    train: Command,
    drawn_data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert fit(tmp_path / "run", stages="32x1") == 0
    manifest = drawn_data / "manifest.csv"
    manifest.write_text(manifest.read_text().replace(",glioma0,", ",somebody,"))
    assert train("evaluate", tmp_path / "run") == 1
    assert "not what this run's split was drawn from" in capsys.readouterr().err


def test_training_needs_nothing_beyond_its_own_packages() -> None:
    """As on a machine with only torch, torchvision, numpy, pillow, scikit-learn, safetensors."""
    script = """
import sys
absent = {"PySide6", "pydicom", "pytorch_grad_cam", "typer", "rich", "pydantic", "jsonschema",
          "platformdirs", "cv2", "h5py", "tensorboard"}
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in absent:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Absent())
import braintumor_training.cli, braintumor_training.fitting, braintumor_training.evaluation
import braintumor_training.audit
braintumor_training.cli.main(["list", "--sources"])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
