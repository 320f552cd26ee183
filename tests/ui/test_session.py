from __future__ import annotations

import numpy as np
import pytest

from braintumor_desktop.errors import InferenceError
from braintumor_desktop.imaging import read_slice
from braintumor_desktop.ui import session as session_module
from braintumor_desktop.ui.engine import ModelChoice
from braintumor_desktop.ui.session import PIXEL_BYTES


def wait_ready(qtbot, session, key=None):
    def ready():
        state = session.opinion.state
        return state.kind == "ready" and (key is None or state.header.key == key)

    qtbot.waitUntil(ready, timeout=10_000)


@pytest.fixture
def loaded(qtbot, session, write_series):
    session.choose_model(ModelChoice())
    session.open_paths([write_series(12)])
    qtbot.waitUntil(lambda: session.picture is not None, timeout=10_000)
    return session


def test_the_finding_announced_is_always_that_of_the_slice_on_screen(qtbot, loaded, engine):
    seen = []

    def check(state):
        if state.finding is not None:
            expected = engine.finding(loaded.picture.slice).probabilities
            seen.append(
                (state.header.key == loaded.picture.header.key)
                and np.allclose(expected, state.finding.probabilities)
            )

    loaded.opinion.state_changed.connect(check)
    rng = np.random.default_rng(5)
    for index in rng.integers(0, 12, 60):
        loaded.go_to(int(index))
        qtbot.wait(int(rng.choice([0, 5, 20, 120])))  # some rest long enough to be asked about
    loaded.go_to(3)
    wait_ready(qtbot, loaded, loaded.series.slices[3].key)
    assert len(seen) > 3
    assert all(seen)


def test_scrolling_fast_asks_the_network_about_the_last_slice_only(qtbot, loaded, engine):
    wait_ready(qtbot, loaded)
    engine.asked.clear()
    for index in range(12):
        loaded.go_to(index)
    wait_ready(qtbot, loaded, loaded.series.slices[11].key)
    assert set(engine.asked) == {loaded.series.slices[11].key}


def test_a_late_answer_for_another_slice_is_remembered_and_not_shown(qtbot, loaded, engine):
    wait_ready(qtbot, loaded)
    first, last = loaded.series.slices[0], loaded.series.slices[11]
    engine.gate.clear()
    loaded.go_to(0)
    qtbot.waitUntil(lambda: first.key in engine.asked, timeout=10_000)
    loaded.go_to(11)
    qtbot.waitUntil(lambda: loaded.settled, timeout=10_000)
    shown = []
    loaded.opinion.state_changed.connect(
        lambda s: shown.append(s.header.key) if s.finding is not None else None
    )
    engine.gate.set()
    wait_ready(qtbot, loaded, last.key)
    assert first.key not in shown
    assert loaded.opinion.remembered_finding(first) is not None


def test_a_finding_already_known_is_shown_without_asking_again(qtbot, loaded, engine):
    wait_ready(qtbot, loaded)
    here = loaded.index
    loaded.go_to(here + 1)
    wait_ready(qtbot, loaded, loaded.series.slices[here + 1].key)
    asked = len(engine.asked)
    loaded.go_to(here)
    wait_ready(qtbot, loaded, loaded.series.slices[here].key)
    assert len(engine.asked) == asked


def test_another_method_asks_for_its_map_and_for_no_finding(qtbot, loaded, engine):
    wait_ready(qtbot, loaded)
    asked = list(engine.asked)
    loaded.choose_model(ModelChoice(method="LayerCAM"))
    qtbot.waitUntil(
        lambda: (
            (f := loaded.opinion.state.finding) is not None and f.explanation.method == "LayerCAM"
        ),
        timeout=10_000,
    )
    assert loaded.opinion.model.method == "LayerCAM"
    assert engine.asked == asked


def test_reading_the_series_reads_every_slice_and_combines_them(qtbot, loaded):
    wait_ready(qtbot, loaded)
    progress = []
    loaded.opinion.series_progress.connect(lambda done, total: progress.append((done, total)))
    loaded.read_series()
    qtbot.waitUntil(
        lambda: loaded.opinion.combined(loaded.series.slices) is not None, timeout=10_000
    )
    combined = loaded.opinion.combined(loaded.series.slices)
    assert [f is not None for f in combined.findings] == [True] * 12
    assert progress[-1] == (0, 0)
    assert any(0 < done < 12 and total == 12 for done, total in progress)


def test_reading_the_series_can_be_cancelled(qtbot, loaded, engine):
    wait_ready(qtbot, loaded)
    engine.gate.clear()
    loaded.read_series()
    qtbot.waitUntil(lambda: bool(engine.batches), timeout=10_000)
    loaded.opinion.cancel_series()
    engine.gate.set()
    qtbot.waitUntil(lambda: not loaded.workers.busy, timeout=10_000)
    assert not loaded.opinion.reading_series
    assert len(engine.batches) == 1


