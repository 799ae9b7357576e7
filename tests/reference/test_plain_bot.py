"""Steps 1 to 8 of the plain reference, worked by hand on markets of a few bars.

Everywhere: the band is 100 ± 1, a lot is one coin, bar 6 is the first that is not flat at 100. A close at 98 is a
signal to buy, filled in bar 7; a close at 100 or above ends a mean-reversion long.
"""

import pytest

from tests.reference.small_market import DIP, FIRST, PEAK, candles, flat, run

ENTRY = FIRST + 1  # the bar after a first bar that signals


def test_a_dip_is_bought_at_the_next_open_and_sold_at_the_open_after_its_return() -> None:
    """Signal at 98, in at 98.5, close 100 is the mean, out at 101: 2.5 earned, and seen in the equity."""
    result = run(candles(DIP, (98.5, 100.0, 98.5, 100.0), (101.0, 101.0, 100.5, 100.5)))
    (trade,) = result.trades
    assert (trade.entry_bar, trade.exit_bar, trade.side, trade.quantity, trade.lots) == (ENTRY, ENTRY + 1, 1, 1.0, 1)
    assert (trade.entry_price, trade.exit_price, trade.pnl, trade.reason) == (98.5, 101.0, 2.5, "band")
    assert result.equity[FIRST:] == [10_000.0, 10_001.5, 10_002.5]
    assert result.position[FIRST:] == [0.0, 1.0, 0.0]


def test_slippage_and_fees_work_against_the_market_order_both_ways() -> None:
    """In at 98.5·1.001 = 98.5985, out at 101·0.999 = 100.899; fees a thousandth of 199.4975."""
    bars = candles(DIP, (98.5, 100.0, 98.5, 100.0), flat(101.0))
    (trade,) = run(bars, slippage_bps=10.0, taker_fee=0.001).trades
    assert (trade.entry_price, trade.exit_price) == (pytest.approx(98.5985), pytest.approx(100.899))
    assert trade.fees == pytest.approx(0.1994975)
    assert trade.pnl == pytest.approx(2.3005 - 0.1994975)


@pytest.mark.parametrize(("opened", "is_filled"), [(98.4, True), (98.5, False), (90.0, True)])
def test_a_market_entry_is_void_when_the_open_has_run_away(opened: float, is_filled: bool) -> None:
    """50 bp of 98 are 0.49: 98.4 passes, 98.5 does not; a better open is never refused."""
    result = run(candles(DIP, flat(opened)), {"max_slippage_bps": 50.0})
    assert bool(result.trades) is is_filled


def test_a_slippage_limit_of_zero_still_takes_an_equal_open() -> None:
    """Void is what is worse by MORE than the limit."""
    assert run(candles(DIP, flat(98.0)), {"max_slippage_bps": 0.0}).trades
    assert not run(candles(DIP, flat(98.01)), {"max_slippage_bps": 0.0}).trades


@pytest.mark.parametrize(
    ("candle", "price", "fee"),
    [
        ((97.5, 98.0, 97.0, 97.5), 97.5, 0.002 * 97.5),  # open as good as the limit: taker at the open
        ((98.0, 98.5, 98.0, 98.5), 98.0, 0.002 * 98.0),  # exactly as good counts
        ((98.5, 98.5, 97.9, 98.5), 98.0, 0.001 * 98.0),  # traded through: maker at the limit
        ((98.5, 98.5, 98.0, 98.5), None, None),  # only touched: somebody else was first in the queue
    ],
)
def test_a_limit_entry_needs_a_good_open_or_a_trade_through(candle, price, fee) -> None:
    """Slippage is set and must not matter: a limit order pays its limit at the most."""
    settings = {"order_type": "limit"}
    trades = run(candles(DIP, candle), settings, maker_fee=0.001, taker_fee=0.002, slippage_bps=50.0).trades
    assert [(trade.entry_price, trade.fees) for trade in trades] == ([(price, fee)] if price else [])


def test_an_entry_is_cut_to_the_cash_with_its_fee_and_to_whole_lots() -> None:
    """50 of capital: 50/98 = 0.5102 is decided; at 98.9 with 1 % fee 50/99.889 = 0.5006 can be paid: 0.50."""
    bars = candles(DIP, flat(98.9))
    (trade,) = run(bars, capital=50.0, taker_fee=0.01).trades
    assert trade.quantity == pytest.approx(50.0 / 99.889)
    (trade,) = run(bars, capital=50.0, taker_fee=0.01, lot_step=0.01).trades
    assert trade.quantity == pytest.approx(0.50)


def test_an_entry_below_the_minimum_is_void() -> None:
    """One coin at 98 is 98 of notional: a minimum of 98 lets it pass, one of 98.01 does not."""
    bars = candles(DIP, flat(98.0))
    assert run(bars, minimum_notional=98.0).trades
    assert not run(bars, minimum_notional=98.01).trades


