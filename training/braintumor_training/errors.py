"""Errors of training, in the same family and manner as the application's."""

from __future__ import annotations

from braintumor_desktop.errors import BrainTumorError


class TrainingError(BrainTumorError):
    """Data, a recipe or a run that cannot be trained or evaluated."""
