from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from braintumor_desktop.errors import InferenceError
from braintumor_desktop.inference.finding import Explanation, Finding, ModelIdentity
from braintumor_desktop.inference.preprocess import FrameTransform
from braintumor_desktop.inference.series import combine_findings

KEYS = ("glioma", "meningioma", "pituitary", "no_tumor")
HEALTHY = (0.02, 0.02, 0.02, 0.94)


@pytest.fixture
def finding() -> Callable[..., Finding]:
    def make(*probabilities: float, abstention: str | None = None) -> Finding:
        count = len(probabilities)
        transform = FrameTransform(0, 0, 1, 1, 2, (2, 2))
        maps = np.zeros((count, 2, 2), dtype=np.float32)
        explanation = Explanation("Grad-CAM", maps, np.zeros(count, dtype=bool), transform)
        identity = ModelIdentity("m", "1", "0" * 64)
        values = np.array(probabilities, dtype=np.float32)
        keys = KEYS[:count]
        return Finding(keys, values, explanation, identity, "CPU", abstention=abstention)

    return make


def test_a_tumor_in_a_tenth_of_the_slices_decides(finding: Callable[..., Finding]) -> None:
    findings = [finding(*HEALTHY) for _ in range(20)]
    findings[7] = finding(0.8, 0.1, 0.0, 0.1)
    findings[8] = finding(0.6, 0.3, 0.0, 0.1)
    whole = combine_findings(findings)
    assert whole.leading_key == "glioma"
    np.testing.assert_allclose(whole.probabilities, [0.7, 0.2, 0.0, 0.1], atol=1e-6)


def test_one_odd_slice_of_many_does_not_decide(finding: Callable[..., Finding]) -> None:
    findings = [finding(*HEALTHY) for _ in range(40)]
    findings[0] = finding(0.9, 0.05, 0.0, 0.05)
    assert combine_findings(findings).leading_key == "no_tumor"


def test_the_slice_that_speaks_most_is_told_for_every_class(
    finding: Callable[..., Finding],
) -> None:
    findings = [
        None,
        finding(0.1, 0.1, 0.1, 0.7),
        finding(0.6, 0.2, 0.1, 0.1),
        finding(0.2, 0.5, 0.2, 0.1),
    ]
    expected = {"glioma": 2, "meningioma": 3, "pituitary": 3, "no_tumor": 1}
    assert combine_findings(findings).speaking_slice == expected


def test_failed_and_abstaining_slices_have_no_voice(finding: Callable[..., Finding]) -> None:
    findings = [None, finding(0.9, 0.1, 0.0, 0.0, abstention="colour"), finding(*HEALTHY)]
    whole = combine_findings(findings)
    assert whole.leading_key == "no_tumor"
    assert whole.speaking_slice["glioma"] == 2
    assert len(whole.findings) == 3


def test_a_model_without_a_healthy_class_is_combined_alike(
    finding: Callable[..., Finding],
) -> None:
    whole = combine_findings([finding(0.4, 0.3, 0.3), finding(0.05, 0.9, 0.05)])
    assert whole.leading_key == "meningioma"


def test_a_series_without_any_finding_has_none() -> None:
    with pytest.raises(InferenceError, match="No slice of this series"):
        combine_findings([None, None])


def test_abstentions_are_counted_and_failures_are_not(finding: Callable[..., Finding]) -> None:
    silent = finding(0.9, 0.1, 0.0, 0.0, abstention="colour")
    assert combine_findings([silent, None, finding(*HEALTHY), silent]).abstained == 2
    assert combine_findings([finding(*HEALTHY)]).abstained == 0
