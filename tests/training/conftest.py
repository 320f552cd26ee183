"""A small data set that the tests draw, and a network small enough to train in a test."""

from __future__ import annotations

import csv
import sys
import types
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor, nn

from braintumor_desktop.models import registry
from braintumor_desktop.models.classes import CLASS_KEYS

PATIENTS_A_CLASS, IMAGES_A_PATIENT, SIDE = 6, 2, 48


class TinyNetwork(nn.Module):
    """3,200 parameters with the shape that every network has: features, pool, linear layer."""

    num_features = 16

    def __init__(self, num_classes: int, dropout: float) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, 8, 5, 4, 2, bias=False)
        self.norm = nn.BatchNorm2d(8)
        self.stage3 = nn.Sequential(nn.Conv2d(8, 16, 3, 1, 1), nn.BatchNorm2d(16), nn.ReLU())
        self.stage4 = nn.Sequential(nn.Conv2d(16, 16, 3, 2, 1), nn.ReLU())
        self.dropout = nn.Dropout(dropout)
        self.fc = nn.Linear(16, num_classes)

    def forward_features(self, x: Tensor) -> Tensor:
        return self.stage4(self.stage3(self.norm(self.stem(x)).relu()))

    def forward_head(self, features: Tensor) -> Tensor:
        return self.fc(self.dropout(features.mean((2, 3))))

    def forward(self, x: Tensor) -> Tensor:
        return self.forward_head(self.forward_features(x))


def build_tiny(num_classes: int = 4, *, dropout: float = 0.0) -> TinyNetwork:
    return TinyNetwork(num_classes, dropout)


@pytest.fixture
def tiny_network(monkeypatch: pytest.MonkeyPatch) -> str:
    """Register the tiny network; returns its key."""
    module = types.ModuleType("tiny_network")
    module.build_tiny = build_tiny  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tiny_network", module)
    preprocessing = {**registry.NETWORKS["improved_resnet34"].preprocessing, "size": 32}
    entry = registry.NetworkEntry(
        "tiny", "Tiny", "tiny_network:build_tiny", preprocessing, "stage4"
    )
    monkeypatch.setattr(registry, "NETWORKS", {**registry.NETWORKS, "tiny": entry})
    return "tiny"


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)


def draw_slice(rng: np.random.Generator, label: str) -> tuple[np.ndarray, str]:
    """A head with a lesion whose place and brightness depend on the class, and its border."""
    y, x = np.mgrid[:SIDE, :SIDE]
    image = np.where(((x - 24) / 18) ** 2 + ((y - 24) / 21) ** 2 < 1, 90.0, 0.0)
    border = ""
    if label != "no_tumor":
        cx, cy = {"glioma": (16, 16), "meningioma": (33, 14), "pituitary": (24, 30)}[label]
        cx, cy = cx + int(rng.integers(-2, 3)), cy + int(rng.integers(-2, 3))
        image[(x - cx) ** 2 + (y - cy) ** 2 < 25] = 230
        corners = [(cx - 5, cy - 5), (cx + 5, cy - 5), (cx + 5, cy + 5), (cx - 5, cy + 5)]
        border = " ".join(f"{(px + 0.5) / SIDE:.4f},{(py + 0.5) / SIDE:.4f}" for px, py in corners)
    noisy = image + rng.normal(0, 4, image.shape)
    return noisy.clip(0, 255).astype(np.uint8), border


@pytest.fixture
def drawn_data(tmp_path: Path) -> Path:
    """A manifest folder of 48 images of 24 patients in four classes."""
    folder = tmp_path / "data"
    folder.mkdir()
    rng = np.random.default_rng(3)
    rows = []
    for label in CLASS_KEYS:
        for patient in range(PATIENTS_A_CLASS):
            for number in range(IMAGES_A_PATIENT):
                name = f"{label}_{patient}_{number}.png"
                image, border = draw_slice(rng, label)
                Image.fromarray(image).save(folder / name)
                rows.append((name, label, f"{label}{patient}", name, "drawn", border))
    with (folder / "manifest.csv").open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("path", "label", "patient", "cluster", "source", "border"))
        writer.writerows(rows)
    return folder


@pytest.fixture
def make_image() -> Callable[..., Path]:
    """Write a seeded random texture, mirrored or scaled where asked for; returns its path."""

    def make(path: Path, seed: int, *, mirrored: bool = False, side: int = 64) -> Path:
        rng = np.random.default_rng(seed)
        coarse = Image.fromarray(rng.integers(0, 256, (12, 12), dtype=np.uint8))
        image = coarse.resize((side, side), Image.Resampling.BICUBIC)
        if mirrored:
            image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        path.parent.mkdir(parents=True, exist_ok=True)
        image.save(path)
        return path

    return make


@pytest.fixture
def train() -> Callable[..., int]:
    """Run ``braintumor-train`` in this process; returns its exit status."""
    from braintumor_training.cli import main

    def run(*arguments: object) -> int:
        return main([str(argument) for argument in arguments])

    return run


@pytest.fixture
def fit(train: Callable[..., int], drawn_data: Path, tiny_network: str) -> Callable[..., int]:
    """``braintumor-train fit`` of two short epochs of the tiny network on the drawn data."""

    def run(folder: Path, *more: object, stages: str = "32x2") -> int:
        return train(
            *("fit", folder, "--data", drawn_data, "--model", tiny_network, "--stages", stages),
            *("--protocol", "grouped", "--batch-size", 8, "--device", "cpu"),
            *("--no-tensorboard", *more),
        )

    return run
