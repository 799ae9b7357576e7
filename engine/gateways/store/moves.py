"""How a bot's head moves: every save, undo, redo and restore appends one row, and nothing is ever overwritten."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from sqlalchemy import Connection, func, insert, select, update

from engine.bots.parameters import KNOBS, BotParameters, differences
from engine.core.errors import ConflictError, StoreError
from engine.gateways.store.bots import AUTHORS, Bot, Change, Found, NewBot, load, redo_of, row, version_of
from engine.gateways.store.database import put_new
from engine.gateways.store.parameters import to_text
from engine.gateways.store.results import to_text as result_to_text
from engine.gateways.store.tables import BOT_MOVES, BOT_VERSIONS, BOTS, VERSION_RESULTS
from engine.gateways.store.text import LATEST_ID, checked_time

Kind = Literal["create", "apply", "undo", "redo", "restore"]
DONE: Final[dict[str, str]] = {
    "create": "made",
    "apply": "saved",
    "undo": "went back to",
    "redo": "came back to",
    "restore": "restored an older one as",
}


@dataclass(frozen=True, slots=True)
class State:
    """What the moves of one bot add up to: its head, how many moves, and what can be redone, next first."""

    head: int | None = None
    revision: int = 0
    redo: tuple[int, ...] = ()


def fold(moves: Iterable[tuple[Kind, int | None, int]]) -> State:
    """The state after these moves (kind, from, to), oldest first; StoreError at one that does not follow."""
    state = State()
    for kind, start, end in moves:
        if start != state.head or (kind == "redo" and state.redo[:1] != (end,)):
            raise StoreError(f"move {state.revision + 1} ({kind} from {start} to {end}) does not follow the one before")
        redo: tuple[int, ...] = ()
        if kind == "undo" and start is not None:
            redo = (start, *state.redo)
        elif kind == "redo":
            redo = state.redo[1:]
        state = State(end, state.revision + 1, redo)
    return state


@dataclass(frozen=True, slots=True)
class Edit:
    """Whose bot is changed, from which revision the change was made, and when (milliseconds since 1970, UTC)."""

    owner: str
    bot_id: int
    expected_revision: int
    at_ms: int

    def __post_init__(self) -> None:
        checked_time(self.at_ms)


def create(connection: Connection, owner: str, draft: NewBot, at_ms: int) -> Bot:
    """Save a new bot with its first version; the bot that this market has already, where it has one."""
    edit = Edit(owner, 0, 0, at_ms)
    key = {"owner": owner, "symbol": draft.symbol, "step": draft.step}
    is_new = put_new(connection, BOTS, {**key, "name": draft.name, "head": 0, "revision": 0}, list(key))
    bot = connection.execute(select(BOTS).filter_by(**key)).one()
    if not is_new:
        return load(connection, owner, bot.id)
    return _append(connection, edit, bot, "create", (to_text(draft.parameters), draft.author, draft.reason))


def apply(connection: Connection, edit: Edit, change: Change) -> Bot:
    """Save a version after the head; refused when stale, or when it would change nothing."""
    bot = _fresh(connection, edit)
    text = to_text(change.parameters)
    if text == _version(connection, bot, bot.head).parameters:
        raise StoreError(
            f'"{bot.name}" already has exactly these settings (version {bot.head}). Change one, then save.'
        )
    saved = _append(connection, edit, bot, "apply", (text, change.author, change.reason))
    if change.result is not None:
        values = {"bot_id": bot.id, "number": saved.head.number, "content": result_to_text(change.result)}
        connection.execute(insert(VERSION_RESULTS).values(**values))
    return saved


def undo(connection: Connection, edit: Edit) -> Bot:
    """Move the head back to the version it came from."""
    bot = _fresh(connection, edit)
    parent = _version(connection, bot, bot.head).parent
    if parent is None:
        raise StoreError(f'"{bot.name}" has nothing to undo: version {bot.head} is its first.')
    return _move(connection, edit, bot, ("undo", parent, "you"))


def redo(connection: Connection, edit: Edit) -> Bot:
    """Move the head forward again to what the last undo left."""
    bot = _fresh(connection, edit)
    wanted = select(BOT_VERSIONS.c.number, BOT_VERSIONS.c.parent).where(
        BOT_VERSIONS.c.bot_id == bot.id, BOT_VERSIONS.c.number > bot.head
    )
    following = redo_of(bot.head, {number: parent for number, parent in connection.execute(wanted)})
    if following is None:
        raise StoreError(f'"{bot.name}" has nothing to redo: nothing was undone since the last save.')
    return _move(connection, edit, bot, ("redo", following, "you"))


def restore(connection: Connection, edit: Edit, number: int) -> Bot:
    """Save an older version's settings once more, as a new version after the head."""
    bot = _fresh(connection, edit)
    old = _version(connection, bot, number)
    version_of(old, bot.name)
    if old.parameters == _version(connection, bot, bot.head).parameters:
        raise StoreError(f'"{bot.name}" already has the settings of version {number}. Choose another version.')
    return _append(connection, edit, bot, "restore", (old.parameters, "you", f"restored version {number}"))


