"""What a series says of itself."""

from __future__ import annotations

import numpy as np
from PIL import Image

from braintumor_desktop.imaging import open_paths


def _picture(value: int) -> Image.Image:
    return Image.fromarray(np.full((6, 8), value, np.uint8))


def test_pictures_that_merely_lie_in_one_folder_are_no_stack(tmp_path):
    for index in range(3):
        _picture(index).save(tmp_path / f"{index}.png")
    (study,) = open_paths([tmp_path]).studies
    (series,) = study.series
    assert len(series) == 3
    assert not series.is_stack
    assert any("one by one" in note for note in series.notes)


def test_a_lone_picture_and_the_pages_of_one_file_are_a_stack(tmp_path):
    _picture(1).save(tmp_path / "lone.png")
    _picture(1).save(
        tmp_path / "pages.tif", save_all=True, append_images=[_picture(2), _picture(3)]
    )
    for name, count in (("lone.png", 1), ("pages.tif", 3)):
        (study,) = open_paths([tmp_path / name]).studies
        assert len(study.series[0]) == count
        assert study.series[0].is_stack
        assert study.series[0].notes == ()


def test_the_images_of_a_dicom_series_are_a_stack(write_dicom):
    paths = [write_dicom(f"{n}.dcm", ImagePositionPatient=[0, 0, n]) for n in range(3)]
    (study,) = open_paths(paths).studies
    assert study.series[0].is_stack
