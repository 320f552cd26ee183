from __future__ import annotations

from pathlib import Path

import pytest
from braintumor_training.errors import TrainingError
from braintumor_training.samples import read_border, read_source

_HEADER = "file,official_split,label,source,image_cluster,patient_group,cheng_index,mirrored,"
_HEADER += "patient_id,patient_family,cheng_label\n"


def _nickparvar(folder: Path) -> Path:
    data, beside = folder / "nickparvar", folder / "cheng"
    data.mkdir()
    beside.mkdir()
    (data / "manifest.csv").write_text(
        _HEADER
        + "a.jpg,train,pituitary,cheng,7,3,16,1,P1,P1,meningioma\n"
        + "b.jpg,test,no_tumor,br35h,8,4,,,,,\n"
    )
    (beside / "manifest.csv").write_text('index,border_xy\n16,"127.5,0 255.5,10"\n')
    return data


def test_the_label_of_cheng_wins_over_the_folders(tmp_path: Path) -> None:
    tumor, healthy = read_source("nickparvar", _nickparvar(tmp_path))
    assert (tumor.label, healthy.label) == ("meningioma", "no_tumor")


def test_the_border_of_a_mirrored_copy_is_mirrored(tmp_path: Path) -> None:
    tumor, healthy = read_source("nickparvar", _nickparvar(tmp_path))
    assert tumor.border is not None
    assert [x for x, _ in tumor.border] == [0.75, 0.5]
    assert healthy.border is None


def test_a_border_is_read_in_shares_of_the_frame() -> None:
    assert read_border("127.5,255.5", 512) == ((0.25, 0.5),)


def test_a_manifest_without_its_columns_names_them(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text("path,label\na.png,glioma\n")
    with pytest.raises(TrainingError, match=r"manifest\.csv: .*lacks the columns patient"):
        read_source("manifest", tmp_path)


def test_a_label_outside_the_classes_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text("path,label,patient\na.png,cyst,1\n")
    with pytest.raises(TrainingError, match=r"Line 2 .*'cyst'"):
        read_source("manifest", tmp_path)


def test_a_missing_manifest_says_so(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match=r"cannot be read"):
        read_source("manifest", tmp_path)


def test_an_empty_manifest_says_so(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text("path,label,patient\n")
    with pytest.raises(TrainingError, match="lists no image"):
        read_source("manifest", tmp_path)


def test_an_unknown_source_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="manifest, nickparvar"):
        read_source("imagenet", tmp_path)


@pytest.mark.data
def test_the_real_data_has_what_the_design_states(data_folder: Path) -> None:
    samples = read_source("nickparvar", data_folder / "nickparvar")
    assert len(samples) == 7019
    assert len({s.cluster for s in samples}) == 3745
    assert sum(s.border is not None for s in samples) == 4750
