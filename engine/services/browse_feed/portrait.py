"""What is believed of a trader, for the trader: every belief with its events, correct, forget, take along, erase."""

from dataclasses import dataclass
from typing import Final

from engine.core.as_json import as_json
from engine.gateways.store.desk import Principal
from engine.services.browse_feed.fitted import crowd_now, forget_trader
from engine.services.browse_feed.known import events_of, next_moment, profile_now
from engine.services.browse_feed.said import keep_correction
from engine.services.startup import App
from engine.traders.behaviour import Behaviour, behaviour_of
from engine.traders.beliefs import Belief, beliefs
from engine.traders.corrections import EVERYTHING, Correction
from engine.traders.events import Event
from engine.traders.memory.drift import told
from engine.traders.profile import TraderProfile

FORMAT: Final = 1


@dataclass(frozen=True, slots=True, eq=False)
class Portrait:
    """A trader as the feed sees them at `at_ms`; `events` are those behind the beliefs, by their keys.

    `drift` says in words when answers stopped following the profile, "" where they never did.
    """

    at_ms: int
    profile: TraderProfile
    beliefs: tuple[Belief, ...]
    behaviour: Behaviour
    drift: str
    corrections: tuple[Correction, ...]
    events: dict[str, Event]


def portrait(app: App, principal: Principal) -> Portrait:
    """Everything that is believed of this trader now."""
    events, profile = events_of(app, principal), profile_now(app, principal, crowd_now(app))
    at_ms = profile.at_ms
    return Portrait(
        at_ms, profile, beliefs(profile, events, at_ms), behaviour_of(events, at_ms), told(profile.alarms),
        profile.corrections, {each.key: each for each in events},
    )  # fmt: skip


def correct(app: App, principal: Principal, belief: str, low: float, high: float | None = None) -> Correction:
    """Say where a belief lies: an affinity (0 never, 1 always), or a range in the scale's own units."""
    made = Correction(belief, next_moment(app, principal), "set", low, low if high is None else high)
    keep_correction(app, principal, made)
    return made


def forget(app: App, principal: Principal, belief: str = EVERYTHING) -> Correction:
    """Let what came before count no longer for a belief, or for all of them."""
    made = Correction(belief, next_moment(app, principal), "forget")
    keep_correction(app, principal, made)
    return made


def export(app: App, principal: Principal) -> str:
    """Everything that is kept of this trader, and what is believed of them, as JSON; unknown numbers are null."""
    seen, desk = portrait(app, principal), app.desk(principal).trader
    whole = {
        "format": FORMAT, "trader": principal.id, "at_ms": seen.at_ms, "beliefs": seen.beliefs,
        "behaviour": seen.behaviour, "drift": seen.drift, "corrections": seen.corrections,
        "events": tuple(seen.events.values()), "paper_trades": desk.paper_trades(), "positions": desk.positions(),
    }  # fmt: skip
    return as_json(whole)


def delete_everything(app: App, principal: Principal) -> int:
    """Erase everything that is kept of this trader here, for good, fitted models that knew them too; how many rows."""
    gone = app.desk(principal).trader.erase()
    forget_trader(app, principal)
    return gone
