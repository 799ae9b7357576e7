"""What a change did, known better than either number, and what doing without the bot would have done."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.bots.measure.comparison import compare, sentence
from engine.bots.performance import Replay, performance
from engine.core.chance import generator
from engine.core.errors import DataError
from engine.core.interval import Interval

HOUR, DAY = 3_600_000, 86_400_000


def replay(returns, *, close=None, position=None, entry_bar=(), step_ms=DAY, first=0):
    """A replay that made these returns from close to close, starting with 10,000."""
    equity = 10_000 * np.cumprod(np.r_[1.0, 1 + np.asarray(returns, float)])
    n = len(equity)
    return Replay(
        time=first + np.arange(n, dtype=np.int64) * step_ms,
        close=np.full(n, 100.0) if close is None else np.asarray(close, float),
        equity=equity,
        position=np.zeros(n) if position is None else np.asarray(position, float),
        entry_bar=np.asarray(entry_bar, np.int64),
        trade_pnl=np.ones(len(entry_bar)),
        fees=0.0,
        traded=0.0,
        step_ms=step_ms,
    )


def noise(seed, n, scale=0.02):
    """Independent returns."""
    return np.maximum(generator(seed, "noise").normal(0, scale, n), -0.5)


def changes(compared):
    """The five differences."""
    return (
        compared.total_return, compared.max_drawdown, compared.sharpe, compared.trades_per_week, compared.exposure,
    )  # fmt: skip


@given(st.integers(0, 1000), st.integers(25, 200))
def test_identical_replays_differ_by_exactly_nothing(seed, days):
    """A pairing that is not exact would show an effect of changing nothing."""
    one = replay(noise(seed, days), entry_bar=[3, 9])
    compared = compare(one, replay(noise(seed, days), entry_bar=[3, 9]), seed, resamples=60)
    assert compared.is_same
    for each in changes(compared):
        assert (each.change.value, each.change.low, each.change.high) == (0.0, 0.0, 0.0)
        assert each.sentence.endswith("did not change.")


def test_a_steady_gain_is_found_that_neither_number_could_show():
    """Five basis points a day drown in the market's noise alone, and stand out when days are paired."""
    market = noise(1, 400)
    before, after = replay(market), replay(market + 0.0005)
    compared = compare(before, after)
    alone = performance(before).total_return
    assert compared.total_return.change.low > 0
    assert compared.total_return.change.high - compared.total_return.change.low < (alone.high - alone.low) / 2
    assert compared.sharpe.change.value == pytest.approx(0.0005 / market.std(ddof=1) * math.sqrt(365))
    found, ends = compared.total_return, [each.equity[-1] / 10_000 - 1 for each in (before, after)]
    assert (found.before, found.after, found.change.value) == pytest.approx((*ends, ends[1] - ends[0]))
    points = [100 * each for each in (found.change.value, found.change.low, found.change.high)]
    assert found.sentence == "Return rose by {:.2f} points (95 %: {:.2f} to {:.2f}).".format(*points)


def test_time_in_the_market_is_known_as_well_as_days_agree():
    """Held all along against never is the whole of every day; held on half of the days is known by its days."""
    never, always = replay(np.zeros(200)), replay(np.zeros(200), position=np.ones(201))
    change = compare(never, always).exposure.change
    assert (change.value, change.low, change.high) == (1.0, pytest.approx(1.0), pytest.approx(1.0))
    half = replay(np.zeros(200), position=generator(3, "held").integers(0, 2, 201))
    found = compare(never, half).exposure
    assert found.before == 0.0
    assert found.after == np.count_nonzero(half.position) / 201
    # Independent days: the range is about two standard errors of a coin thrown 201 times to either side.
    assert found.change.high - found.change.low == pytest.approx(4 * 0.5 / math.sqrt(201), rel=0.25)


def test_unrelated_noise_is_called_noise():
    """Two coin tossers differ by luck; the sentence must say so."""
    compared = compare(replay(noise(2, 300)), replay(noise(3, 300)))
    assert compared.total_return.sentence == "The change in return is smaller than its error: do not count on it."


@given(st.integers(0, 1000))
def test_swapping_before_and_after_swaps_the_sign(seed):
    """A difference has no favourite side."""
    one, other = replay(noise(seed, 60), entry_bar=[1]), replay(noise(seed + 1, 60), entry_bar=[2, 40])
    there, back = compare(one, other, 1, 40), compare(other, one, 1, 40)
    for a, b in zip(changes(there), changes(back), strict=True):
        assert a.change.value == pytest.approx(-b.change.value, abs=1e-12)
        assert a.change.low == pytest.approx(-b.change.high, abs=1e-9)


