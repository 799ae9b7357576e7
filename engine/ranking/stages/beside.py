"""How the money in an idea would move with the money in a book, as a correlation of one day's moves.

A position's day has two parts, its share of a move of the price, delta · S · σ / √252, and of one of volatility,
vega · σ · 5 %. Prices go together as the past year's days of the underlying went with the book; volatilities of
different underlyings with 0.7, a stated number:

    correlation = (price_i price_b ρ + volatility_i volatility_b 0.7) / (size_i size_b)

where a size is the root of both parts' squares. Where the past says nothing of an underlying, ρ is the direction of
what is held of it, else 0.3 with that of the whole book.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.options.opportunity import OpportunityTable
from engine.traders.book import FEWEST_DAYS, Book

Floats = NDArray[np.float64]

TOGETHER: Final = 0.7  # of volatilities
USUAL: Final = 0.3  # of two underlyings' returns of which nothing is known
VOLATILITY_MOVE: Final = 0.05  # of itself, a day
A_POINT: Final = 1.0  # that volatility moves a day, in points, for a book whose volatilities are not kept
A_DAY: Final = 1.2  # percent that prices move a day, where the book's own past days are not known
YEAR: Final = 252


def beside(book: Book, table: OpportunityTable) -> Floats:
    """The correlation of every row with the book, (n,), −1 to 1; 0 beside an empty book, nan where a row is unknown."""
    if not len(book):
        return np.zeros(len(table))
    price, volatility = _book_day(book)
    size = float(np.hypot(price, volatility))
    if size == 0:
        return np.zeros(len(table))
    unknown = np.full(len(table), np.nan)
    iv, delta, vega, spot = (table.columns.get(name, unknown) for name in ("iv", "delta", "vega", "spot"))
    own_price, own_volatility = delta * spot * iv / np.sqrt(YEAR), vega * iv * VOLATILITY_MOVE
    own_size = np.hypot(own_price, own_volatility)
    together = own_price * price * _returns(book, table.names)[table.underlying] + (
        own_volatility * volatility * TOGETHER
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Floats = np.where(own_size > 0, together / (own_size * size), 0.0)
    return np.where(np.isnan(own_size), np.nan, found)


def _book_day(book: Book) -> tuple[float, float]:
    """Money that a usual day of prices (0 or more) and of volatility brings to what is held."""
    totals = book.totals
    days, money = book.past_days()
    price = float(money.std()) if len(days) >= FEWEST_DAYS else abs(totals.delta) * A_DAY
    return price, totals.vega * A_POINT


def _returns(book: Book, names: tuple[str, ...]) -> Floats:
    """How each underlying's return went with the book's days, (names,)."""
    known = book.correlations(names)
    whole = float(np.sign(book.totals.delta))
    held: dict[str, float] = {}
    for each in book.held:
        if np.isfinite(each.moves.delta):
            held[each.position.underlying] = held.get(each.position.underlying, 0.0) + each.moves.delta
    guess = np.array([float(np.sign(held[name])) if name in held else USUAL * whole for name in names])
    return np.where(np.isnan(known), guess, known)
