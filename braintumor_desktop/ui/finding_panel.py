"""The second opinion: what the model says of the slice on screen, and which model says it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from braintumor_desktop.inference.choices import METHODS
from braintumor_desktop.inference.prediction_set import SetThreshold
from braintumor_desktop.ui import icons, theme
from braintumor_desktop.ui.comparison_panel import ComparisonPanel
from braintumor_desktop.ui.declared_texts import abstention_words, class_name
from braintumor_desktop.ui.engine import ModelInfo
from braintumor_desktop.ui.opinion import FindingState
from braintumor_desktop.ui.probability_bars import ProbabilityBars, percent
from braintumor_desktop.ui.series_box import SeriesBox
from braintumor_desktop.ui.session import Session
from braintumor_desktop.ui.small import button, label, panel, rule
from braintumor_desktop.ui.states import in_words
from braintumor_desktop.ui.unlike_line import UnlikeLine

if TYPE_CHECKING:
    from braintumor_desktop.inference.finding import Finding

_HEADLINE_HEIGHT = 80  # the headline and three lines
_SET_HEIGHT = 36  # two lines
_LEAST_HEIGHT = 112  # the headline, under a form that takes the rest


class FindingPanel(QWidget):
    """Every state takes the same room, so that nothing moves when a result arrives."""

    class_chosen = Signal(object)  # class index, or None to follow the leading class
    method_chosen = Signal(str)
    card_wanted = Signal()
    retry_wanted = Signal()
    folder_wanted = Signal()

    def __init__(
        self, session: Session, tokens: theme.Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._tokens = session, tokens
        self._shown_index: int | None = None
        self.swatch, self.headline, self.detail = QLabel(), QLabel(), QLabel()
        self.waiting = QProgressBar()
        self.bars = ProbabilityBars(tokens)
        self.retry, self.choose = QPushButton(), QPushButton()
        self.set_line, self.context = QLabel(), QLabel()
        self.unlike_line = UnlikeLine()
        self.series = SeriesBox(session, tokens)
        self.comparison = ComparisonPanel(session.comparison, tokens)
        self.method = QComboBox()
        self.model_name, self.model_facts = QLabel(), QLabel()
        self.notice = QLabel()
        self.card = button("", "quiet")
        self._area = QScrollArea(widgetResizable=True)
        self._build()
        session.opinion.state_changed.connect(self.show_state)
        session.opinion.model_changed.connect(self.show_model)
        session.series_grown.connect(self._show_context)
        session.picture_failed.connect(self._not_shown)
        self.bars.clicked.connect(self._class_clicked)
        self.method.activated.connect(lambda i: self.method_chosen.emit(self.method.itemText(i)))
        self.card.clicked.connect(self.card_wanted)
        self.comparison.came.connect(self._show_comparison)
        self.retry.clicked.connect(self.retry_wanted)
        self.choose.clicked.connect(self.folder_wanted)
        self.show_model(None)
        self.show_state(session.opinion.state)

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.retry.setText(self.tr("Try again"))
        self.choose.setText(self.tr("Model folder…"))
        self.card.setAccessibleName(self.tr("Model card"))
        self.retry.setToolTip(self.tr("Load the model once more"))
        self.choose.setToolTip(self.tr("Choose the folder of a model bundle"))
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(256)
        inner = panel()
        column = QVBoxLayout(inner)
        column.setContentsMargins(*4 * [theme.AROUND])
        column.setSpacing(theme.BETWEEN)
        heading = label(self.tr("SECOND OPINION"), "heading")
        heading.setContentsMargins(8, 0, 8, 0)  # as all that stands below it
        column.addWidget(heading)
        column.addWidget(self._headline())
        column.addWidget(self.bars)
        column.addWidget(self._set_line())
        column.addWidget(self.unlike_line)
        column.addWidget(rule())
        column.addWidget(self._context())
        column.addWidget(self.comparison)
        column.addWidget(self.series)
        column.addStretch(1)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        self._area.setMinimumHeight(_LEAST_HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._area, rule(), self._model()):  # the model's name never scrolls away
            layout.addWidget(part)

    def hasHeightForWidth(self) -> bool:
        """It scrolls: without this, Qt takes what all of it would need for its least height."""
        return False

    def _headline(self) -> QWidget:
        box = QWidget()
        box.setMinimumHeight(_HEADLINE_HEIGHT)
        column = QVBoxLayout(box)
        column.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(4)
        self.swatch.setFixedSize(12, 12)
        self.headline.setFont(theme.sized_font(theme.LEADING_PX, bold=True))
        self.headline.setStyleSheet(f"font-size: {theme.LEADING_PX}px; font-weight: 600;")
        for text in (self.headline, self.detail):
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail.setObjectName("secondary")
        self.waiting.setRange(0, 0)
        self.waiting.setTextVisible(False)
        keep = self.waiting.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.waiting.setSizePolicy(keep)
        line = QHBoxLayout()
        line.setSpacing(theme.INSIDE)
        line.addWidget(self.swatch)
        line.addWidget(self.headline, 1)
        column.addLayout(line)
        column.addWidget(self.detail)
        column.addSpacing(4)
        column.addWidget(self.waiting)
        row = QHBoxLayout()
        row.setSpacing(theme.INSIDE)
        row.addWidget(self.retry)
        row.addWidget(self.choose)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        return box

    def _set_line(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(8, 0, 8, 0)
        self.set_line.setWordWrap(True)
        self.set_line.setMinimumHeight(_SET_HEIGHT)
        self.set_line.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.set_line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.set_line)
        return box

    def _context(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(8, 0, 8, 0)
        grid.setHorizontalSpacing(theme.INSIDE)
        grid.setVerticalSpacing(theme.INSIDE)
        rows = (
            (self.tr("Slice"), self.context),
            (self.tr("Explained by"), self.method),
            (self.tr("Compare with"), self.comparison.choice),
        )
        for row, (word, widget) in enumerate(rows):
            name = label(word, "secondary")
            place = (
                Qt.AlignmentFlag.AlignVCenter
                if isinstance(widget, QComboBox)
                else Qt.AlignmentFlag.AlignTop
            )
            grid.addWidget(name, row, 0, place)
            long_names = widget is self.comparison.choice  # they need the whole width
            grid.addWidget(widget, row + long_names, 1 - long_names, 1, 1 + long_names)
        self.context.setWordWrap(True)
        self.method.addItems(list(METHODS))
        self.method.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.method.setAccessibleName(self.tr("How it is worked out where the network looked"))
        grid.setColumnStretch(1, 1)
        return box

    def _model(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(theme.AROUND + 8, theme.INSIDE, theme.AROUND, theme.INSIDE)
        grid.setHorizontalSpacing(theme.INSIDE)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        self.model_facts.setObjectName("small")
        self.notice.setObjectName("warningText")
        for row, text in enumerate((self.notice, self.model_name, self.model_facts)):
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(text, row, 0, 1, 1 if text is self.model_name else 2)
        self.card.setIconSize(QSize(theme.ICON_PX, theme.ICON_PX))
        self.card.setIcon(icons.icon("card", self._tokens))
        self.card.setToolTip(self.tr("Data, metrics and limits of this model"))
        grid.addWidget(self.card, 1, 1)
        return box

    # -- showing --------------------------------------------------------------------------------

    def set_tokens(self, tokens: theme.Tokens) -> None:
        """Another theme."""
        self._tokens = tokens
        self.bars.set_tokens(tokens)
        self.series.set_tokens(tokens)
        self.comparison.set_tokens(tokens)
        self.card.setIcon(icons.icon("card", tokens))
        self.show_state(self._session.opinion.state)

    def show_state(self, state: FindingState) -> None:
        """Show what is known of the slice on screen, or why there is nothing."""
        self.waiting.setVisible(state.kind in ("waiting", "loading"))
        keep = self.waiting.sizePolicy()  # a reason's third line stands where the bar would
        keep.setRetainSizeWhenHidden(state.finding is None or state.finding.abstention is None)
        self.waiting.setSizePolicy(keep)
        for way_out in (self.retry, self.choose):
            way_out.setVisible(state.kind == "missing")
        self._colour("error" if state.kind in ("missing", "failed") else "plain")
        self._show_context()
        self._show_set(state.finding)
        self._show_unlike(state.finding)
        if state.finding is not None:
            self._show_finding(state)
            return
        self.bars.show_probabilities({})
        self._write_model_facts("")
        self.swatch.setVisible(False)
        self.detail.setVisible(True)
        if state.error is not None:
            what, remedy = in_words(state.error)
            missing = state.kind == "missing"
            title = self.tr("No model") if missing else self.tr("No finding")
            self._say(title, f"{what} {remedy}".strip())
        elif state.kind == "empty":
            self._say(self.tr("No slice"), self._why_no_slice())
        elif state.kind == "loading":
            self._say(self.tr("Loading the model"), self.tr("The images can be read meanwhile."))
        elif state.kind == "withheld":
            self._say(
                self.tr("Your reading first"),
                self.tr("Record your impression first; what the model says is shown after it."),
            )
        else:
            self._say(self.tr("Reading the slice"), "")

    def _show_finding(self, state: FindingState) -> None:
        finding = state.finding
        assert finding is not None
        if finding.abstention:
            self.bars.show_probabilities({})
            self.swatch.setVisible(False)
            self._colour("warning")
            self._say(self.tr("The model abstains"), abstention_words(finding.abstention))
            self._write_model_facts("")
            return
        shown = self._shown_index if self._shown_index is not None else finding.leading_index
        probabilities = {
            key: float(p) for key, p in zip(finding.class_keys, finding.probabilities, strict=True)
        }
        leading = finding.leading_key
        self.bars.show_probabilities(probabilities, leading, finding.class_keys[shown])
        colour = self._tokens.class_colour(leading)
        self.swatch.setVisible(True)
        self.swatch.setStyleSheet(f"background: {colour}; border-radius: 3px;")
        detail = self.tr("{percent} for this slice")
        self._say(class_name(leading), detail.format(percent=percent(probabilities[leading])))
        total = sum(finding.timings.values())
        self._write_model_facts(f"{total:.0f} ms")

    def _show_set(self, finding: Finding | None) -> None:
        """The classes at the stated coverage; the room for them is kept while there are none."""
        found = None if finding is None or finding.abstention else finding.prediction_set
        model = self._session.opinion.model
        threshold = None if model is None else SetThreshold.from_card(model.card)
        self.set_line.setVisible(model is None or threshold is not None)  # room for what comes
        coverage = found or threshold
        if coverage is None:
            self.set_line.setText("")
            return
        share = f"{100 * coverage.coverage:.0f} %"
        words = "–" if found is None else either_of(found.class_keys)
        self.set_line.setText(
            self.tr("{coverage} set: {classes}").format(coverage=share, classes=words)
        )
        self.set_line.setToolTip(
            self.tr(
                "Sets like this hold the true class for {coverage} of slices of new patients like"
                " those of the calibration."
            ).format(coverage=share)
        )

    def _not_shown(self) -> None:
        """A slice is looked at that could not be decoded."""
        if self._session.opinion.state.kind == "empty":
            self._say(
                self.tr("No finding"),
                self.tr("This slice cannot be shown, so there is nothing to ask about."),
            )

    def _why_no_slice(self) -> str:
        if self._session.open_studies.studies:
            return self.tr("Choose a series to get a second opinion.")
        return self.tr("Open a study to get a second opinion.")

    def _show_unlike(self, finding: Finding | None) -> None:
        self.unlike_line.show_finding(finding, self._session.opinion.model)

    def _say(self, headline: str, detail: str) -> None:
        self.headline.setText(headline)
        self.detail.setText(detail)

    def _colour(self, kind: str) -> None:
        colour = {"error": self._tokens.error, "warning": self._tokens.warning}.get(
            kind, self._tokens.text
        )
        self.headline.setStyleSheet(
            f"font-size: {theme.LEADING_PX}px; font-weight: 600; color: {colour};"
        )

    def mark_shown(self, index: int) -> None:
        """The class that the overlay is of."""
        state = self._session.opinion.state
        self._shown_index = index
        self._session.comparison.explain_class(index)
        if state.finding is not None:
            self._show_finding(state)

    def show_model(self, model: ModelInfo | None) -> None:
        """Name the model; ``None`` while there is none."""
        self.card.setEnabled(model is not None and bool(model.card))
        self.notice.setVisible(bool(model and model.notice))
        self._time = ""
        if model is None:
            self.model_name.setText(self.tr("No model loaded"))
            self.model_facts.setText(" ")
            return
        self.model_name.setText(f"{model.name} {model.version}")
        self.model_name.setToolTip(self.tr("Weights SHA-256 {sha256}").format(sha256=model.sha256))
        self.notice.setText(model.notice or "")
        self.method.setCurrentText(model.method)
        self._write_model_facts("")

    def _write_model_facts(self, time: str) -> None:
        model = self._session.opinion.model
        if model is not None:
            weights = self.tr("weights {sha256}").format(sha256=model.sha256[:8])
            parts = [model.device, time, weights]
            self.model_facts.setText("  ·  ".join(p for p in parts if p))

    def _show_context(self, _: object = None) -> None:
        session = self._session
        picture, series = session.picture, session.series
        if picture is None or series is None:
            self.context.setText("–")
            return
        keys = [h.key for h in series.slices]
        if picture.header.key in keys:
            number = keys.index(picture.header.key) + 1
            self.context.setText(self.tr("{number} of {all}").format(number=number, all=len(keys)))

    def _show_comparison(self) -> None:
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.comparison))

    def _class_clicked(self, key: str) -> None:
        finding = self._session.opinion.state.finding
        if finding is not None and key in finding.class_keys:
            self.class_chosen.emit(finding.class_keys.index(key))


def either_of(keys: Sequence[str]) -> str:
    """``Glioma or meningioma``, the most probable first."""
    translate = QCoreApplication.translate
    *others, last = [class_name(key) for key in keys]
    if not others:
        return last
    words = translate("FindingPanel", "{classes} or {last}")
    return words.format(classes=", ".join(others), last=last)
