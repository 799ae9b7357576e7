"""A run's stages: each named, watched while it works, timed, and stopped when somebody asks."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from engine.bots.sweep.swept import Workload

T = TypeVar("T")
THREADS: Final = 2


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
    """The stages of one run, one after the other."""

    def __init__(self, names: tuple[str, ...], threads: int, watch: Watch | None, cancelled: Stop | None) -> None:
        self.seconds: list[tuple[str, float]] = []
        self._names, self._threads, self._watch, self._cancelled = names, threads, watch, cancelled

    def run(self, name: str, work: Callable[[Workload], T | None]) -> T:
        """Do one stage's work and return what it found; StoppedError where that was cut short."""
        number = self._names.index(name) + 1
        self._tell(name, number, 0, 1)
        if self._cancelled is not None and self._cancelled():
            raise StoppedError
        began = time.perf_counter()
        load = Workload(self._threads, lambda done, of: self._tell(name, number, done, of), self._cancelled)
        found = work(load)
        if found is None:
            raise StoppedError
        self.seconds.append((name, time.perf_counter() - began))
        self._tell(name, number, 1, 1)
        return found

    def _tell(self, name: str, number: int, done: int, of: int) -> None:
        if self._watch is not None:
            self._watch(Progress(name, number, len(self._names), done, of))
