"""Crises: which forecasts did not know, and what held of them."""

import numpy as np
from numpy.testing import assert_allclose

from engine.forecast.judging.crises import CRISES, held_in_crises
from engine.market.bars import DAY_MS


def test_the_week_before_is_that_of_forecasts_which_did_not_know() -> None:
    """The last of them was made from the close before the day it broke; the weeks around are two."""
    crisis = CRISES[0]
    times = crisis.start_ms + np.arange(-20, 20) * DAY_MS
    assert (times[crisis.onset(times)] - crisis.start_ms).tolist() == [day * DAY_MS for day in range(-6, 1)]
    assert crisis.around(times).sum() == 14


def test_shares_are_counted_before_and_around() -> None:
    """Nothing held in the week before, everything after it."""
    crisis = CRISES[2]
    times = crisis.start_ms + np.arange(-6, 8) * DAY_MS
    held = np.repeat(np.arange(14) >= 7, 21).reshape(14, 7, 3)
    (found,) = held_in_crises(times, held)
    assert (found.name, found.day, found.origins, found.origins_around) == ("LUNA", "2022-05-09", 7, 14)
    assert_allclose([found.shares, found.shares_around], [[0] * 3, [0.5] * 3])


def test_a_young_market_has_no_crises() -> None:
    """None is invented for it."""
    assert held_in_crises(np.array([CRISES[-1].start_ms + 90 * DAY_MS]), np.ones((1, 7, 3), dtype=bool)) == ()
