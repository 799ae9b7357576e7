"""Steps 9 to 13 of the plain reference, worked by hand, and what must hold on any market.

Everywhere: the band is 100 ± 1, a lot is one coin, bar 6 is the first that is not flat at 100.
"""

import math
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.market.bars import Bars
from tests.reference.plain_bot import PlainResult
from tests.reference.small_market import DIP, FIRST, PEAK, Candle, candles, flat, run

ENTRY = FIRST + 1
BREAKOUT = {"style": "breakout"}
SHORTS = {"allow_short": True}


def stays(result: PlainResult) -> list[tuple[int, int | None]]:
    """Entry and exit bar of each trade."""
    return [(trade.entry_bar, trade.exit_bar) for trade in result.trades]


def test_a_position_is_held_for_so_many_closes_and_sold_at_the_next_open() -> None:
    """The entry bar's own close is the first: three closes are bars 7, 8 and 9, so out in bar 10, at the market."""
    settings = {"max_holding_bars": 3, "order_type": "limit", "cooldown_bars": 99}
    result = run(candles(DIP, *[flat(98.0)] * 3, *[flat(97.0)] * 2), settings)
    assert stays(result) == [(ENTRY, ENTRY + 3)]
    assert result.trades[0].reason == "holding"


@pytest.mark.parametrize(
    ("close", "is_out"), [(99.5, True), (99.49, False), (99.5 - 99.5e-10, True), (99.5 - 9.95e-7, False), (103.0, True)]
)
def test_a_reversion_ends_within_the_exit_band_or_past_it(close: float, is_out: bool) -> None:
    """exit_band 0.5 puts the level at 99.5; a billionth of the close nearer or further is the same."""
    bars = candles(DIP, (98.0, max(98.0, close), 98.0, close), flat(98.0))
    assert (run(bars, {"exit_band": 0.5, "cooldown_bars": 9}).trades[0].exit_bar is not None) is is_out


@pytest.mark.parametrize(("close", "is_out"), [(100.6, False), (100.5, True), (95.0, True)])
def test_a_breakout_ends_when_it_falls_back_to_the_exit_band(close: float, is_out: bool) -> None:
    """Bought above 101; exit_band 0.5 puts the level at 100.5 on the side of the breakout."""
    bars = candles(PEAK, (102.0, 102.0, close, close), flat(102.0))
    (trade,) = run(bars, BREAKOUT | {"exit_band": 0.5, "cooldown_bars": 9}).trades
    assert trade.side == 1
    assert (trade.exit_bar is not None) is is_out


def test_a_bar_with_an_exit_decision_has_no_entry_decision() -> None:
    """The close at 102 ends the long and would open a short: only the long is ended, the short waits a close."""
    bars = candles(DIP, (98.0, 102.0, 98.0, 102.0), flat(102.0), flat(102.0))
    assert stays(run(bars, SHORTS)) == [(ENTRY, ENTRY + 1), (ENTRY + 2, None)]


def test_a_signal_must_last_for_the_confirming_closes_before() -> None:
    """Two confirming closes: 98, 98, 98 decides at the third, and a close inside the band starts it afresh."""
    settings = {"entry_confirm_bars": 2}
    assert stays(run(candles(DIP, *[flat(98.0)] * 4), settings)) == [(FIRST + 3, None)]
    broken = candles(DIP, flat(98.0), flat(100.0), flat(98.0), flat(98.0), flat(98.0), flat(98.0))
    assert stays(run(broken, settings)) == [(FIRST + 6, None)]


def test_a_missing_band_signals_nothing_and_breaks_a_run() -> None:
    """No band at bar 7: no entry, no exit, and the run of two confirming closes begins after it."""
    bars = candles(DIP, flat(98.0), flat(98.0), flat(98.0), flat(98.0), flat(98.0))
    means, deviations = [100.0] * len(bars), [1.0] * len(bars)
    means[FIRST + 1], deviations[FIRST + 1] = None, None
    bands = means, deviations
    assert stays(run(bars, {"entry_confirm_bars": 1}, bands=bands)) == [(FIRST + 4, None)]
    risen = candles(DIP, (98.0, 100.0, 98.0, 100.0), flat(98.0), flat(98.0))
    assert stays(run(risen, bands=([100.0] * 7 + [math.nan] + [100.0] * 2, [1.0] * 10))) == [(ENTRY, None)]


