"""The findings of a series brought together.

The rule: the slices are ranked by their highest tumor probability; the full probabilities of the
first tenth (at least one slice) are averaged.

Why: a tumor fills a small part of a series, so a mean over all slices would call most patients
healthy, and a maximum would let one odd slice decide.  A tenth is about the extent of a small tumor
in a usual series.  The rule errs towards tumor: it looks at the slices that speak loudest.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import numpy as np

from braintumor_desktop.errors import InferenceError
from braintumor_desktop.inference.finding import Finding, SeriesFinding

SPEAKING_SHARE = 0.1
RULE = "mean of the tenth of the slices with the highest tumor probability"
_HEALTHY = "no_tumor"


def combine_findings(findings: Sequence[Finding | None]) -> SeriesFinding:
    """Bring the findings of one series together.

    Parameters
    ----------
    findings
        One a slice in the series' order, of one model; ``None`` where a slice failed.  Findings
        that abstain have no voice.

    Raises
    ------
    InferenceError
        If no slice has a voice.
    """
    speaking = [index for index, f in enumerate(findings) if f is not None and f.abstention is None]
    voices = [f for f in findings if f is not None and f.abstention is None]
    if not voices:
        raise InferenceError("No slice of this series has a finding, so the series has none.")
    class_keys = voices[0].class_keys
    probabilities = np.stack([finding.probabilities for finding in voices])  # (N, K)
    tumors = [index for index, key in enumerate(class_keys) if key != _HEALTHY]
    loudness = probabilities[:, tumors].max(axis=1)
    loudest = np.argsort(-loudness, kind="stable")[: ceil(SPEAKING_SHARE * len(voices))]
    return SeriesFinding(
        class_keys=class_keys,
        findings=tuple(findings),
        probabilities=probabilities[loudest].mean(axis=0, dtype=np.float64).astype(np.float32),
        speaking_slice={
            key: speaking[int(np.argmax(probabilities[:, index]))]
            for index, key in enumerate(class_keys)
        },
    )
