"""What has moved and what is expected to: realised volatility, what sellers are paid, the expected move, the skew."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.market.bars import Bars
from engine.options.chain import Floats, Times
from engine.options.curve import Curve
from engine.options.smile import Smile, Term

SESSIONS: Final = 20
A_YEAR: Final = {"equity": 252, "crypto": 365}
STRADDLE: Final = float(np.sqrt(np.pi / 2))  # Brenner and Subrahmanyam (1988): straddle = 0.798 F sigma sqrt T
RULE_OF_THUMB: Final = 0.85  # of the straddle: a convention of traders, no formula
QUARTER: Final = 0.6744897501960817  # N(d1) = 0.25 about this many deviations from the forward


def realised(bars: Bars, kind: str, moments: Times, sessions: int = SESSIONS) -> Floats:
    """Yearly deviation of the last 20 daily log returns closed by each moment, (m,); nan with fewer.

    Mean left out (it is noise over 20 days): root of the mean square times sqrt(252), or 365 for crypto.
    """
    closing = bars.time + bars.step_ms
    squares = np.r_[0.0, np.cumsum(np.diff(np.log(bars.close)) ** 2)]
    last = np.searchsorted(closing, moments, side="right") - 1
    enough = last >= sessions
    at = np.where(enough, last, sessions)
    if len(squares) <= sessions:
        return np.full(len(moments), np.nan)
    mean = (squares[at] - squares[at - sessions]) / sessions
    return np.where(enough, np.sqrt(mean * A_YEAR[kind]), np.nan)


def premium_over_realised(implied: Floats, done: Floats) -> Floats:
    """IV30 over HV20: above 1 sellers are paid more than has moved lately; nan where one is unknown."""
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Floats = implied / done
    return np.where(np.isfinite(found), found, np.nan)


@dataclass(frozen=True, slots=True, eq=False)
class ExpectedMove:
    """One deviation until expiry by three routes, in quote currency, (n,): volatility, straddle, rule of thumb."""

    from_volatility: Floats
    from_straddle: Floats
    rule_of_thumb: Floats


def expected_move(forward: Floats, at_money: Floats, years: Floats, straddle: Floats) -> ExpectedMove:
    """F sigma sqrt(T); straddle times sqrt(pi / 2); and 0.85 of the straddle, labelled as the convention it is.

    The straddle itself is the mean absolute move, 0.798 of a deviation.
    """
    return ExpectedMove(forward * at_money * np.sqrt(years), STRADDLE * straddle, RULE_OF_THUMB * straddle)


def skew_25(lines: Curve, found: Smile, at_money: Floats) -> Floats:
    """Volatility of the 25-delta put less that of the 25-delta call, (s,) slices; nan where either is not quoted.

    The strikes are found with the volatility at the money: ln(K / F) = -+ 0.674 s + s^2 / 2, s = sigma sqrt(T).
    """
    place = np.arange(len(lines))
    s = at_money * np.sqrt(np.maximum(lines.years, 0))
    sides = []
    for sign in (-1, 1):
        where = sign * QUARTER * s + s * s / 2
        sides.append(np.where(found.covers(place, where), found.at(place, where), np.nan))
    skew: Floats = sides[0] - sides[1]
    return skew


def term_slope(lines: Curve, at_money: Floats, month: Term) -> Floats:
    """Volatility at the money of each slice less its underlying's 30 days, (s,); above 0 the curve rises to it."""
    keys = {(int(u), int(m)): float(v) for u, m, v in zip(month.underlying, month.moment, month.sigma, strict=True)}
    pairs = zip(lines.underlying.tolist(), lines.moment.tolist(), strict=True)
    thirty = np.array([keys.get(pair, np.nan) for pair in pairs])
    found: Floats = at_money - thirty
    return found
