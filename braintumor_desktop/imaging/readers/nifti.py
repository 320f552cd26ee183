"""Reads NIfTI-1 and -2 volumes (.nii, .nii.gz), cut along their planes into three series.

- A cut is a plane of voxels: nothing is interpolated.  Which axis is which is taken from the affine
  (nibabel: sform, else qform), turned from RAS to DICOM's LPS.  Cuts stand as a radiologist expects
  them: axial from below, coronal from the front, sagittal from the left; the patient's right is on
  the left.
- Where neither sform nor qform is set the file does not say where left is: the cuts are named by
  their axes and carry no orientation and no position.
- NaN marks voxels without a value (as SPM writes them): they become the smallest value of their
  cut.
- The header alone is read at first, a volume when the first of its cuts is looked at; it is kept
  while it is looked at, within a limit.
"""

from __future__ import annotations

import gzip
import math
import zlib
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO, cast

import numpy as np
from nibabel.fileslice import fileslice
from nibabel.nifti1 import Nifti1Header
from nibabel.nifti2 import Nifti2Header
from nibabel.orientations import io_orientation
from numpy.typing import NDArray

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging.access import (
    check_size,
    colour_refused,
    file_changed,
    file_stamp,
    opened,
)
from braintumor_desktop.imaging.contents import Belonging, Contents, FoundImage, derived_uid
from braintumor_desktop.imaging.geometry import valid_orientation
from braintumor_desktop.imaging.quiet import quieten
from braintumor_desktop.imaging.study import Problem, Slice, SliceHeader, Window

LARGEST_VOLUME = 1 << 30
"""Bytes of a volume that may be held in memory; larger ones are read cut by cut, or refused."""

_GZIP = b"\x1f\x8b"
_HEADER_BYTES = 540
_MOST_VOLUMES = 2
_CHUNK = 1 << 22
_UNITS = {1: 1000.0, 3: 0.001}  # metres and microns; anything else is taken for mm
_MOST_OFFSET = 1 << 28  # bytes of extensions before the voxels
_RAS_TO_LPS = np.diag([-1.0, -1.0, 1.0])

# plane -> (axis that columns follow, sign), (axis that rows follow, sign), axis across; R, A, S
_PLANES = {
    "axial": ((0, -1), (1, -1), 2),
    "coronal": ((0, -1), (2, -1), 1),
    "sagittal": ((1, -1), (2, -1), 0),
}


@dataclass(frozen=True)
class _Cut:
    """How the cuts of one plane are taken: voxel axes, and whether an axis runs backwards."""

    name: str
    column_axis: int
    row_axis: int
    across: int
    flip_columns: bool
    flip_rows: bool


@dataclass(frozen=True)
class _Volume:
    """What the header says.  ``affine`` maps voxels to LPS in mm; ``None`` where it is not said."""

    shape: tuple[int, int, int]
    dtype: np.dtype[Any]
    offset: int
    slope: float
    intercept: float
    sizes: tuple[float, float, float]
    affine: NDArray[np.float64] | None
    cuts: tuple[_Cut, ...]
    window: Window | None
    volumes: int

    @property
    def bytes(self) -> int:
        return math.prod(self.shape) * self.dtype.itemsize


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
        volume = _describe(stream, path)
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
            volume = _describe(stream, path)
            _check_bytes(volume, stamp[0], packed, path)
            cut, index = _locate(volume, header)
            if volume.bytes > LARGEST_VOLUME:
                stored = _from_file(file, volume, cut, index, path)
            else:
                voxels = _voxels(stream, volume, (str(path), *stamp), path)
                stored = np.take(voxels, index, axis=cut.across)
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
        raise _incomplete(path) from failure


def _incomplete(path: Path) -> ImagingError:
    return ImagingError(
        "The NIfTI file is damaged or incomplete (truncated).",
        path=path,
        remedy="Copy it again from its source.",
    )


