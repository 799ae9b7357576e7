"""Prices and Greeks of European options: hand-worked ones, parity, QuantLib's, and both far tails."""

import numpy as np
import pytest
import QuantLib as ql  # noqa: N813 - its own documents call it so
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import ndtr

from engine.options.pricing.black import Place, chance_above, greeks, intrinsic, price

CALL, PUT = True, False
volatility = st.floats(0.03, 4.0)
years = st.floats(1 / 365, 3.0)
strikes = st.floats(40.0, 250.0)


def test_at_the_money_it_is_what_the_formula_says() -> None:
    """F = K = 100, s = 0.2: 100 (2 N(0.1) - 1) = 7.9656; the discount takes its part."""
    assert price(100, 100, 0.2, CALL) == pytest.approx(100 * (2 * ndtr(0.1) - 1), rel=1e-14)
    assert price(100, 100, 0.2, PUT, 0.95) == pytest.approx(0.95 * 7.965567455405804, rel=1e-12)


@given(strikes, volatility, years, st.floats(0.7, 1.0))
def test_call_less_put_is_the_discounted_distance(strike: float, sigma: float, time: float, discount: float) -> None:
    """Put-call parity, to the last digits, at any volatility."""
    s = sigma * np.sqrt(time)
    gap = price(100, strike, s, CALL, discount) - price(100, strike, s, PUT, discount)
    assert gap == pytest.approx(discount * (100 - strike), abs=1e-11)


@given(strikes, volatility, years, st.floats(0.7, 1.0), st.booleans())
def test_it_agrees_with_quantlib(strike: float, sigma: float, time: float, discount: float, call: bool) -> None:
    """The oracle of the field, price and all five Greeks."""
    kind = ql.Option.Call if call else ql.Option.Put
    forward, spot, s = 103.0, 100.0, sigma * np.sqrt(time)
    oracle = ql.BlackCalculator(ql.PlainVanillaPayoff(kind, strike), forward, s, discount)
    assert price(forward, strike, s, call, discount) == pytest.approx(oracle.value(), rel=1e-9, abs=1e-11)
    found = greeks(Place(spot, forward, strike, time, discount, call), sigma)
    told = [oracle.delta(spot), oracle.gamma(spot), oracle.vega(time), oracle.theta(spot, time), oracle.rho(time)]
    mine = [found.delta, found.gamma, found.vega, found.theta * 365, found.rho]
    assert [float(each) for each in mine] == pytest.approx(told, rel=1e-8, abs=1e-9)


def test_far_out_the_price_is_small_and_never_nothing_or_negative() -> None:
    """Eight deviations away a naive difference of two probabilities is noise."""
    deviations = np.array([0.05, 0.1, 0.2])
    far = price(100, 100 * np.exp(8 * deviations), deviations, CALL)
    assert (far > 0).all()
    assert (far < 1e-13).all()
    assert (np.diff(far) > 0).all()


def test_without_any_deviation_only_the_intrinsic_value_is_left() -> None:
    """At expiry."""
    assert price(100, [90, 100, 110], 0.0, CALL).tolist() == [10.0, 0.0, 0.0]
    assert intrinsic(100, [90, 110], PUT).tolist() == [0.0, 10.0]


def test_what_is_unknown_stays_unknown() -> None:
    """Nan in, nan out; never a guess, never a warning."""
    assert np.isnan(price([100, np.nan, 100], [100, 100, np.nan], [np.nan, 0.2, 0.2], CALL)).all()
    assert np.isnan(greeks(Place(100, 100, 100, np.nan, 1.0, CALL), 0.2).delta)


def test_the_chance_to_end_above_is_that_of_the_lognormal() -> None:
    """N(d2): at the forward a little below one half."""
    assert chance_above(100, 100, 0.2) == pytest.approx(ndtr(-0.1))
    assert chance_above([0.0, 1e-9, 1e9], 100, 0.2).tolist() == pytest.approx([1, 1, 0])
