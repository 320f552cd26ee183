from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from braintumor_desktop.models.bundle import ModelBundle
from braintumor_training.distillation import Teacher, distillation_values, softened
from braintumor_training.runs import Run


def test_agreeing_with_the_teacher_costs_nothing() -> None:
    told = torch.tensor([[2.0, -1.0, 0.5], [0.0, 0.0, 3.0]])
    assert float(distillation_values(told, softened(told)).abs().max()) == pytest.approx(
        0, abs=1e-6
    )
    shifted = distillation_values(told + 5, softened(told))  # logits mean the same up to a constant
    assert float(shifted.abs().max()) == pytest.approx(0, abs=1e-5)


def test_disagreeing_costs_and_draws_towards_the_teacher() -> None:
    told = torch.tensor([[4.0, 0.0]])
    said = torch.tensor([[0.0, 4.0]], requires_grad=True)
    values = distillation_values(said, softened(told))
    values.sum().backward()
    assert float(values.detach()) > 1
    assert said.grad is not None
    assert float(said.grad[0, 0]) < 0 < float(said.grad[0, 1])


@pytest.fixture
def teacher(fit: Callable[..., int], train: Callable[..., int], tmp_path: Path) -> Path:
    """A bundle of the tiny network, trained on fold 0 of the drawn data."""
    assert fit(tmp_path / "first") == 0
    assert train("evaluate", tmp_path / "first") == 0
    assert train("export", tmp_path / "first", tmp_path / "bundle", "--bundle-version", "1") == 0
    return tmp_path / "bundle"


def test_a_run_learns_from_a_bundle_of_its_split_and_its_card_says_so(
    fit: Callable[..., int], train: Callable[..., int], teacher: Path, tmp_path: Path
) -> None:
    taught = tmp_path / "taught"
    assert fit(taught, "--teacher", teacher, "--pretrained", teacher) == 0
    log = (taught / "log.csv").read_text().splitlines()
    column = log[0].split(",").index("distillation_loss")
    assert all(float(line.split(",")[column]) > 0 for line in log[1:])
    record = (taught / "pretrained.json").read_text()
    assert ModelBundle.load(teacher).sha256 in record
    assert Run.read(taught).recipe.teacher == str(teacher)
    assert train("evaluate", taught, "--no-controls") == 0
    told = ModelBundle.load(taught / "bundle").card["training"]
    assert told["taught_by"] == [{"bundle": "tiny 1", "sha256": ModelBundle.load(teacher).sha256}]
    assert told["started_from"]["sha256"] == ModelBundle.load(teacher).sha256
    assert str(tmp_path) not in str(told)  # no folder of this machine


@pytest.mark.parametrize("flag", ["--teacher", "--pretrained"])
def test_a_bundle_of_another_split_is_refused(
    fit: Callable[..., int],
    teacher: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    flag: str,
) -> None:
    assert fit(tmp_path / "leaking", flag, teacher, "--fold", 1) != 0
    assert "another split" in capsys.readouterr().err


def test_several_teachers_answer_by_the_mean_of_their_answers(
    fit: Callable[..., int], train: Callable[..., int], teacher: Path, tmp_path: Path
) -> None:
    second, bundle = tmp_path / "second", tmp_path / "second-bundle"
    assert fit(second, "--learning-rate", "0.01") == 0
    assert train("evaluate", second) == 0
    assert train("export", second, bundle, "--bundle-version", "1") == 0
    classes, device = ModelBundle.load(teacher).class_keys, torch.device("cpu")
    images = torch.rand(3, 1, 32, 32)
    one, other, both = (
        Teacher(folders, classes, device).answers(images)
        for folders in ([str(teacher)], [str(bundle)], [str(teacher), str(bundle)])
    )
    assert not torch.allclose(one, other)
    assert torch.allclose(both, (one + other) / 2)
    taught = tmp_path / "taught-by-two"
    assert fit(taught, "--teacher", f"{teacher}{os.pathsep}{bundle}") == 0


def test_every_fold_of_a_cross_validation_learns_from_the_teacher_of_its_own_split(
    train: Callable[..., int], drawn_data: Path, tiny_network: str, tmp_path: Path
) -> None:
    common = (
        *("--data", drawn_data, "--model", tiny_network, "--protocol", "grouped", "--folds", "0,1"),
        *("--stages", "32x1", "--batch-size", 8, "--no-tensorboard", "--no-controls"),
    )
    assert train("crossval", tmp_path / "teachers", *common) == 0
    bundles = tmp_path / "teachers" / "fold-{fold}" / "bundle"
    assert train("crossval", tmp_path / "taught", *common, "--teacher", bundles) == 0
    for fold in (0, 1):
        recipe = Run.read(tmp_path / "taught" / f"fold-{fold}").recipe
        assert recipe.teacher == str(bundles).replace("{fold}", str(fold))
