"""Events of one trader as rows: appended once under their key, read back in the order in which they came."""

import math
from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, func, insert, select, text

from engine.core.errors import StoreError
from engine.gateways.store.bots import Found
from engine.gateways.store.database import is_postgresql
from engine.gateways.store.tables import ERASURES, EVENTS
from engine.gateways.store.text import LATEST_ID, checked_name, checked_text, checked_time
from engine.traders.events import UNKNOWN, Action, Circumstances, Event, Idea
from engine.traders.log import SHOWING

TRADERS_LOCK: Final = 7_208_143  # the first half of advisory locks of PostgreSQL: one writer a trader
KEY_LETTERS: Final = 300
NUMBERS: Final = ("delta", "premium", "days", "iv_rank", "margin", "pop")
WORDS: Final = ("underlying", "strategy", "sector")
AT_ONCE: Final = 400  # keys in one question


def lock_alone(connection: Connection, owner: str) -> None:
    """One writer at a time for this trader, until the transaction ends; SQLite has one for all."""
    if is_postgresql(connection):
        wanted = text("SELECT pg_advisory_xact_lock(:lock, hashtext(:owner))")
        connection.execute(wanted, {"lock": TRADERS_LOCK, "owner": owner})


def lock(connection: Connection, owner: str) -> None:
    """As `lock_alone`; StoreError where the trader's rows are half erased."""
    lock_alone(connection, owner)
    if connection.execute(select(ERASURES.c.owner).where(ERASURES.c.owner == owner)).first() is not None:
        raise StoreError("your profile is half erased. Erase it again, then go on.")


def add(connection: Connection, owner: str, events: Sequence[Event]) -> tuple[Event, ...]:
    """Append those that are new under their key, in this order, and return them; the others stay as they are."""
    for each in events:
        _check(owner, each)
    lock(connection, owner)
    known = _known(connection, owner, [each.key for each in events])
    new = tuple({each.key: each for each in reversed(events) if each.key not in known}.values())[::-1]
    if new:
        last = connection.execute(select(func.coalesce(func.max(EVENTS.c.number), 0)).where(_mine(owner))).scalar_one()
        rows = [{"owner": owner, "number": last + 1 + place, **_row(each)} for place, each in enumerate(new)]
        connection.execute(insert(EVENTS), rows)
    return new


def since(connection: Connection, owner: str, at_ms: int = 0) -> tuple[Event, ...]:
    """Events of a trader from a moment on, oldest first."""
    wanted = select(EVENTS).where(_mine(owner), EVENTS.c.at_ms >= at_ms).order_by(EVENTS.c.number)
    return tuple(_event(each) for each in connection.execute(wanted))


def after(connection: Connection, owner: str, number: int) -> tuple[tuple[int, Event], ...]:
    """Events of a trader with numbers (1 first) above this one: what is new since it."""
    wanted = select(EVENTS).where(_mine(owner), EVENTS.c.number > number).order_by(EVENTS.c.number)
    return tuple((each.number, _event(each)) for each in connection.execute(wanted))


def _mine(owner: str) -> Any:
    return EVENTS.c.owner == owner


def _known(connection: Connection, owner: str, keys: Sequence[str]) -> set[str]:
    parts = (keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE))
    wanted = select(EVENTS.c.key).where(_mine(owner))
    return {found for part in parts for found in connection.execute(wanted.where(EVENTS.c.key.in_(part))).scalars()}


def _check(owner: str, event: Event) -> None:
    if event.trader != owner:
        raise StoreError("an event is kept at the desk of its own trader. Sign in as that trader.")
    checked_time(event.at_ms)
    for what, value in (("an event's key", event.key), ("an idea's name", event.idea.id)):
        checked_name(what, value, KEY_LETTERS)
    for value in (event.idea.underlying, event.idea.sector, event.undoes, event.feed, event.ranker):
        checked_text("an event's text", value, KEY_LETTERS)
    if not (0 <= event.rank <= LATEST_ID and 0 <= event.circumstances.positions <= LATEST_ID):
        raise StoreError("ranks and positions of an event are counted from 0. Look at the feed again.")


def _row(event: Event) -> dict[str, Any]:
    idea, then = event.idea, event.circumstances
    return {
        "key": event.key, "action": event.action.value, "at_ms": event.at_ms, "undoes": event.undoes, "idea": idea.id,
        **{name: getattr(idea, name) for name in WORDS},
        **{name: known(getattr(idea, name)) for name in NUMBERS},
        "regime": then.regime, "vix": known(then.vix), "vix_change": known(then.vix_change),
        "positions": then.positions, "book_delta": then.book_delta, "outcome": known(event.outcome),
        "feed": event.feed, "rank": event.rank, "ranker": event.ranker,
        **{name: known(getattr(event, name)) for name in SHOWING},
    }  # fmt: skip


def known(value: float) -> float | None:
    """A number as databases hold it: nothing for nan."""
    return None if math.isnan(value) else float(value)


def floats(values: Iterable[float | None]) -> list[float]:
    """Numbers back from a database: nan for nothing."""
    return [UNKNOWN if each is None else each for each in values]


def _event(row: Found) -> Event:
    numbers: dict[str, Any] = dict(zip(NUMBERS, floats(getattr(row, name) for name in NUMBERS), strict=True))
    vix, change, outcome = floats((row.vix, row.vix_change, row.outcome))
    showing = dict(zip(SHOWING, floats(getattr(row, name) for name in SHOWING), strict=True))
    return Event(
        row.key, row.owner, Action(row.action), row.at_ms,
        Idea(row.idea, **{name: getattr(row, name) for name in WORDS}, **numbers),
        Circumstances(row.regime, vix, change, row.positions, row.book_delta),
        outcome, row.undoes, row.feed, row.rank, ranker=row.ranker, **showing,
    )  # fmt: skip