def test_a_short_adds_only_what_is_left_beside_twice_its_liability() -> None:
    """Capital 150, one coin short at 102: cash 252. At an open of 110 the liability is 110: 252 − 220 = 32 is free."""
    bars = candles(PEAK, flat(102.0), flat(110.0))
    (trade,) = run(bars, {"allow_short": True, "max_open_positions": 2}, capital=150.0).trades
    assert (trade.side, trade.lots) == (-1, 2)
    assert trade.quantity == pytest.approx(1.0 + 32.0 / 110.0)


def test_an_added_lot_moves_the_average_and_with_it_the_stop() -> None:
    """1 coin at 98, 2 at 92 (scaling 2): average 94, 7 % below it is 87.42; from 98 it was 91.14."""
    settings = {"position_scaling": 2.0, "max_open_positions": 2, "stop_loss_pct": 7.0}
    bars = candles(DIP, (98.0, 98.0, 92.0, 92.0), flat(92.0), (92.0, 92.0, 87.0, 90.0))
    (trade,) = run(bars, settings).trades
    assert (trade.lots, trade.quantity, trade.entry_price) == (2, 3.0, 94.0)
    assert (trade.exit_price, trade.reason) == (pytest.approx(94.0 * 0.93), "stop")


def test_the_stop_comes_before_the_target_in_the_same_bar() -> None:
    """In at 98; the next bar spans both 95.06 and 99.96. Which came first is unknown: the worse is assumed."""
    bars = candles(DIP, flat(98.0), (98.0, 110.0, 90.0, 98.0))
    (trade,) = run(bars, {"stop_loss_pct": 3.0, "take_profit_pct": 2.0}).trades
    assert (trade.exit_bar, trade.exit_price, trade.reason) == (ENTRY + 1, pytest.approx(95.06), "stop")


def test_a_gap_through_the_stop_is_sold_at_the_open_with_slippage_and_taker_fee() -> None:
    """The stop at about 95 was never traded: the open at 90 is what there was, less 10 bp."""
    bars = candles(DIP, flat(98.0), (90.0, 91.0, 89.0, 90.0))
    (trade,) = run(bars, {"stop_loss_pct": 3.0}, slippage_bps=10.0, taker_fee=0.001, maker_fee=0.5).trades
    assert trade.exit_price == pytest.approx(90.0 * 0.999)
    assert trade.fees == pytest.approx(0.001 * (98.0 * 1.001 + 90.0 * 0.999))


def test_the_stop_guards_the_bar_of_the_entry_itself() -> None:
    """In at the open at 98, low 95 in the same bar: out at 95.06 at once, whatever the close says."""
    (trade,) = run(candles(DIP, (98.0, 99.0, 95.0, 98.0)), {"stop_loss_pct": 3.0}).trades
    assert (trade.entry_bar, trade.exit_bar, trade.exit_price) == (ENTRY, ENTRY, pytest.approx(95.06))


def test_the_trailing_stop_follows_the_best_price_of_earlier_bars_only() -> None:
    """Best 99.5 in the bar whose low is 97.6: its own stop is still 98·0.98 = 96.04; then 99.5·0.98 = 97.51."""
    bars = candles(DIP, flat(98.0), (98.0, 99.5, 97.6, 98.0), (98.0, 98.0, 97.0, 98.0))
    (trade,) = run(bars, {"trailing_stop_pct": 2.0}).trades
    assert (trade.exit_bar, trade.exit_price) == (ENTRY + 2, pytest.approx(97.51))


def test_a_stop_or_target_that_is_just_reached_counts() -> None:
    """In at 96; 12.5 % below is 84, above 108, without rounding."""
    for candle, price in (((96.0, 96.0, 84.0, 96.0), 84.0), ((84.0, 98.0, 84.0, 98.0), 84.0)):
        (trade,) = run(candles(DIP, flat(96.0), candle), {"stop_loss_pct": 12.5}).trades
        assert (trade.exit_bar, trade.exit_price, trade.reason) == (ENTRY + 1, price, "stop")
    (trade,) = run(candles(DIP, flat(96.0), (96.0, 108.0, 96.0, 98.0)), {"take_profit_pct": 12.5}).trades
    assert (trade.exit_price, trade.reason) == (108.0, "target")


