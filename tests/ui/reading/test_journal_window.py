from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from braintumor_desktop import RESEARCH_USE
from braintumor_desktop.errors import JournalError
from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.reporting.journal import Journal
from braintumor_desktop.reporting.readings import Answer, Case, Impression
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.reading.desk import JournalDesk
from braintumor_desktop.ui.reading.journal_window import JournalWindow
from braintumor_desktop.ui.translation import install_translators

# what the offscreen platform says of every window with size hints, and of raising one
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ANSWER = Answer("improved_resnet34", "1.0", "ab" * 32, "glioma", 0.9, {"glioma": 0.9})
OTHER = Answer("xception", "2.0", "cd" * 32, "no_tumor", 0.6, {"no_tumor": 0.6})
SAID = (
    ("glioma", "dural tail", ANSWER),
    ("meningioma", "ring of contrast", ANSWER),
    ("no_tumor", "", OTHER),
    ("unsure", "motion", None),
)


@pytest.fixture
def filled(journal_file):
    """A journal of four readings: agreed, disagreed, agreed with another model, unanswered."""
    with Journal(journal_file) as journal:
        for number, (choice, note, answer) in enumerate(SAID):
            case = Case("series", f"1.2.{number}", f"P{number}", identity=f"DOE, JANE {number}")
            journal.record(Impression(choice, 75, note, datetime.now(UTC)), case, answer)
    return journal_file


@pytest.fixture
def desk(session, journal_file):
    desk = JournalDesk(session.workers)
    desk.path = journal_file
    return desk


@pytest.fixture
def journal(qtbot, desk):
    window = JournalWindow(desk, theme.DARK)
    qtbot.addWidget(window)
    return window


def shown(qtbot, journal, count=4):
    journal.show()
    qtbot.waitUntil(lambda: len(journal.table.readings) == count, timeout=10_000)
    return journal


def words(journal, column):
    rows = range(journal.filter.rowCount())
    return [journal.filter.index(r, column).data() for r in rows]


def test_an_empty_journal_says_how_it_is_filled_and_offers_it(qtbot, journal):
    journal.show()
    qtbot.waitUntil(lambda: journal.begin.isVisible(), timeout=10_000)
    assert not journal.again.isVisible()
    with qtbot.waitSignal(journal.read_first_wanted):
        qtbot.mouseClick(journal.begin, Qt.MouseButton.LeftButton)


def test_an_empty_journal_offers_no_mode_that_is_on(qtbot, asked, window):
    window.actions_["journal"].trigger()
    qtbot.waitUntil(lambda: not window.session.workers.busy, timeout=10_000)
    qtbot.waitUntil(lambda: asked.journal.page._title.text() == "No readings yet", timeout=10_000)
    assert not asked.journal.begin.isVisible()


@pytest.mark.usefixtures("filled")
def test_each_reading_stands_in_a_row_the_newest_first(qtbot, journal):
    shown(qtbot, journal)
    assert words(journal, 3) == ["Unsure", "No tumor", "Meningioma", "Glioma"]
    assert words(journal, 5) == ["–", "No tumor 60 %", "Glioma 90 %", "Glioma 90 %"]
    assert words(journal, 6)[1:3] == ["xception 2.0", "improved_resnet34 1.0"]
    assert words(journal, 7) == ["–", "Agree", "Disagree", "Agree"]


@pytest.mark.usefixtures("filled")
def test_the_patient_is_a_code_unless_the_identity_is_allowed(qtbot, journal):
    shown(qtbot, journal)
    assert all(len(w) == 8 and "DOE" not in w for w in words(journal, 1))
    journal.identity_allowed = True
    assert words(journal, 1)[-1] == "DOE, JANE 0"


@pytest.mark.usefixtures("filled")
def test_words_model_and_agreement_narrow_the_table_and_what_is_counted(qtbot, journal):
    shown(qtbot, journal)
    journal.search.setText("contrast ring")
    assert words(journal, 3) == ["Meningioma"]
    assert "Agreed in 0 of 1" in journal.agreement.counts.text()
    journal.search.clear()
    journal.model.setCurrentIndex(journal.model.findData("cd" * 32))
    assert words(journal, 3) == ["No tumor"]
    journal.model.setCurrentIndex(0)
    journal.agrees.setCurrentIndex(journal.agrees.findData("disagree"))
    assert words(journal, 3) == ["Meningioma"]
    assert journal.agreement.cells[1][0].text() == "1"


