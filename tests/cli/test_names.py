from __future__ import annotations

from pathlib import Path

from braintumor_desktop.cli.names import PictureNames
from braintumor_desktop.imaging.study import Series, SliceHeader


def header(name: str, file_format: str = "PNG", frame: int = 0) -> SliceHeader:
    return SliceHeader(Path(name), 8, 8, file_format, frame=frame)


def test_a_picture_keeps_the_name_that_its_user_gave() -> None:
    names, series = PictureNames(), Series("1", ())
    assert names.name(header("/a/case7.png"), series, 0) == "case7.png"


def test_no_name_is_given_twice_even_where_case_is_not_told_apart() -> None:
    names, series = PictureNames(), Series("1", ())
    given = [names.name(header(name), series, 0) for name in ("a.png", "b/A.png", "c/a.jpg")]
    assert given == ["a.png", "A-2.png", "a-3.png"]


def test_frames_of_one_file_are_told_apart() -> None:
    names, series = PictureNames(), Series("1", ())
    given = [names.name(header("stack.tif", "TIFF", frame), series, 0) for frame in range(2)]
    assert given == ["stack.png", "stack-frame-2.png"]


def test_a_dicom_file_lends_its_picture_no_name() -> None:
    names = PictureNames()
    doe = header("DOE_JANE.dcm", "DICOM")
    numbered, unnumbered = Series("1", (), number=4), Series("2", ())
    assert names.name(doe, numbered, 0) == "series-004-slice-0001.png"
    assert names.name(doe, numbered, 0) == "series-004-slice-0002.png"
    assert names.name(doe, unnumbered, 1) == "series-002-slice-0001.png"
