"""The comparison behind `benchmarks.parity`: what counts as the same replay, and that gaps are told to the peers."""

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.contestant import Answer, Candles
from benchmarks.parity import agrees
from engine.bots.kernel.moments import mean_and_deviation
from engine.bots.tape import contiguous
from engine.market.market import Market
from tests.builders import wild

ANSWER = Answer([3, 9], [5, -1], [10.0, -0.5], [100.0, 110.0, 109.5], {})


@pytest.mark.parametrize(
    "other",
    [
        replace(ANSWER, entry=[3, 8]),
        replace(ANSWER, exit=[5, 9]),
        replace(ANSWER, pnl=[10.0, -0.500001]),
        replace(ANSWER, equity=[100.0, 110.0, 109.6]),
        replace(ANSWER, entry=[3], exit=[5], pnl=[10.0]),
    ],
)
def test_one_other_bar_or_a_millionth_of_money_is_a_disagreement(other: Answer) -> None:
    """A benchmark that calls different replays equal would be worse than none."""
    assert agrees(ANSWER, ANSWER)
    assert not agrees(ANSWER, other)


@pytest.mark.parametrize("seed", range(12))
def test_peers_are_told_the_gaps_that_our_bands_leave_out(seed: int) -> None:
    """The peers know no gaps; the mask they get must be ours, bar for bar."""
    bars = wild(seed)
    given = Candles(bars.time, bars.open, bars.high, bars.low, bars.close, bars.volume)
    mean, _ = mean_and_deviation(bars.close, contiguous(bars, Market("WILD")), 9)
    np.testing.assert_array_equal(given.whole(9), ~np.isnan(mean))
