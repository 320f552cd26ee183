"""What is unlike everything a bundle was trained on: how far its middle features lie from them.

Relative Mahalanobis distance (Ren et al., 2021) of the features of a middle layer, averaged over a
coarse grid: the last features hold little but the answer, so that noise, CT and photographs all lie
among the slices without tumor there; a layer earlier they hold texture, and the grid holds where it
is.  Training fits it and the bundle carries it; torch is imported where it is asked.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from braintumor_desktop.errors import BundleError
from braintumor_desktop.models.bundle import ModelBundle

if TYPE_CHECKING:
    from torch import Tensor

_REMEDY = "Install the model again, or export it again with braintumor-train."
_ARRAYS = ("mean", "scale", "projection", "difference", "slopes", "offsets")


def grid_means(maps: Tensor, grid: int) -> Tensor:
    """(B, C, h, w) feature maps -> (B, C * grid * grid) float32 means over the cells of a grid."""
    from torch.nn.functional import adaptive_avg_pool2d

    return adaptive_avg_pool2d(maps.float(), grid).flatten(1)


def _product(left: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """``left @ right`` in the network's own threads.

    Numpy's BLAS has a second pool of threads, whose waiting takes the cores from the network's: a
    slice took twice as long.
    """
    import torch

    result: NDArray[np.float64] = torch.mm(torch.from_numpy(left), torch.from_numpy(right)).numpy()
    return result


@dataclass(frozen=True)
class Rejector:
    """A fitted distance and the threshold above which a slice is refused.

    Attributes
    ----------
    layer
        Name of the network's submodule whose output is asked.
    grid
        Cells a side over which it is averaged; see :func:`grid_means`.
    mean, scale
        (D,) float32: the features are centred and scaled by these.
    projection
        (D, P) int8, of -1 and 1: random directions onto which they are then projected.
    difference
        (P, P) float32: inverse covariance within the classes less that of everything.
    slopes, offsets
        (K, P) and (K,) float32: what is left of each class's quadratic form.
    threshold
        The largest distance that is accepted.
    """

    layer: str
    grid: int
    mean: NDArray[np.float32]
    scale: NDArray[np.float32]
    projection: NDArray[np.int8]
    difference: NDArray[np.float32]
    slopes: NDArray[np.float32]
    offsets: NDArray[np.float32]
    threshold: float = float("inf")

    def projected(self, features: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
        """(N, D) features -> (N, P): centred, scaled, projected."""
        unit = (np.asarray(features, np.float64) - self.mean) / self.scale
        return _product(unit, self._doubles[0]) / np.sqrt(self.projection.shape[1])

    @cached_property
    def _doubles(self) -> tuple[NDArray[np.float64], ...]:
        """``projection``, ``difference`` and ``slopes`` as they are multiplied: converted once."""
        parts = self.projection, self.difference, self.slopes.T
        return tuple(np.array(part, np.float64, order="C") for part in parts)

    def distances(self, features: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
        """(N,) distance to the nearest class, less that to all training images taken as one.

        Parameters
        ----------
        features
            (N, D): :func:`grid_means` of ``layer``'s output.
        """
        rows = self.projected(features)
        _, difference, slopes = self._doubles
        common = (_product(rows, difference) * rows).sum(axis=1)
        result: NDArray[np.float64] = common + (_product(rows, slopes) + self.offsets).min(axis=1)
        return result

    def accepts(self, features: NDArray[np.floating[Any]]) -> NDArray[np.bool_]:
        """(N,) whether each is near enough to what was trained on; never where it is not finite."""
        result: NDArray[np.bool_] = self.distances(features) <= self.threshold
        return result

    def arrays(self) -> dict[str, NDArray[Any]]:
        """What a bundle stores beside the card's words."""
        return {name: np.ascontiguousarray(getattr(self, name)) for name in _ARRAYS}

    @classmethod
    def load(cls, bundle: ModelBundle) -> Rejector | None:
        """The bundle's own, or ``None`` where it has none.

        Raises
        ------
        BundleError
            If its file is missing, is not the card's, or does not hold what it must.
        """
        words = bundle.card.get("thresholds", {}).get("rejection")
        if words is None:
            return None
        try:
            stored = bundle.card["feature_bank"]
            path = bundle.folder / str(stored["file"])
            arrays = _read(path, str(stored["sha256"]))
            values = {name: arrays[name] for name in _ARRAYS}
            rejector = cls(
                str(words["layer"]),
                int(words["grid"]),
                **values,
                threshold=float(words["threshold"]),
            )
            rejector.distances(np.zeros((1, len(rejector.mean))))
        except (KeyError, TypeError, ValueError, RuntimeError) as error:  # the last by torch
            raise BundleError(
                f"What the model refuses by does not hold what it must ({error}).",
                path=bundle.folder,
                remedy=_REMEDY,
            ) from error
        return rejector


def _read(path: Path, sha256: str) -> dict[str, NDArray[Any]]:
    """The arrays of a safetensors file, once its hash is the card's."""
    import safetensors.numpy
    from safetensors import SafetensorError

    try:
        content = path.read_bytes()
    except OSError as error:
        raise BundleError(
            f"What the model refuses by cannot be read: {error.strerror or error}.",
            path=path,
            remedy=_REMEDY,
        ) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise BundleError(
            "What the model refuses by is not the card's: its SHA-256 differs.",
            path=path,
            remedy=_REMEDY,
        )
    try:
        arrays: dict[str, NDArray[Any]] = safetensors.numpy.load(content)
    except SafetensorError as error:
        raise BundleError(
            f"What the model refuses by is not a safetensors file: {error}.",
            path=path,
            remedy=_REMEDY,
        ) from error
    return arrays
