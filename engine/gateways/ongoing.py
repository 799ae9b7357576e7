"""Answers that are being made: each is made once, however many readers ask for it and however often they leave."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Condition, RLock
from typing import Final, Generic, TypeVar

T = TypeVar("T")
Say = Callable[[str], None]
WORKERS: Final = 32


@dataclass(slots=True)
class _Said:
    """What was said so far, and whether that is all."""

    pieces: list[str] = field(default_factory=list)
    changed: Condition = field(default_factory=Condition)
    is_over: bool = False

    def add(self, piece: str) -> None:
        with self.changed:
            self.pieces.append(piece)
            self.changed.notify_all()

    def end(self) -> None:
        with self.changed:
            self.is_over = True
            self.changed.notify_all()

    def after(self, place: int) -> tuple[list[str], bool]:
        """The pieces from `place` on, as soon as there are any or no more will come."""
        with self.changed:
            self.changed.wait_for(lambda: len(self.pieces) > place or self.is_over)
            return self.pieces[place:], self.is_over


class Ongoing(Generic[T]):
    """The answers in the making of this process.

    Work goes on when the page that asked for it is run again: whoever asks under the same key follows the same work.
    """

    def __init__(self) -> None:
        self._lock = RLock()  # work may be over before its end is waited for: then its end is told at once
        self._works: dict[str, tuple[_Said, Future[T]]] = {}
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="answer")

    def follow(self, key: str, make: Callable[[Say], T]) -> Iterator[str | T]:
        """The pieces that `make` says, from the first on, then what it returns; its error is raised here."""
        said, result = self._work(key, make)
        place, is_over = 0, False
        while not is_over:
            new, is_over = said.after(place)
            place += len(new)
            yield from new
        yield result.result()

    def _work(self, key: str, make: Callable[[Say], T]) -> tuple[_Said, Future[T]]:
        with self._lock:
            if key not in self._works:
                said = _Said()
                result = self._pool.submit(make, said.add)
                self._works[key] = said, result
                result.add_done_callback(lambda _: self._ended(key, said))
                return said, result
            return self._works[key]

    def _ended(self, key: str, said: _Said) -> None:
        with self._lock:
            del self._works[key]
        said.end()
