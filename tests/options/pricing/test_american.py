"""American prices: QuantLib's, and what everybody knows about early exercise."""

import numpy as np
import pytest
import QuantLib as ql  # noqa: N813 - its own documents call it so

from engine.options.pricing.american import american_price
from engine.options.pricing.black import price


def oracle(strike: float, time: int, sigma: float, rate: float, held: float, call: bool) -> float:
    """A finite-difference price on a fine grid."""
    today = ql.Date(2, 1, 2026)
    ql.Settings.instance().evaluationDate = today
    day = ql.Actual365Fixed()
    spot = ql.QuoteHandle(ql.SimpleQuote(100.0))
    curve = [ql.YieldTermStructureHandle(ql.FlatForward(today, each, day)) for each in (held, rate)]
    wild = ql.BlackVolTermStructureHandle(ql.BlackConstantVol(today, ql.NullCalendar(), sigma, day))
    process = ql.BlackScholesMertonProcess(spot, curve[0], curve[1], wild)
    payoff = ql.PlainVanillaPayoff(ql.Option.Call if call else ql.Option.Put, strike)
    option = ql.VanillaOption(payoff, ql.AmericanExercise(today, today + time))
    option.setPricingEngine(ql.FdBlackScholesVanillaEngine(process, 800, 800))
    return float(option.NPV())


@pytest.mark.parametrize("call", [True, False])
@pytest.mark.parametrize(
    ("strike", "days", "sigma", "rate", "held"),
    [(90, 30, 0.25, 0.04, 0.0), (100, 45, 0.25, 0.04, 0.02), (110, 45, 0.4, 0.04, 0.0), (130, 365, 0.6, 0.05, 0.03),
     (100, 365, 0.25, 0.0, 0.06)],
)  # fmt: skip
def test_it_agrees_with_a_fine_grid(
    strike: float, days: int, sigma: float, rate: float, held: float, call: bool
) -> None:
    """To a hundredth of a percent of spot."""
    mine = american_price((100.0, strike, days / 365), sigma, (rate, held), call)
    assert mine == pytest.approx(oracle(strike, days, sigma, rate, held, call), abs=0.01)


def test_a_call_without_yield_is_never_exercised_early() -> None:
    """So it is worth what the European one is."""
    strikes = np.array([80.0, 100.0, 120.0])
    european = price(100 * np.exp(0.04 * 0.5), strikes, 0.3 * np.sqrt(0.5), True, np.exp(-0.04 * 0.5))
    assert american_price((100, strikes, 0.5), 0.3, (0.04, 0.0), True) == pytest.approx(european, abs=5e-3)


def test_a_put_is_worth_at_least_its_exercise_and_the_european_one() -> None:
    """Deep in the money it is exercised at once."""
    strikes = np.array([90.0, 110.0, 200.0])
    found = american_price((100, strikes, 1.0), 0.2, (0.08, 0.0), False)
    european = price(100 * np.exp(0.08), strikes, 0.2, False, np.exp(-0.08))
    assert (found >= european).all()
    assert found[2] == pytest.approx(100.0)


def test_what_is_unknown_stays_unknown_and_expiry_is_exercise() -> None:
    """Nan in, nan out."""
    assert np.isnan(american_price((100, [np.nan, 100], 1.0), [0.2, np.nan], (0.04, 0.0), True)).all()
    assert american_price((100, 90, 0.0), 0.2, (0.04, 0.0), True) == 10.0
