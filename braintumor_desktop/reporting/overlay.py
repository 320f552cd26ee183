"""A finding as one picture: the slice, the map over it, and the words that must be there.

The words stand around the pixels, never on them.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from braintumor_desktop import RESEARCH_USE
from braintumor_desktop.imaging.geometry import orientation_letters
from braintumor_desktop.imaging.study import Slice, SliceHeader, Window
from braintumor_desktop.imaging.turn import UPRIGHT, Letters, Turn
from braintumor_desktop.imaging.windowing import apply_window
from braintumor_desktop.inference.finding import Finding
from braintumor_desktop.models.classes import class_by_key
from braintumor_desktop.reporting.colour import blend, colour_map

__all__ = ["CAPTION", "blend", "colour_map", "render_overlay"]

CAPTION = "Where the network looked; not a lesion outline"
NO_CLASS = "No map: the model gives no class"
NO_EVIDENCE = "No map: the network found no positive evidence for this class"

_PANEL = 512  # longest side of a panel in pixels, unless the slice is larger
_MARGIN, _GAP, _BAR, _BAR_LABELS = 16, 12, 14, 40
_HEADER, _ROW, _FOOTER = 44, 22, 46
_RIM = (28, 18)  # beside and above a panel, for the letters of its edges
_BACKGROUND, _TRACK = "#0E1116", "#1D242E"
_HIDDEN = (29, 36, 46)  # of the colour bar below the threshold
_TEXT, _SECONDARY, _WARNING = "#E6EAF0", "#9AA4B2", "#F2B84B"
_PLAIN, _LARGE, _SMALL = 13, 20, 12


def render_overlay(
    slice_: Slice,
    finding: Finding,
    class_index: int | None = None,
    *,
    window: Window | None = None,
    opacity: float = 0.45,
    colour_map: str = "inferno",
    threshold: float = 0.0,
    turn: Turn = UPRIGHT,
) -> Image.Image:
    """Draw a slice beside itself with a class's map over it.

    Parameters
    ----------
    slice_, finding
        The slice and what the model says of it.
    class_index
        Whose map; the leading class's where not given.  Where the model abstains there is none.
    window
        VOI window; the file's own, else the percentile window, where not given.
    opacity
        Of the map at its maximum.
    colour_map
        One of ``colour.COLOUR_MAPS``.
    threshold
        Where the map is smaller, the slice stays untouched; the colour bar is dark there.
    turn
        How the slice is rotated and mirrored; the letters at its edges follow.

    Returns
    -------
    RGB picture; pixels that are not square in the slice are square in it.
    """
    silent = finding.abstention is not None
    index = class_index or 0
    if class_index is None and not silent:
        index = finding.leading_index
    colours = _colours(colour_map)
    grey = turn.array(apply_window(slice_, window))
    size = _shown_size(slice_.header, grey.shape, turn)
    shown = np.asarray(Image.fromarray(grey).resize(size, Image.Resampling.BICUBIC))
    values = turn.array(finding.explanation.over_slice(index))
    heat = np.asarray(Image.fromarray(values).resize(size, Image.Resampling.BILINEAR))
    letters = turn.letters(orientation_letters(slice_.header.orientation))
    page = _Page(size, len(finding.class_keys), letters)
    page.header(finding, index, _marks(slice_.header))
    shown_opacity = 0.0 if silent else opacity
    covered = blend(shown, heat, opacity=shown_opacity, threshold=threshold, colours=colours)
    bar = colours.copy()
    bar[np.arange(256) / 255 < threshold] = _HIDDEN
    page.panels(shown, covered, bar)
    caption = CAPTION if finding.explanation.evidence[index] else NO_EVIDENCE
    page.caption(NO_CLASS if silent else caption)
    page.probabilities(finding)
    page.footer(finding)
    return page.image


def _shown_size(header: SliceHeader, shape: tuple[int, ...], turn: Turn) -> tuple[int, int]:
    """(width, height) at which a turned slice is drawn with square pixels, never reduced."""
    height, width = shape
    row_mm, column_mm = header.spacing or (1.0, 1.0)
    if turn.swaps_axes:
        row_mm, column_mm = column_mm, row_mm
    pixel = min(row_mm, column_mm) if min(row_mm, column_mm) > 0 else 0.0
    across = width * (column_mm / pixel if pixel else 1.0)
    down = height * (row_mm / pixel if pixel else 1.0)
    scale = max(1.0, _PANEL / max(across, down))
    return max(1, round(across * scale)), max(1, round(down * scale))


def _marks(header: SliceHeader) -> list[str]:
    """What must be said of the pixels themselves."""
    marks = [("SYNTHETIC", header.synthetic), ("LOSSY COMPRESSED", header.lossy)]
    return [word for word, applies in marks if applies]


def _colours(name: str) -> NDArray[np.uint8]:
    return colour_map(name)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


class _Page:
    """The picture while it is drawn: header, two panels with the bar, caption, bars, footer."""

    def __init__(self, panel: tuple[int, int], classes: int, letters: Letters) -> None:
        self._panel_width, self._panel_height = panel
        self._letters = letters
        beside, above = self._rim = _RIM if any(letters) else (0, 0)
        # Two narrow panels still leave room for the words.
        content = max(2 * panel[0] + 4 * beside + 2 * _GAP + _BAR + _BAR_LABELS, 640)
        self._width = content + 2 * _MARGIN
        self._panels_top = _MARGIN + _HEADER + above
        self._first = _MARGIN + beside
        self._second = self._first + panel[0] + 2 * beside + _GAP
        self._caption_top = self._panels_top + panel[1] + above + 8
        self._bars_top = self._caption_top + 30
        self._footer_top = self._bars_top + classes * _ROW + 12
        height = self._footer_top + _FOOTER + _MARGIN
        self.image = Image.new("RGB", (self._width, height), _BACKGROUND)
        self._draw = ImageDraw.Draw(self.image)

    def header(self, finding: Finding, index: int, marks: list[str]) -> None:
        """The class whose map this is, its probability, and marks of the pixels."""
        x, y = _MARGIN, _MARGIN + 4
        self._put_marks(marks, y)
        if finding.abstention is not None:
            self._text((x, y), f"No class: {finding.abstention}", _PLAIN, _WARNING)
            return
        tumor = class_by_key(finding.class_keys[index])
        self._draw.rounded_rectangle((x, y + 4, x + 14, y + 18), 3, fill=tumor.colour_dark)
        title = f"{tumor.name}  {_percent(finding.probabilities[index])}"
        self._text((x + 24, y), title, _LARGE, _TEXT)

    def _put_marks(self, marks: list[str], y: int) -> None:
        right = self._width - _MARGIN
        for mark in marks:
            width = self._draw.textlength(mark, _font(_SMALL))
            box = (right - width - 16, y, right, y + 22)
            self._draw.rounded_rectangle(box, 4, outline=_WARNING)
            self._text((box[0] + 8, y + 3), mark, _SMALL, _WARNING)
            right = int(box[0]) - 8

    def panels(
        self, grey: NDArray[np.uint8], overlay: NDArray[np.uint8], colours: NDArray[np.uint8]
    ) -> None:
        """The untouched slice, the slice under the map, and the colour bar."""
        top = self._panels_top
        self.image.paste(Image.fromarray(grey).convert("RGB"), (self._first, top))
        self.image.paste(Image.fromarray(overlay), (self._second, top))
        for left in (self._first, self._second):
            self._put_letters(left)
        x = self._second + self._panel_width + self._rim[0] + _GAP
        bar = Image.fromarray(np.ascontiguousarray(colours[::-1, None]))
        self.image.paste(
            bar.resize((_BAR, self._panel_height), Image.Resampling.BILINEAR), (x, top)
        )
        for share, word in ((0.0, "high"), (0.5, "0.5"), (1.0, "low")):
            y = top + share * (self._panel_height - _SMALL - 3)
            self._text((x + _BAR + 6, y), word, _SMALL, _SECONDARY)

    def _put_letters(self, left: int) -> None:
        """The letters of a panel's edges, outside of it."""
        right, top = left + self._panel_width, self._panels_top
        middle, level = left + self._panel_width / 2, top + self._panel_height / 2
        places = (
            ((left - 6, level), "rm"),
            ((right + 6, level), "lm"),
            ((middle, top - 3), "mb"),
            ((middle, top + self._panel_height + 3), "mt"),
        )
        for (at, anchor), letter in zip(places, self._letters, strict=True):
            self._text(at, letter, _PLAIN, _TEXT, anchor=anchor)

    def caption(self, words: str) -> None:
        """What the map is and is not."""
        self._text((self._first, self._caption_top), "The slice itself", _PLAIN, _SECONDARY)
        x = max(self._second, self._first + 100)
        self._text((x, self._caption_top), words, _PLAIN, _SECONDARY)

    def probabilities(self, finding: Finding) -> None:
        """One labelled bar a class, in the fixed order; none where the model abstains."""
        if finding.abstention is not None:
            return
        left, right = _MARGIN + 130, self._width - _MARGIN - 60
        for index, key in enumerate(finding.class_keys):
            tumor, value = class_by_key(key), float(finding.probabilities[index])
            y = self._bars_top + index * _ROW
            self._text((_MARGIN, y), tumor.name, _PLAIN, _TEXT)
            box = (left, y + 3, right, y + 13)
            self._draw.rounded_rectangle(box, 4, fill=_TRACK)
            if (right - left) * value >= 2:
                end = left + (right - left) * value
                self._draw.rounded_rectangle((left, y + 3, end, y + 13), 4, fill=tumor.colour_dark)
            self._text((self._width - _MARGIN, y), _percent(value), _PLAIN, _TEXT, anchor="ra")

    def footer(self, finding: Finding) -> None:
        """The research words, and which model said it."""
        y = self._footer_top
        self._draw.line((_MARGIN, y, self._width - _MARGIN, y), fill=_TRACK)
        self._text((_MARGIN, y + 8), RESEARCH_USE, _PLAIN, _WARNING)
        words = f"{finding.model}  |  {finding.device}  |  {finding.explanation.method}"
        self._text((_MARGIN, y + 28), words, _SMALL, _SECONDARY)

    def _text(
        self, at: tuple[float, float], words: str, size: int, colour: str, anchor: str = "la"
    ) -> None:
        self._draw.text(at, words, fill=colour, font=_font(size), anchor=anchor)


def _percent(probability: float) -> str:
    """A probability in words: never 0 % or 100 %, which no network can know."""
    if probability >= 0.995:
        return ">99 %"
    return "<1 %" if probability < 0.005 else f"{100 * probability:.0f} %"
