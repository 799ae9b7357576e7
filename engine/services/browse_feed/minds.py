"""What the ranking is told of a trader at this moment: taste, votes, book, regime, memories, what to explore."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.gateways.store.desk import Principal
from engine.market.bars import DAY_MS, Bars
from engine.options.features.climate import REGIMES, soft_regime
from engine.options.opportunity import OpportunityTable
from engine.options.simulated.surroundings import mood
from engine.ranking.mind import Mind
from engine.ranking.mind import mind_of as mind_of_own
from engine.ranking.stages.beside import beside
from engine.ranking.stages.regimes import Climate, climate_of
from engine.services.browse_feed.fitted import votes_of
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App
from engine.traders.book import Book
from engine.traders.events import Event
from engine.traders.profile import TraderProfile

Floats = NDArray[np.float64]
RECENT: Final = 1_500  # events that memories and exploration go by; the first of all tells since when


@dataclass(frozen=True, slots=True)
class Lived:
    """A trader's events: those that rank a list, and all that its sentences count, what was shown lately too."""

    ranking: Sequence[Event]
    counted: Sequence[Event]


def mind_of(
    app: App, principal: Principal, ideas: Ideas, profile: TraderProfile, lived: Lived, book: Book
) -> Mind:  # fmt: skip
    """Everything that ranks these ideas for a trader, by these events of theirs."""
    events = lived.ranking
    voted = votes_of(app, principal, ideas, events, profile)
    return replace(
        mind_of_own(profile, _recent(events), profile.at_ms, _recent(lived.counted)),
        votes=voted.votes, blend=voted.blend, past=voted.past, ranker=voted.ranker,
        climate=_climate(app, ideas, profile, events),
        against=beside(book, ideas.table) if len(book) else None,
        held=frozenset(each.position.underlying for each in book.held),
        sectors=ideas.context.sector,
    )  # fmt: skip


def _recent(events: Sequence[Event]) -> Sequence[Event]:
    return (*events[:1], *events[1:][-RECENT:])


def _climate(app: App, ideas: Ideas, profile: TraderProfile, events: Sequence[Event]) -> Climate | None:
    """The regimes that the market may be in, and what the trader does in each; None where nobody knows the market."""
    chances = _regimes(app, ideas.table)
    if chances is None:
        return None
    earlier = (each.circumstances.regime for each in reversed(events) if each.at_ms < profile.at_ms - DAY_MS)
    return climate_of(profile, chances, profile.at_ms, next((each for each in earlier if each), ""))


def _regimes(app: App, table: OpportunityTable) -> Floats | None:
    """The chance of each regime: off the sample world's market, else the one that most ideas were seen in."""
    market = _market(app)
    found = None if market is None else soft_regime(market, int(market.time[-1]) + market.step_ms)
    if found is not None:
        return found
    known = table["market_regime"][np.isfinite(table["market_regime"])]
    if not len(known):
        return None
    most = Counter(known.astype(np.int64).tolist()).most_common(1)[0][0]
    return np.eye(len(REGIMES))[most]


def _market(app: App) -> Bars | None:
    """The sample world's market, put together once for each moment of its clock."""
    world = app.store.world()
    if world is None:
        return None
    known = app.recent.get(("market", world))
    if isinstance(known, Bars):
        return known
    bars, _ = mood(world.seed, world.now_ms)
    app.recent.put(("market", world), bars)
    return bars
