from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from braintumor_desktop import RESEARCH_USE
from braintumor_desktop.errors import BundleError, InferenceError
from braintumor_desktop.settings import SettingsStore, group
from braintumor_desktop.ui import dialogs, theme
from braintumor_desktop.ui.card_page import card_html
from braintumor_desktop.ui.main_window import MainWindow
from braintumor_desktop.ui.probability_bars import percent


def ready(qtbot, window, key=None):
    qtbot.waitUntil(
        lambda: (
            (s := window.session.opinion.state).kind == "ready"
            and (key is None or s.header.key == key)
        ),
        timeout=10_000,
    )


def press(window, key, modifier=Qt.KeyboardModifier.NoModifier):
    window.viewer.image.setFocus()
    QTest.keyClick(window.viewer.image, key, modifier)


@pytest.mark.usefixtures("qapp")
@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calling_qt_does_not_use_up_references_to_none():
    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(200):
        widget.update()
    assert abs(sys.getrefcount(None) - before) < 100, "PySide6 6.12.0 does, and crashes in the end"


def test_an_empty_window_says_what_to_do_next(window):
    assert window.viewer.empty.isVisible()
    assert not window.actions_["export"].isEnabled()
    assert RESEARCH_USE in window.strip.words.text()


def test_the_finding_of_the_slice_stands_in_the_panel(opened, engine):
    finding = engine.finding(opened.session.picture.slice)
    panel = opened.finding
    shown = [bar.probability for bar in panel.bars.bars.values()]
    assert shown == pytest.approx([float(p) for p in finding.probabilities])
    assert percent(float(finding.probabilities.max())) in panel.detail.text()
    assert "improved_resnet34 1.0" in panel.model_name.text()
    assert "CPU fp32" in panel.model_facts.text()
    assert "43 ms" in panel.model_facts.text()


def test_while_the_next_slice_is_read_no_old_figure_stands_beside_it(qtbot, opened, engine):
    engine.gate.clear()
    opened.session.go_to(0)
    qtbot.waitUntil(lambda: opened.session.settled, timeout=10_000)
    assert [bar.probability for bar in opened.finding.bars.bars.values()] == [None] * 4
    assert opened.viewer.overlay.finding is None
    engine.gate.set()


def test_nothing_moves_when_a_result_arrives(qtbot, opened, engine):
    engine.gate.clear()
    opened.session.go_to(0)
    qtbot.waitUntil(lambda: opened.session.settled, timeout=10_000)
    qtbot.wait(20)
    places = [bar.geometry() for bar in opened.finding.bars.bars.values()]
    engine.gate.set()
    ready(qtbot, opened, opened.session.series.slices[0].key)
    qtbot.wait(20)
    assert [bar.geometry() for bar in opened.finding.bars.bars.values()] == places


def test_an_error_of_the_network_stands_where_the_class_would(qtbot, opened, engine):
    engine.predict_error = InferenceError("The slice is blank.", remedy="Choose another slice.")
    opened.session.go_to(0)
    qtbot.waitUntil(lambda: opened.session.opinion.state.kind == "failed", timeout=10_000)
    assert opened.finding.headline.text() == "No finding"
    assert "The slice is blank. Choose another slice." in opened.finding.detail.text()
    assert opened.viewer.image.isVisible()


def test_without_a_model_the_images_can_be_read_and_the_panel_says_why(
    qtbot, window, engine, write_series
):
    engine.load_error = BundleError("No model is installed.", remedy="Train one.")
    window.load_model()
    window.session.open_paths([write_series()])
    qtbot.waitUntil(lambda: window.session.picture is not None, timeout=10_000)
    qtbot.waitUntil(lambda: window.finding.headline.text() == "No model", timeout=10_000)
    assert "Train one." in window.finding.detail.text()
    engine.load_error = None
    qtbot.mouseClick(window.finding.retry, Qt.MouseButton.LeftButton)
    ready(qtbot, window)


