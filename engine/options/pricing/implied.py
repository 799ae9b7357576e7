"""Implied volatility, vectorised: from prices back to the deviation that Black's formula needs for them.

Every price is first taken to its out-of-the-money side by parity, then solved by third-order Householder steps on
an objective that is nearly straight in its zone: 1 / ln b for prices below that at the curve's inflection, the log
of the distance from the upper bound above it. Three to four steps reach the last digits from a rough first guess.
Jaeckel, "Let's be rational", Wilmott 75 (2015); Householder, "The Numerical Treatment of a Single Nonlinear
Equation" (1970).
"""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import erfcx, ndtr, ndtri

from engine.options.pricing.black import ROOT_TWO, ROOT_TWO_PI, intrinsic, normalised

Floats = NDArray[np.float64]

STEPS: Final = 12
CLOSE: Final = 1e-5  # relative change after which the error left is that to the fourth power: below the last digit
BLOCK: Final = 8192  # options worked on at once, so that all of it stays in the cache
FARTHEST: Final = 5.0  # a step moves the deviation at most by this factor


def implied_volatility(
    price: ArrayLike,
    forward: ArrayLike,
    strike: ArrayLike,
    years: ArrayLike,
    is_call: ArrayLike,
    discount: ArrayLike = 1.0,
) -> Floats:
    """Volatility a year (0.2 = 20 %) of European prices; nan where no volatility gives that price.

    That is a price at or below the intrinsic value, or at or above what the option can be worth at most (the
    discounted forward of a call, strike of a put); years at or below 0; anything unknown.
    """
    time = np.asarray(years, dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Floats = implied_deviation(price, forward, strike, is_call, discount) / np.sqrt(
            np.where(time > 0, time, np.nan)
        )
    return found


def implied_deviation(
    price: ArrayLike, forward: ArrayLike, strike: ArrayLike, is_call: ArrayLike, discount: ArrayLike = 1.0
) -> Floats:
    """The deviation of the log price at expiry behind European prices; as `implied_volatility`, without time."""
    numbers = [np.asarray(each, dtype=np.float64) for each in (price, forward, strike, discount)]
    paid, f, k, df, call = np.broadcast_arrays(*numbers, np.asarray(is_call, dtype=np.bool_))
    with np.errstate(divide="ignore", invalid="ignore"):
        x = -np.abs(np.log(f / k))
        beyond = (paid / df - intrinsic(f, k, call)) / np.sqrt(f * k)
        possible = (beyond > 0) & (beyond < np.exp(x / 2)) & (paid < df * np.where(call, f, k)) & (f > 0) & (k > 0)
    result = np.full(x.shape, np.nan)
    result[possible] = _solved(x[possible], beyond[possible])
    return result


def _solved(x: Floats, beyond: Floats) -> Floats:
    result = np.empty(len(x))
    for start in range(0, len(x), BLOCK):
        part = slice(start, start + BLOCK)
        result[part] = _block(np.minimum(x[part], 0.0), beyond[part])
    return result


def _block(x: Floats, beyond: Floats) -> Floats:
    result = np.empty(len(x))
    at_money = x > -1e-14
    result[at_money] = 2 * ndtri((1 + beyond[at_money]) / 2)
    bend = np.sqrt(-2 * x)
    there = normalised(x, np.where(at_money, 1.0, bend))
    low = ~at_money & (beyond < there)
    high = ~at_money & ~low
    result[low] = _below(x[low], beyond[low], bend[low], there[low])
    result[high] = _above(x[high], beyond[high], bend[high], there[high])
    return result


def _below(x: Floats, beyond: Floats, bend: Floats, there: Floats) -> Floats:
    """Prices under that at the inflection: ln b falls like -x^2 / (2 s^2), so 1 / ln b is nearly s^2."""
    aim = np.log(beyond)
    s = bend * np.sqrt(np.log(there) / aim)
    for _ in range(STEPS):
        b, slope, second, third = _derivatives(x, s)
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            log = np.log(b)
            d = slope / b
            newton = (aim - log) * log / aim / d
            bent = second - d * (1 + 2 / log)
            more = third - 3 * second * d * (1 + 2 / log) + d * d * (2 + 6 / log * (1 + 1 / log))
        s, moved = _stepped(s, newton, bent, more)
        if moved <= CLOSE:
            break
    return s


def _above(x: Floats, beyond: Floats, bend: Floats, there: Floats) -> Floats:
    """Prices over that at the inflection: the distance from the bound falls like a normal tail."""
    bound = np.exp(x / 2)
    left = bound - beyond
    s = np.maximum(-2 * ndtri(left / (bound - there) * ndtr(-bend / 2)), bend)
    for _ in range(STEPS):
        _, slope, second, third = _derivatives(x, s)
        away = _from_bound(x, s)
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            d = slope / away
            newton = np.log(away / left) / d
        s, moved = _stepped(s, newton, second + d, third + 3 * second * d + 2 * d * d)
        if moved <= CLOSE:
            break
    return s


def _derivatives(x: Floats, s: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """The normalised price, its slope in s, and the second and third derivative over the slope."""
    h, t = x / s, s / 2
    scale = np.exp(-0.5 * (h * h + t * t))
    b = 0.5 * scale * (erfcx(-(h + t) / ROOT_TWO) - erfcx(-(h - t) / ROOT_TWO))
    second = h * h / s - s / 4
    return b, scale / ROOT_TWO_PI, second, second * second - 3 * (h / s) ** 2 - 0.25


def _from_bound(x: Floats, s: Floats) -> Floats:
    """The distance of the price from its upper bound, as a sum of positive parts."""
    h, t = x / s, s / 2
    found: Floats = 0.5 * np.exp(-0.5 * (h * h + t * t)) * (erfcx((t + h) / ROOT_TWO) + erfcx((t - h) / ROOT_TWO))
    return found


def _stepped(s: Floats, newton: Floats, second: Floats, third: Floats) -> tuple[Floats, float]:
    """One Householder step, held within a factor of five, and how far the farthest moved."""
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        step = newton * (1 + 0.5 * second * newton) / (1 + newton * (second + third * newton / 6))
    step = np.where(np.isfinite(step), step, 0.0)
    moved = np.clip(s + step, s / FARTHEST, s * FARTHEST)
    return moved, float(np.max(np.abs(moved / s - 1), initial=0.0))
