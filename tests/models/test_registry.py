from __future__ import annotations

import subprocess
import sys

import pytest
import torch

from braintumor_desktop.errors import BundleError
from braintumor_desktop.inference.preprocess import Preprocessing
from braintumor_desktop.models.registry import NETWORKS, network_entry


@pytest.fixture(params=list(NETWORKS))
def key(request: pytest.FixtureRequest) -> str:
    return request.param


def test_the_logits_are_the_pooled_features_through_the_linear_layer(key: str) -> None:
    network = network_entry(key).build(num_classes=3).eval()
    with torch.no_grad():
        x = torch.randn(2, 3, 96, 96)
        features = network.forward_features(x)
        torch.testing.assert_close(network(x), network.forward_head(features))
        torch.testing.assert_close(network(x), network.fc(features.mean((2, 3))))
    assert network(x).shape == (2, 3)


def test_the_explanation_layer_gives_the_features(key: str) -> None:
    entry = network_entry(key)
    network, seen = entry.build().eval(), []
    network.get_submodule(entry.explanation_layer).register_forward_hook(
        lambda _, __, output: seen.append(output)
    )
    with torch.no_grad():
        features = network.forward_features(torch.randn(1, 3, 96, 96))
    torch.testing.assert_close(seen[0], features)


def test_dropout_is_passed_on_and_silent_in_eval(key: str) -> None:
    network = network_entry(key).build(dropout=0.5)
    assert network.dropout.p == 0.5
    x = torch.randn(1, 3, 96, 96)
    with torch.no_grad():
        torch.testing.assert_close(network.eval()(x), network(x))


def test_the_default_preprocessing_is_one_that_inference_understands(key: str) -> None:
    values = network_entry(key).preprocessing
    assert Preprocessing.from_dict(values).to_dict() == dict(values)


def test_an_unknown_network_is_refused_with_the_known_ones() -> None:
    with pytest.raises(BundleError, match=r"'resnet99'.*improved_resnet34, xception"):
        network_entry("resnet99")


def test_reading_the_registry_costs_no_torch() -> None:
    code = (
        "import sys, braintumor_desktop.models.bundle, braintumor_desktop.models.registry;"
        "from braintumor_desktop.models import NETWORKS, ModelBundle;"
        "print([m for m in ('torch', 'jsonschema', 'PySide6', 'pydantic', 'typer')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
