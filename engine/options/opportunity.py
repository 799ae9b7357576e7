"""One option idea with its terms, and a columnar table of a million of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.options.chain import Flags, Floats, Times
from engine.options.strategies.kinds import NAMES, STRATEGIES, Strategy
from engine.options.strategies.position import LEGS, Positions, Sides

MISSING = np.nan


@dataclass(frozen=True, slots=True)
class Leg:
    """One option of an opportunity: bought (+1) or sold (-1), put or call, strike, expiry (ms UTC), price counted."""

    side: int
    is_call: bool
    strike: float
    expiry: int
    price: float


@dataclass(frozen=True, slots=True)
class Opportunity:
    """One idea: what to trade on what, and every number that is known of it (nan: unknown).

    `numbers` holds the columns of the table by name, in the units that `engine.options.fields` tells.
    """

    id: str
    underlying: str
    strategy: str
    moment: int
    expiry: int
    multiplier: float
    legs: tuple[Leg, ...]
    numbers: Mapping[str, float]

    @property
    def kind(self) -> Strategy:
        """The strategy's description."""
        return STRATEGIES[self.strategy]

    def __getitem__(self, name: str) -> float:
        return self.numbers[name]

    @property
    def positions(self) -> Positions:
        """The position per one of the underlying, for its payoff; a calendar's far leg is left out."""
        near = [leg for leg in self.legs if leg.expiry == self.expiry]
        strike, call, side = np.full((1, LEGS), MISSING), np.zeros((1, LEGS), np.bool_), np.zeros((1, LEGS), np.int8)
        for place, leg in enumerate(near):
            strike[0, place], call[0, place], side[0, place] = leg.strike, leg.is_call, leg.side
        one = [np.array([each]) for each in (self.numbers["premium"], self.kind.shares, self.numbers["spot"])]
        return Positions(strike, call, side, *one)


