"""Which opportunities somebody wants to see: filters as data, kept under names, and the rows that pass them."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import NAMES, STRATEGIES
from engine.services.startup import App

KEPT: Final = "opportunity_filters"
MOST_KEPT: Final = 30
LONGEST_NAME: Final = 40
ORDERS: Final[Mapping[str, tuple[str, bool]]] = {
    "Chance of profit": ("pop", True),
    "Average outcome per money at risk": ("alpha", True),
    "Yield a year": ("annual_yield", True),
    "Return on risk": ("return_on_risk", True),
    "Liquidity": ("liquidity", True),
    "Rank of volatility": ("iv_rank", True),
    "Unusual activity": ("unusual", True),
    "Soonest expiry": ("days", False),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked of an opportunity; shares as fractions, empty tuples and None ask for nothing.

    `no_earnings` leaves out what reports before expiry, and what may: unknown dates are no promise. Each of the
    `words` must stand in the underlying's name or the strategy's.
    """

    strategies: tuple[str, ...] = ()
    underlyings: tuple[str, ...] = ()
    days: tuple[float, float] = (5.0, 65.0)
    least_chance: float = 0.0
    least_return: float | None = None
    least_liquidity: float = 0.0
    least_rank: float | None = None
    most_loss: float | None = None
    no_earnings: bool = False
    unusual: bool = False
    order: str = "Chance of profit"
    words: str = ""

    def __post_init__(self) -> None:
        unknown = [name for name in self.strategies if name not in STRATEGIES]
        if unknown:
            raise DataError(f"there is no strategy {unknown[0]!r}. The strategies are {', '.join(NAMES)}.")
        if self.order not in ORDERS:
            raise DataError(f"opportunities are ordered by {', '.join(ORDERS)}, was {self.order!r}.")


def passing(table: OpportunityTable, asked: Filters) -> NDArray[np.int64]:
    """The rows that pass, best first by the order asked for; what is unknown passes no limit."""
    rows = np.flatnonzero(_of_kind(table, asked) & _within(table, asked))
    column, high_first = ORDERS[asked.order]
    values = table[column][rows]
    worth = np.where(np.isfinite(values), values if high_first else -values, -np.inf)
    return rows[np.argsort(-worth, kind="stable")]


def _of_kind(table: OpportunityTable, asked: Filters) -> NDArray[np.bool_]:
    """Which rows are of the strategies, underlyings and words that are asked for."""
    kept = np.ones(len(table), dtype=np.bool_)
    if asked.strategies:
        kept &= np.isin(table.strategy, [STRATEGIES[name].number for name in asked.strategies])
    if asked.underlyings:
        kept &= np.isin(table.underlying, [at for at, name in enumerate(table.names) if name in asked.underlyings])
    if asked.words.strip():
        kept &= _named(table, asked.words)
    return kept


def _within(table: OpportunityTable, asked: Filters) -> NDArray[np.bool_]:
    """Which rows keep every limit."""
    with np.errstate(invalid="ignore"):
        kept: NDArray[np.bool_] = (table["days"] >= asked.days[0]) & (table["days"] <= asked.days[1])
        for name, least in (
            ("pop", asked.least_chance or None), ("return_on_risk", asked.least_return),
            ("liquidity", asked.least_liquidity or None), ("iv_rank", asked.least_rank),
        ):  # fmt: skip
            if least is not None:
                kept &= table[name] >= least
        if asked.most_loss is not None:
            kept &= table["max_loss"] * table.multiplier <= asked.most_loss
        if asked.no_earnings:
            kept &= table["earnings_in_term"] == 0
        if asked.unusual:
            kept &= table["unusual"] > 0
    return kept


def _named(table: OpportunityTable, words: str) -> NDArray[np.bool_]:
    """Whether every word stands in an idea's name; names are looked through once, not rows."""
    wanted = words.casefold().split()
    labels = [f"{kind.label} {name}".casefold() for name, kind in STRATEGIES.items()]
    found = np.ones(len(table), dtype=np.bool_)
    for word in wanted:
        by_name = np.array([word in name.casefold() for name in table.names], dtype=np.bool_)
        by_label = np.array([word in label for label in labels], dtype=np.bool_)
        found &= by_name[table.underlying] | by_label[table.strategy]
    return found


def saved_filters(app: App) -> dict[str, Filters]:
    """The filters that were kept, by name; one that can no longer be read is left out."""
    found = {}
    for name, told in _read(app.desk().setting(KEPT)).items():
        made = _made(told)
        if made is not None:
            found[name] = made
    return found


def keep_filters(app: App, name: str, asked: Filters) -> None:
    """Keep filters under a name, in place of those that had it."""
    name = name.strip()
    if not name or len(name) > LONGEST_NAME:
        raise DataError(f"filters need a name of 1 to {LONGEST_NAME} letters, was {name[:60]!r}.")

    def changed(text: str) -> str:
        kept = _read(text)
        if name not in kept and len(kept) >= MOST_KEPT:
            raise DataError(f"at most {MOST_KEPT} filters are kept, and so many there are. Remove one first.")
        return json.dumps({**kept, name: asdict(asked)})

    app.desk().amend(KEPT, changed)


def drop_filters(app: App, name: str) -> None:
    """Remove the filters of this name."""
    app.desk().amend(KEPT, lambda text: json.dumps({each: told for each, told in _read(text).items() if each != name}))


def _read(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _made(told: Any) -> Filters | None:
    if not isinstance(told, dict):
        return None
    names = {each.name for each in fields(Filters)}
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in told.items() if name in names
    }
    try:
        return Filters(**values)
    except (DataError, TypeError):
        return None
