"""European options on a forward (Black 1976): prices, probabilities and Greeks, vectorised, accurate in both tails.

Everything takes numbers or arrays that broadcast: `forward` and `strike` in quote currency, `deviation` the
standard deviation of the log price at expiry (sigma times the root of years), `discount` the price of one unit paid
at expiry. What is nan stays nan. Black, "The pricing of commodity contracts", Journal of Financial Economics 3 (1976).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import erfcx, ndtr

Floats = NDArray[np.float64]

ROOT_TWO: Final = float(np.sqrt(2.0))
ROOT_TWO_PI: Final = float(np.sqrt(2.0 * np.pi))
DAYS: Final = 365.0


@dataclass(frozen=True, slots=True, eq=False)
class Greeks:
    """How a price moves: with spot (delta, gamma), per 1.00 of volatility (vega), a calendar day (theta), rate (rho).

    `rho` is per 1.00 of a rate that moves discount and forward together. Arrays of one shape.
    """

    delta: Floats
    gamma: Floats
    vega: Floats
    theta: Floats
    rho: Floats


def normalised(moneyness: Floats, deviation: Floats) -> Floats:
    """The out-of-the-money price over discount and the root of forward times strike; (n,), (n,) -> (n,).

    `moneyness` is -|ln(forward / strike)|, at most 0. The scaled complementary error function keeps every digit
    where both normal probabilities are tiny or alike. Jaeckel, "Let's be rational" (2015), section 6.
    """
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        h, t = moneyness / deviation, deviation / 2
        scale = 0.5 * np.exp(-0.5 * (h * h + t * t))
        made = scale * (erfcx(-(h + t) / ROOT_TWO) - erfcx(-(h - t) / ROOT_TWO))
    found: Floats = np.where(deviation > 0, np.where(scale > 0, made, 0.0), np.where(np.isnan(deviation), np.nan, 0.0))
    return found


def price(
    forward: ArrayLike, strike: ArrayLike, deviation: ArrayLike, is_call: ArrayLike, discount: ArrayLike = 1.0
) -> Floats:
    """Prices in quote currency: the intrinsic value and what an option is worth beyond it."""
    f, k, s, call, df = _together(forward, strike, deviation, is_call, discount)
    beyond = normalised(-np.abs(np.log(f / k)), s) * np.sqrt(f * k)
    found: Floats = df * (intrinsic(f, k, call) + beyond)
    return found


def intrinsic(forward: ArrayLike, strike: ArrayLike, is_call: ArrayLike) -> Floats:
    """What exercise at the forward would pay, undiscounted."""
    gain = np.where(np.asarray(is_call, dtype=np.bool_), 1.0, -1.0) * (np.asarray(forward) - np.asarray(strike))
    found: Floats = np.maximum(gain, 0.0)
    return found


def chance_above(level: ArrayLike, forward: ArrayLike, deviation: ArrayLike) -> Floats:
    """The risk-neutral probability that the price ends above `level`: N(d2) of a call struck there."""
    x, f, s = np.broadcast_arrays(*(np.asarray(each, dtype=np.float64) for each in (level, forward, deviation)))
    with np.errstate(divide="ignore", invalid="ignore"):
        d2 = np.log(f / x) / s - s / 2
    d2 = np.where((s == 0) & (f == x), -np.inf, d2)
    found: Floats = np.where(x <= 0, 1.0, ndtr(d2))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where options stand: spot, forward, strike in quote currency, years, discount; arrays that broadcast."""

    spot: ArrayLike
    forward: ArrayLike
    strike: ArrayLike
    years: ArrayLike
    discount: ArrayLike
    is_call: ArrayLike


def greeks(place: Place, sigma: ArrayLike) -> Greeks:
    """The Greeks at volatilities `sigma` (0.2 = 20 % a year), with respect to spot; nan where anything is unknown.

    Delta counts the carry between spot and forward (a call's tends to discount * forward / spot); theta holds
    carry and rate; all agree with QuantLib's BlackCalculator.
    """
    f, k, years, call, df = _together(place.forward, place.strike, place.years, place.is_call, place.discount)
    spot, vol = (np.asarray(each, dtype=np.float64) for each in (place.spot, sigma))
    sign = np.where(call, 1.0, -1.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        s = vol * np.sqrt(years)
        d1 = np.log(f / k) / s + s / 2
        density = np.exp(-0.5 * d1 * d1) / ROOT_TWO_PI
        carry = f / spot
        delta = sign * df * carry * ndtr(sign * d1)
        gamma = df * density * carry * carry / (f * s)
        vega = df * f * density * np.sqrt(years)
        value = sign * df * (f * ndtr(sign * d1) - k * ndtr(sign * (d1 - s)))
        drift = np.log(df) * value + np.log(carry) * spot * delta + 0.5 * s * s * spot * spot * gamma
        theta = -drift / years / DAYS
        rho = years * (spot * delta - value)
    return Greeks(delta, gamma, vega, theta, rho)


def _together(*arrays: ArrayLike) -> tuple[Floats, Floats, Floats, NDArray[np.bool_], Floats]:
    a, b, c, call, e = arrays
    numbers = [np.asarray(each, dtype=np.float64) for each in (a, b, c, e)]
    f, k, s, df, yes = np.broadcast_arrays(*numbers, np.asarray(call, dtype=np.bool_))
    return f, k, s, yes, df