def _describe(stream: BinaryIO, path: Path) -> _Volume:
    head = stream.read(_HEADER_BYTES)
    kind: type[Nifti1Header] = Nifti2Header if head[4:7] in (b"n+2", b"ni2") else Nifti1Header
    if head[344:347] == b"ni1" or head[4:7] == b"ni2":
        raise ImagingError(
            "This is the header of a NIfTI volume in two files (.hdr and .img).",
            path=path,
            remedy="Save it as one file (.nii or .nii.gz).",
        )
    try:
        header = kind.from_fileobj(BytesIO(head), check=False)
        return _volume(header, path)
    except ImagingError:
        raise
    except Exception as failure:  # hostile bytes raise almost anything inside a parser
        raise _incomplete(path) from failure


def _volume(header: Nifti1Header, path: Path) -> _Volume:
    dtype = header.get_data_dtype()
    if dtype.fields:
        raise colour_refused(path, "RGB voxels")
    if dtype.kind not in "iuf":
        raise ImagingError(
            f"Its voxels are not plain numbers ({dtype}).",
            path=path,
            remedy="Save the magnitude of the volume as whole or floating-point numbers.",
        )
    whole = tuple(int(n) for n in header.get_data_shape())
    if not whole or min(whole) < 1:
        raise check_failed(path)
    shape = (*whole[:3], 1, 1)[:3] if len(whole) < 3 else whole[:3]
    shape = cast("tuple[int, int, int]", shape)
    for side in shape:
        check_size(side, side, path)
    slope, intercept = header.get_slope_inter()
    affine, sizes = _placed(header)
    offset = max(int(header.get_data_offset()), int(header.single_vox_offset))
    if offset > _MOST_OFFSET:
        raise _incomplete(path)
    return _Volume(
        shape,
        dtype,
        offset,
        1.0 if slope is None else float(slope),
        0.0 if intercept is None else float(intercept),
        sizes,
        affine,
        _cuts(shape, affine),
        _window(header),
        math.prod(whole[3:]),
    )


def check_failed(path: Path) -> ImagingError:
    """The refusal of a volume without voxels."""
    return ImagingError(
        "The NIfTI volume has no voxels.", path=path, remedy="Export it again from its source."
    )


def _placed(
    header: Nifti1Header,
) -> tuple[NDArray[np.float64] | None, tuple[float, float, float]]:
    """(affine to LPS in mm or ``None``, sizes of a voxel in mm; 0 where unknown)."""
    scale = _UNITS.get(int(header["xyzt_units"]) & 7, 1.0)
    zooms = [float(z) * scale for z in (*header.get_zooms(), 0, 0, 0)[:3]]
    sizes = (zooms[0], zooms[1], zooms[2])
    if int(header["sform_code"]) <= 0 and int(header["qform_code"]) <= 0:
        return None, sizes
    affine = np.asarray(header.get_best_affine(), dtype=np.float64)
    lengths = np.linalg.norm(affine[:3, :3], axis=0)
    if not np.isfinite(affine).all() or np.linalg.matrix_rank(affine[:3, :3]) < 3:
        return None, sizes
    lps = np.eye(4)
    lps[:3] = _RAS_TO_LPS @ affine[:3] * scale
    return lps, tuple(float(n) * scale for n in lengths)  # type: ignore[return-value]


def _cuts(shape: tuple[int, int, int], affine: NDArray[np.float64] | None) -> tuple[_Cut, ...]:
    """The planes that have more than a line of voxels."""
    if affine is None:
        axes, signs = (0, 1, 2), (1, 1, 1)
    else:
        ras = np.eye(4)
        ras[:3] = _RAS_TO_LPS @ affine[:3]
        found = {int(to): (axis, int(sign)) for axis, (to, sign) in enumerate(io_orientation(ras))}
        axes = tuple(found[n][0] for n in range(3))  # type: ignore[assignment]
        signs = tuple(found[n][1] for n in range(3))  # type: ignore[assignment]
    cuts = []
    for name, ((column, column_sign), (row, row_sign), across) in _PLANES.items():
        cut = _Cut(
            name if affine is not None else f"across axis {axes[across] + 1}",
            axes[column],
            axes[row],
            axes[across],
            signs[column] != column_sign,
            signs[row] != row_sign,
        )
        if min(shape[cut.column_axis], shape[cut.row_axis]) > 1:
            cuts.append(cut)
    return tuple(cuts)


