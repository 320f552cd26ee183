from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from typer.testing import CliRunner, Result

from braintumor_desktop import RESEARCH_USE, __version__
from braintumor_desktop.cli.predict import app
from braintumor_desktop.inference.predictor import Predictor
from braintumor_desktop.models import bundle as bundle_module
from braintumor_desktop.resources import resource_path

COMMAND = [sys.executable, "-c", "from braintumor_desktop.cli.predict import main; main()"]


@pytest.fixture
def predict(random_bundle: Path) -> Callable[..., Result]:
    """Run the command in this process on the bundle with random weights."""

    def run(*arguments: str | Path, **options: Any) -> Result:
        words = [*map(str, arguments), "--model", str(random_bundle), "--device", "cpu"]
        return CliRunner().invoke(app, words, **options)

    return run


def test_slices_and_series_are_tabled_and_all_is_well(
    predict: Callable[..., Result], write_png: Callable[..., Path]
) -> None:
    done = predict(write_png("a.png", 1), write_png("b.png", 2))
    assert done.exit_code == 0, done.stderr
    for words in ("a.png", "b.png", "Glioma", "Pituitary", "All series", RESEARCH_USE):
        assert words in done.stdout
    assert "improved_resnet34 0.0.1" in done.stdout
    assert "slices/s" not in done.stderr  # no progress where stderr is no terminal


def test_inputs_that_fail_are_listed_and_the_others_are_done(
    predict: Callable[..., Result], mixed_folder: Path
) -> None:
    done = predict(mixed_folder, mixed_folder / "nowhere.png", "--json", "-")
    assert done.exit_code == 1
    document = json.loads(done.stdout)
    slices = [item for series in document["series"] for item in series["slices"]]
    assert sum(item.get("probabilities") is not None for item in slices) == 3
    (silent,) = [item for item in slices if item.get("abstention")]
    assert silent["abstention"] == "The slice is blank: all its pixels have one value."
    listed = [line for line in done.stderr.splitlines() if line.startswith("failed: ")]
    assert len(listed) == len(document["failed"]) == 2
    for name, why in (("notes.txt", "text file"), ("nowhere.png", "")):
        assert [line for line in listed if name in line and why in line]


def test_slices_without_a_class_are_no_failures_and_are_counted(
    predict: Callable[..., Result], mixed_folder: Path
) -> None:
    (mixed_folder / "notes.txt").unlink()
    done = predict(mixed_folder)
    assert done.exit_code == 0, done.stderr
    assert "no class" in done.stdout
    assert "The slice is blank" in done.stdout
    assert "1 slice is given no class and not counted." in done.stdout


def test_json_on_stdout_stands_alone(
    predict: Callable[..., Result], write_png: Callable[..., Path]
) -> None:
    done = predict(write_png("a.png"), "--json", "-")
    document = json.loads(done.stdout)
    assert document["intended_use"] == RESEARCH_USE
    assert done.exit_code == 0


def test_json_and_csv_files_agree(
    predict: Callable[..., Result], write_png: Callable[..., Path], tmp_path: Path
) -> None:
    files = ("--json", tmp_path / "out.json", "--csv", tmp_path / "out.csv")
    done = predict(write_png("a.png"), *files, "--quiet")
    assert (done.exit_code, done.stdout) == (0, "")
    (series,) = json.loads((tmp_path / "out.json").read_text())["series"]
    (row,) = csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text()))
    probabilities = series["slices"][0]["probabilities"]
    assert {k: float(row[f"probability_{k}"]) for k in probabilities} == probabilities
    assert sum(probabilities.values()) == pytest.approx(1, abs=1e-4)


def test_a_picture_is_written_for_each_slice_under_its_own_name(
    predict: Callable[..., Result], write_png: Callable[..., Path], tmp_path: Path
) -> None:
    paths = [write_png("one/a.png", 1), write_png("two/a.png", 2), write_png("b.png", 3)]
    done = predict(*paths, "--overlay", tmp_path / "new" / "pictures")
    assert done.exit_code == 0
    written = sorted((tmp_path / "new" / "pictures").iterdir())
    assert [path.name for path in written] == ["a-2.png", "a.png", "b.png"]
    for path in written:
        with Image.open(path) as picture:
            assert picture.size[0] > 1024


def test_pictures_of_dicom_are_counted_and_never_named_after_the_file(
    predict: Callable[..., Result], tmp_path: Path
) -> None:
    case = sorted(path for path in resource_path("demonstration").iterdir() if path.is_dir())[0]
    files = sorted(case.glob("*.dcm"))[:2]
    done = predict(*files, "--overlay", tmp_path / "out")
    assert done.exit_code == 0, done.stderr
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(names) == 2
    assert all(name.startswith("series-") and "slice-000" in name for name in names)