def test_the_age_narrows_the_table(qtbot, journal, filled):
    with Journal(filled) as written:
        old = (datetime.now(UTC) - timedelta(days=10)).isoformat(timespec="seconds")
        written._base.execute("UPDATE readings SET recorded = ? WHERE number = 1", (old,))
    shown(qtbot, journal)
    journal.time.setCurrentIndex(journal.time.findData(7))
    assert len(words(journal, 0)) == 3
    journal.time.setCurrentIndex(journal.time.findData(30))
    assert len(words(journal, 0)) == 4


@pytest.mark.usefixtures("filled")
def test_where_nothing_fits_the_table_says_so_and_the_way_back_is_a_click(qtbot, journal):
    shown(qtbot, journal)
    journal.search.setText("no such word")
    assert journal.all_again.isVisible()
    assert not journal.export.isEnabled()
    qtbot.mouseClick(journal.all_again, Qt.MouseButton.LeftButton)
    assert len(words(journal, 0)) == 4


@pytest.mark.usefixtures("filled")
def test_the_export_holds_the_rows_in_the_table_with_banner_and_model(qtbot, journal, tmp_path):
    shown(qtbot, journal)
    journal.search.setText("xception")
    journal.export_to(tmp_path / "out.csv")
    qtbot.waitUntil(lambda: "out.csv" in journal.status.text(), timeout=10_000)
    with (tmp_path / "out.csv").open(newline="", encoding="utf-8") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["model"], row["model_version"], row["weights_sha256"]) == (
        "xception", "2.0", "cd" * 32,
    )  # fmt: skip
    assert row["intended_use"] == RESEARCH_USE
    assert row["identity"] == ""
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".tmp"] == []


@pytest.mark.usefixtures("filled")
def test_an_export_that_cannot_be_written_is_told_in_place(qtbot, journal, tmp_path):
    shown(qtbot, journal)
    journal.export_to(tmp_path / "nowhere" / "out.csv")
    qtbot.waitUntil(lambda: "cannot be exported" in journal.status.text(), timeout=10_000)


def answer_box(button, seen):
    """Press a button of the question that is about to be asked; keeps its words."""

    def press():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.text() + " " + box.informativeText())
        seen.append(box.defaultButton().text())
        next(b for b in box.buttons() if button in b.text()).click()

    QTimer.singleShot(0, press)


def test_erasing_says_what_is_lost_and_erases_what_is_selected(qtbot, journal, filled):
    shown(qtbot, journal)
    journal.view.selectRow(0)
    seen = []
    answer_box("Erase", seen)
    qtbot.mouseClick(journal.erase, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(journal.table.readings) == 3, timeout=10_000)
    assert "lost for good" in seen[0]
    assert "Cancel" in seen[1]
    with Journal(filled) as left:
        assert [r.number for r in left.readings()] == [1, 2, 3]


def test_nothing_is_erased_when_the_question_is_declined(qtbot, journal, filled):
    shown(qtbot, journal)
    answer_box("Cancel", [])
    qtbot.mouseClick(journal.erase_all, Qt.MouseButton.LeftButton)
    with Journal(filled) as left:
        assert len(left.readings()) == 4


@pytest.mark.usefixtures("filled")
def test_erasing_all_leaves_the_empty_page(qtbot, journal):
    shown(qtbot, journal)
    seen = []
    answer_box("Erase", seen)
    qtbot.mouseClick(journal.erase_all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: journal.begin.isVisible(), timeout=10_000)
    assert "4 readings" in seen[0]


def test_a_journal_that_cannot_be_read_is_told_and_can_be_tried_again(
    qtbot, journal, journal_file, filled, monkeypatch
):
    del journal_file, filled

    def broken(_):
        raise JournalError("The journal cannot be read (disk I/O error).", remedy="Try later.")

    monkeypatch.setattr(Journal, "readings", broken)
    journal.show()
    qtbot.waitUntil(lambda: journal.again.isVisible(), timeout=10_000)
    monkeypatch.undo()
    qtbot.mouseClick(journal.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(journal.table.readings) == 4, timeout=10_000)
    assert journal.view.isVisible()


