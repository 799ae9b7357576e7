"""Somebody else's quantiles drawn: what was said stays as it was, what was added is told, paths follow past weeks."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.chance import generator
from engine.core.errors import DataError
from engine.forecast.adopted import OWN_BANDS, Quantiles, drawable, said_by
from engine.forecast.imported import Imported
from engine.forecast.model import LEVELS, e7

CLOSES = 100 * np.exp(np.cumsum(0.02 * generator(3, "closes").standard_normal(500)))
LAST = float(CLOSES[-1])


def one(*rows: tuple[float, float], points: tuple[float, ...] = ()) -> Imported:
    """A forecast that says the same multiple of the last close on each of 7 days, by level."""
    quantiles = tuple((level, (LAST * times,) * 7) for level, times in rows)
    return Imported("BTC-USD", date(2026, 3, 5), None, quantiles, points)


def test_our_own_quantiles_come_back_with_our_own_paths() -> None:
    """E7 told as quantiles at a hundred levels, and adopted, is E7: the shuffle is the same."""
    levels = tuple(k / 200 for k in range(1, 200))
    ours = e7("BTC-USD", 0, CLOSES, levels)
    found = drawable("BTC-USD", 0, CLOSES, Quantiles(ours.levels, ours.quantiles), "E7")
    assert np.allclose(found.paths, ours.paths, rtol=5e-3)
    assert np.allclose(found.quantiles, ours.quantiles[:, [abs(ours.levels - at).argmin() for at in found.levels]])


def test_what_was_said_is_drawn_exactly_and_the_usual_bands_are_read_from_it() -> None:
    """Half-way between 0.1 and 0.9 of a normal distribution lie its quartiles: the 50 % band is to be drawn too."""
    said = said_by(one((0.1, 0.9), (0.5, 1.0), (0.9, 1.1)), CLOSES)
    found = drawable("BTC-USD", 0, CLOSES, said, "theirs")
    low, high = found.band(0.8)
    assert (low[0], high[0]) == (pytest.approx(LAST * 0.9), pytest.approx(LAST * 1.1))
    assert found.band(0.95)[1][0] == pytest.approx(LAST * 1.1 ** (1.959964 / 1.281552), rel=1e-5)
    assert found.band(0.5)[0][0] == pytest.approx(LAST * 0.9 ** (0.67449 / 1.281552), rel=1e-5)


def test_each_day_of_the_paths_has_the_quantiles_that_were_said() -> None:
    """So chances counted over paths agree with the fan, also where its two sides differ."""
    said = said_by(one((0.1, 0.8), (0.5, 1.02), (0.9, 1.1)), CLOSES)
    found = drawable("BTC-USD", 0, CLOSES, said, "theirs")
    assert np.quantile(found.paths[:, 6], 0.1) == pytest.approx(LAST * 0.8, rel=0.02)
    assert np.quantile(found.paths[:, 6], 0.9) == pytest.approx(LAST * 1.1, rel=0.02)
    assert np.median(found.paths[:, 2]) == pytest.approx(LAST * 1.02, rel=0.02)


def test_days_of_a_path_follow_each_other_as_past_weeks_did() -> None:
    """Days drawn alone would lose it: in a walk, day 6 tells most of day 7."""
    found = drawable("BTC-USD", 0, CLOSES, said_by(one((0.1, 0.9), (0.9, 1.1)), CLOSES), "theirs")
    ranks = found.paths.argsort(axis=0).argsort(axis=0)
    assert np.corrcoef(ranks[:, 5], ranks[:, 6])[0, 1] > 0.7


def test_a_bare_list_gets_our_ranges_around_it_and_says_so() -> None:
    """E7's width, moved onto their prices; nobody takes the ranges for theirs."""
    said = said_by(one(points=(LAST * 1.1,) * 7), CLOSES)
    ours = e7("BTC-USD", 0, CLOSES)
    assert np.allclose(said.prices, 1.1 * ours.quantiles)
    assert (said.note, tuple(said.levels)) == (OWN_BANDS, LEVELS)
    assert said_by(one((0.5, 1.1)), CLOSES).note == OWN_BANDS


@pytest.mark.parametrize(("imported", "reason"), [
    (one((0.5, 1.0), (0.9, 1.1)), "below and above 0.5"),
    (one((0.1, 0.8), (0.2, 0.9)), "below and above 0.5"),
    (one((0.9, 1.1)), "has one quantile, 0.9"),
    (one((0.1, 90.0), (0.9, 110.0)), "another|of this market and in its currency"),
    (one((0.1, 0.001), (0.5, 1.0), (0.9, 1.1)), "of this market and in its currency"),
    (one(points=(LAST / 1000,) * 7), "of this market and in its currency"),
])  # fmt: skip
def test_what_no_week_is_like_is_refused_in_one_line(imported: Imported, reason: str) -> None:
    """Prices of another market, or half a distribution."""
    with pytest.raises(DataError, match=reason) as refused:
        said_by(imported, CLOSES)
    assert "\n" not in str(refused.value)


def test_too_short_a_past_draws_no_paths() -> None:
    """Thirty days, as for our own."""
    with pytest.raises(DataError, match="at least 30 daily closes"):
        drawable("X", 0, CLOSES[:29], said_by(one((0.1, 0.9), (0.9, 1.1)), CLOSES[:29]), "theirs")


@given(st.lists(st.floats(0.02, 50), min_size=2, max_size=9), st.data())
def test_any_rising_quantiles_make_a_forecast_that_can_be_drawn(times: list[float], data: st.DataObject) -> None:
    """However lopsided or steep: finite, above 0, rising."""
    chosen = st.lists(st.integers(1, 99), min_size=len(times), max_size=len(times), unique=True)
    levels = np.sort(np.array(data.draw(chosen))) / 100
    prices = np.tile(np.sort(np.array(times)) * LAST, (7, 1))
    found = drawable("X", 0, CLOSES, Quantiles(levels, prices), "theirs")
    at = [int(np.abs(found.levels - level).argmin()) for level in levels]
    assert np.allclose(found.quantiles[:, at], prices)
    assert replace(found).band(0.95)[0].min() > 0
