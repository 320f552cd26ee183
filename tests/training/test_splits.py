from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_training.errors import TrainingError
from braintumor_training.samples import Sample
from braintumor_training.sources import read_source
from braintumor_training.splits import Split, grouped_split, one_per_cluster


def _samples() -> list[Sample]:
    return [
        Sample(Path(f"{label}/{patient}_{number}.png"), label, f"{label}{patient}{number // 2}", g)
        for label in CLASS_KEYS
        for patient in range(12)
        for g in [f"{label}{patient}"]
        for number in range(4)
    ]


def test_no_patient_stands_in_two_parts_and_none_is_lost() -> None:
    samples = _samples()
    for fold in range(5):
        split = grouped_split(samples, fold, protocol="p")
        parts = [split.train, split.validation, split.test]
        assert sum(len(part) for part in parts) == len(frozenset.union(*parts)) == 48


def test_every_patient_is_tested_in_exactly_one_fold() -> None:
    tests = [grouped_split(_samples(), fold, protocol="p").test for fold in range(5)]
    assert sorted(g for test in tests for g in test) == sorted({s.group for s in _samples()})


def test_every_class_is_in_every_part() -> None:
    samples = _samples()
    split = grouped_split(samples, 2, protocol="p")
    for name in ("train", "validation", "test"):
        assert {s.label for s in split.part(samples, name)} == set(CLASS_KEYS)


def test_the_same_seed_gives_the_same_file_and_another_seed_another() -> None:
    first, again = (grouped_split(_samples(), 0, protocol="p", seed=4).sha256 for _ in range(2))
    assert first == again != grouped_split(_samples(), 0, protocol="p", seed=5).sha256


def test_a_changed_label_changes_the_hash_of_the_inputs() -> None:
    samples = _samples()
    changed = [replace(samples[0], label="pituitary"), *samples[1:]]
    hashes = {grouped_split(s, 0, protocol="p").inputs_sha256 for s in (samples, changed)}
    assert len(hashes) == 2


def test_a_split_survives_its_file(tmp_path: Path) -> None:
    split = grouped_split(_samples(), 1, protocol="p")
    split.save(tmp_path / "split.json")
    assert Split.load(tmp_path / "split.json") == split


def test_a_damaged_split_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "split.json").write_text('{"fold": 1}')
    with pytest.raises(TrainingError, match=r"split\.json"):
        Split.load(tmp_path / "split.json")


def test_one_image_a_cluster_is_counted() -> None:
    assert len(one_per_cluster(_samples())) == 96


def test_a_class_of_one_patient_is_refused() -> None:
    samples = [s if s.label != "glioma" else replace(s, group="one") for s in _samples()]
    with pytest.raises(TrainingError, match="glioma comes from 1 patient"):
        grouped_split(samples, 0, protocol="p")


def test_a_fold_that_does_not_exist_is_refused() -> None:
    with pytest.raises(TrainingError, match="Fold 5 does not exist"):
        grouped_split(_samples(), 5, protocol="p")


@pytest.mark.data
def test_the_declared_fold_of_the_real_data_separates_patients_and_twins(data_folder: Path) -> None:
    samples = read_source("nickparvar", data_folder / "nickparvar")
    split = grouped_split(samples, 0, protocol="nickparvar-grouped")
    test = split.part(samples, "test")
    rest = split.part(samples, "train") + split.part(samples, "validation")
    assert not {s.cluster for s in test} & {s.cluster for s in rest}
    assert len(one_per_cluster(test)) == 748
