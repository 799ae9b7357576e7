"""A trader's bots and their versions, read from the store; every query starts from the owner."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, select

from engine.bots.parameters import BotParameters
from engine.core.errors import StoreError
from engine.gateways.store.parameters import from_text
from engine.gateways.store.results import Result
from engine.gateways.store.results import from_text as result_from_text
from engine.gateways.store.tables import BOT_MOVES, BOT_VERSIONS, BOTS, VERSION_RESULTS
from engine.gateways.store.text import LATEST_ID, NAME_LETTERS, checked_name, checked_text
from engine.market.bars import STEPS

Found = Row[*tuple[Any, ...]]
Author = Literal["you", "claude", "offline", "auto", "start"]
AUTHORS: Final[dict[str, str]] = {
    "you": "you",
    "claude": "Claude",
    "offline": "the offline interpreter",
    "auto": "the automatic adjuster",
    "start": "Toption",
}


def checked_author(author: Author) -> Author:
    """One of those who can save a version; StoreError when it is nobody of them."""
    if author not in AUTHORS:
        raise StoreError(f"an author must be one of {', '.join(AUTHORS)}, was {author!r}.")
    return author


@dataclass(frozen=True, slots=True)
class NewBot:
    """A bot before it is saved: a name, the market and step it trades, its first settings, why and by whom."""

    name: str
    symbol: str
    step: str
    parameters: BotParameters
    reason: str
    author: Author = "you"

    def __post_init__(self) -> None:
        checked_author(self.author)
        checked_name("a bot's name", self.name)
        checked_name("a symbol", self.symbol, NAME_LETTERS // 2)
        checked_text("a reason", self.reason)
        if self.step not in STEPS:
            raise StoreError(f"a bot's step must be one of {', '.join(STEPS)}, was {self.step!r}.")


@dataclass(frozen=True, slots=True)
class Change:
    """Settings to save as the next version, by whom and why, and what they did beside the present ones."""

    parameters: BotParameters
    author: Author
    reason: str
    result: Result | None = None

    def __post_init__(self) -> None:
        checked_author(self.author)
        checked_text("a reason", self.reason)


@dataclass(frozen=True, slots=True)
class Version:
    """One saved state of a bot; numbers count 1, 2, 3, ... and `parent` is the version it came from."""

    number: int
    parent: int | None
    parameters: BotParameters
    author: str
    reason: str
    at_ms: int

    @property
    def by(self) -> str:
        """Its author in words: "you", "Claude"; "Toption" for the settings that a bot starts from."""
        return AUTHORS[self.author]


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot as it stands: `head` is its present version, `revision` counts every move of the head.

    `undo_to` and `redo_to` are the versions that undo and redo would show, None when there is none.
    """

    id: int
    name: str
    symbol: str
    step: str
    head: Version
    revision: int
    undo_to: int | None
    redo_to: int | None


@dataclass(frozen=True, slots=True)
class Stood:
    """The version that a bot stood at from this moment (milliseconds since 1970, UTC) to the next."""

    number: int
    at_ms: int


def is_mine(owner: str) -> ColumnElement[bool]:
    """The one condition that every query about people's bots carries."""
    return BOTS.c.owner == owner


def load_all(connection: Connection, owner: str) -> tuple[Bot, ...]:
    """Every bot of this owner, oldest first."""
    return _read(connection, _heads(owner).order_by(BOTS.c.id))


def load(connection: Connection, owner: str, bot_id: int) -> Bot:
    """One bot of this owner; StoreError, in the same words, when it is somebody else's or not there."""
    found = _read(connection, _heads(owner).where(BOTS.c.id == row(connection, owner, bot_id).id))
    if not found:
        raise StoreError(f"bot {bot_id} has lost its present version. Restore a backup.")
    return found[0]


def load_on(connection: Connection, owner: str, symbol: str, step: str) -> Bot | None:
    """The bot of an owner on a market, None where there is none."""
    found = _read(connection, _heads(owner).where(BOTS.c.symbol == symbol, BOTS.c.step == step))
    return found[0] if found else None


