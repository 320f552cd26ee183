from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from braintumor_desktop.settings import SettingsStore
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.drop_frame import DropFrame
from braintumor_desktop.ui.main_window import MainWindow
from braintumor_desktop.ui.series_drag import dragged_series, series_mime
from braintumor_desktop.ui.session import Session

AXIAL = (1, 0, 0, 0, 1, 0)
CORONAL = (1, 0, 0, 0, 0, -1)
FRAME = "1.2.826.0.1.3680043.8.498.7"
NOTHING_HELD = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def write(folder, name, positions, *, orientation=AXIAL, frame=FRAME, modality="MR", spacing=1.0):
    from pydicom.dataset import Dataset, FileMetaDataset
    from pydicom.uid import ExplicitVRLittleEndian, MRImageStorage, generate_uid

    folder.mkdir(exist_ok=True)
    for index, place in enumerate(positions):
        pixels = np.random.default_rng([len(name), index]).integers(0, 900, (64, 64))
        data = Dataset()
        data.file_meta = FileMetaDataset()
        data.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
        data.SOPClassUID, data.Modality = MRImageStorage, modality
        data.SOPInstanceUID = generate_uid(entropy_srcs=[name, str(index)])
        data.StudyInstanceUID = generate_uid(entropy_srcs=["grid"])
        data.SeriesInstanceUID = generate_uid(entropy_srcs=["grid", name])
        data.FrameOfReferenceUID = frame
        data.PatientName, data.PatientID = "Nobody^Test", "0"
        data.SeriesDescription, data.InstanceNumber = name, index + 1
        data.ImageOrientationPatient, data.ImagePositionPatient = list(orientation), list(place)
        data.PixelSpacing = [spacing, spacing]
        data.Rows, data.Columns = pixels.shape
        data.SamplesPerPixel, data.PhotometricInterpretation = 1, "MONOCHROME2"
        data.BitsAllocated, data.BitsStored, data.HighBit = 16, 16, 15
        data.PixelRepresentation, data.PixelData = 0, pixels.astype(np.uint16).tobytes()
        data.save_as(folder / f"{name}{index:02}.dcm", enforce_file_format=True)


@pytest.fixture(scope="session")
def study(tmp_path_factory):
    """Thin and thick axial, coronal, a prior in another space, two of CT, and a lone slice."""
    folder = tmp_path_factory.mktemp("grid") / "study"
    write(folder, "thin", [(-32, -32, z) for z in range(-30, 31, 2)])
    write(folder, "thick", [(-64, -64, z) for z in range(-30, 31, 6)], spacing=2.0)
    write(folder, "coronal", [(-32, y, 32) for y in range(-20, 21, 5)], orientation=CORONAL)
    write(folder, "prior", [(-32, -32, z) for z in range(-30, 31, 4)], frame=FRAME + ".9")
    write(folder, "ct one", [(-32, -32, z) for z in (0, 5)], modality="CT", frame=FRAME + ".8")
    write(folder, "ct two", [(-32, -32, z) for z in (0, 9)], modality="CT", frame=FRAME + ".8")
    write(folder, "lone", [(-32, -32, 4)])
    return folder


@pytest.fixture
def room(qtbot, window, study):
    """A window with the study open and four viewports, the first one active."""
    window.change(layout="four_series")
    with qtbot.waitSignal(window.session.opened, timeout=20_000):
        window.session.open_paths([study])
    qtbot.waitUntil(lambda: window.session.picture is not None, timeout=10_000)
    return window


def uid(room, name):
    every = (series for study in room.session.studies for series in study.series)
    return next(s.series_instance_uid for s in every if s.description == name)


def show(qtbot, room, *names):
    """Show series in the viewports, in their order; then turn to the first one."""
    viewports = room.viewer.grid.viewports
    for viewport, name in zip(viewports, names, strict=False):
        room.viewer.show_series_in(viewport, uid(room, name))
        qtbot.waitUntil(lambda: room.session.settled, timeout=10_000)
    room.viewer.activate(viewports[0])
    qtbot.waitUntil(lambda: at_rest(room), timeout=10_000)
    return viewports[: len(names)]


