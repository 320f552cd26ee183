"""The card of a bundle, filled from the run and its evaluation, never by hand."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import torch

from braintumor_desktop import RESEARCH_USE, __version__
from braintumor_desktop.inference.preprocess import Preprocessing
from braintumor_desktop.models.registry import network_entry
from braintumor_training.provenance import training_words
from braintumor_training.runs import Run
from braintumor_training.samples import Sample

_ORIGINS: Mapping[str, tuple[str, str, str]] = {
    "cheng": (
        "CE-MRI (Cheng et al.)",
        "doi 10.6084/m9.figshare.1512427, by way of Kaggle's Brain Tumor MRI Dataset",
        "CC BY 4.0",
    ),
    "br35h": (
        "Br35H",
        "Kaggle, by way of Kaggle's Brain Tumor MRI Dataset",
        "CC0 1.0 as published in the Brain Tumor MRI Dataset",
    ),
    "sartaj": (
        "SARTAJ",
        "Kaggle, by way of Kaggle's Brain Tumor MRI Dataset",
        "CC0 1.0 as published in the Brain Tumor MRI Dataset",
    ),
    "unknown": (
        "Brain Tumor MRI Dataset, origin not traced",
        "Kaggle",
        "CC0 1.0 as published in the Brain Tumor MRI Dataset",
    ),
}
_UNKNOWN = ("as listed in the data's manifest", "as the data's owner says")

LIMITS = (
    "Trained on public 8-bit pictures of single slices, not on DICOM series of your scanner; expect"
    " less on other vendors, field strengths, sequences and populations.",
    "All gliomas, most meningiomas and nearly all pituitary tumors come from two hospitals in one"
    " country, as T1 contrast-enhanced slices through the tumor. T2, FLAIR and T1 without contrast"
    " of a tumor were hardly seen.",
    "The no-tumor slices come from other sources and other sequences (T2 and even CT among them)"
    " than the tumors: the network can tell the source instead of the disease, so its figures for"
    " no tumor are better than its skill. A tumor-free slice of a T1 contrast-enhanced series was"
    " hardly seen and may be called a tumor.",
    "It knows four answers. Metastases, lymphoma, abscess, hemorrhage, demyelination, treated"
    " tumors and every other finding will be called one of the four.",
    "It sees one slice at a time and does not know age, history or other sequences.",
    "The overlay shows where the network looked, on a coarse grid; it is not a lesion outline.",
    "Patients with no identifier (no-tumor slices, the SARTAJ images) are counted as one patient an"
    " image, so relatives among them cannot be excluded.",
)

_REJECTION = (
    "method",
    "layer",
    "grid",
    "threshold",
    "accepted_validation_share",
    "accepted_test_share",
)
_MISSED = 0.1  # kinds of odd input of which more is accepted are named on the card

ANSWERS_ANYTHING = (
    "It does not refuse what it was not made for: another organ, CT or a photograph is given one of"
    " the four answers too."
)
OTHER_ORGANS = (
    "It refuses what lies far from its training images, judged without a collection of other"
    " organs: a knee or another part of the body that its file does not name can still be given a"
    " class."
)
LEAKY_LIMIT = (
    "LEAKY: trained and tested on the same patients or images. No figure on this card says how it"
    " does on new patients; do not use it but to compare with papers that split so."
)


def draft_card(run: Run, samples: Sequence[Sample], epochs: int) -> dict[str, Any]:
    """The card before evaluation: version 0, no metrics, temperature 1."""
    stage = run.recipe.stages[-1]
    entry = network_entry(run.recipe.network)
    preprocessing = replace(Preprocessing.from_dict(dict(entry.preprocessing)), size=stage.size)
    stride = {} if run.recipe.output_stride == 32 else {"output_stride": run.recipe.output_stride}
    return {
        "name": run.recipe.network,
        "version": "0",
        "network": run.recipe.network,
        **stride,
        "classes": list(run.classes),
        "preprocessing": preprocessing.to_dict(),
        "training": {
            "data": _data(run.split.part(samples, "train")),
            "protocol": run.split.stamp,
            "fold": run.split.fold,
            "split_sha256": run.split.sha256,
            **training_words(run.folder, run.recipe.to_dict()),
            "epochs": epochs,
            "seed": run.recipe.seed,
            "code_version": f"braintumor-desktop {__version__}, torch {torch.__version__},"
            f" Python {platform.python_version()}",
            "date": datetime.now(UTC).date().isoformat(),
        },
        "metrics": [],
        "calibration": {"method": "temperature", "temperature": 1.0},
        "limits": list(LIMITS),
        "licence": "Apache-2.0 for the weights; the data's licences stand with the data",
        "intended_use": RESEARCH_USE,
    }


def final_card(
    draft: Mapping[str, Any],
    evaluation: Mapping[str, Any],
    *,
    version: str,
    others: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """The draft with the figures of the evaluation of the same weights, and those of other runs."""
    thresholds: dict[str, Any] = {"prediction_set": evaluation["prediction_set"]}
    if "rejection" in evaluation:
        found = evaluation["rejection"]
        thresholds["rejection"] = {
            **{name: found[name] for name in _REJECTION},
            "accepted_odd_inputs": {
                name: round(row["accepted"], 3) for name, row in found["odd_inputs"].items()
            },
        }
    leaky = [LEAKY_LIMIT] if evaluation["metrics"]["leaky"] else []
    unguarded = _unguarded(evaluation)
    return {
        **draft,
        "version": version,
        "limits": [*leaky, *draft["limits"], *unguarded, *_control_limits(evaluation)],
        "metrics": [evaluation["metrics"], *others],
        "thresholds": thresholds,
        "calibration": {
            "method": "temperature",
            "temperature": evaluation["temperature"],
            "fitted_on": evaluation["fitted_on"],
        },
        "explanation": evaluation["explanation"],
    }


def _unguarded(evaluation: Mapping[str, Any]) -> list[str]:
    """What is not refused though it should be."""
    if "rejection" not in evaluation:
        return [ANSWERS_ANYTHING]
    rows = evaluation["rejection"]["odd_inputs"]
    missed = [
        f"{name} ({row['accepted']:.0%})"
        for name, row in rows.items()
        if row["accepted"] >= _MISSED
    ]
    if not missed:
        return [OTHER_ORGANS]
    return [
        OTHER_ORGANS,
        f"What it was not made for is not always refused; still accepted: {', '.join(missed)}.",
    ]


def _control_limits(evaluation: Mapping[str, Any]) -> list[str]:
    """What the sanity controls say of the figures, in the words of the card."""
    if "controls" not in evaluation:
        return []
    ten = evaluation["controls"]["ten_features"]["balanced_accuracy"]
    return [
        f"Ten histogram and texture features without any anatomy reach a balanced accuracy of"
        f" {ten:.2f} on the same split: that much of the figures may be scanner and file, not"
        " disease."
    ]


def _data(samples: Sequence[Sample]) -> list[dict[str, Any]]:
    """One entry an origin of the training images."""
    entries = []
    for origin in sorted({sample.source for sample in samples}):
        chosen = [sample for sample in samples if sample.source == origin]
        name, source, licence = _ORIGINS.get(origin, (origin or "unnamed", *_UNKNOWN))
        entries.append(
            {
                "name": name,
                "source": source,
                "licence": licence,
                "images": len(chosen),
                "patients": len({sample.group for sample in chosen}),
            }
        )
    return entries
