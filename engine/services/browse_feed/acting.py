"""What a click does: view, save, dismiss or paper trade an idea, take the last one back, bring it back again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from engine.core.errors import DataError
from engine.gateways.store.desk import Principal
from engine.market.bars import DAY_MS
from engine.services.browse_feed.book import book_of
from engine.services.browse_feed.browsing import FeedView
from engine.services.browse_feed.held import end_key
from engine.services.browse_feed.known import events_of
from engine.services.browse_feed.marks import KEPT_APART
from engine.services.browse_feed.moment import circumstances_of, idea_of
from engine.services.browse_feed.paper import opened, terms_of, to_text
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App
from engine.traders.events import Action, Event
from engine.traders.log import standing

Click = Literal["view", "save", "dismiss", "trade"]
CLICKS: Final = ("view", "save", "dismiss", "trade")
ACTS: Final = (Action.SAVE, Action.DISMISS, Action.TRADE)  # what can be taken back


def act(
    app: App, principal: Principal, ideas: Ideas, row: int, action: Click, view: FeedView | None = None
) -> Event:  # fmt: skip
    """Keep what a trader did to a row, once: the same click again is the same event.

    A trade opens a paper position under the trader's own terms (`paper.terms_of`), at the prices that are quoted.
    """
    if action not in CLICKS:
        raise DataError(f"an idea can be {', '.join(CLICKS)}, was {action!r}.")
    if not 0 <= row < len(ideas.table):
        raise DataError(f"there are {len(ideas.table):,} ideas, asked was number {row}.")
    events, idea, feed = events_of(app, principal), idea_of(ideas, row), view.key if view else ""
    base = f"{action}:{idea.id}" + (f":{feed}" if action == "view" else "")
    there = _there(events, base, Action(action))
    if there is not None:
        return there
    book = view.book if view is not None else book_of(app, principal, ideas)
    then = circumstances_of(ideas, row, book)
    event = Event(_new_key(events, base), principal.id, Action(action), app.now(), idea, then, feed=feed)
    details = to_text(opened(ideas, row, terms_of(app, principal), event.key)) if action == "trade" else ""
    app.desk(principal).trader.add_event(event, details)
    return event


def undo(app: App, principal: Principal) -> Event | None:
    """Take the last save, dismissal or paper trade back; None where there is none, or it can be taken back no more.

    A paper trade can be taken back on its own day: who could take losers back later would have a fine record.
    """
    done, _ = _course(events_of(app, principal))
    if not done or not _is_open(app, principal, done[-1]):
        return None
    last = done[-1]
    event = replace(last, key=f"undo:{last.key}", at_ms=app.now(), undoes=last.key, feed="")
    app.desk(principal).trader.add_event(event)
    return event


def redo(app: App, principal: Principal) -> Event | None:
    """Bring back what was taken back last, unless something else was done since."""
    events = events_of(app, principal)
    _, taken = _course(events)
    if not taken or not _is_open(app, principal, taken[-1]):
        return None
    last = taken[-1]
    event = replace(last, key=_new_key(events, _base(last.key)), at_ms=app.now())
    details = app.desk(principal).trader.paper_trades().get(last.key, "")
    app.desk(principal).trader.add_event(event, details)
    return event


def _there(events: Sequence[Event], base: str, action: Action) -> Event | None:
    """The event that this click would repeat: it stands, and nothing done to the idea since has replaced it."""
    held = [each for each in standing(events) if each.action is not Action.SHOWN]
    same = [each for each in held if _base(each.key) == base and each.action is action]
    if not same or action not in KEPT_APART:
        return same[-1] if same else None
    last = [each for each in held if each.idea.id == same[-1].idea.id and each.action in KEPT_APART][-1]
    return last if last.action is action else None


def _new_key(events: Sequence[Event], base: str) -> str:
    """The name of the next event of this kind: two clicks at once ask for the same one, and one is kept."""
    many = sum(_base(each.key) == base for each in events)
    return base if not many else f"{base}#{many + 1}"


def _base(key: str) -> str:
    return key.rsplit("#", 1)[0]


def _course(events: Sequence[Event]) -> tuple[list[Event], list[Event]]:
    """What stands, oldest first, and what was taken back and not overtaken since, the last on top."""
    done: list[Event] = []
    taken: list[Event] = []
    for each in events:
        if each.action not in ACTS:
            continue
        if each.undoes:
            taken += [one for one in done if one.key == each.undoes]
            done = [one for one in done if one.key != each.undoes]
        else:
            is_again = bool(taken) and _base(taken[-1].key) == _base(each.key)
            taken = taken[:-1] if is_again else []
            done.append(each)
    return done, taken


def _is_open(app: App, principal: Principal, event: Event) -> bool:
    """Whether an act can still be taken back or brought back: a paper trade on its own day, until it ends."""
    if event.action is not Action.TRADE:
        return True
    ended = any(each.key == end_key(event.key) for each in events_of(app, principal))
    return not ended and app.now() - event.at_ms < DAY_MS