def at_rest(room):
    return room.session.settled and all(
        v.series is None or (v.header and v.header.key == v.series.slices[v.index].key)
        for v in room.viewer.grid.viewports
    )


def go(qtbot, room, index):
    room.session.go_to(index)
    qtbot.waitUntil(lambda: at_rest(room), timeout=10_000)


def turn_wheel(widget, delta):
    turned = QWheelEvent(
        QPointF(60, 60), QPointF(60, 60), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, turned)


def height(viewport):
    return viewport.header.position[2]


def index_at(viewport, z):
    return next(i for i, h in enumerate(viewport.series.slices) if h.position[2] == z)


# -- what is shown -----------------------------------------------------------------------------


def test_every_viewport_shows_a_series_of_its_own(qtbot, room):
    shown = show(qtbot, room, "thin", "thick", "coronal")
    assert [v.series.description for v in shown] == ["thin", "thick", "coronal"]
    assert [v.canvas.marks.series.split()[0] for v in shown] == ["thin", "thick", "coronal"]


def test_an_empty_viewport_says_how_to_fill_it(room):
    empty = room.viewer.grid.viewports[1]
    assert empty.message.isVisible()
    assert "Drag a series here" in empty.message._title.text()


@pytest.mark.parametrize("name", ["dark", "light"])
def test_words_on_the_black_canvas_can_be_read_in_both_themes(room, name):
    room.change(theme=name)
    title = room.viewer.grid.viewports[1].message._title
    ink = title.palette().windowText().color().name()
    room.change(theme="dark")
    assert theme.contrast(ink, "#000000") >= 4.5


def test_a_series_dropped_on_a_viewport_is_shown_there_and_makes_it_the_active_one(qtbot, room):
    target = room.viewer.grid.viewports[2]
    data = series_mime(uid(room, "coronal"))
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, *NOTHING_HELD)
    target.dragEnterEvent(enter)
    assert enter.isAccepted()
    target.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, *NOTHING_HELD))
    qtbot.waitUntil(lambda: at_rest(room), timeout=10_000)
    assert target.series.description == "coronal"
    assert room.viewer.grid.active is target
    assert room.session.series is target.series


def test_files_that_are_dragged_over_a_viewport_are_left_to_the_window(room):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/somewhere/a.dcm")])
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, *NOTHING_HELD)
    room.viewer.grid.viewports[1].dragEnterEvent(enter)
    assert not enter.isAccepted()
    assert dragged_series(data) is None


def test_a_series_chosen_in_the_list_goes_to_the_active_viewport(qtbot, room):
    show(qtbot, room, "thin", "thick")
    room.viewer.activate(room.viewer.grid.viewports[3])
    every = [(study, series) for study in room.session.studies for series in study.series]
    room.session.choose_series(*next(p for p in every if p[1].description == "prior"))
    qtbot.waitUntil(lambda: at_rest(room), timeout=10_000)
    shown = [v.series.description if v.series else "" for v in room.viewer.grid.viewports]
    assert shown == ["thin", "thick", "", "prior"]


def row_of(room, name):
    panel = room.studies
    index = panel.model.index_of(uid(room, name))
    panel.tree.scrollTo(index)
    return panel.tree.visualRect(index).center()


def test_a_row_of_the_list_that_is_only_pressed_may_be_dragged_and_is_not_yet_chosen(qtbot, room):
    show(qtbot, room, "thin")
    panel = room.studies
    row = row_of(room, "coronal")
    QTest.mousePress(panel.tree.viewport(), *NOTHING_HELD, row)
    assert room.session.series.description == "thin"
    QTest.mouseRelease(panel.tree.viewport(), *NOTHING_HELD, row)
    assert room.session.series.description == "coronal"


