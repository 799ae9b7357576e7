"""What a content model sees of ideas, whether they stand in a table, in a log of events or in one event."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.options.features.climate import REGIMES
from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import STRATEGIES
from engine.traders.events import Circumstances, Idea
from engine.traders.log import EventLog

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """Ideas as columns (n,): strategy numbers, places among `tickers` and `sectors`, the market's regime (-1 unknown).

    `numbers` holds, nan where unknown: |delta|, log of |premium| (money per contract), log(1 + days), rank of
    volatility, chance of profit, log of |premium| per margin.
    """

    tickers: tuple[str, ...]
    sectors: tuple[str, ...]
    strategy: Codes
    ticker: Codes
    sector: Codes
    regime: Codes
    numbers: tuple[Floats, ...]

    def __len__(self) -> int:
        return len(self.strategy)

    def rows(self, chosen: NDArray[np.bool_] | Codes | slice) -> "Traits":
        """Those rows alone."""
        strategy, ticker, sector, regime = (
            each[chosen] for each in (self.strategy, self.ticker, self.sector, self.regime)
        )
        numbers = tuple(each[chosen] for each in self.numbers)
        return Traits(self.tickers, self.sectors, strategy, ticker, sector, regime, numbers)


def traits_of_table(table: OpportunityTable, sectors: Mapping[str, str]) -> Traits:
    """The traits of every row; `sectors` names the sector of each underlying that is known."""
    named = tuple(dict.fromkeys(sectors.get(name, "") for name in table.names))
    place = {name: number for number, name in enumerate(named)}
    sector_of = np.array([place[sectors.get(name, "")] for name in table.names], dtype=np.int64)
    ticker = table.underlying.astype(np.int64)
    unknown = np.full(len(table), np.nan)
    found = table.columns.get("market_regime", table.columns.get("regime", unknown))
    regime = np.where(np.isfinite(found), found, -1).astype(np.int64)
    delta, days, rank, chance = (table.columns.get(name, unknown) for name in ("delta", "days", "iv_rank", "pop"))
    premium, margin = (table.columns.get(name, unknown) * table.multiplier for name in ("premium", "margin"))
    numbers = _numbers(delta, premium, days, rank, chance, margin)
    return Traits(table.names, named, table.strategy.astype(np.int64), ticker, sector_of[ticker], regime, numbers)


def traits_of_log(log: EventLog) -> Traits:
    """The traits of every event's idea."""
    strategy, ticker, sector, regime = (
        each.astype(np.int64) for each in (log.strategy, log.underlying, log.sector, log.regime)
    )
    numbers = _numbers(log.delta, log.premium, log.days, log.iv_rank, log.pop, log.margin)
    return Traits(log.underlyings, log.sectors, strategy, ticker, sector, regime, numbers)


def traits_of(idea: Idea, circumstances: Circumstances) -> Traits:
    """The traits of one event's idea, one row."""
    regime = REGIMES.index(circumstances.regime) if circumstances.regime else -1
    known = (idea.delta, idea.premium, idea.days, idea.iv_rank, idea.pop, idea.margin)
    strategy, first, there = (np.array([each]) for each in (STRATEGIES[idea.strategy].number, 0, regime))
    numbers = _numbers(*(np.array([each]) for each in known))
    return Traits((idea.underlying,), (idea.sector,), strategy, first, first, there, numbers)


def _numbers(*columns: Floats) -> tuple[Floats, ...]:
    """Delta, premium, days, rank, chance, margin as the model wants them; what has no logarithm is unknown."""
    delta, premium, days, rank, chance, margin = columns
    paid, held = _logarithm(np.abs(premium)), _logarithm(margin)
    return np.abs(delta), paid, np.log1p(np.maximum(days, 0)), rank, chance, paid - held


def _logarithm(values: Floats) -> Floats:
    above = values > 0
    found: Floats = np.where(above, np.log(np.where(above, values, 1.0)), np.nan)
    return np.where(np.isfinite(found), found, np.nan)
