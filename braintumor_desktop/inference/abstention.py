"""Why a slice gets no class: what its header and its pixels say before a network is asked.

A reason is a sentence of this module, then after a colon what was found, where there is something
to name: ``"This is not an MR image: CT."``.  The window translates the sentence.
"""

from __future__ import annotations

import re

import numpy as np

from braintumor_desktop.imaging.study import Slice, SliceHeader
from braintumor_desktop.inference.finding import Explanation
from braintumor_desktop.inference.preprocess import FrameTransform

NOT_MR = "This is not an MR image"
NOT_THE_HEAD = "This is not the head"
TOO_SMALL = "The image has too few pixels"
BLANK = "The slice is blank"
UNLIKE = "Unlike the images the model was trained on"
SENTENCES = (NOT_MR, NOT_THE_HEAD, TOO_SMALL, BLANK, UNLIKE)

ONE_VALUE = "all its pixels have one value"
ELSEWHERE = "not a brain, or another kind of image"
FOUND = (ONE_VALUE, ELSEWHERE)
"""What stands after the colon where it is no word of the file."""

SMALLEST_SIDE = 48
"""Rows or columns below this show no anatomy; an echo planar slice has 64."""

_STORAGE = {
    "1.2.840.10008.5.1.4.1.1.2": "CT",
    "1.2.840.10008.5.1.4.1.1.2.1": "CT",
    "1.2.840.10008.5.1.4.1.1.2.2": "CT",
    "1.2.840.10008.5.1.4.1.1.1": "CR",
    "1.2.840.10008.5.1.4.1.1.1.1": "DX",
    "1.2.840.10008.5.1.4.1.1.6.1": "US",
    "1.2.840.10008.5.1.4.1.1.12.1": "XA",
    "1.2.840.10008.5.1.4.1.1.20": "NM",
    "1.2.840.10008.5.1.4.1.1.128": "PT",
    "1.2.840.10008.5.1.4.1.1.130": "PT",
}
"""SOP classes that stand for a modality (PS3.4 B.5), where the file names none."""

_HEAD = ("HEAD", "BRAIN", "SKULL", "CRAN", "NEURO", "CEREB", "ENCEPH", "KOPF", "SCHAEDEL", "TETE")
_OTHER_PARTS = frozenset(
    {
        "ABDOMEN", "ABDOMENPELVIS", "ANKLE", "ARM", "BACK", "BLADDER", "BREAST", "CALF", "CARDIAC",
        "CHEST", "CHESTABDOMEN", "CLAVICLE", "COCCYX", "ELBOW", "EXTREMITY", "FEMUR", "FINGER",
        "FOOT", "FOREARM", "HAND", "HEART", "HEEL", "HIP", "HUMERUS", "KIDNEY", "KNEE", "LEG",
        "LIVER", "LUMBAR", "LUNG", "NECK", "PANCREAS", "PELVIS", "PROSTATE", "RIB", "SACRUM",
        "SCAPULA", "SHOULDER", "STERNUM", "THIGH", "THORAX", "TIBIA", "TOE", "UTERUS", "WRIST",
    }
)  # fmt: skip
"""Body parts that are not the head (PS3.16 Annex L), as words of BodyPartExamined; and any SPINE.

A word that is not known here says nothing: the terms of the standard are kept by few.
"""


def unsuitable(slice_: Slice) -> str | None:
    """Why no network should be asked about a slice, by its header and size; ``None`` if it may."""
    header = slice_.header
    modality = _modality(header)
    if modality not in ("", "MR"):
        return f"{NOT_MR}: {modality}."
    if part := _other_part(header.body_part):
        return f"{NOT_THE_HEAD}: {part}."
    height, width = slice_.pixels.shape[:2]
    if min(height, width) < SMALLEST_SIDE:
        return f"{TOO_SMALL}: {width} × {height}."
    return None


def unlike_training() -> str:
    """Why no class is given to a slice that lies far from everything that was trained on."""
    return f"{UNLIKE}: {ELSEWHERE}."


def blank() -> str:
    """Why no class is given to a slice of one value."""
    return f"{BLANK}: {ONE_VALUE}."


def no_explanation(method: str, classes: int, shape: tuple[int, ...]) -> Explanation:
    """What stands in place of maps where no class is given: nothing, over the whole slice."""
    height, width = shape[0], shape[1]
    side = max(height, width)
    whole = FrameTransform((width - side) / 2, (height - side) / 2, side, side, 1, (height, width))
    maps = np.zeros((classes, 1, 1), np.float32)
    return Explanation(method, maps, np.zeros(classes, bool), whole)


def _modality(header: SliceHeader) -> str:
    stated = (header.modality or "").strip().upper()
    return stated or _STORAGE.get(header.sop_class_uid or "", "")


def _other_part(body_part: str) -> str:
    """The stated body part where it is not the head; empty where it is, or may be."""
    words = [word for word in re.split(r"[^A-Z]+", body_part.upper()) if word]
    if any(word.startswith(_HEAD) for word in words):
        return ""
    other = any(w in _OTHER_PARTS or w.removesuffix("S") in _OTHER_PARTS for w in words)
    return body_part.strip() if other or any(w.endswith("SPINE") for w in words) else ""