def test_the_slice_the_eye_is_on_goes_before_the_rest_of_the_series(qtbot, loaded, engine):
    wait_ready(qtbot, loaded)
    engine.gate.clear()
    loaded.read_series()
    qtbot.waitUntil(lambda: len(engine.batches) == 1, timeout=10_000)
    loaded.go_to(11)
    qtbot.waitUntil(lambda: loaded.settled, timeout=10_000)
    qtbot.wait(120)
    engine.asked.clear()
    at_the_time = []
    loaded.opinion.state_changed.connect(
        lambda s: at_the_time.append(len(engine.batches)) if s.kind == "ready" else None
    )
    engine.gate.set()
    wait_ready(qtbot, loaded, loaded.series.slices[11].key)
    assert engine.asked == [loaded.series.slices[11].key]
    assert at_the_time[0] <= 2


def test_an_error_of_the_network_is_told_for_its_slice_only(qtbot, loaded, engine):
    wait_ready(qtbot, loaded)
    engine.predict_error = InferenceError("The slice is blank.")
    loaded.go_to(0)
    qtbot.waitUntil(lambda: loaded.opinion.state.kind == "failed", timeout=10_000)
    engine.predict_error = None
    loaded.go_to(1)
    wait_ready(qtbot, loaded, loaded.series.slices[1].key)


def test_a_slice_that_vanished_is_told_in_its_place_and_the_next_one_is_shown(qtbot, loaded):
    wait_ready(qtbot, loaded)
    loaded.series.slices[0].path.unlink()
    with qtbot.waitSignal(loaded.picture_failed, timeout=10_000) as failed:
        loaded.go_to(0)
    assert failed.args[0].key == loaded.series.slices[0].key
    assert loaded.picture is None
    loaded.go_to(1)
    wait_ready(qtbot, loaded, loaded.series.slices[1].key)


def test_opening_can_be_cancelled(qtbot, session, write_series):
    folder = write_series(40)
    session.open_paths([folder])
    session.cancel_opening()
    qtbot.waitUntil(lambda: not session.workers.busy, timeout=10_000)
    assert session.studies == []
    assert not session.opening


def test_closing_in_the_middle_of_an_answer_joins_the_workers(qtbot, loaded, engine):
    engine.gate.clear()
    loaded.go_to(0)
    qtbot.waitUntil(lambda: loaded.series.slices[0].key in engine.asked, timeout=10_000)
    assert loaded.close()
    assert engine.closed


def test_the_same_folder_opened_twice_stands_once_in_the_list(qtbot, session, write_series):
    folder = write_series(3)
    for _ in range(2):
        with qtbot.waitSignal(session.opened, timeout=10_000):
            session.open_paths([folder])
    assert len(session.studies) == 1


def test_pixels_of_many_slices_stay_within_the_bound(qtbot, loaded):
    loaded._pictures.max_bytes = 5 * loaded.picture.bytes
    for index in range(12):
        loaded.go_to(index)
        qtbot.waitUntil(lambda: loaded.settled, timeout=10_000)
    assert loaded._pictures.bytes <= loaded._pictures.max_bytes


def test_a_series_of_300_slices_of_512_by_512_fits_the_memory():
    a_slice = 512 * 512 * np.dtype(np.float32).itemsize
    assert 304 * a_slice <= PIXEL_BYTES  # and one of each viewport beside
    assert PIXEL_BYTES <= 512 * 2**20


def test_a_second_scroll_through_a_series_decodes_nothing(qtbot, loaded, monkeypatch):
    def scroll():
        for index in range(12):
            loaded.go_to(index)
            qtbot.waitUntil(lambda: loaded.settled, timeout=10_000)

    scroll()
    monkeypatch.setattr(session_module, "read_picture", lambda _: pytest.fail("decoded again"))
    scroll()


def test_the_picture_holds_the_pixels_of_its_file(loaded):
    np.testing.assert_array_equal(
        loaded.picture.slice.pixels, read_slice(loaded.picture.header).pixels
    )


def test_without_a_model_no_series_is_said_to_be_read(qtbot, session, write_series):
    with qtbot.waitSignal(session.opened, timeout=10_000):
        session.open_paths([write_series(3)])
    session.read_series()
    assert not session.opinion.reading_series


def test_the_paths_that_were_opened_are_told_in_order_and_once(qtbot, session, write_series):
    first, second = write_series(2, "one"), write_series(2, "two")
    for folder in (first, second, first):
        with qtbot.waitSignal(session.opened, timeout=10_000):
            session.open_paths([folder])
    assert session.opened_paths == (first, second)
    session.close_all()
    assert session.opened_paths == ()