def _fresh(connection: Connection, edit: Edit) -> Found:
    bot = row(connection, edit.owner, edit.bot_id, lock=True)
    if bot.revision != edit.expected_revision:
        raise ConflictError(_conflict(connection, bot, edit.expected_revision))
    return bot


def _version(connection: Connection, bot: Found, number: int) -> Found:
    wanted = number if 0 < number <= LATEST_ID else 0
    found = connection.execute(
        select(BOT_VERSIONS).where(BOT_VERSIONS.c.bot_id == bot.id, BOT_VERSIONS.c.number == wanted)
    ).first()
    if found is None:
        raise StoreError(f'"{bot.name}" has no version {number}. Choose one from its history.')
    return found


def _append(connection: Connection, edit: Edit, bot: Found, kind: Kind, content: tuple[str, str, str]) -> Bot:
    text, author, reason = content
    newest = select(func.coalesce(func.max(BOT_VERSIONS.c.number), 0)).where(BOT_VERSIONS.c.bot_id == bot.id)
    number = connection.execute(newest).scalar_one() + 1
    values = {"bot_id": bot.id, "number": number, "parent": bot.head or None, "parameters": text}
    connection.execute(insert(BOT_VERSIONS).values(**values, author=author, reason=reason, at_ms=edit.at_ms))
    return _move(connection, edit, bot, (kind, number, author))


def _move(connection: Connection, edit: Edit, bot: Found, step: tuple[Kind, int, str]) -> Bot:
    kind, number, author = step
    revision = bot.revision + 1
    values = {"bot_id": bot.id, "revision": revision, "kind": kind, "author": author, "at_ms": edit.at_ms}
    connection.execute(insert(BOT_MOVES).values(**values, from_number=bot.head or None, to_number=number))
    connection.execute(update(BOTS).where(BOTS.c.id == bot.id).values(head=number, revision=revision))
    return load(connection, edit.owner, bot.id)


def _conflict(connection: Connection, bot: Found, expected: int) -> str:
    wanted = select(BOT_MOVES).where(BOT_MOVES.c.bot_id == bot.id, BOT_MOVES.c.revision >= expected)
    moves = connection.execute(wanted.order_by(BOT_MOVES.c.revision)).all()
    advice = (
        "Nothing was overwritten, and your change was not saved."
        " Look at what is saved now, and apply again if you still want it."
    )
    if not moves or moves[0].revision != expected or len(moves) == 1:
        return f'"{bot.name}" is at revision {bot.revision}; your change was made from revision {expected}. {advice}'
    before, after = (version_of(_version(connection, bot, number), bot.name).parameters
                     for number in (moves[0].to_number, bot.head))  # fmt: skip
    since = [f"{AUTHORS[move.author]} {DONE[move.kind]} version {move.to_number}" for move in moves[1:]]
    earlier = f"{len(since) - 3} earlier changes, then " if len(since) > 3 else ""
    return f'"{bot.name}" was changed meanwhile: {earlier}{", ".join(since[-3:])} ({_told(before, after)}). {advice}'


def _told(before: BotParameters, after: BotParameters) -> str:
    """The differences as people read them: `window 15 -> 18, k_sigma 1.2 -> 1.5`."""
    found = [
        f"{name} {KNOBS[name].text(old)} -> {KNOBS[name].text(new)}"
        for name, (old, new) in differences(before, after).items()
    ]
    return ", ".join(found) or "the settings are the same as before"
