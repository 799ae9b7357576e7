"""Work that outlives the page which asked for it: once, heard by all, its errors too."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from engine.core.errors import InterpreterError
from engine.gateways.ongoing import Ongoing


def test_pieces_come_before_the_answer() -> None:
    """What streams is read while it comes."""

    def make(say: Callable[[str], None]) -> int:
        say("one ")
        say("two")
        return 3

    assert list(Ongoing[int]().follow("key", make)) == ["one ", "two", 3]


def test_a_reader_who_leaves_and_one_who_comes_later_share_one_work() -> None:
    """A page that runs again must not pay again, and must not miss what was said before."""
    answers, go, calls = Ongoing[int](), Event(), []

    def make(say: Callable[[str], None]) -> int:
        calls.append(1)
        say("first ")
        go.wait(10)
        say("second")
        return 7

    leaving: Iterator[str | int] = answers.follow("key", make)
    assert next(leaving) == "first "
    del leaving
    again = answers.follow("key", make)
    assert next(again) == "first "
    go.set()
    assert list(again) == ["second", 7]
    assert calls == [1]


def test_readers_at_the_same_moment_hear_the_same() -> None:
    """Twenty windows, one work."""
    answers, start, go, calls = Ongoing[int](), Barrier(21), Event(), []

    def make(say: Callable[[str], None]) -> int:
        calls.append(1)
        say("working")
        go.wait(10)
        return 7

    def read() -> list[int | str]:
        start.wait(10)
        heard = answers.follow("key", make)
        first = next(heard)
        start.wait(10)  # all of them follow before the work is over
        return [first, *heard]

    with ThreadPoolExecutor(20) as pool:
        readers = [pool.submit(read) for _ in range(20)]
        start.wait(10)
        start.wait(10)
        go.set()
        assert [reader.result() for reader in readers] == [["working", 7]] * 20
    assert calls == [1]


def test_an_error_is_everybodys_and_ends_the_work() -> None:
    """Nobody waits for ever, and the next attempt starts anew."""
    answers = Ongoing[int]()

    def fail(_: Callable[[str], None]) -> int:
        raise InterpreterError("no words")

    for _ in range(2):
        with pytest.raises(InterpreterError, match="no words"):
            list(answers.follow("key", fail))
    assert list(answers.follow("key", lambda _: 1)) == [1]
