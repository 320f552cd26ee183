from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.numpy import save

from braintumor_desktop.errors import (
    BrainTumorError,
    BundleError,
    Cancelled,
    ImagingError,
    InferenceError,
)
from braintumor_desktop.inference import predictor as predictor_module
from braintumor_desktop.inference.device import choose_device
from braintumor_desktop.inference.engine import BF16_TOLERANCE, Engine
from braintumor_desktop.inference.finding import Finding
from braintumor_desktop.inference.fuse import folded_features
from braintumor_desktop.inference.middle_layer import with_middle_layer
from braintumor_desktop.inference.predictor import Predictor
from braintumor_desktop.inference.preprocess import Preprocessing, prepare
from braintumor_desktop.inference.rejection import Rejector, grid_means
from braintumor_desktop.models.bundle import ModelBundle, available_bundles, write_bundle
from braintumor_desktop.models.registry import network_entry


@pytest.fixture(scope="module")
def predictor(random_bundle: Path) -> Predictor:
    return Predictor(ModelBundle.load(random_bundle), device="cpu", precision="fp32")


@pytest.fixture
def own_predictor(random_bundle: Path) -> Predictor:
    """A predictor that a test may break."""
    return Predictor(ModelBundle.load(random_bundle), device="cpu", precision="fp32")


def blank(slice_: Any) -> Any:
    return replace(slice_, pixels=np.full_like(slice_.pixels, 5))


def damaged(slice_: Any) -> Any:
    return replace(slice_, pixels=np.full_like(slice_.pixels, np.nan))


@pytest.fixture(scope="module")
def near_slices(random_bundle: Path, make_slice: Any) -> Rejector:
    """Accepts what looks like the slices of ``make_slice`` to the network with random weights."""
    bundle = ModelBundle.load(random_bundle)
    preprocessing = Preprocessing.from_dict(bundle.preprocessing)
    heads = np.stack([prepare(make_slice(n).pixels, preprocessing).image for n in range(6)])
    network = bundle.build()
    with torch.no_grad():
        features = with_middle_layer(folded_features(network), "stage3")
        grey = torch.from_numpy(heads)[:, None].expand(-1, 3, -1, -1)
        known = grid_means(features(grey)[1], 2).numpy()
    width = known.shape[1]
    eye = np.eye(width, dtype=np.float32)
    zeros = np.zeros((1, width), np.float32)
    scale = np.full(width, known.std(), np.float32)
    # the squared distance to their mean, in units of how far they spread
    rejector = Rejector(
        *("stage3", 2, known.mean(0), scale, eye.astype(np.int8), eye, zeros, zeros[0, :1])
    )
    return replace(rejector, threshold=1.5 * float(rejector.distances(known).max()))


