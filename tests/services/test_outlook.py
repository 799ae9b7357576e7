"""What the week may do to the bot's prices, and what models were worth: held against numbers worked by hand."""

from dataclasses import replace

import numpy as np
import pytest

from engine.bots.backtest import BacktestResult, Setup, backtest
from engine.bots.parameters import BotParameters, changed
from engine.bots.settings.knob import Value
from engine.bots.strategy import band
from engine.bots.tape import tape_of
from engine.forecast.days import daily_closes
from engine.forecast.evaluate import track_record
from engine.forecast.model import Forecast, e7
from engine.market.bars import Bars
from engine.market.market import Market
from engine.services.outlook import (
    Leaning,
    Level,
    expected_places,
    held,
    held_last_year,
    leaning,
    levels_ahead,
    side_by_side,
)
from tests.builders import walk

MARKET = Market("TEST", kind="perpetual", lot_step=1e-6, minimum_notional=0.0)
DAYS = walk(3, 900, step="1d", sigma=0.03)


def replayed(bars: Bars = DAYS, **settings: Value) -> tuple[BacktestResult, Forecast]:
    """A bot's replay on daily candles, and the forecast from its newest close."""
    result = backtest(tape_of(bars, MARKET, "1d"), changed(BotParameters(timeframe="1d"), settings), Setup())
    times, closes = daily_closes(bars)
    return result, e7("TEST", int(times[-1]), closes)


def levels(**settings: Value) -> tuple[Level, ...]:
    """The prices that matter to such a bot."""
    result, forecast = replayed(DAYS, **settings)
    return levels_ahead(result, band(result.tape, 15, 1.2), forecast)


def test_a_flat_bot_has_the_stop_and_target_of_a_buy_at_the_last_close() -> None:
    """A stop of 3 % under 100 is 97, a target of 2 % over it is 102."""
    found = {each.name: each for each in levels(stop_loss_pct=3.0, take_profit_pct=2.0, max_volatility_pct=1.0)}
    last = float(DAYS.close[-1])
    assert found["Stop of a buy now"].price == pytest.approx(0.97 * last)
    assert found["Target of a buy now"].price == pytest.approx(1.02 * last)
    assert found["Target of a buy now"].chance > found["Stop of a buy now"].chance


def test_a_bot_that_may_sell_short_has_the_other_side_too() -> None:
    """Its stop lies above the price."""
    names = [each.name for each in levels(allow_short=True, max_volatility_pct=1.0)]
    assert names.index("Stop of a short now") < names.index("Target of a short now")
    assert len(names) == 6


def test_a_wider_stop_is_touched_less_often() -> None:
    """Whatever the forecast is."""
    chances = [
        next(each.chance for each in levels(stop_loss_pct=away, max_volatility_pct=1.0) if each.kind == "stop")
        for away in (1.0, 5.0, 15.0)
    ]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] > chances[2]


def test_what_is_held_keeps_its_own_stop() -> None:
    """A position that is open at the end has its stop under its entry, not under the last price."""
    last = np.r_[np.full(800, 100.0) + np.arange(800) % 2, 90.0, 89.0]
    falling = replace(DAYS.slice(0, 802), open=last, high=last * 1.01, low=last * 0.99, close=last)
    result, forecast = replayed(falling, stop_loss_pct=20.0, order_type="market", max_volatility_pct=30.0)
    taken = result.trades
    assert taken.exit_bar[-1] < 0
    found = levels_ahead(result, band(result.tape, 15, 1.2), forecast)
    stop = next(each for each in found if each.name == "Stop of the position held")
    assert stop.price == pytest.approx(0.8 * float(taken.entry_price[-1]))


def test_replayed_shares_carry_wilsons_range_and_their_weeks() -> None:
    """79 of 100 is 70.0 to 85.8 %: Wilson, worked by hand."""
    times, closes = daily_closes(DAYS)
    record = replace(
        track_record(closes, times), origins=100, coverage=((0.5, 0.79, 0.95),) * 7, origins_year=0, coverage_year=()
    )
    eighty = held(record, 7)[1]
    assert (eighty.value, eighty.n) == (0.79, 100)
    assert (eighty.low, eighty.high) == (pytest.approx(0.700, abs=1e-3), pytest.approx(0.858, abs=1e-3))
    assert held_last_year(record) == ()


def test_chance_allows_a_bar_of_a_level_histogram_two_deviations() -> None:
    """100 weeks, 10 in each tenth, 1.96 deviations of 3: 4.1 to 15.9."""
    times, closes = daily_closes(DAYS)
    record = replace(track_record(closes, times), places=((10,) * 10,) * 7)
    assert expected_places(record, 7) == (10.0, pytest.approx(4.12), pytest.approx(15.88))


def test_the_models_are_replayed_on_the_same_weeks() -> None:
    """E7's own record is the first row, the random walk the reference beside it."""
    times, closes = daily_closes(DAYS)
    record = track_record(closes, times)
    ours, walked = side_by_side(DAYS, record)
    assert (ours.model, ours.weeks, ours.skill) == ("E7", record.origins, record.skill)
    assert (walked.model, walked.weeks, walked.skill) == ("random walk", record.origins, None)
    assert [round(each.value or 0, 9) for each in ours.held] == [round(each, 9) for each in record.coverage_week]


def test_weeks_that_turn_each_time_are_no_chance() -> None:
    """Seven days up, seven days down: every week goes against the one before it."""
    steps = np.where((np.arange(900) // 7) % 2 == 0, 0.01, -0.01)
    close = 100 * np.exp(np.cumsum(steps))
    turning = replace(DAYS, open=close, high=close * 1.01, low=close * 0.99, close=close)
    found = leaning(turning)
    assert found is not None
    assert (found.percent, found.is_chance) == (100.0, False)


def test_a_coin_thrown_is_called_chance_and_few_weeks_are_not_judged() -> None:
    """The walk has no direction by construction; 372 days have no ten weeks after their first year."""
    found = leaning(DAYS)
    assert found is not None
    assert found.is_chance
    assert leaning(DAYS.slice(0, 380)) is None
    assert not Leaning(55.0, 1.0, 500).is_chance
