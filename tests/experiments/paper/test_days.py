"""Replays cut into days: they add up, begin flat with a band, and know nothing of later candles."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.bots.backtest import BacktestResult, Setup, backtest, begun
from engine.bots.parameters import BotParameters
from engine.bots.tape import Tape, tape_of
from engine.experiments.paper.days import ArmDays, arm_days
from engine.market.bars import DAY_MS, Bars
from engine.market.synthetic import WORLD_START_MS, coin_named, simulated_bars, simulated_market

COIN = coin_named("SIM-SOL")
BARS = simulated_bars(COIN, 18, WORLD_START_MS)
MARKET = simulated_market(COIN)
FROM = len(BARS) - 40 * 24
DAYS = np.unique(BARS.time[FROM:] // DAY_MS)


def tape_to(stop: int) -> Tape:
    """The candles up to a bar."""
    return tape_of(BARS.slice(0, stop), MARKET)


def run(stop: int = len(BARS), **changed: object) -> BacktestResult:
    """The bot, switched on forty days before the end."""
    return begun(tape_to(stop), BotParameters(**changed), Setup(), FROM)  # type: ignore[arg-type]  # a few settings


def test_a_bot_begins_flat_and_sees_what_came_before() -> None:
    """Its capital is whole, nothing is held, and its band is there on the first bar."""
    found = run(trend_filter=True)
    assert found.equity[0] == 10_000
    assert found.position[0] == 0
    assert len(found.tape) == 40 * 24
    first = int(found.trades.entry_bar[0])
    assert first < 200  # a trend of 200 bars that began afresh would not let it trade before


def test_a_replay_that_begins_with_the_tape_is_the_backtest() -> None:
    """The same engine, to the last bit."""
    tape = tape_to(2_000)
    one, other = begun(tape, BotParameters(), Setup(), 0), backtest(tape, BotParameters())
    assert np.array_equal(one.equity, other.equity)
    assert np.array_equal(one.trades.pnl, other.trades.pnl)


@pytest.mark.parametrize("symbol", ["SIM-SOL", "SIM-ETH"])
def test_a_bot_that_could_not_have_traded_before_is_the_one_that_ran_all_along(symbol: str) -> None:
    """Switched on at the bar on which its band is there for the first time: the same fills, fees and funding."""
    coin = coin_named(symbol)
    tape = tape_of(simulated_bars(coin, 18, WORLD_START_MS).slice(0, 3_000), simulated_market(coin))
    bot = BotParameters(window=20, allow_short=symbol == "SIM-ETH")
    whole, late = backtest(tape, bot), begun(tape, bot, Setup(), 19)
    assert np.array_equal(late.equity, whole.equity[19:])
    assert np.array_equal(late.trades.entry_bar + 19, whole.trades.entry_bar)
    assert np.array_equal(late.trades.funding, whole.trades.funding)
    assert len(late.trades) > 20


@settings(max_examples=12)
@given(st.integers(min_value=2, max_value=39), st.sampled_from(["mean_reversion", "breakout", "hybrid"]))
def test_later_candles_change_no_earlier_day(days: int, style: str) -> None:
    """No look-ahead: what was seen on a day is what is seen of it ever after."""
    early = arm_days([run(FROM + 24 * days, style=style)], DAYS[:days])
    late = arm_days([run(style=style)], DAYS).first(days)
    for name in ("pnl", "fees", "trades", "fall"):
        assert np.array_equal(getattr(early, name), getattr(late, name))


def test_days_add_up_to_the_replay() -> None:
    """P&L, fees of closed positions and positions opened; the deepest fall is that of the equity."""
    found = run()
    told = arm_days([found], DAYS)
    assert told.pnl.sum() == pytest.approx(found.pnl / 10_000, abs=1e-12)
    closed = found.trades.exit_bar >= 0
    assert told.fees.sum() == pytest.approx(found.trades.fees[closed].sum() / 10_000)
    assert told.trades.sum() == len(found.trades)
    best = np.maximum.accumulate(found.equity)
    assert told.fall[-1] == pytest.approx((1 - found.equity / best).max())
    assert np.all(np.diff(told.fall) >= 0)


def test_markets_count_alike_and_one_without_candles_brings_nothing() -> None:
    """Half of the capital lies idle where half of the markets have no candle yet."""
    found = run()
    both = arm_days([found, None], DAYS)
    assert both.daily.sum() == pytest.approx(found.pnl / 20_000, abs=1e-12)
    assert both.worth[-1] == pytest.approx(1 + found.pnl / 20_000)
    assert both.fall[-1] < arm_days([found], DAYS).fall[-1]


def test_a_gap_brings_nothing_until_candles_go_on() -> None:
    """A day without candles has no outcome of its own; what its price did counts on the next day that has some."""
    table = {name: getattr(BARS, name) for name in ("time", "open", "high", "low", "close", "volume")}
    keep = (BARS.time // DAY_MS) != DAYS[10]
    bars = Bars(BARS.symbol, BARS.step, *(column[keep] for column in table.values()))
    found = begun(tape_of(bars, MARKET), BotParameters(), Setup(), FROM)
    told: ArmDays = arm_days([found], DAYS)
    assert told.pnl[10, 0] == 0
    assert told.pnl.sum() == pytest.approx(found.pnl / 10_000, abs=1e-12)
