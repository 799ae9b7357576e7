"""Similar trades: the nearest profitable ones of the trader's own past and of simulated traders, with their win rate.

Nobody else's trades are searched: what a person traded is theirs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.gateways.store.desk import Principal
from engine.ranking.similar import ENDED_CODES, Similar, find_similar_trades
from engine.services.browse_feed.known import events_of
from engine.services.browse_feed.moment import idea_of
from engine.services.opportunities.catalogue import Ideas
from engine.services.people import people
from engine.services.startup import App
from engine.traders.events import ENDED, Event
from engine.traders.log import EventLog, joined, log_of


@dataclass(frozen=True, slots=True)
class Alike:
    """What was found for an idea; `own` of `similar.searched` trades were the trader's, the others are simulated."""

    similar: Similar
    own: int


def similar(app: App, principal: Principal, ideas: Ideas, row: int) -> Alike:
    """The five nearest profitable trades to a row, with the win rate of all near it, its interval and n.

    Simulated traders say nothing of real underlyings: for those, the trader's own trades alone are searched.
    """
    idea, events = idea_of(ideas, row), events_of(app, principal)
    searched = ended_of(app, events, simulated=ideas.is_simulated(idea.underlying))
    return Alike(find_similar_trades(idea, searched), len(ended_of(app, events, simulated=False)))


def ended_of(app: App, events: Sequence[Event], *, simulated: bool) -> EventLog:
    """The trades of a trader that are over, with those of simulated traders where these are asked for."""
    own = log_of(each for each in events if each.action in ENDED)
    made = _of_simulated(app) if simulated else None
    return own if made is None else joined([made, own])


def _of_simulated(app: App) -> EventLog | None:
    """The trades of simulated traders that are over, worked out once for each moment of the world's clock."""
    world = app.store.world()
    if world is None:
        return None
    key = ("ended", world)
    known = app.recent.get(key)
    if isinstance(known, EventLog):
        return known
    made = people(app)
    ended = None if made is None else _ended(made)
    if ended is not None:
        app.recent.put(key, ended)
    return ended


def _ended(log: EventLog) -> EventLog:
    return log.rows(np.flatnonzero(np.isin(log.action, ENDED_CODES)))
