"""What tuning measures: the band, the verdict at today's price, the outlook and the chances of touching the band."""

from dataclasses import replace

import numpy as np
import pytest

from engine.bots.backtest import Costs, Setup
from engine.bots.parameters import BotParameters, changed
from engine.core.errors import DataError, ParameterError
from engine.market.bars import DAY_MS
from engine.market.market import Market
from engine.services import tune_bot
from engine.services.startup import App
from engine.services.tune_bot import Band
from tests.builders import candles, tape, walk

MARKET = Market("TEST", lot_step=1e-6, minimum_notional=0.0)
DEAR, CHEAP = 50_000.0, 500.0
LEAST_TEN = Market("TEST", lot_step=1e-6, minimum_notional=10.0)


def judged_after(prices: tuple[float, float], **values: object) -> list[str]:
    """The keys of what the guardrails say when a market went from one price to another."""
    parameters = changed(BotParameters(), values)
    made = tape(candles(np.linspace(*prices, 300)), LEAST_TEN)
    measured = tune_bot.measure(made, parameters, Setup(10_000.0, Costs(0.0, 0.0)), None)
    return [finding.key[0] for finding in tune_bot.judged(parameters, measured, "1h")]


@pytest.mark.parametrize(("window", "k_sigma"), [(5, 0.5), (20, 2.0)])
def test_the_band_drawn_is_the_bots_own(window: int, k_sigma: float) -> None:
    """A band of another window beside the trades would explain none of them."""
    made = tape(walk(3, 100), MARKET)
    found = tune_bot.measure(made, changed(BotParameters(), {"window": window, "k_sigma": k_sigma}), Setup(), None)
    for at in (window - 1, 60, 99):
        closes = made.bars.close[at - window + 1 : at + 1]
        assert found.band.lower[at] == pytest.approx(closes.mean() - k_sigma * closes.std())
        assert found.band.upper[at] == pytest.approx(closes.mean() + k_sigma * closes.std())
    assert np.isnan(found.band.mean[: window - 1]).all()


def test_settings_are_judged_at_the_newest_price() -> None:
    """An order of 0.001 coins is worth 50 where one costs 50,000 and 0.50 where it costs 500; the least is 10."""
    assert "too_small_to_trade" not in judged_after((CHEAP, DEAR))
    assert "too_small_to_trade" in judged_after((DEAR, CHEAP))


def test_settings_are_judged_at_the_costs_and_the_money_measured_with() -> None:
    """A target of half a percent is one thing without fees and another with them."""
    parameters = changed(BotParameters(), {"take_profit_pct": 0.5})
    made = tape(candles(np.linspace(DEAR, DEAR * 1.1, 300)), LEAST_TEN)

    def keys(setup: Setup, profile: str | None = None) -> list[str]:
        measured = tune_bot.measure(made, parameters, setup, None)
        return [finding.key[0] for finding in tune_bot.judged(parameters, measured, "1h", profile)]

    free, dear = keys(Setup(10_000.0, Costs(0.0, 0.0))), keys(Setup(10_000.0, Costs(0.005, 0.005)))
    assert set(dear) - set(free)
    assert set(keys(Setup(10.0, Costs(0.0, 0.0)))) - set(free)
    assert set(keys(Setup(10_000.0, Costs(0.0, 0.0)), "cautious")) - set(free)


def test_what_was_found_impossible_is_not_kept_although_the_settings_alone_allow_it(app: App) -> None:
    """Only the replay knows today's price: what it found must hold when the button is pressed."""
    app.candles.save(candles(np.linspace(DEAR, CHEAP, 300)), LEAST_TEN, "test")
    bot = tune_bot.open_bot(app, "TEST", "1h")
    wanted = tune_bot.drafted(bot.head.parameters, {"window": 20})
    until = tune_bot.known_until(app, "TEST", "1h")
    measured = tune_bot.measure(tune_bot.whole_tape(app, "TEST", "1h", "1h", until), wanted, Setup(), None)
    found = tuple(each for each in tune_bot.judged(wanted, measured, "1h") if each.level == "impossible")
    assert [each.key[0] for each in found] == ["too_small_to_trade"]
    with pytest.raises(ParameterError, match="never trades on TEST"):
        tune_bot.apply(app, bot, wanted, "a try", found)
    assert tune_bot.history(app, bot) == (bot.head,)
    assert tune_bot.apply(app, bot, wanted, "a try").head.number == 2


