"""What an event remembers of an idea and of its moment: read off the table once, to be learned from later."""

from collections.abc import Sequence

import numpy as np

from engine.options.features.climate import REGIMES
from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import NAMES
from engine.services.opportunities.catalogue import Ideas
from engine.traders.book import Book
from engine.traders.events import Circumstances, Idea

IN_MONEY = ("premium", "margin")


def idea_of(ideas: Ideas, row: int) -> Idea:
    """One row as events remember it; premium and margin as money per contract."""
    table = ideas.table
    underlying = table.names[table.underlying[row]]
    size = float(table.multiplier[row])
    numbers = {name: float(table[name][row]) for name in ("delta", "premium", "days", "iv_rank", "margin", "pop")}
    return Idea(
        table.id_of(row), underlying, NAMES[table.strategy[row]], ideas.context.sector.get(underlying, ""),
        numbers["delta"], numbers["premium"] * size, numbers["days"], numbers["iv_rank"], numbers["margin"] * size,
        numbers["pop"],
    )  # fmt: skip


def circumstances_of(ideas: Ideas, row: int, book: Book) -> Circumstances:
    """The moment: the market's regime and VIX where the table knows them, and what the trader holds."""
    return circumstances_of_all(ideas, [row], book)[0]


def circumstances_of_all(ideas: Ideas, rows: Sequence[int], book: Book) -> list[Circumstances]:
    """The same of many rows, with the book looked at once."""
    table, many, delta = ideas.table, len(book), book.totals.delta
    return [
        Circumstances(regime_of(table, row), float(table["vix"][row]), float(table["vix_change"][row]), many, delta)
        for row in rows
    ]


def regime_of(table: OpportunityTable, row: int) -> str:
    """The regime of the whole market at a row's moment, "" where it is unknown."""
    code = float(table["market_regime"][row])
    return REGIMES[int(code)] if np.isfinite(code) else ""
