"""What is known of a trader: yesterday's events and profile, and what is new since anybody in this process looked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.core.errors import DataError
from engine.gateways.store.desk import Principal
from engine.services.browse_feed.said import corrections_of
from engine.services.people import events_of as events_of_simulated
from engine.services.people import simulated
from engine.services.startup import LOCAL, App
from engine.traders.corrections import Correction
from engine.traders.events import ENDED, Action, Event
from engine.traders.memory.crowd import Crowd
from engine.traders.profile import TraderProfile, fade, learn, profile_of
from engine.traders.simulated.tastes import NAMED

AHEAD: Final = 3_600_000  # ms that acts may run ahead of a clock that stands still
SITTING: Final = 1_800_000  # ms
PASSING: Final = (Action.SHOWN, Action.VIEW)  # what changes no list while it is looked at


@dataclass(frozen=True, slots=True)
class _Lived:
    """Events in the order they came, and the number of the last."""

    number: int
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Folded:
    """A profile of the first so many events, and what else it was made with."""

    last: Event | None
    many: int
    corrections: tuple[Correction, ...]
    profile: TraderProfile


def events_of(app: App, principal: Principal) -> tuple[Event, ...]:
    """Every event of a trader, in the order they came; only what is new is read."""
    if principal.id.startswith(NAMED):
        return _simulated(app, principal.id)
    desk, key = app.desk(principal).trader, ("events", principal.id)
    known = app.recent.get(key)
    if isinstance(known, _Lived) and known.events:
        new = desk.events_after(known.number - 1)
        if new and new[0][1].key == known.events[-1].key:  # or everything was erased since
            if len(new) == 1:
                return known.events
            lived = _Lived(new[-1][0], (*known.events, *(each for _, each in new[1:])))
            app.recent.put(key, lived)
            return lived.events
    new = desk.events_after(0)
    lived = _Lived(new[-1][0] if new else 0, tuple(each for _, each in new))
    app.recent.put(key, lived)
    return lived.events


def must_be_somebody(app: App, principal: Principal, is_new: bool = False) -> None:
    """DataError where nobody of this name is known here: a feed of a mistyped name looks like one of a newcomer.

    Known are the person of this installation, the sample world's traders, and whoever did anything in the feed.
    """
    named, people = principal.id, simulated(app)
    if named == LOCAL.id or named in people or (is_new and not named.startswith(NAMED)):
        return
    if not named.startswith(NAMED) and (events_of(app, principal) or corrections_of(app, principal)):
        return
    told = f"{LOCAL.id}, {people[0]} to {people[-1]}" if people else LOCAL.id
    raise DataError(
        f"a trader must be one who is known here: {told}, or whoever used the feed before; was {named!r}."
        " Ask for somebody new with --new and a name of your own."
    )


def _simulated(app: App, trader: str) -> tuple[Event, ...]:
    """What a simulated trader did, put together once for each moment of the world's clock."""
    key = ("simulated", trader, app.now())
    known = app.recent.get(key)
    if known is None:
        known = events_of_simulated(app, trader)
        app.recent.put(key, known)
    found: tuple[Event, ...] = known
    return found


def latest(app: App, principal: Principal) -> int:
    """The moment up to which a trader has acted: the clock's, or a little later in a world whose clock stands still."""
    return next_moment(app, principal) - 1


def next_moment(app: App, principal: Principal) -> int:
    """When the next thing that a trader does happens: after all before it, also while the sample world's clock stands.

    What was done before a clock was set back by more than an hour is left where it is.
    """
    now = app.now()
    moments = [each.at_ms for each in events_of(app, principal)]
    moments += [each.at_ms for each in corrections_of(app, principal)]
    return max((each + 1 for each in moments if now <= each < now + AHEAD), default=now)


def sat_down(app: App, principal: Principal) -> int:
    """When a trader sat down: the first thing that they did or saw in the last half hour, else now.

    A list that is opened again in the same sitting is the same list: opening it ten times is no ten times shown.
    """
    now = next_moment(app, principal)
    moments = (each.at_ms for each in events_of(app, principal) if each.action not in ENDED)
    return min((each for each in moments if now - SITTING <= each <= now), default=now)


def seen_since(app: App, principal: Principal, since_ms: int) -> dict[str, str]:
    """The ideas that a trader was shown since then, each with the list in which it was first."""
    shown = (each for each in events_of(app, principal) if each.action is Action.SHOWN and each.at_ms >= since_ms)
    found: dict[str, str] = {}
    for each in shown:
        found.setdefault(each.idea.id, each.feed)
    return found


def is_passing(event: Event, feed: str, since_ms: int | None = None) -> bool:
    """Whether an event only passed before a reader's eyes: in the list of this key, or since they sat down."""
    is_here = bool(feed) and event.feed == feed
    return event.action in PASSING and (is_here or (since_ms is not None and event.at_ms >= since_ms))


def profile_now(
    app: App, principal: Principal, crowd: Crowd, feed: str = "", since_ms: int | None = None
) -> TraderProfile:
    """The profile as of now: a snapshot and newer events.

    What was shown and looked at in the list of this key, or since this moment, is left out: nothing moves under the
    reader's eyes but by what they do.
    """
    events, said = events_of(app, principal), corrections_of(app, principal)
    now = max(app.now(), latest(app, principal))
    key = ("profile", principal.id)
    passing = [place for place, each in enumerate(events) if is_passing(each, feed, since_ms)]
    certain = passing[0] if passing else len(events)
    folded = app.recent.get(key)
    if not (isinstance(folded, _Folded) and _goes_on(folded, events[:certain], said, crowd, now)):
        made = profile_of(principal.id, events[:certain], now, crowd, said)
        folded = _Folded(events[certain - 1] if certain else None, certain, said, made)
    elif folded.many < certain:
        grown = _grown(folded.profile, events[:certain], folded.many, now)
        folded = _Folded(events[certain - 1], certain, said, grown)
    app.recent.put(key, folded)
    later = [each for each in events[certain:] if not is_passing(each, feed, since_ms)]
    profile = _grown(folded.profile, (*events[:certain], *later), certain, now) if later else folded.profile
    return fade(profile, now)


def _goes_on(
    folded: _Folded, events: Sequence[Event], said: tuple[Correction, ...], crowd: Crowd, now: int
) -> bool:  # fmt: skip
    """Whether these events begin with those of a snapshot, with nothing else changed and no clock set back."""
    is_same = folded.many == 0 or (folded.many <= len(events) and events[folded.many - 1] is folded.last)
    return is_same and folded.corrections == said and folded.profile.crowd is crowd and folded.profile.at_ms <= now


def _grown(profile: TraderProfile, events: Sequence[Event], many: int, now: int) -> TraderProfile:
    """The profile of these events, from that of the first so many of them."""
    grown = profile
    try:
        for each in events[many:]:
            if each.at_ms <= now:
                grown = learn(grown, each)
    except DataError:  # older than what a snapshot can still put in order, or taken back too late for it
        return profile_of(profile.trader, events, now, profile.crowd, profile.corrections)
    return grown