def test_the_outlook_stands_on_the_newest_close_with_its_record() -> None:
    """Two years of days make a record; the forecast starts where the chart ends."""
    made = tape(walk(3, 730, "1d", sigma=0.03), MARKET)
    seen = tune_bot.outlook(made)
    assert seen.forecast.last_close == made.bars.close[-1]
    assert seen.forecast.cutoff_ms == made.bars.time[-1] + DAY_MS
    assert seen.record is not None
    assert seen.record.origins > 40


def test_a_young_market_has_a_forecast_without_a_record_and_a_newborn_none() -> None:
    """Said, not hidden: 60 days are enough for the one and too few for the other."""
    assert tune_bot.outlook(tape(walk(3, 60, "1d"), MARKET)).record is None
    with pytest.raises(DataError, match=r"needs at least 30 daily closes without a gap, was 20"):
        tune_bot.outlook(tape(walk(3, 20, "1d"), MARKET))


def test_the_chances_of_touching_the_band_are_chances_and_wider_is_rarer() -> None:
    """Worked from joint paths, so that for a price between the edges a farther one is never likelier."""
    made = tape(walk(4, 730, "1d", sigma=0.03), MARKET)
    seen, inner = tune_bot.outlook(made), tune_bot.band(made, 20, 1.0)
    assert inner.lower[-1] < made.bars.close[-1] < inner.upper[-1]
    near, far = (tune_bot.touches(seen, tune_bot.band(made, 20, k)) for k in (1.0, 3.0))
    assert near is not None
    assert far is not None
    assert 0 <= far.lower <= near.lower <= 1
    assert 0 <= far.upper <= near.upper <= 1


def test_where_there_is_no_band_there_is_nothing_to_touch() -> None:
    """A market of ten bars has no band of twenty."""
    made = tape(walk(3, 730, "1d"), MARKET)
    young = tape(walk(3, 10, "1d"), MARKET)
    assert tune_bot.touches(tune_bot.outlook(made), tune_bot.band(young, 20, 1.0)) is None


def test_an_edge_at_or_below_zero_is_never_touched_and_a_price_at_both_edges_has_its_chances() -> None:
    """A wild market's band may reach below zero, where no price gets to; a still market's edges are one price."""
    made = tape(walk(4, 730, "1d", sigma=0.03), MARKET)
    seen, close = tune_bot.outlook(made), float(made.bars.close[-1])

    def edges(lower: float, upper: float) -> Band:
        full = np.full(3, np.nan)
        return Band(np.r_[full, lower], np.r_[full, close], np.r_[full, upper])

    wide, below = tune_bot.touches(seen, edges(-5.0, 1.1 * close)), tune_bot.touches(seen, edges(-5.0, -1.0))
    assert wide is not None
    assert below is not None
    assert (wide.lower, below.lower, below.upper) == (0.0, 0.0, 0.0)
    assert tune_bot.touches(seen, edges(0.0, 0.0)) == tune_bot.Touch(0.0, 0.0)
    assert 0 < wide.upper < 1
    one = tune_bot.touches(seen, edges(1.1 * close, 1.1 * close))
    assert one == tune_bot.Touch(wide.upper, wide.upper)
    penny = tune_bot.outlook(
        tape(
            replace(made.bars, **{name: getattr(made.bars, name) / close for name in ("open", "high", "low", "close")}),
            MARKET,
        )
    )
    small = tune_bot.touches(penny, edges(0.9, 0.95))
    assert small is not None
    assert min(small.lower, small.upper) > 0
