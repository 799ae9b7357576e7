"""What a trader did with the last ideas of a kind, counted: the facts behind "you saved 6 of the last 8 like it"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from engine.ranking.content.model import QUIZ
from engine.ranking.stages.setups import cell_of
from engine.traders.events import ENDED, Action, Event, Idea
from engine.traders.log import standing

LAST: Final = 8
Kind = tuple[str, ...]  # what makes ideas alike: their set-up, ticker and strategy, ticker, or strategy


@dataclass(frozen=True, slots=True)
class Count:
    """Of the last `seen` ideas of a kind (at most eight), how many were saved, traded, dismissed."""

    seen: int = 0
    saved: int = 0
    traded: int = 0
    dismissed: int = 0


@dataclass(frozen=True, slots=True)
class Ended:
    """Of the last `ended` trades of a kind (at most eight) that are over, how many `won`."""

    ended: int = 0
    won: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Memories:
    """Counts by kind, of ideas and of trades that are over; how often each strategy was shown in all remembered."""

    counts: Mapping[Kind, Count] = field(default_factory=lambda: MappingProxyType({}))
    trades: Mapping[Kind, Ended] = field(default_factory=lambda: MappingProxyType({}))
    shown: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, kind: Kind) -> Count:
        """What was done with the last ideas of a kind."""
        return self.counts.get(kind, NONE)

    def over(self, kind: Kind) -> Ended:
        """How the last trades of a kind ended."""
        return self.trades.get(kind, NEVER)


NONE: Final = Count()
NEVER: Final = Ended()


def kinds(ticker: str, strategy: str, cell: int) -> tuple[Kind, ...]:
    """The kinds an idea belongs to, the narrowest first."""
    return (ticker, strategy, str(cell)), (ticker, strategy), (ticker, "*"), of_strategy(strategy)


def of_strategy(strategy: str) -> Kind:
    """All ideas of a strategy, the widest kind."""
    return "*", strategy


def memories(events: Iterable[Event]) -> Memories:
    """Count one trader's ideas by kind: each idea once, as last seen, with everything that was done to it.

    Answers to cards are about a taste: nothing was saved or dismissed by them.
    """
    done: dict[str, set[Action]] = {}
    last: dict[str, Idea] = {}
    shown: dict[str, int] = {}
    for each in (one for one in standing(events) if one.ranker != QUIZ):
        if each.action not in ENDED or each.idea.id not in last:  # nobody sees an idea again when its options end
            last.pop(each.idea.id, None)  # put anew: the order is that of the last time it was seen
            last[each.idea.id] = each.idea
        done.setdefault(each.idea.id, set()).add(each.action)
        if each.action is Action.SHOWN:
            shown[each.idea.strategy] = shown.get(each.idea.strategy, 0) + 1
    seen: dict[Kind, list[set[Action]]] = {}
    ended: dict[Kind, list[set[Action]]] = {}
    for name, idea in reversed(last.items()):
        over = not done[name].isdisjoint(ENDED)
        for kind in kinds(idea.underlying, idea.strategy, cell_of(idea)):
            seen.setdefault(kind, []).append(done[name])
            if over:
                ended.setdefault(kind, []).append(done[name])
    counts = {kind: _counted(each[:LAST]) for kind, each in seen.items()}
    trades = {kind: Ended(len(each[:LAST]), _with(Action.PROFIT, each[:LAST])) for kind, each in ended.items()}
    return Memories(MappingProxyType(counts), MappingProxyType(trades), MappingProxyType(shown))


def _counted(ideas: Sequence[set[Action]]) -> Count:
    return Count(len(ideas), *(_with(each, ideas) for each in (Action.SAVE, Action.TRADE, Action.DISMISS)))


def _with(action: Action, ideas: Sequence[set[Action]]) -> int:
    return sum(action in done for done in ideas)
