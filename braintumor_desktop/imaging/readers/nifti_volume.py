"""What a NIfTI header says: the volume, where it lies in the patient, and the planes to cut it in.

Which axis is which is taken from the affine (nibabel: sform, else qform), turned from RAS to LPS,
DICOM's own.  Where neither is set the file does not say where left is: the cuts are named by their
axes and carry no orientation and no position.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, cast

import numpy as np
from nibabel.nifti1 import Nifti1Header
from nibabel.nifti2 import Nifti2Header
from nibabel.orientations import io_orientation
from numpy.typing import NDArray

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging.access import check_size, colour_refused
from braintumor_desktop.imaging.study import Window

_HEADER_BYTES = 540
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
class Cut:
    """How the cuts of one plane are taken: voxel axes, and whether an axis runs backwards."""

    name: str
    column_axis: int
    row_axis: int
    across: int
    flip_columns: bool
    flip_rows: bool


@dataclass(frozen=True)
class Volume:
    """What the header says.

    Attributes
    ----------
    offset
        Where the voxels begin, in bytes.
    sizes
        Of a voxel along its axes in mm; 0 where unknown.
    affine
        Maps voxels to LPS in mm; ``None`` where it is not said.
    volumes
        How many the file holds; the others follow the first.
    """

    shape: tuple[int, int, int]
    dtype: np.dtype[Any]
    offset: int
    slope: float
    intercept: float
    sizes: tuple[float, float, float]
    affine: NDArray[np.float64] | None
    cuts: tuple[Cut, ...]
    window: Window | None
    volumes: int

    @property
    def bytes(self) -> int:
        """How much room the first volume takes."""
        return math.prod(self.shape) * self.dtype.itemsize


def describe(stream: BinaryIO, path: Path) -> Volume:
    """The volume that a stream's header tells of.

    Raises
    ------
    ImagingError
        If the header is damaged, one of a pair of files, or tells of voxels that cannot be shown.
    """
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
        raise incomplete(path) from failure


def _volume(header: Nifti1Header, path: Path) -> Volume:
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
        raise no_voxels(path)
    shape = (*whole[:3], 1, 1)[:3] if len(whole) < 3 else whole[:3]
    shape = cast("tuple[int, int, int]", shape)
    for side in shape:
        check_size(side, side, path)
    slope, intercept = header.get_slope_inter()
    affine, sizes = _placed(header)
    offset = max(int(header.get_data_offset()), int(header.single_vox_offset))
    if offset > _MOST_OFFSET:
        raise incomplete(path)
    return Volume(
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


def no_voxels(path: Path) -> ImagingError:
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


def _cuts(shape: tuple[int, int, int], affine: NDArray[np.float64] | None) -> tuple[Cut, ...]:
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
        cut = Cut(
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


def cut_geometry(
    volume: Volume, cut: Cut, index: int
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


def incomplete(path: Path) -> ImagingError:
    """The refusal of a volume that is not whole."""
    return ImagingError(
        "The NIfTI file is damaged or incomplete (truncated).",
        path=path,
        remedy="Copy it again from its source.",
    )
