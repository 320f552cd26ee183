"""The panel of what is open: rows, marks, search, keys, what was left out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.imaging import Problem
from braintumor_desktop.ui import session as session_module
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.series_drag import dragged_series
from braintumor_desktop.ui.studies.left_out import LeftOutDialog
from braintumor_desktop.ui.studies.panel import StudyPanel
from braintumor_desktop.ui.studies.rows import elided_title
from braintumor_desktop.ui.studies.tree_model import COUNT, KIND, MARKS, SECOND, SEQUENCE

T1 = {"SeriesDescription": "AX T1 +C", "SeriesNumber": 5, "SequenceName": "*tfl3d1"}
T2 = {"SeriesDescription": "AX T2", "SeriesNumber": 1}
SAME = {"StudyInstanceUID": "1.2.7", "StudyDescription": "Head", "StudyDate": "20240302"}


@pytest.fixture
def panel(qtbot, session):
    box = QWidget()
    box.setMinimumSize(280, 700)
    panel = StudyPanel(session, theme.DARK)
    QVBoxLayout(box).addWidget(panel)
    qtbot.addWidget(box)
    box.show()
    yield panel  # noqa: PT022 - the box lives as long as the test


@pytest.fixture
def study(panel, open_all, write_series):  # noqa: ARG001 - it is there while they grow
    """The panel with a study of two series; its folder."""
    folder = write_series(4, "a", **SAME, **T2)
    shutil.move(write_series(4, "b", **SAME, **T1), folder / "z")
    open_all(folder)
    return folder


def refuse(header):
    raise ImagingError("Damaged.", path=header.path)


def every_row(panel, parent=None):
    parent = QModelIndex() if parent is None else parent
    for index in panel.model.rows(parent):
        yield index
        yield from every_row(panel, index)


def texts(panel, *, visible=False):
    return [
        index.data()
        for index in every_row(panel)
        if not (visible and panel.tree.isRowHidden(index.row(), index.parent()))
    ]


def series_row(panel, title):
    return next(i for i in every_row(panel) if i.data(KIND) == "series" and i.data() == title)


# -- rows -----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("study")
def test_patient_study_and_series_have_rows(panel):
    rows = [(index.data(KIND), index.data(), index.data(SECOND)) for index in every_row(panel)]
    assert rows == [
        ("patient", "Nobody, Test", "0"),
        ("study", "Head", "2024-03-02"),
        ("series", "AX T2", "axial  ·  1 × 1 × 5 mm"),
        ("series", "AX T1 +C", "axial  ·  1 × 1 × 5 mm"),
    ]


@pytest.mark.usefixtures("study")
def test_a_series_shows_how_many_slices_how_far_apart_and_that_it_was_chosen(panel):
    index = series_row(panel, "AX T1 +C")
    assert (index.data(COUNT), index.data(SEQUENCE)) == ("4", "*tfl3d1")
    assert [mark.text for mark in index.data(MARKS)] == ["Chosen"]
    assert "Chosen because" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "4 slices" in index.data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize(
    ("attributes", "mark"),
    [
        ({"ImageType": ["ORIGINAL", "PRIMARY", "LOCALIZER"]}, "Localiser"),
        ({"ImageType": ["DERIVED", "SECONDARY", "MPR"]}, "Derived"),
        ({"LossyImageCompression": "01"}, "Lossy"),
        ({"places": [0, 1, 2, 5]}, "Gaps"),
        ({"ImagePositionPatient": [0, 0, 0]}, "1 note"),
        ({"ImagePositionPatient": None}, "1 note"),
        ({"PixelSpacing": None}, "1 note"),
    ],
)
def test_what_is_odd_about_a_series_is_marked_on_its_row(
    panel, session, open_all, write_series, attributes, mark
):
    open_all(write_series(4, "odd", **attributes))
    marks = [m.text for m in series_row(panel, "AX odd").data(MARKS)]
    assert mark in marks
    if mark in {"Gaps", "1 note"}:
        assert session.series.notes[0].split(":")[0] in panel.details.text.text()


def test_images_of_nobody_are_headed_by_their_study(panel, open_all, write_series):
    open_all(write_series(2, "nobody", PatientName="", PatientID=""))
    assert [(i.data(KIND), i.data()) for i in every_row(panel)] == [
        ("study", "MR study"),
        ("series", "AX nobody"),
    ]


def write_pictures(folder, count, side=8):
    folder.mkdir()
    for n in range(count):
        Image.new("L", (side + n, side), 10 * n).save(folder / f"head{n}.png")
    return folder


def test_pictures_of_a_folder_are_single_images_of_which_none_is_chosen(panel, open_all, tmp_path):
    open_all(write_pictures(tmp_path / "unrelated", 3))
    row = series_row(panel, "PNG images")
    assert (row.data(SECOND), row.data(COUNT)) == ("Single images", "3")
    assert "Chosen" not in [mark.text for mark in row.data(MARKS)]
    assert "3 images" in row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Chosen" not in panel.details.text.text()
    assert "nothing says that they show one patient" in panel.details.text.text()


def test_the_file_of_the_single_image_on_screen_is_named(panel, session, open_all, tmp_path):
    open_all(write_pictures(tmp_path / "unrelated", 3))
    session.go_to(2)
    assert "head2.png" in panel.details.text.text()
    session.go_to(0)
    assert "head0.png" in panel.details.text.text()
    open_all(write_pictures(tmp_path / "others", 2))
    for study in session.studies:
        session.choose_series(study, study.series[0])
    assert "head1.png" in panel.details.text.text()


def test_a_lone_picture_is_not_said_to_be_chosen(panel, open_all, tmp_path):
    open_all(write_pictures(tmp_path / "alone", 1) / "head0.png")
    row = series_row(panel, "PNG image")
    assert row.data(MARKS) == ()
    assert "Chosen" not in panel.details.text.text()


def test_a_study_description_is_shown_without_the_carets_of_a_scanner(
    panel, open_all, write_series
):
    open_all(write_series(2, StudyDescription="head^routine"))
    assert "head routine" in texts(panel)


@pytest.mark.parametrize("width", [90, 120, 150])
def test_what_sets_a_part_apart_is_read_where_the_title_is_too_long(panel, width):
    metrics = panel.tree.fontMetrics()
    name, part = "gre_field_mapping_with_a_long_name", "echo 2"
    title = elided_title(metrics, f"{name}  ·  {part}", part, width)
    assert metrics.horizontalAdvance(title) <= width
    assert title.endswith(f"… {part}")


def test_parts_with_long_names_of_series_with_long_names_are_told_apart(panel):
    metrics = panel.tree.fontMetrics()
    name, parts = "gre_field_mapping_long", ("echo 1 (TE 10 ms), 256 x 256", "echo 2 (TE 80 ms)")
    first, second = (elided_title(metrics, f"{name}  ·  {p}", p, 160) for p in parts)
    assert "echo 1" in first
    assert "echo 2" in second
    assert max(map(metrics.horizontalAdvance, (first, second))) <= 160


def test_a_series_without_a_description_is_called_by_its_protocol_or_number(
    panel, open_all, write_series
):
    open_all(write_series(2, "a", SeriesDescription="", SeriesNumber=7))
    protocol = {"SeriesDescription": "", "ProtocolName": "Head routine", "PatientID": "2"}
    open_all(write_series(2, "b", **protocol))
    assert {"Series 7", "Head routine"} <= set(texts(panel))


def test_a_patient_whose_name_is_too_long_is_read_in_the_tip(panel, open_all, write_series):
    open_all(write_series(2, PatientName="Smitherington^Maria", PatientID="123"))
    heading = panel.model.index(0, 0)
    assert heading.data(Qt.ItemDataRole.ToolTipRole) == "Smitherington, Maria\n123"


@pytest.mark.usefixtures("study")
def test_the_part_below_the_tree_can_be_made_higher(panel):
    splitter = panel.details.parentWidget()
    low, total = panel.details.height(), sum(splitter.sizes())
    splitter.setSizes([total - 300, 300])
    assert panel.details.height() > low
    assert panel.details.height() >= 290


@pytest.mark.usefixtures("study")
def test_thumbnails_arrive(qtbot, panel):
    qtbot.waitUntil(
        lambda: (
            all(
                not index.data(Qt.ItemDataRole.DecorationRole).isNull()
                for index in every_row(panel)
                if index.data(KIND) == "series" and index.data(Qt.ItemDataRole.DecorationRole)
            )
            and series_row(panel, "AX T2").data(Qt.ItemDataRole.DecorationRole) is not None
        ),
        timeout=10_000,
    )


def test_the_picture_of_a_series_comes_when_it_can_be_read_at_last(
    qtbot, panel, open_all, write_series, monkeypatch
):
    folder = write_series(3)
    shutil.copytree(folder, folder.with_name("copy"))
    with qtbot.waitSignal(panel._session.thumbnail_ready, timeout=10_000) as first:
        monkeypatch.setattr(session_module, "read_picture", refuse)
        open_all(folder)
    assert first.args[1].isNull()
    monkeypatch.undo()
    with qtbot.waitSignal(panel._session.thumbnail_ready, timeout=10_000) as second:
        open_all(folder.with_name("copy"))
    assert second.args[0] == first.args[0]
    assert not second.args[1].isNull()


def test_the_rows_of_a_growing_study_change_in_place(qtbot, panel, session, held, write_series):
    held.after = 3
    session.open_paths([write_series(8)])
    qtbot.waitUntil(lambda: session.series is not None and len(session.series) == 3, timeout=10_000)
    row = series_row(panel, "AX series")
    assert row.data(COUNT) == "3"
    assert panel.opening.isVisible()
    assert panel.opening.words.text() == "Headers 3 / 8"
    splitter = panel.details.parentWidget()
    qtbot.waitUntil(lambda: splitter.sizes()[1] > 0)  # laid out a moment after it is shown
    place = panel.details.mapTo(panel, QPoint())
    held.gate.set()
    qtbot.waitUntil(lambda: not session.opening, timeout=10_000)
    assert panel.details.mapTo(panel, QPoint()) == place
    assert row.data(COUNT) == "8"
    assert panel.tree.currentIndex() == row
    assert not panel.opening.isVisible()


def test_the_picture_of_a_series_that_grew_is_that_of_its_middle(
    qtbot, panel, session, held, write_series, monkeypatch
):
    held.after = 3
    asked = []
    monkeypatch.setattr(
        session, "request_thumbnail", lambda s: asked.append((len(s), s.middle.path.name))
    )
    session.open_paths([write_series(8)])
    qtbot.waitUntil(lambda: session.series is not None and len(session.series) == 3, timeout=10_000)
    held.gate.set()
    qtbot.waitUntil(lambda: not session.opening, timeout=10_000)
    first, last = asked  # while it grew it was asked for once
    assert first[0] < last[0] == 8
    assert last[1] == session.series.middle.path.name != first[1]
    panel._ask_for_pictures()  # nothing has changed since
    assert len(asked) == 2


def test_while_nothing_is_open_yet_progress_is_told_in_one_place(
    qtbot, panel, session, held, write_series
):
    held.after = 0
    session.open_paths([write_series(3)])
    qtbot.waitUntil(lambda: held.files == 1, timeout=10_000)
    assert session.opening
    assert not panel.opening.isVisible()
    held.gate.set()
    qtbot.waitUntil(lambda: not session.opening, timeout=10_000)


@pytest.mark.usefixtures("study")
def test_a_folded_study_stays_folded_while_others_come(panel, open_all, write_series):
    heading = panel.model.index(0, 0)
    panel._clicked(heading)
    assert not panel.tree.isExpanded(heading)
    open_all(write_series(2, "other", PatientID="9", PatientName="Other"))
    heading = next(i for i in panel.model.rows(QModelIndex()) if i.data() == "Nobody, Test")
    other = next(i for i in panel.model.rows(QModelIndex()) if i.data() == "Other")
    assert not panel.tree.isExpanded(heading)
    assert panel.tree.isExpanded(other)


# -- choosing -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("study")
def test_the_series_of_the_rules_is_current_and_its_reason_is_read_below(panel):
    assert panel.tree.currentIndex().data() == "AX T1 +C"
    assert "Chosen because it is T1-weighted" in panel.details.text.text()
    assert panel.details.prefer.isHidden()


@pytest.mark.usefixtures("study")
def test_an_arrow_key_in_the_tree_looks_at_the_next_series(qtbot, panel, session):
    panel.tree.setFocus()
    QTest.keyClick(panel.tree, Qt.Key.Key_Up)
    assert session.series.description == "AX T2"
    assert "not T1-weighted" in panel.details.text.text()
    qtbot.waitUntil(lambda: session.settled, timeout=10_000)


@pytest.mark.usefixtures("study")
def test_choosing_another_series_marks_it_and_says_so(panel, session):
    session.choose_series(session.study, session.study.series[0])
    panel.details.prefer.click()
    assert [m.text for m in series_row(panel, "AX T2").data(MARKS)] == ["Chosen"]
    assert series_row(panel, "AX T1 +C").data(MARKS) == ()
    assert "Chosen by you. The rules propose “AX T1 +C”." in panel.details.text.text()
    panel.details.follow.click()
    assert session.series.description == "AX T1 +C"
    assert [m.text for m in series_row(panel, "AX T1 +C").data(MARKS)] == ["Chosen"]


@pytest.mark.usefixtures("study")
def test_the_menu_of_a_series_looks_chooses_and_closes(panel, session):
    menu = panel.menu_for(series_row(panel, "AX T2"))
    actions = {action.text(): action for action in menu.actions() if action.text()}
    assert list(actions) == ["Look at this series", "Choose this series", "Close this study"]
    actions["Look at this series"].trigger()
    assert session.series.description == "AX T2"
    actions["Choose this series"].trigger()
    row = series_row(panel, "AX T2")
    again = [action.text() for action in panel.menu_for(row).actions() if action.text()]
    assert again == ["Look at this series", "Follow the rules", "Close this study"]
    assert session.open_studies.preferred(session.study) is session.series
    actions["Close this study"].trigger()
    assert session.studies == []
    assert texts(panel) == []
    assert panel.empty.isVisible()


@pytest.mark.usefixtures("study")
def test_a_series_can_be_dragged_by_its_uid_and_a_heading_cannot(panel, session):
    row = series_row(panel, "AX T2")
    assert panel.model.flags(row) & Qt.ItemFlag.ItemIsDragEnabled
    assert (
        dragged_series(panel.model.mimeData([row])) == session.study.series[0].series_instance_uid
    )
    assert not panel.model.flags(row.parent()) & Qt.ItemFlag.ItemIsDragEnabled


# -- searching ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("t2", ["Nobody, Test", "Head", "AX T2"]),
        ("nobody tfl3d", ["Nobody, Test", "Head", "AX T1 +C"]),
        ("2030", ["Other", "MR study", "AX other"]),
        ("other", ["Other", "MR study", "AX other"]),
        ("nothing like it", []),
    ],
)
@pytest.mark.usefixtures("study")
def test_the_search_keeps_what_holds_all_words(panel, open_all, write_series, words, expected):
    open_all(write_series(2, "other", PatientID="9", PatientName="Other", StudyDate="20300101"))
    panel.search.setText(words)
    assert texts(panel, visible=True) == expected
    panel.search.clear()
    assert len(texts(panel, visible=True)) == len(texts(panel))


@pytest.mark.usefixtures("study")
def test_a_search_that_finds_nothing_says_so(panel):
    panel.search.setText("nothing like it")
    assert panel.empty.isVisible()
    assert "holds all these words" in panel.empty.text()
    panel.search.clear()
    assert not panel.empty.isVisible()


# -- what was left out ----------------------------------------------------------------------------


def test_what_was_left_out_is_counted_and_listed_by_reason(
    qtbot, panel, session, open_all, write_series
):
    folder = write_series(4)
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("no image")
    (folder / "cut.dcm").write_bytes((folder / "000.dcm").read_bytes()[:200])
    assert panel.left_out.isHidden()
    open_all(folder)
    assert panel.left_out.text() == "3 files were left out."
    dialog = LeftOutDialog(session.open_studies.problems, theme.DARK)
    qtbot.addWidget(dialog)
    text = " ".join(dialog.page.toPlainText().split())
    assert text.index("2 files") < text.index("text file") < text.index("a.txt")
    assert text.index("b.txt") < text.index("1 file ") < text.index("cut.dcm")
    dialog.copy.click()
    assert "cut.dcm" in QGuiApplication.clipboard().text()


def listed(qtbot, *problems):
    dialog = LeftOutDialog([Problem(Path(p), f"{p}: {why}") for p, why in problems], theme.DARK)
    qtbot.addWidget(dialog)
    return dialog


def test_the_folder_that_all_files_share_is_said_once(qtbot):
    dialog = listed(qtbot, ("/cd/a/1.dcm", "Damaged."), ("/cd/b/2.dcm", "Damaged."))
    assert "All of them lie in /cd" in dialog.findChild(QLabel).text()
    text = dialog.page.toPlainText()
    assert "1.dcm" in text
    assert "/cd" not in text
    dialog.copy.click()
    assert "/cd/b/2.dcm" in QGuiApplication.clipboard().text()


def test_files_of_several_places_are_listed_with_their_folders(qtbot):
    dialog = listed(qtbot, ("/cd/1.dcm", "Damaged."), ("/usb/2.dcm", "Empty."))
    assert "lie in" not in dialog.findChild(QLabel).text()
    assert "/usb" in dialog.page.toPlainText()


def test_a_name_cannot_break_the_list_or_pass_for_another(qtbot):
    dialog = listed(qtbot, ("/cd/a\nb\u202emcd.exe", "Damaged."), ("/cd/\udcff.dcm", "Damaged."))
    lines = dialog.page.toPlainText().splitlines()
    assert any(line.startswith("a\ufffdb\ufffdmcd.exe") for line in lines)
    assert any(line.startswith("\ufffd.dcm") for line in lines)


def test_mosaics_are_listed_with_the_reason(panel, session, open_all, write_series):
    folder = write_series(2, "plain")
    mosaics = write_series(3, "mosaics", ImageType=["ORIGINAL", "PRIMARY", "M", "MOSAIC"])
    open_all(folder, mosaics)
    assert panel.left_out.text() == "3 files were left out."
    assert all("mosaic" in problem.message for problem in session.open_studies.problems)


def test_with_nothing_open_the_panel_says_what_to_do(panel):
    assert panel.empty.isVisible()
    assert "Drop files" in panel.empty.text()
    assert panel.details.isHidden()
