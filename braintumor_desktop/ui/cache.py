"""A small memory of what was read last, bounded by bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class ByteLru(Generic[K, V]):
    """Keeps the values used last, as many as fit into ``max_bytes``.

    The newest value is always kept, however large.
    """

    def __init__(self, max_bytes: int, size_of: Callable[[V], int]) -> None:
        self.max_bytes, self._size_of = max_bytes, size_of
        self._values: OrderedDict[K, V] = OrderedDict()
        self.bytes = 0

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, key: K) -> bool:
        return key in self._values

    def get(self, key: K) -> V | None:
        """The value, which becomes the newest; ``None`` where it is not kept."""
        if key not in self._values:
            return None
        self._values.move_to_end(key)
        return self._values[key]

    def put(self, key: K, value: V) -> None:
        """Keep a value; the oldest ones go until all fit."""
        if key in self._values:
            self.bytes -= self._size_of(self._values.pop(key))
        self._values[key] = value
        self.bytes += self._size_of(value)
        while self.bytes > self.max_bytes and len(self._values) > 1:
            _, oldest = self._values.popitem(last=False)
            self.bytes -= self._size_of(oldest)

    def discard(self, unwanted: Callable[[K], bool]) -> None:
        """Forget the values whose keys are no longer wanted."""
        for key in [key for key in self._values if unwanted(key)]:
            self.bytes -= self._size_of(self._values.pop(key))

    def clear(self) -> None:
        self._values.clear()
        self.bytes = 0
