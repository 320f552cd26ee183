"""What a run was made with, so that a figure can be traced to the software behind it."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from braintumor_desktop import __version__

_PACKAGES = ("torch", "torchvision", "numpy", "scipy", "scikit-learn", "pillow", "safetensors")


def describe_environment() -> dict[str, Any]:
    """Versions, platform and threads; no host name, no user, no path."""
    return {
        "braintumor-desktop": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "processors": os.cpu_count() or 1,
        "threads": os.environ.get("OMP_NUM_THREADS", ""),
        "packages": {name: _version(name) for name in _PACKAGES},
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
