from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import safetensors.torch
import torch

from braintumor_desktop.errors import BundleError
from braintumor_desktop.models import bundle as bundle_module
from braintumor_desktop.models.bundle import (
    ModelBundle,
    available_bundles,
    find_bundle,
    write_bundle,
)


@pytest.fixture
def folder(random_bundle: Path, tmp_path: Path) -> Path:
    """A bundle that a test may damage."""
    return Path(shutil.copytree(random_bundle, tmp_path / "bundle"))


def change_card(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    path = folder / "card.json"
    card = json.loads(path.read_text())
    change(card)
    path.write_text(json.dumps(card))


def change_weights(folder: Path, change: Callable[[dict[str, torch.Tensor]], None]) -> None:
    """Change tensors and put the right hash on the card, so that only the tensors are wrong."""
    path = folder / "weights.safetensors"
    state = safetensors.torch.load_file(path)
    change(state)
    path.write_bytes(safetensors.torch.save(state))
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    change_card(folder, lambda card: card["weights"].update(sha256=found))


def test_a_written_network_answers_the_same_when_it_is_loaded(
    random_bundle: Path, seeded_network: Any
) -> None:
    bundle = ModelBundle.load(random_bundle)
    x = torch.randn(2, 3, 64, 64, generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        expected = seeded_network("improved_resnet34")(x)
        torch.testing.assert_close(bundle.build()(x), expected, atol=0.02, rtol=0.02)


def test_a_built_network_is_float32_in_eval_mode_and_asks_for_no_gradients(
    random_bundle: Path,
) -> None:
    network = ModelBundle.load(random_bundle).build()
    assert not any(module.training for module in network.modules())
    assert {p.dtype for p in network.parameters()} == {torch.float32}
    assert not any(p.requires_grad for p in network.parameters())


def test_weights_are_stored_as_float16_and_their_count_stands_on_the_card(
    random_bundle: Path,
) -> None:
    state = safetensors.torch.load_file(random_bundle / "weights.safetensors")
    assert {t.dtype for t in state.values() if t.ndim > 1} == {torch.float16}
    card = ModelBundle.load(random_bundle).card
    assert card["weights"]["parameters"] == 17_052_912
    assert card["weights"]["dtype"] == "float16"


def test_the_bundle_says_what_its_card_says(random_bundle: Path) -> None:
    bundle = ModelBundle.load(random_bundle)
    content = (random_bundle / "weights.safetensors").read_bytes()
    assert (bundle.name, bundle.version) == ("improved_resnet34", "0.0.1")
    assert bundle.sha256 == hashlib.sha256(content).hexdigest()
    assert bundle.class_keys == ("glioma", "meningioma", "pituitary", "no_tumor")
    assert bundle.temperature == 1.5
    assert bundle.preprocessing["size"] == 192


def test_other_weights_than_the_cards_are_refused(folder: Path) -> None:
    path = folder / "weights.safetensors"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(BundleError, match="not those of the card: their SHA-256"):
        ModelBundle.load(folder)


def test_missing_weights_are_named(folder: Path) -> None:
    (folder / "weights.safetensors").unlink()
    with pytest.raises(BundleError, match=r"weights\.safetensors: .*No such file"):
        ModelBundle.load(folder)


def test_a_missing_tensor_is_refused_by_name(folder: Path) -> None:
    change_weights(folder, lambda state: state.pop("fc.bias"))
    with pytest.raises(BundleError, match=r"1 tensors are missing, the first being fc\.bias"):
        ModelBundle.load(folder).build()


def test_an_unexpected_tensor_is_refused_by_name(folder: Path) -> None:
    change_weights(folder, lambda state: state.update(extra=torch.zeros(1)))
    with pytest.raises(BundleError, match="1 tensors are unexpected, the first being extra"):
        ModelBundle.load(folder).build()


def test_a_tensor_of_another_shape_is_refused(folder: Path) -> None:
    change_weights(folder, lambda state: state.update({"fc.bias": torch.zeros(3)}))
    with pytest.raises(BundleError, match=r"fc\.bias is \(3,\) instead of \(4,\)"):
        ModelBundle.load(folder).build()


def test_weights_that_are_no_safetensors_are_refused(folder: Path) -> None:
    path = folder / "weights.safetensors"
    path.write_bytes(b"\x80\x04\x95 a pickle, say")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    change_card(folder, lambda card: card["weights"].update(sha256=found))
    with pytest.raises(BundleError, match="not a safetensors file"):
        ModelBundle.load(folder).build()


def test_a_weights_file_outside_the_bundle_is_refused(folder: Path) -> None:
    change_card(folder, lambda card: card["weights"].update(file="../weights.safetensors"))
    with pytest.raises(BundleError, match="not valid at weights/file"):
        ModelBundle.load(folder)


def test_a_bundle_that_cannot_be_right_is_not_written(
    tmp_path: Path, seeded_network: Any, make_card: Any
) -> None:
    network = seeded_network("improved_resnet34")
    with pytest.raises(BundleError, match="tensors have another shape"):
        write_bundle(tmp_path / "new", network, make_card(classes=["glioma", "no_tumor"]))
    with pytest.raises(BundleError, match="not valid at calibration"):
        write_bundle(tmp_path / "new", network, make_card(calibration={"method": "temperature"}))
    assert not (tmp_path / "new").exists()


def test_weights_that_are_not_finite_are_not_written(
    tmp_path: Path, seeded_network: Any, make_card: Any
) -> None:
    state = seeded_network("improved_resnet34").state_dict()
    state["fc.weight"] = state["fc.weight"] * 1e9
    with pytest.raises(BundleError, match=r"weights of fc\.weight are not finite"):
        write_bundle(tmp_path / "new", state, make_card())


def test_a_running_variance_beyond_float16_survives(
    tmp_path: Path, seeded_network: Any, make_card: Any
) -> None:
    state = seeded_network("improved_resnet34").state_dict()
    state["stem.norm.running_var"] = torch.full((64,), 1e6)
    built = write_bundle(tmp_path / "new", state, make_card()).build()
    assert built.get_buffer("stem.norm.running_var").eq(1e6).all()


def test_writing_again_replaces_the_bundle_and_leaves_nothing_beside(
    folder: Path, seeded_network: Any, make_card: Any
) -> None:
    network = seeded_network("improved_resnet34")
    again = write_bundle(folder, network, make_card(version="0.0.2"))
    assert ModelBundle.load(folder).version == again.version == "0.0.2"
    assert {path.name for path in folder.iterdir()} == {"card.json", "weights.safetensors"}


def test_a_folder_without_a_card_is_no_bundle(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match=r"holds no card\.json"):
        ModelBundle.load(tmp_path)


def test_a_bundle_is_found_by_name_and_by_folder(
    random_bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle_module, "resource_path", lambda *_: random_bundle.parent)
    assert available_bundles() == (random_bundle,)
    assert find_bundle() == find_bundle("improved_resnet34") == find_bundle(random_bundle)
    with pytest.raises(BundleError, match=r"'nobody'.*Installed models: improved_resnet34"):
        find_bundle("nobody")


def test_no_model_installed_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bundle_module, "resource_path", lambda *_: tmp_path)
    with pytest.raises(BundleError, match="No model is installed"):
        find_bundle()


@pytest.mark.parametrize("shipped", available_bundles() or [None])
def test_a_shipped_bundle_loads_and_says_what_it_reached(shipped: Path | None) -> None:
    if shipped is None:
        pytest.skip("no trained bundle lies in resources/models yet")
    bundle = ModelBundle.load(shipped)
    assert bundle.build() is not None
    assert bundle.card["metrics"], "a shipped model says what it reached"
    assert bundle.card["limits"], "a shipped model says where it is weak"
    assert bundle.card["training"]["split_sha256"]
    for metrics in bundle.card["metrics"]:
        counted = sum(map(sum, metrics.get("confusion_matrix", [[metrics["n"]]])))
        assert counted == metrics["n"]
