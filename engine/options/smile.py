"""Volatility by strike: one number a strike from its out-of-the-money option, and what lies between strikes.

American quotes inverted as European ones err, most where an option is in the money (two volatility points at 45 days),
least where it is not: so each strike takes the volatility of its out-of-the-money side, and both sides share it.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.options.chain import Chain, Floats
from engine.options.curve import Counts, Curve
from engine.options.pricing.implied import implied_volatility

WIDE: Final = 64.0  # log-moneyness lies well within this, so that slice + moneyness makes one sorted key
MONTH: Final = 30 / 365


@dataclass(frozen=True, slots=True, eq=False)
class Smile:
    """Volatilities of every slice of a chain, by strike.

    `place` (p,) is the slice of each point, `moneyness` ln(strike / forward) rising within a slice, `sigma` a year.
    `of_row` (n,) is the volatility of every row's strike, nan where unknown; `own` (n,) what the row's own price
    implies; `start` (s + 1,) where each slice's points begin.
    """

    place: Counts
    moneyness: Floats
    sigma: Floats
    start: Counts
    of_row: Floats
    own: Floats

    def at(self, place: NDArray[np.int64], moneyness: Floats) -> Floats:
        """Volatility at any log-moneyness of a slice: linear between strikes, the outermost beyond them."""
        known = self.start[place + 1] > self.start[place]
        keys = self.place * WIDE + self.moneyness
        with np.errstate(invalid="ignore"):
            wanted = place * WIDE + np.clip(moneyness, -WIDE / 4, WIDE / 4)
        right = np.searchsorted(keys, wanted)
        first, last = self.start[place], self.start[place + 1] - 1
        low = np.clip(right - 1, first, last)
        high = np.clip(right, first, last)
        low, high = (np.where(known, each, 0) for each in (low, high))
        if not len(keys):
            return np.full(np.shape(place), np.nan)
        room = self.moneyness[high] - self.moneyness[low]
        with np.errstate(divide="ignore", invalid="ignore"):
            share = np.where(room > 0, (moneyness - self.moneyness[low]) / room, 0.0)
        found: Floats = self.sigma[low] + np.clip(share, 0.0, 1.0) * (self.sigma[high] - self.sigma[low])
        return np.where(known & np.isfinite(moneyness), found, np.nan)

    def covers(self, place: NDArray[np.int64], moneyness: Floats) -> NDArray[np.bool_]:
        """Whether a log-moneyness lies between quoted strikes, so that its volatility is no extension."""
        known = self.start[place + 1] > self.start[place]
        if not len(self.moneyness):
            return known
        first = np.where(known, self.start[place], 0)
        last = np.where(known, self.start[place + 1] - 1, 0)
        inside: NDArray[np.bool_] = known & (moneyness >= self.moneyness[first]) & (moneyness <= self.moneyness[last])
        return inside


def smile(chain: Chain, lines: Curve) -> Smile:
    """The volatilities of a chain over its forwards; nothing where forward, price or time is unknown or over."""
    place = lines.slice_of_row
    forward, years = lines.forward[place], lines.years[place]
    own = implied_volatility(chain.price, forward, chain.strike, years, chain.is_call, lines.discount[place])
    with np.errstate(invalid="ignore"):
        outside = np.isfinite(own) & (chain.is_call == (chain.strike >= forward))
    row = np.flatnonzero(outside)
    same = np.zeros(len(row), dtype=np.bool_)
    if len(row) > 1:  # at strike = forward both sides may count: the call does
        same[:-1] = (place[row[1:]] == place[row[:-1]]) & (chain.strike[row[1:]] == chain.strike[row[:-1]])
    row = row[~same]
    start = np.searchsorted(place[row], np.arange(len(lines) + 1))
    sigma = own[row]
    return Smile(
        place[row], np.log(chain.strike[row] / forward[row]), sigma, start, _shared(chain, place, row, sigma), own
    )


def _shared(chain: Chain, place: Counts, row: Counts, sigma: Floats) -> Floats:
    """The volatility of each row's strike, whichever side the row is on."""
    strikes = np.r_[True, (chain.strike[1:] != chain.strike[:-1]) | (place[1:] != place[:-1])]
    group = np.cumsum(strikes) - 1
    found = np.full(int(group[-1]) + 1 if len(group) else 0, np.nan)
    found[group[row]] = sigma
    shared: Floats = found[group]
    return shared


def at_the_money(chain: Chain, lines: Curve, found: Smile) -> Floats:
    """Volatility at the money of every slice, (s,): the mean over the two strikes nearest to its forward."""
    place = lines.slice_of_row
    result = np.full(len(lines), np.nan)
    known = np.isfinite(found.of_row)
    first = np.r_[True, (chain.strike[1:] != chain.strike[:-1]) | (place[1:] != place[:-1])]
    row = np.flatnonzero(known & first)
    distance = np.abs(np.log(chain.strike[row] / lines.forward[place[row]]))
    row = row[np.lexsort((distance, place[row]))]
    begin = np.searchsorted(place[row], np.arange(len(lines)))
    count = np.searchsorted(place[row], np.arange(len(lines)), side="right") - begin
    two = np.flatnonzero(count >= 2)
    result[two] = (found.of_row[row[begin[two]]] + found.of_row[row[begin[two] + 1]]) / 2
    return result


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One row an underlying and moment, (g,): volatility at the money for 30 days, and the expiries around them."""

    underlying: Counts
    moment: Counts
    sigma: Floats
    near_years: Floats
    far_years: Floats


def thirty_days(lines: Curve, at_money: Floats, years: float = MONTH) -> Term:
    """Volatility at the money for a month: total variance linear in time between the two expiries around it.

    Where all expiries lie on one side of a month it is unknown: nothing is extended.
    """
    known = np.flatnonzero(np.isfinite(at_money) & (lines.years > 0))
    key = np.stack([lines.underlying[known].astype(np.int64), lines.moment[known]])
    groups, place = np.unique(key, axis=1, return_inverse=True)
    count = groups.shape[1]
    result, near, far = (np.full(count, np.nan) for _ in range(3))
    time, total = lines.years[known], at_money[known] ** 2 * lines.years[known]
    order = np.lexsort((time, place))
    place, time, total = place[order], time[order], total[order]
    after = np.searchsorted(place * WIDE + time, np.arange(count) * WIDE + years)
    inside = (after < len(place)) & (after > 0)
    high = np.where(inside, after, 0)
    inside &= (place[high] == np.arange(count)) & (place[np.maximum(high - 1, 0)] == np.arange(count))
    high = high[inside]
    low = high - 1
    share = (years - time[low]) / (time[high] - time[low])
    result[inside] = np.sqrt((total[low] + share * (total[high] - total[low])) / years)
    near[inside], far[inside] = time[low], time[high]
    return Term(groups[0], groups[1], result, near, far)