def _window(header: Nifti1Header) -> Window | None:
    low, high = float(header["cal_min"]), float(header["cal_max"])
    if not (math.isfinite(low) and math.isfinite(high) and low < high):
        return None
    return Window((low + high) / 2, high - low, "cal_min to cal_max", "LINEAR_EXACT")


def _check_bytes(volume: _Volume, present: int, packed: bool, path: Path) -> None:
    if not volume.cuts:
        raise check_failed(path)
    if packed and volume.bytes > LARGEST_VOLUME:
        raise ImagingError(
            f"The compressed volume is too large: {volume.bytes >> 20} MB when unpacked, more than "
            f"{LARGEST_VOLUME >> 20} MB.",
            path=path,
            remedy="Unpack it (gunzip), then open the .nii file.",
        )
    if not packed and present < volume.offset + volume.bytes:
        raise _incomplete(path)


def _images(volume: _Volume, path: Path, stamp: tuple[int, int]) -> Iterator[FoundImage]:
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
    volume: _Volume,
    cut: _Cut,
    index: int,
    frame: int,
    path: Path,
    common: tuple[str, tuple[int, int]],
) -> SliceHeader:
    spacing = (volume.sizes[cut.row_axis], volume.sizes[cut.column_axis])
    orientation, position = _geometry(volume, cut, index)
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
        stamp=common[1],
    )


def _geometry(
    volume: _Volume, cut: _Cut, index: int
) -> tuple[tuple[float, ...] | None, tuple[float, float, float] | None]:
    """(ImageOrientationPatient, ImagePositionPatient) of a cut as it is shown."""
    if volume.affine is None:
        return None, None
    along = volume.affine[:3, cut.column_axis] * (-1 if cut.flip_columns else 1)
    down = volume.affine[:3, cut.row_axis] * (-1 if cut.flip_rows else 1)
    voxel = np.zeros(4)
    voxel[3] = 1
    voxel[cut.across] = index
    voxel[cut.column_axis] = volume.shape[cut.column_axis] - 1 if cut.flip_columns else 0
    voxel[cut.row_axis] = volume.shape[cut.row_axis] - 1 if cut.flip_rows else 0
    x, y, z = (float(v) for v in volume.affine[:3] @ voxel)
    cosines = (*(along / np.linalg.norm(along)), *(down / np.linalg.norm(down)))
    return tuple(float(v) for v in cosines), (x, y, z)


def _locate(volume: _Volume, header: SliceHeader) -> tuple[_Cut, int]:
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
    stream: BinaryIO, volume: _Volume, key: tuple[str, int, int], path: Path
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


def _bytes(stream: BinaryIO, volume: _Volume, path: Path) -> bytearray:
    """Exactly the bytes of the first volume, however much a packed file would go on to yield."""
    stream.seek(volume.offset)
    data = bytearray()
    while len(data) < volume.bytes:
        chunk = stream.read(min(_CHUNK, volume.bytes - len(data)))
        if not chunk:
            raise _incomplete(path)
        data += chunk
    return data


def _from_file(file: BinaryIO, volume: _Volume, cut: _Cut, index: int, path: Path) -> NDArray[Any]:
    """One cut of a volume that is too large for memory, read from where it lies."""
    where: list[slice | int] = [slice(None)] * 3
    where[cut.across] = index
    try:
        return np.asarray(
            fileslice(file, tuple(where), volume.shape, volume.dtype, volume.offset, order="F")
        )
    except ValueError as failure:
        raise _incomplete(path) from failure


def _oriented(stored: NDArray[Any], cut: _Cut) -> NDArray[Any]:
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
