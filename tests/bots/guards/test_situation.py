"""What settings come to in a place: orders, shares of equity, stops and costs, worked by hand."""

import pytest

from engine.bots.guardrails import findings
from engine.bots.guards.situation import (
    Situation,
    ladder_units,
    largest_share,
    order_units,
    share_cap,
    stop_pct,
)
from engine.bots.parameters import BotParameters
from engine.market.market import Market

TENS = Market("ETHUSDT", unit=10.0, lot_step=0.0, minimum_notional=0.0)


@pytest.mark.parametrize(("trailing", "stop"), [(0.0, 4.0), (2.0, 2.0), (4.0, 4.0), (6.0, 4.0)])
def test_the_tighter_of_two_stops_is_the_one_that_counts(trailing: float, stop: float) -> None:
    """A trailing stop of 0 is off, not infinitely tight."""
    assert stop_pct(BotParameters(stop_loss_pct=4.0, trailing_stop_pct=trailing)) == stop


@pytest.mark.parametrize(("risk", "order", "share"), [(0.0, 0.001, 0.2), (0.5, 0.002, 0.4), (1.0, 0.003, 0.4)])
def test_risk_scales_the_order_and_shrinks_the_share_but_never_widens_it(
    risk: float, order: float, share: float
) -> None:
    """The cap is the trader's own number; boldness must not reach past it."""
    bot = BotParameters(base_trade_size=0.002, risk_factor=risk, max_asset_exposure=0.4)
    assert (order_units(bot), share_cap(bot)) == pytest.approx((order, share))


def test_a_ladder_is_all_its_lots_up_to_the_largest_position() -> None:
    """0.001 and twice and four times that, or what fits."""
    bot = BotParameters(base_trade_size=0.001, risk_factor=0.5, position_scaling=2.0, max_open_positions=3)
    assert ladder_units(bot) == pytest.approx(0.007)
    capped = BotParameters(
        base_trade_size=0.001, risk_factor=0.5, position_scaling=2.0, max_open_positions=3, max_position_size=0.005
    )
    assert ladder_units(capped) == pytest.approx(0.005)


def test_the_share_at_work_is_the_ladders_worth_or_the_cap() -> None:
    """Units of ten coins at 3,000 each: 0.001 units are 30 in quote currency; the forecast may add its weight."""
    bot = BotParameters(
        base_trade_size=0.001, risk_factor=0.5, max_open_positions=1, max_asset_exposure=0.5, ml_weight=0.5
    )
    assert largest_share(bot, Situation(TENS, 3_000.0, 1_000.0)) == pytest.approx(0.045)
    assert largest_share(bot, Situation(TENS, 3_000.0, 50.0)) == pytest.approx(0.5)
    assert largest_share(bot, Situation(TENS, None, 1_000.0)) == pytest.approx(0.5)


def test_a_round_trip_costs_two_fees_and_slips_on_a_market_entry_alone() -> None:
    """The target is a limit order: it is filled at its price."""
    place = Situation(fee=0.001, slippage_bps=10.0)
    two_fees = 1.001 / 0.999
    assert place.round_trip_pct(BotParameters(order_type="limit")) == pytest.approx(100 * (two_fees - 1))
    assert place.round_trip_pct(BotParameters(order_type="market")) == pytest.approx(100 * (1.001 * two_fees - 1))


@pytest.mark.parametrize(("capital", "is_cut"), [(30.02, True), (30.04, False)])
def test_an_order_must_leave_room_for_its_fee(capital: float, is_cut: bool) -> None:
    """All the money buys a little less than itself: 30 coins' worth and 0.03 of fee."""
    bot = BotParameters(base_trade_size=0.001, risk_factor=0.5, max_asset_exposure=1.0)
    found = {each.rule: each for each in findings(bot, TENS, 3_000.0, capital)}
    assert ("above_share_of_equity" in found) is is_cut


def test_a_smaller_order_is_worked_out_in_units_of_the_market() -> None:
    """Of 20 in cash 19.98 can be spent: 0.0006 units of ten coins at 3,000 each."""
    bot = BotParameters(base_trade_size=0.001, risk_factor=0.5, max_asset_exposure=1.0)
    (found,) = (each for each in findings(bot, TENS, 3_000.0, 20.0) if each.rule == "above_share_of_equity")
    assert found.remedies[0] == {"base_trade_size": 0.0006}
