"""Answers that are worked out once, however many visitors ask at the same moment, and kept while there is room."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import update_wrapper
from threading import Lock
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class _Place(Generic[R]):
    """Where one answer will be: whoever comes first works it out, the others wait at its lock."""

    __slots__ = ("answer", "lock")

    def __init__(self) -> None:
        self.lock = Lock()
        self.answer: tuple[R] | None = None


class Answers(Generic[P, R]):
    """A function whose newest `most` answers are kept by its arguments; what failed is asked again."""

    def __init__(self, function: Callable[P, R], most: int) -> None:
        update_wrapper(self, function)
        self._function, self._most = function, most
        self._places: OrderedDict[Hashable, _Place[R]] = OrderedDict()
        self._lock = Lock()

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """The answer; it is worked out once a key, whoever asks meanwhile waits for it."""
        place = self._place((args, tuple(sorted(kwargs.items()))))
        with place.lock:
            if place.answer is None:
                place.answer = (self._function(*args, **kwargs),)
            return place.answer[0]

    def _place(self, key: Hashable) -> _Place[R]:
        with self._lock:
            place = self._places.setdefault(key, _Place())
            self._places.move_to_end(key)
            while len(self._places) > self._most:
                self._places.popitem(last=False)
            return place


def kept(most: int) -> Callable[[Callable[P, R]], Answers[P, R]]:
    """Keep the newest `most` answers of a function."""
    return lambda function: Answers(function, most)
