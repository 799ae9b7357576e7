"""The nearest profitable past trades of a set-up, and how often trades near it won.

Nearness is Gower's distance for mixed types (Gower 1971) over strategy, rank of volatility, days to expiry, delta and
sector: each between 0 and 1, the strategy twice, what is unknown on either side left out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.core.interval import Interval, share
from engine.options.strategies.kinds import STRATEGIES
from engine.traders.context import spelled
from engine.traders.events import ACTIONS, ENDED, UNKNOWN, Idea
from engine.traders.log import EventLog

Floats = NDArray[np.float64]

TOP: Final = 5
NEAR: Final = 0.2  # of the distance; another strategy alone is a third, another sector alone a sixth
RANGES: Final = (100.0, float(np.log1p(365)), 1.0)  # of rank (points), ln(1 + days), delta; further apart counts as 1
WEIGHTS: Final = np.array([2.0, 1.0, 1.0, 1.0, 1.0])  # strategy, rank, days, delta, sector
NUMBERS: Final = ("iv_rank", "days", "delta")
NEEDED: Final = ("strategy", *NUMBERS, "outcome")
ENDED_CODES: Final = tuple(ACTIONS.index(each) for each in ENDED)


@dataclass(frozen=True, slots=True)
class SimilarTrade:
    """One past trade: its row in what was searched, its distance (0: the same) and net profit per margin."""

    row: int
    distance: float
    outcome: float
    underlying: str
    strategy: str
    sector: str
    iv_rank: float
    days: float
    delta: float


@dataclass(frozen=True, slots=True)
class Similar:
    """The nearest profitable trades, the nearest first; the share of all near trades that won, of `win_rate.n`.

    Trades of the same days and underlyings end alike, so the range is narrower than what is really known.
    """

    trades: tuple[SimilarTrade, ...]
    win_rate: Interval
    searched: int


@dataclass(frozen=True, slots=True, eq=False)
class _Past:
    """Trades that ended, as columns (n,): strategy by number, sector ("" unknown), numbers (n, 3), outcome, row."""

    strategy: NDArray[np.int64]
    sector: NDArray[np.object_]
    underlying: NDArray[np.object_]
    numbers: Floats
    outcome: Floats
    row: NDArray[np.int64]


OTHER_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "days": ("days_to_expiry", "dte"), "underlying": ("ticker", "symbol"), "outcome": ("pnl", "profit"),
}  # fmt: skip  # of one fact the first that is there
Setup = Idea | Mapping[str, Any] | pd.Series
Trades = EventLog | pd.DataFrame | Sequence[Mapping[str, Any]]


def find_similar_trades(current_setup: Setup, historical_trades: Trades) -> Similar:
    """The five nearest profitable trades to a set-up, and how often those near it won.

    A set-up names `strategy` and what is known of `iv_rank` (0 to 100), `days` (or `days_to_expiry`, `dte`), `delta`
    and `sector`. Past trades are an event log, or rows with the same names, an `underlying` (or `ticker`, `symbol`)
    where it is known, and `outcome` (or `pnl`, `profit`), the net profit, best per money set aside; told as it is
    given. Of a log, only trades that ended count.
    """
    setup = current_setup if isinstance(current_setup, Idea) else _setup(current_setup)
    past = _of_log(historical_trades) if isinstance(historical_trades, EventLog) else _of_rows(historical_trades)
    distance = _distance(setup, past)
    near = distance <= NEAR
    won = past.outcome > 0
    profitable = np.flatnonzero(won)
    nearest = profitable[np.lexsort((-past.row[profitable], distance[profitable]))][:TOP]
    rate = share(int((near & won).sum()), int(near.sum()))
    return Similar(tuple(_told(past, each, float(distance[each])) for each in nearest.tolist()), rate, len(past.row))


def _distance(setup: Idea, past: _Past) -> Floats:
    """Gower's distance of every trade to the set-up, (n,); the strategy is always known."""
    wanted = np.array([setup.iv_rank, np.log1p(max(setup.days, 0.0)), setup.delta])
    numbers = past.numbers.copy()
    numbers[:, 1] = np.log1p(np.maximum(numbers[:, 1], 0.0))
    apart = np.minimum(np.abs(numbers - wanted) / np.array(RANGES), 1.0)
    known_sector = (past.sector != "") & bool(setup.sector)
    parts = np.column_stack((
        past.strategy != STRATEGIES[setup.strategy].number, apart,
        np.where(known_sector, past.sector != setup.sector, UNKNOWN),
    )).astype(np.float64)  # fmt: skip
    known = np.isfinite(parts)
    found: Floats = np.where(known, parts, 0.0) @ WEIGHTS / (known @ WEIGHTS)
    return found


