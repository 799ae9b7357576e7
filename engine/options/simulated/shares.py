"""Daily candles of the simulated companies: one market, eleven sectors, each one's own way; a martingale after costs.

The whole span is always made, then cut, so that the past never changes when the clock moves on. Nothing in a price
foretells the next: no rule earns anything on average before costs, except what option buyers are said to overpay.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from engine.core.chance import generator
from engine.market.bars import DAY_MS, Bars, Floats, Times
from engine.market.synthetic import WORLD_END_MS, WORLD_START_MS
from engine.options.simulated.universe import Company, companies

FIRST_MS: Final = WORLD_START_MS - 1096 * DAY_MS  # as the simulated coins
YEAR: Final = 252
QUARTER: Final = 63
HALF_LIFE: Final = 25.0  # sessions after which half of a storm has passed
STORM: Final = 0.35  # deviation of the market's log-volatility
OWN_STORM: Final = 0.22
OPEN_HOUR_MS: Final = 13 * 3_600_000 + 1_800_000  # 13:30 UTC; simulated sessions know no clock change
CLOSE_HOUR_MS: Final = 20 * 3_600_000
SHARE_OF_SECTOR: Final = 0.35  # of the variance that is not a company's own and not the market's


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """Every session of every company: `close_ms` (d,) when it ends; (c, d): open, high, low, close, volume.

    `sigma` (c, d) is the yearly volatility that the next session really has (what options are priced around), and
    `reports` (c, d) whether a report comes after that session's close.
    """

    names: tuple[str, ...]
    close_ms: Times
    open: Floats
    high: Floats
    low: Floats
    close: Floats
    volume: Floats
    sigma: Floats
    reports: Floats

    def until(self, now_ms: int) -> int:
        """How many sessions are over by then."""
        return int(np.searchsorted(self.close_ms, now_ms, side="right"))

    def bars(self, symbol: str, now_ms: int) -> Bars:
        """Daily candles of one company that are over by then; a candle's time is the midnight (UTC) of its day."""
        row, n = self.names.index(symbol), self.until(now_ms)
        time = self.close_ms[:n] // DAY_MS * DAY_MS
        columns = (self.open, self.high, self.low, self.close, self.volume)
        return Bars(symbol, "1d", time, *(each[row, :n] for each in columns))


@lru_cache(maxsize=4)
def shares(seed: int) -> Shares:
    """All sessions from 2023-10-02 to the end of the simulated world, Mondays to Fridays."""
    days = np.arange(FIRST_MS, WORLD_END_MS + 120 * DAY_MS, DAY_MS)
    weekday = (days // DAY_MS + 3) % 7
    days = days[weekday < 5]
    found = companies(seed)
    storm = np.exp(STORM * _wandering(seed, len(days), "market") - STORM**2 / 2)
    market = generator(seed, "shares", "market").standard_normal(len(days))
    sectors = {each.sector: generator(seed, "shares", each.sector).standard_normal(len(days)) for each in found}
    made = [_one(seed, each, (storm, market, sectors[each.sector])) for each in found]
    columns = [np.stack(each) for each in zip(*made, strict=True)]
    for each in columns:
        each.flags.writeable = False
    return Shares(tuple(each.symbol for each in found), days + CLOSE_HOUR_MS, *columns)


def _wandering(seed: int, n: int, *words: str) -> Floats:
    """A stationary AR(1) of deviation 1 with the half-life above, (n,)."""
    keep = 0.5 ** (1 / HALF_LIFE)
    noise = generator(seed, "shares", "storm", *words).standard_normal(n) * np.sqrt(1 - keep * keep)
    level = np.empty(n)
    now = 0.0
    for day in range(n):
        now = keep * now + noise[day]
        level[day] = now
    return level


def _one(seed: int, company: Company, world: tuple[Floats, Floats, Floats]) -> tuple[Floats, ...]:
    """Open, high, low, close, volume, next session's volatility, reports."""
    storm, market, sector = world
    n = len(storm)
    rng = generator(seed, "shares", company.symbol)
    usual = company.volatility * storm * np.exp(OWN_STORM * _wandering(seed, n, company.symbol) - OWN_STORM**2 / 2)
    common = 1 - company.own
    own = rng.standard_normal(n)
    shock = np.sqrt(common * (1 - SHARE_OF_SECTOR)) * market + np.sqrt(common * SHARE_OF_SECTOR) * sector
    shock += np.sqrt(company.own) * own
    reports = np.zeros(n)
    reports[company.report_day % QUARTER :: QUARTER] = 1.0
    reported = np.r_[0.0, reports[:-1]]  # the move comes in the session after
    leap = reported * company.jump * rng.standard_t(5, n) / np.sqrt(5 / 3)
    daily = usual / np.sqrt(YEAR)
    move = daily * shock - daily * daily / 2 + leap - reported * company.jump**2 / 2
    close = np.maximum(np.round(company.price * np.exp(np.cumsum(move)), 2), 0.5)
    before = np.r_[company.price, close[:-1]]
    opening = np.maximum(np.round(before * np.exp(leap + 0.3 * daily * rng.standard_normal(n)), 2), 0.5)
    width = daily * np.abs(rng.standard_normal((2, n))) * 0.6
    high = np.round(np.maximum(opening, close) * np.exp(width[0]), 2)
    low = np.maximum(np.round(np.minimum(opening, close) * np.exp(-width[1]), 2), 0.01)
    traded = np.round(2e7 / close * np.exp(0.4 * rng.standard_normal(n)) * (1 + 2 * np.abs(move) / daily))
    ahead = np.r_[usual[1:], usual[-1]]
    return opening, np.maximum(high, np.maximum(opening, close)), np.minimum(low, np.minimum(opening, close)), close, \
        traded, ahead, reports  # fmt: skip
