"""What a replay earned, and how sure each number is."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.bots.measure.drawdown import deepest
from engine.bots.measure.resampling import block_length, draws, falls, sharpes, sums
from engine.bots.measure.uncertainty import long_run_variance, sharpe_error
from engine.bots.performance import Performance, Replay, daily_logs, performance
from engine.core.chance import generator
from engine.core.errors import DataError
from engine.core.interval import Interval, rate, share

HOUR, DAY = 3_600_000, 86_400_000


def replay(equity, *, position=None, close=None, trade_pnl=(), entry_bar=None, fees=0.0, traded=0.0):
    """A replay from its equity alone; the rest is flat unless it matters."""
    equity = np.asarray(equity, float)
    n, pnl = len(equity), np.asarray(trade_pnl, float)
    return Replay(
        time=np.arange(n, dtype=np.int64) * DAY,
        close=np.full(n, 100.0) if close is None else np.asarray(close, float),
        equity=equity,
        position=np.zeros(n) if position is None else np.asarray(position, float),
        entry_bar=np.zeros(len(pnl), np.int64) if entry_bar is None else np.asarray(entry_bar, np.int64),
        trade_pnl=pnl,
        fees=fees,
        traded=traded,
        step_ms=DAY,
    )


def clustered(seed, days, drift=0.0005):
    """Daily returns whose turbulence comes in spells (GARCH 1,1 with fat tails)."""
    rng = generator(seed, "clustered")
    noise, variance, out = rng.standard_t(5, days + 100) / math.sqrt(5 / 3), 1.0, []
    for shock in noise:
        move = math.sqrt(variance) * shock
        variance = 0.02 + 0.08 * move**2 + 0.9 * variance
        out.append(max(0.01 * move + drift, -0.5))
    return np.array(out[100:])


def numbers(result: Performance):
    """Every float of a performance, intervals taken apart."""
    for name in Performance.__dataclass_fields__:
        value = getattr(result, name)
        parts = (value.value, value.low, value.high) if isinstance(value, Interval) else (value,)
        yield from ((name, part) for part in parts)


def test_hand_worked_numbers_of_a_year():
    """Every definition at once, worked out on paper."""
    equity = [100, 110, 99, 99, 121]
    result = performance(
        replay(equity, position=[0, 0.5, 0.5, 0, 0], trade_pnl=[10, -11, 22], entry_bar=[1, 2, 4], traded=400, fees=3)
    )
    returns = np.array([0.1, -0.1, 0.0, 22 / 99])
    assert result.total_return.value == pytest.approx(0.21)
    assert result.pnl == pytest.approx(21)
    assert result.growth_per_year == pytest.approx(1.21 ** (365 / 4) - 1)
    assert result.volatility == pytest.approx(returns.std(ddof=1) * math.sqrt(365))
    assert result.sharpe.value == pytest.approx(returns.mean() / returns.std(ddof=1) * math.sqrt(365))
    assert result.sortino == pytest.approx(returns.mean() / math.sqrt(0.01 / 4) * math.sqrt(365))
    assert result.max_drawdown.value == pytest.approx(0.1)
    assert (result.drawdown_bars, result.drawdown_days, result.is_recovered) == (3, 3.0, True)
    assert result.win_rate.value == pytest.approx(2 / 3)
    assert result.profit_factor == pytest.approx(32 / 11)
    assert result.trades_per_week.value == pytest.approx(3 / 4 * 7)
    assert result.exposure == pytest.approx(0.4)
    assert result.mean_exposure == pytest.approx((50 / 110 + 50 / 99) / 5)
    assert result.turnover == pytest.approx(4 * 365 / 4)
    assert (result.trades, result.fees) == (3, 3.0)


def test_los_error_of_independent_returns_is_his_formula():
    """Lo (2002), equation 9: sqrt((1 + S**2 / 2) / T)."""
    returns = np.array([0.01, -0.02, 0.03, 0.00, 0.02])
    ratio = returns.mean() / returns.std(ddof=1)
    assert sharpe_error(returns).independent == pytest.approx(math.sqrt((1 + ratio**2 / 2) / 5))


def test_the_long_run_variance_is_worked_out_by_hand():
    """Deviations -1, 1, -1, 1: variance 1, first autocovariance -3/4, Bartlett weight 1/2."""
    assert long_run_variance(np.array([1.0, 3.0, 1.0, 3.0]), 1) == pytest.approx(1 + 2 * 0.5 * -0.75)


def test_the_corrected_error_sees_what_the_simple_one_does_not():
    """Returns that follow each other carry less information; Lo's simple form claims too much."""
    noise = generator(1, "follow").normal(size=5001)
    following = noise[1:] + 0.9 * noise[:-1]
    error = sharpe_error(following)
    assert error.corrected > 1.25 * error.independent
    plain = sharpe_error(noise)
    assert plain.corrected == pytest.approx(plain.independent, rel=0.1)


