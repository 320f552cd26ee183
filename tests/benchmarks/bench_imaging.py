"""How fast imaging is: ``python tests/benchmarks/bench_imaging.py``.

Prints the seconds to read the headers of 2,000 DICOM files (a cold import of pydicom apart), the
milliseconds to decode a slice by transfer syntax, and to show a 512 x 512 slice through a window.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pydicom
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLSLossless,
    RLELossless,
    generate_uid,
)

from braintumor_desktop.imaging import (
    Window,
    apply_window,
    demonstration_cases,
    open_paths,
    percentile_window,
    read_slice,
)

FILES = 2000


def milliseconds(work: Callable[[], object], times: int = 15) -> float:
    """The median of several runs after one that does not count."""
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def template() -> pydicom.Dataset:
    """A real-looking MR file: a demonstration slice enlarged to 512 x 512, 12 bit, uncompressed."""
    path = sorted(demonstration_cases()[0].iterdir())[8]
    dataset = pydicom.dcmread(path)
    pixels = np.kron(dataset.pixel_array, np.ones((2, 2), dtype=np.uint16))
    pixels += np.random.default_rng(0).integers(0, 8, pixels.shape, dtype=np.uint16)
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.set_pixel_data(pixels, "MONOCHROME2", 12)
    return dataset


def headers(folder: Path) -> None:
    """Headers of 2,000 files in eight series."""
    dataset = template()
    for index in range(FILES):
        dataset.SOPInstanceUID = generate_uid()
        dataset.SeriesInstanceUID = f"1.2.{index // 250}"
        dataset.ImagePositionPatient = [0, 0, index % 250]
        dataset.save_as(folder / f"{index}.dcm")
    for run in ("first", "second"):
        start = time.perf_counter()
        opened = open_paths([folder])
        seconds = time.perf_counter() - start
        assert (opened.slice_count, len(opened.problems)) == (FILES, 0)
        print(f"headers of {FILES} DICOM files, {run} time: {seconds:.2f} s")


def decoding(folder: Path) -> None:
    """One 512 x 512 slice in several transfer syntaxes."""
    dataset = template()
    for syntax in (
        ExplicitVRLittleEndian,
        DeflatedExplicitVRLittleEndian,
        RLELossless,
        JPEGLSLossless,
        JPEG2000Lossless,
    ):
        path = folder / f"{syntax}.dcm"
        copy = pydicom.dcmread(_saved(dataset, folder / "plain.dcm"))
        if UID(syntax).is_compressed and syntax != DeflatedExplicitVRLittleEndian:
            copy.compress(syntax)
        copy.file_meta.TransferSyntaxUID = syntax
        copy.save_as(path)
        header = open_paths([path]).studies[0].series[0].slices[0]
        taken = milliseconds(lambda h=header: read_slice(h))
        print(f"decode 512 x 512, {syntax.name}: {taken:.1f} ms")


def _saved(dataset: pydicom.Dataset, path: Path) -> Path:
    dataset.save_as(path)
    return path


def showing(folder: Path) -> None:
    """A 512 x 512 slice through each kind of window."""
    header = open_paths([_saved(template(), folder / "plain.dcm")]).studies[0].series[0].slices[0]
    slice_ = read_slice(header)
    for function in ("LINEAR", "LINEAR_EXACT", "SIGMOID"):
        window = Window(300, 600, function=function)
        taken = milliseconds(lambda w=window: apply_window(slice_, w), 50)
        print(f"apply_window 512 x 512, {function}: {taken:.2f} ms")
    print(f"percentile_window 512 x 512: {milliseconds(lambda: percentile_window(slice_)):.2f} ms")


def main() -> None:
    """Run all benchmarks."""
    for bench in (headers, decoding, showing):
        with tempfile.TemporaryDirectory() as folder:
            bench(Path(folder))


if __name__ == "__main__":
    main()
