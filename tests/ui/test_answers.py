"""Answers that are kept: once for all who ask at the same moment, never more than there is room for."""

import threading
import time

import pytest

from engine.core.errors import DataError
from pages.ui.answers import kept


def ask_at_once(function, times: int) -> list[object]:
    """What as many threads get that all ask at the same moment."""
    ready, found = threading.Barrier(times), []

    def ask() -> None:
        ready.wait()
        found.append(function("key"))

    threads = [threading.Thread(target=ask) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_many_first_visits_at_once_compute_once() -> None:
    """Twenty people who open a link at the same moment must not make the server replay twenty times."""
    computed = []

    @kept(4)
    def slow(key: str) -> object:
        computed.append(key)
        time.sleep(0.05)
        return object()

    found = ask_at_once(slow, 20)
    assert computed == ["key"]
    assert len(found) == 20
    assert len(set(map(id, found))) == 1


def test_one_slow_answer_keeps_nobody_else_waiting() -> None:
    """Whoever looks at another market must not wait for the first one's replay."""
    release = threading.Event()

    @kept(4)
    def answer(key: str) -> str:
        if key == "slow":
            release.wait(10)
        return key

    waiting = threading.Thread(target=answer, args=("slow",))
    waiting.start()
    assert answer("quick") == "quick"
    assert waiting.is_alive()
    release.set()
    waiting.join()


def test_the_oldest_answer_is_let_go() -> None:
    """Replays are large: a server that keeps all of them runs out of memory."""
    computed = []
    answer = kept(2)(lambda key: computed.append(key) or key)
    for key in ("a", "b", "a", "c", "a", "b"):
        assert answer(key) == key
    assert computed == ["a", "b", "c", "b"]


def test_what_failed_is_asked_again() -> None:
    """Candles that were damaged may have been mended since."""
    computed = []

    @kept(2)
    def failing(key: str) -> str:
        computed.append(key)
        if len(computed) == 1:
            raise DataError("damaged")
        return key

    with pytest.raises(DataError, match="damaged"):
        failing("a")
    assert failing("a") == "a"
    assert computed == ["a", "a"]
