"""Files, folders and DICOMDIRs: what is found, in which order, with progress and cancel."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from braintumor_desktop.errors import Cancelled
from braintumor_desktop.imaging import iter_open, open_paths, opening


def test_a_folder_is_walked_with_everything_below_it(tmp_path, write_dicom):
    for name in ("a.dcm", "x/b.dcm", "x/y/c"):
        write_dicom(name)
    assert open_paths([tmp_path]).slice_count == 3


def test_a_file_given_twice_is_read_once(tmp_path, write_dicom):
    path = write_dicom(SOPInstanceUID=None)
    assert open_paths([path, tmp_path, path]).slice_count == 1


def test_what_the_system_strews_into_folders_is_passed_over(tmp_path, write_dicom):
    write_dicom()
    for name in (".DS_Store", "Thumbs.db", "._mr.dcm", "desktop.ini"):
        (tmp_path / name).write_bytes(b"\0\1\2")
    opened = open_paths([tmp_path])
    assert opened.slice_count == 1
    assert opened.problems == ()


def test_a_dicomdir_brings_its_images_and_nothing_twice(pydicom_files):
    folder = pydicom_files / "dicomdirtests"
    alone = open_paths([folder / "DICOMDIR"])
    assert alone.slice_count == 31
    assert alone.problems == ()
    assert len(alone.studies) == 6
    both = open_paths([folder / "DICOMDIR", folder / "77654033", folder / "98892003"])
    assert both.slice_count == 31


def test_a_dicomdir_finds_its_images_in_lower_case(pydicom_files, tmp_path):
    source = pydicom_files / "dicomdirtests"
    (tmp_path / "dicomdir").write_bytes((source / "DICOMDIR").read_bytes())
    for path in source.glob("7765*/*/*"):
        copy = tmp_path / str(path.relative_to(source)).lower()
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    opened = open_paths([tmp_path / "dicomdir"])
    assert opened.slice_count == 7
    assert "24 of the 31 images that this DICOMDIR lists are missing" in opened.problems[0].message


def test_a_dicomdir_cannot_lead_out_of_its_folder(pydicom_files, tmp_path, write_dicom):
    write_dicom("secret/6154")
    data = (pydicom_files / "dicomdirtests" / "DICOMDIR").read_bytes()
    changed = data.replace(b"77654033\\CR1\\6154", b"../secret//\\6154 ", 1)
    assert changed != data
    folder = tmp_path / "disc"
    folder.mkdir()
    (folder / "DICOMDIR").write_bytes(changed)
    assert open_paths([folder / "DICOMDIR"]).slice_count == 0


def test_progress_ends_with_everything_read(tmp_path, write_dicom):
    for index in range(5):
        write_dicom(f"{index}.dcm")
    seen: list[tuple[int, int]] = []
    open_paths([tmp_path], progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (5, 5)
    assert all(done <= total for done, total in seen)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


@pytest.mark.parametrize("after", [0, 3, 7])
def test_opening_can_be_cancelled_at_any_time(tmp_path, write_dicom, after):
    for index in range(5):
        write_dicom(f"{index}.dcm")
    asked = iter(range(100))
    with pytest.raises(Cancelled):
        open_paths([tmp_path], cancelled=lambda: next(asked) >= after)


@pytest.fixture
def eager(monkeypatch):
    """Every file is reported, with the studies as they then are."""
    for name in ("_REPORT_EVERY", "_GROUP_EVERY", "_GROUP_SHARE"):
        monkeypatch.setattr(opening, name, 0)


@pytest.mark.usefixtures("eager")
def test_the_studies_grow_while_files_are_read(tmp_path, write_dicom):
    for index in range(6):
        write_dicom(f"{index}.dcm", SeriesInstanceUID=f"1.{index // 3}")
    (tmp_path / "9").touch()
    seen = list(iter_open([tmp_path]))
    counts = [sum(len(s) for t in one.studies for s in t.series) for one in seen]
    assert counts == sorted(counts)
    assert set(counts) == set(range(7))
    assert [one.finished for one in seen] == [False] * (len(seen) - 1) + [True]
    assert (seen[-1].done, seen[-1].found) == (7, 7)
    assert "The file is empty" in seen[-1].problems[0].message


@pytest.mark.usefixtures("eager")
def test_a_growing_series_keeps_its_uid(tmp_path, write_dicom):
    for index in range(4):
        write_dicom(f"{index}.dcm", SeriesInstanceUID="1.1", ImagePositionPatient=[0, 0, index])
    found = {
        s.series_instance_uid for p in iter_open([tmp_path]) for t in p.studies for s in t.series
    }
    assert found == {"1.1"}


def test_what_grows_ends_as_what_is_opened_at_once(pydicom_files):
    folder = pydicom_files / "dicomdirtests"
    *_, last = iter_open([folder])
    opened = open_paths([folder])
    assert (last.studies, last.problems) == (opened.studies, opened.problems)


def test_between_two_looks_the_studies_are_the_same_object(tmp_path, write_dicom, monkeypatch):
    monkeypatch.setattr(opening, "_REPORT_EVERY", 0)
    for index in range(4):
        write_dicom(f"{index}.dcm")
    *growing, last = iter_open([tmp_path])
    assert len(growing) == 8  # four files found, four read, sooner than it is grouped anew
    assert all(one.studies is growing[0].studies for one in growing)
    assert sum(len(s) for t in last.studies for s in t.series) == 4


def test_a_growing_opening_can_be_cancelled(tmp_path, write_dicom):
    write_dicom()
    with pytest.raises(Cancelled):
        list(iter_open([tmp_path], cancelled=lambda: True))


def test_opening_nothing_gives_nothing():
    opened = open_paths([])
    assert opened.studies == ()
    assert opened.problems == ()


def test_a_lone_picture_is_a_study_titled_by_its_file(tmp_path):
    path = tmp_path / "lone.png"
    Image.fromarray(np.zeros((4, 4), dtype=np.uint8)).save(path)
    (study,) = open_paths([path]).studies
    assert study.description == "lone.png"
    assert len(study.series) == 1
    assert len(study.series[0]) == 1


def test_the_pictures_of_a_folder_are_one_series_in_natural_order(tmp_path):
    folder = tmp_path / "export"
    folder.mkdir()
    for name in ("slice10.png", "slice2.png", "Slice1.png"):
        Image.fromarray(np.zeros((4, 4), dtype=np.uint8)).save(folder / name)
    (study,) = open_paths([folder]).studies
    assert study.description == "export"
    (series,) = study.series
    assert [h.path.name for h in series.slices] == ["Slice1.png", "slice2.png", "slice10.png"]
    assert series.description == "PNG images"


def test_pydicom_nibabel_and_pillow_are_not_imported_before_a_file_is_met():
    code = (
        "import sys; from braintumor_desktop.imaging import *; open_paths([]);"
        "sys.exit(bool({'pydicom', 'PIL', 'nibabel'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_nothing_of_a_file_reaches_the_terminal(pydicom_files):
    code = (
        "import sys; from pathlib import Path; from braintumor_desktop.imaging import *;"
        "o = open_paths([Path(sys.argv[1])]);"
        "[read_slice(s) for t in o.studies for r in t.series for s in r.slices"
        " if 'embedded' not in s.path.name]"
    )
    done = subprocess.run(
        [sys.executable, "-W", "always", "-c", code, str(pydicom_files)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
