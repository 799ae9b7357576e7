"""A grid in pieces is the same grid: nothing lost, nothing twice, nothing out of order."""

from dataclasses import fields

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.bots.backtest import Setup
from engine.bots.parameters import BotParameters
from engine.bots.sweep.grid import Axis, Grid
from engine.bots.sweep.parts import joined, parted
from engine.bots.sweep.sweep import sweep, sweep_stretches
from engine.bots.sweep.swept import Metrics
from tests.builders import tape, walk

GRID = Grid(
    BotParameters(),
    (Axis("style", ("mean_reversion", "breakout")), Axis("window", (6, 9, 20)), Axis("k_sigma", (0.6, 1.0, 1.5, 2.0))),
)


@given(st.lists(st.integers(1, 6), min_size=1, max_size=3), st.integers(1, 90))
def test_the_configurations_of_all_pieces_are_those_of_the_grid(lengths: list[int], count: int) -> None:
    """In their order, so that numbers keep their meaning; and as many pieces as asked for, where there are enough."""
    names = ("window", "max_holding_bars", "cooldown_bars")
    axes = tuple(Axis(name, tuple(range(9, 9 + n))) for name, n in zip(names, lengths, strict=False))
    grid = Grid(BotParameters(), axes)
    parts = parted(grid, count)
    assert len(parts) >= min(count, len(grid))
    assert [part.settings(i) for part in parts for i in range(len(part))] == [
        grid.settings(i) for i in range(len(grid))
    ]


def test_pieces_put_together_are_the_sweep_to_the_last_bit() -> None:
    """Or the machine that worked it out would show in the result."""
    market = tape(walk(7, 24 * 30))
    whole = sweep(market, GRID, Setup(), daily=True)
    cut = sweep_stretches(market, GRID, Setup(), (0, 10, 29))
    for count in (1, 5, 24):
        parts = parted(GRID, count)
        assert alike(joined(GRID, [sweep(market, part, Setup(), daily=True) for part in parts]), whole)
        assert alike(joined(GRID, [sweep_stretches(market, part, Setup(), (0, 10, 29)) for part in parts]), cut)


def alike(one, other) -> bool:
    """Whether two sweeps are the same in every bit."""
    pairs = [(getattr(one.metrics, part.name), getattr(other.metrics, part.name)) for part in fields(Metrics)]
    pairs += [(one.daily, other.daily), (one.days, other.days)]
    same = one.grid == other.grid and (one.bars, one.cuts) == (other.bars, other.cuts)
    return same and all(np.array_equal(a, b, equal_nan=True) for a, b in pairs)