def test_after_a_drag_the_list_points_to_the_series_of_the_active_viewport(qtbot, room):
    show(qtbot, room, "thin")
    panel = room.studies
    row = row_of(room, "coronal")
    QTest.mousePress(panel.tree.viewport(), *NOTHING_HELD, row)
    panel.tree.drag_ended.emit()  # dropped where nothing takes it
    assert panel.tree.currentIndex() == panel.model.index_of(uid(room, "thin"))


def test_a_click_on_the_row_of_the_series_fills_an_empty_viewport_with_it(qtbot, room):
    show(qtbot, room, "thin")
    empty = room.viewer.grid.viewports[1]
    room.viewer.activate(empty)
    panel = room.studies
    row = row_of(room, "thin")
    QTest.mouseClick(panel.tree.viewport(), *NOTHING_HELD, row)
    qtbot.waitUntil(lambda: at_rest(room), timeout=10_000)
    assert empty.series.description == "thin"


def test_a_series_of_one_slice_has_its_place(qtbot, room):
    lone, _ = show(qtbot, room, "lone", "thin")
    assert not lone.scroll_bar.isVisible()
    assert lone.canvas.marks.place.startswith("slice 1/1")
    assert room.viewer.row.isVisible()


# -- the active one ----------------------------------------------------------------------------


def ready(qtbot, room):
    qtbot.waitUntil(lambda: room.session.opinion.state.kind == "ready", timeout=10_000)


def test_the_finding_follows_the_active_viewport(qtbot, room, engine):
    thin, thick = show(qtbot, room, "thin", "thick")
    for viewport in (thin, thick, thin):
        room.viewer.activate(viewport)
        ready(qtbot, room)
        state = room.session.opinion.state
        assert state.header.key == viewport.header.key == room.session.header.key
        bars = [bar.probability for bar in room.finding.bars.bars.values()]
        expected = engine.finding(viewport.state.picture.slice).probabilities
        assert bars == pytest.approx([float(p) for p in expected])


def test_only_the_active_viewport_wears_the_overlay_of_the_finding(qtbot, room):
    thin, thick = show(qtbot, room, "thin", "thick")
    ready(qtbot, room)
    assert thin.overlay.finding is not None
    assert thick.overlay.finding is None
    room.viewer.activate(thick)
    assert thin.overlay.finding is None
    assert thin.overlay.marks.title == "Image"
    assert not thin.overlay.marks.show_colour_bar


def test_no_finding_of_another_slice_is_shown_at_any_time(qtbot, room, engine):
    viewports = show(qtbot, room, "thin", "thick", "coronal")
    wrong = []

    def check(state):
        active = room.viewer.grid.active
        if state.finding is not None:
            expected = engine.finding(active.state.picture.slice).probabilities
            if not np.allclose(expected, state.finding.probabilities):
                wrong.append(active.series.description)

    room.session.opinion.state_changed.connect(check)
    rng = np.random.default_rng(7)
    for _ in range(40):
        room.viewer.activate(viewports[int(rng.integers(3))])
        room.session.go_to(int(rng.integers(0, 9)))
        qtbot.wait(int(rng.choice([0, 5, 90])))
    ready(qtbot, room)
    assert not wrong


def test_a_viewport_that_is_empty_has_no_finding(qtbot, room):
    show(qtbot, room, "thin")
    ready(qtbot, room)
    room.viewer.activate(room.viewer.grid.viewports[3])
    assert room.session.picture is None
    assert room.finding.headline.text() == "No slice"
    assert room.viewer.grid.isVisible()


def test_a_click_a_wheel_and_a_key_make_a_viewport_the_active_one(qtbot, room):
    thin, thick, _ = show(qtbot, room, "thin", "thick", "coronal")
    room.activateWindow()
    QTest.mouseClick(thick.canvas, Qt.MouseButton.LeftButton)
    assert room.viewer.grid.active is thick
    qtbot.waitUntil(thick.canvas.hasFocus, timeout=10_000)
    before = thin.index
    turn_wheel(thin.canvas, -120)
    assert room.viewer.grid.active is thin
    assert thin.index == before + 1
    assert thin.canvas.hasFocus()
    QTest.keyClick(thin.canvas, Qt.Key.Key_X)
    assert room.viewer.grid.active is thick