def test_a_reading_that_was_erased_is_asked_for_again(qtbot, asked, window, wait):
    window.actions_["impression_1"].trigger()
    window.actions_["record_reading"].trigger()
    wait(qtbot, asked, "revealed", answered=True)
    window.actions_["journal"].trigger()
    journal = asked.journal
    qtbot.waitUntil(lambda: len(journal.table.readings) == 1, timeout=10_000)
    answer_box("Erase", [])
    qtbot.mouseClick(journal.erase_all, Qt.MouseButton.LeftButton)
    wait(qtbot, asked, "asking")
    assert not asked.read_first.state.blind
    assert window.session.opinion.state.kind == "withheld"


def test_a_reading_that_is_not_blind_is_left_out_and_its_row_says_why(qtbot, journal, desk):
    case = Case("slice", "1", "P")
    with Journal(desk.path) as written:
        said = Impression("glioma", 50, "", datetime.now(UTC))
        written.record(replace(said, blind=False), case, ANSWER)
    shown(qtbot, journal, 1)
    tip = journal.filter.index(0, 7).data(Qt.ItemDataRole.ToolTipRole)
    assert "Not blind" in tip
    assert journal.agreement.left_out.isVisible()


@pytest.mark.usefixtures("filled")
def test_kappa_is_given_for_one_model_and_not_where_rows_are_chosen_by_agreement(qtbot, journal):
    shown(qtbot, journal)
    assert journal.agreement.kappa.text() == "Kappa –"
    assert "2 models" in journal.agreement.interval.text()
    journal.model.setCurrentIndex(journal.model.findData("ab" * 32))
    assert journal.agreement.kappa.text() == "Kappa 0.00"
    journal.agrees.setCurrentIndex(journal.agrees.findData("agree"))
    assert journal.agreement.kappa.text() == "Kappa –"
    assert "chosen" in journal.agreement.interval.text()


def test_a_reading_with_the_answers_of_two_models_counts_once(qtbot, journal, filled):
    with Journal(filled) as written:
        written.add_answer(1, OTHER)
    shown(qtbot, journal, 5)
    assert journal.status.text() == "4 of 4 readings"


@pytest.mark.usefixtures("filled")
def test_a_selected_row_keeps_the_colours_of_its_classes(qtbot, journal):
    shown(qtbot, journal)
    icon = journal.filter.index(1, 3).data(Qt.ItemDataRole.DecorationRole)
    colours = {
        icon.pixmap(QSize(12, 12), 1.0, mode).toImage().pixelColor(6, 6).name()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected)
    }
    assert colours == {theme.DARK.class_colour("no_tumor").lower()}


def test_what_another_window_wrote_is_there_when_this_one_is_looked_at_again(
    qtbot, journal, filled
):
    shown(qtbot, journal)
    journal.view.selectRow(0)
    with Journal(filled) as other:
        other.record(Impression("glioma", 50, "", datetime.now(UTC)), Case("slice", "9", "P"))
    qtbot.waitUntil(journal.isActiveWindow, timeout=10_000)
    QApplication.sendEvent(journal, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: len(journal.table.readings) == 5, timeout=10_000)


@pytest.fixture(params=["en", "de", "es", "zh_CN"])
def language(request, qapp):
    """A language, spoken while the test runs."""
    installed = install_translators(qapp, request.param)
    yield
    for translator in installed:
        qapp.removeTranslator(translator)


@pytest.mark.usefixtures("language")
def test_no_word_of_the_journal_is_cut_off(qtbot, desk, journal_file):
    with Journal(journal_file) as written:
        for key in CLASS_KEYS:
            answer = replace(ANSWER, model_class=key, model_probability=0.999)
            said = Impression(key, 0, "A long note on this case. " * 9, datetime.now(UTC))
            written.record(said, Case("series", key, key), answer)
    journal = JournalWindow(desk, theme.DARK)
    qtbot.addWidget(journal)
    journal.resize(1240, 640)
    shown(qtbot, journal)
    metrics = QFontMetrics(journal.font())
    for column in range(journal.filter.columnCount() - 1):
        heading = metrics.horizontalAdvance(journal.table.columns[column].heading) + 16
        needed = max(heading, journal.view.sizeHintForColumn(column))
        assert journal.view.columnWidth(column) >= needed, column
    headings = journal.agreement.findChildren(QLabel)
    assert [h.text() for h in headings if h.minimumSizeHint().width() > h.width()] == []
    assert not journal.view.horizontalScrollBar().isVisible()
