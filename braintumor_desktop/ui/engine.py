"""What the window asks a network for, whoever answers: a process of its own, or a test's engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from braintumor_desktop.errors import BrainTumorError
    from braintumor_desktop.imaging.study import Slice, SliceHeader
    from braintumor_desktop.inference.finding import Explanation, Finding


@dataclass(frozen=True)
class ModelChoice:
    """Which network, on what, explained how; an empty model means the first installed one."""

    model: str = ""
    device: str = "auto"
    method: str = "Grad-CAM"


@dataclass(frozen=True)
class ModelInfo:
    """What the window shows of the loaded network.

    Attributes
    ----------
    notice
        A sentence when something is not as chosen (a GPU that cannot run), else ``None``.
    card
        The bundle's card.
    installed
        Names of all installed bundles.
    """

    name: str
    version: str
    sha256: str
    device: str
    method: str
    class_keys: tuple[str, ...]
    notice: str | None = None
    card: Mapping[str, Any] = field(default_factory=dict)
    installed: tuple[str, ...] = ()


class Engine(Protocol):
    """A network that answers.  Called on one worker thread at a time, never on the GUI thread."""

    def load(self, choice: ModelChoice) -> ModelInfo:
        """Load and warm up; ``BundleError`` or ``InferenceError`` where that is impossible."""

    def predict(self, slice_: Slice) -> Finding:
        """The finding of one slice; ``InferenceError`` where there can be none."""

    def read(self, headers: Sequence[SliceHeader]) -> list[Finding | BrainTumorError]:
        """Decode and predict several slices; what failed stands as its error in its place."""

    def explain(self, slice_: Slice, method: str, class_index: int) -> Explanation:
        """One class's map by another method than the closed form, which comes with the finding.

        Raises
        ------
        Cancelled
            After :meth:`interrupt`.
        InferenceError
            Where there can be none.
        """

    def interrupt(self) -> None:
        """Give up the map that is being worked out, if one is; safe from every thread."""

    def another(self) -> Engine:
        """A new engine of the same kind, for a second model."""

    def close(self) -> None:
        """Stop at once, even during a call; safe from every thread, and more than once."""
