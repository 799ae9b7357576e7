"""What was fitted on everybody, as the feed of one trader uses it: votes, their blend, how such trades ended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.gateways.rankers import FOLDER, Rankers, Version
from engine.gateways.store.desk import Principal
from engine.market.bars import DAY_MS
from engine.ranking.content.model import ContentModel
from engine.ranking.fitting.ranker import FittedRanker
from engine.ranking.mind import Chances, Unfitted
from engine.ranking.stages.past import past_of
from engine.ranking.stages.worth import Past
from engine.services.browse_feed.alike import ended_of
from engine.services.browse_feed.learned import content_state
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App, Settings
from engine.traders.events import ENDED, Event
from engine.traders.log import EventLog, joined, log_of
from engine.traders.memory.crowd import Crowd
from engine.traders.profile import TraderProfile
from engine.traders.simulated.tastes import NAMED

Floats = NDArray[np.float64]
NOBODY: Final = Crowd()


@dataclass(frozen=True, slots=True, eq=False)
class Voted:
    """What fitted models say of a table's rows to one trader: votes, their blend, how such trades ended, by whom."""

    votes: Mapping[str, Floats] = field(default_factory=lambda: MappingProxyType({}))
    blend: Chances = field(default_factory=Unfitted)
    past: Past | None = None
    ranker: str = "score"


def rankers_of(settings: Settings) -> Rankers:
    """Where an installation keeps its fits."""
    return Rankers(settings.data / FOLDER)


def ranker_now(app: App) -> tuple[Version, FittedRanker] | None:
    """The fit in use; None before the first, and where all know what is still to come (a clock was set back).

    Where the engine is to rank by another one, that one; 0 is none.
    """
    kept = rankers_of(app.settings)
    return kept.used(app.now() + DAY_MS) if app.fit is None else kept.numbered(app.fit)


def crowd_now(app: App) -> Crowd:
    """What traders like on the whole: where every profile begins."""
    found = ranker_now(app)
    return NOBODY if found is None else found[1].crowd


def votes_of(
    app: App, principal: Principal, ideas: Ideas, events: Sequence[Event], profile: TraderProfile
) -> Voted:  # fmt: skip
    """The votes of everything that was fitted, on every row."""
    found, past = ranker_now(app), _past(app, principal, ideas, events)
    if found is None:
        return Voted(past=past)
    version, ranker = found
    votes: dict[str, Floats] = {}
    if ranker.content is not None:
        model = ContentModel(ranker.content)
        state = content_state(app, principal, version.number, model, events)
        votes["content"] = model.votes(model.settled(state, profile.at_ms), ideas.table, ideas.context.sector)
    if ranker.setups is not None:
        himself = principal.id if principal.id.startswith(NAMED) else app.desk(principal).trader.nameless()
        votes["collaborative"] = ranker.setups.votes(_log(app, principal, events), ideas.table, profile.at_ms, himself)
    evidence = profile.taste(profile.at_ms).evidence
    blend = Unfitted() if ranker.chances is None else ranker.chances.of(profile.liked(profile.at_ms), evidence)
    return Voted(votes, blend, past, f"fit {version.number}")


def forget_trader(app: App, principal: Principal) -> None:
    """Remove every fit that knew this trader, and what this process remembers of them."""
    rankers_of(app.settings).forget(app.desk(principal).trader.nameless())
    for kind in ("events", "profile", "content", "log", "past"):
        app.recent.drop((kind, principal.id))


def _log(app: App, principal: Principal, events: Sequence[Event]) -> EventLog:
    """A trader's events as columns: as they were, and newer ones."""
    key = ("log", principal.id)
    known = app.recent.get(key)
    many, log = 0, None
    if known is not None and known[0] <= len(events) and known[0] and events[known[0] - 1] is known[1]:
        many, log = known[0], known[2]
    if log is None or any(each.undoes for each in events[many:]):
        log = log_of(events)
    elif many < len(events):
        log = joined([log, log_of(events[many:])])
    app.recent.put(key, (len(events), events[-1] if events else None, log))
    return log


def _past(app: App, principal: Principal, ideas: Ideas, events: Sequence[Event]) -> Past | None:
    """How trades like each row ended for simulated traders (where the row is simulated) and for the trader."""
    table, ends = ideas.table, sum(each.action in ENDED for each in events)
    key, mark = ("past", principal.id), (ends, app.now(), len(table), int(table.moment.max(initial=0)))
    known = app.recent.get(key)
    if known is None or known[0] != mark:
        known = app.recent.put(key, (mark, _past_of(app, ideas, events)))
    found: Past | None = known[1]
    return found


def _past_of(app: App, ideas: Ideas, events: Sequence[Event]) -> Past | None:
    searched, own = ended_of(app, events, simulated=True), ended_of(app, events, simulated=False)
    if not len(searched):
        return None
    made = np.array([ideas.is_simulated(name) for name in ideas.table.names], dtype=np.bool_)[ideas.table.underlying]
    one, other = past_of(searched, ideas.table), past_of(own, ideas.table)
    return Past(np.where(made, one.mean, other.mean), np.where(made, one.count, other.count))
