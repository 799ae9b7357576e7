"""E4's forecast: flat, sorted, symmetric, blind to the future, and E7 where it may not speak."""

import numpy as np
from numpy.testing import assert_allclose

from engine.forecast.e4.forecast import e4
from engine.forecast.e4.state import E4State
from engine.forecast.model import LEVELS, e7
from engine.forecast.paths import path_levels
from engine.market.bars import DAY_MS, Bars
from tests.builders import candles
from tests.forecast.e4.conftest import UNTIL_MS, waves


def test_it_says_where_the_price_may_stand(state: E4State, markets: dict[str, Bars]) -> None:
    """A flat median, bands that widen with the horizon, and both sides equally far in logs."""
    made, last = e4(state, "A", markets["A"]), markets["A"].close[-1]
    logs = np.log(made.quantiles / last)
    assert (made.model, made.days, made.cutoff_ms) == ("E4", 1100, int(markets["A"].time[-1]) + DAY_MS)
    assert np.all(made.quantiles[:, LEVELS.index(0.5)] == last)
    assert_allclose(logs, -logs[:, ::-1], atol=1e-12)
    assert np.all(np.diff(made.band(0.8)[1]) > 0)


def test_paths_have_the_quantiles_of_the_forecast(state: E4State, markets: dict[str, Bars]) -> None:
    """What is said about touching a band in the week is computed from them."""
    asked = tuple(path_levels(100))
    made = e4(state, "A", markets["A"], (0.5, *asked))
    assert_allclose(np.sort(made.paths, axis=0)[100:], made.quantiles[:, 1:].T)


def test_a_wilder_market_gets_a_wider_band(state: E4State) -> None:
    """Twice the moves, twice the width: nothing in it depends on the market's own level."""
    calm = waves("A", 600)
    logs = [2 * np.log(getattr(calm, name)) for name in ("open", "high", "low", "close")]
    wild = Bars("A", "1d", calm.time + 600 * DAY_MS, *np.exp(logs), calm.volume)
    calm = Bars("A", "1d", wild.time, calm.open, calm.high, calm.low, calm.close, calm.volume)
    widths = [np.log(e4(state, "A", bars).quantiles / bars.close[-1])[:, -1] for bars in (calm, wild)]
    assert_allclose(widths[1], 2 * widths[0], rtol=1e-3)


def test_a_short_history_gets_e7_and_says_so(state: E4State, markets: dict[str, Bars]) -> None:
    """A year and a week of days are needed."""
    assert e4(state, "A", markets["A"].slice(1100 - 372, 1100)).model == "E4"
    short = markets["A"].slice(1100 - 371, 1100)
    made = e4(state, "A", short)
    assert made.model == "E7-short"
    assert np.array_equal(made.quantiles, e7("A", made.cutoff_ms, short.close).quantiles)


def test_a_model_that_knows_more_than_the_forecast_may_is_not_used(state: E4State, markets: dict[str, Bars]) -> None:
    """The fit has seen what came after this newest close."""
    assert e4(state, "A", markets["A"].until(UNTIL_MS)).model == "E4"
    assert e4(state, "A", markets["A"].until(UNTIL_MS - DAY_MS)).model == "E7"


def test_a_market_that_stands_still_gets_e7(state: E4State) -> None:
    """A pegged coin has no scale to speak of."""
    bars = candles(np.full(500, 1.0), "1d")
    late = Bars("P", "1d", bars.time + 10_000 * DAY_MS, bars.open, bars.high, bars.low, bars.close, bars.volume)
    assert e4(state, "P", late).model == "E7"


def test_hourly_candles_are_forecast_from_their_newest_hour(state: E4State) -> None:
    """The fan starts at the newest candle, whatever its hour."""
    days = waves("A", 500)
    closes = np.exp(np.interp(np.arange(500 * 24 - 7), 24 * np.arange(500), np.log(days.close)))
    bars = candles(closes, "1h")
    late = Bars("H", "1h", bars.time + UNTIL_MS, bars.open, bars.high, bars.low, bars.close, bars.volume)
    made = e4(state, "H", late)
    assert (made.model, made.last_close) == ("E4", closes[-1])