def test_only_the_active_viewport_has_the_accent_round_it(qtbot, room):
    thin, thick = show(qtbot, room, "thin", "thick")
    corner = [v.grab().toImage().pixelColor(0, 40).name().upper() for v in (thin, thick)]
    assert corner == [theme.DARK.accent, theme.DARK.line]


def test_keys_speak_to_the_active_viewport(qtbot, room):
    thin, thick = show(qtbot, room, "thin", "thick")
    room.viewer.activate(thick)
    room.viewer.take_focus()
    QTest.keyClick(thick.canvas, Qt.Key.Key_I)
    QTest.keyClick(thick.canvas, Qt.Key.Key_R)
    assert (thin.state.inverted, thick.state.inverted) == (False, True)
    assert thin.state.turn != thick.state.turn


def test_a_viewport_that_is_left_in_a_scroll_goes_on_to_where_it_was_sent(qtbot, room):
    thin, thick = show(qtbot, room, "thin", "thick")
    room.session._pictures.clear()
    room.session.go_to(29)
    room.viewer.activate(thick)
    qtbot.waitUntil(lambda: at_rest(room), timeout=10_000)
    assert thin.index == 29
    assert thin.header.key == thin.series.slices[29].key


# -- moving together ---------------------------------------------------------------------------


def test_scrolling_moves_the_others_to_the_nearest_slice_in_the_patient(qtbot, room):
    thin, thick = show(qtbot, room, "thin", "thick")
    for z, nearest in ((-30, -30), (-26, -24), (14, 12), (30, 30)):
        go(qtbot, room, index_at(thin, z))
        assert height(thick) == nearest


def test_the_thick_series_moves_the_thin_one(qtbot, room):
    thin, thick = show(qtbot, room, "thin", "thick")
    room.viewer.activate(thick)
    go(qtbot, room, index_at(thick, 18))
    assert height(thin) == 18


def test_another_frame_of_reference_and_another_plane_stay_where_they_are(qtbot, room):
    _, prior, coronal = show(qtbot, room, "thin", "prior", "coronal")
    before = [v.index for v in (prior, coronal)]
    go(qtbot, room, 0)
    assert [v.index for v in (prior, coronal)] == before


def test_turning_to_a_viewport_moves_nothing(qtbot, room):
    viewports = show(qtbot, room, "thin", "thick", "coronal")
    go(qtbot, room, index_at(viewports[0], 14))
    before = [v.index for v in viewports]
    for viewport in (*viewports, viewports[0]):
        room.viewer.activate(viewport)
    qtbot.waitUntil(lambda: at_rest(room), timeout=10_000)
    assert [v.index for v in viewports] == before


def test_a_fresh_series_begins_where_the_others_are(qtbot, room):
    thin, _ = show(qtbot, room, "thin", "prior")
    go(qtbot, room, index_at(thin, -18))
    room.viewer.show_series_in(room.viewer.grid.viewports[2], uid(room, "thick"))
    qtbot.waitUntil(lambda: at_rest(room), timeout=10_000)
    assert height(room.viewer.grid.viewports[2]) == -18


def test_without_the_link_nothing_moves_until_it_is_back(qtbot, room):
    thin, thick = show(qtbot, room, "thin", "thick")
    before = height(thick)
    room.actions_["link"].trigger()
    go(qtbot, room, index_at(thin, 30))
    assert height(thick) == before
    room.actions_["link"].trigger()
    qtbot.waitUntil(lambda: at_rest(room), timeout=10_000)
    assert height(thick) == 30


