"""Bots on one cash: alone each is its own replay; together they share money, brakes and places, and nothing is lost."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.bots.backtest import Costs, Setup, backtest
from engine.bots.parameters import BotParameters, changed
from engine.bots.performance import performance
from engine.bots.portfolio import Member, portfolio
from engine.core.errors import DataError
from engine.market.market import Market
from tests.builders import START_MS, candles, settings_of_a_bot, tape, walk, wild

CALM = BotParameters(max_open_positions=20, max_drawdown_pct=50.0, max_daily_loss_pct=20.0, base_trade_size=0.0005)


def on_its_own_market(bars, symbol, **told):
    return tape(replace(bars, symbol=symbol), Market(symbol, lot_step=1e-5, minimum_notional=0.0, **told))


@settings(max_examples=25)
@given(st.data(), st.integers(0, 2**16))
def test_one_bot_is_its_own_replay_to_the_bit(data: st.DataObject, seed: int) -> None:
    """The common clock and the common cash add nothing where nobody else is."""
    market = tape(wild(seed), Market("WILD", "perpetual", lot_step=1e-5, minimum_notional=0.0), seed)
    bot = changed(data.draw(settings_of_a_bot()), {"timeframe": "1h"})
    alone, together = backtest(market, bot), portfolio((Member(market, bot),))
    assert np.array_equal(alone.equity, together.equity)
    assert np.array_equal(alone.position, together.position[0])
    for name in ("entry_bar", "exit_bar", "pnl", "fees", "reason"):
        assert np.array_equal(getattr(alone.trades, name), getattr(together.trades[0], name))


def test_with_money_and_places_for_all_each_trades_as_alone() -> None:
    """Sharing changes something only where something is short."""
    members = tuple(Member(on_its_own_market(walk(seed, 900), f"M{seed}"), CALM) for seed in range(3))
    setup = Setup(capital=1e7)
    together, alone = portfolio(members, setup), [backtest(each.tape, CALM, setup) for each in members]
    for own, taken in zip(alone, together.trades, strict=True):
        assert len(own.trades) > 10
        assert np.array_equal(own.trades.entry_bar, taken.entry_bar)
        assert np.array_equal(own.trades.exit_bar, taken.exit_bar)
    np.testing.assert_allclose(
        together.equity - setup.capital, sum(own.equity - setup.capital for own in alone), atol=1e-6
    )


@settings(max_examples=20)
@given(st.data(), st.integers(0, 2**16))
def test_what_is_earned_is_what_the_trades_earned(data: st.DataObject, seed: int) -> None:
    """No money comes from nowhere, with gaps, ends and beginnings at other times, shorts and funding."""
    bots = [changed(data.draw(settings_of_a_bot()), {"timeframe": "1h"}) for _ in range(3)]
    markets = [
        tape(replace(wild(seed + each), symbol=f"W{each}"), Market(f"W{each}", "perpetual", funding_rate=0.0001), each)
        for each in range(3)
    ]
    setup = Setup(capital=800.0, costs=Costs(0.0005, 0.001, 3.0))
    result = portfolio(tuple(Member(m, b) for m, b in zip(markets, bots, strict=True)), setup)
    earned = sum(float(each.pnl.sum()) for each in result.trades)
    assert result.pnl == pytest.approx(earned, abs=1e-6 * setup.capital)
    np.testing.assert_allclose(result.equity, result.cash + result.worth.sum(axis=0), rtol=1e-9, atol=1e-6)


def dip(symbol: str, at: int) -> Member:
    """A market that falls below its band at one bar and comes back ten bars later."""
    closes = 100.0 + 0.1 * (np.arange(80) % 2)
    closes[at : at + 10] = 98.0
    market = Market(symbol, lot_step=1e-5, minimum_notional=0.0, unit=1000.0)
    bot = changed(CALM, {"order_type": "market", "max_slippage_bps": 100.0, "base_trade_size": 0.001,
                         "max_position_size": 0.1, "max_asset_exposure": 1.0, "risk_factor": 1.0,
                         "cooldown_bars": 50, "stop_loss_pct": 20.0, "take_profit_pct": 20.0})  # fmt: skip
    return Member(tape(candles(closes, symbol=symbol), market), bot)


def test_who_is_named_first_has_the_cash_first() -> None:
    """Both want 1.5 coins at 98; 196 pays for two: the second gets what is left."""
    first, second = dip("A", 40), dip("B", 40)
    result = portfolio((first, second), Setup(capital=196.0, costs=Costs(0.0, 0.0, 0.0)))
    assert [each.quantity[0] for each in result.trades] == pytest.approx([1.5, 0.5])


def test_the_lots_of_all_count_against_each_ones_limit() -> None:
    """With one place for both, the second waits for nothing: its signal is passed over."""
    one = {"max_open_positions": 1}
    members = tuple(Member(each.tape, changed(each.parameters, one)) for each in (dip("A", 40), dip("B", 42)))
    result = portfolio(members, Setup(capital=1e6))
    assert [len(each) for each in result.trades] == [1, 0]
    assert [len(each) for each in portfolio(members[1:], Setup(capital=1e6)).trades] == [1]


def test_the_fall_of_one_stops_all() -> None:
    """The limit of drawdown reads the common equity: who shares the money shares its brakes."""
    crash = 100.0 + 0.1 * (np.arange(80) % 2)
    crash[40:50] = 98.0
    crash[50:] = 30.0
    loser = Member(
        tape(candles(crash, symbol="L"), Market("L", lot_step=1e-5, minimum_notional=0.0, unit=1000.0)),
        changed(dip("L", 40).parameters, {"max_drawdown_pct": 10.0, "stop_loss_pct": 20.0}),
    )
    winner = dip("W", 60)
    careful = Member(winner.tape, changed(winner.parameters, {"max_drawdown_pct": 10.0}))
    setup = Setup(capital=150.0)
    assert [len(each) for each in portfolio((loser, careful), setup).trades] == [1, 0]
    assert [len(each) for each in portfolio((careful,), setup).trades] == [1]


def test_a_market_that_rests_keeps_its_last_price() -> None:
    """Weekends of one are trading days of the other."""
    long, short = walk(1, 200), walk(2, 200).slice(50, 120)
    result = portfolio((Member(on_its_own_market(long, "A"), CALM), Member(on_its_own_market(short, "B"), CALM)))
    assert len(result.time) == 200
    assert (result.position[1, :50] == 0).all()
    assert (result.position[1, 120:] == result.position[1, 119]).all()


def test_its_performance_can_be_read_like_any_other() -> None:
    """Return, fall and trades of the whole."""
    members = tuple(Member(on_its_own_market(walk(seed, 900), f"M{seed}"), CALM) for seed in range(3))
    result = portfolio(members)
    told = performance(result.record)
    assert told.pnl == pytest.approx(result.pnl)
    assert told.trades == sum(len(each) for each in result.trades)


def test_cutting_the_future_off_changes_no_past() -> None:
    """Nothing looks ahead, over several markets either."""
    whole = [on_its_own_market(walk(seed, 600), f"M{seed}") for seed in range(2)]
    cut = [on_its_own_market(walk(seed, 600).slice(0, 400), f"M{seed}") for seed in range(2)]
    long, short = (portfolio(tuple(Member(each, CALM) for each in tapes)) for tapes in (whole, cut))
    assert np.array_equal(long.equity[:400], short.equity)


def test_bots_that_cannot_share_are_refused_in_one_line() -> None:
    """Hours and days, dollars and yen."""
    hours, days = (
        Member(on_its_own_market(walk(1, 100), "A"), CALM),
        Member(on_its_own_market(walk(2, 100, "1d"), "B"), CALM),
    )
    yen = Member(on_its_own_market(walk(3, 100), "C", quote="JPY"), CALM)
    with pytest.raises(DataError, match="one timeframe, were 1d, 1h"):
        portfolio((hours, days))
    with pytest.raises(DataError, match="one currency, were JPY, USD"):
        portfolio((hours, yen))
    with pytest.raises(DataError, match="at least one bot"):
        portfolio(())
    assert hours.tape.bars.time[0] == START_MS
