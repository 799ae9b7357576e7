"""How an opportunity reads: its legs in a sentence, its numbers with their units."""

import math
from collections.abc import Callable, Mapping
from typing import Final

from engine.market.bars import timestamp
from engine.options.features.climate import REGIMES
from engine.options.features.early import TOLD
from engine.options.fields import FIELDS
from engine.options.opportunity import Leg, Opportunity, OpportunityTable
from engine.options.strategies.kinds import NAMES, STRATEGIES
from engine.options.strategies.position import LEGS
from pages.ui.look import NOT_KNOWN, day, money, number, percent, price

VIEWS: Final[Mapping[str, str]] = {
    "bullish": "for a rising price", "bearish": "for a falling price", "neutral": "for a quiet price",
    "moving": "for a moving price",
}  # fmt: skip


def strategy_label(number_of: int) -> str:
    """A strategy by its number in tables."""
    return STRATEGIES[NAMES[number_of]].label


def legs_short(table: OpportunityTable, row: int) -> str:
    """The legs of a row in a few letters: `Sell 95P 105C, buy 90P 110C`."""
    told = []
    for word, side in (("sell", -1), ("buy", 1)):
        legs = [at for at in range(LEGS) if table.side[row, at] == side]
        if legs:
            names = (f"{strike(float(table.strike[row, at]))}{'C' if table.is_call[row, at] else 'P'}" for at in legs)
            told.append(f"{word} {' '.join(names)}")
    text = ", ".join(told)
    return f"{text[:1].upper()}{text[1:]}"


def legs_of(one: Opportunity) -> str:
    """The legs of one opportunity as a sentence."""
    return sentence(list(one.legs), one.expiry, bool(one.kind.shares))


def sentence(legs: list[Leg], expiry: int, with_shares: bool) -> str:
    """What is sold first, then what is bought; a leg that expires later says when."""
    ordered = sorted(legs, key=lambda leg: (leg.side, leg.strike))
    parts = []
    for leg in ordered:
        word = "buy" if leg.side > 0 else "sell"
        later = f" of {day(timestamp(leg.expiry))}" if leg.expiry != expiry else ""
        parts.append(f"{word} {strike(leg.strike)} {'call' if leg.is_call else 'put'}{later}")
    told = ", ".join(parts)
    held = " against shares held" if with_shares else ""
    return f"{told[:1].upper()}{told[1:]}{held}"


def strike(value: float) -> str:
    """A strike as it is quoted: no needless digits."""
    return number(value, 0 if value == round(value) else 2)


def shown(name: str, value: float, one: Opportunity) -> str:
    """A number with its unit, as the screen writes it; unknown is a dash."""
    if name in ("max_profit", "max_loss") and math.isinf(value):
        return "no limit"
    if not math.isfinite(value):
        return NOT_KNOWN
    if name in CODES:
        return CODES[name](value)
    unit = FIELDS[name].unit
    if unit == "price":
        return money(value * one.multiplier) if name in PER_CONTRACT else price(value)
    return UNITS[unit](value)


def _early(value: float) -> str:
    return TOLD[int(value)] or "no reason to"


CODES: Final[Mapping[str, Callable[[float], str]]] = {
    "early_exercise": _early,
    "regime": lambda value: REGIMES[int(value)],
    "market_regime": lambda value: REGIMES[int(value)],
    "earnings_in_term": lambda value: "yes" if value else "no",
}
PER_CONTRACT: Final = ("premium", "natural", "max_profit", "max_loss", "ev", "margin", "spread_money", "vega", "theta")
UNITS: Final[Mapping[str, Callable[[float], str]]] = {
    "share": percent,
    "sigma": percent,
    "days": lambda value: f"{number(value, 0)} days",
    "number": lambda value: number(value, 2 if abs(value) < 100 else 0),
    "score": lambda value: number(value, 0),
    "seconds": lambda value: f"{number(value, 0)} s",
    "atr": lambda value: f"{number(value, 1)} ranges",
    "flag": lambda value: "yes" if value else "no",
    "code": lambda value: number(value, 0),
}