def test_a_flat_market_is_never_beyond_its_band() -> None:
    """Deviation 0 is a band: a close that differs from the mean by rounding alone must not trade."""
    bars = candles(*[flat(100.0 - 1e-8)] * 6)
    assert not run(bars, {"allow_short": True}, bands=([100.0] * 12, [0.0] * 12)).trades
    bars = candles(*[flat(100.0 - 2e-7)] * 6)
    assert run(bars, {"allow_short": True}, bands=([100.0] * 12, [0.0] * 12)).trades


@pytest.mark.parametrize(
    ("style", "candle", "side"),
    [("mean_reversion", DIP, 1), ("mean_reversion", PEAK, -1), ("breakout", DIP, -1), ("breakout", PEAK, 1)],
)
def test_the_style_says_what_a_close_beyond_the_band_means(style: str, candle: Candle, side: int) -> None:
    """Fading buys the dip, following sells it; shorts only where settings and market allow them."""
    bars = candles(candle, flat(candle[3]))
    assert [trade.side for trade in run(bars, {"style": style} | SHORTS).trades] == [side]
    alone = [1] if side == 1 else []
    assert [trade.side for trade in run(bars, {"style": style}).trades] == alone
    assert [trade.side for trade in run(bars, {"style": style} | SHORTS, kind="spot").trades] == alone


def test_a_hybrid_follows_from_an_efficiency_of_three_tenths() -> None:
    """50 bars of ±1 end in one of 17 or 22: 16/67 = 0.24 fades (buys), 22/72 = 0.31 follows (sells short)."""
    for drop, side in ((17.0, 1), (22.0, -1)):
        zigzag = [flat(100.0 + i % 2) for i in range(50)]
        bars = candles(*zigzag, flat(100.0 - drop), flat(100.0 - drop), quiet=1)
        result = run(bars, {"style": "hybrid"} | SHORTS, bands=([101.0] * 53, [5.0] * 53))
        assert [trade.side for trade in result.trades] == [side]
    assert not run(candles(DIP, flat(98.0)), {"style": "hybrid"} | SHORTS).trades


def test_an_efficiency_of_exactly_three_tenths_follows_whatever_the_rounding() -> None:
    """42 moves of a tick and one of 18 are 18/60; ticks of a tenth or a cent are not binary, the rule is the same."""
    for tick in (1.0, 0.1, 0.01):
        ticks = [1000.0] * 7 + [1000.0, 1001.0] * 21 + [1000.0, 982.0, 982.0]
        bars = candles(*[flat(tick * at) for at in ticks], quiet=0)
        middle, deviation = [tick * 1000.0] * 52, [tick] * 52
        result = run(bars, {"style": "hybrid"} | SHORTS, bands=(middle, deviation))
        assert [trade.side for trade in result.trades] == [-1]


def test_the_cooldown_counts_from_the_bar_of_the_exit() -> None:
    """Stopped out in bar 8; a cooldown of 2 lets the close of bar 10 decide again, so in again in bar 11."""
    bars = candles(DIP, flat(98.0), (98.0, 98.0, 90.0, 98.0), *[flat(98.0)] * 4)
    for cooldown, again in ((0, FIRST + 3), (1, FIRST + 4), (2, FIRST + 5)):
        settings = {"cooldown_bars": cooldown, "stop_loss_pct": 3.0}
        assert stays(run(bars, settings)) == [(ENTRY, FIRST + 2), (again, None)]


def test_entries_are_counted_by_the_day_of_their_fill() -> None:
    """Two lots a day: bars 7 and 8, then none until bar 12 opens a day, whose close decides the lot of bar 13."""
    bars = candles(DIP, *[flat(98.0)] * 7)
    result = run(bars, {"max_trades_per_day": 2, "max_open_positions": 9})
    assert result.position[FIRST:] == [0.0, 1.0, 2.0, 2.0, 2.0, 2.0, 2.0, 3.0]


