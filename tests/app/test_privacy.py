from __future__ import annotations

import logging
from types import SimpleNamespace

import pytest

from braintumor_desktop.app.privacy import (
    WITHHELD,
    Names,
    PrivateFormatter,
    short_file,
    trace_without_values,
)


def record(message, *arguments, name="braintumor_desktop.ui", error=None):
    exc_info = None if error is None else (type(error), error, error.__traceback__)
    return logging.LogRecord(
        name, logging.ERROR, "/home/ward/x.py", 7, message, arguments, exc_info, "opening"
    )


def raised(error):
    try:
        raise error
    except type(error) as caught:
        return caught


@pytest.mark.parametrize(
    "secret",
    [
        "/data/DOE JANE/1.dcm",
        "~/DOE JANE/study",
        "file:///data/DOE",
        r"C:\DOE JANE\study",
        r"\\archive\DOE JANE",
        "studies/DOE JANE",
        "DOE JANE.nii.gz",
        "DOE^JANE",
    ],
)
def test_neither_a_path_nor_a_file_name_comes_through(secret):
    line = PrivateFormatter(Names()).format(record("cannot read %s", secret))
    assert "DOE" not in line
    assert "JANE" not in line
    assert WITHHELD in line


@pytest.mark.parametrize("identifier", ["1.2.840.113619.2.55.3", "19561231"])
def test_neither_a_uid_nor_a_date_comes_through(identifier):
    assert identifier not in PrivateFormatter(Names()).format(record(f"met {identifier} twice"))


def test_the_names_of_who_is_open_do_not_come_through():
    names = Names()
    study = SimpleNamespace(patient_name="Li^Jane Ann", patient_id="K4711", description="Ward 7")
    names.protect_studies([study])
    line = PrivateFormatter(names).format(record("li, JANE or Ann? k4711: refined in 3 steps"))
    for word in ("li,", "JANE", "Ann", "k4711"):
        assert word not in line
    assert "refined in 3 steps" in line


def test_a_sentence_of_our_own_with_numbers_alone_is_kept_whatever_a_study_is_called():
    names = Names()
    names.protect(["Dural mass, left"])
    line = PrivateFormatter(names).format(record("opened %d studies; %d left out", 4, 0))
    assert line.endswith("opened 4 studies; 0 left out")
    assert "left" not in PrivateFormatter(names).format(record("side: %s", "left"))


def test_a_description_does_not_take_the_plain_words_out_of_every_sentence():
    names = Names()
    study = SimpleNamespace(patient_name="To^In", patient_id="", description="Mass of the falx")
    names.protect_studies([study])
    line = PrivateFormatter(names).format(record("%s", "the end of the falx, in short"))
    assert "the end of the (withheld), (withheld) short" in line


def test_what_names_nobody_is_kept():
    words = "opened 2 studies with 5 series and 57/128 slices; 1 left out"
    assert PrivateFormatter(Names()).format(record(words)).endswith(words)


def test_the_message_of_an_error_does_not_come_through():
    line = PrivateFormatter(Names()).format(record("failed", error=raised(ValueError("DOE"))))
    assert "DOE" not in line
    assert "ValueError at raised:" in line


def test_what_another_package_says_is_withheld():
    line = PrivateFormatter(Names()).format(record("Jane Doe has no pixels", name="pydicom"))
    assert "Jane" not in line
    assert "pydicom: (withheld) at opening:7" in line


def test_a_record_is_one_line():
    assert "\n" not in PrivateFormatter(Names()).format(record("one\ntwo"))


def test_a_trace_holds_places_and_causes_but_no_messages():
    try:
        try:
            int("DOE")
        except ValueError as error:
            raise KeyError("JANE") from error
    except KeyError as error:
        trace = "\n".join(trace_without_values(error))
    assert "builtins.KeyError" in trace
    assert "builtins.ValueError" in trace
    assert "test_privacy.py:" in trace
    assert "invalid literal" not in trace
    assert "home" not in trace


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("/home/jane/braintumor_desktop/ui/x.py", "braintumor_desktop/ui/x.py"),
        ("/home/jane/lib/site-packages/pydicom/y.py", "pydicom/y.py"),
        ("/home/jane/z.py", "z.py"),
    ],
)
def test_a_source_file_is_named_without_the_folders_above_its_package(name, short):
    assert short_file(name) == short