def test_zoom_is_linked_in_mm_and_pan_by_the_place_in_the_patient(qtbot, room):
    thin, thick, coronal = show(qtbot, room, "thin", "thick", "coronal")
    thin.state.zoom_by(2.0, QPointF(0.75, 0.25))
    assert thick.canvas.pixels_per_mm() == pytest.approx(thin.canvas.pixels_per_mm())
    assert coronal.canvas.pixels_per_mm() == pytest.approx(thin.canvas.pixels_per_mm())
    # 64 px of 1 mm from -32, and 64 px of 2 mm from -64: pixel edges lie half a pixel further
    seen = [
        (v.state.centre.x() * 64 - 0.5) * mm + corner
        for v, mm, corner in ((thin, 1, -32), (thick, 2, -64))
    ]
    assert seen[0] == pytest.approx(seen[1])
    assert (coronal.state.centre.x(), coronal.state.centre.y()) == (0.5, 0.5)


def test_fitted_slices_are_fitted_in_all_viewports(qtbot, room):
    thin, thick = show(qtbot, room, "thin", "thick")
    thin.state.zoom_by(3)
    thin.state.fit()
    assert thick.state.fitted


def test_the_window_is_shared_within_a_series_and_never_between_mr_series(qtbot, room):
    thin, thick, again = show(qtbot, room, "thin", "thick", "thin")
    before = thick.state.window
    thin.state.drag_window(40, 10)
    assert again.state.window == thin.state.window
    assert thick.state.window == before
    room.actions_["link_windows"].trigger()
    thin.state.drag_window(40, 10)
    assert again.state.window != thin.state.window


def test_series_in_hounsfield_units_share_their_window(qtbot, room):
    one, two = show(qtbot, room, "ct one", "ct two")
    one.state.drag_window(60, 20)
    assert two.state.numbers == one.state.numbers


def test_the_same_series_twice_shows_the_same_slice(qtbot, room):
    thin, again = show(qtbot, room, "thin", "thin")
    go(qtbot, room, 4)
    assert again.index == 4
    assert again.header.key == thin.header.key


def test_the_active_slice_is_drawn_where_it_crosses_the_others(qtbot, room):
    thin, coronal, prior = show(qtbot, room, "thin", "coronal", "prior")
    go(qtbot, room, index_at(thin, 20))
    (_, top), (_, end) = coronal.canvas.crossing
    assert top == end == pytest.approx(12.5)  # z = 20 on a slice whose first row lies at 32 mm
    assert prior.canvas.crossing is None
    assert thin.canvas.crossing is None
    place = coronal.canvas.placement().to_canvas(32, 12.5)
    shown = coronal.canvas.grab().toImage()
    near = [shown.pixelColor(int(place[0]), int(place[1]) + dy) for dy in (-1, 0, 1)]
    assert any(c.blue() > c.red() + 60 for c in near)
    room.actions_["link"].trigger()
    assert coronal.canvas.crossing is None


# -- layouts -----------------------------------------------------------------------------------


def test_a_smaller_layout_shows_the_active_viewport_and_a_larger_one_all_again(qtbot, room):
    viewports = show(qtbot, room, "thin", "thick", "coronal")
    room.viewer.activate(viewports[2])
    room.actions_["side_by_side"].trigger()
    assert [v.isVisible() for v in viewports] == [False, False, True]
    assert (viewports[2].image.isVisible(), viewports[2].overlay.isVisible()) == (True, True)
    room.actions_["four_series"].trigger()
    assert [v.isVisible() for v in viewports] == [True, True, True]
    assert [v.series.description for v in viewports] == ["thin", "thick", "coronal"]


def test_layout_and_link_outlive_the_window(qtbot, room, store, engine):
    room.change(layout="two_series", link=False, link_windows=False)
    room.close()
    session = Session(engine)
    again = MainWindow(session, SettingsStore(store.path), theme.DARK)
    qtbot.addWidget(again)
    assert len(again.viewer.grid.visible) == 2
    assert not again.viewer.grid.linked
    assert again.actions_["two_series"].isChecked()
    assert not again.actions_["link"].isChecked()
    assert session.close()


