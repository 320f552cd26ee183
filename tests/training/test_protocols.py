from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from braintumor_training.errors import TrainingError
from braintumor_training.leaks import checked_split, find_overlap
from braintumor_training.protocols import (
    PROTOCOLS,
    assign_units,
    classes_of,
    draw_split,
    find_protocol,
)
from braintumor_training.samples import Sample
from braintumor_training.sources import read_source
from braintumor_training.splits import Split, one_per_cluster

TUMORS = ("glioma", "meningioma", "pituitary")
DECLARED = "a1bd859a28695a1d4d8c17003b169bc7781465f55ceaccbbd9450ab084dbf7f6"


def _cheng() -> list[Sample]:
    """Ten patients a class, three slices each; the last two patients are one family."""
    return [
        Sample(
            Path(f"{label}{patient}_{number}.jpg"),
            label,
            cluster=f"{label}{patient}_{number}",
            group=f"{label}{patient}",
            patient=f"{label}{patient}",
            family=f"{label}{min(patient, 8)}",
            fold=patient % 5,
            name=f"{label}{patient}_{number}.jpg",
        )
        for label in TUMORS
        for patient in range(10)
        for number in range(3)
    ]


def _draw(name: str, fold: int = 0) -> tuple[list[Sample], Split]:
    protocol = PROTOCOLS[name]
    samples = assign_units(_cheng(), protocol)
    return samples, draw_split(samples, protocol, fold, seed=0, source="cheng")


def test_the_authors_folds_are_read_not_drawn() -> None:
    for fold in range(5):
        samples, split = _draw("cheng-patient", fold)
        assert {s.fold for s in split.part(samples, "test")} == {fold}
        assert not find_overlap(samples, split)


def test_patients_of_one_family_stay_together() -> None:
    for fold in range(5):
        samples, split = _draw("cheng-family", fold)
        for label in TUMORS:
            families = [f"{label}8" in getattr(split, p) for p in ("train", "validation", "test")]
            assert sum(families) == 1
        assert len(split.part(samples, "test")) >= 15


def test_a_split_over_images_is_refused_unless_the_leak_is_asked_for() -> None:
    samples, split = _draw("cheng-image")
    overlap = find_overlap(samples, split)
    assert overlap.twins == 0
    assert overlap.persons == overlap.tested
    with pytest.raises(TrainingError, match=r"leaks: of 18 test images.*--allow-leak"):
        checked_split(samples, split, allow_leak=False)
    assert checked_split(samples, split, allow_leak=True).stamp == "cheng-image (LEAKY)"


def test_copies_across_an_official_split_are_refused() -> None:
    samples = [replace(s, part="test" if s.patient.endswith("9") else "train") for s in _cheng()]
    protocol = PROTOCOLS["official"]
    clean = assign_units(samples, protocol)
    split = draw_split(clean, protocol, 0, seed=0)
    assert not checked_split(clean, split, allow_leak=False).leaky
    copied = [replace(s, cluster="glioma0_0") if s.name == "glioma9_0.jpg" else s for s in clean]
    with pytest.raises(TrainingError, match="of 9 test images 1 have the same image"):
        checked_split(copied, split, allow_leak=False)
    assert checked_split(copied, split, allow_leak=True).leaky


def test_the_leak_is_part_of_the_splits_file_and_hash(tmp_path: Path) -> None:
    _, split = _draw("cheng-image")
    split.save(tmp_path / "split.json")
    assert Split.load(tmp_path / "split.json").leaky
    assert split.sha256 != replace(split, leaky=False).sha256


def test_data_without_a_split_has_no_official_one() -> None:
    protocol = PROTOCOLS["official"]
    with pytest.raises(TrainingError, match="came without a split"):
        draw_split(assign_units(_cheng(), protocol), protocol, 0, seed=0)


def test_an_official_validation_part_is_kept() -> None:
    parts = ["train", "train", "validation", "test"]
    samples = [replace(s, part=parts[i % 4]) for i, s in enumerate(_cheng())]
    protocol = PROTOCOLS["official"]
    samples = assign_units(samples, protocol)
    split = draw_split(samples, protocol, 0, seed=0)
    assert {s.part for s in split.part(samples, "validation")} == {"validation"}


def test_images_without_an_authors_fold_are_refused() -> None:
    protocol = PROTOCOLS["cheng-patient"]
    samples = assign_units([replace(s, fold=None) for s in _cheng()], protocol)
    with pytest.raises(TrainingError, match="states no fold"):
        draw_split(samples, protocol, 0, seed=0)


def test_a_protocol_for_other_data_is_refused() -> None:
    protocol = PROTOCOLS["nickparvar-grouped"]
    with pytest.raises(TrainingError, match="is for nickparvar, not manifest"):
        draw_split(_cheng(), protocol, 0, seed=0, source="manifest")


def test_an_unknown_protocol_lists_the_known_ones() -> None:
    with pytest.raises(TrainingError, match="cheng-patient, cheng-family"):
        find_protocol("cheng")


def test_a_class_outside_the_protocol_is_refused() -> None:
    odd = [*_cheng(), replace(_cheng()[0], label="no_tumor")]
    with pytest.raises(TrainingError, match="is no_tumor"):
        assign_units(odd, PROTOCOLS["cheng-patient"])


def test_the_classes_keep_their_one_order_and_an_empty_one_is_named() -> None:
    protocol = PROTOCOLS["cheng-patient"]
    assert classes_of(_cheng(), protocol) == TUMORS
    with pytest.raises(TrainingError, match="No image has the class glioma"):
        classes_of([s for s in _cheng() if s.label != "glioma"], protocol)
    with pytest.raises(TrainingError, match="nothing to tell apart"):
        classes_of([s for s in _cheng() if s.label == "glioma"], PROTOCOLS["grouped"])


@pytest.mark.data
def test_the_declared_split_of_the_shipped_weights_stands(data_folder: Path) -> None:
    protocol = PROTOCOLS["nickparvar-grouped"]
    samples = assign_units(read_source("nickparvar", data_folder / "nickparvar"), protocol)
    split = draw_split(samples, protocol, 0, seed=0, source="nickparvar")
    assert split.sha256 == DECLARED
    assert not find_overlap(samples, split)
    assert len(one_per_cluster(split.part(samples, "test"))) == 748


@pytest.mark.data
def test_the_official_split_of_the_real_data_leaks_as_the_design_states(data_folder: Path) -> None:
    protocol = PROTOCOLS["nickparvar-official"]
    samples = assign_units(read_source("nickparvar", data_folder / "nickparvar"), protocol)
    overlap = find_overlap(samples, draw_split(samples, protocol, 0, seed=0, source="nickparvar"))
    assert (overlap.tested, overlap.twins, overlap.persons) == (1311, 985, 1292)


@pytest.mark.data
def test_the_authors_folds_of_the_real_data_separate_patients_but_not_families(
    data_folder: Path,
) -> None:
    read = read_source("cheng", data_folder / "cheng")
    protocol = PROTOCOLS["cheng-patient"]
    samples = assign_units(read, protocol)
    splits = [draw_split(samples, protocol, fold, seed=0) for fold in range(5)]
    assert sorted(len(split.part(samples, "test")) for split in splits) == [
        *(562, 570, 613, 655, 664)
    ]
    assert not any(find_overlap(samples, split) for split in splits)
    crossing = {s.family for s in read if len({t.fold for t in read if t.family == s.family}) > 1}
    assert len(crossing) == 15