def test_where_the_model_abstains_no_class_and_no_overlay_are_shown(qtbot, opened, engine):
    engine.abstention = "The image is unlike what the model was trained on."
    opened.session.go_to(0)
    ready(qtbot, opened, opened.session.series.slices[0].key)
    assert opened.finding.headline.text() == "The model abstains"
    assert [bar.probability for bar in opened.finding.bars.bars.values()] == [None] * 4
    assert opened.viewer.overlay.finding is None


def test_a_click_on_a_class_shows_where_the_network_looked_for_it(qtbot, opened):
    qtbot.mouseClick(opened.finding.bars.bars["pituitary"], Qt.MouseButton.LeftButton)
    assert opened.viewer.overlay.class_index == 2
    assert "Pituitary tumor" in opened.viewer.overlay.marks.title
    qtbot.mouseClick(opened.finding.bars.bars["no_tumor"], Qt.MouseButton.LeftButton)
    assert opened.viewer.overlay.marks.caption == "No positive evidence for No tumor"
    assert not opened.viewer.overlay.marks.show_colour_bar


def test_what_was_left_out_is_listed_and_the_rest_opened(qtbot, window, write_series):
    folder = write_series(3)
    (folder / "empty.dcm").write_bytes(b"")
    (folder / "notes.dcm").write_text("hello")
    with qtbot.waitSignal(window.session.opened, timeout=10_000):
        window.session.open_paths([folder])
    assert window.notice.isVisible()
    assert "2 files were left out" in window.notice.label.text()
    assert [b.text() for b in window.notice.choices()] == ["Show list"]
    assert any("empty.dcm" in p.message for p in window.session.open_studies.problems)
    assert len(window.session.series) == 3


def test_a_folder_with_nothing_to_show_says_so_and_the_window_stays(qtbot, window, tmp_path):
    (tmp_path / "notes.dcm").write_text("hello")
    with qtbot.waitSignal(window.session.opened, timeout=10_000):
        window.session.open_paths([tmp_path / "notes.dcm"])
    assert "notes.dcm" in window.notice.label.text()
    assert window.viewer.empty.isVisible()


def test_a_path_that_does_not_exist_is_told_in_place(qtbot, window, tmp_path):
    window.session.open_paths([tmp_path / "nowhere"])
    qtbot.waitUntil(lambda: window.notice.isVisible(), timeout=10_000)
    assert "nowhere" in window.notice.label.text()


def test_files_dropped_on_the_window_are_opened(qtbot, window, write_series):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(write_series(2)))])
    where = QPoint(300, 300)
    buttons = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(where, Qt.DropAction.CopyAction, data, *buttons)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert window._drop_frame.isVisible()
    drop = QDropEvent(QPointF(where), Qt.DropAction.CopyAction, data, *buttons)
    with qtbot.waitSignal(window.session.opened, timeout=10_000):
        window.dropEvent(drop)
    assert not window._drop_frame.isVisible()
    assert len(window.session.series) == 2


@pytest.mark.parametrize(
    ("key", "index"),
    [
        (Qt.Key.Key_Up, 2),
        (Qt.Key.Key_Down, 4),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 5),
    ],
)
def test_keys_go_through_the_stack(opened, key, index):
    press(opened, key)
    assert opened.session.index == index


def test_page_down_goes_to_the_next_series(qtbot, opened, write_series):
    with qtbot.waitSignal(opened.session.opened, timeout=10_000):
        opened.session.open_paths([write_series(2, "second")])
    first = opened.session.series
    press(opened, Qt.Key.Key_PageDown)
    assert opened.session.series is not first
    press(opened, Qt.Key.Key_PageUp)
    assert opened.session.series is first


def test_paging_to_a_lone_slice_leaves_the_image_in_its_place(qtbot, opened, write_series):
    opened.session.open_paths([write_series(1, "lone")])
    qtbot.waitUntil(lambda: len(opened.session.studies) == 2, timeout=10_000)
    lone = next(s for st in opened.session.studies for s in st.series if len(s) == 1)
    study = next(st for st in opened.session.studies if lone in st.series)
    opened.session.choose_series(study, lone)
    qtbot.waitUntil(lambda: opened.session.settled, timeout=10_000)
    assert not opened.viewer.row.isHidden()


