"""How a place in the feed reads: its legs in a line, its four numbers, its parts, how far the two orders differ."""

import math
from typing import Final

import numpy as np

from engine.market.bars import timestamp
from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import NAMES, STRATEGIES
from engine.ranking.recommendation import FAR, Recommendation
from engine.traders.events import Idea
from pages.ui.look import NOT_KNOWN, money, number, percent
from pages.ui.opportunities.wording import strategy_label, strike

Numbers = tuple[tuple[str, str], ...]
SPREADS: Final = 4  # legs from which on strikes alone are named


def title(table: OpportunityTable, row: int) -> str:
    """`SIM-ETH · Put credit spread`."""
    return f"{table.names[table.underlying[row]]} · {strategy_label(int(table.strategy[row]))}"


def title_of(idea: Idea) -> str:
    """The same of an idea as events remember it."""
    return f"{idea.underlying} · {STRATEGIES[idea.strategy].label}"


def terms(table: OpportunityTable, row: int) -> str:
    """The legs and the day in a line: `Sell 2,900 put, buy 2,700 put, expires 18 Dec`."""
    return f"{legs(table, row)}, expires {short_day(int(table.expiry[row]))}"


def legs(table: OpportunityTable, row: int) -> str:
    """The legs: sold ones first; of four the strikes alone, puts and calls apart."""
    used = np.flatnonzero(table.side[row]).tolist()
    if len(used) == SPREADS:
        puts, calls = (
            [strike(float(table.strike[row, at])) for at in used if bool(table.is_call[row, at]) is is_call]
            for is_call in (False, True)
        )
        return f"{' / '.join(puts)} and {' / '.join(calls)}"
    ordered = sorted(used, key=lambda at: (table.side[row, at], table.strike[row, at]))
    told = ", ".join(_leg(table, row, at) for at in ordered)
    held = " on shares held" if STRATEGIES[NAMES[table.strategy[row]]].shares else ""
    return f"{told[:1].upper()}{told[1:]}{held}"


def _leg(table: OpportunityTable, row: int, at: int) -> str:
    word = "buy" if table.side[row, at] > 0 else "sell"
    later = int(table.leg_expiry[row, at])
    when = f" of {short_day(later)}" if later != int(table.expiry[row]) else ""
    return f"{word} {strike(float(table.strike[row, at]))} {'call' if table.is_call[row, at] else 'put'}{when}"


def short_day(moment_ms: int) -> str:
    """A day without its year: `18 Dec`."""
    at = timestamp(moment_ms)
    return f"{at.day} {at:%b}"


def four(table: OpportunityTable, row: int) -> Numbers:
    """Chance of profit, premium, days and most loss of one contract, each with its word."""
    size, premium = float(table.multiplier[row]), float(table["premium"][row])
    chance = float(table["pop"][row])
    return (
        (percent(chance, 0) if math.isfinite(chance) else NOT_KNOWN, "chance"),
        (money(abs(premium) * size), "credit" if premium >= 0 else "debit"),
        (number(float(table["days"][row])), "days"),
        (limited(float(table["max_loss"][row]) * size), "max loss"),
    )


def limited(value: float) -> str:
    """An amount; what has no limit says so."""
    return "no limit" if math.isinf(value) else money(value)


def parts_told(points: tuple[float, ...], names: tuple[tuple[str, float], ...]) -> str:
    """The parts in words: `Strategy 27 of 30, risk 17 of 20 …`."""
    return ", ".join(
        f"{name if not at else name.lower()} {number(each)} of {number(most)}"
        for at, (each, (name, most)) in enumerate(zip(points, names, strict=True))
    )


def is_far(one: Recommendation) -> bool:
    """Whether the two orders differ so much that the feed must say why."""
    return abs(one.rank - one.fit_rank) >= FAR


def away(one: Recommendation) -> str:
    """Why it stands far from its rank by fit, in a line; nothing where it does not."""
    if not is_far(one):
        return ""
    because = () if one.is_exploring else one.why_here[:1]  # the reason says already that it is drawn by chance
    return " ".join((f"By fit no. {number(one.fit_rank)}.", *because))


def moved(rank: int, before: int | None) -> str:
    """How many places an idea went up or down since the last look; nothing where it stayed or is new."""
    if before is None or before == rank:
        return ""
    return f"{'↑' if rank < before else '↓'} {abs(before - rank)}"
