"""Volatility by strike comes back as it went in, between strikes and over time, and is unknown elsewhere."""

import numpy as np
import pytest

from engine.options.curve import curve
from engine.options.smile import at_the_money, smile, thirty_days
from tests.options.worlds import expiry, flat, together


def tilted(moneyness: np.ndarray) -> np.ndarray:
    """Puts dearer than calls, as in equities."""
    return 0.2 - 0.3 * moneyness


def test_each_strike_has_the_volatility_its_prices_were_made_with() -> None:
    """Both sides share that of the side out of the money."""
    chain = together(expiry(30, tilted))
    lines = curve(chain)
    found = smile(chain, lines)
    assert found.of_row == pytest.approx(tilted(np.log(chain.strike / 101.4)), rel=1e-6)
    assert len(found.sigma) == 61
    assert (np.diff(found.moneyness) > 0).all()


def test_between_strikes_it_is_a_line_and_beyond_them_the_outermost() -> None:
    """No invention beyond what is quoted, and it can be told."""
    chain = together(expiry(30, tilted), expiry(60, flat(0.4)))
    found = smile(chain, curve(chain))
    place = np.array([0, 0, 1, 0])
    where = np.array([0.013, -2.0, 0.1, np.nan])
    assert found.at(place, where)[:3] == pytest.approx([tilted(np.array([0.013]))[0], found.sigma[0], 0.4], rel=1e-4)
    assert np.isnan(found.at(place, where)[3])
    assert found.covers(place, where).tolist() == [True, False, True, False]


def test_a_slice_without_prices_has_no_volatility() -> None:
    """One expiry's silence is not filled with the other's voice."""
    silent = expiry(60, flat(0.4))
    silent["last"] = np.full(len(silent["last"]), np.nan)
    chain = together(expiry(30, flat(0.2)), silent)
    lines = curve(chain)
    found = smile(chain, lines)
    assert np.isnan(found.at(np.array([1]), np.array([0.0]))[0])
    assert np.isnan(at_the_money(chain, lines, found)[1])


def test_at_the_money_is_the_mean_of_the_two_nearest_strikes() -> None:
    """Forward 101.4 lies between 101 and 102."""
    chain = together(expiry(30, tilted))
    lines = curve(chain)
    wanted = tilted(np.log(np.array([101.0, 102.0]) / 101.4)).mean()
    assert at_the_money(chain, lines, smile(chain, lines))[0] == pytest.approx(wanted, rel=1e-6)


def test_thirty_days_lies_between_two_expiries_in_total_variance() -> None:
    """Sqrt of (0.2^2 20 and 0.4^2 50, a third of the way) over 30: hand-worked."""
    chain = together(expiry(20, flat(0.2)), expiry(50, flat(0.4)), expiry(200, flat(0.9)))
    lines = curve(chain)
    month = thirty_days(lines, at_the_money(chain, lines, smile(chain, lines)))
    total = 0.04 * 20 + (0.16 * 50 - 0.04 * 20) / 3
    assert month.sigma == pytest.approx([np.sqrt(total / 30)], rel=1e-6)
    assert (month.near_years[0] * 365, month.far_years[0] * 365) == pytest.approx((20, 50))


def test_a_month_outside_all_expiries_is_unknown() -> None:
    """Nothing is extended; one underlying's expiries never serve another."""
    chain = together(expiry(40, flat(0.2)), expiry(60, flat(0.2)), expiry(10, flat(0.3), name="XYZ"))
    lines = curve(chain)
    assert np.isnan(thirty_days(lines, at_the_money(chain, lines, smile(chain, lines))).sigma).all()