@pytest.mark.parametrize("lots", [1, 3])
def test_an_average_of_equal_prices_is_that_price_to_the_last_digit(lots: int) -> None:
    """Some quantities times 50, divided by themselves, are not 50: a target of 51 would be missed by a rounding."""
    bars = candles(*[flat(50.0)] * (ENTRY + lots), (50.0, 51.0, 50.0, 50.0), quiet=0)
    settings = {"take_profit_pct": 2.0, "style": "breakout", "max_open_positions": lots}
    for units in (39.9, 0.1, 2.1, 3.5):
        (trade,) = run(bars, settings, unit=units, bands=([40.0] * len(bars), [1.0] * len(bars))).trades
        assert (trade.entry_price, trade.lots, trade.exit_price, trade.reason) == (50.0, lots, 51.0, "target")


@pytest.mark.parametrize(
    ("candle", "price", "reason"),
    [
        ((102.0, 106.0, 90.0, 102.0), 105.06 * 1.001, "stop"),  # 3 % above 102, and before the target
        ((107.0, 107.0, 101.0, 102.0), 107.0 * 1.001, "stop"),
        ((102.0, 102.0, 99.0, 102.0), 99.96, "target"),  # 2 % below 102
        ((99.0, 102.0, 99.0, 102.0), 99.0, "target"),
    ],
)
def test_a_short_is_stopped_above_and_pays_below(candle, price, reason) -> None:
    """Sold at 102 after 10 bp of slippage, from which both levels are measured; a stop slips upwards."""
    bars = candles(PEAK, flat(102.0 / 0.999), candle)
    settings = {"allow_short": True, "stop_loss_pct": 3.0, "take_profit_pct": 2.0}
    (trade,) = run(bars, settings, slippage_bps=10.0).trades
    assert (trade.side, trade.reason, trade.exit_bar) == (-1, reason, ENTRY + 1)
    assert (trade.entry_price, trade.exit_price) == (pytest.approx(102.0), pytest.approx(price))


def test_a_short_trails_its_lowest_price() -> None:
    """Sold at 104; the low of 101 puts the 2 % trailing stop at 103.02, nearer than the stop loss at 107.12."""
    bars = candles(PEAK, flat(104.0), (103.0, 103.0, 101.0, 102.0), (102.0, 105.0, 102.0, 102.0))
    (trade,) = run(bars, {"allow_short": True, "stop_loss_pct": 3.0, "trailing_stop_pct": 2.0}).trades
    assert (trade.exit_bar, trade.exit_price) == (ENTRY + 2, pytest.approx(103.02))


@pytest.mark.parametrize(
    ("candle", "price"),
    [((98.0, 100.0, 98.0, 98.0), 98.0 * 1.02), ((101.0, 101.0, 98.0, 98.0), 101.0), ((98.0, 99.9, 98.0, 98.0), None)],
)
def test_the_target_pays_itself_or_a_better_open(candle, price) -> None:
    """2 % above 98 is 99.96, a resting order at the maker's fee; an open above it is a gift."""
    bars = candles(DIP, flat(98.0), candle)
    (trade,) = run(bars, {"take_profit_pct": 2.0}, maker_fee=0.001).trades
    assert trade.exit_price == (pytest.approx(price) if price else None)
    assert trade.fees == pytest.approx(0.001 * price if price else 0.0)


def test_no_target_in_a_bar_whose_entry_was_filled_inside_it() -> None:
    """The high may have come before the fill at the limit; after a fill at the open it cannot have."""
    settings = {"order_type": "limit", "take_profit_pct": 1.0}
    inside = run(candles(DIP, (98.5, 99.5, 97.5, 98.5), (98.5, 99.5, 98.5, 98.5)), settings)
    assert [trade.exit_bar for trade in inside.trades] == [ENTRY + 1]
    at_open = run(candles(DIP, (98.0, 99.5, 97.5, 98.5)), settings)
    assert [trade.exit_bar for trade in at_open.trades] == [ENTRY]


@pytest.mark.parametrize(
    ("candle", "price", "fee"),
    [
        ((100.5, 101.0, 100.0, 100.5), 100.5, 0.002),  # open as good: taker
        ((99.5, 100.1, 99.5, 99.5), 100.0, 0.001),  # traded through: maker
        ((99.5, 100.0, 99.5, 99.5), None, 0.0),  # only touched: void
    ],
)
def test_a_limit_exit_waits_at_the_signal_close(candle, price, fee) -> None:
    """The close at 100 decides the exit; the order at 100 lives for the next bar only."""
    bars = candles(DIP, (98.0, 100.0, 98.0, 100.0), candle)
    (trade,) = run(bars, {"order_type": "limit"}, maker_fee=0.001, taker_fee=0.002).trades
    assert trade.exit_price == price
    assert trade.fees == pytest.approx(0.002 * 98.0 + fee * (price or 0.0))