def test_another_timeframe_is_compared_day_by_day():
    """The hourly and the four-hourly bot meet at midnight, whatever their bars."""
    hourly = replay(noise(4, 24 * 40 - 1, 0.004), step_ms=HOUR, entry_bar=[30])
    keep = np.arange(3, 24 * 40, 4)
    slower = replace(
        hourly, time=hourly.time[keep - 3], close=hourly.close[keep], equity=hourly.equity[keep],
        position=hourly.position[keep], entry_bar=np.array([30 // 4]), step_ms=4 * HOUR,
    )  # fmt: skip
    compared = compare(hourly, slower)
    assert compared.total_return.change.n == 40
    assert compared.trades_per_week.change.value == pytest.approx(0, abs=0.01)


def test_the_range_is_that_of_the_days_around_the_number_of_every_close():
    """Resampling sees daily closes, the numbers see each hour: the range must lie around what is shown."""
    still = np.zeros(23)
    hours = [np.r_[still, noise(seed, 24 * 60 - 24, 0.004)] for seed in (4, 5)]
    hourly = compare(*(replay(each, step_ms=HOUR) for each in hours))
    ends = [np.cumprod(np.r_[1.0, 1 + each])[23::24] for each in hours]
    daily = compare(*(replay(each[1:] / each[:-1] - 1) for each in ends))
    for fine, coarse in ((hourly.max_drawdown, daily.max_drawdown), (hourly.sharpe, daily.sharpe)):
        assert fine.change.value != pytest.approx(coarse.change.value, rel=1e-3)
        room = [(each.change.low - each.change.value, each.change.high - each.change.value) for each in (fine, coarse)]
        assert room[0] == pytest.approx(room[1], rel=1e-9)


def test_replays_of_other_days_are_refused():
    """A difference between two summers is no effect of a setting."""
    with pytest.raises(DataError, match="must cover the same days"):
        compare(replay(noise(5, 40)), replay(noise(5, 40), first=10 * DAY))


def test_a_short_record_gives_the_change_without_a_range():
    """Ten days cannot say how sure they are, and say that."""
    compared = compare(replay(noise(6, 10)), replay(noise(7, 10)))
    assert compared.total_return.change.low is None
    unsure = "too little happened to say how sure that is."
    for found, unit in ((compared.total_return, "points; "), (compared.max_drawdown, "points; ")):
        assert f" changed by {100 * found.change.value:+.2f} {unit}" in found.sentence
        assert found.sentence.endswith(unsure)
    assert f" changed by {compared.sharpe.change.value:+.2f}; {unsure}" in compared.sharpe.sentence


def test_the_same_money_by_other_positions_is_not_the_same_bot():
    """A position taken at the last close has earned nothing yet."""
    one = replay(noise(1, 40))
    assert not compare(one, replace(one, position=np.r_[np.zeros(40), 0.5])).is_same
    assert not compare(one, replace(one, equity=np.r_[one.equity[:-1], 1.0])).is_same
    assert compare(one, one).is_same


def test_sentences_follow_one_rule():
    """Undefined, nothing, unsure, sure: four cases, four sentences."""
    assert sentence("return", Interval(None)) == "Return cannot be compared: it is undefined before or after."
    assert sentence("return", Interval(0.0, 0.0, 0.0)) == "Return did not change."
    assert sentence("return", Interval(0.02, -0.01, 0.05)).endswith("smaller than its error: do not count on it.")
    sure = sentence("return", Interval(0.021, 0.004, 0.039), scale=100, unit="points")
    assert sure == "Return rose by 2.10 points (95 %: 0.40 to 3.90)."
    assert sentence("return", Interval(-0.03, -0.05, -0.01), scale=100, unit="points") == (
        "Return fell by 3.00 points (95 %: 1.00 to 5.00)."
    )


def test_the_range_of_a_difference_holds_it():
    """Claimed 95 %, on pairs of bots that hold a market with heavy tails at different times."""
    days, pairs, held_true = 300, 150, 0
    for seed in range(pairs):
        rng = generator(seed, "pairs")
        market = 0.01 * rng.standard_t(4, days) + 0.001
        first, second = rng.random((2, days)) < 0.4
        compared = compare(replay(market * first), replay(market * second), seed, 300)
        held_true += compared.sharpe.change.low <= 0 <= compared.sharpe.change.high
    assert 0.89 <= held_true / pairs <= 0.99
