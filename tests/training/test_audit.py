from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from braintumor_training.audit import audit_samples, audit_table, write_page
from braintumor_training.fingerprints import connected, find_twins, take_fingerprints
from braintumor_training.sources import read_source
from braintumor_training.tracing import trace

MakeImage = Callable[..., Path]


@pytest.fixture
def kaggle(tmp_path: Path, make_image: MakeImage) -> Path:
    """Twenty different images, an exact, a smaller and a mirrored copy across the split."""
    folder = tmp_path / "kaggle"
    for seed in range(10):
        make_image(folder / f"Training/glioma/{seed}.png", seed)
        make_image(folder / f"Training/notumor/{seed + 10}.png", seed + 10, side=80)
    make_image(folder / "Testing/glioma/exact.png", 0)
    make_image(folder / "Testing/glioma/mirrored.png", 1, mirrored=True)
    make_image(folder / "Testing/notumor/smaller.png", 10, side=56)
    make_image(folder / "Testing/notumor/conflict.png", 2)
    make_image(folder / "Testing/notumor/new.png", 99)
    return folder


def test_the_audit_finds_what_was_planted(kaggle: Path) -> None:
    report = audit_samples({"kaggle": read_source("folders", kaggle)})
    (source,) = report.sources
    assert (report.exact, report.mirrored, report.near) == (2, 1, 1)
    assert (source.tested, source.tested_with_twin, source.different) == (5, 4, 21)
    (conflict,) = report.conflicts
    assert conflict.labels == ("glioma", "no_tumor")
    assert {s.path.name for s in conflict.samples} == {"2.png", "conflict.png"}
    assert report.leaks


def test_the_width_of_an_image_that_gives_the_class_away_is_named(kaggle: Path) -> None:
    (source,) = audit_samples({"kaggle": read_source("folders", kaggle)}).sources
    told = {s.feature: s for s in source.shortcuts}
    assert told["width"].gives_away
    assert not told["aspect"].gives_away


def test_one_name_for_two_different_images_is_told(kaggle: Path, make_image: MakeImage) -> None:
    make_image(kaggle / "Testing/glioma/5.png", 77)
    report = audit_samples({"kaggle": read_source("folders", kaggle)})
    assert report.repeated_names == ("5.png (kaggle)",)


def test_an_unreadable_image_is_listed_and_the_rest_audited(kaggle: Path) -> None:
    (kaggle / "Training/glioma/bad.png").write_bytes(b"not an image")
    report = audit_samples({"kaggle": read_source("folders", kaggle)})
    ((name, reason),) = report.sources[0].unreadable
    assert name == "Training/glioma/bad.png"
    assert "cannot be read" in reason
    assert len(report.samples) == 25


def test_patients_on_both_sides_are_counted(tmp_path: Path, make_image: MakeImage) -> None:
    lines = ["path,label,patient,split"]
    for number, (patient, part) in enumerate([("A", "train"), ("B", "train"), ("B", "test")]):
        make_image(tmp_path / f"{number}.png", number)
        lines.append(f"{number}.png,glioma,{patient},{part}")
    (tmp_path / "manifest.csv").write_text("\n".join(lines) + "\n")
    (source,) = audit_samples({"own": read_source("manifest", tmp_path)}).sources
    assert (source.patients_across, source.images_across) == (1, 1)


def test_the_command_prints_a_table_and_writes_a_page(
    kaggle: Path, train: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "audit.html"
    assert train("audit", kaggle, "--page", page) == 0
    assert "4 of 5 test images (80%) have the same image in training" in capsys.readouterr().out
    text = page.read_text()
    assert text.count("<figure>") == 1 + 4 + 1 + 2 + 1
    assert "data:image/jpeg;base64," in text
    assert "<b>80%</b><span>of test images stand in training too (4 of 5)" in text
    assert train("audit", kaggle, "--strict") == 1


def test_names_on_the_page_are_text_not_markup(kaggle: Path, tmp_path: Path) -> None:
    report = audit_samples({"<b>kaggle</b> & more": read_source("folders", kaggle)})
    write_page(report, tmp_path / "audit.html")
    text = (tmp_path / "audit.html").read_text()
    assert "&lt;b&gt;kaggle&lt;/b&gt; &amp; more" in text
    assert "<b>kaggle" not in text


def test_a_markdown_page_lies_beside_its_thumbnails(kaggle: Path, tmp_path: Path) -> None:
    report = audit_samples({"kaggle": read_source("folders", kaggle)})
    write_page(report, tmp_path / "audit.md")
    text = (tmp_path / "audit.md").read_text()
    assert audit_table(report) in text
    for thumbnail in (tmp_path / "audit_thumbnails").iterdir():
        with Image.open(thumbnail) as image:
            assert max(image.size) <= 144
        assert f"audit_thumbnails/{thumbnail.name}" in text


def test_images_that_differ_are_no_twins(tmp_path: Path, make_image: MakeImage) -> None:
    for seed in range(30):
        make_image(tmp_path / f"glioma/{seed}.png", seed)
    assert find_twins(take_fingerprints(read_source("folders", tmp_path))) == []


def test_a_blank_image_is_nobodys_twin(tmp_path: Path) -> None:
    (tmp_path / "glioma").mkdir()
    for name in ("a", "b"):
        Image.fromarray(np.zeros((60, 60), np.uint8)).save(tmp_path / f"glioma/{name}.png")
    assert find_twins(take_fingerprints(read_source("folders", tmp_path))) == []


def test_chains_of_pairs_are_one_component() -> None:
    assert connected(5, [(3, 4), (1, 3)]) == [0, 1, 2, 1, 1]


def test_untraced_data_gets_clusters_and_groups_from_its_pixels(
    tmp_path: Path, make_image: MakeImage
) -> None:
    """A copy joins two patients; the third stays alone."""
    lines = ["path,label,patient"]
    for name, seed, patient in (("a", 1, "A"), ("b", 2, "A"), ("c", 2, "B"), ("d", 3, "C")):
        make_image(tmp_path / f"{name}.png", seed, mirrored=name == "c")
        lines.append(f"{name}.png,glioma,{patient}")
    (tmp_path / "manifest.csv").write_text("\n".join(lines) + "\n")
    said: list[str] = []
    a, b, c, d = trace(read_source("manifest", tmp_path), said.append)
    assert b.cluster == c.cluster != a.cluster
    assert a.group == b.group == c.group != d.group
    assert "3 different images, 1 copies; 2 groups" in said[-1]
