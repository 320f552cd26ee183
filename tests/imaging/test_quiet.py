"""What libraries say of a file stays away from terminals and logs."""

from __future__ import annotations

import logging
import subprocess
import sys

from PIL import Image

from braintumor_desktop.imaging import open_paths, read_slice

PICTURE_FIRST = """
import logging
import sys
from pathlib import Path
from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging import open_paths, read_slice

logging.basicConfig()
for study in open_paths([Path(sys.argv[1])]).studies + open_paths([Path(sys.argv[2])]).studies:
    try:
        read_slice(study.series[0].slices[0])
    except ImagingError as told:
        print(told)
"""


def test_decoders_say_nothing_of_a_damaged_image_after_a_picture_was_read(pydicom_files, tmp_path):
    Image.new("L", (4, 4)).save(tmp_path / "picture.png")
    whole = (pydicom_files / "MR_small_jp2klossless.dcm").read_bytes()
    (tmp_path / "cut.dcm").write_bytes(whole[: len(whole) // 2])
    paths = [str(tmp_path / file) for file in ("picture.png", "cut.dcm")]
    done = subprocess.run(
        [sys.executable, "-c", PICTURE_FIRST, *paths], capture_output=True, text=True, check=True
    )
    assert "cannot be decoded" in done.stdout
    assert done.stderr == ""


def test_the_levels_of_loggers_are_put_right_each_time(write_dicom):
    logging.getLogger("pydicom").setLevel(logging.WARNING)
    read_slice(open_paths([write_dicom()]).studies[0].series[0].slices[0])
    assert logging.getLogger("pydicom").level == logging.CRITICAL