def test_where_there_is_no_stack_there_is_no_row_of_findings(qtbot, window, write_series):
    window.session.open_paths([write_series(1, "lone")])
    qtbot.waitUntil(lambda: window.session.picture is not None, timeout=10_000)
    assert window.viewer.row.isHidden()


def test_a_hides_the_overlay_and_says_so(opened):
    press(opened, Qt.Key.Key_A)
    assert not opened.store.settings.overlay
    assert "hidden" in opened.viewer.overlay.marks.caption
    press(opened, Qt.Key.Key_A)
    assert opened.store.settings.overlay


def test_i_inverts_and_space_resets(opened):
    press(opened, Qt.Key.Key_I)
    assert opened.viewer.state.inverted
    press(opened, Qt.Key.Key_Space)
    assert not opened.viewer.state.inverted


def test_two_takes_the_second_window_of_the_slice(opened):
    press(opened, Qt.Key.Key_2)
    assert opened.viewer.state.window == opened.session.picture.windows[1]


def test_letters_typed_into_the_search_stay_there(opened):
    search = opened.studies.search
    assert isinstance(search, QLineEdit)
    search.setFocus()
    QTest.keyClicks(search, "ai")
    assert search.text() == "ai"
    assert not opened.viewer.state.inverted


def test_space_on_a_button_presses_it_and_resets_nothing(qtbot, opened):
    opened.viewer.state.toggle_inverted()
    button = opened.viewer.read_button
    button.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert opened.viewer.state.inverted


def test_the_overlay_is_exported_with_the_research_words(qtbot, opened, tmp_path):
    from PIL import Image

    target = tmp_path / "overlay.png"
    opened.export_to(target)
    qtbot.waitUntil(lambda: "Exported" in opened.notice.label.text(), timeout=10_000)
    with Image.open(target) as image:
        assert image.width > 500


def test_an_export_that_cannot_be_written_is_told_in_place(qtbot, opened, tmp_path):
    opened.export_to(tmp_path / "nowhere" / "overlay.png")
    qtbot.waitUntil(lambda: "cannot be written" in opened.notice.label.text(), timeout=10_000)


def test_the_layouts_show_what_they_say(opened):
    for action, shown in (
        ("image_only", (True, False)),
        ("overlay_only", (False, True)),
        ("side_by_side", (True, True)),
    ):
        opened.actions_[action].trigger()
        assert (opened.viewer.image.isVisible(), opened.viewer.overlay.isVisible()) == shown


def test_both_canvases_move_together(opened):
    opened.viewer.state.zoom_by(2)
    image, overlay = opened.viewer.image, opened.viewer.overlay
    assert image.image_rect().width() == pytest.approx(overlay.image_rect().width(), rel=0.01)


def test_synthetic_data_is_marked_on_the_demonstration_case(qtbot, window):
    window.open_demonstration()
    ready(qtbot, window)
    assert window.session.header.synthetic
    assert window.session.study.synthetic


def test_the_settings_dialog_gives_back_what_was_chosen(qtbot, window):
    dialog = dialogs.SettingsDialog(window.store.settings, ("xception",), theme.DARK, window)
    qtbot.addWidget(dialog)
    box = dialog.fields["theme"]
    box.setCurrentIndex(box.findData("light"))
    dialog._accept()
    assert dialog.result_settings.theme == "light"
    declared = type(window.store.settings).model_fields.items()
    assert set(dialog.fields) == {n for n, f in declared if group(f) != "hidden"}


def test_another_theme_dresses_the_window_at_once(window, qapp):
    window.change(theme="light")
    assert qapp.palette().window().color().name() == theme.LIGHT.window.lower()
    window.change(theme="dark")


def test_settings_and_the_window_place_outlive_it(window, store):
    window.change(opacity=0.9)
    window.close()
    again = SettingsStore(store.path)
    assert again.settings.opacity == 0.9
    assert set(again.geometry) == {"window", "panes", "hidden"}


def test_a_damaged_window_place_is_ignored(qtbot, session, store):
    store.geometry = {"window": "%%%", "panes": "AAAA"}
    window = MainWindow(session, store, theme.DARK)
    qtbot.addWidget(window)
    assert window.width() >= 700


