"""A small data set that the tests draw: discs of four brightnesses in head-like ellipses."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from braintumor_desktop.models.classes import CLASS_KEYS

PATIENTS_A_CLASS, IMAGES_A_PATIENT, SIDE = 6, 2, 48


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


@pytest.fixture()
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
                rows.append((name, label, f"{label}{patient}", border))
    with (folder / "manifest.csv").open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("path", "label", "patient", "border"))
        writer.writerows(rows)
    return folder


@pytest.fixture()
def train() -> Callable[..., int]:
    """Run ``braintumor-train`` in this process; returns its exit status."""
    from braintumor_training.cli import main

    def run(*arguments: object) -> int:
        return main([str(argument) for argument in arguments])

    return run


@pytest.fixture()
def fit(train: Callable[..., int], drawn_data: Path) -> Callable[..., int]:
    """``braintumor-train fit`` of two short epochs on the drawn data."""

    def run(folder: Path, *more: object, stages: str = "32x2") -> int:
        return train(
            *("fit", folder, "--data", drawn_data, "--source", "manifest", "--stages", stages),
            *("--protocol", "drawn", "--batch-size", 8, "--device", "cpu", *more),
        )

    return run
