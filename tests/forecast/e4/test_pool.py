"""Markets fitted together: answers by name and moment, and the simulated kept apart from the real."""

import numpy as np

from engine.forecast.e4.pool import Pool, by_pool, pools
from engine.forecast.evaluate import replay
from engine.forecast.model import e7_log_quantiles
from engine.market.bars import DAY_MS, Bars
from tests.forecast.e4.conftest import UNTIL_MS, waves

LEVELS = np.array([0.1, 0.9])


def test_simulated_and_real_markets_are_never_fitted_together(markets: dict[str, Bars]) -> None:
    """A made-up market teaches nothing about a real one, and its presence changes no forecast."""
    made_up = {f"SIM-{name}": bars for name, bars in markets.items()}
    together, alone = pools({**markets, **made_up}), pools(markets)
    assert together["A"] is together["B"] is not together["SIM-A"]
    moment = np.array([UNTIL_MS])
    assert np.array_equal(
        together["A"].log_quantiles("A", moment, LEVELS)[0], alone["A"].log_quantiles("A", moment, LEVELS)[0]
    )


def test_moments_without_a_candle_are_left_unanswered(markets: dict[str, Bars]) -> None:
    """Before the first day, after the last, and in the middle of one."""
    pool = Pool(markets)
    asked = np.array([0, UNTIL_MS, UNTIL_MS + 5, UNTIL_MS + 5000 * DAY_MS])
    found, possible = pool.log_quantiles("A", asked, LEVELS)
    assert list(possible) == [False, True, False, False]
    assert np.isnan(found[~possible]).all()


def test_a_history_is_answered_on_both_sides_of_a_long_hole() -> None:
    """The part before it is not lost when the market comes back."""
    bars = waves("A", 1500)
    kept = np.r_[0:1000, 1020:1500]
    columns = (getattr(bars, name)[kept] for name in ("time", "open", "high", "low", "close", "volume"))
    pool = Pool({"A": Bars("A", "1d", *columns), "B": waves("B", 1500, 2)})
    moments = bars.time[[990, 1010, 1450]] + DAY_MS
    assert list(pool.log_quantiles("A", moments, LEVELS)[1]) == [True, False, True]


def test_a_replay_takes_e7_where_the_model_may_not_speak(markets: dict[str, Bars]) -> None:
    """The first years of a pool have no model yet."""
    bars = markets["A"]
    times, logs = bars.time + DAY_MS, np.log(bars.close)
    made = by_pool(Pool(markets), "A", times)
    found = made(logs, np.array([400, 1050]), LEVELS)
    assert np.array_equal(found[0], e7_log_quantiles(logs, np.array([400]), LEVELS)[0])
    assert not np.array_equal(found[1], e7_log_quantiles(logs, np.array([1050]), LEVELS)[0])
    assert len(replay(bars.close, times, quantiles=made).times) > 50
