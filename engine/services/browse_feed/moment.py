"""What an event remembers of an idea and of its moment: read off the table once, to be learned from later."""

from collections.abc import Sequence

import numpy as np

from engine.options.features.climate import REGIMES
from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import NAMES
from engine.services.opportunities.catalogue import Ideas
from engine.traders.beside_book import list_with_book
from engine.traders.book import Book
from engine.traders.events import Circumstances, Idea
from engine.traders.memory.limits import fits
from engine.traders.taste import Taste

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


def showing(ideas: Ideas, rows: Sequence[int], taste: Taste, book: Book) -> tuple[list[float], float]:
    """Whether each row of a list lies within the trader's own limits (1, 0), and how the list goes with his book."""
    table, chosen = ideas.table, np.array(rows, dtype=np.int64)
    delta, days = table["delta"][chosen], table["days"][chosen]
    size = table.multiplier[chosen]
    own = fits(taste, delta, table["premium"][chosen] * size, days).tolist()
    names = [table.names[number] for number in table.underlying[chosen].tolist()]
    return own, list_with_book(book, names, delta * size * table["spot"][chosen])


def regime_of(table: OpportunityTable, row: int) -> str:
    """The regime of the whole market at a row's moment, "" where it is unknown."""
    code = float(table["market_regime"][row])
    return REGIMES[int(code)] if np.isfinite(code) else ""
