"""Two models beside each other: which ones, what each says of the slice, and whether they agree."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from braintumor_desktop.models.classes import CLASSES
from braintumor_desktop.ui import icons, theme
from braintumor_desktop.ui.comparison import Comparison
from braintumor_desktop.ui.declared_texts import class_name
from braintumor_desktop.ui.opinion import FindingState, Opinion
from braintumor_desktop.ui.probability_bars import percent
from braintumor_desktop.ui.small import button, label
from braintumor_desktop.ui.states import in_words

translate = QCoreApplication.translate
_WAITING = ("loading", "waiting", "empty")
_FOLDER = "\0folder"  # no model is called so
_AGREEMENT_HEIGHT = 36
_LETTERS = ("A", "B")


class ComparisonPanel(QWidget):
    """Both columns, while a second model is open; ``choice``, which opens it, stands elsewhere."""

    came = Signal()  # asked for by :meth:`toggle`: whoever did wants to see it

    def __init__(
        self, comparison: Comparison, tokens: theme.Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._comparison, self._tokens = comparison, tokens
        self.choice = QComboBox()
        self.names = (QLabel(), QLabel())
        self.values = {c.key: (QLabel("–"), QLabel("–")) for c in CLASSES}
        self.overlays = (button("", "overlayOf"), button("", "overlayOf"))  # icons alone
        self.agreement = QLabel()
        self.over_slices = label("", "secondary")
        self.close_button = button("", "quiet")
        self._build()
        self.choice.activated.connect(self._chosen)
        self.close_button.clicked.connect(comparison.close)
        for index, overlay in enumerate(self.overlays):
            overlay.setAccessibleName(self.tr("Show where this model looked"))
            overlay.setToolTip(overlay.accessibleName())
            overlay.clicked.connect(partial(self._show_overlay_of, index))
        comparison.changed.connect(self.refresh)
        comparison.first.model_changed.connect(lambda _: self._fill_choice())
        self._fill_choice()
        self.set_tokens(tokens)

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(theme.INSIDE)
        for part in (self._models(), self._columns()):
            column.addLayout(part)
        column.addWidget(self.agreement)
        column.addWidget(self.over_slices)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.choice.setAccessibleName(self.tr("Second model that reads the slice too"))
        self.choice.setToolTip(
            self.tr("Let a second model read the slice too, in a process of its own")
        )
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.choice.setSizeAdjustPolicy(adjust)
        self.choice.setMinimumContentsLength(8)
        self.close_button.setText(self.tr("Close comparison"))
        self.close_button.setToolTip(self.tr("End the second model and give its memory back"))
        for text in (self.agreement, self.over_slices):  # two lines each
            text.setWordWrap(True)
            text.setMinimumHeight(_AGREEMENT_HEIGHT)
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _models(self) -> QGridLayout:
        """Which model stands in which column, and whose overlay is shown."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.INSIDE)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, (letter, name) in enumerate(zip(_LETTERS, self.names, strict=True)):
            name.setWordWrap(True)
            name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self.overlays[place].setCheckable(True)
            self.overlays[place].setIconSize(QSize(theme.ICON_PX, theme.ICON_PX))
            for column, widget in enumerate((QLabel(letter), name, self.overlays[place])):
                grid.addWidget(widget, place, column)
        return grid

    def _columns(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.INSIDE)
        grid.setVerticalSpacing(4)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for place, letter in enumerate(_LETTERS):
            heading = label(letter, "secondary")
            heading.setAlignment(right)
            grid.addWidget(heading, 0, 1 + place)
            grid.setColumnStretch(1 + place, 1)
        for row, tumor_class in enumerate(CLASSES, 1):
            grid.addWidget(QLabel(class_name(tumor_class.key)), row, 0)
            for place, value in enumerate(self.values[tumor_class.key]):
                value.setAlignment(right)
                grid.addWidget(value, row, 1 + place)
        return grid

    def set_tokens(self, tokens: theme.Tokens) -> None:
        """Another theme."""
        self._tokens = tokens
        for overlay in self.overlays:
            overlay.setIcon(icons.icon("overlay", tokens))
        self.refresh()

    # -- what the user does ---------------------------------------------------------------------

    def _fill_choice(self) -> None:
        self.choice.clear()
        self.choice.addItem(self.tr("none"), "")
        for name in self._comparison.choices:
            self.choice.addItem(name, name)
        self.choice.addItem(self.tr("Model folder…"), _FOLDER)
        self.choice.setEnabled(self._comparison.first.model is not None)
        self._show_choice()

    def _show_choice(self) -> None:
        second = self._comparison.second
        wanted = "" if second is None or second.choice is None else second.choice.model
        index = self.choice.findData(wanted)
        if index < 0:  # a folder that was chosen
            assert second is not None
            name = Path(wanted).name if second.model is None else second.model.name
            self.choice.insertItem(self.choice.count() - 1, name, wanted)
            index = self.choice.findData(wanted)
        self.choice.setCurrentIndex(index)

    def _chosen(self, index: int) -> None:
        wanted = self.choice.itemData(index)
        if wanted == _FOLDER:
            wanted = QFileDialog.getExistingDirectory(self, self.tr("Open model folder"))
            if not wanted:
                self._show_choice()
                return
        if wanted:
            self._comparison.open(wanted)
        else:
            self._comparison.close()
        self._show_choice()

    def toggle(self) -> None:
        """Compare with the first other model that is installed, or end the comparison."""
        if self._comparison.second is not None:
            self._comparison.close()
            return
        self.choice.setCurrentIndex(1)  # after "none"; the folder where nothing else is installed
        self._chosen(1)
        self.came.emit()

    def _show_overlay_of(self, place: int) -> None:
        self._comparison.show_overlay_of(second=place == 1)

    # -- showing --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what both models say of the slice on screen."""
        comparison = self._comparison
        second = comparison.second
        self.setVisible(second is not None)
        self._show_choice()
        if second is None:
            return
        states = (comparison.first.state, comparison.second_state)
        for place, opinion in enumerate((comparison.first, second)):
            self._name_column(place, opinion)
            self._fill_column(place, states[place])
        agreed, both = comparison.agreed()
        same = self.tr("Same class on {agreed} of {both} slices that both have read")
        self.over_slices.setText(same.format(agreed=agreed, both=both) if both else "")
        words, kind = agreement_words(*states)
        self.agreement.setText(words)
        colour = {"differ": self._tokens.warning, "error": self._tokens.error}.get(kind)
        self.agreement.setStyleSheet(f"color: {colour or self._tokens.text}; font-weight: 600;")

    def _name_column(self, place: int, opinion: Opinion) -> None:
        model, choice = opinion.model, opinion.choice
        name = model.name if model else (Path(choice.model).name if choice else "")
        version = model.version if model else ""
        # a name may be parted after its underscores
        self.names[place].setText(f"{name.replace('_', '_' + chr(0x200B))} {version}".strip())
        self.names[place].setToolTip(
            self.tr("Weights SHA-256 {sha256}").format(sha256=model.sha256) if model else ""
        )
        overlay = self.overlays[place]
        overlay.setChecked(self._comparison.overlay_of_second == (place == 1))
        tip = self.tr("Show where {name} looked").format(name=name)
        overlay.setToolTip(tip)
        overlay.setAccessibleName(tip)

    def _fill_column(self, place: int, state: FindingState) -> None:
        finding = state.finding
        if finding is not None and finding.abstention is not None:
            finding = None
        for key, labels in self.values.items():
            value = labels[place]
            known = finding is not None and key in finding.class_keys
            leading = finding is not None and key == finding.leading_key
            value.setText("–")
            if finding is not None and known:
                share = percent(float(finding.probabilities[finding.class_keys.index(key)]))
                value.setText(f"▸ {share}" if leading else share)
            value.setStyleSheet("font-weight: 600;" if leading else "")


