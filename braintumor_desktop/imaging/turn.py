"""The eight ways to lay a slice on a screen or on paper: turned by quarters and mirrored, exact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Letters = tuple[str, str, str, str]
T = TypeVar("T", bound=np.generic)


@dataclass(frozen=True)
class Turn:
    """One of the eight ways to lay a slice: the matrix [[a, b], [c, d]] from slice to screen.

    A step (x, y) on the slice is the step (a x + b y, c x + d y) on the screen, up to scale.
    """

    a: int = 1
    b: int = 0
    c: int = 0
    d: int = 1

    def flipped_horizontally(self) -> Turn:
        """What is seen, mirrored left to right."""
        return Turn(-self.a, -self.b, self.c, self.d)

    def flipped_vertically(self) -> Turn:
        """What is seen, mirrored top to bottom."""
        return Turn(self.a, self.b, -self.c, -self.d)

    def rotated(self) -> Turn:
        """What is seen, turned by 90 degrees clockwise."""
        return Turn(-self.c, -self.d, self.a, self.b)

    @property
    def swaps_axes(self) -> bool:
        """Whether the slice's rows run down the screen."""
        return self.a == 0

    def forth(self, x: float, y: float) -> tuple[float, float]:
        """A step on the slice as a step on the screen."""
        return self.a * x + self.b * y, self.c * x + self.d * y

    def back(self, x: float, y: float) -> tuple[float, float]:
        """A step on the screen as a step on the slice."""
        return self.a * x + self.c * y, self.b * x + self.d * y

    def letters(self, stored: Letters) -> Letters:
        """Letters of the stored slice's (left, right, top, bottom) edges, at the screen's edges."""
        by_step = dict(zip(((-1, 0), (1, 0), (0, -1), (0, 1)), stored, strict=True))
        return (
            by_step[self._side(-1, 0)],
            by_step[self._side(1, 0)],
            by_step[self._side(0, -1)],
            by_step[self._side(0, 1)],
        )

    def _side(self, x: int, y: int) -> tuple[int, int]:
        return self.a * x + self.c * y, self.b * x + self.d * y

    def array(self, values: NDArray[T]) -> NDArray[T]:
        """An array of (H, W, ...) as it is seen; a view of the same memory."""
        seen = values.swapaxes(0, 1) if self.swaps_axes else values
        down, right = (self.c, self.b) if self.swaps_axes else (self.d, self.a)
        return seen[::down, ::right]


UPRIGHT = Turn()
