"""Reads NIfTI-1 and -2 volumes (.nii, .nii.gz), cut along their planes into three series.

- A cut is a plane of voxels: nothing is interpolated.  Cuts stand as a radiologist expects them:
  axial from below, coronal from the front, sagittal from the left; the patient's right is on the
  left.  How they lie is found in :mod:`~braintumor_desktop.imaging.readers.nifti_volume`.
- NaN marks voxels without a value (as SPM writes them): they become the smallest value of their
  cut.
- The header alone is read at first, a volume when the first of its cuts is looked at; it is kept
  while it is looked at, within a limit.
"""

from __future__ import annotations

import gzip
import zlib
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO, cast

import numpy as np
from nibabel.fileslice import fileslice
from numpy.typing import NDArray

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging.access import file_changed, file_stamp, opened
from braintumor_desktop.imaging.contents import Belonging, Contents, FoundImage, derived_uid
from braintumor_desktop.imaging.geometry import valid_orientation
from braintumor_desktop.imaging.quiet import quieten
from braintumor_desktop.imaging.readers.nifti_volume import (
    Cut,
    Volume,
    cut_geometry,
    describe,
    incomplete,
    no_voxels,
)
from braintumor_desktop.imaging.study import Problem, Slice, SliceHeader

LARGEST_VOLUME = 1 << 30
"""Bytes of a volume that may be held in memory; larger ones are read cut by cut, or refused."""

_GZIP = b"\x1f\x8b"
_MOST_VOLUMES = 2
_CHUNK = 1 << 22


def read_headers(file: BinaryIO, path: Path) -> Contents:
    """The cuts of a volume, without reading its voxels.

    Of a file with several volumes (4-D) the first is taken, which a Problem says.

    Raises
    ------
    ImagingError
        If the file is damaged or truncated, one of a pair of files, coloured, complex or too large.
    """
    stamp = file_stamp(file)
    with _unpacked(file, path) as (stream, packed):
        volume = describe(stream, path)
    _check_bytes(volume, stamp[0], packed, path)
    images = tuple(_images(volume, path, stamp))
    if volume.volumes == 1:
        return Contents(images=images)
    told = ImagingError(
        f"The file holds {volume.volumes} volumes (time points or directions); the first is shown.",
        path=path,
        remedy="Save the volume that you mean as a file of its own to see another.",
    )
    return Contents(images=images, problems=(Problem(path, str(told)),))


def read_pixels(header: SliceHeader) -> Slice:
    """Cut one slice out of its volume.

    Raises
    ------
    ImagingError
        If the file has gone or changed, is truncated, or the cut holds no finite number.
    """
    path = header.path
    with opened(path, header.stamp) as file:
        stamp = file_stamp(file)
        with _unpacked(file, path) as (stream, packed):
            volume = describe(stream, path)
            _check_bytes(volume, stamp[0], packed, path)
            cut, index = _locate(volume, header)
            if volume.bytes > LARGEST_VOLUME:
                stored = _from_file(file, volume, cut, index, path)
            else:
                voxels = _voxels(stream, volume, (str(path), *stamp), path)
                stored = voxels[_where(cut, index)]
    with np.errstate(over="ignore", invalid="ignore"):  # what becomes infinite is refused below
        pixels = _oriented(stored, cut).astype(np.float32) * np.float32(volume.slope)
        pixels += np.float32(volume.intercept)
    windows = () if volume.window is None else (volume.window,)
    return Slice(header=header, pixels=_finite(pixels, path), windows=windows)


@contextmanager
def _unpacked(file: BinaryIO, path: Path) -> Iterator[tuple[BinaryIO, bool]]:
    """The file's contents, unpacked where it is gzipped, and whether it is."""
    quieten()
    packed = file.read(2) == _GZIP
    file.seek(0)
    try:
        if packed:
            with gzip.GzipFile(fileobj=file, mode="rb") as stream:
                yield cast("BinaryIO", stream), True
        else:
            yield file, False
    except (EOFError, gzip.BadGzipFile, zlib.error) as failure:
        raise incomplete(path) from failure


def _check_bytes(volume: Volume, present: int, packed: bool, path: Path) -> None:
    if not volume.cuts:
        raise no_voxels(path)
    if packed and volume.bytes > LARGEST_VOLUME:
        raise ImagingError(
            f"The compressed volume is too large: {volume.bytes >> 20} MB when unpacked, more than "
            f"{LARGEST_VOLUME >> 20} MB.",
            path=path,
            remedy="Unpack it (gunzip), then open the .nii file.",
        )
    if not packed and present < volume.offset + volume.bytes:
        raise incomplete(path)


