"""What is written over the slice: letters, texts in the corners, scale bar, colour bar, marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from braintumor_desktop.ui import theme
from braintumor_desktop.ui.viewer.lettering import letter
from braintumor_desktop.ui.viewer.view_state import ViewState

if TYPE_CHECKING:
    from braintumor_desktop.ui.viewer.canvas import Canvas

translate = QCoreApplication.translate
_EDGE, _APART = 12.0, 6.0
_TEXT, _QUIET, _AMBER = QColor("#E6EAF0"), QColor("#C6CDD7"), QColor("#F2B84B")
_SHADOW = QColor(0, 0, 0, 200)
_BRIEF_BELOW = 220  # canvas height that the usual lines would half cover
_LENGTHS_MM = (1, 2, 5, 10, 20, 50, 100, 200)


@dataclass(frozen=True)
class Marks:
    """The words of one canvas that are not read off the picture.

    Attributes
    ----------
    title
        What the canvas shows: ``Image``, or ``Overlay · Meningioma``.
    place
        ``slice 57/128  +12.5 mm``.
    series
        The series' description and plane.
    caption
        Words under the overlay, or why there is none.
    show_colour_bar
        Whether an overlay is painted.
    note
        The rate while the series is played, or that it does not follow the others.
    patient, study
        Whose it is and of which examination; personal data, for the screen alone.
    corner_texts
        Whether the corners are written in; title, letters and warnings always stand.
    """

    title: str = ""
    place: str = ""
    series: str = ""
    caption: str = ""
    show_colour_bar: bool = False
    note: str = ""
    patient: str = ""
    study: str = ""
    corner_texts: bool = True

    def heading(self, *, brief: bool = False) -> list[str]:
        """The lines of the upper left corner; ``brief`` where they would cover the slice."""
        lines = [self.title]
        if self.corner_texts:
            lines += [self.series] if brief else [self.patient, self.study, self.series]
        return [line for line in lines if line]


def paint_marks(painter: QPainter, canvas: Canvas, state: ViewState, marks: Marks) -> None:
    """Write over the slice what a reader needs to know of it."""
    picture = state.picture
    if picture is None:
        return
    from braintumor_desktop.imaging import orientation_letters

    painter.setFont(theme.sized_font(theme.CORNER_PX))
    header = picture.header
    brief = canvas.height() < _BRIEF_BELOW
    heading = marks.heading(brief=brief)
    letters = state.turn.letters(orientation_letters(header.orientation))
    bottom = _bottom(painter, canvas, marks, letters[3])
    _corner(painter, canvas, "left top", heading, emphasise_first=True)
    amber = [translate("Marks", "SYNTHETIC")] if header.synthetic else []
    amber += [translate("Marks", "lossy compression")] if header.lossy else []
    _amber_lines(painter, amber, len(heading))
    if marks.corner_texts:
        facts = _facts(canvas, state)
        facts = [facts[1], marks.note] if brief else [*facts, marks.note or " "]
        facts += canvas.probe_words()
        _corner(painter, canvas, "right top", facts)
        _corner(painter, canvas, "left bottom", [marks.place], bottom=bottom)
    _letters(painter, canvas, letters)
    _scale_bar(painter, canvas)
    if marks.show_colour_bar:
        _colour_bar(painter, canvas, bottom)
    if marks.caption:
        _caption(painter, canvas, marks.caption, bottom)


def _bottom(painter: QPainter, canvas: Canvas, marks: Marks, below: str) -> float:
    """Where the texts at the left end: a line higher where they would meet the letter below."""
    bottom = canvas.height() - _EDGE
    metrics = QFontMetricsF(painter.font())
    place = metrics.horizontalAdvance(marks.place) if marks.corner_texts else 0.0
    meets = _EDGE + place > canvas.width() / 2 - metrics.horizontalAdvance(below) - _APART
    return bottom - _line_height(painter) if below and meets else bottom


def _facts(canvas: Canvas, state: ViewState) -> list[str]:
    picture = state.picture
    assert picture is not None
    rows, columns = picture.slice.pixels.shape
    size = f"{columns} × {rows}"
    if picture.factor > 1:
        shown = translate("Marks", "shown 1:{factor}").format(factor=picture.factor)
        size += f"  ({shown})"
    window = state.numbers
    numbers = "" if window is None else f"W {_short(window.width)}  L {_short(window.center)}"
    placement = canvas.placement()
    zoom = 0.0 if placement is None else 100 * placement.scale * placement.pixel[0]
    inverted = "  " + translate("Marks", "inverted") if state.inverted else ""
    return [size, numbers + inverted, f"{zoom:.0f} %"]


def _short(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 10 else f"{value:.3g}"


def _line_height(painter: QPainter) -> float:
    return QFontMetricsF(painter.font()).height() + 1


def _corner(
    painter: QPainter,
    canvas: Canvas,
    corner: str,
    lines: list[str],
    *,
    emphasise_first: bool = False,
    bottom: float = 0.0,
) -> None:
    height = _line_height(painter)
    written = [line for line in lines if line]
    horizontal = Qt.AlignmentFlag.AlignLeft if "left" in corner else Qt.AlignmentFlag.AlignRight
    top = _EDGE if "top" in corner else bottom - height * len(written)
    width = canvas.width() - 2 * _EDGE
    share = {"left top": 0.62, "left bottom": 0.72}.get(corner, 1.0)
    metrics = QFontMetricsF(painter.font())
    for number, line in enumerate(written):
        rect = QRectF(_EDGE, top + number * height, width, height)
        # the first line shares its height with the letter in the middle
        room = width * (0.46 if number == 0 and "top" in corner else share)
        text = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)
        colour = _TEXT if emphasise_first and number == 0 else _QUIET
        letter(painter, rect, horizontal | Qt.AlignmentFlag.AlignVCenter, text, colour)


def _amber_lines(painter: QPainter, lines: list[str], first_line: int) -> None:
    height = _line_height(painter)
    metrics = QFontMetricsF(painter.font())
    top = _EDGE + first_line * height + 4
    for line in lines:
        rect = QRectF(_EDGE, top, metrics.horizontalAdvance(line) + 12, height + 3)
        painter.setPen(QPen(_AMBER, 1))
        painter.setBrush(QColor(0, 0, 0, 160))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(_AMBER)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, line)
        top += height + 7


def _letters(painter: QPainter, canvas: Canvas, letters: tuple[str, str, str, str]) -> None:
    left, right, top, bottom = letters
    painter.setFont(theme.sized_font(theme.BASE_PX, bold=True))
    area = QRectF(canvas.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    flag = Qt.AlignmentFlag
    for text, place in (
        (left, flag.AlignLeft | flag.AlignVCenter),
        (right, flag.AlignRight | flag.AlignVCenter),
        (top, flag.AlignTop | flag.AlignHCenter),
        (bottom, flag.AlignBottom | flag.AlignHCenter),
    ):
        if text:
            letter(painter, area, place, text, _TEXT)
    painter.setFont(theme.sized_font(theme.CORNER_PX))


def scale_bar_length(pixels_per_mm: float, room: float) -> int | None:
    """The longest round length in mm that fits into ``room`` screen pixels."""
    fitting = [mm for mm in _LENGTHS_MM if mm * pixels_per_mm <= room]
    return fitting[-1] if fitting else None


def _scale_bar(painter: QPainter, canvas: Canvas) -> None:
    per_mm = canvas.pixels_per_mm()
    if per_mm is None:
        return
    length = scale_bar_length(per_mm, canvas.width() * 0.25)
    if length is None:
        return
    right, bottom = canvas.width() - _EDGE, canvas.height() - _EDGE
    left = right - length * per_mm
    path = [
        QPointF(left, bottom - 5),
        QPointF(left, bottom),
        QPointF(right, bottom),
        QPointF(right, bottom - 5),
    ]
    for pen in (QPen(_SHADOW, 4), QPen(_TEXT, 1.5)):
        painter.setPen(pen)
        painter.drawPolyline(path)
    words = f"{length // 10} cm" if length >= 10 else f"{length} mm"
    rect = QRectF(
        left - 20, bottom - 8 - _line_height(painter), length * per_mm + 20, _line_height(painter)
    )
    letter(
        painter, rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words, _QUIET
    )


def _colour_bar(painter: QPainter, canvas: Canvas, bottom: float) -> None:
    """Low to high, in the line under the caption."""
    from braintumor_desktop.ui.viewer.rendering import colour_bar_image

    line = _line_height(painter)
    top = bottom - 2 * line - 4
    metrics = QFontMetricsF(painter.font())
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    low = translate("Marks", "low")
    room = metrics.horizontalAdvance(low) + 6
    letter(painter, QRectF(_EDGE, top, room, line), flags, low, _QUIET)
    bar = QRectF(_EDGE + room, top + line / 2 - 4, 96, 8)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(bar, colour_bar_image(canvas.colour_map, canvas.threshold))
    painter.setPen(QPen(QColor(255, 255, 255, 90), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)
    high = translate("Marks", "high")
    if canvas.threshold > 0:
        shown = translate("Marks", "shown from {threshold}")
        high += "   " + shown.format(threshold=f"{canvas.threshold:.2f}")
    letter(painter, QRectF(bar.right() + 6, top, 180, line), flags, high, _QUIET)


def _caption(painter: QPainter, canvas: Canvas, text: str, bottom: float) -> None:
    """Above the colour bar; its whole text also on a narrow canvas: it says what not to believe."""
    height, width = _line_height(painter), canvas.width() - 2 * _EDGE
    lines = wrapped(text, painter.font(), width)
    top = bottom - (2 + len(lines)) * height - 8
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    for number, line in enumerate(lines):
        letter(painter, QRectF(_EDGE, top + number * height, width, height), flags, line, _TEXT)


def wrapped(text: str, font: QFont, width: float) -> list[str]:
    """The text in lines no wider than that, broken where its language allows."""
    if QFontMetricsF(font).horizontalAdvance(text) <= width:
        return [text]
    layout, option = QTextLayout(text, font), QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines
