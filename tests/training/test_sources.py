from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import h5py
import numpy as np
import pytest
from PIL import Image

from braintumor_training.errors import TrainingError
from braintumor_training.pixels import read_pixels
from braintumor_training.sources import SOURCES, find_source, read_source
from braintumor_training.sources.cheng_mat import patient_family
from braintumor_training.sources.tables import class_key, frame_border

_HEADER = "file,official_split,label,source,image_cluster,patient_group,cheng_index,mirrored,"
_HEADER += "patient_id,patient_family,cheng_label\n"
_CHENG = "index,file,label,patient_id,patient_family,fold,native_size,border_xy\n"

MakeImage = Callable[..., Path]


def _nickparvar(folder: Path) -> Path:
    data, beside = folder / "nickparvar", folder / "cheng"
    data.mkdir()
    beside.mkdir()
    (data / "manifest.csv").write_text(
        _HEADER
        + "a.jpg,train,pituitary,cheng,7,3,16,1,P1,P1,meningioma\n"
        + "b.jpg,test,no_tumor,br35h,8,4,,,,,\n"
    )
    (beside / "manifest.csv").write_text(
        _CHENG + '16,images/16.jpg,meningioma,P1,P1,2,256,"127.5,0 255.5,10 255.5,20"\n'
    )
    return data


def test_the_label_of_cheng_wins_over_the_folders(tmp_path: Path) -> None:
    tumor, healthy = read_source("nickparvar", _nickparvar(tmp_path))
    assert (tumor.label, healthy.label) == ("meningioma", "no_tumor")
    assert (tumor.stated_label, healthy.stated_label) == ("pituitary", "")


def test_the_border_of_a_mirrored_copy_is_mirrored(tmp_path: Path) -> None:
    tumor, healthy = read_source("nickparvar", _nickparvar(tmp_path))
    assert tumor.border is not None
    assert [x for x, _ in tumor.border] == [0.75, 0.5, 0.5]
    assert healthy.border is None


def test_native_members_join_their_copies_cluster_and_group(tmp_path: Path) -> None:
    data = _nickparvar(tmp_path)
    samples = read_source("nickparvar", data)
    (native,) = SOURCES["nickparvar"].native_members(samples, data)
    assert (native.cluster, native.group, native.label) == ("7", "3", "meningioma")
    assert (native.native_size, samples[0].native_size) == (256, 256)
    assert native.border is not None
    assert [x for x, _ in native.border] == [0.25, 0.5, 0.5]


def test_the_folds_of_cheng_are_read(tmp_path: Path) -> None:
    _nickparvar(tmp_path)
    (sample,) = read_source("cheng", tmp_path / "cheng")
    assert (sample.fold, sample.patient, sample.native_size) == (1, "P1", 256)


@pytest.mark.parametrize("fold", ["0", "6", "x"])
def test_a_fold_that_the_authors_do_not_have_names_its_line(tmp_path: Path, fold: str) -> None:
    (tmp_path / "manifest.csv").write_text(_CHENG + f"1,a.jpg,glioma,P,P,{fold},512,\n")
    with pytest.raises(TrainingError, match=f"Line 2 has the fold '{fold}'"):
        read_source("cheng", tmp_path)


def test_a_border_is_read_in_shares_of_the_frame() -> None:
    assert frame_border("127.5,255.5 0,0 1,1", 512)[0] == (0.25, 0.5)  # type: ignore[index]


# --- MATLAB files as published


def _write_mat(path: Path, label: int, patient: str, **changes: object) -> None:
    """One file in the published layout; MATLAB's columns-first order shows as a transpose."""
    image = np.arange(60, dtype=np.int16).reshape(6, 10)
    image[2, 7] = 999
    mask = np.zeros((6, 10), np.uint8)
    mask[1:5, 4:9] = 1
    # The publication's first of a pair runs along the rows, counted from 1.
    border = np.array([[2, 5, 2, 9, 5, 9, 5, 5]], float)
    values = {
        "label": np.array([[float(label)]]),
        "PID": np.array([[ord(c)] for c in patient], np.uint16),
        "image": image.T,
        "tumorBorder": border,
        "tumorMask": mask.T,
        **changes,
    }
    with h5py.File(path, "w", userblock_size=512) as file:
        group = file.create_group("cjdata")
        for name, value in values.items():
            if value is not None:
                group[name] = value


