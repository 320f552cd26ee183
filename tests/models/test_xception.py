from __future__ import annotations

import pytest
import torch

from braintumor_desktop.models.xception import Xception, xception

timm = pytest.importorskip("timm", reason="timm is a development dependency")


@pytest.fixture(scope="module")
def theirs() -> torch.nn.Module:
    torch.manual_seed(0)
    return timm.create_model("legacy_xception", pretrained=False, num_classes=4).eval()


def test_the_weights_of_timm_load_by_name_and_give_the_same_logits(theirs: Xception) -> None:
    ours = xception().eval()
    ours.load_state_dict(theirs.state_dict(), strict=True)
    x = torch.randn(1, 3, 299, 299)
    with torch.no_grad():
        torch.testing.assert_close(ours(x), theirs(x))
        torch.testing.assert_close(ours.forward_features(x), theirs.forward_features(x))


def test_at_299_pixels_the_map_has_ten_cells_a_side() -> None:
    with torch.no_grad():
        features = xception().eval().forward_features(torch.randn(1, 3, 299, 299))
    assert features.shape == (1, 2048, 10, 10)
