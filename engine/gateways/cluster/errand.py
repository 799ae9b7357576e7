"""What a worker on another machine does: its share of a sweep or of a luck test, with this very code."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Final

import numpy as np

from engine.bots.backtest import Setup
from engine.bots.luck.permutation import Shuffles, best_value
from engine.bots.luck.surrogates import anatomy, drawn
from engine.bots.sweep.grid import Grid
from engine.bots.sweep.sweep import sweep, sweep_stretches
from engine.bots.sweep.swept import Swept, Workload
from engine.bots.tape import Tape, fixed
from engine.core.code import code_version, versions
from engine.core.errors import ClusterError
from engine.market.bars import Bars

ONE: Final = Workload(threads=1)  # a worker has as many threads as it was started with, a piece each


@dataclass(frozen=True, slots=True, eq=False)
class Errand:
    """What every piece of the work needs, sent once: candles, how a replay is run, and who may work it out.

    `daily` and `cuts` are as for `sweep` and `sweep_stretches` (None: one run in one piece); `code` is
    `told_apart()` where the work is given out.
    """

    tape: Tape
    setup: Setup
    code: str
    daily: bool = False
    cuts: tuple[int, ...] | None = None


@cache
def told_apart() -> str:
    """All that a result depends on but its inputs: the code, the libraries that count, Python."""
    libraries = dict(versions())
    python = ".".join(libraries.pop("Python").split(".")[:2])
    named = ", ".join(f"{name} {version}" for name, version in libraries.items())
    return f"code {code_version()}, Python {python}, {named}"


def swept(errand: Errand, part: Grid) -> Swept:
    """A part of the grid over the candles."""
    tape = received(errand)
    found = (
        sweep(tape, part, errand.setup, ONE, errand.daily)
        if errand.cuts is None
        else sweep_stretches(tape, part, errand.setup, errand.cuts, ONE)
    )
    assert found is not None  # noqa: S101 - nobody cancels here
    return found


def lucky(errand: Errand, grid: Grid, shuffles: Shuffles, numbers: Sequence[int]) -> tuple[float, ...]:
    """The best of the whole grid on each of luck's markets with these numbers."""
    tape = received(errand)
    taken, found = anatomy(tape.bars), []
    for number in numbers:
        bars = drawn(taken, shuffles.seed, number, shuffles.kind)
        done = sweep(replace(tape, bars=bars), grid, errand.setup, ONE)
        assert done is not None  # noqa: S101 - nobody cancels here
        found.append(best_value(done, shuffles.objective))
    return tuple(found)


def received(errand: Errand) -> Tape:
    """The candles as the compiled loop takes them; ClusterError where this is not the code that sent them.

    What came over a network lies where it fell in memory, and may be written to: machine code would be made anew.
    """
    if errand.code != told_apart():
        raise ClusterError(other_code(told_apart(), errand.code))
    sent = errand.tape.bars
    bars = Bars(*(getattr(sent, part.name) for part in fields(Bars)))
    arrays = [fixed(np.array(getattr(errand.tape, part.name), order="C")) for part in fields(Tape)[2:]]
    return Tape(bars, errand.tape.market, *arrays)


def other_code(theirs: str, ours: str) -> str:
    """Why a worker cannot help, and what to do."""
    return (
        f"a worker has {theirs}; here it is {ours}. Bring its checkout to the same commit, install"
        " requirements-cluster.txt there, and start it again."
    )
