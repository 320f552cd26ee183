from __future__ import annotations

from dataclasses import replace

from braintumor_desktop.ui.unlike_line import UnlikeLine


def test_whether_a_slice_is_unlike_the_training_images_is_said_where_the_model_can_tell(
    qtbot, opened
):
    opinion = opened.session.opinion
    finding, model = opinion.state.finding, opinion.model
    line = UnlikeLine()
    qtbot.addWidget(line)
    line.show_finding(replace(finding, unlike_training=False), model)
    assert line.isHidden()
    telling = replace(model, card={**model.card, "thresholds": {"rejection": {"threshold": 1.0}}})
    for unlike, word in ((False, "no"), (True, "yes"), (None, "–")):
        line.show_finding(replace(finding, unlike_training=unlike), telling)
        assert line.text() == f"Unlike training: {word}"
    line.show_finding(None, telling)
    assert line.text() == "Unlike training: –"
    assert not line.isHidden()


def test_its_place_is_kept_until_a_model_is_there_that_cannot_tell(qtbot, opened):
    line = UnlikeLine()
    qtbot.addWidget(line)
    for model, kept in ((None, True), (opened.session.opinion.model, False)):
        line.show_finding(None, model)
        assert line.isHidden()
        assert line.sizePolicy().retainSizeWhenHidden() is kept