def test_another_method_explains(
    predict: Callable[..., Result], write_png: Callable[..., Path]
) -> None:
    done = predict(write_png("a.png"), "--cam", "hirescam", "--json", "-")
    (series,) = json.loads(done.stdout)["series"]
    assert series["slices"][0]["explanation"]["method"] == "HiResCAM"


@pytest.mark.parametrize("null", [False, True])
def test_paths_come_from_standard_input(
    predict: Callable[..., Result], write_png: Callable[..., Path], null: bool
) -> None:
    names = "line\nbreak.png" if null else "plain.png"
    paths = [write_png(names, 1), write_png("ümlaut name.png", 2)]
    text = ("\0" if null else "\n").join(map(str, paths))
    done = predict("-", *(["-0"] if null else []), "--csv", "-", input=text)
    assert done.exit_code == 0, done.stderr
    assert {row["path"] for row in csv.DictReader(io.StringIO(done.stdout))} == set(map(str, paths))


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ([], "No path was given"),
        (["x.png", "--model", "nobody"], "No model is called 'nobody'"),
        (["x.png", "--device", "tpu"], "no device 'tpu'"),
        (["x.png", "--cam", "SmoothGrad"], "no explanation method"),
        (["x.png", "--json", "-", "--csv", "-"], "Only one of --json and --csv"),
        (["x.png", "--json", "/nowhere/at/all/out.json"], "cannot be written"),
        (["x.png", "--csv", "."], "a folder, not a file"),
        (["x.png", "--overlay", "/dev/null/pictures"], "cannot be written"),
        (["x.png", "--colour"], "No such option"),
    ],
)
def test_misuse_is_told_and_ends_with_2(arguments: list[str], why: str) -> None:
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 2
    assert why in done.stderr
    assert not done.stdout


def test_a_folder_without_images_fails(predict: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert predict(tmp_path / "empty").exit_code == 1


def test_an_interrupt_keeps_what_was_done(
    predict: Callable[..., Result],
    mixed_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = Predictor.predict_stream

    def interrupted(self: Predictor, *args: Any, **kwargs: Any) -> Iterator[Any]:
        stream = whole(self, *args, **kwargs)
        yield next(stream)
        yield next(stream)
        stream.close()
        raise KeyboardInterrupt

    monkeypatch.setattr(Predictor, "predict_stream", interrupted)
    done = predict(mixed_folder, "--json", tmp_path / "out.json")
    assert done.exit_code == 130
    document = json.loads((tmp_path / "out.json").read_text())
    assert document["complete"] is False
    assert sum(len(series["slices"]) for series in document["series"]) == 2


def test_models_are_listed_with_what_they_reached(
    random_bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle_module, "resource_path", lambda *_: random_bundle.parent)
    done = CliRunner().invoke(app, ["--list-models"])
    assert done.exit_code == 0
    assert "improved_resnet34  0.0.1  Improved ResNet34" in done.stdout


def test_the_version_is_told() -> None:
    done = CliRunner().invoke(app, ["--version"])
    assert done.stdout == f"braintumor-predict {__version__}\n"


def test_the_command_imports_no_qt(random_bundle: Path, write_png: Callable[..., Path]) -> None:
    code = (
        "import sys\n"
        "from braintumor_desktop.cli.predict import app\n"
        f"sys.argv = ['x', {str(write_png('a.png'))!r}, '--model', {str(random_bundle)!r}, '-q']\n"
        "app(standalone_mode=False)\n"
        "print([m for m in sys.modules if m.startswith(('PySide6', 'shiboken6'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes")
def test_a_reader_that_goes_away_is_no_error(
    random_bundle: Path, write_png: Callable[..., Path]
) -> None:
    words = [*COMMAND, str(write_png("a.png")), "--model", str(random_bundle), "--json", "-"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read().decode()
        assert process.wait(120) == 128 + signal.SIGPIPE
    assert said == ""


def test_the_help_tells_the_exit_status_and_names_no_type_of_a_switch():
    done = CliRunner().invoke(app, ["--help"], env={"COLUMNS": "100"})
    assert "Exit status" in done.stdout
    switches = [line for line in done.stdout.splitlines() if "--quiet" in line or "--null" in line]
    assert len(switches) == 2
    assert not any("<bool>" in line for line in switches)