def row(connection: Connection, owner: str, bot_id: int, *, lock: bool = False) -> Found:
    """The row of one bot of this owner, locked until the transaction ends when it is to be changed."""
    wanted = select(BOTS).where(is_mine(owner), BOTS.c.id == (bot_id if 0 < bot_id <= LATEST_ID else 0))
    found = connection.execute(wanted.with_for_update() if lock else wanted).first()
    if found is None:
        raise StoreError(f"you have no bot {bot_id}. Open one from the list of your bots.")
    return found


def versions(connection: Connection, owner: str, bot_id: int) -> tuple[Version, ...]:
    """Every version of one bot of this owner, newest first."""
    bot = row(connection, owner, bot_id)
    wanted = select(BOT_VERSIONS).where(BOT_VERSIONS.c.bot_id == bot.id).order_by(BOT_VERSIONS.c.number.desc())
    return tuple(version_of(found, bot.name) for found in connection.execute(wanted))


def results(connection: Connection, owner: str, bot_id: int) -> dict[int, Result]:
    """What the changes of one bot of this owner did where it was measured when they were kept, by version."""
    bot = row(connection, owner, bot_id)
    wanted = select(VERSION_RESULTS.c.number, VERSION_RESULTS.c.content).where(VERSION_RESULTS.c.bot_id == bot.id)
    found = {number: result_from_text(content) for number, content in connection.execute(wanted)}
    return {number: result for number, result in found.items() if result is not None}


def course(connection: Connection, owner: str, bot_id: int) -> tuple[Stood, ...]:
    """Where one bot of this owner stood after each save, undo, redo and restore, oldest first."""
    bot = row(connection, owner, bot_id)
    wanted = select(BOT_MOVES.c.to_number, BOT_MOVES.c.at_ms).where(BOT_MOVES.c.bot_id == bot.id)
    return tuple(Stood(*found) for found in connection.execute(wanted.order_by(BOT_MOVES.c.revision)))


def version_of(found: Found, name: str) -> Version:
    """A row of `bot_versions` as a value; StoreError naming bot, version and setting when it cannot be used."""
    parameters = from_text(found.parameters, f'version {found.number} of "{name}" (bot {found.bot_id})')
    return Version(found.number, found.parent, parameters, found.author, found.reason, found.at_ms)


def redo_of(head: int, parents: dict[int, int | None]) -> int | None:
    """The version that redo would show: the step from `head` towards the newest version.

    `parents` holds number -> parent of every version newer than `head`. Only the newest version can be
    the end of what was undone: saving anything else clears what could be redone.
    """
    number: int | None = max(parents, default=None)
    while number is not None and parents.get(number) != head:
        number = parents.get(number)
    return number


def _heads(owner: str) -> Select[*tuple[Any, ...]]:
    present = and_(BOT_VERSIONS.c.bot_id == BOTS.c.id, BOT_VERSIONS.c.number == BOTS.c.head)
    bot = (BOTS.c.id, BOTS.c.name, BOTS.c.symbol, BOTS.c.step, BOTS.c.revision)
    return select(*bot, BOT_VERSIONS).join(BOT_VERSIONS, present).where(is_mine(owner))


def _read(connection: Connection, wanted: Select[*tuple[Any, ...]]) -> tuple[Bot, ...]:
    found = connection.execute(wanted).all()
    newer = _newer(connection, [bot.id for bot in found])
    return tuple(
        Bot(
            id=bot.id,
            name=bot.name,
            symbol=bot.symbol,
            step=bot.step,
            head=version_of(bot, bot.name),
            revision=bot.revision,
            undo_to=bot.parent,
            redo_to=redo_of(bot.number, newer[bot.id]),
        )
        for bot in found
    )


def _newer(connection: Connection, ids: Sequence[int]) -> dict[int, dict[int, int | None]]:
    wanted = (
        select(BOT_VERSIONS.c.bot_id, BOT_VERSIONS.c.number, BOT_VERSIONS.c.parent)
        .join(BOTS, BOTS.c.id == BOT_VERSIONS.c.bot_id)
        .where(BOTS.c.id.in_(ids), BOT_VERSIONS.c.number > BOTS.c.head)
    )
    parents: dict[int, dict[int, int | None]] = defaultdict(dict)
    for bot_id, number, parent in connection.execute(wanted):
        parents[bot_id][number] = parent
    return parents
