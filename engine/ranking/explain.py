"""Why an idea is worth a look: a line of at most 55 characters, of facts that were counted or read off a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.core.interval import wilson
from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import NAMES, STRATEGIES
from engine.ranking.mind import Mind
from engine.ranking.moves import KNOWN
from engine.ranking.stages.memories import Count, Ended, kinds
from engine.ranking.stages.setups import cells
from engine.scoring import PARTS

Floats = NDArray[np.float64]

LONGEST: Final = 55
FEWEST: Final = 3  # ideas or trades, under which no count is told
LIKED: Final = 0.6  # affinity from which on a strategy or ticker is said to be his
CLOSE: Final = 0.88  # value of a bell within half a width of its centre
SETTLED: Final = 3.0  # evidence from which on a delta, a premium, days are said to be usual: three trades, six saves
RARE: Final = 3  # times shown, under which a strategy is new to him
MOSTLY: Final = 0.6  # share of trades that made a profit from which on it is told
OUTSTANDING: Final = 2 / 3  # of the ideas at hand have less of it


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a column, from `bound` on upwards, or downwards where little of it speaks for an idea."""

    column: str
    bound: float
    words: str
    is_little: bool = False


PREMIUM, RANK = "vrp", "iv_rank"
EITHER: Final = (
    Told("unusual", 60, "Unusual activity"),
    Told("support_atr", 0.5, "Sold put {:.1f} ATR below support"),
    Told("resistance_atr", 0.5, "Sold call {:.1f} ATR above resistance"),
)
SELLING: Final = (Told(PREMIUM, 1.2, "Premium is rich"), Told(RANK, 70, "IV rank {:.0f}"))
BUYING: Final = (
    Told(PREMIUM, 0.85, "Premium is cheap", is_little=True), Told(RANK, 30, "IV rank only {:.0f}", is_little=True)
)  # fmt: skip
MARKET: Final[Mapping[str, tuple[Told, ...]]] = {
    # A calendar sells the near premium and buys the far one: it gains where volatility comes up again.
    name: (SELLING if kind.is_credit else BUYING[1:] if kind.two_expiries else BUYING) + EITHER
    for name, kind in STRATEGIES.items()
}  # what the market can say for an idea, by strategy: who pays a premium does not want it rich
COLUMNS: Final = frozenset(each.column for told in MARKET.values() for each in told)
COLUMN: Final = {"risk": "delta", "premium": "premium", "timing": "days"}  # what a part of the score is read off


@dataclass(frozen=True, slots=True)
class Place:
    """An idea of a feed: its row, the values of its five parts, whether chance put it there."""

    row: int
    values: tuple[float, ...]
    is_exploring: bool


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """What reasons are made from: the table, the mind, and the sorted values of the ideas at hand by column."""

    table: OpportunityTable
    mind: Mind
    among: Mapping[str, Floats]

    def share_behind(self, told: Told, value: float) -> float:
        """What share of the ideas at hand has less of it (more, where little of it speaks for them); unknown none."""
        known = self.among[told.column]
        if not (value <= told.bound if told.is_little else value >= told.bound):
            return 0.0
        behind = (
            len(known) - np.searchsorted(known, value, "right") if told.is_little else np.searchsorted(known, value)
        )
        return float(behind) / max(len(known), 1)


def sight(table: OpportunityTable, mind: Mind, rows: NDArray[np.int64]) -> Sight:
    """Ready to tell reasons for these rows."""
    known = {name: table[name][rows] for name in COLUMNS if name in table.columns}
    return Sight(table, mind, {name: np.sort(each[np.isfinite(each)]) for name, each in known.items()})


def reason(seen: Sight, place: Place) -> str:
    """One line, the strongest fact first, a second one where there is room for it."""
    found = list(dict.fromkeys(_facts(seen, place)))
    first = next((each for each in found if len(each) < LONGEST), "")
    for other in found:
        line = f"{first}; {_inside(other)}."
        if other != first and len(line) <= LONGEST:
            return line
    return f"{first}."


def _facts(seen: Sight, place: Place) -> Iterator[str]:
    """Everything that can be said, the strongest first; all of it counted or read off the table."""
    table, mind = seen.table, seen.mind
    strategy = NAMES[table.strategy[place.row]]
    times = mind.memories.shown.get(strategy, 0)
    if place.is_exploring:
        yield f"Exploring: {_many(strategy)} are new to you" if times < RARE else f"Exploring {_many(strategy)} again"
    yield from _remembered(table, mind, place.row)
    yield from _fitting(table, mind, place)
    yield from _market(seen, place.row)
    yield _best_parts(table, mind, place)


