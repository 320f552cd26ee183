from __future__ import annotations

import threading

import pytest

from braintumor_desktop.errors import ImagingError
from braintumor_desktop.ui.workers import Latest, Workers


@pytest.fixture
def workers(qapp):  # noqa: ARG001 - signals need an application
    workers = Workers()
    yield workers
    assert workers.close()


def test_a_result_comes_back_on_the_gui_thread(qtbot, workers):
    came = []
    workers.run(
        lambda _: threading.get_ident(),
        on_result=lambda ident: came.append((ident, threading.get_ident())),
    )
    qtbot.waitUntil(lambda: bool(came))
    assert came[0][0] != came[0][1] == threading.main_thread().ident


def test_yields_of_a_generator_are_progress_and_its_return_the_result(qtbot, workers):
    def work(_):
        yield 1
        yield 2
        return "done"

    seen = []
    workers.run(work, on_progress=seen.append, on_result=seen.append)
    qtbot.waitUntil(lambda: seen == [1, 2, "done"])


def test_a_cancelled_job_says_nothing_more(qtbot, workers):
    started, go = threading.Event(), threading.Event()
    seen, ended = [], []

    def work(_):
        started.set()
        go.wait(10)
        return "late"

    job = workers.run(work, on_result=seen.append, on_end=lambda: ended.append(True))
    assert started.wait(10)
    job.cancel()
    go.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert seen == []


def test_an_error_nobody_took_reaches_the_one_place(qtbot, workers):
    def work(_):
        raise ImagingError("It is damaged.")

    with qtbot.waitSignal(workers.unexpected) as told:
        workers.run(work)
    assert "damaged" in str(told.args[0])


def test_an_unexpected_error_is_logged_without_its_message(qtbot, workers, caplog):
    def work(_):
        raise ValueError("DOE_JANE.dcm")

    errors = []
    workers.run(work, on_error=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert "ValueError" in caplog.text
    assert "DOE" not in caplog.text


def test_of_many_requests_the_first_and_the_last_run(qtbot, workers):
    go, ran = threading.Event(), []

    def request(number):
        def work(_):
            if number == 0:
                go.wait(10)
            ran.append(number)

        return work

    latest = Latest(workers)
    for number in range(50):
        latest.submit(request(number))
    go.set()
    qtbot.waitUntil(lambda: latest.idle)
    assert ran == [0, 49]


@pytest.mark.usefixtures("qapp")
def test_closing_does_not_start_what_waits():
    workers = Workers(threads=1)
    go, ran = threading.Event(), []
    workers.run(lambda _: go.wait(10))
    for _ in range(5):
        workers.run(lambda _: ran.append(1))
    assert workers.close(before_joining=go.set)
    assert ran == []
