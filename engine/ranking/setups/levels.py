"""What outlives an option idea: its set-up, on six levels from ticker × strategy × delta × days back to a sector."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import STRATEGIES
from engine.ranking.models.interactions import Codes, Floats
from engine.traders.log import EventLog

DELTAS: Final = np.array([0.1, 0.2, 0.3, 0.5])  # |delta| where one bucket ends and the next begins
DAYS: Final = np.array([7.0, 21.0, 35.0, 50.0])
LEVELS: Final = MappingProxyType(
    {
        "sector": ("sector",),
        "strategy": ("strategy",),
        "ticker": ("ticker",),
        "kind": ("strategy", "delta", "days"),
        "ticker and strategy": ("ticker", "strategy"),
        "set-up": ("ticker", "strategy", "delta", "days"),
    }
)


@dataclass(frozen=True, slots=True)
class Names:
    """The tickers and sectors that are known, and the sector of each ticker as a place (-1: none)."""

    tickers: tuple[str, ...]
    sectors: tuple[str, ...]
    sector_of: Codes

    @property
    def sizes(self) -> Mapping[str, int]:
        """How many values each part of a set-up has."""
        return {
            "ticker": len(self.tickers), "sector": len(self.sectors), "strategy": len(STRATEGIES),
            "delta": len(DELTAS) + 1, "days": len(DAYS) + 1,
        }  # fmt: skip

    def count(self, level: str) -> int:
        """How many items there can be on a level."""
        return int(np.prod([self.sizes[part] for part in LEVELS[level]]))


Setups = Mapping[str, Codes]


def names_of(log: EventLog) -> Names:
    """What a log knows; a ticker's sector is the one it was most often in."""
    counted = np.zeros((len(log.underlyings), len(log.sectors)))
    known = (log.underlying >= 0) & (log.sector >= 0)
    np.add.at(counted, (log.underlying[known], log.sector[known]), 1.0)
    named = np.array([bool(each) for each in log.sectors], dtype=np.bool_)
    counted[:, ~named] = 0.0
    most = counted.argmax(axis=1) if counted.size else np.zeros(len(counted), dtype=np.int64)
    sector = np.where(counted.any(axis=1), most, -1) if counted.size else np.full(len(counted), -1)
    return Names(log.underlyings, log.sectors, sector.astype(np.int64))


def of_log(log: EventLog, names: Names) -> Setups:
    """The set-up of every event, each part (n,); -1 is unknown."""
    place = {name: number for number, name in enumerate(names.tickers)}
    own = np.array([place.get(name, -1) for name in log.underlyings], dtype=np.int64)
    ticker = np.where(log.underlying >= 0, own[log.underlying] if len(own) else -1, -1)
    return _parts(ticker, log.strategy, (log.delta, log.days), names)


def of_table(table: OpportunityTable, names: Names) -> Setups:
    """The set-up of every opportunity, each part (n,)."""
    place = {name: number for number, name in enumerate(names.tickers)}
    own = np.array([place.get(name, -1) for name in table.names], dtype=np.int64)
    return _parts(own[table.underlying], table.strategy, (table["delta"], table["days"]), names)


def _parts(ticker: Codes, strategy: NDArray[np.integer], numbers: tuple[Floats, Floats], names: Names) -> Setups:
    delta, days = numbers
    sector = np.append(names.sector_of, -1)[ticker]
    return {
        "ticker": ticker, "sector": sector, "strategy": strategy.astype(np.int64),
        "delta": _bucket(np.abs(delta), DELTAS), "days": _bucket(days, DAYS),
    }  # fmt: skip


def _bucket(values: Floats, limits: Floats) -> Codes:
    return np.where(np.isfinite(values), np.searchsorted(limits, values, side="right"), -1).astype(np.int64)


def places(setups: Setups, names: Names, level: str) -> Codes:
    """The item of each on a level, from 0 to `names.count(level)` - 1, (n,); -1 where a part is unknown."""
    found = np.zeros(len(setups["strategy"]), dtype=np.int64)
    unknown = np.zeros(len(found), dtype=np.bool_)
    for part in LEVELS[level]:
        found = found * names.sizes[part] + setups[part]
        unknown |= setups[part] < 0
    return np.where(unknown, -1, found)
