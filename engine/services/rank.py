"""The journey from a file of many people's trades to what each of them is likely to buy next."""

import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.gateways.trade_file import Trades, read_trades
from engine.gateways.whole_file import write_bytes_whole
from engine.ranking.blending.blend import Blend
from engine.ranking.blending.evidence import TASKS, Task
from engine.ranking.blending.ranked import ranked
from engine.ranking.embeddings.two_tower import HOW, NAME, check_available, is_available
from engine.ranking.models.interactions import Interactions, interactions_of, once_a_day

ENDINGS: Final = (".parquet", ".csv", ".csv.gz")
MOST: Final = 10_000


@dataclass(frozen=True, slots=True)
class RankRequest:
    """Which events, as of when (ms UTC; later ones are never looked at), how many, which task, and where to.

    `deep` lets the two towers compete with the other models.
    """

    events: Path
    at_ms: int
    out: Path
    top: int = 10
    task: str = "any"
    deep: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class RankAnswer:
    """The table that was written (trader_id, rank, ticker, score), how many traders and items, and the blend."""

    table: pd.DataFrame
    traders: int
    items: int
    blend: Blend


def rank_file(request: RankRequest) -> RankAnswer:
    """Read, rank and write; DataError in one line where that cannot be."""
    task = _checked(request)
    if request.deep:
        check_available()
    trades = read_trades(request.events, request.events.name)
    events = events_until(trades, request.at_ms)
    from threadpoolctl import threadpool_limits  # noqa: PLC0415 - it looks through all loaded libraries at import

    with threadpool_limits(1):  # the same bytes on any number of cores; on a busy machine threads wait for each other
        found = ranked(events, request.at_ms, task, request.top, request.deep)
    table = pd.DataFrame(
        {
            "trader_id": _named(events.users, found.user, "trader_id" in trades.whole),
            "rank": found.rank,
            "ticker": _named(events.items, found.item, "ticker" in trades.whole),
            "score": found.score,
        }
    )
    write_bytes_whole(request.out, _written(table, request.out), "the ranking")
    return RankAnswer(table, len(events.users), len(events.items), found.blend)


@dataclass(frozen=True, slots=True)
class TowersVoice:
    """Whether the two towers could and did compete for a place in a blend, and what walking forward gave them.

    Weight in the mixture and power in the product, each with its deviation between resamples of the traders.
    """

    installed: bool
    competed: bool
    weight: float
    weight_spread: float
    power: float
    power_spread: float

    @property
    def told(self) -> str:
        """In a line."""
        if not self.competed:
            how = "rank with --deep to let them" if self.installed else f"{HOW}, then rank with --deep"
            return f"The two towers (a network, optional) did not compete: {how}."
        parts = (("weight", self.weight, self.weight_spread), ("power", self.power, self.power_spread))
        heard = ", ".join(f"{what} {value:.3f} ± {spread:.3f}" for what, value, spread in parts if value > 0)
        return f"The two towers competed: {heard}." if heard else "The two towers competed and got no say."


def towers_voice(blend: Blend) -> TowersVoice:
    """What the towers have in a blend."""
    competed = NAME in (model.name for model in blend.models)
    weight, power = (voices.get(NAME, (0.0, 0.0)) for voices in (blend.heard(), blend.multiplied()))
    return TowersVoice(is_available(), competed, *weight, *power)


def events_until(trades: Trades, at_ms: int) -> Interactions:
    """What had happened by then, each purchase and sale of a day once, with the groups of the tickers as told."""
    kept = np.flatnonzero(trades.at_ms <= at_ms)
    if not len(kept):
        first = pd.Timestamp(int(trades.at_ms.min()), unit="ms").strftime("%Y-%m-%d")
        raise DataError(f"at must not lie before the first trade ({first}). Choose a later date.")
    trader, ticker = ([names[row] for row in kept] for names in (trades.trader, trades.ticker))
    events = interactions_of(trader, ticker, trades.at_ms[kept], trades.is_sale[kept], trades.amount[kept])
    for names in trades.groups.values():
        of = _usual(ticker, [names[row] for row in kept])
        events = events.grouped(of) if of else events
    return once_a_day(events)


def _named(names: Sequence[str], numbers: NDArray[np.int64], is_whole: bool) -> NDArray[Any]:
    """The names of these numbers, as the file has them: what goes in as a whole number comes out as one."""
    found: NDArray[Any] = np.array(names)[numbers]
    return found.astype(np.int64) if is_whole else found


def _usual(tickers: Sequence[str], groups: Sequence[str]) -> dict[str, str]:
    """The group each ticker is most often said to be in; of equally many the first by the alphabet."""
    said: dict[str, Counter[str]] = {}
    for ticker, group in zip(tickers, groups, strict=True):
        if group:
            said.setdefault(ticker, Counter())[group] += 1
    return {ticker: min(counts, key=lambda name: (-counts[name], name)) for ticker, counts in said.items()}


def _checked(request: RankRequest) -> Task:
    if not any(request.out.name.lower().endswith(end) for end in ENDINGS):
        raise DataError(f"a ranking is written to {', '.join(ENDINGS)}, was {request.out.name}. Name such a file.")
    if not 1 <= request.top <= MOST:
        raise DataError(f"top must be 1 to {MOST:,}, was {request.top}. Try 10.")
    task = next((each for each in TASKS if each == request.task), None)
    if task is None:
        raise DataError(f"task must be one of {', '.join(TASKS)}, was {request.task[:40]!r}. Try any.")
    return task


def _written(table: pd.DataFrame, path: Path) -> bytes:
    body = io.BytesIO()
    name = path.name.lower()
    if name.endswith(".parquet"):
        table.to_parquet(body, index=False)
    else:
        table.to_csv(body, index=False, compression={"method": "gzip", "mtime": 0} if name.endswith(".gz") else None)
    return body.getvalue()
