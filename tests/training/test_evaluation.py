"""Evaluation, cross-validation, comparison and export of runs of the tiny network."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from braintumor_desktop.inference.rejection import Rejector
from braintumor_desktop.models.bundle import ModelBundle
from braintumor_training.comparing import compare_runs, mcnemar, paired_difference
from braintumor_training.crossval import join_tables
from braintumor_training.errors import TrainingError
from braintumor_training.evaluation import size_bin
from braintumor_training.prediction import PredictionTable
from braintumor_training.samples import Sample

Command = Callable[..., int]


def _table(hits: list[bool]) -> PredictionTable:
    labels = np.arange(len(hits)) % 2
    predicted = np.where(hits, labels, 1 - labels)
    return PredictionTable(
        tuple(f"i{n}" for n in range(len(hits))),
        tuple(f"p{n // 2}" for n in range(len(hits))),
        labels,
        np.eye(2)[predicted] * 0.8 + 0.1,
        np.full(len(hits), np.nan),
        ("glioma", "meningioma"),
    )


def test_evaluate_fills_a_folder_with_figures_plots_and_a_page(
    fit: Command, train: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = tmp_path / "run"
    assert fit(run) == 0
    assert train("evaluate", run, "--device", "cpu") == 0
    folder = run / "evaluation"
    result = json.loads((folder / "metrics.json").read_text())
    assert set(result["controls"]) == {"shuffled_labels", "ten_features", "randomised_weights"}
    assert result["metrics"]["by_source"]["drawn"]["n"] == result["metrics"]["n"]
    assert result["metrics"]["by_native_size"] == {
        "unknown": result["metrics"]["by_source"]["drawn"]
    }
    page = (folder / "evaluation.md").read_text()
    for name in ("confusion.png", "reliability.png", "maps.png", "curves.png"):
        assert f"({name})" in page
        with Image.open(folder / name) as image:
            assert min(image.size) > 200
    assert f"{result['metrics']['accuracy']:.4f}" in page
    assert "LEAKY" not in page
    table = PredictionTable.load(folder / "predictions.csv")
    accuracy = (table.probabilities.argmax(1) == table.labels).mean()
    assert accuracy == pytest.approx(result["metrics"]["accuracy"])
    assert "glioma" not in "".join(table.images + table.persons)
    said = capsys.readouterr().err
    assert "controls: shuffled labels" in said
    assert "rejection: accepts" in said


def test_the_exported_bundle_carries_bank_thresholds_and_controls(
    fit: Command, train: Command, tmp_path: Path
) -> None:
    from safetensors.numpy import load_file

    run, target = tmp_path / "run", tmp_path / "bundle"
    assert fit(run) == 0
    assert train("evaluate", run, "--device", "cpu") == 0
    assert train("export", run, target, "--also", run) == 0
    card = ModelBundle.load(target).card
    stored = load_file(target / card["feature_bank"]["file"])
    rejector = Rejector.load(ModelBundle.load(target))
    assert rejector is not None
    assert (rejector.layer, rejector.grid) == ("stage3", 2)
    assert stored["projection"].shape == (16 * 4, 16 * 4)
    assert rejector.threshold == card["thresholds"]["rejection"]["threshold"]
    assert card["thresholds"]["rejection"]["accepted_odd_inputs"]["white noise"] == 0
    assert any("Ten histogram and texture features" in limit for limit in card["limits"])
    assert any("without a collection of other organs" in limit for limit in card["limits"])
    assert len(card["metrics"]) == 2


def test_a_leaky_run_is_stamped_on_everything_it_writes(
    fit: Command,
    train: Command,
    drawn_data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The second slice of every patient tests, the first trains."""
    manifest = drawn_data / "manifest.csv"
    header, *rows = manifest.read_text().splitlines()
    rows = [f"{row},{'test' if row.split(',')[0].endswith('1.png') else 'train'}" for row in rows]
    manifest.write_text("\n".join([f"{header},split", *rows]) + "\n")
    run, target = tmp_path / "run", tmp_path / "bundle"
    official = ("--protocol", "official")
    assert fit(run, *official) == 1
    assert "of 24 test images 0 have the same image and 24 the same patient" in (
        capsys.readouterr().err
    )
    assert not run.exists()
    assert fit(run, *official, "--allow-leak") == 0
    assert train("evaluate", run, "--no-controls") == 0
    assert train("export", run, target) == 0
    assert "official (LEAKY)" in capsys.readouterr().err
    assert json.loads((run / "split.json").read_text())["leaky"] is True
    assert (run / "LEAKY").exists()
    assert "LEAKY" in (run / "evaluation/evaluation.md").read_text()
    card = ModelBundle.load(target).card
    assert card["metrics"][0]["leaky"] is True
    assert card["training"]["protocol"] == "official (LEAKY)"
    assert card["limits"][0].startswith("LEAKY")