def _images(volume: Volume, path: Path, stamp: tuple[int, int]) -> Iterator[FoundImage]:
    first = 0
    stem = path.name
    for suffix in (".gz", ".nii"):
        stem = stem[: -len(suffix)] if stem.lower().endswith(suffix) else stem
    for cut in volume.cuts:
        belonging = Belonging(series_description=f"{stem} {cut.name}")
        uid = derived_uid("volume", str(path), cut.name)
        for index in range(volume.shape[cut.across]):
            yield FoundImage(
                _header(volume, cut, index, first + index, path, (uid, stamp)), belonging
            )
        first += volume.shape[cut.across]


def _header(
    volume: Volume,
    cut: Cut,
    index: int,
    frame: int,
    path: Path,
    common: tuple[str, tuple[int, int]],
) -> SliceHeader:
    spacing = (volume.sizes[cut.row_axis], volume.sizes[cut.column_axis])
    orientation, position = cut_geometry(volume, cut, index)
    thickness = volume.sizes[cut.across]
    return SliceHeader(
        path=path,
        rows=volume.shape[cut.row_axis],
        columns=volume.shape[cut.column_axis],
        file_format="NIfTI",
        frame=frame,
        spacing=spacing if min(spacing) > 0 and np.isfinite(spacing).all() else None,
        orientation=valid_orientation(orientation),
        position=position,
        slice_thickness=thickness if thickness > 0 else None,
        instance_number=index + 1,
        series_instance_uid=common[0],
        frame_of_reference_uid=derived_uid("space", str(path)),  # the planes of a volume share it
        stamp=common[1],
    )


def _locate(volume: Volume, header: SliceHeader) -> tuple[Cut, int]:
    """Which cut a frame is."""
    index = header.frame
    for cut in volume.cuts:
        if index < volume.shape[cut.across]:
            if (volume.shape[cut.row_axis], volume.shape[cut.column_axis]) != (
                header.rows,
                header.columns,
            ):
                break
            return cut, index
        index -= volume.shape[cut.across]
    raise file_changed(header.path)


_recent: OrderedDict[tuple[str, int, int], NDArray[Any]] = OrderedDict()
_recent_lock = Lock()


def _voxels(
    stream: BinaryIO, volume: Volume, key: tuple[str, int, int], path: Path
) -> NDArray[Any]:
    """All voxels of a volume as stored; those of the last few volumes are remembered."""
    with _recent_lock:  # held while reading: two threads want the same volume, and once suffices
        if key in _recent:
            _recent.move_to_end(key)
            return _recent[key]
        data = _bytes(stream, volume, path)
        voxels = np.frombuffer(data, dtype=volume.dtype).reshape(volume.shape, order="F")
        _recent[key] = voxels
        while len(_recent) > 1 and (
            len(_recent) > _MOST_VOLUMES
            or sum(one.nbytes for one in _recent.values()) > LARGEST_VOLUME
        ):
            _recent.popitem(last=False)
        return voxels


def _bytes(stream: BinaryIO, volume: Volume, path: Path) -> bytearray:
    """Exactly the bytes of the first volume, however much a packed file would go on to yield."""
    stream.seek(volume.offset)
    data = bytearray()
    while len(data) < volume.bytes:
        chunk = stream.read(min(_CHUNK, volume.bytes - len(data)))
        if not chunk:
            raise incomplete(path)
        data += chunk
    return data


def _from_file(file: BinaryIO, volume: Volume, cut: Cut, index: int, path: Path) -> NDArray[Any]:
    """One cut of a volume that is too large for memory, read from where it lies."""
    where = _where(cut, index)
    try:
        return np.asarray(
            fileslice(file, where, volume.shape, volume.dtype, volume.offset, order="F")
        )
    except ValueError as failure:
        raise incomplete(path) from failure


def _where(cut: Cut, index: int) -> tuple[slice | int, ...]:
    where: list[slice | int] = [slice(None)] * 3
    where[cut.across] = index
    return tuple(where)


def _oriented(stored: NDArray[Any], cut: Cut) -> NDArray[Any]:
    """(H, W) as shown: rows downwards, columns to the right."""
    shown = stored if cut.row_axis < cut.column_axis else stored.T
    if cut.flip_rows:
        shown = shown[::-1]
    return shown[:, ::-1] if cut.flip_columns else shown


def _finite(pixels: NDArray[np.float32], path: Path) -> NDArray[np.float32]:
    """NaN becomes the smallest number; infinite values, and cuts of nothing else, are refused."""
    absent = np.isnan(pixels)
    if np.isinf(pixels).any() or absent.all():
        raise ImagingError(
            "The slice holds values that are not numbers (NaN or infinite).",
            path=path,
            remedy="Look at another slice, or export the volume again from its source.",
        )
    if absent.any():
        pixels[absent] = pixels[~absent].min()
    return np.ascontiguousarray(pixels)
