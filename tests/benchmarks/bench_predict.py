"""``braintumor-predict`` over a series of 200 DICOM slices: slices a second.

Run by name: ``python tests/benchmarks/bench_predict.py [BUNDLE]``.  The slices (512 x 512, 16 bit,
uncompressed) are written to a temporary folder first.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from functools import partial
from pathlib import Path

import numpy as np
import pydicom
import torch
from pydicom.dataset import FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, MRImageStorage, generate_uid

from braintumor_desktop.imaging.opening import open_paths
from braintumor_desktop.imaging.reading import read_slice
from braintumor_desktop.inference.predictor import Predictor
from braintumor_desktop.models.bundle import ModelBundle, available_bundles

SLICES = 200


def write_series(folder: Path) -> None:
    """A series of one head, noisier than any compression likes."""
    random = np.random.default_rng(0)
    study, series = generate_uid(), generate_uid()
    y, x = np.mgrid[:512, :512]
    for index in range(SLICES):
        radius = 60 + 150 * np.sin(np.pi * (index + 20) / (SLICES + 40))
        head = np.hypot(y - 256, x - 256) < radius
        pixels = 20 + head * random.normal(400, 60, (512, 512))
        dataset = pydicom.Dataset()
        dataset.SOPClassUID, dataset.SOPInstanceUID = MRImageStorage, generate_uid()
        dataset.StudyInstanceUID, dataset.SeriesInstanceUID = study, series
        dataset.Modality, dataset.SeriesNumber, dataset.InstanceNumber = "MR", 1, index + 1
        dataset.Rows = dataset.Columns = 512
        dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 16, 16, 15
        dataset.PixelRepresentation, dataset.SamplesPerPixel = 0, 1
        dataset.PhotometricInterpretation = "MONOCHROME2"
        dataset.PixelSpacing, dataset.SliceThickness = [0.5, 0.5], 1
        dataset.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
        dataset.ImagePositionPatient = [0, 0, index]
        dataset.PixelData = np.clip(pixels, 0, 65535).astype("<u2").tobytes()
        dataset.file_meta = FileMetaDataset()
        dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
        dataset.save_as(folder / f"{index:03d}.dcm", enforce_file_format=True)


def chosen_bundle(folder: Path) -> Path:
    if len(sys.argv) > 1:
        return Path(sys.argv[1])
    if installed := available_bundles():
        return installed[0]
    from bench_inference import random_bundle

    return random_bundle(folder / "random").folder


def command_seconds(bundle: Path, folder: Path, out: Path) -> float:
    """Wall seconds of the whole command, from the start of its process."""
    code = "from braintumor_desktop.cli.predict import main; main()"
    words = [sys.executable, "-c", code, str(folder), "--model", str(bundle), "--csv", str(out)]
    start = time.perf_counter()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, env=os.environ)
    seconds = time.perf_counter() - start
    assert len(out.read_text().splitlines()) == SLICES + 1
    return seconds


def work_seconds(bundle: Path, folder: Path) -> float:
    """Wall seconds of opening, decoding, preparing and predicting in a process that is up."""
    predictor = Predictor(ModelBundle.load(bundle), device="cpu")
    predictor.warm_up()
    start = time.perf_counter()
    (study,) = open_paths([folder]).studies
    sources = [partial(read_slice, header) for header in study.series[0].slices]
    with closing(predictor.predict_stream(sources)) as stream:
        assert sum(1 for _ in stream) == SLICES
    return time.perf_counter() - start


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        bundle, folder = chosen_bundle(root), root / "series"
        folder.mkdir()
        write_series(folder)
        whole = min(command_seconds(bundle, folder, root / "out.csv") for _ in range(2))
        work = work_seconds(bundle, folder)
    print(f"{SLICES} slices, {os.cpu_count()} cores, {torch.get_num_threads()} threads")
    print(f"braintumor-predict, whole command  {whole:6.2f} s  {SLICES / whole:6.1f} slices/s")
    print(
        f"the same in a process that is up   {work:6.2f} s  {SLICES / work:6.1f} slices/s"
        "  (aim 30 or more)"
    )


if __name__ == "__main__":
    main()
