"""Below the tree: why the series that is looked at was chosen, and what is odd about it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.session import Session
from braintumor_desktop.ui.small import button, label
from braintumor_desktop.ui.studies import wording

_HEIGHT = 132


class SeriesDetails(QWidget):
    """Of the height that it is given whatever it says, so that the rows above stay in place."""

    def __init__(
        self, session: Session, tokens: theme.Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._tokens = session, tokens
        self.text = QLabel()
        self.prefer = button(self.tr("Choose"), "quiet")
        self.follow = button(self.tr("Undo choice"), "quiet")
        self._build()
        session.series_changed.connect(self.refresh)
        session.series_grown.connect(self.refresh)
        session.studies_changed.connect(self.refresh)
        session.position_changed.connect(self._moved)
        self.refresh()

    def _build(self) -> None:
        self.setMinimumHeight(_HEIGHT)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setContentsMargins(theme.AROUND, 0, theme.BETWEEN, theme.INSIDE)
        self.text.setAccessibleName(self.tr("Why this series, and what is odd about it"))
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.text)
        self.prefer.setAccessibleName(self.tr("Choose this series"))
        self.follow.setAccessibleName(self.tr("Undo the choice of this series"))
        self.prefer.setToolTip(
            self.tr("Take this series for the second opinion of its study, whatever the rules say")
        )
        self.follow.setToolTip(self.tr("Forget your choice and take the series of the rules"))
        head = QHBoxLayout()
        head.setContentsMargins(theme.AROUND, 0, 4, 0)
        head.addWidget(label(self.tr("THIS SERIES"), "heading"))
        head.addStretch(1)
        head.addWidget(self.prefer)
        head.addWidget(self.follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        self.prefer.clicked.connect(self._prefer)
        self.follow.clicked.connect(self._follow)

    def set_tokens(self, tokens: theme.Tokens) -> None:
        self._tokens = tokens
        self.refresh()

    def refresh(self, _: object = None) -> None:
        """Say what is known of the series that is looked at."""
        study, series = self._session.study, self._session.series
        self.setVisible(series is not None)
        if study is None or series is None:
            return
        studies = self._session.open_studies
        preferred, proposed = studies.preferred(study), studies.proposed(study)
        uid = series.series_instance_uid
        mine = preferred is not None and preferred.series_instance_uid == uid
        chosen = studies.chosen(study)
        is_chosen = chosen is not None and chosen.series_instance_uid == uid
        reason = wording.why(
            studies.proposal(study, series), preferred=mine, proposed=proposed, other=preferred
        )
        if wording.is_pictures(series):  # no rule chose among them; each has a name of its own
            index = min(self._session.index, len(series) - 1)  # it may be that of another series
            reason = wording.picture_facts(series, index)
        notes = [*series.notes, *study.notes]
        self.text.setText(self._html(reason, notes, wording.series_facts(series)))
        self.prefer.setVisible(not is_chosen and len(study.series) > 1)
        self.follow.setVisible(mine)

    def _moved(self, _index: int, _count: int) -> None:
        series = self._session.series
        if series is not None and not series.is_stack:
            self.refresh()

    def _html(self, reason: str, notes: list[str], facts: str) -> str:
        tokens = self._tokens
        colours = [tokens.text, *[tokens.warning] * len(notes), tokens.secondary]
        return "".join(
            f"<p style='margin:0 0 4px 0; color:{colour}'>{escape(words)}</p>"
            for colour, words in zip(colours, [reason, *notes, facts], strict=True)
            if words
        )

    def _prefer(self) -> None:
        study, series = self._session.study, self._session.series
        if study is not None and series is not None:
            self._session.open_studies.prefer(study, series)

    def _follow(self) -> None:
        study = self._session.study
        if study is not None:
            self._session.open_studies.prefer(study, None)
            self._session.choose_study(study)
