"""Public names of a package, imported on first use (PEP 562).

The window paints before torch, pydicom or pytorch-grad-cam are imported, so a package's
``__init__`` names what it offers without importing it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def lazy_exports(package: str, exports: Mapping[str, str]) -> Callable[[str], Any]:
    """Return a module ``__getattr__`` that imports each public name on first use.

    Parameters
    ----------
    package
        The package's ``__name__``.
    exports
        Public name -> submodule that defines it.
    """

    def __getattr__(name: str) -> Any:  # noqa: N807 - PEP 562 asks for this name
        if name not in exports:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{exports[name]}"), name)

    return __getattr__