def _told(past: _Past, at: int, distance: float) -> SimilarTrade:
    rank, days, delta = past.numbers[at].tolist()
    names = tuple(STRATEGIES)
    return SimilarTrade(
        int(past.row[at]), distance, float(past.outcome[at]), past.underlying[at], names[past.strategy[at]],
        past.sector[at], rank, days, delta,
    )  # fmt: skip


def _of_log(log: EventLog) -> _Past:
    """The trades of a log that ended, with what they were when they were entered."""
    rows = np.flatnonzero(np.isin(log.action, ENDED_CODES) & np.isfinite(log.outcome))
    sectors, underlyings = (np.array([*names, ""], dtype=object) for names in (log.sectors, log.underlyings))
    return _Past(
        log.strategy[rows].astype(np.int64), sectors[log.sector[rows]], underlyings[log.underlying[rows]],
        np.column_stack([getattr(log, name)[rows] for name in NUMBERS]), log.outcome[rows], rows,
    )  # fmt: skip


def _of_rows(trades: pd.DataFrame | Sequence[Mapping[str, Any]]) -> _Past:
    """Trades from rows with names."""
    table = _named(_table(trades))
    if not len(table):
        none, unnamed = np.zeros(0, np.int64), np.zeros(0, object)
        return _Past(none, unnamed, unnamed, np.zeros((0, 3)), np.zeros(0), none)
    missing = [name for name in NEEDED if name not in table]
    if missing:
        raise DataError(f"past trades need columns {', '.join(NEEDED)}; {', '.join(missing)} missing.")
    odd = table.loc[~table["strategy"].isin([*STRATEGIES]), "strategy"]
    if len(odd):
        raise DataError(f"a strategy must be one of {', '.join(STRATEGIES)}, was {odd.iloc[0]!r}.")
    numbers = np.column_stack([_numbers(table, name) for name in (*NUMBERS, "outcome")])
    known = np.flatnonzero(np.isfinite(numbers[:, 3]))
    codes = np.array([STRATEGIES[each].number for each in table["strategy"]], dtype=np.int64)
    sector, underlying = (_words(table, name)[known] for name in ("sector", "underlying"))
    return _Past(codes[known], sector, underlying, numbers[known, :3], numbers[known, 3], known.astype(np.int64))


def _table(trades: pd.DataFrame | Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Rows as a table; what has none is refused."""
    if isinstance(trades, pd.DataFrame):
        return trades
    if isinstance(trades, Mapping | str) or not isinstance(trades, Iterable):
        raise DataError(f"past trades must be an event log, a table, or a list of mappings, were {str(trades)[:80]!r}.")
    rows = [*trades]
    for each in rows:
        if not isinstance(each, Mapping | pd.Series):
            raise DataError(
                f"past trades must be mappings such as {{'strategy': 'wheel', ...}}, one was {str(each)[:80]!r}."
            )
    return pd.DataFrame(rows)


def _setup(given: Mapping[str, Any] | pd.Series) -> Idea:
    """A set-up from names and values."""
    if not isinstance(given, Mapping | pd.Series):
        raise DataError(f"a set-up must be an idea, or a mapping such as {{'strategy': 'wheel', ...}}, was {given!r}.")
    table = _named(pd.DataFrame([dict(given)]))
    if "strategy" not in table:
        raise DataError("a set-up must name its strategy, and what is known of iv_rank, days, delta and sector.")
    numbers = {name: float(_numbers(table, name)[0]) for name in NUMBERS if name in table}
    return Idea("", str(_words(table, "underlying")[0]), str(table["strategy"].iloc[0]),
                sector=str(_words(table, "sector")[0]), **numbers)  # fmt: skip


def _named(table: pd.DataFrame) -> pd.DataFrame:
    """Other names of the same columns made ours, where ours are not there."""
    for ours, others in OTHER_NAMES.items():
        theirs = next((each for each in others if each in table), None)
        if theirs is not None and ours not in table:
            table = table.rename(columns={theirs: ours})
    if "strategy" not in table:
        return table
    return table.assign(strategy=[spelled(each) if isinstance(each, str) else each for each in table["strategy"]])


def _numbers(table: pd.DataFrame, name: str) -> Floats:
    """A column of numbers; nothing is unknown, words are refused."""
    found = pd.to_numeric(table[name], errors="coerce").to_numpy(np.float64)
    odd = table.loc[np.isnan(found) & table[name].notna().to_numpy(), name]
    if len(odd):
        raise DataError(f"{name} must be a number or empty, was {odd.iloc[0]!r}.")
    return found


def _words(table: pd.DataFrame, name: str) -> NDArray[np.object_]:
    """A column of names, "" where there is none."""
    column = table[name] if name in table else pd.Series([""] * len(table), index=table.index)
    return np.array(["" if pd.isna(each) else str(each) for each in column], dtype=object)
