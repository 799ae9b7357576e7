"""One origin held against what came, by hand where it can be."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.special import ndtri

from engine.forecast.e4.history import History, histories, last_midnight
from engine.forecast.evaluate import random_walk_log_quantiles, replay
from engine.forecast.judging.judged import interval_score, judged, origins, regimes
from engine.forecast.model import e7_log_quantiles
from engine.market.bars import DAY_MS, Bars, Floats, Times
from tests.forecast.e4.conftest import waves


@pytest.fixture(scope="module")
def history() -> History:
    bars = waves("A", 900)
    return histories(bars, last_midnight(bars))[0]


def test_an_interval_costs_its_width_and_its_misses() -> None:
    """A band from -1 to 1 missed by 0.5: at 50 % a miss costs 4 times, at 80 % 10 times, at 95 % 40 times its size."""
    low = np.full((1, 1, 3), -1.0)
    assert_allclose(interval_score(low, -low, np.array([[1.5]]))[0, 0], [2 + 2, 2 + 5, 2 + 20])
    assert_allclose(interval_score(low, -low, np.array([[0.5]]))[0, 0], 2)


def test_origins_have_a_year_before_and_a_week_after_them(history: History) -> None:
    """Days of the calendar, so that an evaluation grows at its end."""
    rows = origins(history, 6)
    assert rows.min() >= 371
    assert rows.max() <= 892
    assert np.all((history.time[rows] // DAY_MS) % 6 == 0)
    assert origins(history, 6, int(history.time[rows[3]])).tolist() == rows[4:].tolist()


def test_a_bridged_day_is_neither_before_nor_after_an_origin() -> None:
    """What no candle says is not scored, nor learned from by E7."""
    bars = waves("A", 900)
    kept = np.delete(np.arange(900), 450)
    columns = (getattr(bars, name)[kept] for name in ("time", "open", "high", "low", "close", "volume"))
    holed = Bars("A", "1d", *columns)
    rows = origins(histories(holed, last_midnight(holed))[0], 1)
    assert rows.tolist() == [*range(371, 443), *range(822, 893)]


def test_scores_are_those_of_a_replay(history: History) -> None:
    """One protocol, two ways in."""
    rows = origins(history, 7)
    mine, theirs = judged(history, rows, e7_log_quantiles).scores, replay(np.exp(history.close), history.time)
    assert np.array_equal(mine.times, theirs.times)
    assert_allclose(mine.crps, theirs.crps, rtol=1e-9)
    assert np.array_equal(mine.held, theirs.held)


def test_the_random_walk_costs_what_the_random_walk_costs(history: History) -> None:
    """Beside itself it saves nothing, at any level or band."""
    found = judged(history, origins(history, 6), random_walk_log_quantiles)
    assert np.array_equal(found.pinball, found.pinball_reference)
    assert_allclose(found.interval, found.interval_reference)


def test_certain_forecasts_touch_what_was_touched(history: History) -> None:
    """Bands a thousand times too wide hold nearly every extreme, and nothing as far away was ever reached."""

    def wide(_: Floats, rows: Times, levels: Floats) -> Floats:
        return np.broadcast_to(1000 * ndtri(levels), (len(rows), 7, len(levels)))

    found = judged(history, origins(history, 6), wide)
    assert found.extremes[..., 1:].all()
    assert not found.touch_came.any()
    assert np.all(np.diff(found.touch_said, axis=1) <= 0)


def test_a_regime_is_how_wild_a_market_is_against_its_year(history: History) -> None:
    """Half of all days lie on either side, more or less."""
    found = regimes(history, origins(history, 6))
    assert 0.3 < np.mean(found > 0) < 0.7
