"""Re-pricing one idea: at expiry its payoff, now at spot nought, and time and volatility do what the Greeks say."""

import numpy as np
import pytest

from engine.options.filters import ScanRules
from engine.options.opportunity import Opportunity
from engine.options.scanner import ScanSetup, scan
from engine.options.strategies.kinds import STRATEGIES
from engine.options.strategies.sensitivity import LegWorld, curves, price_range, profit, shifts
from tests.options.worlds import expiry, flat, together

DAYS, SIGMA = 40, 0.3
GROWTH, RATE = np.log(101.4 / 100) * 365 / DAYS, -np.log(0.99) * 365 / DAYS


def idea(name: str) -> Opportunity:
    result = scan(together(expiry(DAYS, flat(SIGMA))), ScanSetup(ScanRules(least_open_interest=None)))
    assert result is not None
    mine = np.flatnonzero(result.table.strategy == STRATEGIES[name].number)
    return result.table.row(int(mine[len(mine) // 2]))


def world(one: Opportunity) -> LegWorld:
    n = len(one.legs)
    return LegWorld(np.full(n, SIGMA), np.full(n, GROWTH), np.full(n, RATE))


@pytest.mark.parametrize("name", ["cash_secured_put", "iron_condor", "covered_call", "long_straddle"])
def test_at_expiry_it_is_the_payoff_of_one_contract(name: str) -> None:
    """A hundred shares."""
    one = idea(name)
    prices = price_range(one)
    wanted = 100 * one.positions.value(prices[None, :])[0]
    assert profit(one, world(one), prices, DAYS) == pytest.approx(wanted, abs=1e-6)


def test_now_at_the_present_price_nothing_is_won_or_lost() -> None:
    """The middle prices are fair to themselves."""
    one = idea("iron_condor")
    assert profit(one, world(one), np.array([100.0]), 0.0)[0] == pytest.approx(0.0, abs=0.5)


def test_a_day_and_a_point_of_volatility_do_what_the_greeks_say() -> None:
    """Theta and vega, to first order."""
    one = idea("short_strangle")
    here = np.array([100.0])
    base, later = profit(one, world(one), here, 0.0)[0], profit(one, world(one), here, 0.25)[0]
    assert (later - base) / 25 == pytest.approx(one["theta"], rel=0.03)
    wilder = profit(one, world(one), here, 0.0, 0.001)[0]
    assert (wilder - base) / 0.1 == pytest.approx(one["vega"], rel=0.02)


def test_curves_and_tables_hold_together() -> None:
    """Now, on the way, at expiry; more volatility hurts who sold it."""
    one = idea("short_strangle")
    found, table = curves(one, world(one)), shifts(one, world(one))
    assert len(found.between) == 2
    assert found.now.max() < found.between[0][1].max() < found.at_expiry.max()
    assert table.profit.shape == (7, 4)
    assert (np.diff(table.profit[3]) < 0).all()