def test_a_published_file_gives_label_patient_fold_border_and_upright_pixels(
    tmp_path: Path,
) -> None:
    _write_mat(tmp_path / "1.mat", 1, "100360")
    _write_mat(tmp_path / "2.mat", 2, "MR050791B")
    with h5py.File(tmp_path / "cvind.mat", "w") as file:
        file["cvind"] = np.array([[3.0, 5.0]])
    first, second = read_source("auto", tmp_path)
    assert (first.label, first.patient, first.fold, first.cluster) == (
        "meningioma",
        "100360",
        2,
        "1",
    )
    assert (second.label, second.family, second.fold) == ("glioma", "MR050791", 4)
    assert first.border is not None
    assert {(round(x * 10 - 0.5, 3), round(y * 6 - 0.5, 3)) for x, y in first.border} == {
        *((4, 1), (8, 1), (8, 4), (4, 4))
    }
    pixels = read_pixels(first)
    assert pixels.shape == (6, 10)
    assert pixels[2, 7] == 999


def test_a_mat_file_without_its_parts_names_them(tmp_path: Path) -> None:
    _write_mat(tmp_path / "1.mat", 1, "P", tumorMask=None)
    with pytest.raises(TrainingError, match=r"1\.mat: .*lacks cjdata/tumorMask"):
        read_source("cheng-mat", tmp_path)


def test_a_mat_file_with_another_label_is_refused(tmp_path: Path) -> None:
    _write_mat(tmp_path / "1.mat", 4, "P")
    with pytest.raises(TrainingError, match="label is 4"):
        read_source("cheng-mat", tmp_path)


def test_a_mat_border_outside_its_image_is_refused(tmp_path: Path) -> None:
    _write_mat(tmp_path / "1.mat", 1, "P", tumorBorder=np.full((1, 8), 900.0))
    with pytest.raises(TrainingError, match="border lies outside its image"):
        read_source("cheng-mat", tmp_path)


def test_an_older_mat_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "1.mat").write_bytes(b"MATLAB 5.0 MAT-file" + bytes(600))
    with pytest.raises(TrainingError, match=r"1\.mat: .*no MATLAB v7\.3 file"):
        read_source("cheng-mat", tmp_path)


@pytest.mark.parametrize(
    ("patient", "family"),
    [("MR024780B", "MR024780"), ("MR024780", "MR024780"), ("100360", "100360"), ("AB", "AB")],
)
def test_a_trailing_letter_does_not_make_another_family(patient: str, family: str) -> None:
    assert patient_family(patient) == family


# --- one folder a class


def test_kaggles_folders_are_read_with_their_split(tmp_path: Path, make_image: MakeImage) -> None:
    make_image(tmp_path / "Training/notumor/Tr-no_1.png", 1)
    make_image(tmp_path / "Testing/glioma_tumor/Te-gl_1.png", 2)
    test, train = read_source("auto", tmp_path)
    assert (test.label, test.part, test.name) == (
        "glioma",
        "test",
        "Testing/glioma_tumor/Te-gl_1.png",
    )
    assert (train.label, train.part, train.cluster) == ("no_tumor", "train", "")


def test_an_empty_class_is_named(tmp_path: Path, make_image: MakeImage) -> None:
    make_image(tmp_path / "glioma/a.png", 1)
    (tmp_path / "pituitary").mkdir()
    with pytest.raises(TrainingError, match="class pituitary is empty"):
        read_source("folders", tmp_path)


