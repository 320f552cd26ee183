"""Cheng's CE-MRI slices as published: one MATLAB v7.3 file an image (figshare 1512427).

Each file holds the group ``cjdata`` with ``label`` (1 meningioma, 2 glioma, 3 pituitary), ``PID``
(characters as uint16), ``image`` (int16), ``tumorBorder`` (x1, y1, x2, y2 …) and ``tumorMask``.
``cvind.mat`` beside them (or above) holds the authors' five folds.  MATLAB stores columns first, so
HDF5 shows every matrix transposed.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from braintumor_training.errors import TrainingError
from braintumor_training.samples import Border, Sample
from braintumor_training.sources.cheng import AUTHORS_FOLDS

NAME = "cheng-mat"
TITLE = "Cheng's CE-MRI slices as published, MATLAB v7.3 files"

_LABELS = {1: "meningioma", 2: "glioma", 3: "pituitary"}
_FOLDS_FILE = "cvind.mat"
_AGREES = 0.5  # overlap of border and mask from which they mean the same outline


def recognises(folder: Path) -> bool:
    """Whether numbered ``.mat`` files lie in the folder or one below."""
    return bool(_files(folder))


def _files(folder: Path) -> list[Path]:
    found = [*folder.glob("*.mat"), *folder.glob("*/*.mat")]
    return sorted((p for p in found if p.stem.isdigit()), key=lambda p: int(p.stem))


def read(folder: Path) -> list[Sample]:
    """Read labels, patients and borders of all files; pixels are read when they are needed."""
    files = _files(folder)
    if not files:
        raise TrainingError(
            "No numbered .mat file lies here.",
            path=folder,
            remedy="Give the folder with 1.mat, 2.mat … as unpacked from the publication.",
        )
    folds = _authors_folds(folder)
    names = [path.relative_to(folder).as_posix() for path in files]
    twice = (
        {path.stem for path in files if sum(p.stem == path.stem for p in files) > 1}
        if len({path.stem for path in files}) < len(files)
        else set()
    )
    if twice:
        raise TrainingError(
            f"Two files are called {min(twice)}.mat; the number names the image.", path=folder
        )
    return [_sample(path, name, folds) for path, name in zip(files, names, strict=True)]


def _sample(path: Path, name: str, folds: NDArray[np.int64] | None) -> Sample:
    with _open(path) as group:
        number = int(np.asarray(group["label"]).ravel()[0])
        patient = "".join(chr(int(code)) for code in np.asarray(group["PID"]).ravel()).strip()
        mask = np.asarray(group["tumorMask"]).T > 0
        border = np.asarray(group["tumorBorder"], dtype=float).ravel()
    if number not in _LABELS:
        raise TrainingError(f"The label is {number}; it must be 1, 2 or 3.", path=path)
    index = int(path.stem)
    if folds is not None and not 1 <= index <= len(folds):
        raise TrainingError(f"{_FOLDS_FILE} has no fold for this image.", path=path)
    return Sample(
        path=path,
        name=name,
        label=_LABELS[number],
        cluster=str(index),
        group=patient,
        patient=patient,
        family=patient_family(patient),
        source="cheng",
        fold=None if folds is None else int(folds[index - 1]) - 1,
        native_size=max(mask.shape),
        border=_border(border, mask, path),
        decoder="mat",
    )


def patient_family(patient: str) -> str:
    """Identifiers that differ in a trailing letter are very likely one person's."""
    return re.sub(r"(?<=\d)[A-Za-z]$", "", patient)


def _border(values: NDArray[np.float64], mask: NDArray[np.bool_], path: Path) -> Border:
    """The border in shares of the image; the mask decides which of a pair is x.

    The publication calls them x and y; which one runs along the columns is settled by the mask.
    """
    pairs = values[: len(values) // 2 * 2].reshape(-1, 2) - 1  # MATLAB counts from 1
    height, width = mask.shape
    orders = (pairs, pairs[:, ::-1])
    overlaps = [_overlap(points, mask) for points in orders]
    if max(overlaps) < _AGREES:
        raise TrainingError(
            "The tumour border lies outside its image or does not fit the tumour mask.", path=path
        )
    points = orders[int(np.argmax(overlaps))]
    return tuple((float((x + 0.5) / width), float((y + 0.5) / height)) for x, y in points)


def _overlap(points: NDArray[np.float64], mask: NDArray[np.bool_]) -> float:
    """Intersection over union of the outline, filled, and the mask."""
    if len(points) < 3:
        return 0.0
    canvas = Image.new("1", (mask.shape[1], mask.shape[0]))
    ImageDraw.Draw(canvas).polygon([(float(x), float(y)) for x, y in points], fill=1, outline=1)
    filled = np.asarray(canvas, dtype=bool)
    union = int((filled | mask).sum())
    return float((filled & mask).sum() / union) if union else 0.0


def read_pixels(path: Path) -> NDArray[np.float32]:
    """(H, W) float32 grey values of one file, as the scanner gave them."""
    with _open(path) as group:
        return np.asarray(group["image"], dtype=np.float32).T


class _open:  # noqa: N801 - used as a context manager, like the built-in
    """The group ``cjdata`` of one file; every failure names the file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> Any:
        h5py = _h5py()
        try:
            self._file = h5py.File(self.path, "r")
        except OSError as error:
            raise TrainingError(
                f"The file is no MATLAB v7.3 file: {error}.", path=self.path
            ) from error
        group = self._file.get("cjdata")
        wanted = ("label", "PID", "image", "tumorBorder", "tumorMask")
        missing = [name for name in wanted if group is None or name not in group]
        if missing:
            self._file.close()
            raise TrainingError(f"The file lacks cjdata/{', '.join(missing)}.", path=self.path)
        return group

    def __exit__(self, *_: object) -> None:
        self._file.close()


def _authors_folds(folder: Path) -> NDArray[np.int64] | None:
    """Fold 1 to 5 of every image by number, or ``None`` where the file is not there."""
    for path in (folder / _FOLDS_FILE, folder.parent / _FOLDS_FILE):
        if path.exists():
            folds = _read_folds(path)
            if not set(np.unique(folds)) <= set(range(1, AUTHORS_FOLDS + 1)):
                raise TrainingError("The folds are not 1 to 5.", path=path)
            return folds
    return None


def _read_folds(path: Path) -> NDArray[np.int64]:
    """``cvind`` of a v7.3 file, or of the older format."""
    h5py = _h5py()
    try:
        if h5py.is_hdf5(path):
            with h5py.File(path, "r") as file:
                return np.asarray(file["cvind"], dtype=np.int64).ravel()
        from scipy.io import loadmat

        return np.asarray(loadmat(path)["cvind"], dtype=np.int64).ravel()
    except (OSError, KeyError, ValueError) as error:
        raise TrainingError(f"The authors' folds cannot be read: {error}.", path=path) from error


def _h5py() -> Any:
    try:
        import h5py
    except ImportError as error:
        raise TrainingError(
            "Reading .mat files needs h5py, which is not installed.",
            remedy="Run: pip install 'braintumor-desktop[training]'",
        ) from error
    return h5py
