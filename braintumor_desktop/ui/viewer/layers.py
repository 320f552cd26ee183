"""The slice and the layers over it, each kept until something that it shows changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Window
    from braintumor_desktop.imaging.turn import Turn
    from braintumor_desktop.inference.finding import Finding
    from braintumor_desktop.ui.picture import Picture

T = TypeVar("T")


class Kept(Generic[T]):
    """One value, made anew when what it was made of changes.

    Pictures and findings are told apart as objects, and held: an address that is used again must
    not pass for the slice that was there before.
    """

    def __init__(self) -> None:
        self._of: tuple[object, ...] = ()
        self._style: object = None
        self._value: list[T] = []

    def get(self, of: tuple[object, ...], style: object, make: Callable[[], T]) -> T:
        """The value for these objects in this style."""
        if not (self._value and self.fits(of, style)):
            self._of, self._style, self._value = of, style, [make()]
        return self._value[0]

    def fits(self, of: tuple[object, ...], style: object) -> bool:
        """Whether the last call was for the same objects in the same style."""
        same = len(of) == len(self._of) and all(a is b for a, b in zip(of, self._of, strict=True))
        return same and style == self._style

    def expect(self, of: tuple[object, ...], style: object) -> None:
        """Remember what was asked for, without a value."""
        self._of, self._style, self._value = of, style, []

    def forget(self) -> None:
        """Let go of what it was made of."""
        self._of, self._style, self._value = (), None, []


class Layers:
    """What one canvas paints below its words."""

    def __init__(self) -> None:
        self._grey: Kept[QImage] = Kept()
        self._smaller: Kept[QImage] = Kept()
        self._overlay: Kept[QImage | None] = Kept()
        self._drawn: Kept[QImage] = Kept()

    def forget(self) -> None:
        """Let go of every picture."""
        for kept in (self._grey, self._smaller, self._overlay, self._drawn):
            kept.forget()

    def grey(
        self, picture: Picture, window: Window | None, *, inverted: bool, turn: Turn
    ) -> QImage:
        """The slice through a window, as it lies."""
        from braintumor_desktop.ui.viewer.rendering import grey_image

        style = (window, inverted, turn)
        return self._grey.get(
            (picture,), style, lambda: grey_image(picture, window, inverted=inverted, turn=turn)
        )

    def smaller(self, image: QImage, rect: QRectF, ratio: float) -> QImage:
        """Averaged before a strong reduction: Qt's bilinear painting would skip pixels."""
        width, height = (max(round(side * ratio), 1) for side in rect.size().toTuple())
        if width * 2 > image.width():
            return image
        return self._smaller.get(
            (image,),
            (width, height),
            lambda: image.scaled(
                width,
                height,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            ),
        )

    def overlay(
        self,
        picture: Picture,
        finding: Finding,
        class_index: int,
        opacity: float,
        colour_map: str,
        *,
        threshold: float,
        turn: Turn,
    ) -> QImage | None:
        """Where the network looked, as the slice lies."""
        from braintumor_desktop.ui.viewer.rendering import overlay_image

        style = (class_index, opacity, colour_map)
        return self._overlay.get(
            (picture, finding),
            (*style, threshold, turn),
            lambda: overlay_image(picture, finding, *style, threshold=threshold, turn=turn),
        )

    def drawing(
        self,
        painter: QPainter,
        picture: Picture,
        style: object,
        size: QSize,
        draw: Callable[[QPainter], None],
    ) -> None:
        """Draw what costs more to draw than to lay over: kept from the second time on.

        What changes with every frame (a measurement in the mouse's hand) is drawn directly.
        """
        if not self._drawn.fits((picture,), style):
            self._drawn.expect((picture,), style)
            draw(painter)
            return
        ratio = painter.device().devicePixelRatioF()
        layer = self._drawn.get((picture,), style, lambda: _drawn(size, ratio, draw))
        painter.drawImage(QPointF(0, 0), layer)


def _drawn(size: QSize, ratio: float, draw: Callable[[QPainter], None]) -> QImage:
    layer = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    layer.setDevicePixelRatio(ratio)
    layer.fill(Qt.GlobalColor.transparent)
    painter = QPainter(layer)
    draw(painter)
    painter.end()
    return layer
