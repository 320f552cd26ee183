"""Each kind of bad input: a clear message that names the file, and the rest still opens."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import numpy as np
import pydicom
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pydicom.uid import JPEGBaseline8Bit, RLELossless

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging import open_paths, read_slice
from braintumor_desktop.imaging.readers import dicom_codecs, read_headers


@pytest.fixture(autouse=True)
def refusals_are_not_remembered():
    yield
    dicom_codecs._refusal.cache_clear()


def test_an_empty_file_is_named(tmp_path, problem_of):
    path = tmp_path / "empty.dcm"
    path.touch()
    assert problem_of(path) == f"{path}: The file is empty. Copy it again."


def test_a_truncated_file_is_named_in_the_error_when_it_is_opened(write_dicom, problem_of):
    path = write_dicom()
    path.write_bytes(path.read_bytes()[:-10])
    message = problem_of(path)
    assert str(path) in message
    assert "86 bytes of pixel data where 96 are needed" in message


def test_a_file_that_ends_within_its_header_is_told_to_be_incomplete(write_dicom, problem_of):
    path = write_dicom()
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"\x28\x00\x00\x01")])
    assert "ends before its pixel data" in problem_of(path)


def test_a_truncated_compressed_image_is_told_when_it_is_looked_at(write_dicom, problem_of):
    path = write_dicom(pixels=np.random.default_rng(0).integers(0, 999, (64, 64), dtype=np.uint16))
    dataset = pydicom.dcmread(path)
    dataset.compress(RLELossless)
    dataset.save_as(path)
    path.write_bytes(path.read_bytes()[:-2000])
    assert "RLE Lossless) cannot be decoded" in problem_of(path)


@pytest.mark.parametrize("suffix", ["png", "jpg", "tif"])
def test_a_truncated_picture_is_told_when_it_is_looked_at(tmp_path, problem_of, suffix):
    path = tmp_path / f"cut.{suffix}"
    noise = np.random.default_rng(0).integers(0, 255, (64, 64), dtype=np.uint8)
    Image.fromarray(noise).save(path)
    data = path.read_bytes()
    keep = data[:8] + data[8:] if suffix == "tif" else data[: len(data) // 2]
    path.write_bytes(keep if suffix != "tif" else data[:4000])
    assert "damaged or incomplete" in problem_of(path)


def test_a_text_file_is_not_an_image(tmp_path, problem_of):
    path = tmp_path / "scan.dcm"
    path.write_text("Name: nobody\n")
    assert "This is a text file, not an image" in problem_of(path)
    assert "It reads DICOM, NIfTI, PNG, JPEG and TIFF" in problem_of(path)


def test_random_bytes_are_not_an_image(tmp_path, problem_of):
    path = tmp_path / "noise.bin"
    path.write_bytes(np.random.default_rng(3).bytes(4096))
    assert "This is not an image that the program reads" in problem_of(path)


def test_a_report_has_no_pixels(pydicom_files, problem_of):
    message = problem_of(pydicom_files / "test-SR.dcm")
    assert "This DICOM file has no pixel data (Comprehensive SR Storage)" in message


def test_an_encapsulated_pdf_has_no_pixels(write_dicom, problem_of):
    path = write_dicom(
        PixelData=None, Rows=None, Columns=None, SOPClassUID="1.2.840.10008.5.1.4.1.1.104.1",
        EncapsulatedDocument=b"%PDF-1.4 ",
    )  # fmt: skip
    assert "no pixel data (Encapsulated PDF Storage)" in problem_of(path)


def test_a_dicomdir_in_the_wrong_place_says_so(pydicom_files, tmp_path, problem_of):
    path = tmp_path / "DICOMDIR"
    path.write_bytes((pydicom_files / "dicomdirtests" / "DICOMDIR").read_bytes())
    message = problem_of(path)
    assert "None of the 31 images that this DICOMDIR lists lies beside it" in message


def test_an_unsupported_transfer_syntax_is_named(write_dicom, problem_of):
    path = write_dicom()
    mpeg = b"1.2.840.10008.1.2.4.100"
    data = path.read_bytes()
    old = data.index(b"\x02\x00\x10\x00UI")
    length = int.from_bytes(data[old + 6 : old + 8], "little")
    new = b"\x02\x00\x10\x00UI" + (len(mpeg) + 1).to_bytes(2, "little") + mpeg + b"\0"
    path.write_bytes(data[:old] + new + data[old + 8 + length :])
    message = problem_of(path)
    assert "MPEG2 Main Profile" in message
    assert "1.2.840.10008.1.2.4.100" in message
    assert "no decoder" in message


def test_a_missing_codec_is_named_with_its_package(pydicom_files, problem_of, monkeypatch):
    from pydicom.pixels.decoders.base import JPEG2000LosslessDecoder

    monkeypatch.setattr(JPEG2000LosslessDecoder, "_available", {})
    dicom_codecs._refusal.cache_clear()
    message = problem_of(pydicom_files / "MR_small_jp2klossless.dcm")
    assert "JPEG 2000 Image Compression (Lossless Only)" in message
    assert "pip install pylibjpeg-openjpeg" in message


def test_a_colour_dicom_is_refused(pydicom_files, problem_of):
    message = problem_of(pydicom_files / "examples_rgb_color.dcm")
    assert "This is a colour image (RGB)" in message


def test_a_coloured_picture_is_refused(tmp_path, problem_of):
    path = tmp_path / "photo.png"
    colours = np.random.default_rng(0).integers(0, 255, (32, 32, 3), dtype=np.uint8)
    Image.fromarray(colours).save(path)
    assert "This is a colour image" in problem_of(path)


def test_a_dicom_of_no_size_is_refused(write_dicom, problem_of):
    assert "no pixels: its size is 8 x 0" in problem_of(write_dicom(Rows=0))


def png_header(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checksum

    ihdr = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = chunk(b"IDAT", zlib.compress(b"\0" * 64))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", ihdr) + data + chunk(b"IEND", b"")


def test_a_png_of_no_size_is_refused(tmp_path, problem_of):
    path = tmp_path / "nothing.png"
    path.write_bytes(png_header(0, 10))
    assert str(path) in problem_of(path)


@pytest.mark.parametrize(("width", "height"), [(16_385, 10), (17_000, 17_000), (100_000, 100_000)])
def test_a_huge_png_is_refused_before_its_pixels_are_read(tmp_path, problem_of, width, height):
    path = tmp_path / "bomb.png"
    path.write_bytes(png_header(width, height))
    assert "The image is too large" in problem_of(path)


def test_a_huge_dicom_is_refused_by_its_header(write_dicom, problem_of):
    path = write_dicom(Rows=20_000, Columns=20_000)
    assert "too large: 20000 x 20000 pixels, more than 16384 x 16384" in problem_of(path)


def test_a_dicom_that_claims_a_billion_frames_is_refused(write_dicom, problem_of):
    assert "1000000000 frames" in problem_of(write_dicom(NumberOfFrames=1_000_000_000))


def test_a_code_stream_larger_than_its_header_is_refused_before_it_is_decoded(
    pydicom_files, tmp_path, problem_of, monkeypatch
):
    from braintumor_desktop.imaging.readers import encapsulated

    data = bytearray((pydicom_files / "MR_small_jp2klossless.dcm").read_bytes())
    start = data.index(b"\xff\x4f\xff\x51")
    for at in (8, 12, 24, 28):  # image and tile size
        data[start + at : start + at + 4] = (40_000).to_bytes(4, "big")
    path = tmp_path / "bomb.dcm"
    path.write_bytes(data)

    def decode(_syntax: str) -> None:
        raise AssertionError("a decoder was asked")

    monkeypatch.setattr(encapsulated, "get_decoder", decode)
    assert "cannot be decoded" in problem_of(path)


def test_a_deflated_file_that_grows_beyond_memory_is_refused(
    pydicom_files, problem_of, monkeypatch
):
    from braintumor_desktop.imaging.readers import dicom_dataset

    monkeypatch.setattr(dicom_dataset, "LARGEST_INFLATED", 1 << 10)
    assert "The compressed DICOM file is too large" in problem_of(pydicom_files / "image_dfl.dcm")


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_a_tiff_with_values_that_are_no_numbers_is_refused(tmp_path, problem_of, bad):
    path = tmp_path / "bad.tif"
    Image.fromarray(np.array([[0, bad], [1, 2]], dtype=np.float32)).save(path)
    assert "not numbers (NaN or infinite)" in problem_of(path)


def test_a_float_dicom_with_values_that_are_no_numbers_is_refused(write_dicom, problem_of):
    pixels = np.array([[0, np.nan]], dtype=np.float32)
    path = write_dicom(
        pixels=pixels, PixelData=None, FloatPixelData=pixels.tobytes(), BitsStored=None,
        HighBit=None, PixelRepresentation=None,
    )  # fmt: skip
    assert "not numbers (NaN or infinite)" in problem_of(path)


def test_the_extension_does_not_matter(write_dicom, tmp_path, read_one):
    dicom = write_dicom("slice.png")
    png = tmp_path / "picture.dcm"
    Image.fromarray(np.full((3, 4), 9, dtype=np.uint8)).save(png, format="PNG")
    assert read_one(dicom).header.file_format == "DICOM"
    assert read_one(png).header.file_format == "PNG"


def refuse_to_open(monkeypatch, refused: Path) -> None:
    """Make one file unreadable for real code paths: the tests may run as root, who may read all."""
    import builtins

    opener = builtins.open

    def guarded(file, *args, **kwargs):
        if Path(str(file)) == refused:
            raise PermissionError(13, "Permission denied", str(file))
        return opener(file, *args, **kwargs)

    monkeypatch.setattr(builtins, "open", guarded)


def test_a_file_without_permission_is_named(write_dicom, problem_of, monkeypatch):
    path = write_dicom()
    refuse_to_open(monkeypatch, path)
    assert "no permission to read" in problem_of(path)


def test_a_folder_without_permission_is_named_and_the_rest_opens(
    tmp_path, write_dicom, monkeypatch
):
    write_dicom()
    locked = tmp_path / "locked"
    locked.mkdir()
    lister = os.scandir

    def guarded(folder):  # the tests may run as root, who may list everything
        if Path(folder) == locked:
            raise PermissionError(13, "Permission denied", str(folder))
        return lister(folder)

    monkeypatch.setattr(os, "scandir", guarded)
    opened = open_paths([tmp_path])
    assert opened.slice_count == 1
    assert [problem.path for problem in opened.problems] == [locked]
    assert "no permission to read" in opened.problems[0].message


def test_a_drive_that_is_gone_when_it_is_opened_is_told(tmp_path, write_dicom, monkeypatch):
    good = write_dicom("good.dcm")
    gone = tmp_path / "gone"
    asked = Path.is_dir

    def is_dir(path: Path) -> bool:
        if path == gone:
            raise OSError(5, "Input/output error", str(path))
        return asked(path)

    monkeypatch.setattr(Path, "is_dir", is_dir)
    opened = open_paths([gone, good])
    assert opened.slice_count == 1
    assert "Input/output error" in opened.problems[0].message


def test_a_disc_that_is_unplugged_in_the_middle_leaves_what_was_read(
    tmp_path, write_dicom, monkeypatch
):
    import builtins

    for index in range(20):
        write_dicom(f"{index:02}.dcm", InstanceNumber=index)
    opener = builtins.open

    def failing(file, *args, **kwargs):
        if str(file).startswith(str(tmp_path)) and Path(file).name >= "12.dcm":
            raise OSError(5, "Input/output error", str(file))
        return opener(file, *args, **kwargs)

    monkeypatch.setattr(builtins, "open", failing)
    opened = open_paths([tmp_path])
    assert opened.slice_count == 12
    assert len(opened.problems) == 8
    assert all("Input/output error" in problem.message for problem in opened.problems)
    assert all("Check the disc or network drive" in problem.message for problem in opened.problems)


def test_one_broken_file_among_many_costs_one_slice_and_is_shown_as_a_gap(write_dicom):
    paths = [
        write_dicom(f"{z:03}.dcm", ImagePositionPatient=[0, 0, 2 * z], SOPInstanceUID=f"1.9.{z}")
        for z in range(100)
    ]
    paths[50].write_bytes(paths[50].read_bytes()[:300])
    opened = open_paths([paths[0].parent])
    assert [problem.path for problem in opened.problems] == [paths[50]]
    (series,) = opened.studies[0].series
    assert len(series) == 99
    assert series.missing_positions == (100,)
    assert series.notes == ("1 slice is missing: the distance between slices is 2 mm, with gaps.",)


def test_a_symlink_loop_ends(tmp_path, write_dicom):
    write_dicom("deep/mr.dcm")
    (tmp_path / "deep" / "again").symlink_to(tmp_path, target_is_directory=True)
    opened = open_paths([tmp_path])
    assert opened.slice_count == 1
    assert opened.problems == ()


def test_a_symlink_to_itself_is_told(tmp_path, problem_of):
    path = tmp_path / "snake.dcm"
    path.symlink_to(path)
    assert str(path) in problem_of(path)


def test_a_broken_symlink_is_told(tmp_path, problem_of):
    path = tmp_path / "gone.dcm"
    path.symlink_to(tmp_path / "nowhere")
    assert "The file is not there" in problem_of(path)


def test_a_path_that_does_not_exist_is_told(tmp_path, problem_of):
    assert "The file is not there" in problem_of(tmp_path / "typo.dcm")


def test_a_file_that_vanishes_while_the_folder_is_read_is_told(tmp_path, write_dicom):
    for name in ("a.dcm", "b.dcm"):
        write_dicom(name)

    def cancelled() -> bool:
        (tmp_path / "b.dcm").unlink(missing_ok=True) if listed else listed.append(1)
        return False

    listed: list[int] = []
    opened = open_paths([tmp_path / "a.dcm", tmp_path / "b.dcm"], cancelled=cancelled)
    assert opened.slice_count == 1
    assert "b.dcm: The file is not there (any more)" in opened.problems[0].message


def test_a_file_that_vanishes_before_it_is_looked_at_is_told(write_dicom):
    path = write_dicom()
    header = open_paths([path]).studies[0].series[0].slices[0]
    path.unlink()
    with pytest.raises(ImagingError, match="not there"):
        read_slice(header)


def test_a_file_replaced_by_another_is_told(write_dicom):
    path = write_dicom()
    header = open_paths([path]).studies[0].series[0].slices[0]
    write_dicom(pixels=np.zeros((4, 4), dtype=np.uint16))
    with pytest.raises(ImagingError, match="changed since it was opened"):
        read_slice(header)


def test_a_file_replaced_by_another_of_the_same_size_is_told(write_dicom):
    path = write_dicom()
    header = open_paths([path]).studies[0].series[0].slices[0]
    write_dicom()
    os.utime(path, ns=(header.stamp[1], header.stamp[1]))  # even where the clock does not show it
    with pytest.raises(ImagingError, match="changed since it was opened"):
        read_slice(header)


def test_a_picture_that_was_written_again_is_told(tmp_path):
    path = tmp_path / "a.png"
    Image.fromarray(np.zeros((4, 4), dtype=np.uint8)).save(path)
    header = open_paths([path]).studies[0].series[0].slices[0]
    Image.fromarray(np.full((4, 4), 9, dtype=np.uint8)).save(path)
    os.utime(path, ns=(0, header.stamp[1] + 1))
    with pytest.raises(ImagingError, match="changed since it was opened"):
        read_slice(header)
    again = open_paths([path]).studies[0].series[0].slices[0]
    assert again.key != header.key
    assert read_slice(again).pixels.max() == 9


def test_a_mosaic_is_refused_with_the_reason(write_dicom, problem_of):
    path = write_dicom(ImageType=["ORIGINAL", "PRIMARY", "M", "ND", "MOSAIC"])
    assert "laid all slices of a volume as tiles into one image" in problem_of(path)
    assert "Export the series from the scanner as single slices" in problem_of(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path, problem_of):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert "not a file with contents" in problem_of(path)


def test_an_empty_folder_is_told(tmp_path):
    opened = open_paths([tmp_path])
    assert "This folder holds no files" in opened.problems[0].message


def test_the_rest_of_a_folder_opens_beside_bad_files(tmp_path, write_dicom, pydicom_files):
    write_dicom("good.dcm")
    (tmp_path / "empty.dcm").touch()
    (tmp_path / "notes.txt").write_text("notes")
    (tmp_path / "report.dcm").write_bytes((pydicom_files / "test-SR.dcm").read_bytes())
    opened = open_paths([tmp_path])
    assert opened.slice_count == 1
    assert {problem.path.name for problem in opened.problems} == {
        "empty.dcm", "notes.txt", "report.dcm",
    }  # fmt: skip


def outcome(path: Path) -> None:
    """Open and decode; anything but success or an ImagingError that says what to do is a bug."""
    error = None
    try:
        for image in read_headers(path).images[:3]:
            read_slice(image.header)
    except ImagingError as caught:
        error = caught
    assert error is None or (str(path) in str(error) and error.remedy)


FUZZED = [
    "MR_small.dcm", "MR_small_RLE.dcm", "MR_small_jp2klossless.dcm", "JPGExtended.dcm",
    "MR_small_jpeg_ls_lossless.dcm", "MR_small_bigendian.dcm", "MR_small_implicit.dcm",
    "image_dfl.dcm", "rtdose_rle.dcm", "dicomdirtests/DICOMDIR",
]  # fmt: skip
fuzzing = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.parametrize("name", FUZZED)
@fuzzing
@given(share=st.floats(0, 1))
def test_a_file_cut_anywhere_gives_an_image_or_a_message(pydicom_files, tmp_path, name, share):
    data = (pydicom_files / name).read_bytes()
    path = tmp_path / "cut.dcm"
    path.write_bytes(data[: int(len(data) * share)])
    outcome(path)


@pytest.mark.parametrize("name", FUZZED)
@fuzzing
@given(seed=st.integers(0, 2**32 - 1), count=st.integers(1, 30))
def test_a_file_with_wrong_bytes_gives_an_image_or_a_message(
    pydicom_files, tmp_path, name, seed, count
):
    random = np.random.default_rng(seed)
    data = bytearray((pydicom_files / name).read_bytes())
    header = min(len(data), 2000)
    for at in random.integers(128, header, count):
        data[at] = random.integers(256)
    path = tmp_path / "wrong.dcm"
    path.write_bytes(data)
    outcome(path)


def test_a_baseline_jpeg_without_a_frame_is_told(write_dicom, problem_of):
    path = write_dicom(pixels=np.zeros((8, 8), dtype=np.uint8))
    dataset = pydicom.dcmread(path)
    dataset.file_meta.TransferSyntaxUID = JPEGBaseline8Bit
    dataset.PixelData = pydicom.encaps.encapsulate([b"\xff\xd8\xff\xd9"])
    dataset["PixelData"].VR = "OB"
    dataset.save_as(path)
    assert "JPEG Baseline (Process 1)) cannot be decoded" in problem_of(path)
