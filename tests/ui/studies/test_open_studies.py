"""Studies grow while they are read, join what is open, and are closed; which series is chosen."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from braintumor_desktop.imaging import selection
from braintumor_desktop.ui.studies.open_studies import lies_in

T1 = {"SeriesDescription": "AX T1 +C", "SeriesNumber": 5}
T2 = {"SeriesDescription": "AX T2", "SeriesNumber": 1}
SAME = {"StudyInstanceUID": "1.2.7"}


@pytest.fixture
def one_study(write_series):
    """A folder with a T2 series that comes first and a T1 series after contrast."""
    first = write_series(4, "a", **SAME, **T2)
    second = write_series(4, "b", **SAME, **T1)
    shutil.move(second, first / "z")
    return first


def descriptions(study):
    return [series.description for series in study.series]


# -- growing --------------------------------------------------------------------------------------


def test_the_first_series_can_be_read_while_the_rest_is_still_opened(
    qtbot, session, held, write_series
):
    held.after = 5
    session.open_paths([write_series(12)])
    qtbot.waitUntil(lambda: session.series is not None and len(session.series) == 5, timeout=10_000)
    assert session.opening
    session.go_to(4)
    qtbot.waitUntil(lambda: session.settled, timeout=10_000)
    looked_at = session.picture.header.key
    held.gate.set()
    qtbot.waitUntil(lambda: not session.opening, timeout=10_000)
    assert len(session.series) == 12
    assert session.series.slices[session.index].key == looked_at == session.picture.header.key


def test_the_slice_looked_at_stays_when_slices_come_before_it(qtbot, session, held, write_series):
    folder = write_series(6)
    (folder / "005.dcm").rename(folder / "000a.dcm")
    (folder / "004.dcm").rename(folder / "000b.dcm")
    held.after = 3
    session.open_paths([folder])
    qtbot.waitUntil(lambda: session.series is not None and len(session.series) == 3, timeout=10_000)
    session.go_to(2)
    qtbot.waitUntil(lambda: session.settled, timeout=10_000)
    assert session.picture.header.path.name == "000a.dcm"
    grown = []
    session.series_grown.connect(lambda series: grown.append(len(series)))
    held.gate.set()
    qtbot.waitUntil(lambda: not session.opening, timeout=10_000)
    assert session.index == 5
    assert session.picture.header.path.name == "000a.dcm"
    assert grown[-1] == 6


def test_if_nobody_looks_elsewhere_the_chosen_series_is_shown_at_the_end(
    qtbot, session, held, one_study
):
    held.after = 3
    session.open_paths([one_study])
    qtbot.waitUntil(lambda: session.series is not None, timeout=10_000)
    assert session.series.description == "AX T2"
    held.gate.set()
    qtbot.waitUntil(lambda: not session.opening, timeout=10_000)
    assert session.series.description == "AX T1 +C"
    assert session.index == 2


def test_who_scrolls_while_it_opens_is_left_where_he_is(qtbot, session, held, one_study):
    held.after = 3
    session.open_paths([one_study])
    qtbot.waitUntil(lambda: session.series is not None, timeout=10_000)
    session.step(1)
    held.gate.set()
    qtbot.waitUntil(lambda: not session.opening, timeout=10_000)
    assert session.series.description == "AX T2"


def test_what_was_found_before_a_cancel_stays_and_the_stop_is_told(
    qtbot, session, held, write_series
):
    held.after = 5
    session.open_paths([write_series(12)])
    qtbot.waitUntil(lambda: session.series is not None and len(session.series) == 5, timeout=10_000)
    with qtbot.waitSignal(session.open_studies.stopped) as stopped:
        session.cancel_opening()
    assert stopped.args == [5, 12]
    held.gate.set()
    qtbot.waitUntil(lambda: not session.workers.busy, timeout=10_000)
    assert len(session.series) == 5
    assert not session.opening


def test_what_is_opened_during_an_opening_waits_for_it(qtbot, session, write_series):
    first, second = write_series(3, "one"), write_series(3, "two")
    session.open_paths([first])
    session.open_paths([second])
    qtbot.waitUntil(lambda: len(session.studies) == 2 and not session.opening, timeout=10_000)
    assert session.opened_paths == (first, second)


# -- joining --------------------------------------------------------------------------------------


def test_a_second_folder_of_an_open_study_joins_it(session, open_all, write_series):
    first = write_series(places=[0, 2], name="s", **SAME)
    open_all(shutil.move(first, first.with_name("first")))
    second = write_series(places=[1, 3], name="s", **SAME)
    open_all(second)
    (study,) = session.studies
    assert [header.path.name for header in study.series[0].slices] == [
        "000.dcm", "001.dcm", "002.dcm", "003.dcm",
    ]  # fmt: skip
    assert len(session.opened_paths) == 2


def test_studies_of_one_patient_stand_side_by_side_the_newest_first(
    session, open_all, write_series
):
    for name, date, patient in (("a", "20200101", "1"), ("b", "20210101", "2"),
                                ("c", "20220101", "1")):  # fmt: skip
        open_all(write_series(1, name, StudyDate=date, PatientID=patient))
    dates = [study.study_date for study in session.studies]
    assert dates in (
        ["2022-01-01", "2020-01-01", "2021-01-01"], ["2021-01-01", "2022-01-01", "2020-01-01"],
    )  # fmt: skip


# -- closing --------------------------------------------------------------------------------------


def test_closing_a_study_leaves_the_other_and_forgets_its_path_and_pixels(
    qtbot, session, open_all, write_series
):
    folders = [write_series(3, name) for name in ("one", "two")]
    (folders[1] / "notes.txt").write_text("no image")
    for folder in folders:
        open_all(folder)
    qtbot.waitUntil(lambda: session.settled, timeout=10_000)
    gone = session.study
    assert session.opened_paths[1] == folders[1]
    assert len(session.open_studies.problems) == 1
    key = session.picture.header.key
    session.close_study(gone)
    assert session.opened_paths == (folders[0],)
    assert session.open_studies.problems == ()
    assert key not in session._pictures
    qtbot.waitUntil(lambda: session.settled, timeout=10_000)
    assert session.study is session.studies[0]


def test_a_study_that_is_closed_while_it_opens_does_not_come_back(
    qtbot, session, held, write_series
):
    held.after = 3
    session.open_paths([write_series(6)])
    qtbot.waitUntil(lambda: session.series is not None, timeout=10_000)
    session.close_study(session.study)
    held.gate.set()
    qtbot.waitUntil(lambda: not session.opening, timeout=10_000)
    assert session.studies == []
    assert session.picture is None


@pytest.mark.parametrize(
    ("file", "opened", "expected"),
    [
        ("/cd/images/1", "/cd", True),
        ("/cd/images/1", "/cd/DICOMDIR", True),
        ("/cd/images/1", "/cd/images/2", False),
        ("/cd2/images/1", "/cd", False),
    ],
)
def test_a_file_belongs_to_the_path_that_brought_it(file, opened, expected):
    assert lies_in(Path(file), Path(opened)) is expected


# -- which series ---------------------------------------------------------------------------------


def test_the_series_of_the_rules_is_shown_first_with_its_reason(session, open_all, one_study):
    open_all(one_study)
    assert session.series.description == "AX T1 +C"
    proposal = session.open_studies.proposal(session.study, session.series)
    assert proposal.chosen
    assert proposal.reason.startswith("Chosen because it is T1-weighted")


def test_the_choice_of_the_user_stays_with_its_study(session, open_all, one_study, write_series):
    open_all(one_study)
    t2 = next(s for s in session.study.series if s.description == "AX T2")
    session.open_studies.prefer(session.study, t2)
    open_all(write_series(2, "other", PatientID="9"))
    open_all(one_study)
    assert session.series.description == "AX T2"
    assert session.open_studies.chosen(session.study).description == "AX T2"
    assert session.open_studies.proposed(session.study).description == "AX T1 +C"
    session.open_studies.prefer(session.study, None)
    session.choose_study(session.study)
    assert session.series.description == "AX T1 +C"


def test_with_a_damaged_table_of_rules_studies_open_and_the_damage_is_told(
    session, open_all, one_study, monkeypatch, tmp_path
):
    table = tmp_path / "rules.toml"
    table.write_text("worth = ")
    monkeypatch.setattr(selection, "standard_rules", lambda: selection.read_rules(table))
    opened = open_all(one_study)
    assert session.series is not None
    assert "rules that choose a series" in opened.problems[0].message


# -- bad input ------------------------------------------------------------------------------------


def test_one_broken_file_among_many_is_listed_and_the_rest_is_read(
    qtbot, session, open_all, write_series
):
    folder = write_series(60)
    (folder / "030.dcm").write_bytes((folder / "030.dcm").read_bytes()[:300])
    opened = open_all(folder)
    assert [problem.path.name for problem in opened.problems] == ["030.dcm"]
    assert session.open_studies.problems == opened.problems
    assert len(session.series) == 59
    assert any("missing" in note for note in session.series.notes)
    qtbot.waitUntil(lambda: session.settled, timeout=10_000)


def test_two_patients_in_a_folder_are_two_studies(session, open_all, write_series):
    folder = write_series(3, "a", **SAME, PatientID="1", PatientName="A")
    shutil.move(write_series(3, "b", **SAME, PatientID="2", PatientName="B"), folder / "b")
    open_all(folder)
    assert sorted(study.patient_id for study in session.studies) == ["1", "2"]


def test_a_file_replaced_while_open_is_refused_in_place_until_it_is_opened_again(
    qtbot, session, open_all, write_series
):
    folder = write_series(5)
    open_all(folder)
    qtbot.waitUntil(lambda: session.settled, timeout=10_000)
    shutil.copy(folder / "003.dcm", folder / "000.dcm")
    with qtbot.waitSignal(session.picture_failed, timeout=10_000) as failed:
        session.go_to(0)
    assert "changed since it was opened" in str(failed.args[1])
    assert session.picture is None
    open_all(folder)
    assert len(session.series) == 4
    assert session.series.duplicates == 1
    qtbot.waitUntil(lambda: session.settled and session.picture is not None, timeout=10_000)


def test_a_drive_that_goes_away_is_told_in_place_and_the_window_goes_on(
    qtbot, session, open_all, write_series
):
    folder = write_series(12)
    open_all(folder)
    qtbot.waitUntil(lambda: session.settled, timeout=10_000)
    folder.rename(folder.with_name("unplugged"))
    with qtbot.waitSignal(session.picture_failed, timeout=10_000) as failed:
        session.go_to(0)
    assert "drive is connected" in str(failed.args[1])
    folder.with_name("unplugged").rename(folder)
    session.go_to(1)
    qtbot.waitUntil(lambda: session.settled and session.picture is not None, timeout=10_000)


def test_a_slice_whose_drive_is_back_is_shown_when_its_study_is_opened_again(
    qtbot, session, open_all, write_series
):
    folder = write_series(6)
    open_all(folder)
    qtbot.waitUntil(lambda: session.settled, timeout=10_000)
    folder.rename(folder.with_name("unplugged"))
    with qtbot.waitSignal(session.picture_failed, timeout=10_000):
        session.go_to(0)
    folder.with_name("unplugged").rename(folder)
    session.open_again(session.study)
    qtbot.waitUntil(lambda: session.picture is not None and session.settled, timeout=10_000)
    assert (session.index, len(session.series), session.series.duplicates) == (0, 6, 0)


def test_more_of_the_study_that_is_read_leaves_the_slice_where_it_is(
    qtbot, session, open_all, write_series
):
    same = {"StudyInstanceUID": "1.2.7"}
    open_all(write_series(6, "a", SeriesDescription="T2", **same))
    session.go_to(1)
    open_all(write_series(9, "b", SeriesDescription="AX T1 +C", **same))
    assert len(session.study.series) == 2
    assert (session.series.description, session.index) == ("T2", 1)
    qtbot.waitUntil(lambda: session.settled, timeout=10_000)


def test_what_is_opened_again_is_left_out_once_or_no_longer(session, open_all, write_series):
    folder, other = write_series(4, "a"), write_series(2, "b")
    for path in (folder / "cut.dcm", folder / "late.dcm", other / "cut.dcm"):
        path.write_bytes(b"")
    open_all(folder, other)
    shutil.copy(folder / "000.dcm", folder / "late.dcm")
    open_all(folder)
    left_out = {problem.path for problem in session.open_studies.problems}
    assert left_out == {folder / "cut.dcm", other / "cut.dcm"}
    assert len(session.open_studies.problems) == 2


def test_of_several_studies_the_first_with_a_series_worth_it_is_shown(
    session, open_all, write_series
):
    open_all(
        write_series(3, "a", PatientID="1", SeriesDescription="ep2d_bold"),
        write_series(3, "b", PatientID="2", SeriesDescription="AX T1 +C"),
        write_series(3, "c", PatientID="3", SeriesDescription="AX T1 +C"),
    )
    assert [study.patient_id for study in session.studies] == ["1", "2", "3"]
    assert session.study.patient_id == "2"


def test_only_what_brought_a_study_is_opened_again(session, open_all, write_series):
    first, second = write_series(2, "a", PatientID="1"), write_series(2, "b", PatientID="2")
    open_all(first, second)
    study = next(s for s in session.studies if s.patient_id == "2")
    assert session.open_studies.origins(study) == (second,)


def test_memory_stays_flat_through_three_hundred_slices(qtbot, session, open_all, write_series):
    open_all(write_series(300))
    qtbot.waitUntil(lambda: session.settled, timeout=10_000)
    session._pictures.max_bytes = 20 * session.picture.bytes
    most = 0
    for index in range(300):
        session.go_to(index)
        qtbot.waitUntil(lambda: session.settled, timeout=10_000)
        most = max(most, session._pictures.bytes)
    assert most <= session._pictures.max_bytes
    assert len(session._pictures) == 20


def test_the_next_slices_are_decoded_before_they_are_asked_for(
    qtbot, session, open_all, write_series
):
    open_all(write_series(12))
    session.go_to(3)
    session.go_to(4)
    ahead = [session.series.slices[index].key for index in (5, 6)]
    qtbot.waitUntil(lambda: all(key in session._pictures for key in ahead), timeout=10_000)


def test_unrelated_pictures_are_one_list_without_a_common_finding(session, open_all, tmp_path):
    for index in range(4):
        Image.fromarray(np.full((8, 8), index, np.uint8)).save(tmp_path / f"{index}.png")
    open_all(tmp_path)
    assert len(session.series) == 4
    assert not session.series.is_stack