def test_the_stop_comes_before_a_limit_exit() -> None:
    """The bar trades through both 95.06 and the limit at 100: again the worse is assumed."""
    bars = candles(DIP, (98.0, 100.0, 98.0, 100.0), (99.0, 101.0, 95.0, 99.0))
    (trade,) = run(bars, {"order_type": "limit", "stop_loss_pct": 3.0}).trades
    assert trade.reason == "stop"


def test_the_drawdown_limit_sells_at_the_next_open_and_never_buys_again() -> None:
    """100 coins' worth of 9,800 fall from 98 to 95 with a peak of 10,000: 3 % is at the limit of 3 %."""
    settings = {"max_drawdown_pct": 3.0, "order_type": "limit"}
    bars = candles(DIP, flat(98.0), flat(95.0), flat(94.0), flat(94.0), flat(94.0))
    result = run(bars, settings, unit=10_000.0)
    (trade,) = result.trades
    assert (trade.exit_bar, trade.exit_price, trade.reason) == (ENTRY + 2, 94.0, "drawdown")


def test_a_daily_loss_blocks_entries_until_midnight_and_keeps_positions() -> None:
    """10 coins lose 5 each: 50 of 10,000 are at the limit of 0.5 %, and bars 7 to 11 decide nothing, even recovered.

    Bar 12 is a new day with its own base, and decides the lot of bar 13.
    """
    bars = candles(DIP, (98.0, 98.0, 93.0, 93.0), flat(93.0), *[flat(97.5)] * 5)
    settings = {"max_open_positions": 2}
    blocked = run(bars, settings | {"max_daily_loss_pct": 0.5}, unit=1_000.0)
    assert blocked.position[FIRST:] == [0.0, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0, 20.0]
    assert run(bars, settings, unit=1_000.0).position[FIRST:] == [0.0, 10.0] + [20.0] * 6


def test_a_day_starts_from_the_equity_of_the_last_close_before_it() -> None:
    """10 coins from 98: bar 11 closes the day at 9,950, bar 12 at 9,900: 0.5 % of the base, not 1 % of the capital."""
    bars = candles(*[flat(100.0)] * 3, DIP, flat(98.0), flat(93.0), (93.0, 93.0, 88.0, 88.0), flat(88.0))
    settings = {"max_open_positions": 2, "max_daily_loss_pct": 1.0, "max_trades_per_day": 1}
    assert run(bars, settings, unit=1_000.0).position[FIRST + 6 :] == [10.0, 20.0]


def test_a_carried_position_pays_funding_before_anything_else() -> None:
    """Bars at 04:00 (in), 08:00 and 12:00: one funding time, at 08:00, on 1 coin at that bar's open of 97.5."""
    bars = candles(DIP, flat(98.0), (97.5, 97.5, 97.0, 97.0), flat(97.0))
    long = run(bars, funding_rate=0.001)
    assert long.trades[0].pnl == pytest.approx(97.0 - 98.0 - 0.0975)
    assert long.equity[-1] == pytest.approx(10_000.0 - 1.0975)
    short = run(candles(PEAK, flat(102.0), flat(102.5)), {"allow_short": True}, funding_rate=0.001)
    assert short.trades[0].pnl == pytest.approx(102.0 - 102.5 + 0.1025)
    assert run(bars, funding_rate=0.001, kind="spot").trades[0].pnl == -1.0


def test_funding_counts_every_time_that_a_gap_has_skipped() -> None:
    """Daily bars have three funding times between two opens: 00:00 of the day of entry is not among them."""
    bars = candles(DIP, flat(98.0), flat(98.0), step="1d")
    assert run(bars, funding_rate=0.001).trades[0].pnl == pytest.approx(-3 * 0.098)


def test_orders_of_the_last_close_are_dropped_and_the_position_is_marked() -> None:
    """Nobody knows the bar after the last: the exit decided at 100.5 never happens, the trade stays open."""
    (trade,) = run(candles(DIP, (98.0, 100.5, 98.0, 100.5)), taker_fee=0.001).trades
    assert (trade.exit_bar, trade.exit_price, trade.reason) == (None, None, "open")
    assert trade.pnl == pytest.approx(2.5 - 0.098)
    assert not run(candles(DIP)).trades


def test_core_buys_exactly_the_base_size_and_sells_beyond_the_opposite_band() -> None:
    """No unit, lot, minimum, stop or target: 0.01 coins through a fall to 50 until the open after a close above 101."""
    bars = candles(DIP, flat(97.0), flat(50.0), flat(100.5), PEAK, flat(100.0))
    (trade,) = run(bars, {"stop_loss_pct": 0.5}, core=True, lot_step=1.0, minimum_notional=99.0).trades
    assert (trade.entry_price, trade.exit_bar, trade.exit_price) == (97.0, FIRST + 5, 100.0)
    assert (trade.quantity, trade.pnl) == (0.01, pytest.approx(0.03))
