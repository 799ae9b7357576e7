"""A calendar: valued at the near expiry by re-pricing the far option, against a plain loop over prices.

What is left of the far option's variance by then is its total less the near one's, so that no report counts twice.
"""

import math

import numpy as np
import pytest

from engine.options.filters import ScanRules
from engine.options.scanner import ScanSetup, scan
from engine.options.strategies.kinds import STRATEGIES
from tests.options.plain import World, black, normal
from tests.options.worlds import expiry, flat, together

NEAR, FAR = 30, 60
CHAIN = together(expiry(NEAR, flat(0.30), 101.0, 1.0), expiry(FAR, flat(0.25), 101.1, 1.0))


AHEAD = math.sqrt((0.25**2 * FAR - 0.30**2 * NEAR) / (FAR - NEAR))


def calendar():
    result = scan(CHAIN, ScanSetup(ScanRules(least_open_interest=None)))
    assert result is not None
    mine = np.flatnonzero(result.table.strategy == STRATEGIES["calendar"].number)
    assert len(mine) == 1
    return result.table.row(int(mine[0]))


def at_near_expiry(price: float, strike: float) -> float:
    """The far call with a month left, its forward moved with the price, less what the near one costs."""
    left = World(price, price * 101.1 / 101, 1.0, (FAR - NEAR) / 365, lambda _: AHEAD, AHEAD)
    return black(left, strike, AHEAD, call=True) - max(price - strike, 0.0)


def test_its_terms_are_those_of_a_plain_loop() -> None:
    """Most profit, both breakevens, chance, average, forward volatility."""
    one = calendar()
    strike, debit = one.legs[0].strike, -one["premium"]
    assert [leg.side for leg in one.legs] == [-1, 1]
    assert one["max_loss"] == pytest.approx(debit)
    prices = np.linspace(60, 160, 20_001)
    values = np.array([at_near_expiry(price, strike) - debit for price in prices])
    assert one["max_profit"] == pytest.approx(values.max(), rel=2e-3)
    wins = prices[values > 0]
    assert (one["breakeven_low"], one["breakeven_high"]) == pytest.approx((wins[0], wins[-1]), abs=0.06)
    s = 0.30 * math.sqrt(NEAR / 365)
    below = [normal((math.log(edge / 101.0) + s * s / 2) / s) for edge in (wins[0], wins[-1])]
    assert one["pop"] == pytest.approx(below[1] - below[0], abs=0.005)
    assert one["forward_volatility"] == pytest.approx(AHEAD, rel=1e-4)
    cells = np.diff([normal((math.log(edge / 101.0) + s * s / 2) / s) for edge in prices])
    average = float((cells * (values[1:] + values[:-1]) / 2).sum())
    assert one["ev"] == pytest.approx(average - 2 * 0.65 / 100, abs=0.01)


def test_without_a_later_expiry_that_is_far_enough_there_is_none() -> None:
    """1.5 to 3 times as long."""
    chain = together(expiry(30, flat(0.3)), expiry(37, flat(0.3)), expiry(120, flat(0.3)))
    result = scan(chain, ScanSetup(ScanRules(least_open_interest=None)))
    assert result is not None
    assert not (result.table.strategy == STRATEGIES["calendar"].number).any()


def test_by_the_markets_own_law_it_earns_nothing_on_average() -> None:
    """A near expiry that holds a report does not make the far option a bargain."""
    report = together(expiry(20, flat(0.60), 101.0, 1.0), expiry(48, flat(0.45), 101.0, 1.0))
    result = scan(report, ScanSetup(ScanRules(least_open_interest=None)))
    assert result is not None
    one = result.table.row(int(np.flatnonzero(result.table.strategy == STRATEGIES["calendar"].number)[0]))
    assert one["earnings_in_term"] != 1
    assert one["ev"] == pytest.approx(-2 * 0.65 / 100, abs=0.03)
