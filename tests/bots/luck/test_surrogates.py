"""Luck's markets keep everything that is not foresight: times, volatility, whole candles, the first and last close."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.bots.luck.surrogates import KINDS, Kind, anatomy, known_deviation, surrogate
from engine.core.chance import generator
from engine.core.errors import DataError
from engine.market.bars import Bars
from tests.builders import START_MS, candles, walk, wild


def clustered(seed: int = 0, n: int = 6000) -> Bars:
    """Every other 500 candles are five times as loud."""
    loud = np.where(np.arange(n) // 500 % 2, 0.01, 0.002)
    return candles(50_000 * np.exp(np.cumsum(generator(seed, "clustered").standard_normal(n) * loud)))


@given(seed=st.integers(0, 10_000), number=st.integers(0, 50), kind=st.sampled_from(KINDS))
def test_every_surrogate_is_a_market_with_the_same_ends(seed: int, number: int, kind: Kind) -> None:
    """Whatever the market: gaps, ticks, flat stretches, jumps."""
    bars = wild(seed)
    made = surrogate(bars, seed, number, kind)
    assert np.array_equal(made.time, bars.time)
    assert made.close[0] == bars.close[0]
    assert made.close[-1] == pytest.approx(bars.close[-1], rel=1e-9)


@pytest.mark.parametrize("kind", KINDS)
def test_turbulence_stays_where_it_was(kind: Kind) -> None:
    """A plain shuffle would make every week alike, and luck's best and worst hours would not come together."""
    bars = clustered()
    made = np.abs(np.diff(np.log(surrogate(bars, 1, 0, kind).close)))
    loud = np.arange(1, len(bars)) // 500 % 2 == 1
    assert made[loud].mean() == pytest.approx(np.abs(np.diff(np.log(bars.close)))[loud].mean(), rel=0.15)
    assert made[loud].mean() > 3 * made[~loud].mean()


def test_nothing_can_be_foreseen_where_it_could_before() -> None:
    """A price that falls back after every move has no such memory on luck's markets."""
    noise = generator(3, "memory").standard_normal(8000) * 0.01
    bars = candles(100 * np.exp(noise))
    before = np.diff(np.log(bars.close))
    assert np.corrcoef(before[1:], before[:-1])[0, 1] < -0.4
    for kind in KINDS:
        after = np.diff(np.log(surrogate(bars, 2, 0, kind).close))
        assert abs(np.corrcoef(after[1:], after[:-1])[0, 1]) < 4 / np.sqrt(8000)


def test_the_shape_of_a_candle_travels_whole() -> None:
    """An open, a high and a low belong to their close: only their size is the place's."""
    bars = walk(5, 400)
    taken, made = anatomy(bars), surrogate(bars, 7, 0)
    logs = np.log(np.stack((made.open, made.high, made.low, made.close), axis=1))
    moved = logs[1:] - logs[:-1, 3:]
    reach = (moved[:, 1] - moved[:, 2]) / taken.deviation
    assert np.sort(reach) == pytest.approx(np.sort(taken.candles[:, 1] - taken.candles[:, 2]), rel=1e-9)


def test_a_mirrored_candle_has_its_high_where_its_low_was() -> None:
    """Three candles by hand: up 1 % from a low of -2 % and a high of 3 % becomes down 1 % between -3 % and 2 %."""
    bars = walk(5, 400)
    taken, made = anatomy(bars), surrogate(bars, 7, 0, "signs")
    logs = np.log(np.stack((made.open, made.high, made.low, made.close), axis=1))
    moved = (logs[1:] - logs[:-1, 3:]) / taken.deviation[:, np.newaxis]
    up = np.abs(moved - taken.candles).max(axis=1) < 0.02
    down = np.abs(moved + taken.candles[:, [0, 2, 1, 3]]).max(axis=1) < 0.02
    assert (up | down).all()
    assert 0.4 < down.mean() < 0.6


def test_the_volatility_of_a_candle_is_known_before_it() -> None:
    """By hand: weights 0.97 and 0.03 on what came before; the first takes the usual one."""
    moves = np.array([0.01, -0.03, 0.02])
    usual = np.sqrt((moves**2).mean())
    second = np.sqrt(0.97 * usual**2 + 0.03 * 0.01**2)
    third = np.sqrt(0.97 * second**2 + 0.03 * 0.03**2)
    assert known_deviation(moves) == pytest.approx([usual, second, third])


def test_candles_after_a_pause_change_places_among_themselves() -> None:
    """A jump over a closed night belongs to an opening, not to any hour."""
    n = 700
    time = START_MS + (np.arange(n) // 7 * 24 + np.arange(n) % 7) * 3_600_000
    opens = np.arange(1, n) % 7 == 0
    moves = np.where(opens, 0.05, 0.001) * generator(1, "nights").choice([-1, 1], n - 1)
    closes = 100 * np.exp(np.r_[0.0, np.cumsum(moves)])
    bars = Bars("X", "1h", time, closes, closes, closes, closes, np.ones(n))
    taken = anatomy(bars)
    made = np.diff(np.log(surrogate(bars, 0, 0).close)) / taken.deviation
    assert np.abs(made[opens]).min() > np.abs(made[~opens]).max()


def test_the_same_seed_makes_the_same_market_and_another_number_another() -> None:
    """Same inputs, same outputs; a hundred markets are a hundred."""
    bars = walk(1, 100)
    first, again, other = surrogate(bars, 3, 0), surrogate(bars, 3, 0), surrogate(bars, 3, 1)
    assert np.array_equal(first.close, again.close)
    assert not np.array_equal(first.close, other.close)


def test_a_market_that_stood_still_stays_still_and_too_few_candles_are_refused() -> None:
    """Nothing is divided by nothing."""
    still = candles(np.full(60, 100.0))
    assert surrogate(still, 0, 0).close == pytest.approx(100.0)
    with pytest.raises(DataError, match="at least 30 candles, was 20"):
        surrogate(walk(0, 20), 0, 0)
