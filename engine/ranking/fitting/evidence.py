"""What every model would have voted on each idea before it was known what came of it: a log replayed list by list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.core.chance import generator
from engine.options.features.climate import REGIMES
from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import STRATEGIES
from engine.options.strategies.position import LEGS
from engine.ranking.content.model import ContentModel, ContentState
from engine.ranking.content.prior import ContentPrior
from engine.ranking.fitting.chances import Codes, Flags, Floats, Shown
from engine.ranking.setups.model import SetupModel
from engine.ranking.stages.regimes import climate_of
from engine.scoring import FULL, score_table
from engine.traders.events import ACTIONS, Action, Event
from engine.traders.log import EventLog, events_of, log_of
from engine.traders.memory.crowd import Crowd
from engine.traders.profile import TraderProfile, learn, profile_of

MODELS: Final = ("fit", "content", "collaborative", "regime")
TRADERS: Final = 100
SHOWN: Final = ACTIONS.index(Action.SHOWN)


@dataclass(frozen=True, slots=True, eq=False)
class Models:
    """What was fitted on the past alone: the crowd, the content model's prior, the set-ups; None where too little."""

    crowd: Crowd
    content: ContentPrior | None = None
    setups: SetupModel | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _List:
    """One list: votes (n, models), what was traded of it, ranks, when."""

    votes: Floats
    traded: Flags
    rank: Codes
    at_ms: int
    liked: float
    evidence: float


def evidence(log: EventLog, models: Models, from_ms: int, seed: int = 0, as_new: bool = False) -> Shown:
    """Everything shown from a moment on to (at most 100) traders, with votes by what was known before each list.

    `as_new`: as if all of them had come at that moment, so that it tells what models are worth while little is known.
    """
    chosen = np.unique(log.trader[(log.action == SHOWN) & (log.at_ms > from_ms)])
    if len(chosen) > TRADERS:
        chosen = np.sort(generator(seed, "evidence").choice(chosen, TRADERS, replace=False))
    lists = [
        (trader, each)
        for trader in chosen.tolist()
        for each in _of_trader(_Past(_heard(log, trader, from_ms, as_new), models, from_ms))
    ]
    many = [len(each.rank) for _, each in lists]
    none: Floats = np.zeros((0, len(MODELS)))
    return Shown(
        MODELS,
        np.concatenate([none, *(each.votes for _, each in lists)]),
        np.concatenate([np.zeros(0, np.bool_), *(each.traded for _, each in lists)]),
        np.repeat(np.array([trader for trader, _ in lists], dtype=np.int64), many),
        np.concatenate([np.zeros(0, np.int64), *(each.rank for _, each in lists)]),
        np.repeat(np.arange(len(lists)), many),
        np.repeat(np.array([each.at_ms for _, each in lists], dtype=np.int64), many),
        np.repeat(np.array([each.liked for _, each in lists], dtype=np.float64), many),
        np.repeat(np.array([each.evidence for _, each in lists], dtype=np.float64), many),
    )


def _heard(log: EventLog, trader: int, from_ms: int, as_new: bool) -> tuple[Event, ...]:
    """A trader's events; as somebody new none of those up to that moment."""
    events = events_of(log, trader)
    return tuple(each for each in events if each.at_ms > from_ms) if as_new else events


def _of_trader(known: "_Past") -> Iterator[_List]:
    """One trader's lists in time order, each voted on before anything of it is learned."""
    for part in _turns(known.later):
        shown = [each for each in part if each.action is Action.SHOWN]
        if shown:
            traded = {each.idea.id for each in part if each.action is Action.TRADE}
            took = np.array([each.idea.id in traded for each in shown], dtype=np.bool_)
            rank, at_ms = np.array([each.rank for each in shown]), shown[0].at_ms
            yield _List(known.votes(shown), took, rank, at_ms, *known.of_him(at_ms))
        known.hear(part)


def _turns(events: Sequence[Event]) -> Iterator[list[Event]]:
    """A list and all that was done until the next one."""
    part: list[Event] = []
    now = -1
    for each in events:
        if each.action is Action.SHOWN and each.at_ms != now:
            if part:
                yield part
            part, now = [], each.at_ms
        part.append(each)
    if part:
        yield part


class _Past:
    """What the models know of one trader up to each list, and what is still to come."""

    def __init__(self, events: Sequence[Event], models: Models, from_ms: int) -> None:
        self.models = models
        self.before = [each for each in events if each.at_ms <= from_ms]
        self.later = [each for each in events if each.at_ms > from_ms]
        trader = events[0].trader
        self.profile: TraderProfile = profile_of(trader, self.before, from_ms, models.crowd)
        self.content = None if models.content is None else ContentModel(models.content)
        self.state: ContentState | None = None if self.content is None else self.content.learned(self.before)

    def votes(self, shown: Sequence[Event]) -> Floats:
        """What each model votes on a list, (n, models); ½ where it knows nothing."""
        now, rows = shown[0].at_ms, table_of(shown)
        found = np.full((len(shown), len(MODELS)), 0.5)
        found[:, 0] = score_table(rows, self.profile.taste(now)).score / FULL
        if self.content is not None and self.state is not None:
            sectors = {each.idea.underlying: each.idea.sector for each in shown}
            found[:, 1] = self.content.votes(self.content.settled(self.state, now), rows, sectors)
        if self.models.setups is not None:
            trader = self.profile.trader
            found[:, 2] = self.models.setups.votes(log_of(self.before), rows, now, trader)
        regime = shown[0].circumstances.regime
        if regime:
            certain = np.array([float(name == regime) for name in REGIMES])
            found[:, 3] = climate_of(self.profile, certain, now).vote(rows.strategy)
        return found

    def of_him(self, now_ms: int) -> tuple[float, float]:
        """The mass of what he took, and of all he answered."""
        return self.profile.liked(now_ms), self.profile.taste(now_ms).evidence

    def hear(self, part: Sequence[Event]) -> None:
        """Learn what was done."""
        for each in part:
            self.profile = learn(self.profile, each)
            if self.content is not None and self.state is not None:
                self.state = self.content.update(self.state, each)
        self.before += part


def table_of(events: Sequence[Event]) -> OpportunityTable:
    """The ideas of events as a table that models read; their legs are not known any more."""
    ideas = [each.idea for each in events]
    names = tuple(dict.fromkeys(each.underlying for each in ideas))
    many = len(ideas)
    now = np.array([each.at_ms for each in events], dtype=np.int64)
    regime = [REGIMES.index(one) if (one := each.circumstances.regime) else np.nan for each in events]
    columns = {name: np.array([getattr(each, name) for each in ideas]) for name in
               ("delta", "premium", "days", "iv_rank", "margin", "pop")}  # fmt: skip
    return OpportunityTable(
        names, np.array([names.index(each.underlying) for each in ideas], dtype=np.int32),
        np.array([STRATEGIES[each.strategy].number for each in ideas], dtype=np.int8), now, now, np.ones(many),
        np.full((many, LEGS), np.nan), np.zeros((many, LEGS), np.bool_), np.zeros((many, LEGS), np.int8),
        np.zeros((many, LEGS), np.int64), np.full((many, LEGS), np.nan),
        columns={**columns, "market_regime": np.array(regime, dtype=np.float64)},
    )  # fmt: skip
