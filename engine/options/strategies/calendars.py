"""Calendars: one strike, a near option sold, a later one bought; valued at the near expiry by re-pricing."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.options.chain import Flags, Floats
from engine.options.pricing.black import chance_above, price
from engine.options.strategies.building import BuildRules, Candidates, Ground, Rows
from engine.options.strategies.kinds import STRATEGIES
from engine.options.strategies.position import LEGS

GRID: Final = np.linspace(-0.6, 0.6, 161)  # ln(price / strike) at the near expiry where a calendar is looked at
NEAR_DAYS: Final = (10.0, 45.0)


@dataclass(frozen=True, slots=True, eq=False)
class CalendarTerms:
    """What is worked out by looking at prices at the near expiry, per one of the underlying, (n,) each.

    The most it earns on the grid, both breakevens (nan where it never earns, or earns to the grid's end), whether it
    earns at the grid's low end, what it is worth on average under the law it is asked for, discounted, and the forward
    volatility between the two expiries (nan where total variance falls: the far option is too cheap for its own law).
    """

    max_profit: Floats
    breakeven_low: Floats
    breakeven_high: Floats
    wins_low: Flags
    average: Floats
    forward_volatility: Floats


def calendars(on: Ground, rules: BuildRules) -> Candidates:
    """Calls at the strike nearest to the near forward, sold near, bought in the first expiry that is far enough."""
    lines = on.lines
    days = lines.years * 365
    near = np.flatnonzero((days >= NEAR_DAYS[0]) & (days <= NEAR_DAYS[1]) & np.isfinite(lines.forward))
    found: list[tuple[int, int]] = []
    rows_of = {int(each): _calls(on, int(each)) for each in range(len(lines))}
    for one in near.tolist():
        later = one + 1
        while later < len(lines) and _same(on, one, later):
            ratio = days[later] / days[one]
            if rules.later[0] <= ratio <= rules.later[1]:
                pair = _shared_strike(on, rows_of[one], rows_of[later], float(lines.forward[one]))
                if pair is not None:
                    found.append(pair)
                    break
            later += 1
    row, side = np.full((len(found), LEGS), -1), np.zeros((len(found), LEGS), dtype=np.int8)
    if found:
        row[:, :2] = found
        side[:, 0], side[:, 1] = -1, 1
    number = STRATEGIES["calendar"].number
    return Candidates(np.full(len(found), number, dtype=np.int8), row, side)


def _same(on: Ground, one: int, other: int) -> bool:
    lines = on.lines
    return bool(lines.underlying[one] == lines.underlying[other] and lines.moment[one] == lines.moment[other])


def _calls(on: Ground, place: int) -> Rows:
    rows = np.arange(on.lines.start[place], on.lines.start[place + 1])
    return rows[on.usable[rows] & on.chain.is_call[rows]]


def _shared_strike(on: Ground, near: Rows, far: Rows, forward: float) -> tuple[int, int] | None:
    """The rows of the strike nearest to the forward that both expiries have, within three percent of it."""
    both, left, right = np.intersect1d(on.chain.strike[near], on.chain.strike[far], return_indices=True)
    if not len(both):
        return None
    best = int(np.argmin(np.abs(both / forward - 1)))
    if abs(both[best] / forward - 1) > 0.03:
        return None
    return int(near[left[best]]), int(far[right[best]])


def calendar_terms(on: Ground, made: Candidates, sigma: Floats, premium: Floats, law: Floats) -> CalendarTerms:
    """Value at the near expiry over a grid of prices: the far call at what is left of its variance less the near one.

    `sigma` (rows of the chain,) are strikes' volatilities, `law` (n,) that of the price until the near expiry. The far
    forward moves with the price; its discount from the near expiry on is the ratio of both discounts.
    """
    near, far = made.row[:, 0], made.row[:, 1]
    lines = on.lines
    first, second = on.place[near], on.place[far]
    strike, forward = on.chain.strike[near], lines.forward[first]
    end = strike[:, None] * np.exp(GRID)
    growth, discount = lines.forward[second] / forward, lines.discount[second] / lines.discount[first]
    left = _left(sigma[near], sigma[far], (lines.years[first], lines.years[second]))
    worth = price(end * growth[:, None], strike[:, None], left[:, None], True, discount[:, None])
    gain = worth - np.maximum(end - strike[:, None], 0.0)
    value = premium[:, None] + gain
    apart = lines.years[second] - lines.years[first]
    total = sigma[far] ** 2 * lines.years[second] - sigma[near] ** 2 * lines.years[first]
    ahead = np.sqrt(np.where(total > 0, total, np.nan) / apart)
    low, high = _edges(end, value)
    average = premium + lines.discount[first] * (gain * _weights(end, forward, law * np.sqrt(lines.years[first]))).sum(
        axis=1
    )
    return CalendarTerms(value.max(axis=1), low, high, value[:, 0] > 0, average, ahead)


def _left(near: Floats, far: Floats, years: tuple[Floats, Floats]) -> Floats:
    """The far option's deviation from the near expiry on, as the market has it: its total variance less the near one's.

    Its own volatility would count what happens before the near expiry (a report, say) a second time after it. Where
    total variance falls, the far option keeps a tenth of its own.
    """
    own = far**2 * (years[1] - years[0])
    found: Floats = np.sqrt(np.maximum(far**2 * years[1] - near**2 * years[0], 0.01 * own))
    return found


def _weights(end: Floats, forward: Floats, s: Floats) -> Floats:
    """The probability of each grid point's cell under a lognormal law; the outermost cells hold the tails."""
    middle = np.sqrt(end[:, 1:] * end[:, :-1])
    below = 1 - chance_above(middle, forward[:, None], s[:, None])
    edges = np.c_[np.zeros(len(end)), below, np.ones(len(end))]
    found: Floats = np.diff(edges, axis=1)
    return found


def _edges(end: Floats, value: Floats) -> tuple[Floats, Floats]:
    """Where the value first and last crosses nought, straight between grid points; nan where it never earns."""
    wins = value > 0
    some = wins.any(axis=1)
    rows = np.arange(len(value))
    first = np.argmax(wins, axis=1)
    last = value.shape[1] - 1 - np.argmax(wins[:, ::-1], axis=1)
    low, high = np.full(len(value), np.nan), np.full(len(value), np.nan)
    inner = some & (first > 0)
    low[inner] = _cross(end, value, rows[inner], first[inner] - 1)
    inner = some & (last < value.shape[1] - 1)
    high[inner] = _cross(end, value, rows[inner], last[inner])
    return low, high


def _cross(end: Floats, value: Floats, rows: Rows, at: Rows) -> Floats:
    a, b = value[rows, at], value[rows, at + 1]
    found: Floats = end[rows, at] - a * (end[rows, at + 1] - end[rows, at]) / (b - a)
    return found
