"""One simulated trader's events in full, as a person's are kept: with ids of ideas, feeds, and what he then held."""

import numpy as np

from engine.options.features.climate import REGIMES
from engine.options.strategies.kinds import NAMES
from engine.traders.events import ACTIONS, ENDED, Action, Circumstances, Event, Idea
from engine.traders.log import IDEA, EventLog
from engine.traders.simulated.feeds import RANKER
from engine.traders.simulated.ideas import terms
from engine.traders.simulated.legs import IDEAS
from engine.traders.simulated.people import People, first_session
from engine.traders.simulated.sessions import Rows, Sessions, sessions


def events_of(people: People, trader: str, known: Sessions | None = None) -> tuple[Event, ...]:
    """Everything this trader did, in time order; nothing of an unknown one. `known`: the world's sessions by then."""
    if trader not in people.log.traders:
        return ()
    mine = np.flatnonzero(people.log.trader == people.log.traders.index(trader))
    log, idea = people.log.rows(mine), people.log.idea[mine].astype(np.int64)
    known = known or sessions(people.seed, people.until_ms)
    names = _names(people.seed, known, idea)
    change = known.vix_change[known.number_at(log.at_ms)]
    found: list[Event] = []
    held: dict[int, float] = {}  # numbers of the ideas he holds, with their deltas
    for place, (action, number) in enumerate(zip(log.action.tolist(), idea.tolist(), strict=True)):
        what = ACTIONS[action]
        if what in ENDED:
            held.pop(number, None)
        around = Circumstances(
            REGIMES[log.regime[place]] if log.regime[place] >= 0 else "", float(log.vix[place]), float(change[place]),
            len(held), float(sum(held.values())),
        )  # fmt: skip
        if what is Action.TRADE:
            held[number] = float(log.delta[place])
        feed = f"{trader}:{number // IDEAS}"
        found.append(_event(log, place, (f"{trader}:{place}", names[number], feed), around))
    return tuple(found)


def _event(log: EventLog, place: int, told: tuple[str, str, str], around: Circumstances) -> Event:
    """One row as an event: its key, its idea's name and its feed told."""
    numbers = {name: float(getattr(log, name)[place]) for name in IDEA}
    idea = Idea(
        told[1], log.underlyings[log.underlying[place]], NAMES[log.strategy[place]], log.sectors[log.sector[place]],
        **numbers,
    )  # fmt: skip
    shown = log.rank[place] > 0
    return Event(
        told[0], log.traders[log.trader[place]], ACTIONS[log.action[place]], int(log.at_ms[place]), idea, around,
        outcome=float(log.outcome[place]), feed=told[2], rank=int(log.rank[place]),
        propensity=float(log.propensity[place]), ranker=RANKER if shown else "", fits=float(log.fits[place]),
        with_book=float(log.with_book[place]), exploring=float(log.exploring[place]),
    )  # fmt: skip


def _names(seed: int, known: Sessions, idea: Rows) -> dict[int, str]:
    """The names of these ideas, session by session."""
    found = {}
    for session in np.unique(idea // IDEAS).tolist():
        table = terms(seed, known, first_session(known) + session)
        for number in np.unique(idea[idea // IDEAS == session]).tolist():
            found[number] = table.id_of(number % IDEAS)
    return found
