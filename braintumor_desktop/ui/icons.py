"""The icon set of ``resources/icons``: drawn in the theme's colour, sharp at every scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from braintumor_desktop.resources import resource_path
from braintumor_desktop.ui.theme import Tokens


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    svg = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))


def paint_icon(painter: QPainter, name: str, colour: str, rect: QRectF) -> None:
    """Draw an icon into a rectangle."""
    _renderer(name, colour).render(painter, rect)


class _SvgEngine(QIconEngine):
    """Draws from the outline at whatever size and scale is asked for."""

    def __init__(self, name: str, normal: str, disabled: str, checked: str) -> None:
        super().__init__()
        self._name, self._normal = name, normal
        self._disabled, self._checked = disabled, checked

    def clone(self) -> QIconEngine:
        return _SvgEngine(self._name, self._normal, self._disabled, self._checked)

    def paint(self, painter: QPainter, rect, mode, state) -> None:  # type: ignore[no-untyped-def]
        colour = self._normal
        if mode == QIcon.Mode.Disabled:
            colour = self._disabled
        elif state == QIcon.State.On:
            colour = self._checked
        paint_icon(painter, self._name, colour, QRectF(rect))

    def pixmap(self, size: QSize, mode, state) -> QPixmap:  # type: ignore[no-untyped-def]
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode, state, scale: float) -> QPixmap:  # type: ignore[no-untyped-def]
        """``size`` is in device-independent pixels (since Qt 6.8), the pixmap has its own."""
        pixmap = QPixmap(size * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap


def icon(name: str, tokens: Tokens, *, quiet: bool = False) -> QIcon:
    """An icon in the theme's text colour (or its secondary one)."""
    normal = tokens.secondary if quiet else tokens.text
    return QIcon(_SvgEngine(name, normal, tokens.disabled, tokens.accent))


def application_icon() -> QIcon:
    """The mark of the application, in its own colours."""
    return QIcon(_SvgEngine("braintumor-desktop", "#000000", "#000000", "#000000"))


def coloured_pixmap(name: str, colour: str, side: int, scale: float) -> QPixmap:
    """An icon as a pixmap, sharp on a screen of this scale."""
    pixmap = QPixmap(round(side * scale), round(side * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, colour, QRectF(0, 0, side, side))
    painter.end()
    return pixmap
