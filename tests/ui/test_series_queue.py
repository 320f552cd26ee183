"""How far a series has come: every slice is asked about once, whoever asked first."""

from __future__ import annotations

from pathlib import Path

import pytest

from braintumor_desktop.imaging.study import SliceHeader
from braintumor_desktop.ui.series_queue import CHUNK, SeriesQueue

SLICES = [SliceHeader(Path(f"{i}.png"), 8, 8, "PNG") for i in range(2 * CHUNK)]


@pytest.fixture
def known() -> set[tuple[str, int]]:
    return set()


@pytest.fixture
def queue(qapp, known):  # noqa: ARG001
    queue = SeriesQueue(lambda header: header.key in known)
    queue.said = []
    queue.progress.connect(lambda *counts: queue.said.append(counts))
    return queue


def test_what_is_known_already_is_neither_read_nor_missing_in_the_count(queue, known):
    known.add(SLICES[0].key)

    queue.start(SLICES)

    assert queue.next_chunk() == SLICES[1 : CHUNK + 1]
    assert queue.said == [(1, len(SLICES))]


def test_a_slice_that_the_eye_rested_on_meanwhile_is_not_asked_about_again(queue, known):
    queue.start(SLICES)
    known.add(SLICES[3].key)

    queue.tell()

    assert SLICES[3] not in queue.next_chunk()
    assert queue.said[-1] == (1, len(SLICES))


def test_slices_that_failed_count_as_answered(queue):
    queue.start(SLICES)

    queue.answered(queue.next_chunk())

    assert queue.said[-1] == (CHUNK, len(SLICES))
    assert queue.next_chunk() == SLICES[CHUNK:]


def test_what_is_begun_again_while_slices_are_on_their_way_counts_them_once(queue, known):
    queue.start(SLICES)
    on_their_way = queue.next_chunk()

    queue.start(SLICES)
    known.update(header.key for header in on_their_way)
    queue.answered(on_their_way)

    assert queue.said[-1] == (CHUNK, len(SLICES))
    assert queue.next_chunk() == SLICES[CHUNK:]


def test_it_ends_with_the_last_answer_and_not_before(queue):
    queue.start(SLICES)
    queue.answered(queue.next_chunk())
    assert queue.reading

    queue.answered(queue.next_chunk())

    assert queue.said[-1] == (0, 0)
    assert not queue.reading
    assert not queue


def test_answers_that_come_after_the_cancel_begin_nothing(queue):
    queue.start(SLICES)
    on_their_way = queue.next_chunk()
    queue.forget()
    said = len(queue.said)

    queue.answered(on_their_way)

    assert len(queue.said) == said
    assert queue.wanted == ()