def test_cross_validation_pools_every_image_once_and_does_not_repeat_a_fold(
    train: Command,
    drawn_data: Path,
    tiny_network: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    command = (
        *("crossval", tmp_path / "cv", "--data", drawn_data, "--protocol", "grouped"),
        *("--model", tiny_network, "--stages", "32x1", "--batch-size", 8, "--no-controls"),
    )
    assert train(*command, "--folds", "0,1") == 0
    done = (tmp_path / "cv/fold-0/evaluation/metrics.json").stat().st_mtime_ns
    assert train(*command) == 0
    assert (tmp_path / "cv/fold-0/evaluation/metrics.json").stat().st_mtime_ns == done
    result = json.loads((tmp_path / "cv/evaluation/metrics.json").read_text())
    assert (result["metrics"]["n"], result["metrics"]["patients"]) == (48, 24)
    assert result["folds"] == [0, 1, 2, 3, 4]
    page = (tmp_path / "cv/evaluation/crossval.md").read_text()
    assert "n = 48 images of 24 patients" in page
    assert "mean of folds" in capsys.readouterr().err
    assert train("compare", tmp_path / "cv", tmp_path / "cv/fold-0") == 0
    assert "| fold-0 | grouped |" in capsys.readouterr().out


def test_folds_that_cannot_be_read_are_refused(
    train: Command, drawn_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train("crossval", tmp_path / "cv", "--data", drawn_data, "--folds", "a") == 1
    assert "Write them as 0,1,2" in capsys.readouterr().err


def test_an_image_in_two_folds_is_refused() -> None:
    with pytest.raises(TrainingError, match="tested in two folds"):
        join_tables([_table([True] * 4), _table([True] * 4)])


def test_mcnemar_counts_only_what_the_runs_disagree_on() -> None:
    first = np.array([True] * 90 + [False] * 10)
    assert mcnemar(first, first) == 1
    second = np.array([True] * 100)
    assert mcnemar(first, second) == pytest.approx(2 * 0.5**10)


def test_the_paired_difference_has_its_interval() -> None:
    worse, better = _table([n % 4 != 0 for n in range(80)]), _table([True] * 80)
    difference, low, high = paired_difference(worse, better)
    assert difference == pytest.approx(0.25)
    assert 0 < low < difference < high
    assert paired_difference(better, better) == (0, 0, 0)


def test_a_run_that_was_not_evaluated_is_not_compared(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="two runs or more"):
        compare_runs([tmp_path])
    with pytest.raises(TrainingError, match="has not been evaluated"):
        compare_runs([tmp_path, tmp_path])


def test_predictions_survive_their_file(tmp_path: Path) -> None:
    table = replace(_table([True, False, True]), pointing=np.array([1.0, 0.0, np.nan]))
    table.save(tmp_path / "predictions.csv")
    again = PredictionTable.load(tmp_path / "predictions.csv")
    assert (again.images, again.persons, again.classes) == (
        *(table.images, table.persons, table.classes),
    )
    np.testing.assert_array_equal(again.pointing, table.pointing)
    np.testing.assert_allclose(again.probabilities, table.probabilities)


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "unknown"), (225, "up to 256"), (300, "257 to 511"), (512, "512"), (900, "over 512")],
)
def test_native_sizes_are_told_in_words(size: int, words: str) -> None:
    assert size_bin(Sample(Path("a.png"), "glioma", "1", "1", native_size=size)) == words


def test_an_unreadable_image_is_left_out_or_stops_a_strict_run(
    fit: Command, drawn_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in drawn_data.glob("glioma_*_0.png"):
        path.write_bytes(b"not an image")
    assert fit(tmp_path / "strict", "--strict", stages="32x1") == 1
    assert "The image cannot be read" in capsys.readouterr().err
    assert fit(tmp_path / "run", stages="32x1") == 0
    lines = (tmp_path / "run/unreadable.csv").read_text().splitlines()
    assert lines[0] == "image,reason"
    assert all("glioma_" in line and "cannot be read" in line for line in lines[1:])
    assert f"{len(lines) - 1} images cannot be read" in capsys.readouterr().err
