"""The memory of what was read last."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from braintumor_desktop.ui.cache import ByteLru


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 40)), max_size=60))
def test_it_never_holds_more_than_its_bound_but_for_one_value(puts):
    cache = ByteLru[int, int](64, lambda size: size)
    for key, size in puts:
        cache.put(key, size)
        assert cache.get(key) == size
        assert cache.bytes <= 64 or len(cache) == 1
    assert cache.bytes == sum(cache.get(key) or 0 for key in range(10))


def test_what_was_used_last_stays():
    cache = ByteLru[str, int](2, lambda _: 1)
    cache.put("a", 1)
    cache.put("b", 2)
    cache.get("a")
    cache.put("c", 3)
    assert ("a" in cache, "b" in cache, "c" in cache) == (True, False, True)


def test_what_is_no_longer_wanted_gives_its_bytes_back():
    cache = ByteLru[str, int](100, lambda size: size)
    for key, size in {"a1": 10, "a2": 20, "b1": 30}.items():
        cache.put(key, size)
    cache.discard(lambda key: key.startswith("a"))
    assert (len(cache), cache.bytes) == (1, 30)
