"""Bots on one cash beside each alone with its part of it, and beside everything held."""

from dataclasses import replace

import numpy as np
import pytest

from engine.bots.backtest import Costs, Setup, backtest
from engine.bots.markets.together import correlations, on_clock, together
from engine.bots.measure.benchmarks import held
from engine.bots.measure.record import record
from engine.bots.parameters import BotParameters, changed
from engine.bots.performance import performance
from engine.bots.portfolio import Member, portfolio
from engine.core.chance import generator
from engine.core.errors import DataError
from tests.bots.markets.world import market
from tests.bots.measure.test_comparison import noise, replay

SETUP = Setup(capital=9_000.0, costs=Costs(0.0005, 0.0005))
BOT = BotParameters(base_trade_size=0.01, max_asset_exposure=0.5)
MEMBERS = tuple(Member(market(name, 60, 0.004, drift=0.0002), BOT) for name in "ABC")


def test_all_numbers_are_those_of_the_replay_and_parts_add_up() -> None:
    """The portfolio's own equity, and bots that earned together what it earned."""
    told, result = together(MEMBERS, SETUP), portfolio(MEMBERS, SETUP)
    assert np.array_equal(told.result.equity, result.equity)
    assert told.performance == performance(result.record)
    assert sum(each.pnl for each in told.parts) == pytest.approx(result.pnl)
    assert sum(each.at_work for each in told.parts) == pytest.approx(told.performance.mean_exposure)
    assert [each.symbol for each in told.parts] == ["A", "B", "C"]


def test_each_alone_has_an_equal_part_of_the_money() -> None:
    """A third of nine thousand each, replayed by itself; their sum is what the common cash is held against."""
    told = together(MEMBERS, SETUP)
    alone = [backtest(each.tape, each.parameters, replace(SETUP, capital=3_000.0)) for each in MEMBERS]
    assert told.parts[1].alone == performance(record(alone[1]))
    assert told.apart_equity == pytest.approx(sum(each.equity for each in alone))
    change = told.apart.total_return.change
    assert change.value == pytest.approx((told.result.equity[-1] - told.apart_equity[-1]) / 9_000)
    assert change.low <= change.value <= change.high


def test_with_money_for_all_together_is_all_alone() -> None:
    """Where nothing is short the common cash makes no difference, and it is told as none."""
    small = replace(BOT, base_trade_size=0.0002, max_position_size=0.0005, max_open_positions=20)
    told = together([Member(each.tape, small) for each in MEMBERS], replace(SETUP, capital=3e6))
    assert told.result.equity - 3e6 == pytest.approx(told.apart_equity - 3e6, abs=1e-6)
    assert told.apart.trades_per_week.change.value == 0


def test_equal_parts_held_are_the_markets_own_courses() -> None:
    """A third in each from the first close, one fee each."""
    told = together(MEMBERS, SETUP)
    parts = [held(record(backtest(each.tape, BOT, replace(SETUP, capital=3_000.0))), 1.0, 0.0005, each.tape.funding)
             for each in MEMBERS]  # fmt: skip
    assert told.hold_equity == pytest.approx(sum(parts))
    assert told.hold.total_return == pytest.approx(sum(each[-1] for each in parts) / 9_000 - 1)
    assert "holding equal parts" in told.hold.lead.sentence


def test_equal_exposure_of_one_share_in_all_markets_is_that_of_one_bot() -> None:
    """Three times the same market: what is held is what one bot's benchmark holds, at the shares together."""
    same = [Member(market("A", 60, 0.004, drift=0.0002), BOT)]
    same += [Member(replace(same[0].tape, bars=replace(same[0].tape.bars, symbol=name)), BOT) for name in "BC"]
    told = together(same, SETUP)
    share = sum(each.at_work for each in told.parts)
    alone = record(backtest(same[0].tape, BOT, SETUP))
    expected = held(alone, share, 0.0005, same[0].tape.funding)[-1] / SETUP.capital - 1
    assert told.same_exposure.total_return == pytest.approx(expected, rel=1e-3)


def test_a_market_that_begins_later_rests_until_then() -> None:
    """Its part of the money waits, its last value stays after its end."""
    late = MEMBERS[2].tape.bars.slice(24 * 20, 24 * 40)
    from_there = replace(MEMBERS[2], tape=market("C", 60).__class__(
        late, MEMBERS[2].tape.market, *(getattr(MEMBERS[2].tape, name)[24 * 20 : 24 * 40] for name in
                                        ("run", "new_day", "funding", "strength", "confidence"))))  # fmt: skip
    told = together((*MEMBERS[:2], from_there), SETUP)
    assert len(told.apart_equity) == len(told.result.time) == 24 * 60
    clock, time = np.array([1, 2, 3, 4, 5]), np.array([2, 4])
    assert on_clock(clock, time, np.array([10.0, 20.0])).tolist() == [10, 10, 10, 20, 20]


def test_correlations_are_found_with_their_range() -> None:
    """Half of what happens is shared: 0.5, held by the range; who never moves has none."""
    shared, held_in = generator(2, "shared"), 0
    for _ in range(150):
        both = shared.normal(0, 0.01, 250)
        pair = [replay(both + shared.normal(0, 0.01, 250)) for _ in range(2)]
        value = correlations(("A", "B"), pair)[0].value
        held_in += value.low <= 0.5 <= value.high
    assert 0.88 <= held_in / 150 <= 0.99
    still = correlations(("A", "B"), [replay(noise(1, 90)), replay(np.zeros(90))])[0].value
    assert (still.value, still.low) == (None, None)
    same = correlations(("A", "B"), [replay(noise(1, 90)), replay(noise(1, 90))])[0].value
    assert (same.value, same.low, same.high) == pytest.approx((1.0, 1.0, 1.0))


@pytest.mark.parametrize(("members", "told"), [
    (MEMBERS[:1], "at least two markets, each once, were A."),
    ((MEMBERS[0], MEMBERS[0]), "each once, were A, A."),
    ((MEMBERS[0], replace(MEMBERS[1], parameters=changed(BOT, {"timeframe": "4h"}))), "the bot's timeframe is 4h"),
])  # fmt: skip
def test_what_cannot_share_a_cash_is_refused(members: tuple[Member, ...], told: str) -> None:
    """In one line."""
    with pytest.raises(DataError, match=told):
        together(members, SETUP)
