"""A further slice, against the bare network and against the usual way.

Run by name: ``python tests/benchmarks/bench_inference.py [BUNDLE]``.  Without one the installed
bundle is taken, else one with random weights, which costs the same.  All figures are of one run, in
turns, so that their ratios hold on a busy machine too.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytorch_grad_cam
import torch
from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

from braintumor_desktop.imaging.study import Slice, SliceHeader
from braintumor_desktop.inference.predictor import Predictor
from braintumor_desktop.inference.preprocess import prepare
from braintumor_desktop.models.bundle import ModelBundle, available_bundles, write_bundle
from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.models.registry import network_entry

ROUNDS = 15
USUAL_ROUNDS = 5


def random_bundle(folder: Path, key: str = "improved_resnet34") -> ModelBundle:
    """A bundle with random weights: the time does not depend on their values."""
    torch.manual_seed(0)
    entry = network_entry(key)
    card = {
        "name": key,
        "version": "0",
        "network": key,
        "classes": list(CLASS_KEYS),
        "preprocessing": dict(entry.preprocessing),
        "training": {"data": [], "protocol": "none (random weights)"},
        "metrics": [],
        "calibration": {"method": "temperature", "temperature": 1.0},
        "limits": ["Random weights."],
        "licence": "Apache-2.0",
        "intended_use": "Research use only. Not for diagnosis.",
    }
    return write_bundle(folder, entry.build(), card)


def chosen_bundle(folder: Path) -> ModelBundle:
    """The bundle named on the command line, else the installed one, else a random one."""
    if len(sys.argv) > 1:
        return ModelBundle.load(sys.argv[1])
    installed = available_bundles()
    return ModelBundle.load(installed[0]) if installed else random_bundle(folder)


def head_slice() -> Slice:
    """A 512 x 512 slice with a head on a dark ground."""
    y, x = np.mgrid[:512, :512]
    head = np.hypot(y - 256, x - 256) < 200
    pixels = 20 + head * np.random.default_rng(0).normal(400, 60, (512, 512))
    return Slice(SliceHeader(Path("a.png"), 512, 512, "PNG"), pixels.astype(np.float32))


def measured(rounds: int, **ways: Callable[[], object]) -> dict[str, float]:
    """Median milliseconds of each way; the ways take turns."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(rounds + 2):
        for name, way in ways.items():
            start = time.perf_counter()
            way()
            if turn >= 2:  # two rounds to warm up
                times[name].append(1000 * (time.perf_counter() - start))
    return {name: statistics.median(values) for name, values in times.items()}


def usual_way(bundle: ModelBundle, slice_: Slice, classes: int) -> Callable[[], object]:
    """Eager fp32 torch, NCHW, and pytorch-grad-cam's GradCAM, once for each class."""
    network = bundle.build().requires_grad_(True)
    layer = network.get_submodule(network_entry(bundle.network).explanation_layer)
    preprocessing = Predictor(bundle, device="cpu").preprocessing

    def ask() -> None:
        image = prepare(slice_.pixels, preprocessing).image
        x = torch.from_numpy(image).expand(1, 3, -1, -1).contiguous()
        with pytorch_grad_cam.GradCAM(network, [layer]) as cam:
            for index in range(classes):
                cam(x, [ClassifierOutputTarget(index)])
            cam.outputs.softmax(1)  # its forward pass gives the probabilities too

    return ask


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        bundle, slice_ = chosen_bundle(Path(folder)), head_slice()
        predictor = Predictor(bundle, device="cpu")
        engine = predictor._engine
        plain = bundle.build().to(engine.device.dtype).to(memory_format=torch.channels_last)
        x = engine.input_tensor(prepare(slice_.pixels, predictor.preprocessing).image[None])

        @torch.inference_mode()
        def bare() -> object:
            return plain(x)

        ours = measured(
            ROUNDS,
            further=lambda: predictor.predict(slice_),
            bare=bare,
            network=lambda: engine.run(x[:, 0].float().numpy()),
        )
        usual = measured(
            USUAL_ROUNDS,
            further=lambda: predictor.predict(slice_),
            one_map=usual_way(bundle, slice_, 1),
            four_maps=usual_way(bundle, slice_, 4),
        )
    print(f"{predictor.identity} on {predictor.device_name}, {torch.get_num_threads()} threads")
    print(
        f"further slice, prepare + network + 4 maps  {ours['further']:8.1f} ms  (aim 150 or less)"
    )
    print(f"  of which network + 4 maps                {ours['network']:8.1f} ms")
    print(f"bare forward pass, same precision, layout  {ours['bare']:8.1f} ms")
    print(
        f"  ratio further / bare                     {ours['further'] / ours['bare']:8.2f} x   "
        "(aim 1.15 or less)"
    )
    print(f"eager fp32 NCHW + GradCAM, one map         {usual['one_map']:8.1f} ms")
    print(
        f"  ratio to ours                            {usual['one_map'] / usual['further']:8.1f} x"
    )
    print(f"eager fp32 NCHW + GradCAM, four maps       {usual['four_maps']:8.1f} ms")
    print(
        f"  ratio to ours                            "
        f"{usual['four_maps'] / usual['further']:8.1f} x   (aim 5 or more)"
    )


if __name__ == "__main__":
    main()
