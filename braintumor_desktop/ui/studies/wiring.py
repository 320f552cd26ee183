"""Binds the study browser's actions to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from braintumor_desktop.ui.studies.wording import stopped_words

if TYPE_CHECKING:
    from braintumor_desktop.ui.main_window import MainWindow


def wire_studies(window: MainWindow) -> None:
    """Say what the browser's actions do and when they can be used, and tell a stopped opening."""
    session, actions = window.session, window.actions_
    studies = session.open_studies

    def close_study() -> None:
        if session.study is not None:
            session.close_study(session.study)

    def prefer_series() -> None:
        if session.study is not None and session.series is not None:
            studies.prefer(session.study, session.series)

    def update() -> None:
        for name in ("close_study", "prefer_series"):
            actions[name].setEnabled(session.series is not None)
        actions["left_out"].setEnabled(bool(studies.problems))

    actions.connect(
        {
            "close_study": close_study,
            "prefer_series": prefer_series,
            "left_out": window.studies.show_left_out,
        }
    )
    for signal in (session.studies_changed, session.series_changed, session.opened):
        signal.connect(lambda *_: update())
    studies.stopped.connect(
        lambda done, total: window.notice.say(stopped_words(done, total), kind="info")
    )
    update()
