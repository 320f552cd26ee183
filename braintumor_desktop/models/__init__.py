"""The networks, their registry, and the bundle in which a trained network travels.

``NETWORKS`` names every network that can be built; ``ModelBundle`` is a folder with the weights and
the card of one that was trained.  Importing this package costs no torch.
"""

from typing import TYPE_CHECKING

from braintumor_desktop.lazy import lazy_exports

if TYPE_CHECKING:
    from braintumor_desktop.models.bundle import (
        ModelBundle,
        available_bundles,
        find_bundle,
        write_bundle,
    )
    from braintumor_desktop.models.classes import CLASS_KEYS, CLASSES, TumorClass, class_by_key
    from braintumor_desktop.models.registry import NETWORKS, NetworkEntry, network_entry

__all__ = [
    "CLASSES",
    "CLASS_KEYS",
    "NETWORKS",
    "ModelBundle",
    "NetworkEntry",
    "TumorClass",
    "available_bundles",
    "class_by_key",
    "find_bundle",
    "network_entry",
    "write_bundle",
]

__getattr__ = lazy_exports(
    __name__,
    {
        "CLASSES": "classes",
        "CLASS_KEYS": "classes",
        "TumorClass": "classes",
        "class_by_key": "classes",
        "NETWORKS": "registry",
        "NetworkEntry": "registry",
        "network_entry": "registry",
        "ModelBundle": "bundle",
        "available_bundles": "bundle",
        "find_bundle": "bundle",
        "write_bundle": "bundle",
    },
)
