"""Why an idea is worth a look: a line of at most 55 characters, made of facts that were counted or read off a table."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import NAMES, STRATEGIES
from engine.ranking.mind import Mind
from engine.ranking.stages.memories import Count, kinds
from engine.ranking.stages.setups import cells
from engine.scoring import PARTS

LONGEST: Final = 55
FEWEST: Final = 3  # ideas seen, under which no count is told
LIKED: Final = 0.6  # affinity from which on a strategy or ticker is said to be his
CLOSE: Final = 0.88  # value of a bell within half a width of its centre
KNOWN: Final = 1.0  # evidence from which on anything is said of what he likes
RARE: Final = 3  # times shown, under which a strategy is new to him


@dataclass(frozen=True, slots=True)
class Place:
    """An idea's way through the feed: its row, the values of its five parts, whether chance put it there."""

    row: int
    values: tuple[float, ...]
    is_exploring: bool


def reason(table: OpportunityTable, mind: Mind, place: Place) -> str:
    """One line, the strongest fact first, a second one where there is room for it."""
    found = list(dict.fromkeys(_facts(table, mind, place)))
    first = next((each for each in found if len(each) < LONGEST), "")
    if first.endswith("?"):
        return first
    for other in found:
        line = f"{first}; {other[:1].lower() + other[1:]}."
        if other != first and len(line) <= LONGEST and not _is_name(other):
            return line
    return f"{first}."


def _facts(table: OpportunityTable, mind: Mind, place: Place) -> Iterator[str]:
    """Everything that can be said, the strongest first; all of it counted or read off the table."""
    strategy = NAMES[table.strategy[place.row]]
    times = mind.memories.shown.get(strategy, 0)
    if place.is_exploring and times < RARE:
        yield f"Exploring: {_many(strategy)} are new to you"
    elif place.is_exploring:
        yield f"Exploring: what do you say to {_many(strategy)} now?"
    yield from _remembered(table, mind, place.row)
    yield from _fitting(table, mind, place)
    yield from _market(table, place.row)
    yield _best_parts(place)


def _remembered(table: OpportunityTable, mind: Mind, row: int) -> Iterator[str]:
    """What he did with the last ones like it, the narrowest kind that he has met often enough."""
    ticker, strategy = table.names[table.underlying[row]], NAMES[table.strategy[row]]
    cell = cells(table.strategy[row : row + 1], table["delta"][row : row + 1], table["days"][row : row + 1])
    words = ("like it", f"{_many(strategy)} on {ticker}", f"on {ticker}", _many(strategy))
    for kind, what in zip(kinds(ticker, strategy, int(cell[0])), words, strict=True):
        count = mind.memories.of(kind)
        if count.seen >= FEWEST and (told := _counted(count, what)):
            yield told


def _counted(count: Count, what: str) -> str:
    """Only what speaks for an idea: a third or more of the last ones saved or traded, and at least two."""
    taken, verb = max((count.traded, "traded"), (count.saved, "saved"), key=lambda each: each[0])
    if taken < 2 or taken * 3 < count.seen:
        return ""
    return f"You {verb} {taken} of the last {count.seen} {what}"


def _fitting(table: OpportunityTable, mind: Mind, place: Place) -> Iterator[str]:
    """How it fits what is known of him."""
    if mind.taste.evidence < KNOWN:
        return
    ticker, days = table.names[table.underlying[place.row]], table["days"][place.row]
    value = dict(zip(PARTS, place.values, strict=True))
    near = [word for part, word in (("risk", "delta"), ("premium", "premium"), ("timing", "days"))
            if value[part] >= CLOSE]  # fmt: skip
    if value["strategy"] >= LIKED:
        yield f"You like {_many(NAMES[table.strategy[place.row]])}"
    if value["ticker"] >= LIKED and ticker in mind.taste.tickers:
        yield f"You come back to {ticker}"
    if len(near) > 1:
        yield f"{' and '.join((', '.join(near[:-1]), near[-1])).capitalize()} as you take them"
    elif near == ["days"] and np.isfinite(days):
        yield f"{days:.0f} days is your usual time"
    elif near:
        yield f"{near[0].capitalize()} as you take it"


def _market(table: OpportunityTable, row: int) -> Iterator[str]:
    """What the market says for it, read off the table's columns; unknown says nothing."""
    for column, holds, words in MARKET:
        values = table.columns.get(column)
        if values is not None and holds(number := float(values[row])):
            yield words(number)
    rate, n = (table.columns.get(name) for name in ("win_rate", "win_n"))
    if rate is not None and n is not None and rate[row] >= MOSTLY:
        yield f"{rate[row]:.0%} of {n[row]:,.0f} like it won".replace("%", " %")


MOSTLY: Final = 0.65
MARKET: Final[tuple[tuple[str, Callable[[float], bool], Callable[[float], str]], ...]] = (
    ("vrp", lambda x: x >= 1.2, lambda x: "Premium is rich"),  # noqa: ARG005
    ("iv_rank", lambda x: x >= 70, lambda x: f"IV rank {x:.0f}"),
    ("unusual", lambda x: x >= 60, lambda x: "Unusual activity"),  # noqa: ARG005
    ("support_atr", lambda x: x >= 0.5, lambda x: f"{x:.1f} ranges below support"),
)


def _best_parts(place: Place) -> str:
    """What always can be said: which parts of the score are best."""
    order = np.argsort(-np.array(place.values), kind="stable")[:2].tolist()
    return f"Fits best in {' and '.join(PARTS[each] for each in order)}"


def _many(strategy: str) -> str:
    """`iron butterflies`, `cash-secured puts`."""
    label = STRATEGIES[strategy].label.lower()
    return f"{label[:-1]}ies" if label.endswith("y") else f"{label}s"


def _is_name(fact: str) -> bool:
    """Whether a fact begins with a name, which stays as it is written, and so can only come first."""
    return fact.startswith("IV ")
