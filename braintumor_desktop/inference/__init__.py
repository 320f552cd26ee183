"""Pixels become Findings: preprocessing, device, prediction, explanation, calibration, series.

``Predictor`` is what the window and the command line ask.  Importing this package, ``choices``,
``preprocess`` or ``finding`` costs no torch: training and the window name them without paying.
"""

from typing import TYPE_CHECKING

from braintumor_desktop.lazy import lazy_exports

if TYPE_CHECKING:
    from braintumor_desktop.inference.choices import DEVICES, METHODS
    from braintumor_desktop.inference.finding import (
        Explanation,
        Finding,
        ModelIdentity,
        SeriesFinding,
    )
    from braintumor_desktop.inference.predictor import Answer, Predictor
    from braintumor_desktop.inference.preprocess import FrameTransform, Preprocessing, prepare
    from braintumor_desktop.inference.series import combine_findings

__all__ = [
    "DEVICES",
    "METHODS",
    "Answer",
    "Explanation",
    "Finding",
    "FrameTransform",
    "ModelIdentity",
    "Predictor",
    "Preprocessing",
    "SeriesFinding",
    "combine_findings",
    "prepare",
]

__getattr__ = lazy_exports(
    __name__,
    {
        "DEVICES": "choices",
        "METHODS": "choices",
        "Explanation": "finding",
        "Finding": "finding",
        "ModelIdentity": "finding",
        "SeriesFinding": "finding",
        "Answer": "predictor",
        "Predictor": "predictor",
        "FrameTransform": "preprocess",
        "Preprocessing": "preprocess",
        "prepare": "preprocess",
        "combine_findings": "series",
    },
)
