"""Tests of the turns that pages take."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from pages.ui.turns import turn


def test_no_more_than_so_many_hold_a_turn_at_once() -> None:
    """Twenty visitors at once must not all slow each other down."""
    turns, counting, seen, held = threading.Semaphore(3), threading.Lock(), [0], [0]

    def visit(_: int) -> bool:
        with turn(turns, patience=30) as taken:
            with counting:
                held[0] += 1
                seen[0] = max(seen[0], held[0])
            threading.Event().wait(0.005)
            with counting:
                held[0] -= 1
        return taken

    with ThreadPoolExecutor(12) as pool:
        assert all(pool.map(visit, range(36)))
    assert seen[0] == 3


def test_who_waits_too_long_goes_on_without_a_turn() -> None:
    """One long page must never stop the others for good; and what was not taken is not given back."""
    turns = threading.Semaphore(1)
    with turn(turns), turn(turns, patience=0.01) as taken:
        assert not taken
    assert turns.acquire(blocking=False)
    assert not turns.acquire(blocking=False)


def test_a_turn_is_given_back_when_a_page_fails() -> None:
    """A page ends by an exception whenever Streamlit stops or reruns it."""
    turns = threading.Semaphore(1)
    with pytest.raises(RuntimeError), turn(turns):
        raise RuntimeError
    assert turns.acquire(blocking=False)
