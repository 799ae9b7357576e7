"""The volatility gate's day: 24 hours where trade never stops, a session with its night where it does."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.bots.backtest import Setup, backtest
from engine.bots.parameters import BotParameters, changed
from engine.bots.strategy import daily_volatility
from engine.bots.tape import bars_per_day
from engine.market.bars import DAY_MS, STEPS, Bars
from engine.market.market import Kind, Market
from tests.bots.test_replay_agrees import plain, same
from tests.builders import START_MS, candles, settings_of_a_bot, tape
from tests.reference.plain_indicators import Closes, bars_a_day, daily_volatility_pct

HOUR = STEPS["1h"]


def in_sessions(counts: list[int], closes: np.ndarray | None = None, begins: int = 14) -> Bars:
    """Hourly candles of so many hours a day, on the weekdays from 2025-01-01 (a Wednesday) on."""
    days = [day for day in range(2 * len(counts) + 4) if (day + 2) % 7 < 5][: len(counts)]
    times = np.array([
        START_MS + day * DAY_MS + (begins + hour) * HOUR
        for day, count in zip(days, counts, strict=True) for hour in range(count)
    ])  # fmt: skip
    prices = 100.0 + np.arange(len(times)) % 3 if closes is None else closes
    made = candles(prices)
    return Bars("SPY", "1h", times, made.open, made.high, made.low, made.close, made.volume)


def market(kind: Kind = "equity") -> Market:
    return Market("SPY", kind, lot_step=1e-5, minimum_notional=0.0)


def test_a_session_of_seven_hours_is_a_day_of_seven_bars() -> None:
    """Worked by hand: steps of 1 % up and down by turns deviate by 1 %; seven of them make a day of 2.65 %."""
    moves = np.where(np.arange(7 * 8) % 2 == 0, 0.01, -0.01)
    bars = in_sessions([7] * 8, 100 * np.exp(np.cumsum(moves)))
    # Of seven returns four are +1 % and three -1 %, or the reverse: variance 1 - (1/7)^2 of 1 %².
    by_hand = 100 * 0.01 * math.sqrt(1 - 1 / 49) * math.sqrt(7)
    assert daily_volatility(tape(bars, market()))[-1] == pytest.approx(by_hand)
    around_the_clock = 100 * 0.01 * math.sqrt(24)
    assert daily_volatility(tape(candles(100 * np.exp(np.cumsum(moves))), market("spot")))[-1] == pytest.approx(
        around_the_clock
    )


def test_a_session_is_as_long_as_the_candles_say_and_a_half_day_shortens_nothing() -> None:
    """Trade before and after hours, or another country's hours: five finished days tell; before, 6.5 hours."""
    long = bars_per_day(in_sessions([16] * 7, begins=8), market())
    assert long[: 5 * 16].tolist() == [7] * 80
    assert long[5 * 16 :].tolist() == [16] * 32
    half = bars_per_day(in_sessions([7, 7, 7, 4, 7, 7, 7]), market())
    assert set(half.tolist()) == {7}
    assert set(bars_per_day(in_sessions([5] * 7), market())[25:].tolist()) == {5}
    days = candles(np.full(30, 10.0), "1d")
    assert set(bars_per_day(days, market()).tolist()) == set(bars_per_day(days, market("spot")).tolist()) == {1}


def test_what_comes_later_does_not_change_a_day_that_is_past() -> None:
    """Nothing looks ahead: sessions that grow longer are known when they are over."""
    bars = in_sessions([7] * 6 + [16] * 6)
    whole, cut = (daily_volatility(tape(part, market())) for part in (bars, bars.slice(0, 60)))
    np.testing.assert_array_equal(whole[:60], cut)


@given(st.lists(st.integers(1, 10), min_size=1, max_size=14), st.integers(0, 10**6))
def test_each_bar_equals_the_plain_reference(counts: list[int], seed: int) -> None:
    """Sessions of any length, whole ones and broken ones."""
    rng = np.random.default_rng(seed)
    bars = in_sessions(counts, 100 * np.exp(np.cumsum(rng.normal(0, 0.01, sum(counts)))))
    made = tape(bars, market())
    closes = Closes(bars.time.tolist(), bars.close.tolist(), HOUR, 4 * DAY_MS, has_sessions=True)
    expected = [daily_volatility_pct(closes, i) for i in range(len(bars))]
    assert bars_per_day(bars, market()).tolist() == [bars_a_day(closes, i) for i in range(len(bars))]
    np.testing.assert_allclose(
        daily_volatility(made), [math.nan if each is None else each for each in expected], rtol=1e-7, atol=1e-9
    )


def test_the_gate_of_an_equity_lets_an_ordinary_day_pass() -> None:
    """Scaled by 24 hours, a quiet share looked nearly twice as wild as it was, and was not bought."""
    rng = np.random.default_rng(5)
    bars = in_sessions([7] * 60, 100 * np.exp(np.cumsum(rng.normal(0, 0.004, 420))))
    bot = changed(BotParameters(), {"max_volatility_pct": 1.5, "base_trade_size": 0.01})
    rules = Market("SPY", "equity", lot_step=1e-5, minimum_notional=0.0, unit=100.0)
    assert len(backtest(tape(bars, rules), bot, Setup()).trades) > 5


@given(
    st.lists(st.integers(4, 9), min_size=8, max_size=30),
    settings_of_a_bot(timeframe="1h", allow_short=False),
    st.integers(0, 10**6),
)
def test_the_replay_of_sessions_equals_the_plain_reference(counts: list[int], bot: BotParameters, seed: int) -> None:
    """Trade for trade, with whatever gates are on."""
    rng = np.random.default_rng(seed)
    bars = in_sessions(counts, 100 * np.exp(np.cumsum(rng.normal(0, 0.02, sum(counts)))))
    made = tape(bars, Market("SPY", "equity", lot_step=1e-5, minimum_notional=0.0, unit=100.0), seed)
    same(backtest(made, bot, Setup()), plain(made, bot, Setup()))
