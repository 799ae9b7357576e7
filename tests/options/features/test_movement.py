"""Realised volatility, expected move and skew from worlds where they are known."""

import numpy as np
import pytest

from engine.options.curve import curve
from engine.options.features.movement import expected_move, premium_over_realised, realised, skew_25, term_slope
from engine.options.smile import at_the_money, smile, thirty_days
from tests.builders import candles
from tests.options.worlds import expiry, flat, together


def test_realised_volatility_is_the_root_mean_square_of_twenty_days() -> None:
    """One percent up, one percent down: one percent a day."""
    bars = candles(100 * np.exp(np.cumsum(np.where(np.arange(60) % 2, 0.01, -0.01))), "1d")
    closing = bars.time + bars.step_ms
    found = realised(bars, "equity", np.array([closing[-1], closing[19], closing[20]]))
    assert found == pytest.approx([0.01 * np.sqrt(252), np.nan, 0.01 * np.sqrt(252)], nan_ok=True)
    assert realised(bars, "crypto", closing[-1:])[0] == pytest.approx(0.01 * np.sqrt(365))
    assert realised(bars, "equity", closing[-1:] - 1)[0] == pytest.approx(0.01 * np.sqrt(252))


def test_the_premium_is_a_ratio_and_unknown_where_either_is() -> None:
    """30 over 20 is 1.5."""
    found = premium_over_realised(np.array([0.3, 0.3, np.nan]), np.array([0.2, 0.0, 0.2]))
    assert found == pytest.approx([1.5, np.nan, np.nan], nan_ok=True)


def test_three_routes_to_the_expected_move() -> None:
    """F sigma sqrt T; straddle by sqrt(pi/2); 85 % of the straddle as the convention it is."""
    told = expected_move(np.array([100.0]), np.array([0.2]), np.array([0.25]), np.array([7.9788]))
    assert told.from_volatility[0] == pytest.approx(10.0)
    assert told.from_straddle[0] == pytest.approx(10.0, rel=1e-4)
    assert told.rule_of_thumb[0] == pytest.approx(0.85 * 7.9788)


def test_the_skew_is_put_less_call_at_a_quarter_of_delta() -> None:
    """A straight skew of slope -0.3 between two strikes 2 x 0.674 s apart."""
    chain = together(expiry(30, lambda moneyness: 0.2 - 0.3 * moneyness), expiry(60, flat(0.3)))
    lines = curve(chain)
    found = smile(chain, lines)
    at_money = at_the_money(chain, lines, found)
    s = at_money[0] * np.sqrt(30 / 365)
    assert skew_25(lines, found, at_money) == pytest.approx([0.3 * 2 * 0.6745 * s, 0.0], abs=1e-4)


def test_the_slope_is_against_thirty_days() -> None:
    """Flat 20 % at 20 days, 40 % at 60: the near end lies below the month, the far one above."""
    chain = together(expiry(20, flat(0.2)), expiry(60, flat(0.4)))
    lines = curve(chain)
    at_money = at_the_money(chain, lines, smile(chain, lines))
    month = thirty_days(lines, at_money)
    assert term_slope(lines, at_money, month) == pytest.approx([0.2 - month.sigma[0], 0.4 - month.sigma[0]], rel=1e-6)
