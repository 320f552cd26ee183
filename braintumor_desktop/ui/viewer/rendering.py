"""Numbers become pictures: a slice through a window, the overlay, thumbnails, colour bars."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from braintumor_desktop.imaging import apply_window
from braintumor_desktop.imaging.turn import UPRIGHT, Turn
from braintumor_desktop.ui.picture import Picture

_HIDDEN = (29, 36, 46)  # of the colour bar below the threshold
FULL_OPACITY_FROM = 0.5  # as in the exports; a test holds the two together

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Window
    from braintumor_desktop.inference.finding import Explanation, Finding


def grey_image(
    picture: Picture, window: Window | None, *, inverted: bool = False, turn: Turn = UPRIGHT
) -> QImage:
    """The display slice through a window, turned as it is seen; RGB32 (what Qt paints fastest)."""
    grey = apply_window(picture.display, window)
    if inverted:
        grey = 255 - grey
    grey = np.ascontiguousarray(turn.array(grey))
    height, width = grey.shape
    image = QImage(grey.data, width, height, width, QImage.Format.Format_Grayscale8)
    return image.convertToFormat(QImage.Format.Format_RGB32)  # owns its memory


def overlay_image(
    picture: Picture,
    finding: Finding,
    class_index: int,
    opacity: float,
    colour_map: str,
    *,
    threshold: float = 0.0,
    turn: Turn = UPRIGHT,
) -> QImage | None:
    """Where the network looked, over the slice as it is seen; ``None`` without positive evidence.

    The same mixture as :func:`braintumor_desktop.reporting.colour.blend`, as a layer of its own, so
    that the window can change below it without it being drawn again.  Values below ``threshold``
    leave the slice untouched.
    """
    explanation = finding.explanation
    if not bool(explanation.evidence[class_index]):
        return None
    values = _over_display(explanation, class_index, picture.display.pixels.shape)
    return _blend_layer(turn.array(values), colour_table(colour_map), opacity, threshold)


def _blend_layer(
    values: NDArray[np.float32], colours: NDArray[np.uint8], opacity: float, threshold: float
) -> QImage:
    """(H, W) values in [0, 1] as a premultiplied layer."""
    levels = np.arange(256, dtype=np.float32)[:, None] / 255
    alpha = np.minimum(levels / np.float32(FULL_OPACITY_FROM), 1) * np.float32(opacity)
    alpha[levels < threshold] = 0
    table = np.empty((256, 4), dtype=np.uint8)
    table[:, :3] = np.rint(colours[:, ::-1] * alpha)  # BGRA in memory, little-endian ARGB32
    table[:, 3:] = np.rint(255 * alpha)
    packed = table.view(np.uint32)[:, 0]
    levels_seen = np.rint(np.clip(values, 0, 1) * 255).astype(np.uint8)
    layer = np.ascontiguousarray(packed[levels_seen])  # a turned map comes in strides
    height, width = layer.shape
    image = QImage(layer.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()


def _over_display(
    explanation: Explanation, class_index: int, shape: tuple[int, ...]
) -> NDArray[np.float32]:
    """A class's map on the pixels that are shown, which may be fewer than the slice has."""
    whole = explanation.transform
    if shape == whole.shape:
        return explanation.over_slice(class_index)
    rows, columns = shape
    down, across = whole.shape[0] / rows, whole.shape[1] / columns  # slice pixels a shown one
    shown = replace(
        whole,
        left=whole.left / across,
        top=whole.top / down,
        step_x=whole.step_x / across,
        step_y=whole.step_y / down,
        shape=(rows, columns),
    )
    return shown.map_to_slice(explanation.maps[class_index])


def colour_table(name: str) -> NDArray[np.uint8]:
    """(256, 3) uint8 colours of a map, as in the exported overlays."""
    from braintumor_desktop.reporting.colour import colour_map

    return colour_map(name)


def colour_bar_image(colour_map: str, threshold: float = 0.0) -> QImage:
    """One row of 256 colours, the smallest value first; dark where the overlay is hidden."""
    colours = colour_table(colour_map).copy()
    colours[np.arange(256) / 255 < threshold] = _HIDDEN
    image = QImage(colours.data, 256, 1, 768, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def thumbnail(picture: Picture, side: int) -> QImage:
    """A small picture of a slice, its longest side ``side`` pixels, pixels square."""
    image = grey_image(picture, picture.windows[0])
    row_mm, column_mm = picture.header.spacing or (1.0, 1.0)
    scale = side / max(image.width() * column_mm, image.height() * row_mm)
    return image.scaled(
        max(1, round(image.width() * column_mm * scale)),
        max(1, round(image.height() * row_mm * scale)),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
