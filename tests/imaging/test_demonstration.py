"""The demonstration cases: recognised as synthetic, complete, and what their script makes."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from braintumor_desktop.imaging import (
    Series,
    demonstration_cases,
    open_paths,
    read_slice,
    slice_spacing,
)

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture(scope="module")
def series() -> dict[str, Series]:
    cases = {}
    for folder in demonstration_cases():
        opened = open_paths([folder])
        assert opened.problems == ()
        (study,) = opened.studies
        assert study.synthetic
        (cases[folder.name],) = study.series
    return cases


@pytest.fixture(scope="module")
def script() -> ModuleType:
    if not PACKAGING.is_dir():
        pytest.skip("the packaging folder is not part of an installation")
    sys.path.insert(0, str(PACKAGING))
    try:
        path = PACKAGING / "make_demonstration_cases.py"
        spec = importlib.util.spec_from_file_location("make_demonstration_cases", path)
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        yield module
    finally:
        sys.path.remove(str(PACKAGING))
        sys.modules.pop("make_demonstration_cases", None)


def test_there_are_four_cases_of_even_stacks(series):
    assert len(series) == 4
    for one in series.values():
        assert len(one) == 16
        assert slice_spacing(one) in (5, 6)
        assert one.plane in {"axial", "coronal"}
        assert one.modality == "MR"


def test_every_slice_is_marked_synthetic_and_lossless(series):
    headers = [header for one in series.values() for header in one.slices]
    assert all(header.synthetic and not header.lossy for header in headers)


def test_all_cases_together_stay_below_two_megabytes():
    files = [path for folder in demonstration_cases() for path in folder.iterdir()]
    assert sum(path.stat().st_size for path in files) < 2_000_000


def test_the_script_makes_the_shipped_pixels_again(script, series):
    case = script.CASES[0]
    shipped = series[case.folder].slices[9]
    head = script.Head(case.seed, case.mass)
    pixels = script.slice_pixels(case, head, shipped.instance_number - 1)
    difference = np.abs(read_slice(shipped).pixels - pixels)
    # another processor may round the last bit of a sine another way
    assert difference.max() <= 1
    assert (difference > 0).mean() < 0.001


def test_a_mass_is_where_the_case_says(script, series):
    case = next(c for c in script.CASES if c.mass and c.mass.kind == "dural")
    x, y, z = case.mass.centre
    one = series[case.folder]
    header = min(one.slices, key=lambda h: abs(h.position[2] - z))
    column = round((x - header.position[0]) / header.spacing[1])
    row = round((y - header.position[1]) / header.spacing[0])
    pixels = read_slice(header).pixels
    mirrored = round((-x - header.position[0]) / header.spacing[1])
    mass = pixels[row - 5 : row + 6, column - 5 : column + 6].mean()
    other_side = pixels[row - 5 : row + 6, mirrored - 5 : mirrored + 6].mean()
    assert mass > 1.3 * other_side
