from __future__ import annotations

import pytest
import torch
import torchvision

from braintumor_desktop.models.registry import network_entry

PARAMETERS = {
    "resnet34": 21_286_724,
    "basic_cnn": 389_924,
    "mobilenet_v2": 2_228_996,
    "resnet50": 23_516_228,
    "inception_v3": 21_793_764,
    "densenet121": 6_957_956,
    "vgg16": 14_788_868,
    "vgg19": 20_026_436,
}
HEADS = ("fc.", "classifier.", "AuxLogits.")


@pytest.mark.parametrize("key", PARAMETERS)
def test_the_network_has_its_number_of_parameters(key: str) -> None:
    with torch.device("meta"):
        network = network_entry(key).build()
    assert sum(p.numel() for p in network.parameters()) == PARAMETERS[key]


@pytest.mark.parametrize("key", [k for k in PARAMETERS if k != "basic_cnn"])
def test_the_parameters_are_torchvisions_up_to_the_head(key: str) -> None:
    def body(network: torch.nn.Module) -> dict[str, torch.Size]:
        state = network.state_dict()
        return {n: t.shape for n, t in state.items() if not n.startswith(HEADS)}

    with torch.device("meta"):
        options = {"init_weights": False} if key == "inception_v3" else {}
        original = torchvision.models.get_model(key, **options)
        assert body(network_entry(key).build()) == body(original)


@pytest.mark.parametrize("key", ["resnet34", "mobilenet_v2", "densenet121"])
def test_the_body_computes_what_torchvisions_does(key: str) -> None:
    torch.manual_seed(0)
    ours, original = network_entry(key).build().eval(), torchvision.models.get_model(key).eval()
    body = {n: t for n, t in ours.state_dict().items() if not n.startswith(HEADS)}
    original.load_state_dict(body, strict=False)
    seen: list[torch.Tensor] = []
    head = original.fc if key == "resnet34" else original.classifier
    head.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0]))
    with torch.no_grad():
        x = torch.randn(1, 3, 64, 64)
        original(x)
        torch.testing.assert_close(ours.forward_features(x).mean((2, 3)), seen[0])