@pytest.fixture
def picky_bundle(
    tmp_path: Path, random_bundle: Path, near_slices: Rejector
) -> Callable[..., ModelBundle]:
    """The bundle with random weights, and what it refuses by."""

    def make(**changes: Any) -> ModelBundle:
        rejector = replace(near_slices, **changes)
        folder = tmp_path / "picky"
        shutil.copytree(random_bundle, folder)
        content = save(rejector.arrays())
        (folder / "features.safetensors").write_bytes(content)
        card = json.loads((folder / "card.json").read_text())
        card["feature_bank"] = {
            "file": "features.safetensors",
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        words = {"layer": rejector.layer, "grid": 2, "threshold": rejector.threshold}
        card["thresholds"] = {**card.get("thresholds", {}), "rejection": words}
        (folder / "card.json").write_text(json.dumps(card))
        return ModelBundle.load(folder)

    return make


def test_a_finding_is_what_the_plain_network_says(predictor: Predictor, make_slice: Any) -> None:
    slice_ = make_slice(1)
    finding = predictor.predict(slice_)
    bundle = predictor.bundle
    prepared = prepare(slice_.pixels, Preprocessing.from_dict(bundle.preprocessing))
    x = torch.from_numpy(prepared.image).expand(1, 3, -1, -1)
    with torch.no_grad():
        expected = (bundle.build()(x)[0] / bundle.temperature).softmax(0).numpy()
    np.testing.assert_allclose(finding.probabilities, expected, atol=1e-4)
    assert finding.explanation.transform == prepared.transform


def test_a_finding_says_which_model_and_device_answered(
    predictor: Predictor, make_slice: Any
) -> None:
    finding = predictor.predict(make_slice())
    assert (finding.model.name, finding.model.version) == ("improved_resnet34", "0.0.1")
    assert finding.model.sha256 == predictor.bundle.sha256
    assert finding.device == predictor.device_name == "CPU fp32"
    assert set(finding.timings) == {"prepare", "network"}
    assert finding.abstention is None
    assert finding.explanation.maps.shape == (4, 6, 6)
    assert finding.explanation.over_slice(0).shape == (160, 192)


@pytest.mark.parametrize("key", ["improved_resnet34", "xception"])
def test_bf16_gives_the_same_answer_within_the_stated_tolerance(
    key: str, tmp_path: Path, seeded_network: Any, make_card: Any, make_slice: Any
) -> None:
    bundle = write_bundle(tmp_path / key, seeded_network(key), make_card(key))
    slices = [make_slice(seed) for seed in range(8)]
    answers = []
    for precision in ("fp32", "bf16"):
        predictor = Predictor(bundle, device="cpu", precision=precision)
        findings = predictor.predict_batch(slices)
        answers.append(np.stack([f.probabilities for f in findings if isinstance(f, Finding)]))
    full, half = answers
    assert full.std(axis=0).max() > BF16_TOLERANCE, "the slices must differ for this to mean much"
    np.testing.assert_allclose(half, full, atol=BF16_TOLERANCE)


def test_a_network_without_a_single_linear_layer_at_its_end_is_refused(
    tmp_path: Path, make_card: Any
) -> None:
    network = network_entry("vgg16").build()
    bundle = write_bundle(tmp_path / "vgg16", network, make_card("vgg16"))
    with pytest.raises(InferenceError, match="more than one linear layer"):
        Predictor(bundle, device="cpu")


def test_a_slice_gets_the_same_finding_alone_and_in_a_batch(
    predictor: Predictor, make_slice: Any
) -> None:
    slices = [make_slice(seed, (150 + seed, 170)) for seed in range(11)]
    together = [answer.result for answer in predictor.predict_stream(slices, batch_size=4)]
    for slice_, finding in zip(slices, together, strict=True):
        alone = predictor.predict(slice_)
        assert isinstance(finding, Finding)
        np.testing.assert_allclose(finding.probabilities, alone.probabilities, atol=1e-5)
        np.testing.assert_allclose(finding.explanation.maps, alone.explanation.maps, atol=1e-3)
        assert finding.explanation.transform == alone.explanation.transform


def test_a_slice_that_cannot_be_asked_about_stands_as_its_error_in_its_place(
    predictor: Predictor, make_slice: Any
) -> None:
    results = predictor.predict_batch([make_slice(0), damaged(make_slice(1)), make_slice(2)])
    assert [type(result) for result in results] == [Finding, InferenceError, Finding]
    with pytest.raises(InferenceError, match="not numbers"):
        predictor.predict(damaged(make_slice(1)))


def test_a_slice_that_is_no_brain_mr_is_abstained_from_in_its_place(
    predictor: Predictor, make_slice: Any
) -> None:
    slices = [
        make_slice(0),
        blank(make_slice(1)),
        make_slice(2, modality="CT"),
        make_slice(3, modality="MR", body_part="KNEE"),
        make_slice(4, modality="MR", body_part="BRAIN"),
    ]
    results = predictor.predict_batch(slices)
    assert all(isinstance(result, Finding) for result in results)
    reasons = [f.abstention for f in results if isinstance(f, Finding)]
    assert reasons == [
        None,
        "The slice is blank: all its pixels have one value.",
        "This is not an MR image: CT.",
        "This is not the head: KNEE.",
        None,
    ]
    silent = predictor.predict(slices[2])
    assert not silent.probabilities.any()
    assert not silent.explanation.maps.any()
    assert not silent.explanation.evidence.any()
    assert silent.explanation.over_slice(0).shape == slices[2].pixels.shape
    assert silent.prediction_set is None
    assert silent.model == predictor.identity
    with pytest.raises(ValueError, match="no class"):
        _ = silent.leading_key


def test_no_map_is_worked_out_of_a_slice_that_is_no_brain_mr(
    predictor: Predictor, make_slice: Any
) -> None:
    with pytest.raises(InferenceError, match="not an MR image: CT"):
        predictor.explain(make_slice(0, modality="CT"), "HiResCAM", 0)


def test_what_lies_far_from_the_training_images_gets_no_class(
    picky_bundle: Callable[..., ModelBundle], make_slice: Any
) -> None:
    predictor = Predictor(picky_bundle(), device="cpu", precision="fp32")
    noise = np.random.default_rng(0).random((160, 192)).astype(np.float32)
    odd = replace(make_slice(1), pixels=noise)
    near, far, again = predictor.predict_batch([make_slice(0), odd, make_slice(2)])
    assert isinstance(near, Finding)
    assert isinstance(far, Finding)
    assert isinstance(again, Finding)
    assert (near.abstention, near.unlike_training) == (None, False)
    assert again.abstention is None
    assert far.unlike_training is True
    assert far.abstention is not None
    assert far.abstention.startswith("Unlike the images the model was trained on: ")
    assert not far.probabilities.any()
    assert set(far.timings) == {"prepare", "network"}


def test_asking_how_far_a_slice_lies_changes_no_answer(
    picky_bundle: Callable[..., ModelBundle], predictor: Predictor, make_slice: Any
) -> None:
    plain = predictor.predict(make_slice(3))
    watched = Predictor(picky_bundle(threshold=1e9), device="cpu", precision="fp32").predict(
        make_slice(3)
    )
    assert plain.unlike_training is None
    assert watched.unlike_training is False
    np.testing.assert_allclose(watched.probabilities, plain.probabilities, atol=1e-5)
    np.testing.assert_allclose(watched.explanation.maps, plain.explanation.maps, atol=1e-4)


def test_the_distance_survives_bf16(
    picky_bundle: Callable[..., ModelBundle], make_slice: Any
) -> None:
    bundle = picky_bundle()
    rejector = Rejector.load(bundle)
    assert rejector is not None
    distances = []
    for precision in ("fp32", "bf16"):
        engine = Engine(bundle, choose_device("cpu", precision), rejector)
        size = bundle.preprocessing["size"]
        images = [prepare(make_slice(n).pixels, Preprocessing(size=size)).image for n in (1, 8)]
        middle = engine._features(engine.input_tensor(np.stack(images)))[1]
        distances.append(rejector.distances(grid_means(middle, rejector.grid).detach().numpy()))
    np.testing.assert_allclose(distances[1], distances[0], rtol=0.05)


def test_a_model_whose_bank_is_missing_or_damaged_is_not_loaded(
    picky_bundle: Callable[..., ModelBundle],
) -> None:
    bundle = picky_bundle()
    bank = bundle.folder / "features.safetensors"
    content = bank.read_bytes()
    bank.write_bytes(content[:-1])
    with pytest.raises(BundleError, match="SHA-256 differs"):
        Predictor(bundle, device="cpu")
    bank.unlink()
    with pytest.raises(BundleError, match="cannot be read"):
        Predictor(bundle, device="cpu")


def test_a_bank_of_a_layer_that_the_network_lacks_is_named(
    picky_bundle: Callable[..., ModelBundle],
) -> None:
    with pytest.raises(BrainTumorError, match="no layer 'stage9'"):
        Predictor(picky_bundle(layer="stage9"), device="cpu")


def test_no_slices_give_no_findings(predictor: Predictor) -> None:
    assert predictor.predict_batch([]) == []


def test_a_source_that_cannot_be_read_does_not_stop_the_stream(
    predictor: Predictor, make_slice: Any
) -> None:
    def damaged() -> Any:
        raise ImagingError("The file ends early.", path="b.dcm")

    sources = [lambda: make_slice(0), damaged, lambda: make_slice(2)]
    answers = list(predictor.predict_stream(sources))
    assert [answer.index for answer in answers] == [0, 1, 2]
    assert answers[1].slice is None
    assert str(answers[1].result) == "b.dcm: The file ends early."
    assert isinstance(answers[2].result, Finding)


def test_sources_are_read_only_a_little_ahead(predictor: Predictor, make_slice: Any) -> None:
    started = []

    def source(index: int) -> Any:
        def read() -> Any:
            started.append(index)
            return make_slice(0)

        return read

    stream = predictor.predict_stream([source(index) for index in range(60)], batch_size=2)
    next(stream)
    stream.close()
    assert max(started) < 10


def test_a_cancelled_stream_stops_before_its_end(predictor: Predictor, make_slice: Any) -> None:
    done: list[int] = []
    with pytest.raises(Cancelled):
        predictor.predict_series(
            [make_slice(0)] * 20,
            batch_size=2,
            progress=done.append,
            cancelled=lambda: len(done) >= 4,
        )
    assert done == [1, 2, 3, 4]


def test_a_series_tells_its_progress_and_keeps_the_places_of_failed_slices(
    predictor: Predictor, make_slice: Any
) -> None:
    done: list[int] = []
    slices = [make_slice(0), damaged(make_slice(1)), make_slice(2)]
    whole = predictor.predict_series(slices, progress=done.append)
    assert done == [1, 2, 3]
    assert [finding is None for finding in whole.findings] == [False, True, False]
    assert whole.probabilities.sum() == pytest.approx(1, abs=1e-5)


def test_many_threads_get_the_findings_of_their_own_slices(
    predictor: Predictor, make_slice: Any
) -> None:
    slices = [make_slice(seed) for seed in range(8)]
    expected = [predictor.predict(slice_).probabilities for slice_ in slices]
    with ThreadPoolExecutor(4) as pool:
        found = [f.probabilities for f in pool.map(predictor.predict, slices)]
    np.testing.assert_allclose(found, expected, atol=1e-5)


def out_of_memory(*_: Any) -> Any:
    raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB")


# For want of a real one.
GPU = SimpleNamespace(kind="cuda", name="Some GPU bf16", torch_device="cpu", notice=None)
NOTICE = "Some GPU bf16 ran out of memory; the network now runs on the CPU."


def test_a_device_without_memory_gives_way_to_the_cpu_with_a_notice(
    own_predictor: Predictor, make_slice: Any
) -> None:
    expected = own_predictor.predict(make_slice(1))
    own_predictor._device, own_predictor._engine = GPU, SimpleNamespace(run=out_of_memory)
    finding = own_predictor.predict(make_slice(1))
    assert own_predictor.notice == NOTICE
    assert own_predictor.device_name.startswith("CPU")
    assert finding.device == own_predictor.device_name
    np.testing.assert_allclose(finding.probabilities, expected.probabilities, atol=BF16_TOLERANCE)


def test_a_device_without_memory_for_another_method_gives_way_too(
    own_predictor: Predictor, make_slice: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = own_predictor.explain(make_slice(1), "HiResCAM", 0)
    own_predictor._device = GPU
    monkeypatch.setattr(own_predictor._plain_network, "forward", out_of_memory)
    explanation = own_predictor.explain(make_slice(1), "HiResCAM", 0)
    assert own_predictor.notice == NOTICE
    np.testing.assert_allclose(explanation.maps, expected.maps, atol=1e-4)


def test_a_device_without_memory_for_the_weights_gives_way_at_once(
    random_bundle: Path, make_slice: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def engine(bundle: ModelBundle, device: Any, rejector: Any) -> Engine:
        return out_of_memory() if device is GPU else Engine(bundle, device, rejector)

    def choose(requested: str, precision: str = "auto") -> Any:
        return GPU if requested == "auto" else choose_device(requested, precision)

    monkeypatch.setattr(predictor_module, "Engine", engine)
    monkeypatch.setattr(predictor_module, "choose_device", choose)
    predictor = Predictor(ModelBundle.load(random_bundle))
    assert predictor.notice == NOTICE
    assert predictor.predict(make_slice()).device == predictor.device_name


def test_a_cpu_without_memory_is_an_error_in_words(
    own_predictor: Predictor, make_slice: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(_: Any) -> None:
        raise RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate")

    monkeypatch.setattr(own_predictor._engine, "run", run)
    with pytest.raises(InferenceError, match="not enough free memory"):
        own_predictor.predict(make_slice())


def test_weights_that_give_no_numbers_give_an_error_and_no_finding(
    own_predictor: Predictor, make_slice: Any
) -> None:
    own_predictor._engine._bias = torch.full((4,), float("nan"))
    with pytest.raises(InferenceError, match="gave no numbers"):
        own_predictor.predict(make_slice())


def test_another_method_explains_the_leading_class_alone(
    random_bundle: Path, make_slice: Any
) -> None:
    predictor = Predictor(ModelBundle.load(random_bundle), device="cpu", method="layercam")
    finding = predictor.predict(make_slice(2))
    others = [index for index in range(4) if index != finding.leading_index]
    assert finding.explanation.method == "LayerCAM"
    assert finding.explanation.maps.shape == (4, 6, 6)
    assert not finding.explanation.maps[others].any()
    assert not finding.explanation.evidence[others].any()
    assert finding.timings["explain"] > 0


def test_any_class_can_be_explained_by_any_method(predictor: Predictor, make_slice: Any) -> None:
    slice_ = make_slice(2)
    explanation = predictor.explain(slice_, "EigenCAM", 3)
    assert explanation.maps[3].max() > 0.99
    closed = predictor.explain(slice_, "Grad-CAM", 3)
    np.testing.assert_array_equal(closed.maps, predictor.predict(slice_).explanation.maps)
    with pytest.raises(InferenceError, match="no class number 4"):
        predictor.explain(slice_, "EigenCAM", 4)


def test_an_explanation_says_which_classes_it_knows_and_takes_others_in(
    predictor: Predictor, make_slice: Any
) -> None:
    slice_ = make_slice(2)
    glioma, pituitary = (predictor.explain(slice_, "HiResCAM", index) for index in (0, 2))
    assert [glioma.knows(index) for index in range(4)] == [True, False, False, False]
    both = glioma.joined(pituitary)
    assert [both.knows(index) for index in range(4)] == [True, False, True, False]
    np.testing.assert_array_equal(both.maps[0], glioma.maps[0])
    np.testing.assert_array_equal(both.maps[2], pituitary.maps[2])
    assert predictor.explain(slice_, "Grad-CAM", 0).knows(3)


def test_an_explanation_stops_between_two_runs_of_the_network(
    predictor: Predictor, make_slice: Any
) -> None:
    answers = iter([False, True])
    with pytest.raises(Cancelled):
        predictor.explain(make_slice(2), "Score-CAM", 0, cancelled=lambda: next(answers))
    assert predictor.predict(make_slice(2)).class_keys


def test_the_prediction_set_follows_the_cards_quantile(
    random_bundle: Path, make_slice: Any, predictor: Predictor
) -> None:
    bundle = ModelBundle.load(random_bundle)
    entry = {"method": "aps", "alpha": 0.1, "quantile": 1.0}
    wide = replace(bundle, card={**bundle.card, "thresholds": {"prediction_set": entry}})
    found = Predictor(wide, device="cpu", precision="fp32").predict(make_slice(1)).prediction_set
    assert found is not None
    assert sorted(found.class_keys) == sorted(bundle.class_keys)
    assert found.coverage == pytest.approx(0.9)
    assert predictor.predict(make_slice(1)).prediction_set is None


def test_warming_up_changes_nothing_but_time(predictor: Predictor, make_slice: Any) -> None:
    before = predictor.predict(make_slice(3)).probabilities
    predictor.warm_up()
    np.testing.assert_array_equal(predictor.predict(make_slice(3)).probabilities, before)


def test_no_thread_is_left_after_a_stream(predictor: Predictor, make_slice: Any) -> None:
    before = threading.active_count()
    list(predictor.predict_stream([make_slice(0)] * 3))
    assert threading.active_count() == before


def test_predicting_imports_neither_torchvision_nor_grad_cam(random_bundle: Path) -> None:
    code = (
        "import sys\n"
        "from braintumor_desktop.inference import Predictor\n"
        "from braintumor_desktop.models import ModelBundle\n"
        f"Predictor(ModelBundle.load({str(random_bundle)!r}), device='cpu').warm_up()\n"
        "heavy = ('torchvision', 'pytorch_grad_cam', 'sklearn', 'cv2', 'matplotlib', 'PySide6')\n"
        "print([m for m in heavy if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_words_of_inference_cost_no_torch() -> None:
    code = (
        "import sys\n"
        "from braintumor_desktop.inference import METHODS, Finding, Preprocessing, prepare\n"
        "from braintumor_desktop.inference import combine_findings\n"
        "print('torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("shipped", available_bundles() or [None])
def test_a_shipped_model_answers_alike_in_bf16_and_fp32(
    shipped: Path | None, make_slice: Any
) -> None:
    if shipped is None:
        pytest.skip("no trained bundle lies in resources/models yet")
    bundle = ModelBundle.load(shipped)
    slices = [make_slice(seed, (256, 256)) for seed in range(6)]
    full, half = (
        [
            f.probabilities
            for f in Predictor(bundle, device="cpu", precision=p).predict_batch(slices)
        ]
        for p in ("fp32", "bf16")
    )
    np.testing.assert_allclose(half, full, atol=BF16_TOLERANCE)
