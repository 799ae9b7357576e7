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
from engine.ranking.content.model import ContentModel, ContentState
from engine.ranking.fitting.ranker import FittedRanker
from engine.ranking.mind import Chances, Unfitted
from engine.ranking.stages.past import past_of
from engine.ranking.stages.worth import Past
from engine.services.browse_feed.alike import ended_of
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App, Settings
from engine.traders.events import Event
from engine.traders.log import EventLog, log_of
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


@dataclass(frozen=True, slots=True, eq=False)
class _Learned:
    """The content model's state after the first so many events, by a version of the fit."""

    version: int
    many: int
    last: Event | None
    state: ContentState


def rankers_of(settings: Settings) -> Rankers:
    """Where an installation keeps its fits."""
    return Rankers(settings.data / FOLDER)


def ranker_now(app: App) -> tuple[Version, FittedRanker] | None:
    """The fit in use; None before the first, and where all know what is still to come (a clock was set back)."""
    return rankers_of(app.settings).used(app.now() + DAY_MS)


def crowd_now(app: App) -> Crowd:
    """What traders like on the whole: where every profile begins."""
    found = ranker_now(app)
    return NOBODY if found is None else found[1].crowd


def votes_of(
    app: App, principal: Principal, ideas: Ideas, events: Sequence[Event], profile: TraderProfile
) -> Voted:  # fmt: skip
    """The votes of everything that was fitted, on every row."""
    found, past = ranker_now(app), _past(app, ideas, events)
    if found is None:
        return Voted(past=past)
    version, ranker = found
    votes: dict[str, Floats] = {}
    if ranker.content is not None:
        model = ContentModel(ranker.content)
        state = _state(app, principal, version, model, events)
        votes["content"] = model.votes(model.settled(state, profile.at_ms), ideas.table, ideas.context.sector)
    if ranker.setups is not None:
        himself = principal.id if principal.id.startswith(NAMED) else app.store.crowd().name_of(principal.id)
        votes["collaborative"] = ranker.setups.votes(_log(app, principal, events), ideas.table, profile.at_ms, himself)
    return Voted(votes, ranker.chances or Unfitted(), past, f"fit {version.number}")


def forget_trader(app: App, principal: Principal) -> None:
    """Remove every fit that knew this trader, and what this process remembers of them."""
    rankers_of(app.settings).forget(app.store.crowd().name_of(principal.id))
    for kind in ("events", "profile", "content", "log"):
        app.recent.drop((kind, principal.id))


def _state(
    app: App, principal: Principal, version: Version, model: ContentModel, events: Sequence[Event]
) -> ContentState:  # fmt: skip
    """What the content model has learned of a trader: as it was, and newer events."""
    key, many = ("content", principal.id), 0
    known, state = app.recent.get(key), model.begin()
    if isinstance(known, _Learned) and known.version == version.number and _begin_alike(known, events):
        many, state = known.many, known.state
    if any(each.undoes for each in events[many:]):
        state = model.learned(events)
    else:
        for each in events[many:]:
            state = model.update(state, each)
    app.recent.put(key, _Learned(version.number, len(events), events[-1] if events else None, state))
    return state


def _begin_alike(known: _Learned, events: Sequence[Event]) -> bool:
    """Whether these events begin with those that were learned."""
    return not known.many or (known.many <= len(events) and events[known.many - 1] is known.last)


def _log(app: App, principal: Principal, events: Sequence[Event]) -> EventLog:
    """A trader's events as columns, put together once for each number of them."""
    key, mark = ("log", principal.id), (len(events), events[-1].key if events else "")
    known = app.recent.get(key)
    if known is not None and known[0] == mark:
        found: EventLog = known[1]
        return found
    made = log_of(events)
    app.recent.put(key, (mark, made))
    return made


def _past(app: App, ideas: Ideas, events: Sequence[Event]) -> Past | None:
    """How trades like each row ended for simulated traders (where the row is simulated) and for the trader."""
    searched, own = ended_of(app, events, simulated=True), ended_of(app, events, simulated=False)
    names = np.array([ideas.is_simulated(name) for name in ideas.table.names], dtype=np.bool_)
    made = names[ideas.table.underlying]
    if not len(searched):
        return None
    one, other = past_of(searched, ideas.table), past_of(own, ideas.table)
    return Past(np.where(made, one.mean, other.mean), np.where(made, one.count, other.count))
