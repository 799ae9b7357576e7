"""What the model sees: by hand, free of units, and blind to the future."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from engine.forecast.e4.features import daily_variance, features, weekend_share
from engine.forecast.e4.history import History, histories, last_midnight
from engine.market.bars import DAY_MS, Bars
from tests.builders import candles, wild
from tests.forecast.e4.conftest import waves


def of(bars: Bars) -> History:
    return histories(bars, last_midnight(bars))[-1]


def test_a_days_variance_is_garman_and_klass_and_the_opening_gap() -> None:
    """Open 100, high 110, low 95, close 105 after a close of 98."""
    bars = Bars("X", "1d", np.array([0, DAY_MS]), *np.array([[98, 100], [98, 110], [98, 95], [98, 105]]), np.ones(2))
    inside = 0.5 * np.log(110 / 95) ** 2 - (2 * np.log(2) - 1) * np.log(105 / 100) ** 2
    assert_allclose(daily_variance(of(bars))[1], inside + np.log(100 / 98) ** 2)


def test_a_day_without_a_range_counts_by_its_return() -> None:
    """Files with closes alone have it: a zero would have no logarithm."""
    found = daily_variance(of(candles(np.array([100.0, 100, 110, 110]), "1d")))
    assert np.all(found > 0)
    assert found[2] >= np.log(1.1) ** 2 / 20


def test_weekends_ahead_are_counted_by_the_calendar() -> None:
    """From the midnight after Thursday 1970-01-01: Friday, Saturday, Sunday, then four working days."""
    assert_allclose(weekend_share(np.array([DAY_MS]))[0], [0, 1 / 2, 2 / 3, 2 / 4, 2 / 5, 2 / 6, 2 / 7])


def test_features_do_not_depend_on_the_unit_of_the_price() -> None:
    """Coins worth a millionth of a dollar are pooled with those worth a hundred thousand."""
    bars = waves("A", 400)
    prices = (1e-6 * getattr(bars, name) for name in ("open", "high", "low", "close"))
    small = Bars("A", "1d", bars.time, *prices, bars.volume)
    assert_allclose(features(of(small)).table, features(of(bars)).table, atol=1e-6)


@given(st.integers(0, 500), st.integers(10, 350))
def test_features_know_nothing_of_the_future(seed: int, days: int) -> None:
    """To the bit, also over gaps and jumps."""
    bars = wild(seed, 360, "1d")
    known = bars.until(int(bars.time[0]) + days * DAY_MS)
    now, then = features(of(bars)), features(of(known))
    real = np.flatnonzero(then.history.is_real)
    for name in ("table", "level", "ewma", "variance", "is_usable"):
        assert np.array_equal(getattr(now, name)[real], getattr(then, name)[real])


def test_every_number_is_finite_even_where_nothing_moves() -> None:
    """A coin that is pegged or dead; the model does not forecast it and does not learn from it."""
    found = features(of(candles(np.full(400, 1.0), "1d")))
    assert np.isfinite(found.table).all()
    assert not found.is_usable.any()


def test_a_market_that_rests_at_weekends_is_not_learned_from() -> None:
    """Seven days ahead of it are not seven trading days."""
    bars = waves("A", 700)
    kept = (bars.time // DAY_MS + 3) % 7 < 5
    columns = (getattr(bars, name)[kept] for name in ("time", "open", "high", "low", "close", "volume"))
    assert not features(of(Bars("A", "1d", *columns))).is_usable[10:].any()