def test_lots_grow_by_the_scaling_up_to_the_open_positions() -> None:
    """1, 2 and 4 coins with a scaling of 2; a fourth lot is not opened."""
    bars = candles(DIP, *[flat(98.0)] * 5)
    result = run(bars, {"position_scaling": 2.0, "max_open_positions": 3})
    assert result.position[FIRST:] == [0.0, 1.0, 3.0, 7.0, 7.0, 7.0]


def test_the_position_caps_cut_the_order_to_whole_lots() -> None:
    """0.035 units of 100 are 3.5 coins; 0.03 of 10,000 are 300, at 98 that is 3.0612 coins, in lots of 0.5: 3."""
    bars = candles(DIP, *[flat(98.0)] * 5)
    settings = {"max_open_positions": 9, "max_position_size": 0.035}
    assert run(bars, settings, lot_step=0.1).position[FIRST:] == pytest.approx([0.0, 1.0, 2.0, 3.0, 3.5, 3.5])
    settings = {"max_open_positions": 9, "max_asset_exposure": 0.03}
    assert run(bars, settings, lot_step=0.5).position[FIRST:] == [0.0, 1.0, 2.0, 3.0, 3.0, 3.0]


def test_no_appetite_for_risk_halves_the_order_and_the_share_of_equity() -> None:
    """Risk 0: half a coin a lot, and half of 2 % of 10,000 is 100: 1.0204 coins at 98."""
    bars = candles(DIP, *[flat(98.0)] * 4)
    settings = {"risk_factor": 0.0, "max_open_positions": 9, "max_asset_exposure": 0.02}
    assert run(bars, settings).position[FIRST:] == pytest.approx([0.0, 0.5, 1.0, 100 / 98, 100 / 98])


def test_full_appetite_for_risk_does_not_raise_the_share_of_equity() -> None:
    """Risk 1: one and a half coins a lot, but 2 % of 10,000 stays 200: 2.0408 coins at 98."""
    settings = {"risk_factor": 1.0, "max_open_positions": 9, "max_asset_exposure": 0.02}
    assert run(candles(DIP, *[flat(98.0)] * 3), settings).position[FIRST:] == pytest.approx(
        [0, 1.5, 200 / 98, 200 / 98]
    )


def test_a_confident_forecast_tilts_the_size() -> None:
    """Weight 0.5, strength −0.4: 0.8 of a coin at a confidence of 0.6, a whole one just below it or unknown."""
    bars = candles(DIP, flat(98.0))
    for confidence, quantity in ((0.6, 0.8), (0.59, 1.0), (math.nan, 1.0)):
        given_ = {"strength": [-0.4] * len(bars), "confidence": [confidence] * len(bars)}
        assert run(bars, {"ml_weight": 0.5, "ml_min_confidence": 0.6}, **given_).trades[0].quantity == quantity


def test_the_trend_filter_needs_200_closes_and_the_right_side_of_their_mean() -> None:
    """198 quiet bars and one are too few; with 199 the dip at 98 lies below the mean, a breakout at 102 above it."""
    for quiet, style, candle, count in (
        (198, "breakout", PEAK, 0),
        (199, "breakout", PEAK, 1),
        (199, "mean_reversion", DIP, 0),
    ):
        bars = candles(candle, flat(candle[3]), quiet=quiet)
        assert len(run(bars, {"style": style, "trend_filter": True}).trades) == count


def test_entries_wait_for_a_known_and_calm_volatility() -> None:
    """Six returns of 4 h bars: five 0 and ln 0.98. Deviation |ln 0.98|·√5/6, to a day ·√6: 1.844 %."""
    assert abs(math.log(0.98)) * math.sqrt(5) / 6 * math.sqrt(6) == pytest.approx(0.018443, abs=1e-6)
    bars = candles(DIP, flat(98.0))
    assert [len(run(bars, {"max_volatility_pct": limit}).trades) for limit in (1.84, 1.85)] == [0, 1]
    assert not run(candles(DIP, flat(98.0), quiet=5)).trades


