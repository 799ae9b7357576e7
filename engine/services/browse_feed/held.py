"""Paper trades that are open, over or ended: read off a trader's own events."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from engine.gateways.store.desk import Principal
from engine.services.browse_feed.paper import from_text
from engine.services.startup import App
from engine.traders.book import Book
from engine.traders.events import ENDED, Action, Event
from engine.traders.log import standing
from engine.traders.positions import Position

TRADED: Final = "trade:"


@dataclass(frozen=True, slots=True)
class PaperTrade:
    """One paper trade with its event; `end` is the profit or loss that it came to, None while it is open."""

    event: Event
    position: Position
    end: Event | None = None


def paper_trades(app: App, principal: Principal, events: Iterable[Event]) -> tuple[PaperTrade, ...]:
    """Every paper trade of these events that was not taken back, oldest first."""
    held = standing(events)
    traded = [each for each in held if each.action is Action.TRADE]
    if not traded:
        return ()
    details = app.desk(principal).trader.paper_trades()
    ends = {each.key: each for each in held if each.action in ENDED}
    return tuple(
        PaperTrade(each, from_text(details[each.key], f"paper trade {each.key}"), ends.get(end_key(each.key)))
        for each in traded if each.key in details
    )  # fmt: skip


def held_ideas(book: Book) -> frozenset[str]:
    """The names of the ideas that are held on paper; a position has the name of the trade that opened it."""
    keys = (each.position.key.rsplit("#", 1)[0] for each in book.held)
    return frozenset(key.removeprefix(TRADED) for key in keys if key.startswith(TRADED))


def end_key(key: str) -> str:
    """The key of the event in which the paper trade of this key ends: it ends once."""
    return f"end:{key}"
