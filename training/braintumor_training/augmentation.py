"""Augmentation of a batch: parameters are sampled in one place and applied in another.

Mild geometry (the anatomy stays plausible), and what tells scanners and files apart rather than
diseases: contrast, bias field, noise, resolution, JPEG.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, fields

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor


@dataclass(frozen=True)
class AugmentationRanges:
    """How far each parameter may go; 0 switches it off.

    ``rotation`` in degrees; ``scale`` and ``shift`` as shares; ``gamma`` as log; ``bias`` as log
    amplitude of the field; ``noise`` as standard deviation of values in [0, 1].
    """

    rotation: float = 15.0
    scale: float = 0.12
    shift: float = 0.06
    mirror: float = 0.5
    gamma: float = 0.35
    contrast: float = 0.2
    bias: float = 0.3
    noise: float = 0.03
    resample: float = 0.5
    jpeg: float = 0.25


@dataclass(frozen=True)
class BatchParameters:
    """What is done to each image of a batch; every array has one row an image."""

    affine: NDArray[np.float32]  # (B, 2, 3)
    gamma: NDArray[np.float32]  # (B,)
    contrast: NDArray[np.float32]  # (B,)
    bias: NDArray[np.float32]  # (B, 4, 4) log field
    noise: NDArray[np.float32]  # (B,)
    noise_seed: NDArray[np.int64]  # (B,)
    resolution: NDArray[np.float32]  # (B,) share of the size, 1 = untouched
    jpeg_quality: NDArray[np.int64]  # (B,) 0 = untouched

    def rows(self, chosen: NDArray[np.int64]) -> BatchParameters:
        """The parameters of some of the batch's images."""
        return BatchParameters(**{f.name: getattr(self, f.name)[chosen] for f in fields(self)})


def sample_parameters(
    count: int, ranges: AugmentationRanges, rng: np.random.Generator
) -> BatchParameters:
    """Draw the parameters of one batch."""

    def uniform(limit: float, *shape: int) -> NDArray[np.float32]:
        return rng.uniform(-limit, limit, (count, *shape)).astype(np.float32)

    angle = np.deg2rad(uniform(ranges.rotation))
    zoom = np.exp(uniform(ranges.scale))
    stretch = np.exp(uniform(ranges.scale / 2))
    mirror = np.where(rng.random(count) < ranges.mirror, -1.0, 1.0)
    cos, sin = np.cos(angle), np.sin(angle)
    affine = np.zeros((count, 2, 3), np.float32)
    affine[:, 0, 0], affine[:, 0, 1] = mirror * cos * zoom * stretch, -sin * zoom * stretch
    affine[:, 1, 0], affine[:, 1, 1] = mirror * sin * zoom / stretch, cos * zoom / stretch
    affine[:, :, 2] = uniform(2 * ranges.shift, 2)
    blurred = rng.random(count) < ranges.resample
    compressed = rng.random(count) < ranges.jpeg
    return BatchParameters(
        affine=affine,
        gamma=np.exp(uniform(ranges.gamma)),
        contrast=1 + uniform(ranges.contrast),
        bias=uniform(ranges.bias, 4, 4),
        noise=np.abs(uniform(ranges.noise)),
        noise_seed=rng.integers(2**31, size=count),
        resolution=np.where(blurred, rng.choice([0.4, 0.55, 0.7, 0.85], count), 1.0).astype(
            np.float32
        ),
        jpeg_quality=np.where(compressed, rng.integers(40, 96, count), 0),
    )


def apply_parameters(
    images: Tensor, borders: Tensor, parameters: BatchParameters
) -> tuple[Tensor, Tensor]:
    """Apply sampled parameters.

    Parameters
    ----------
    images
        (B, 1, S, S) float32 in [0, 1].
    borders
        (B, 1, S, S) float32, 1 inside the tumour border; moved with the image.

    Returns
    -------
    The two, augmented, of the same shapes; images clipped to [0, 1].
    """
    device = images.device
    grid = F.affine_grid(
        torch.from_numpy(parameters.affine).to(device), list(images.shape), align_corners=False
    )
    moved = F.grid_sample(torch.cat([images, borders], 1), grid, align_corners=False)
    images, borders = moved[:, :1], moved[:, 1:]
    images = _resample(images, parameters.resolution)
    images = _compress(images, parameters.jpeg_quality)
    return _intensity(images, parameters), borders


def _column(values: NDArray[np.float32], like: Tensor) -> Tensor:
    return torch.from_numpy(values).to(like.device).view(-1, 1, 1, 1)


def _intensity(images: Tensor, parameters: BatchParameters) -> Tensor:
    """Gamma, contrast about the mean, multiplicative bias field and noise on the head."""
    images = images.clamp(0, 1) ** _column(parameters.gamma, images)
    mean = images.mean((2, 3), keepdim=True)
    images = (images - mean) * _column(parameters.contrast, images) + mean
    field = torch.from_numpy(parameters.bias).to(images.device)[:, None]
    field = F.interpolate(field, size=images.shape[-2:], mode="bicubic", align_corners=True)
    images = images * field.exp()
    noise = _noise(images, parameters.noise_seed)
    return (images + noise * _column(parameters.noise, images)).clamp(0, 1)


def _noise(images: Tensor, seeds: NDArray[np.int64]) -> Tensor:
    """Standard normal noise, each image's from its own seed: rows do not depend on the batch.

    Drawn where the images lie, so that a GPU does not wait for it; the same seed gives other noise
    on another kind of device.
    """
    device = images.device
    generator = torch.Generator(device)
    drawn = [
        torch.randn(images.shape[1:], generator=generator.manual_seed(int(seed)), device=device)
        for seed in seeds
    ]
    return torch.stack(drawn)


def _resample(images: Tensor, resolution: NDArray[np.float32]) -> Tensor:
    """Down to a share of the size and back up, so that resolution tells nothing of the source."""
    size = images.shape[-1]
    result = images.clone()
    for share in np.unique(resolution[resolution < 1]):
        chosen = torch.from_numpy(np.flatnonzero(resolution == share)).to(images.device)
        small = F.interpolate(
            images[chosen],
            size=max(16, round(size * float(share))),
            mode="bilinear",
            antialias=True,
        )
        result[chosen] = F.interpolate(small, size=size, mode="bilinear")
    return result


def _compress(images: Tensor, quality: NDArray[np.int64]) -> Tensor:
    """JPEG at the sampled quality, through Pillow, on the images that have one."""
    chosen = np.flatnonzero(quality)
    if not len(chosen):
        return images
    rows = torch.from_numpy(chosen).to(images.device)
    grey = (images[rows, 0].clamp(0, 1) * 255).round().byte().cpu().numpy()
    pictures = [_jpeg(picture, int(quality[i])) for picture, i in zip(grey, chosen, strict=True)]
    result = images.clone()
    result[rows, 0] = torch.from_numpy(np.stack(pictures)).to(images.device).float() / 255
    return result


def _jpeg(grey: NDArray[np.uint8], quality: int) -> NDArray[np.uint8]:
    """An (H, W) picture once through the encoder and back."""
    buffer = io.BytesIO()
    Image.fromarray(grey).save(buffer, "JPEG", quality=quality)
    with Image.open(buffer) as decoded:
        return np.asarray(decoded)
