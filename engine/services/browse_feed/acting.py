"""What a click does: view, save, dismiss or paper trade an idea, take what was done back, do it again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from engine.core.errors import DataError
from engine.gateways.store.desk import Principal
from engine.services.browse_feed.book import book_of
from engine.services.browse_feed.browsing import FeedView
from engine.services.browse_feed.known import events_of, next_moment
from engine.services.browse_feed.marks import KEPT_APART, clicks, last_marks
from engine.services.browse_feed.moment import circumstances_of, idea_of
from engine.services.browse_feed.paper import opened, terms_of, to_text
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App
from engine.traders.events import Action, Event

Click = Literal["view", "save", "dismiss", "trade"]
CLICKS: Final = ("view", "save", "dismiss", "trade")
UNDO: Final = "undo:"  # before the key of what is taken back, by its last step
UNSAVE: Final = "unsave:"  # or by its own button, which is a step of its own


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
    made = Event("", principal.id, Action(action), 0, idea, feed=feed)
    there = _there(events, _base(made), made.action)
    if there is not None:
        return there
    book = view.book if view is not None else book_of(app, principal, ideas)
    then = circumstances_of(ideas, row, book)
    key, at_ms = _new_key(events, _base(made)), next_moment(app, principal)
    event = replace(made, key=key, at_ms=at_ms, circumstances=then)
    details = to_text(opened(ideas, row, terms_of(app, principal), event.key)) if action == "trade" else ""
    app.desk(principal).trader.add_event(event, details)
    return event


def unsave(app: App, principal: Principal, name: str) -> Event | None:
    """Take the idea of this name off the saved list; None where it is not on it."""
    last = last_marks(events_of(app, principal)).get(name)
    if last is None or last.action is not Action.SAVE:
        return None
    return take_back(app, principal, last, is_unsave=True)


def take_back(app: App, principal: Principal, event: Event, *, is_unsave: bool = False) -> Event:
    """Append that an event counts no more: by a step back, or by the button that takes an idea off the list."""
    key = f"{UNSAVE if is_unsave else UNDO}{event.key}"
    back = replace(event, key=key, at_ms=next_moment(app, principal), undoes=event.key, feed="")
    app.desk(principal).trader.add_event(back)
    return back


def again(app: App, principal: Principal, event: Event) -> Event:
    """Append an act once more under a key of its own, with what exactly was traded."""
    key = _new_key(events_of(app, principal), _base(event))
    event_again = replace(event, key=key, at_ms=next_moment(app, principal), undoes="")
    details = app.desk(principal).trader.paper_trades().get(event.key, "")
    app.desk(principal).trader.add_event(event_again, details)
    return event_again


def _there(events: Sequence[Event], base: str, action: Action) -> Event | None:
    """The event that this click would repeat: it stands, and nothing done to the idea since has replaced it."""
    same = [each for each in clicks(events) if each.action is action and _base(each) == base]
    if not same or action not in KEPT_APART:
        return same[-1] if same else None
    last = last_marks(events)[same[-1].idea.id]
    return last if last.action is action else None


def _new_key(events: Sequence[Event], base: str) -> str:
    """The name of the next event of this kind: two clicks at once ask for the same one, and one is kept."""
    many = sum(not each.undoes and _base(each) == base for each in events if each.action is not Action.SHOWN)
    return base if not many else f"{base}#{many + 1}"


def _base(event: Event) -> str:
    """What a click is about: the same again is the same event; details are looked at once in each list."""
    return f"{event.action}:{event.idea.id}" + (f":{event.feed}" if event.action is Action.VIEW else "")
