"""Chances and averages under the market's law, against closed forms and a million draws."""

import numpy as np
import pytest

from engine.core.chance import generator
from engine.options.curve import curve
from engine.options.pricing.black import price
from engine.options.smile import smile
from engine.options.strategies.chances import Law, chance_of_profit, chance_of_touch, expected_value
from engine.options.strategies.position import outcome
from tests.options.strategies.test_position import CALL, PUT, position
from tests.options.worlds import expiry, flat, together

SIGMA, DAYS = 0.3, 40
CHAIN = together(expiry(DAYS, flat(SIGMA)))
SMILE = smile(CHAIN, curve(CHAIN))
LAW = Law(np.array([0]), np.array([101.4]), np.array([DAYS / 365]), np.array([0.99]), np.array([SIGMA]))
CONDOR = position([(1, PUT, 85), (-1, PUT, 92), (-1, CALL, 110), (1, CALL, 117)], 2.0)


def drawn(n: int = 1_000_000) -> np.ndarray:
    s = SIGMA * np.sqrt(DAYS / 365)
    return 101.4 * np.exp(s * generator(0, "prices").normal(size=n) - s * s / 2)


def test_the_chance_of_profit_is_the_share_of_draws_that_gain() -> None:
    """Between two breakevens, and beyond one."""
    prices = drawn()
    for made in (CONDOR, position([(-1, PUT, 95)], 2), position([(1, PUT, 100), (1, CALL, 100)], -7)):
        gained = (made.value(prices[None, :]) > 0).mean()
        assert chance_of_profit(outcome(made), LAW, SMILE)[0] == pytest.approx(gained, abs=0.002)


def test_each_breakeven_reads_its_own_volatility() -> None:
    """With puts dearer than calls the low breakeven is nearer than one volatility says."""
    tilted = together(expiry(DAYS, lambda moneyness: SIGMA - 0.6 * moneyness))
    put = outcome(position([(-1, PUT, 90)], 1))
    assert chance_of_profit(put, LAW, smile(tilted, curve(tilted)))[0] < chance_of_profit(put, LAW, SMILE)[0] - 0.02


def test_the_average_is_that_of_the_draws_less_the_costs() -> None:
    """Discounted, with the shares of a covered call."""
    prices = drawn()
    for made in (CONDOR, position([(-1, CALL, 105)], 2, 1.0)):
        paid = made.value(prices[None, :]).mean() - made.premium[0]
        gain = 101.4 - 100 if made.shares[0] else 0.0
        told = expected_value(made, LAW, np.array([0.1]))[0]
        options = (paid - gain) * 0.99
        held = 0.99 * 101.4 - 100 if made.shares[0] else 0.0
        assert told == pytest.approx(made.premium[0] + options + held - 0.1, abs=0.02)


def test_a_fair_price_is_worth_nothing_but_its_costs() -> None:
    """At the very volatility the premium was made with."""
    fair = float(price(101.4, 95, SIGMA * np.sqrt(DAYS / 365), PUT, 0.99))
    assert expected_value(position([(-1, PUT, 95)], fair), LAW, np.array([0.07]))[0] == pytest.approx(-0.07)


def test_a_strike_is_touched_about_twice_as_often_as_passed() -> None:
    """And surely when it is where the price stands."""
    touched = chance_of_touch(np.array([101.4]), LAW, SMILE)[0]
    assert touched == pytest.approx(1.0, abs=0.06)
    far = chance_of_touch(np.array([120.0]), LAW, SMILE)[0]
    assert far == pytest.approx(2 * (drawn() > 120).mean(), abs=0.004)


def test_an_unknown_volatility_leaves_the_chance_unknown() -> None:
    """Never a guess."""
    silent = expiry(DAYS, flat(SIGMA))
    silent["last"] = np.full(len(silent["last"]), np.nan)
    chain = together(silent)
    assert np.isnan(chance_of_profit(outcome(CONDOR), LAW, smile(chain, curve(chain)))[0])
