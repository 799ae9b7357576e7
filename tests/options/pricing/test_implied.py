"""Implied volatility: what went in comes out, as far as the price carries it; what has none is unknown."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.chance import generator
from engine.options.pricing.black import ROOT_TWO_PI, price
from engine.options.pricing.implied import BLOCK, implied_deviation, implied_volatility

EPS = np.finfo(np.float64).eps


def condition(x: np.ndarray, s: np.ndarray, paid: np.ndarray) -> np.ndarray:
    """How far one unit in the last place of the price moves the deviation, relative to it."""
    vega = 100 * np.exp(x / 2) * np.exp(-0.5 * ((x / s) ** 2 + (s / 2) ** 2)) / ROOT_TWO_PI
    return EPS * paid / vega / s


def test_out_of_the_money_the_error_is_what_the_price_allows() -> None:
    """100,000 options, 3 to 400 % volatility, a day to two years, up to eight deviations away."""
    rng = generator(0, "implied")
    s = np.exp(rng.uniform(np.log(0.002), np.log(5.5), 100_000))
    z = rng.uniform(-8, 8, len(s))
    strike, call = 100 * np.exp(np.clip(z * s, -20, 20)), z >= 0
    paid = price(100, strike, s, call)
    found = implied_deviation(paid, 100, strike, call)
    known = (paid > 1e-300) & (paid < np.where(call, 100, strike) * (1 - 1e-9))
    error = np.abs(found / s - 1)[known]
    x = -np.abs(np.log(strike / 100))
    allowed = 60 * EPS + 8 * condition(x, s, paid * np.where(call, np.sqrt(strike / 100) * np.exp(x / 2), 1))[known]
    assert np.isfinite(error).all()
    assert known.mean() > 0.9
    assert np.median(error) < 1e-14
    assert (error <= np.maximum(allowed, 1e-12)).mean() > 0.999
    assert error.max() < 1e-6


@given(st.floats(60.0, 160.0), st.floats(0.05, 2.0), st.floats(0.02, 2.0), st.floats(0.8, 1.0), st.booleans())
def test_in_the_money_too_it_comes_back(strike: float, sigma: float, time: float, discount: float, call: bool) -> None:
    """By parity, as far as the small part beyond the intrinsic value still has digits."""
    paid = float(price(100, strike, sigma * np.sqrt(time), call, discount))
    beyond = paid - discount * max((100 - strike) if call else (strike - 100), 0)
    if beyond < 1e-6:
        return
    assert implied_volatility(paid, 100, strike, time, call, discount) == pytest.approx(sigma, rel=1e-7)


@pytest.mark.parametrize(
    ("paid", "strike", "call"),
    [(0.0, 110, True), (-1.0, 110, True), (10.0, 90, True), (9.9, 90, True), (100.0, 110, True), (110.0, 110, False),
     (np.nan, 110, True), (1.0, np.nan, True), (np.inf, 110, True)],
)  # fmt: skip
def test_a_price_that_no_volatility_gives_has_none(paid: float, strike: float, call: bool) -> None:
    """At or under the intrinsic value, at or over the bound, unknown: nan, and no warning."""
    assert np.isnan(implied_volatility(paid, 100, strike, 1.0, call))


def test_at_expiry_there_is_none() -> None:
    """No time, no volatility."""
    assert np.isnan(implied_volatility(1.0, 100, 110, [0.0, -1.0, np.nan], True)).all()


def test_at_the_money_forward_it_is_exact() -> None:
    """The one strike with a closed form."""
    s = np.array([1e-6, 0.01, 0.5, 3.0])
    assert implied_deviation(price(100, 100, s, True), 100, 100, True) == pytest.approx(s, rel=1e-9)


def test_it_does_not_matter_who_stands_beside_it() -> None:
    """Blocks are an accident of the cache."""
    strike = np.linspace(70, 150, BLOCK + 500)
    paid = price(100, strike, 0.3, strike > 100)
    together = implied_deviation(paid, 100, strike, strike > 100)
    assert together[BLOCK + 7] == implied_deviation(paid[BLOCK + 7], 100, strike[BLOCK + 7], True)
    assert np.isnan(implied_deviation([np.nan, paid[0]], 100, strike[0], False)).tolist() == [True, False]