def test_a_delay_reads_the_band_late_and_the_account_now() -> None:
    """Signal of bar 6 decided at the close of bar 7: in at bar 8's open; the return of bar 8 is acted on in bar 10."""
    bars = candles(DIP, flat(99.5), (98.5, 100.0, 98.5, 100.0), flat(100.0), flat(101.0), flat(100.0))
    (trade,) = run(bars, delay=1).trades
    assert (trade.entry_bar, trade.entry_price, trade.exit_bar, trade.exit_price) == (FIRST + 2, 98.5, FIRST + 4, 101.0)


def test_a_delay_reads_the_gates_and_the_price_of_the_caps_late() -> None:
    """Bar 7 leaps to 80: its volatility is 20 % and more, but bar 6 decides, whose close of 98 sets the cap."""
    bars = candles(DIP, flat(80.0), flat(80.0))
    settings = {"max_volatility_pct": 3.0, "max_asset_exposure": 0.01, "base_trade_size": 0.01, "risk_factor": 1.0}
    (trade,) = run(bars, settings, delay=1).trades
    assert (trade.entry_bar, trade.quantity) == (FIRST + 2, pytest.approx(100 / 98))


moves = st.lists(
    st.tuples(st.integers(-3, 3), st.integers(-4, 4), st.integers(0, 3), st.integers(0, 3)), min_size=8, max_size=60
)


def wandered(steps: list[tuple[int, int, int, int]], sign: int = 1) -> Bars:
    """A market around 100 from (jump, body, wick up, wick down) in quarters; sign −1 turns it upside down."""
    close, own = 100.0, []
    for jump, body, up, down in steps:
        opened = min(max(close + jump / 4, 90.0), 110.0)
        close = min(max(opened + body / 4, 90.0), 110.0)
        high, low = max(opened, close) + up / 4, min(opened, close) - down / 4
        own.append((opened, high, low, close))
    if sign < 0:
        own = [(200.0 - o, 200.0 - low, 200.0 - h, 200.0 - c) for o, h, low, c in own]
    return candles(*own)


@given(moves, st.sampled_from(["mean_reversion", "breakout"]), st.sampled_from(["limit", "market"]))
def test_a_short_is_a_long_on_the_market_turned_upside_down(steps, style, order_type) -> None:
    """Without costs, and with the limits out of reach, 200 − price gives the same bars and the same profit."""
    settings = {"style": style, "order_type": order_type, "max_open_positions": 3, "exit_band": 0.5} | SHORTS
    up, down = run(wandered(steps), settings), run(wandered(steps, sign=-1), settings)
    assert stays(up) == stays(down)
    assert [trade.side for trade in up.trades] == [-trade.side for trade in down.trades]
    assert up.equity == pytest.approx(down.equity, rel=1e-12)


NARROW = {"stop_loss_pct": 1.0, "take_profit_pct": 1.0, "trailing_stop_pct": 1.0, "max_holding_bars": 5} | SHORTS
COSTS = {"maker_fee": 0.001, "taker_fee": 0.002, "slippage_bps": 5.0, "funding_rate": 0.001}


@given(moves, st.sampled_from(["limit", "market"]), st.integers(0, 2))
def test_the_trades_add_up_to_the_equity(steps, order_type, delay) -> None:
    """What each trade says it earned is what the account has gained; fees and funding are in both."""
    result = run(wandered(steps), NARROW | {"order_type": order_type, "max_open_positions": 3}, delay=delay, **COSTS)
    assert sum(trade.pnl for trade in result.trades) == pytest.approx(result.equity[-1] - 10_000.0, abs=1e-8)


@given(moves, st.data())
def test_the_future_never_changes_the_past(steps, data) -> None:
    """The market cut short has the same equity and position up to the cut."""
    cut = data.draw(st.integers(FIRST, FIRST + len(steps)))
    whole, part = run(wandered(steps), NARROW, **COSTS), run(wandered(steps).slice(0, cut), NARROW, **COSTS)
    assert whole.equity[:cut] == part.equity
    assert whole.position[:cut] == part.position
    ended = [asdict(trade) for trade in part.trades if trade.exit_bar is not None]
    assert [asdict(trade) for trade in whole.trades][: len(ended)] == ended
