"""What was said about a bot, message by message, and what became of each proposed change; nothing is overwritten."""

import re
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import Connection, Select, and_, func, insert, select

from engine.core.errors import StoreError
from engine.gateways.store.bots import Found, is_mine, row
from engine.gateways.store.tables import BOTS, MESSAGE_MARKS, MESSAGES
from engine.gateways.store.text import checked_text, checked_time

Speaker = Literal["you", "claude", "offline", "engine"]
Mark = Literal["applied", "discarded"]
SPEAKERS: Final = ("you", "claude", "offline", "engine")
IDENTITY: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
LETTERS: Final = 12_000
CONTENT_LETTERS: Final = 200_000
MOST: Final = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One message as it is kept: who said it, when, its text, what was pasted, and its other content as JSON."""

    id: str
    author: Speaker
    text: str
    at_ms: int
    pasted: str = ""
    content: str = "{}"

    def __post_init__(self) -> None:
        if not IDENTITY.fullmatch(self.id):
            raise StoreError(f"a message's id must be 1 to 80 letters, digits, dots or dashes, was {self.id[:80]!r}.")
        if self.author not in SPEAKERS:
            raise StoreError(f"a message is by one of {', '.join(SPEAKERS)}, was {self.author!r}.")
        checked_text("a message", self.text, LETTERS)
        checked_text("a pasted text", self.pasted, LETTERS)
        checked_text("a message's content", self.content, CONTENT_LETTERS)
        checked_time(self.at_ms)


@dataclass(frozen=True, slots=True)
class Kept:
    """A line with the bot it is about, and the newest mark on its card: applied (as which version) or discarded."""

    line: Line
    bot_id: int
    mark: Mark | None = None
    version: int | None = None


def add(connection: Connection, owner: str, bot_id: int, line: Line) -> tuple[Kept, bool]:
    """Append a line and tell whether it is new; one that is there under this id stays as it is and comes back."""
    bot = row(connection, owner, bot_id, lock=True)
    there = found(connection, owner, line.id, bot.id)
    if there is not None:
        return there, False
    last = select(func.coalesce(func.max(MESSAGES.c.place), 0)).where(MESSAGES.c.bot_id == bot.id)
    values = {"bot_id": bot.id, "place": connection.execute(last).scalar_one() + 1, "id": line.id}
    said = {"author": line.author, "text": line.text, "pasted": line.pasted}
    connection.execute(insert(MESSAGES).values(**values, **said, content=line.content, at_ms=line.at_ms))
    return Kept(line, bot.id), True


def newest(connection: Connection, owner: str, bot_id: int, most: int = MOST) -> tuple[Kept, ...]:
    """The newest lines about one bot of this owner, oldest first."""
    bot = row(connection, owner, bot_id)
    wanted = _lines(owner).where(MESSAGES.c.bot_id == bot.id).order_by(MESSAGES.c.place.desc()).limit(most)
    return tuple(reversed(_read(connection, wanted)))


def found(connection: Connection, owner: str, line_id: str, bot_id: int | None = None) -> Kept | None:
    """One of this owner's lines (about this bot), None when it is not theirs or not there."""
    wanted = _lines(owner).where(MESSAGES.c.id == line_id)
    there = _read(connection, wanted if bot_id is None else wanted.where(MESSAGES.c.bot_id == bot_id))
    return there[0] if there else None


def load(connection: Connection, owner: str, line_id: str, bot_id: int | None = None) -> Kept:
    """As `found`; StoreError, in the same words, when it is not theirs or not there."""
    kept = found(connection, owner, line_id, bot_id)
    if kept is None:
        raise StoreError("you have no such message. Look at the conversation again.")
    return kept


def since(connection: Connection, owner: str, at_ms: int) -> tuple[Kept, ...]:
    """Every line of this owner from a moment on, whatever bot it is about."""
    return tuple(_read(connection, _lines(owner).where(MESSAGES.c.at_ms >= at_ms)))


def mark(connection: Connection, owner: str, kept: Kept, kind: Mark, at_ms: int, version: int | None = None) -> None:
    """Append what became of a line's card."""
    bot = row(connection, owner, kept.bot_id, lock=True)
    place = select(MESSAGES.c.place).where(MESSAGES.c.bot_id == bot.id, MESSAGES.c.id == kept.line.id)
    at = connection.execute(place).scalar_one()
    marks = and_(MESSAGE_MARKS.c.bot_id == bot.id, MESSAGE_MARKS.c.place == at)
    number = connection.execute(select(func.coalesce(func.max(MESSAGE_MARKS.c.number), 0)).where(marks)).scalar_one()
    values = {"bot_id": bot.id, "place": at, "number": number + 1, "kind": kind}
    connection.execute(insert(MESSAGE_MARKS).values(**values, version=version, at_ms=checked_time(at_ms)))


def _lines(owner: str) -> Select[*tuple[Any, ...]]:
    later = MESSAGE_MARKS.alias()
    is_last = ~(
        select(later.c.number)
        .where(
            later.c.bot_id == MESSAGE_MARKS.c.bot_id,
            later.c.place == MESSAGE_MARKS.c.place,
            later.c.number > MESSAGE_MARKS.c.number,
        )
        .exists()
    )
    marked = and_(MESSAGE_MARKS.c.bot_id == MESSAGES.c.bot_id, MESSAGE_MARKS.c.place == MESSAGES.c.place, is_last)
    return (
        select(MESSAGES, MESSAGE_MARKS.c.kind, MESSAGE_MARKS.c.version)
        .join(BOTS, BOTS.c.id == MESSAGES.c.bot_id)
        .outerjoin(MESSAGE_MARKS, marked)
        .where(is_mine(owner))
    )


def _read(connection: Connection, wanted: Select[*tuple[Any, ...]]) -> list[Kept]:
    return [_kept(each) for each in connection.execute(wanted)]


def _kept(each: Found) -> Kept:
    line = Line(each.id, each.author, each.text, each.at_ms, each.pasted, each.content)
    return Kept(line, each.bot_id, each.kind, each.version)