def test_wilson_and_poisson_ranges_are_the_published_ones():
    """Wilson for 8 of 10 is 0.490 to 0.943; Garwood for 10 events is 4.795 to 18.390."""
    some = share(8, 10)
    assert (some.low, some.high) == (pytest.approx(0.4902, abs=1e-4), pytest.approx(0.9433, abs=1e-4))
    ten = rate(10, 2.0)
    assert (ten.value, ten.low, ten.high) == (
        5.0,
        pytest.approx(4.7954 / 2, abs=1e-4),
        pytest.approx(18.3904 / 2, abs=1e-4),
    )
    assert rate(0, 1.0).low == 0.0


def test_undefined_numbers_are_none():
    """A bot that never traded has no win rate, no Sharpe ratio and no profit factor; none of them is infinite."""
    result = performance(replay([100.0] * 40))
    assert result.sharpe.value is result.win_rate.value is result.profit_factor is result.sortino is None
    assert (result.total_return.value, result.max_drawdown.value, result.trades_per_week.value) == (0.0, 0.0, 0.0)
    assert (result.total_return.low, result.max_drawdown.high) == (0.0, 0.0)


def test_a_single_bar_and_a_ruined_bot_have_numbers_too():
    """The edges: nothing to measure, and equity below zero."""
    one, ruined = performance(replay([100.0])), performance(replay([100.0, 50.0, -20.0]))
    assert (one.pnl, one.growth_per_year, one.sharpe.value, one.turnover) == (0.0, None, None, None)
    assert (ruined.max_drawdown.value, ruined.sharpe.value, ruined.growth_per_year) == (1.0, None, None)


def test_a_record_without_capital_or_with_ragged_columns_is_refused():
    """Half a record would give whole-looking numbers."""
    with pytest.raises(DataError, match="first equity must be above 0"):
        replay([0.0, 1.0])
    with pytest.raises(DataError, match="equally long"):
        replay([1.0, 1.0], close=[1.0])


def test_markets_that_close_count_the_bars_they_have():
    """Seven hourly bars on 252 days make a year of an equity, not 24 on 365."""
    time = np.concatenate([np.arange(7) * HOUR + day * DAY for day in range(20)])
    equity = 100 * np.exp(np.cumsum(generator(2, "e").normal(0, 0.01, len(time))))
    flat = np.zeros(len(time))
    result = Replay(time, flat + 1, equity, flat, np.zeros(0, np.int64), np.zeros(0), 0.0, 0.0, HOUR, 252)
    assert result.bars_per_year == 7 * 252


@given(st.lists(st.floats(-0.2, 0.2), min_size=1, max_size=80), st.integers(-10, 20))
def test_numbers_do_not_depend_on_the_currency(moves, doublings):
    """Money in another unit gives the same fractions, bit for bit; only the money itself is scaled."""
    equity, scale = 100 * np.cumprod(np.r_[1.0, 1 + np.array(moves)]), 2.0**doublings
    one, other = performance(replay(equity), resamples=50), performance(replay(equity * scale), resamples=50)
    assert 0 <= one.max_drawdown.value <= 1
    assert replace(other, pnl=other.pnl / scale) == one


@given(st.lists(st.floats(-0.2, 0.2), min_size=30, max_size=80))
def test_every_number_is_finite_or_none(moves):
    """An infinity or a nan on the screen is a lie."""
    equity = 100 * np.cumprod(np.r_[1.0, 1 + np.array(moves)])
    for name, number in numbers(performance(replay(equity), resamples=50)):
        assert number is None or math.isfinite(number), name


@given(st.lists(st.floats(-0.2, 0.2), min_size=2, max_size=60))
def test_a_bar_in_which_nothing_happens_moves_no_money(moves):
    """Waiting changes averages, never what was won or how deep the fall was."""
    equity = 100 * np.cumprod(np.r_[1.0, 1 + np.array(moves)])
    before, after = performance(replay(equity)), performance(replay(np.r_[equity, equity[-1]]))
    for name in ("total_return", "max_drawdown"):
        assert getattr(before, name).value == getattr(after, name).value
    assert (before.pnl, before.trades) == (after.pnl, after.trades)


@given(st.lists(st.floats(1.0, 100.0), min_size=1, max_size=60))
def test_the_deepest_fall_is_what_trying_every_pair_finds(levels):
    """The fast form against the definition."""
    equity = np.array(levels)
    slow = max(1 - equity[j] / equity[i] for i in range(len(equity)) for j in range(i, len(equity)))
    assert deepest(equity).depth == pytest.approx(slow, abs=1e-12)


