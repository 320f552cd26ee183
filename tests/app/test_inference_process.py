"""The real process with a real network (of random weights), started once for all tests here."""

from __future__ import annotations

import time

import numpy as np
import pytest

from braintumor_desktop.app.inference_process import InferenceProcess
from braintumor_desktop.errors import BundleError, Cancelled, ImagingError, InferenceError
from braintumor_desktop.imaging import demonstration_cases, open_paths, read_slice
from braintumor_desktop.ui.engine import ModelChoice


def _die(*_: object) -> None:
    """What a process does that cannot answer anything."""
    raise SystemExit(3)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory, make_card):
    import torch

    from braintumor_desktop.models.bundle import write_bundle
    from braintumor_desktop.models.registry import network_entry

    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("bundles") / "random"
    write_bundle(folder, network_entry("improved_resnet34").build(4), make_card())
    return folder


@pytest.fixture(scope="module")
def process(bundle):
    process = InferenceProcess()
    process.load(ModelChoice(str(bundle), "cpu"))
    yield process
    process.close()


@pytest.fixture(scope="module")
def headers():
    return open_paths(demonstration_cases()[:1]).studies[0].series[0].slices


def test_the_model_says_who_it_is(process, bundle):
    info = process.load(ModelChoice(str(bundle), "cpu"))
    assert info.name == "improved_resnet34"
    assert len(info.sha256) == 64
    assert "CPU" in info.device
    assert info.card["limits"]


def test_a_finding_crosses_the_pipe_unchanged(process, bundle, headers):
    from braintumor_desktop.inference.predictor import Predictor
    from braintumor_desktop.models.bundle import ModelBundle

    slice_ = read_slice(headers[8])
    here = Predictor(ModelBundle.load(bundle), device="cpu").predict(slice_)
    there = process.predict(slice_)
    np.testing.assert_allclose(there.probabilities, here.probabilities, atol=2e-3)
    assert there.explanation.transform == here.explanation.transform
    assert there.model == here.model


def test_a_series_is_read_there_and_what_fails_stands_in_its_place(process, headers, tmp_path):
    from dataclasses import replace

    missing = replace(headers[0], path=tmp_path / "gone.dcm")
    results = process.read([headers[1], missing, headers[2]])
    assert isinstance(results[1], ImagingError)
    assert "gone.dcm" in str(results[1])
    single = process.predict(read_slice(headers[1]))
    np.testing.assert_allclose(results[0].probabilities, single.probabilities, atol=5e-3)


def test_an_error_keeps_its_kind_and_its_words(process, headers):
    from dataclasses import replace

    damaged = replace(read_slice(headers[0]), pixels=np.full((64, 64), np.nan, np.float32))
    with pytest.raises(InferenceError, match="not numbers"):
        process.predict(damaged)
    with pytest.raises(BundleError):
        process.load(ModelChoice("/no/such/bundle"))


def test_an_abstention_and_its_reason_cross_the_pipe(process, headers):
    from dataclasses import replace

    blank = replace(read_slice(headers[0]), pixels=np.zeros((64, 64), np.float32))
    finding = process.predict(blank)
    assert finding.abstention == "The slice is blank: all its pixels have one value."
    assert not finding.probabilities.any()


def test_a_process_that_died_is_started_again_and_asked_again(bundle, headers, caplog):
    process = InferenceProcess()
    process.load(ModelChoice(str(bundle), "cpu"))
    first = process.pid
    process._process.kill()
    assert process.predict(read_slice(headers[0])).class_keys
    assert process.pid != first
    process.close()
    assert "SIGKILL" in caplog.text


def test_a_process_that_dies_of_every_question_is_told(monkeypatch, caplog):
    from braintumor_desktop.app import inference_process

    monkeypatch.setattr(inference_process, "_serve", _die)
    process = InferenceProcess()
    with pytest.raises(InferenceError, match=r"twice \(exit code 3\)") as told:
        process.load(ModelChoice())
    assert "settings" in told.value.remedy
    assert "started again" in caplog.text
    process.close()


def test_a_process_that_cannot_be_started_is_told_with_a_remedy(monkeypatch):
    import errno
    from multiprocessing.context import SpawnProcess

    def start(_):
        raise OSError(errno.ENOMEM, "Cannot allocate memory")

    monkeypatch.setattr(SpawnProcess, "start", start)
    with pytest.raises(InferenceError, match="cannot be started") as told:
        InferenceProcess().load(ModelChoice())
    assert told.value.remedy


def test_closing_in_the_middle_of_an_answer_cancels_it(bundle):
    import threading

    process = InferenceProcess()
    outcome = []

    def load():
        try:
            process.load(ModelChoice(str(bundle), "cpu"))
        except Cancelled:
            outcome.append("cancelled")

    thread = threading.Thread(target=load)
    thread.start()
    deadline = time.monotonic() + 30
    while process.pid is None and time.monotonic() < deadline:
        time.sleep(0.01)
    process.close()
    thread.join(30)
    assert outcome == ["cancelled"]


def test_a_map_of_the_wanted_class_alone_crosses_the_pipe(process, headers):
    explanation = process.explain(read_slice(headers[8]), "HiResCAM", 2)
    assert explanation.method == "HiResCAM"
    assert [explanation.knows(index) for index in range(4)] == [False, False, True, False]


def test_a_map_that_is_given_up_ends_and_the_process_answers_on(process, headers):
    import threading

    slice_, outcome = read_slice(headers[8]), []

    def explain():
        try:
            process.explain(slice_, "Score-CAM", 0)
        except Cancelled:
            outcome.append("cancelled")

    thread = threading.Thread(target=explain)
    thread.start()
    deadline = time.monotonic() + 300
    while thread.is_alive() and time.monotonic() < deadline:
        process.interrupt()  # again and again: the first may come before the work has begun
        thread.join(0.1)
    assert outcome == ["cancelled"]
    assert process.predict(slice_).class_keys
