"""The line of the finding panel that says whether the slice is unlike the training images."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from braintumor_desktop.ui.engine import ModelInfo

if TYPE_CHECKING:
    from braintumor_desktop.inference.finding import Finding


class UnlikeLine(QLabel):
    """Seen where the model can tell; a dash while there is no answer.

    Its place is kept while no model is there, so that nothing moves when one has loaded.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(8, 0, 8, 0)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setToolTip(
            self.tr("Whether the slice lies far from the images that the model was trained on")
        )

    def show_finding(self, finding: Finding | None, model: ModelInfo | None) -> None:
        """Say it of the slice on screen; nothing where the model's card has no threshold."""
        thresholds = {} if model is None else model.card.get("thresholds") or {}
        keep = self.sizePolicy()
        keep.setRetainSizeWhenHidden(model is None)
        self.setSizePolicy(keep)
        self.setVisible("rejection" in thresholds)
        unlike = None if finding is None else finding.unlike_training
        word = {True: self.tr("yes"), False: self.tr("no"), None: "–"}[unlike]
        self.setText(self.tr("Unlike training: {answer}").format(answer=word))