@dataclass(frozen=True, slots=True, eq=False)
class OpportunityTable:
    """Many opportunities as columns: `names` of underlyings, legs (n, 4) with nan and 0 where there is none.

    `strategy` and `underlying` are numbers of `NAMES` and `names`; `moment`, `expiry`, `leg_expiry` in ms UTC;
    `columns` the numbers by name (n,), nan unknown. Rows keep the order in which the scanner found them.
    """

    names: tuple[str, ...]
    underlying: NDArray[np.int32]
    strategy: NDArray[np.int8]
    moment: Times
    expiry: Times
    multiplier: Floats
    strike: Floats
    is_call: Flags
    side: Sides
    leg_expiry: Times
    leg_price: Floats
    columns: Mapping[str, Floats] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.strategy)

    def __getitem__(self, name: str) -> Floats:
        return self.columns[name]

    def rows(self, chosen: NDArray[Any]) -> "OpportunityTable":
        """Those rows alone, by mask or number."""
        kept = {name: getattr(self, name)[chosen] for name in PLACES}
        return OpportunityTable(self.names, **kept, columns={name: each[chosen] for name, each in self.columns.items()})

    def having(self, more: Mapping[str, Floats]) -> "OpportunityTable":
        """The same rows with more columns."""
        for name, values in more.items():
            if len(values) != len(self):
                raise DataError(f"column {name} must have {len(self)} rows, had {len(values)}.")
        kept = {name: getattr(self, name) for name in PLACES}
        return OpportunityTable(self.names, **kept, columns={**self.columns, **more})

    def id_of(self, row: int) -> str:
        """A name that stays the same from one scan to the next of the same chain: what, when until, which legs."""
        legs = "/".join(self._short(row, leg) for leg in np.flatnonzero(self.side[row]).tolist())
        day = pd.Timestamp(int(self.expiry[row]), unit="ms").strftime("%Y%m%d")
        seen = pd.Timestamp(int(self.moment[row]), unit="ms").strftime("%Y%m%dT%H%M%S")
        return f"{self.names[self.underlying[row]]}:{NAMES[self.strategy[row]]}:{day}:{legs}@{seen}"

    def _short(self, row: int, leg: int) -> str:
        sign, kind = "+" if self.side[row, leg] > 0 else "-", "C" if self.is_call[row, leg] else "P"
        return f"{sign}{self.strike[row, leg]:g}{kind}"

    def row(self, number: int) -> Opportunity:
        """One opportunity."""
        used = np.flatnonzero(self.side[number]).tolist()
        return Opportunity(
            self.id_of(number),
            self.names[self.underlying[number]],
            NAMES[self.strategy[number]],
            int(self.moment[number]),
            int(self.expiry[number]),
            float(self.multiplier[number]),
            tuple(self._leg(number, leg) for leg in used),
            {name: float(values[number]) for name, values in self.columns.items()},
        )

    def _leg(self, number: int, leg: int) -> Leg:
        return Leg(
            int(self.side[number, leg]),
            bool(self.is_call[number, leg]),
            float(self.strike[number, leg]),
            int(self.leg_expiry[number, leg]),
            float(self.leg_price[number, leg]),
        )

    def frame(self) -> pd.DataFrame:
        """For files and tables: names instead of numbers, times in UTC, one column a leg and number."""
        legs = {}
        for leg in range(LEGS):
            side = np.where(self.side[:, leg] > 0, "buy ", np.where(self.side[:, leg] < 0, "sell ", ""))
            what = np.where(self.is_call[:, leg], "call ", "put ")
            strike = [f"{each:g}" for each in self.strike[:, leg].tolist()]
            text = np.char.add(np.char.add(side.astype(str), what.astype(str)), np.array(strike, dtype=str))
            legs[f"leg_{leg + 1}"] = np.where(self.side[:, leg] != 0, text, "")
        return pd.DataFrame({
            "underlying": np.array(self.names, dtype=object)[self.underlying],
            "strategy": np.array(NAMES, dtype=object)[self.strategy],
            "moment": pd.to_datetime(self.moment, unit="ms", utc=True),
            "expiry": pd.to_datetime(self.expiry, unit="ms", utc=True),
            **legs, "multiplier": self.multiplier, **self.columns,
        })  # fmt: skip


PLACES = (
    "underlying",
    "strategy",
    "moment",
    "expiry",
    "multiplier",
    "strike",
    "is_call",
    "side",
    "leg_expiry",
    "leg_price",
)


def nothing(columns: Sequence[str] = ()) -> OpportunityTable:
    """A table without rows."""
    times, prices = np.zeros(0, np.int64), np.zeros(0)
    legs, leg_times = np.zeros((0, LEGS)), np.zeros((0, LEGS), np.int64)
    flags, sides = np.zeros((0, LEGS), np.bool_), np.zeros((0, LEGS), np.int8)
    return OpportunityTable(
        (), np.zeros(0, np.int32), np.zeros(0, np.int8), times, times, prices, legs, flags, sides, leg_times, legs,
        dict.fromkeys(columns, prices),
    )  # fmt: skip


def joined(tables: Sequence[OpportunityTable]) -> OpportunityTable:
    """One table of several with the same columns; underlyings are numbered anew."""
    if not tables:
        raise DataError("there are no opportunities to put together.")
    names = tuple(dict.fromkeys(name for table in tables for name in table.names))
    number = {name: place for place, name in enumerate(names)}
    codes = [np.array([number[name] for name in table.names], dtype=np.int32)[table.underlying] for table in tables]
    kept = {name: np.concatenate([getattr(table, name) for table in tables]) for name in PLACES if name != "underlying"}
    shared = [name for name in tables[0].columns if all(name in table.columns for table in tables)]
    columns = {name: np.concatenate([table[name] for table in tables]) for name in shared}
    return OpportunityTable(names, np.concatenate(codes), **kept, columns=columns)
