"""Fixtures that every floor's tests may use."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

os.environ["LC_ALL"] = "C.UTF-8"  # what the window says is compared in English
os.environ.pop("LANGUAGE", None)


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The folder of real images: ``../shared/data`` beside the repository, or BRAINTUMOR_DATA."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    folder = Path(os.environ.get("BRAINTUMOR_DATA", beside))
    if not folder.is_dir():
        pytest.skip(f"the real images are not here ({folder}); set BRAINTUMOR_DATA to their folder")
    return folder


@pytest.fixture(scope="session")
def make_card() -> Callable[..., dict[str, Any]]:
    """Everything that stands on a card but the weights, for a network with random weights."""
    from braintumor_desktop.models.classes import CLASS_KEYS
    from braintumor_desktop.models.registry import network_entry

    def make(network: str = "improved_resnet34", **changes: Any) -> dict[str, Any]:
        card = {
            "name": network,
            "version": "0.0.1",
            "network": network,
            "classes": list(CLASS_KEYS),
            "preprocessing": dict(network_entry(network).preprocessing),
            "training": {"data": [], "protocol": "none (random weights)", "epochs": 0, "seed": 0},
            "metrics": [],
            "calibration": {"method": "temperature", "temperature": 1.5, "fitted_on": "nothing"},
            "limits": ["The weights are random: this network knows nothing."],
            "licence": "Apache-2.0",
            "intended_use": "Research use only. Not for diagnosis.",
        }
        return {**card, **changes}

    return make


@pytest.fixture(scope="session")
def seeded_network(make_slice: Any) -> Callable[[str], Any]:
    """Networks with seeded random weights that have met head-like slices.

    Without that the activations of a deep random network explode, and it gives every slice the same
    answer, as no trained one does.
    """
    import numpy as np
    import torch

    from braintumor_desktop.inference.preprocess import Preprocessing, prepare
    from braintumor_desktop.models.registry import network_entry

    images = [prepare(make_slice(seed).pixels, Preprocessing(size=96)).image for seed in range(12)]
    heads = torch.from_numpy(np.stack(images))[:, None].expand(-1, 3, -1, -1)

    def build(network: str) -> Any:
        with torch.random.fork_rng(devices=[]), torch.no_grad():
            torch.manual_seed(7)
            module = network_entry(network).build()
            for norm in (m for m in module.modules() if isinstance(m, torch.nn.BatchNorm2d)):
                norm.momentum = None  # statistics are those of the one batch that follows
                torch.nn.init.uniform_(norm.weight, 0.5, 1.5)
                torch.nn.init.normal_(norm.bias, 0, 0.2)
            module.train()(heads)
            pooled = module.eval().forward_features(heads).mean((2, 3))
            logits = (pooled - pooled.mean(0)) @ module.fc.weight.T
            module.fc.weight /= logits.std()
            module.fc.bias.copy_(-module.fc.weight @ pooled.mean(0))
        return module

    return build


@pytest.fixture(scope="session")
def random_bundle(
    tmp_path_factory: pytest.TempPathFactory, make_card: Any, seeded_network: Any
) -> Path:
    """Folder of a bundle of the improved ResNet34 with seeded random weights."""
    from braintumor_desktop.models.bundle import write_bundle

    folder = tmp_path_factory.mktemp("models") / "improved_resnet34"
    write_bundle(folder, seeded_network("improved_resnet34"), make_card())
    return folder


@pytest.fixture(scope="session")
def make_slice() -> Callable[..., Any]:
    """Head-like slices: a bright noisy disc with a brighter spot, on a dark ground."""
    import numpy as np

    from braintumor_desktop.imaging.study import Slice, SliceHeader

    def make(
        seed: int = 0, shape: tuple[int, int] = (160, 192), name: str = "slice.png", **header: Any
    ) -> Any:
        random = np.random.default_rng(seed)
        y, x = np.mgrid[: shape[0], : shape[1]]
        centre_y, centre_x = random.uniform(0.45, 0.55, 2) * shape
        radius = 0.38 * min(shape)
        head = np.hypot(y - centre_y, x - centre_x) < radius
        spot_y, spot_x = np.array([centre_y, centre_x]) + random.uniform(-0.4, 0.4, 2) * radius
        spot = np.hypot(y - spot_y, x - spot_x) < 0.15 * radius
        pixels = random.normal(20, 5, shape) + head * random.normal(400, 60, shape) + 500 * spot
        known = SliceHeader(Path(name), *shape, **{"file_format": "PNG", **header})
        return Slice(known, pixels.astype(np.float32))

    return make
