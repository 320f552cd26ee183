"""The demonstration cases that the application brings with it."""

from __future__ import annotations

from pathlib import Path

from braintumor_desktop.resources import resource_path


def demonstration_cases() -> list[Path]:
    """The folders of the demonstration cases, one DICOM series each, in the order to show them.

    All of them are seeded synthetic head phantoms, marked by SyntheticData (0008,001C); they show
    nobody.

    Raises
    ------
    BrainTumorError
        If the installation does not hold them.
    """
    return sorted(path for path in resource_path("demonstration").iterdir() if path.is_dir())
