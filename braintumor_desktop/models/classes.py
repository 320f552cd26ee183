"""The classes that every network tells apart: their order, names and colours, defined once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TumorClass:
    """One class of the classification.

    Attributes
    ----------
    key
        Stable identifier, used in cards, manifests and exports.
    name
        What the screen and reports call it.
    colour_dark, colour_light
        Its colour (``#RRGGBB``) on the dark and on the light theme; always shown with the name.
    """

    key: str
    name: str
    colour_dark: str
    colour_light: str


CLASSES: tuple[TumorClass, ...] = (
    TumorClass("glioma", "Glioma", "#E8743B", "#B9501C"),
    TumorClass("meningioma", "Meningioma", "#56B4E9", "#1F78B4"),
    TumorClass("pituitary", "Pituitary tumor", "#CC79A7", "#A3477F"),
    TumorClass("no_tumor", "No tumor", "#2FB58A", "#0B7A5B"),
)
CLASS_KEYS: tuple[str, ...] = tuple(c.key for c in CLASSES)


def class_by_key(key: str) -> TumorClass:
    """Return the class with this key; ``KeyError`` when there is none."""
    for tumor_class in CLASSES:
        if tumor_class.key == key:
            return tumor_class
    raise KeyError(f"no class is called {key!r}; the classes are {', '.join(CLASS_KEYS)}")
