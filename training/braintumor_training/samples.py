"""A labelled image: what every source of data gives, and what every later step asks for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

Border = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Sample:
    """One labelled image.

    Attributes
    ----------
    path
        The image file.
    label
        Class key.
    cluster
        Images with the same cluster are the same image (mirrored or not).
    group
        Images with the same group must not be separated by a split (patient, cluster).
    source
        Where the image comes from (``cheng``, ``br35h`` …), for figures by source.
    border
        Tumour border as (x, y) in shares of the image's width and height, or ``None``.
    name
        Its name within the source, unique: the path below the source's folder.
    patient, family
        Person, and persons that are likely one; empty where the source does not say.
    part
        ``"train"``, ``"validation"`` or ``"test"`` by the source's own split, else empty.
    fold
        The authors' fold, from 0, or ``None``.
    native_size
        Longest side of the image before the source reduced it; 0 where unknown.
    stated_label
        The label that the file's own folder states, where ``label`` corrects it.
    decoder
        Which reader of pixels its file needs; see ``pixels.DECODERS``.
    """

    path: Path
    label: str
    cluster: str
    group: str
    source: str = ""
    border: Border | None = None
    name: str = ""
    patient: str = ""
    family: str = ""
    part: str = ""
    fold: int | None = None
    native_size: int = 0
    stated_label: str = ""
    decoder: str = "raster"

    @property
    def person(self) -> str:
        """Whom intervals count: the patient, or the group where no patient is known."""
        return self.patient or self.group