def agreement_words(first: FindingState, second: FindingState) -> tuple[str, str]:
    """What is to be said of two findings; and ``agree``, ``differ``, ``error`` or ``wait``."""
    if "withheld" in (first.kind, second.kind):
        return translate("Comparison", "Record your impression first"), "wait"
    for state in (second, first):
        if state.error is not None:
            return " ".join(in_words(state.error)).strip(), "error"
    if first.kind in _WAITING or second.kind in _WAITING:
        return _waiting_words(second), "wait"
    one, other = first.finding, second.finding
    assert one is not None
    assert other is not None
    if one.abstention is not None and other.abstention is not None:
        return translate("Comparison", "Both models abstain"), "wait"
    if one.abstention is not None or other.abstention is not None:
        speaking, silent = (other, one) if one.abstention is not None else (one, other)
        words = translate(
            "Comparison", "Nothing to compare: {name} abstains, the other says {finding}"
        )
        name = speaking.leading_key
        share = percent(float(speaking.probabilities.max()))
        said = f"{class_name(name)} {share}"
        return words.format(name=silent.model.name, finding=said), "wait"
    if one.leading_key == other.leading_key:
        words = translate("Comparison", "Both: {name}")
        return words.format(name=class_name(one.leading_key)), "agree"
    words = translate("Comparison", "They differ: {first}, {second}")
    said_by = [
        f"{class_name(f.leading_key)} {percent(float(f.probabilities.max()))}" for f in (one, other)
    ]
    return words.format(first=said_by[0], second=said_by[1]), "differ"


def _waiting_words(second: FindingState) -> str:
    if second.kind == "loading":
        return translate("Comparison", "Loading the second model…")
    return translate("Comparison", "The slice is being read…")
