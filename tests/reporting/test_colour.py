from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from braintumor_desktop.reporting.colour import COLOUR_MAPS, blend, colour_map


@pytest.mark.parametrize("name", COLOUR_MAPS)
def test_the_colours_are_matplotlibs(name: str) -> None:
    import matplotlib

    expected = 255 * matplotlib.colormaps[name](np.arange(256))[:, :3]
    np.testing.assert_allclose(colour_map(name), expected, atol=0.51)


@pytest.mark.parametrize("name", COLOUR_MAPS)
def test_a_map_grows_steadily_lighter(name: str) -> None:
    luminance = colour_map(name) @ np.array([0.2126, 0.7152, 0.0722])
    assert (np.diff(luminance[::8]) > 0).all()


def test_an_unknown_map_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="inferno, viridis, cividis"):
        colour_map("jet")


def test_where_the_map_is_zero_the_slice_is_untouched() -> None:
    grey = np.arange(256, dtype=np.uint8).reshape(16, 16)
    mixed = blend(grey, np.zeros((16, 16), dtype=np.float32), opacity=1.0)
    np.testing.assert_array_equal(mixed, np.repeat(grey[..., None], 3, axis=2))


def test_at_full_opacity_the_maximum_is_the_maps_own_colour() -> None:
    mixed = blend(
        np.full((2, 2), 90, np.uint8),
        np.ones((2, 2), np.float32),
        opacity=1.0,
        colours=colour_map("viridis"),
    )
    assert (mixed == colour_map("viridis")[255]).all()


def test_the_colours_do_not_cost_matplotlib() -> None:
    code = (
        "import sys; from braintumor_desktop.reporting.overlay import colour_map;"
        "colour_map('cividis'); print('matplotlib' in sys.modules, 'torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
