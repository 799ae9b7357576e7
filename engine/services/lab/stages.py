"""A run's stages: each named, watched while it works, timed, and stopped when somebody asks."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from engine.bots.luck.workshop import Workshop
from engine.bots.sweep.swept import Workload

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Hands:
    """Who works: so many threads of this machine, or, for what is heavy, a workshop elsewhere."""

    threads: int = 2
    workshop: Workshop | None = None


HERE: Final = Hands()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: the stage in words, its number of `stages`, and how much of its own work is done."""

    stage: str
    number: int
    stages: int
    done: int
    of: int


Watch = Callable[[Progress], None]
Stop = Callable[[], bool]


class StoppedError(Exception):
    """Somebody stopped the run; nothing of it is kept."""


class Stages:
    """The stages of one run, one after the other; whoever works tells how far he is through `load`."""

    def __init__(self, names: tuple[str, ...], hands: Hands, watch: Watch | None, cancelled: Stop | None) -> None:
        self.seconds: list[tuple[str, float]] = []
        self._names, self._watch, self._cancelled = names, watch, cancelled
        self._name, self._began = "", 0.0
        self.load = Workload(hands.threads, self._tell, cancelled, hands.workshop)

    def begin(self, name: str) -> None:
        """The next stage; StoppedError where somebody has stopped the run."""
        self.end()
        if self._cancelled is not None and self._cancelled():
            raise StoppedError
        self._name, self._began = name, time.perf_counter()
        self._tell(0, 1)

    def end(self) -> None:
        """Note how long the last stage took."""
        if self._name:
            self.seconds.append((self._name, time.perf_counter() - self._began))
            self._tell(1, 1)
        self._name = ""

    def _tell(self, done: int, of: int) -> None:
        if self._watch is not None:
            self._watch(Progress(self._name, self._names.index(self._name) + 1, len(self._names), done, of))


def finished(found: T | None) -> T:
    """What a piece of work found; StoppedError where it was cut short."""
    if found is None:
        raise StoppedError
    return found