def test_closing_all_studies_empties_every_viewport(qtbot, room):
    viewports = show(qtbot, room, "thin", "thick", "coronal")
    room.actions_["close_all"].trigger()
    assert [v.series for v in viewports] == [None, None, None]
    assert [v.state.picture for v in viewports] == [None, None, None]
    assert room.viewer.empty.isVisible()


def test_a_slice_that_cannot_be_read_is_told_in_its_viewport_alone(qtbot, room, monkeypatch):
    from braintumor_desktop.errors import ImagingError
    from braintumor_desktop.ui import session

    thin, thick = show(qtbot, room, "thin", "thick")
    room.session._pictures.clear()
    usual = session.read_picture

    def read(header):
        if header.spacing == (2.0, 2.0):
            raise ImagingError("The file is gone.", path=header.path)
        return usual(header)

    monkeypatch.setattr(session, "read_picture", read)
    room.session.go_to(index_at(thin, 30))
    qtbot.waitUntil(lambda: thick.message.isVisible(), timeout=10_000)
    assert "The file is gone." in thick.message._text.text()
    assert thin.canvas.isVisible()


def test_long_words_in_one_viewport_leave_the_others_their_room(qtbot, room):
    room.resize(940, 510)
    show(qtbot, room, "thin", "thick", "coronal")
    grid = room.viewer.grid
    last = grid.viewports[3]
    last.fail(OSError("a disk"))
    last.message.say("error", "This slice cannot be shown", "many words " * 30, kind="error")
    qtbot.wait(30)
    heights = [viewport.height() for viewport in grid.visible]
    assert max(heights) - min(heights) <= 1


