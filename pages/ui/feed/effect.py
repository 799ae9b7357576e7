"""What one more idea changes in a book, in words: before and after of each number, and where it is more of the same."""

import math
from collections.abc import Callable
from typing import Final

from engine.traders.book import Effect, Totals
from pages.ui.feed.book_panel import Change
from pages.ui.look import NOT_KNOWN, money, number

MUCH_ALIKE: Final = 0.5  # correlation with the book from which on an idea is more of the same


def _signed(value: float) -> str:
    return money(value, signed=True)


NUMBERS: Final[tuple[tuple[str, str, Callable[[float], str]], ...]] = (
    ("Delta, a rise of 1 %", "delta", _signed),
    ("Theta, a day", "theta", _signed),
    ("Vega, a point", "vega", _signed),
    ("Worst day in 20", "worst_day", _signed),
    ("Margin held", "margin", money),
    ("Buying power left", "buying_power", money),
)
OPTIONAL: Final = ("buying_power",)  # said only where a capital is known


def changes(effect: Effect, is_empty: bool) -> tuple[Change, ...]:
    """Every number before and after, of an empty book only after; what is unknown is a dash."""
    return tuple(
        (label, "" if is_empty else written(effect.before, name, form), written(effect.after, name, form))
        for label, name, form in NUMBERS
        if name not in OPTIONAL or math.isfinite(getattr(effect.after, name))
    )


def written(totals: Totals, name: str, form: Callable[[float], str]) -> str:
    """One number of a book as people read it."""
    value = float(getattr(totals, name))
    return form(value) if math.isfinite(value) else NOT_KNOWN


def notes(effect: Effect, underlying: str, is_empty: bool) -> tuple[str, ...]:
    """Where it is more of what is there, and what is not known."""
    found = ["Your book is empty: this would be all of it."] if is_empty else []
    if effect.on_underlying:
        many = "position" if effect.on_underlying == 1 else "positions"
        found.append(f"You hold {effect.on_underlying} {many} on {underlying} already.")
    if math.isfinite(effect.correlation) and abs(effect.correlation) >= MUCH_ALIKE:
        way = "It moves with your book" if effect.correlation > 0 else "It moves against your book"
        found.append(f"{way}: correlation {number(effect.correlation, 2)} over {number(effect.before.days)} days.")
    if effect.sector and effect.sector_before > 0:
        found.append(f"{effect.sector}: {money(effect.sector_before)} of margin becomes {money(effect.sector_after)}.")
    if effect.after.unpriced:
        found.append(f"{effect.after.unpriced} without a price today: only their margin is counted.")
    return tuple(found)
