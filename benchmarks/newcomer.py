"""Somebody new in the sample world, whose true chance to trade each idea is known, after histories of every kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np

from benchmarks.feed import SEED, ideas_now, ndcg, true_chance
from benchmarks.worlds.fed import Taught, content_of
from engine.market.synthetic import WORLD_START_MS as NOW
from engine.options.chain import Floats
from engine.options.features.climate import REGIMES
from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import NAMES
from engine.ranking.fitting.chances import FittedChances
from engine.ranking.stages.setups import best_of_each, setups
from engine.scoring import FULL, score_table
from engine.traders.events import Action, Circumstances, Event, Idea
from engine.traders.log import log_of
from engine.traders.profile import TraderProfile, learn
from engine.traders.simulated.tastes import true_tastes

Act = tuple[Action, int]  # an act on the most (1) or the least (0) wanted of twenty
NO, YES, TRADED = (Action.DISMISS, 0), (Action.SAVE, 1), (Action.TRADE, 1)
KINDS: Final[Mapping[str, tuple[tuple[Act, ...], tuple[int, ...]]]] = {
    "dismissals alone": ((NO,) * 20, (0, 1, 3, 8, 20)),
    "saves": ((YES,) * 8, (1, 3, 8)),
    "a trade": ((TRADED,), (1,)),
    "a save after every four dismissals": ((NO, NO, NO, NO, YES) * 4, (5, 10, 20)),
    "a save, then dismissals": ((YES, *(NO,) * 19), (5, 10, 20)),
}  # what is done, and after how many acts it is looked at
LISTS: Final = (1, 3, 8, 30, 100)  # of a trader's own year
LATE: Final = 30  # lists from which on a history is not thin
TOP: Final = 20


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One history of one trader: P and n, the votes on all set-ups (m,), the best-fitting first, and the truth."""

    kind: str
    is_late: bool
    liked: float
    known: float
    votes: dict[str, Floats]
    true: Floats

    def judged(self, chances: FittedChances | None) -> tuple[float, float, float]:
        """NDCG@10, and the mean and largest distance from the order by score; None: the score's own list."""
        fit = self.votes["fit"]
        by = fit if chances is None else chances.of(self.liked, self.known).chance(self.votes)
        order = np.argsort(-by, kind="stable")
        far = np.abs(np.argsort(order) - np.arange(len(order)))
        return ndcg(self.true[order[:10]], self.true), float(far.mean()), float(far.max())


class Newcomer:
    """A trader with a known taste in the sample world, heard from the first event on."""

    def __init__(self, name: str, told: Taught) -> None:
        self.table, self.sectors = session()
        self.name, self.told, self.model = name, told, content_of(told)
        self.true = true_chance(self.table, true_tastes(SEED).names.index(name))
        self.profile, self.state = TraderProfile(name, NOW, crowd=told.models.crowd), self.model.begin()
        self.events: list[Event] = []
        self.gone: set[int] = set()

    def hear(self, *events: Event) -> None:
        """Learn these."""
        for each in events:
            self.profile, self.state = learn(self.profile, each), self.model.update(self.state, each)
            self.events.append(each)

    def rows(self) -> tuple[Floats, Floats]:
        """The scores of what is left, one of each set-up, the best first; and their rows."""
        points = score_table(self.table, self.profile.taste(self.at)).score.astype(np.float64) / FULL
        kept = best_of_each(setups(self.table), points)
        kept = kept[~np.isin(setups(self.table)[kept], list(self.gone))]
        return points[kept], kept

    @property
    def at(self) -> int:
        """A moment after all that he did."""
        return NOW + 60_000 * (len(self.events) + 1)

    def case(self, kind: str, is_late: bool = False) -> Case:
        """His history as it stands."""
        points, kept = self.rows()
        part = self.table.rows(kept)
        votes = {"fit": points, "content": self.model.votes(self.state, part, self.sectors)}
        if self.told.models.setups is not None:
            votes["collaborative"] = self.told.models.setups.votes(log_of(self.events), part, self.at)
        liked, known = self.profile.liked(self.at), self.profile.taste(self.at).evidence
        return Case(kind, is_late, liked, known, votes, self.true[kept])

    def answer(self, act: Act) -> None:
        """Twenty are shown, and one of them is answered, never to come again."""
        action, is_most = act
        rows = self.rows()[1][:TOP]
        seen = {each.idea.id for each in self.events}
        around = Circumstances(REGIMES[int(self.table["market_regime"][0])])
        for rank_, row in enumerate(rows.tolist(), 1):
            if str(row) not in seen:
                what = idea(self.table, self.sectors, row)
                self.hear(Event(f"s{row}", self.name, Action.SHOWN, self.at, what, around, feed="f", rank=rank_))
        row = int(rows[self.true[rows].argmax() if is_most else self.true[rows].argmin()])
        self.hear(Event(f"a{row}", self.name, action, self.at, idea(self.table, self.sectors, row), around))
        self.gone.add(int(setups(self.table)[row]))


@lru_cache(maxsize=1)
def session() -> tuple[OpportunityTable, dict[str, str]]:
    """The sample world's newest ideas, and sectors."""
    return ideas_now(true_tastes(SEED).underlyings)


def idea(table: OpportunityTable, sectors: Mapping[str, str], row: int) -> Idea:
    """What an event remembers of a row."""
    name, size = table.names[table.underlying[row]], float(table.multiplier[row])
    numbers = {each: float(table[each][row]) for each in ("delta", "premium", "days", "iv_rank", "margin", "pop")}
    numbers |= {"premium": numbers["premium"] * size, "margin": numbers["margin"] * size}
    return Idea(str(row), name, NAMES[table.strategy[row]], sectors.get(name, ""), **numbers)


def histories(name: str, lived: Sequence[Event], told: Taught) -> list[Case]:
    """Everything that one trader is measured on."""
    found = []
    for kind, (acts, at) in KINDS.items():
        who = Newcomer(name, told)
        for many in range(len(acts) + 1):
            found += [who.case(f"{kind}, {many}")] if many in at else []
            if many < len(acts):
                who.answer(acts[many])
    begins = np.unique([each.at_ms for each in lived if each.action is Action.SHOWN])
    for many in LISTS:
        end = int(begins[many]) if many < len(begins) else lived[-1].at_ms + 1
        past = [each for each in lived if each.at_ms < end]
        later = NOW - past[-1].at_ms
        who = Newcomer(name, told)
        who.hear(*(replace(each, at_ms=each.at_ms + later) for each in past))
        found.append(who.case(f"own lists, {many}", many >= LATE))
    return found