def test_closing_during_work_is_clean(qtbot, opened, engine):
    engine.gate.clear()
    opened.session.read_series()
    qtbot.waitUntil(lambda: bool(engine.batches), timeout=10_000)
    opened.close()
    assert engine.closed
    assert not opened.session.workers.busy


def test_closing_all_studies_forgets_them(opened):
    opened.actions_["close_all"].trigger()
    assert opened.viewer.empty.isVisible()
    assert opened.session.picture is None
    assert len(opened.session._pictures) == 0
    assert opened.finding.headline.text() == "No slice"


def test_at_1280_by_720_no_control_of_the_tool_bar_is_cut_off(qtbot, opened):
    opened.resize(1280, 720)
    qtbot.wait(30)
    bar = opened.tool_bar
    for name in ("open_files", "keys", "full_screen", "overlay"):
        widget = bar.widgetForAction(opened.actions_[name])
        if widget is not None:
            assert widget.geometry().right() < bar.width()
            assert widget.isVisible()
    assert opened.strip.words.isVisible()


@pytest.mark.parametrize(("width", "named"), [(1280, False), (1920, True)])
def test_where_there_is_room_the_sliders_of_the_overlay_are_named(qtbot, opened, width, named):
    opened.resize(width, 800)
    qtbot.wait(30)
    names = [n for n in opened.tool_bar.findChildren(QLabel) if n.text() in ("Opacity", "From")]
    assert [name.isVisible() for name in names] == [named, named]
    assert opened.tool_bar.opacity.accessibleName() == "Overlay opacity"


def test_the_card_page_escapes_what_the_card_says():
    card = {"name": "m", "version": "1", "limits": ["a <limit> & more"], "metrics": [
        {"protocol": "p", "split": "test", "n": 9, "balanced_accuracy": 0.93, "patients": 4,
         "leaky": True, "confidence_interval_95": {"balanced_accuracy": [0.9, 0.95]},
         "per_class": {"glioma": {"recall": 0.9}}}]}  # fmt: skip
    html = card_html(card, theme.DARK)
    assert "a &lt;limit&gt; &amp; more" in html
    for words in ("0.930", "0.900 to 0.950", "LEAKY", "Glioma", "4 patients"):
        assert words in html


def test_the_card_page_gives_each_class_its_interval_and_says_what_the_sets_hold():
    metric = {
        "protocol": "p", "split": "test", "n": 9,
        "confidence_interval_95": {"recall_glioma": [0.852, 0.982]},
        "prediction_set": {"coverage": 0.963, "mean_size": 1.053},
        "per_class": {"glioma": {"f1": 0.9, "n": 7, "precision": 0.8, "recall": 0.944}},
    }  # fmt: skip
    html = card_html({"metrics": [metric]}, theme.DARK)
    for words in ("0.944  (0.852 to 0.982)", "0.963", "1.053"):
        assert words in html
    heads = ("n<", "Recall", "Precision", "F1")
    assert sorted(heads, key=html.index) == list(heads)


def test_percentages_never_say_nought_or_a_hundred():
    assert [percent(p) for p in (0.0, 0.004, 0.5, 0.994, 1.0)] == [
        "<1 %", "<1 %", "50 %", "99 %", ">99 %",
    ]  # fmt: skip


def test_an_error_in_a_slot_is_shown_in_place_and_logged_without_names(window, caplog, monkeypatch):
    from braintumor_desktop.app.logs import catch_everything

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_everything(window.show_error)
    error = ValueError("DOE_JANE.dcm")
    sys.excepthook(ValueError, error, None)
    assert "ValueError" in window.notice.label.text()
    assert "DOE" not in caplog.text


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so
def test_dialogs_of_text_open(qtbot, opened):
    model = opened.session.opinion.model
    for dialog in (
        dialogs.keys_dialog(theme.DARK, opened),
        dialogs.about_dialog(theme.LIGHT, opened),
        dialogs.card_dialog(model, theme.DARK, opened),
    ):
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.page.toPlainText()


def test_a_tool_changes_what_the_left_button_does(opened):
    opened.actions_["tool_pan"].trigger()
    assert opened.viewer.image._tool() == "pan"