@given(st.integers(20, 120), st.integers(0, 5))
def test_joined_blocks_give_what_the_days_in_that_order_give(days, seed):
    """The bootstrap never lays out a resample; it must still be that resample."""
    logs = generator(seed, "joined", days).normal(0, 0.02, days)
    drawn = draws(days, seed, 7)
    summed, fallen, ratios = sums(logs, drawn), falls(logs, drawn), sharpes(logs, drawn)
    for number in range(7):
        lengths = [drawn.length] * (len(drawn.starts) - 1) + [drawn.rest]
        order = np.concatenate(
            [(s + np.arange(k)) % days for s, k in zip(drawn.starts[:, number], lengths, strict=True)]
        )
        assert len(order) == days
        path = logs[order]
        assert summed[number] == pytest.approx(path.sum(), abs=1e-12)
        assert fallen[number] == pytest.approx(deepest(np.exp(np.r_[0.0, np.cumsum(path)])).depth, abs=1e-12)
        assert ratios[number] == pytest.approx(path.mean() / path.std(ddof=1), abs=1e-9)


def test_resampling_repeats_itself_and_names_its_block_length():
    """Same record, same seed, same range, on every machine; five years are drawn in blocks of 13 days."""
    equity = 100 * np.cumprod(1 + clustered(3, 400))
    assert performance(replay(equity), seed=4) == performance(replay(equity), seed=4)
    assert performance(replay(equity), seed=4) != performance(replay(equity), seed=5)
    assert (block_length(1826), block_length(125), block_length(30)) == (13, 5, 5)


def test_the_ranges_hold_what_they_claim_on_markets_with_clustered_volatility():
    """A 95 % range that holds the truth in half of all cases would be decoration; the fall's is known to be narrow."""
    days, markets, drift = 250, 150, 0.0005
    typical = np.mean([np.log1p(clustered(seed, days, drift)).sum() for seed in range(1000, 2000)])
    held = fresh_held = deeper = 0
    for seed in range(markets):
        result = performance(replay(np.cumprod(np.r_[1.0, 1 + clustered(seed, days, drift)])), seed, 400)
        fresh = deepest(np.cumprod(np.r_[1.0, 1 + clustered(seed + 5000, days, drift)])).depth
        held += result.total_return.low <= math.expm1(typical) <= result.total_return.high
        fresh_held += result.max_drawdown.low <= fresh <= result.max_drawdown.high
        deeper += fresh > result.max_drawdown.high
    assert 0.89 <= held / markets <= 0.99
    assert 0.78 <= fresh_held / markets <= 0.95
    assert deeper / markets <= 0.16


def test_the_shown_error_of_the_sharpe_ratio_is_the_larger_one():
    """Neither form is right everywhere; the larger one is never the worse of the two."""
    result = performance(replay(100 * np.cumprod(1 + clustered(9, 300))))
    half = 1.96 * max(result.sharpe_error_independent, result.sharpe_error_corrected)
    assert result.sharpe.high - result.sharpe.value == pytest.approx(half, rel=1e-4)
    assert result.sharpe.value - result.sharpe.low == pytest.approx(half, rel=1e-4)


def test_both_errors_of_the_sharpe_ratio_are_said_for_a_year():
    """A ratio a year beside an error a day would look sure."""
    returns = clustered(9, 300)
    result = performance(replay(100 * np.cumprod(np.r_[1.0, 1 + returns])))
    a_day = sharpe_error(returns)
    assert result.sharpe_error_independent == pytest.approx(a_day.independent * math.sqrt(365))
    assert result.sharpe_error_corrected == pytest.approx(a_day.corrected * math.sqrt(365))


def test_a_day_returns_what_it_made_since_the_close_before_it():
    """The first day counts from its first close, and not at all where it has only one; ruin has no logarithm."""
    equity = np.array([100.0, 110.0, 121.0, 60.5])
    assert daily_logs(equity, np.array([1, 3])) == pytest.approx([math.log(1.1), math.log(0.55)])
    assert daily_logs(equity, np.array([0, 2, 3])) == pytest.approx([math.log(1.21), math.log(0.5)])
    assert daily_logs(np.array([100.0, 50.0, 0.0]), np.array([0, 1, 2])) is None


def test_a_bot_that_lost_all_to_the_cent_has_numbers_without_a_logarithm_of_nothing():
    """Exactly zero is no rounding away from ruin: it is ruin."""
    result = performance(replay([*np.full(30, 100.0), 0.0]))
    assert (result.total_return.value, result.total_return.low, result.max_drawdown.value) == (-1.0, None, 1.0)
    assert (result.volatility, result.sharpe.value, result.mean_exposure) == (None, None, None)


def test_small_money_has_a_profit_factor_too():
    """Won 0.50 and lost 0.20, whatever the currency; a trade that made nothing is neither."""
    assert performance(replay([100, 100.3], trade_pnl=[0.5, -0.2, 0.0])).profit_factor == pytest.approx(2.5)
    assert performance(replay([100, 100.3], trade_pnl=[0.5, 0.0])).profit_factor is None