def _remembered(table: OpportunityTable, mind: Mind, row: int) -> Iterator[str]:
    """What he did with the last ones like it and how they ended, the narrowest kind that he has met often enough."""
    ticker, strategy = table.names[table.underlying[row]], NAMES[table.strategy[row]]
    cell = cells(table.strategy[row : row + 1], table["delta"][row : row + 1], table["days"][row : row + 1])
    words = ("like it", f"{_many(strategy)} on {ticker}", f"on {ticker}", _many(strategy))
    met = list(zip(kinds(ticker, strategy, int(cell[0])), words, strict=True))
    yield from (told for kind, what in met if (told := _counted(mind.memories.of(kind), what)))
    yield from (told for kind, what in met if (told := _ended(mind.memories.over(kind), what)))


def _counted(count: Count, what: str) -> str:
    """Only what speaks for an idea: a third or more of the last ones saved or traded, and at least two."""
    taken, verb = max((count.traded, "traded"), (count.saved, "saved"), key=lambda each: each[0])
    if count.seen < FEWEST or taken < 2 or taken * 3 < count.seen:
        return ""
    return f"You {verb} {taken} of the last {count.seen} {what}"


def _ended(trades: Ended, what: str) -> str:
    """Only what speaks for it: three in five of his last trades made a profit."""
    if trades.ended < FEWEST or trades.won < MOSTLY * trades.ended:
        return ""
    return f"Your last {trades.ended} {what}: {trades.won} made a profit"


def _fitting(table: OpportunityTable, mind: Mind, place: Place) -> Iterator[str]:
    """How it fits what is known of him."""
    if mind.taste.evidence < KNOWN:
        return
    ticker = table.names[table.underlying[place.row]]
    value = dict(zip(PARTS, place.values, strict=True))
    near = [word for part, word in (("risk", "delta"), ("premium", "premium"), ("timing", "days"))
            if value[part] >= CLOSE and mind.taste.evidence >= SETTLED]  # fmt: skip
    if value["strategy"] >= LIKED:
        yield f"You like {_many(NAMES[table.strategy[place.row]])}"
    if value["ticker"] >= LIKED and ticker in mind.taste.tickers:
        yield f"You come back to {ticker}"
    if near:
        yield f"Your usual {' and '.join((', '.join(near[:-1]), near[-1]) if len(near) > 1 else near)}"


def _market(seen: Sight, row: int) -> Iterator[str]:
    """What the market says for it, what stands out most among the ideas at hand first; unknown says nothing."""
    found = []
    for told in (each for each in MARKET[NAMES[seen.table.strategy[row]]] if each.column in seen.among):
        value = float(seen.table[told.column][row])
        share = seen.share_behind(told, value)
        if share >= OUTSTANDING:
            found.append((-share, told.words.format(value)))
    yield from (words for _, words in sorted(found))
    rate, n = (seen.table.columns.get(name) for name in ("win_rate", "win_n"))
    if rate is not None and n is not None and rate[row] >= MOSTLY and _beats(seen.table, row, rate[row], n[row]):
        yield f"{100 * rate[row]:.0f} % of {n[row]:,.0f} ideas like it made a profit"


def _beats(table: OpportunityTable, row: int, rate: float, n: float) -> bool:
    """Whether a share speaks for an idea: above the market's own chance, which needs no past, by more than luck."""
    centre, half = wilson(float(rate), float(n))
    return not centre - half <= float(table["pop"][row])


def _best_parts(table: OpportunityTable, mind: Mind, place: Place) -> str:
    """What always can be said: which parts of the score are best, of those that are known of the idea.

    Of somebody new it is no fit: the parts are then what anybody's are.
    """
    unknown = {part for part, column in COLUMN.items() if not np.isfinite(table[column][place.row])}
    known = [at for at, part in enumerate(PARTS) if part not in unknown]
    first = sorted(known, key=lambda at: -place.values[at])[:2]
    verb = "Fits best" if mind.taste.evidence >= KNOWN else "Scores highest"
    return f"{verb} in {' and '.join(PARTS[each] for each in first)}"


def _many(strategy: str) -> str:
    """`iron butterflies`, `cash-secured puts`."""
    label = STRATEGIES[strategy].label.lower()
    return f"{label[:-1]}ies" if label.endswith("y") else f"{label}s"


def _inside(fact: str) -> str:
    """A fact as the second half of a line: a capital stays where it begins a name."""
    return fact if fact.startswith("IV ") else fact[:1].lower() + fact[1:]
