"""What moved lately in a profile: the beliefs about strategies and tickers as they were, and as they are."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from engine.gateways.store.desk import Principal
from engine.market.bars import DAY_MS
from engine.options.strategies.kinds import STRATEGIES
from engine.services.browse_feed.known import events_of
from engine.services.browse_feed.portrait import Portrait
from engine.services.startup import App
from engine.traders.profile import TraderProfile, profile_of

DAYS: Final = 7
LEAST: Final = 0.03  # of an affinity; less is fading, not news


@dataclass(frozen=True, slots=True)
class Moved:
    """One belief before and now, both affinities from 0 (never) to 1 (always); `acts` happened to it meanwhile."""

    belief: str
    label: str
    before: float
    now: float
    acts: int

    @property
    def by(self) -> float:
        """How far it went."""
        return self.now - self.before


def lately(app: App, principal: Principal, seen: Portrait, days: int = DAYS) -> tuple[Moved, ...]:
    """The strategies and tickers that moved in these days, the furthest first; those nobody acted on are left out."""
    then_ms = seen.at_ms - days * DAY_MS
    events = events_of(app, principal)
    then = profile_of(principal.id, events, then_ms, seen.profile.crowd, seen.corrections)
    new = [each for each in seen.events.values() if each.at_ms > then_ms and (each.weight or each.undoes)]
    about = [(f"strategy:{each.idea.strategy}", f"ticker:{each.idea.underlying}") for each in new]
    acts = Counter(name for both in about for name in both)
    found = [
        Moved(belief, label, before, now, acts[belief]) for belief, label, before, now in _both(then, seen.profile)
    ]
    return tuple(sorted((each for each in found if each.acts and abs(each.by) >= LEAST), key=lambda one: -abs(one.by)))


def _both(then: TraderProfile, now: TraderProfile) -> list[tuple[str, str, float, float]]:
    """Every belief with its affinity then and now, what the trader set himself counted."""
    before, after = then.taste(), now.taste()
    kinds = [
        (f"strategy:{name}", kind.label, float(before.strategies[kind.number]), float(after.strategies[kind.number]))
        for name, kind in STRATEGIES.items()
    ]
    tickers = [
        (f"ticker:{name}", name, before.tickers.get(name, before.other_tickers),
         after.tickers.get(name, after.other_tickers))
        for name in sorted({*before.tickers, *after.tickers})
    ]  # fmt: skip
    return kinds + tickers