def test_the_line_of_another_slice_runs_below_the_letters(qtbot, room):
    canvas = show(qtbot, room, "thin")[0].canvas
    plain = canvas.grab().toImage()
    canvas.crossing = ((32.0, 0.0), (32.0, 64.0))
    crossed = canvas.grab().toImage()
    middle = range(canvas.width() // 2 - 8, canvas.width() // 2 + 8)
    letter = [(x, y) for x in middle for y in range(12, 30)]
    ink = [at for at in letter if plain.pixelColor(*at).name() == "#e6eaf0"]  # no grey of a slice
    assert ink
    assert all(crossed.pixelColor(*at) == plain.pixelColor(*at) for at in ink)
    assert crossed != plain


def test_the_wheel_goes_on_past_a_slice_that_cannot_be_shown(qtbot, room, monkeypatch):
    from braintumor_desktop.errors import ImagingError
    from braintumor_desktop.ui import session

    thin = show(qtbot, room, "thin")[0]
    usual, lost = session.read_picture, thin.series.slices[thin.index + 1].key

    def read(header):
        if header.key == lost:
            raise ImagingError("The file is gone.", path=header.path)
        return usual(header)

    monkeypatch.setattr(session, "read_picture", read)
    room.session._pictures.clear()
    index = thin.index
    room.session.go_to(index + 1)
    qtbot.waitUntil(thin.message.isVisible, timeout=10_000)
    turn_wheel(thin, -120)
    qtbot.waitUntil(lambda: at_rest(room), timeout=10_000)
    assert thin.index == index + 2
    assert thin.canvas.isVisible()


def test_a_picture_of_four_series_has_them_all_and_no_patient(qtbot, room):
    show(qtbot, room, "thin", "thick", "coronal", "prior")
    picture = room.viewer.snapshot()
    canvas = room.viewer.grid.active.canvas
    assert picture.width() >= 2 * canvas.width()
    assert picture.height() >= 2 * canvas.height()


def test_at_1280_by_720_four_viewports_have_their_room(qtbot, room):
    room.resize(1280, 720)
    show(qtbot, room, "thin", "thick", "coronal", "prior")
    grid = room.viewer.grid
    for viewport in grid.visible:
        assert grid.rect().contains(viewport.geometry())
        assert viewport.canvas.width() > 300
        assert viewport.canvas.height() > 200


def test_tab_reaches_the_next_viewport_and_a_key_turns_to_it(qtbot, room):
    thin, thick = show(qtbot, room, "thin", "thick")
    room.activateWindow()
    room.viewer.take_focus()
    qtbot.waitUntil(thin.canvas.hasFocus, timeout=10_000)
    QTest.keyClick(thin.canvas, Qt.Key.Key_Tab)
    assert thick.canvas.hasFocus()
    assert room.viewer.grid.active is thin
    edge = thick.grab().toImage().pixelColor(0, 40).name().upper()
    assert edge == theme.DARK.text
    before = thick.index
    QTest.keyClick(thick.canvas, Qt.Key.Key_Down)
    assert room.viewer.grid.active is thick
    assert thick.index == before + 1


def test_what_is_hidden_takes_no_other_viewport_along(qtbot, room):
    thick = show(qtbot, room, "thin", "thick")[1]
    room.viewer.activate(thick)
    room.activateWindow()
    room.studies.search.setFocus()
    qtbot.waitUntil(room.studies.search.hasFocus, timeout=10_000)
    room.studies.hide()
    assert room.viewer.grid.active is thick
    assert not room.studies.search.hasFocus()


def test_what_lies_below_the_drop_frame_does_not_mix_with_its_words(qtbot):
    below = QWidget()
    qtbot.addWidget(below)
    below.setStyleSheet("background: white")
    below.resize(300, 300)
    below.show()
    frame = DropFrame(below, theme.DARK, "Drop")
    frame.cover(below.rect())
    seen = below.grab().toImage()
    assert seen.pixelColor(30, 280).lightness() < 40


def test_page_down_fills_empty_viewports_with_series_that_are_not_yet_seen(qtbot, room):
    show(qtbot, room, "thin")
    viewports = room.viewer.grid.viewports
    for empty in viewports[1:]:
        room.viewer.activate(empty)
        QTest.keyClick(empty.message, Qt.Key.Key_PageDown)
        qtbot.waitUntil(lambda: at_rest(room), timeout=10_000)
        assert empty.series is room.session.series
    assert len({viewport.series.series_instance_uid for viewport in viewports}) == 4


def test_on_a_screen_of_960_by_540_four_viewports_and_the_research_words_are_seen(qtbot, room):
    room.resize(940, 510)
    show(qtbot, room, "thin", "thick", "coronal", "prior")
    assert room.size().toTuple() == (940, 510)
    assert room.rect().contains(room.strip.words.mapTo(room, room.strip.words.rect().bottomLeft()))
    for viewport in room.viewer.grid.visible:
        assert room.viewer.grid.rect().contains(viewport.geometry())


def test_tools_without_room_are_behind_a_button_that_can_be_seen(qtbot, room):
    room.resize(940, 510)
    more = room.tool_bar.findChild(QToolButton, "qt_toolbar_ext_button")
    qtbot.waitUntil(more.isVisible, timeout=10_000)
    seen = more.grab().toImage()
    lights = [
        seen.pixelColor(x, y).lightness() for x in range(seen.width()) for y in range(seen.height())
    ]
    assert max(lights) > 150
    assert more.toolTip()


def test_beside_the_slice_nothing_is_brighter_than_the_dark_theme_allows(qtbot, room):
    thin = show(qtbot, room, "thin")[0]
    room.change(theme="light")
    bar = thin.scroll_bar.grab().toImage()
    room.change(theme="dark")
    lights = [bar.pixelColor(bar.width() // 2, y).lightness() for y in range(bar.height())]
    assert 0 < max(lights) <= QColor(theme.DARK.line).lightness()


def test_a_series_of_another_space_says_that_it_is_not_linked(qtbot, room):
    thin, thick, coronal, prior = show(qtbot, room, "thin", "thick", "coronal", "prior")
    notes = [v.canvas.marks.note for v in (thin, thick, coronal, prior)]
    assert notes[:3] == ["", "", ""]
    assert "not linked" in notes[3]
    room.viewer.activate(prior)
    assert "not linked" in thin.canvas.marks.note
    assert prior.canvas.marks.note == ""
    room.change(link=False)
    assert thin.canvas.marks.note == ""