def test_a_folder_without_classes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cats").mkdir()
    with pytest.raises(TrainingError, match="No folder here is named after a class"):
        read_source("folders", tmp_path)


@pytest.mark.parametrize(
    ("text", "key"),
    [("No Tumor", "no_tumor"), ("GLIOMA", "glioma"), ("pituitary-tumor", "pituitary"), ("x", None)],
)
def test_classes_are_understood_as_folders_spell_them(text: str, key: str | None) -> None:
    assert class_key(text) == key


# --- a hospital's own manifest


def test_a_manifest_without_its_columns_names_them(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text("path,label\na.png,glioma\n")
    with pytest.raises(TrainingError, match=r"manifest\.csv: .*lacks the columns patient"):
        read_source("manifest", tmp_path)


def _refusal(tmp_path: Path, lines: str, columns: str = "path,label,patient") -> str:
    (tmp_path / "manifest.csv").write_text(f"{columns}\n{lines}\n")
    with pytest.raises(TrainingError) as refused:
        read_source("manifest", tmp_path)
    return str(refused.value)


def test_a_label_outside_the_classes_names_its_line(tmp_path: Path) -> None:
    assert "Line 2 has the label 'cyst'" in _refusal(tmp_path, "a.png,cyst,1")


def test_a_line_without_patient_is_named(tmp_path: Path) -> None:
    assert "Line 3 names no patient" in _refusal(tmp_path, "a.png,glioma,1\nb.png,glioma,")


def test_one_name_for_two_images_is_named(tmp_path: Path) -> None:
    message = _refusal(tmp_path, "a.png,glioma,1\na.png,pituitary,2")
    assert "a.png is listed twice, as glioma and as pituitary" in message


def test_a_border_outside_its_image_names_its_line(tmp_path: Path) -> None:
    message = _refusal(tmp_path, "a.png,glioma,1,0.1;0.1", "path,label,patient,border")
    assert "Line 2 has a border that cannot be read" in message
    message = _refusal(tmp_path, 'a.png,glioma,1,"12,40 30,40 30,60"', "path,label,patient,border")
    assert "Line 2 has a border outside its image" in message


def test_a_missing_manifest_says_so(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match=r"cannot be read"):
        read_source("manifest", tmp_path)


def test_an_empty_manifest_says_so(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text("path,label,patient\n")
    with pytest.raises(TrainingError, match="lists no image"):
        read_source("manifest", tmp_path)


def test_a_manifest_in_another_encoding_says_so(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_bytes("path,label,patient\nä.png,glioma,1\n".encode("utf-16"))
    with pytest.raises(TrainingError, match="no CSV table in UTF-8"):
        read_source("manifest", tmp_path)


# --- DICOM


@pytest.fixture
def dicom_folder(tmp_path: Path) -> Path:
    """Three MR files that pydicom writes: 16-bit, MONOCHROME1 the second, a patient each."""
    from pydicom.dataset import Dataset, FileMetaDataset
    from pydicom.uid import ExplicitVRLittleEndian, MRImageStorage

    folder = tmp_path / "dicom"
    (folder / "series").mkdir(parents=True)
    for number in range(3):
        dataset = Dataset()
        dataset.file_meta = FileMetaDataset()
        dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
        dataset.file_meta.MediaStorageSOPClassUID = MRImageStorage
        dataset.SOPClassUID = MRImageStorage
        dataset.SOPInstanceUID = f"1.2.3.{number}"
        dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
        dataset.PatientID = f"P{number}" if number < 2 else ""
        dataset.Rows, dataset.Columns = 4, 6
        dataset.SamplesPerPixel = 1
        dataset.PhotometricInterpretation = "MONOCHROME1" if number == 1 else "MONOCHROME2"
        dataset.BitsAllocated = dataset.BitsStored = 16
        dataset.HighBit, dataset.PixelRepresentation = 15, 0
        dataset.RescaleSlope, dataset.RescaleIntercept = "2", "1"
        dataset.PixelData = np.arange(24, dtype=np.uint16).tobytes()
        dataset.save_as(folder / f"series/{number}", enforce_file_format=True)
    return folder


def test_dicom_labels_are_joined_by_uid(dicom_folder: Path) -> None:
    (dicom_folder / "labels.csv").write_text(
        "sop_instance_uid,label\n1.2.3.1,glioma\n1.2.3.0,no_tumor\n"
    )
    first, second = read_source("auto", dicom_folder)
    assert (first.label, first.patient, first.native_size) == ("glioma", "P1", 6)
    assert read_pixels(second)[0, :3].tolist() == [1, 3, 5]
    assert read_pixels(first)[0, :3].tolist() == [46, 44, 42]


def test_dicom_labels_are_joined_by_path(dicom_folder: Path) -> None:
    (dicom_folder / "labels.csv").write_text("path,label,patient\nseries/2,pituitary,someone\n")
    (sample,) = read_source("dicom", dicom_folder)
    assert (sample.name, sample.patient) == ("series/2", "someone")


def test_a_dicom_file_without_patient_asks_for_a_pseudonym(dicom_folder: Path) -> None:
    (dicom_folder / "labels.csv").write_text("sop_instance_uid,label\n1.2.3.2,glioma\n")
    with pytest.raises(TrainingError, match=r"Line 2 names no patient.*pseudonym"):
        read_source("dicom", dicom_folder)


def test_a_label_of_no_dicom_file_names_its_line(dicom_folder: Path) -> None:
    (dicom_folder / "labels.csv").write_text("sop_instance_uid,label\n9.9,glioma\n")
    with pytest.raises(TrainingError, match=r"Line 2 names '9\.9', which is not here"):
        read_source("dicom", dicom_folder)


def test_two_dicom_files_with_one_uid_are_named(dicom_folder: Path) -> None:
    (dicom_folder / "again").write_bytes((dicom_folder / "series/0").read_bytes())
    (dicom_folder / "labels.csv").write_text("sop_instance_uid,label\n1.2.3.0,glioma\n")
    with pytest.raises(TrainingError, match="Two files have one SOP Instance UID"):
        read_source("dicom", dicom_folder)


# --- finding the reader


def test_an_unknown_source_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="folders, manifest, nickparvar"):
        read_source("imagenet", tmp_path)


def test_a_folder_that_no_reader_knows_says_what_would_do(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="Nothing here looks like labelled images"):
        read_source("auto", tmp_path)


def test_a_folder_that_does_not_exist_says_so(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="does not exist"):
        read_source("auto", tmp_path / "nowhere")


def test_sixteen_bit_images_keep_their_depth(tmp_path: Path) -> None:
    deep = np.array([[0, 300], [60000, 5]], np.uint16)
    (tmp_path / "glioma").mkdir()
    Image.fromarray(deep).save(tmp_path / "glioma/a.png")
    (sample,) = read_source("folders", tmp_path)
    assert read_pixels(sample).tolist() == deep.tolist()


@pytest.mark.data
def test_the_real_data_has_what_the_design_states(data_folder: Path) -> None:
    samples = read_source("auto", data_folder / "nickparvar")
    assert len(samples) == 7019
    assert len({s.cluster for s in samples}) == 3745
    assert sum(s.border is not None for s in samples) == 4750
    assert sum(bool(s.stated_label) for s in samples) == 4
    natives = SOURCES["nickparvar"].native_members(samples, data_folder / "nickparvar")
    assert sum(s.source == "cheng" for s in natives) == 3064
    assert {s.cluster for s in natives} <= {s.cluster for s in samples}


@pytest.mark.data
@pytest.mark.parametrize("name", ["nickparvar", "cheng", "br35h"])
def test_the_real_folders_are_recognised(data_folder: Path, name: str) -> None:
    assert name == find_source("auto", data_folder / name).NAME
