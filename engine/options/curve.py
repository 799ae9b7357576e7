"""Forward and discount of every expiry, from put-call parity, so that no rate and no dividend need be guessed.

A call less a put of one strike is discount times (forward - strike): a line through the pairs near the money gives
both. With fewer pairs than a line needs, the discount is that of the rate which the other expiries of the same moment
tell, and the pairs give the forward alone. The venue's own forward is taken where it states one (crypto: discount 1).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.options.chain import YEAR_MS, Chain, Codes, Floats, Times

Counts = NDArray[np.int64]

NEAR: Final = 0.06  # pairs count whose strike is within this share of spot
FEWEST: Final = 8  # pairs that make a line
FEW: Final = 2  # pairs that make a forward where the discount is known from elsewhere
OUTLIER: Final = 4.0  # median absolute deviations from the line, beyond which a pair is left out
DEVIATIONS: Final = 1.4826  # of a normal law, in one median absolute deviation
UNKNOWN, PARITY, VENUE, FEW_PAIRS = 0, 1, 2, 3
SHORTEST: Final = 1 / 52  # of a year: for less, a rate is judged as if it were a week
STEEPEST: Final = 0.25  # a yearly rate that no currency here has had: such a slope is noise of old prices


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """One row a slice (underlying, moment, expiry) of a chain, in its order; arrays (s,).

    Slice i holds rows `start[i]` up to `start[i + 1]` (s + 1 numbers). `forward` in quote currency, `discount` of one
    unit paid at expiry, `pairs` behind them, `source` 1 parity, 2 the venue, 3 few pairs with the rate
    of the same moment's other expiries, 0 unknown (both nan).
    """

    start: Counts
    underlying: Codes
    moment: Times
    expiry: Times
    years: Floats
    spot: Floats
    forward: Floats
    discount: Floats
    pairs: Counts
    source: Codes

    def __len__(self) -> int:
        return len(self.underlying)

    @property
    def slice_of_row(self) -> Counts:
        """The slice that each row of the chain belongs to, (n,)."""
        return np.repeat(np.arange(len(self)), np.diff(self.start))


def curve(chain: Chain) -> Curve:
    """Forwards and discounts of every slice; unknown where fewer than 2 pairs tell and the venue says nothing."""
    start = _starts(chain)
    first = start[:-1]
    slices = np.repeat(np.arange(len(first)), np.diff(start))
    years = (chain.expiry[first] - chain.moment[first]) / YEAR_MS
    pair = _pairs(chain, slices)
    forward, discount, pairs = _by_parity(pair, years)
    source = np.where(np.isfinite(forward), PARITY, UNKNOWN)
    few = (source == UNKNOWN) & (np.bincount(pair.place, minlength=len(first)) >= FEW) & (years > 0)
    rate = _rate_of_moment(chain.moment[first], years, discount)
    with np.errstate(invalid="ignore"):
        likely = np.exp(-rate * years)
        implied = _median(pair.strike + pair.gap / likely[pair.place], pair.place, len(first))
    few &= np.isfinite(implied) & (implied > 0)
    forward, discount = np.where(few, implied, forward), np.where(few, likely, discount)
    source = np.where(few, FEW_PAIRS, source)
    stated = _mean(chain.forward, slices, len(first))
    venue = np.isfinite(stated)
    forward, discount = np.where(venue, stated, forward), np.where(venue, 1.0, discount)
    source = np.where(venue, VENUE, source)
    return Curve(
        start, chain.underlying[first], chain.moment[first], chain.expiry[first], years,
        _mean(chain.spot, slices, len(first)), forward, discount, pairs, source.astype(np.int32),
    )  # fmt: skip


def _starts(chain: Chain) -> Counts:
    changes = np.zeros(len(chain), dtype=np.bool_)
    changes[:1] = True
    for name in ("underlying", "moment", "expiry"):
        values = getattr(chain, name)
        changes[1:] |= values[1:] != values[:-1]
    starts: Counts = np.r_[np.flatnonzero(changes), len(chain)]
    return starts


def _mean(values: Floats, slices: Counts, count: int) -> Floats:
    """The mean of the known values of each slice; nan where none is."""
    known = np.isfinite(values)
    total = np.bincount(slices[known], values[known], count)
    n = np.bincount(slices[known], minlength=count)
    found: Floats = np.where(n > 0, total / np.maximum(n, 1), np.nan)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Pairs:
    """Put and call of one strike near the money: strike, slice, call less put."""

    strike: Floats
    place: Counts
    gap: Floats


def _pairs(chain: Chain, slices: Counts) -> _Pairs:
    put = _paired(chain, slices)
    price = chain.price
    strike, place, gap = chain.strike[put], slices[put], price[put + 1] - price[put]
    with np.errstate(invalid="ignore"):
        kept = np.isfinite(gap) & (np.abs(strike / chain.spot[put] - 1) < NEAR)
    return _Pairs(strike[kept], place[kept], gap[kept])


def _rate_of_moment(moment: Times, years: Floats, discount: Floats) -> Floats:
    """The median yearly rate that the slices of each moment imply, (s,); nan where none does."""
    _, group = np.unique(moment, return_inverse=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = -np.log(discount) / years
    return _median(rate, group, int(group.max(initial=-1)) + 1)[group]


def _by_parity(pair: _Pairs, years: Floats) -> tuple[Floats, Floats, Counts]:
    strike, place, gap = pair.strike, pair.place, pair.gap
    count = len(years)
    line = _line(strike, gap, place, count)
    off = np.abs(gap - (line[0][place] + line[1][place] * strike))
    usual = _median(off, place, count) * DEVIATIONS * OUTLIER
    with np.errstate(invalid="ignore"):
        good = off <= np.maximum(usual[place], 1e-9 * strike)
    strike, place, gap = strike[good], place[good], gap[good]
    level, slope, pairs = _line(strike, gap, place, count)
    discount = np.minimum(-slope, 1.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        sound = (
            (pairs >= FEWEST)
            & (years > 0)
            & (-np.log(np.maximum(-slope, 1e-9)) <= STEEPEST * np.maximum(years, 1 / 52))
        )
        # With the discount held at 1 the best forward is the mean of strike + gap.
        forward = np.where(-slope > 1.0, _mean(strike + gap, place, count), level / discount)
    sound &= forward > 0
    return np.where(sound, forward, np.nan), np.where(sound, discount, np.nan), pairs


def _paired(chain: Chain, slices: Counts) -> Counts:
    """The rows of puts that are followed by the call of the same strike."""
    same = (chain.strike[1:] == chain.strike[:-1]) & (slices[1:] == slices[:-1])
    return np.flatnonzero(same & chain.is_call[1:] & ~chain.is_call[:-1])


def _line(x: Floats, y: Floats, place: Counts, count: int) -> tuple[Floats, Floats, Counts]:
    """Least squares of y on x in each group: level, slope, and how many points; nan where x does not vary."""
    n = np.bincount(place, minlength=count)
    some = np.maximum(n, 1)
    mean_x, mean_y = np.bincount(place, x, count) / some, np.bincount(place, y, count) / some
    dx = x - mean_x[place]
    spread = np.bincount(place, dx * dx, count)
    with np.errstate(divide="ignore", invalid="ignore"):
        slope = np.bincount(place, dx * (y - mean_y[place]), count) / spread
    return mean_y - slope * mean_x, slope, n


def _median(values: Floats, place: Counts, count: int) -> Floats:
    """The median of each group (the upper one of two); nan where there is none."""
    known = np.isfinite(values)
    values, place = values[known], place[known]
    order = np.lexsort((values, place))
    n = np.bincount(place, minlength=count)
    begin = np.cumsum(n) - n
    found = np.full(count, np.nan)
    found[n > 0] = values[order][(begin + n // 2)[n > 0]]
    return found
