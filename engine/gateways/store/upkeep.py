"""Upkeep of a store: refuse a damaged file before it is opened, find what is wrong inside, copy it while in use."""

import os
import sqlite3
from contextlib import closing
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Final, cast

from sqlalchemy import Connection, Engine, func, select, text

from engine.core.errors import StoreError
from engine.gateways.store.bots import redo_of, version_of
from engine.gateways.store.database import BUSY_SECONDS, RESTORE, explained, is_postgresql, reading, sqlite_path
from engine.gateways.store.moves import State, fold
from engine.gateways.store.tables import BOT_MOVES, BOT_VERSIONS, BOTS, ERASURES, VERSION_TABLE

NO_DATABASE: Final = "file is not a database"


def refuse_unusable(path: Path) -> None:
    """StoreError, with the file left as it is, when it is damaged, cut short or another program's.

    Only SQLite may open the file. To close any other handle of it takes away all locks that this process has on it
    (https://sqlite.org/howtocorrupt.html, 2.2): the next process to close the store then takes itself for the last,
    removes the log under those who still write to it, and all that they save from then on is lost.
    """
    if path.is_dir():
        raise StoreError(f"{path} is a folder. Give the name of a file inside it, such as {path / 'toption.db'}.")
    log = path.with_name(path.name + "-wal")
    # The log first: while others create the store, the file gets its first page before the log its first byte.
    if _size(log) and not _size(path):
        raise StoreError(f"{path} is empty or gone, but its log {log.name} still holds saved changes. {RESTORE}")
    if _size(path):
        _look_inside(path)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:  # not there, or just removed by whoever closed the store last
        return 0


def _look_inside(path: Path) -> None:
    try:
        # Read-only, so that a damaged file keeps every byte for a rescue.
        names, found = _tables_and_damage(path, "ro")
    except sqlite3.OperationalError as error:
        if "readonly" not in str(error):
            raise  # locked or no permission: not damage
        # A process was killed in the middle of a save: SQLite must be able to write to take that save back.
        names, found = _tables_and_damage(path, "rw")
    if found[:1] == [NO_DATABASE]:
        raise StoreError(
            f"{path} is not a database of Toption. It was left as it is: set DATABASE_URL to another file,"
            " or put a backup in its place."
        )
    if found:
        raise StoreError(f"{path} is damaged ({found[0].splitlines()[0]}). {RESTORE}")
    if names and VERSION_TABLE not in names:
        raise StoreError(
            f"{path} is the database of another program. It was left as it is: set DATABASE_URL to another file."
        )


def _tables_and_damage(path: Path, mode: str) -> tuple[set[str], list[str]]:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=BUSY_SECONDS)) as raw:
        try:
            names = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            return names, [text for (text,) in raw.execute("PRAGMA quick_check(1)") if text != "ok"]
        except sqlite3.OperationalError:
            raise
        except (
            sqlite3.DatabaseError,
            UnicodeDecodeError,
        ) as error:  # the latter: the error itself quotes spoiled bytes
            return set(), [str(error)]


def problems(engine: Engine) -> list[str]:
    """Every problem found, one sentence each; a store that cannot be read is one problem."""
    try:
        with reading(engine) as connection:
            if is_postgresql(connection):
                connection.execute(text("SELECT set_config('toption.audit', 'on', true)"))
                return _history(connection)
            return _pages(connection) or _history(connection)
    except StoreError as error:
        return [str(error)]


def _pages(connection: Connection) -> list[str]:
    damage = [str(found) for (found,) in connection.exec_driver_sql("PRAGMA integrity_check(20)") if found != "ok"]
    if damage:
        where, first = sqlite_path(connection.engine.url) or "in memory", damage[0].splitlines()[0]
        more = f", and {len(damage) - 1} more" if len(damage) > 1 else ""
        return [f"The file {where} is damaged ({first}{more}). {RESTORE}"]
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [f"Row {found[1]} of {found[0]} belongs to a row of {found[2]} that is gone." for found in orphans]


def _history(connection: Connection) -> list[str]:
    moves = connection.execute(select(BOT_MOVES).order_by(BOT_MOVES.c.bot_id, BOT_MOVES.c.revision))
    moved = {bot_id: list(rows) for bot_id, rows in groupby(moves, attrgetter("bot_id"))}
    half = connection.execute(select(func.count()).select_from(ERASURES)).scalar_one()
    found = [f"The profiles of {half} traders are half erased. Erase them again on their own pages."] if half else []
    for bot in connection.execute(select(BOTS).order_by(BOTS.c.id)).all():
        try:
            state = fold((move.kind, move.from_number, move.to_number) for move in moved.get(bot.id, []))
            parents = _parents(connection, bot.id, bot.name, found)
            redo = redo_of(bot.head, {number: parent for number, parent in parents.items() if number > bot.head})
            if (state.head, state.revision, state.redo[:1]) != (bot.head, bot.revision, (redo,) if redo else ()):
                found.append(
                    f"Bot {bot.id} stands at version {bot.head}, revision {bot.revision}; its moves say {_told(state)}."
                )
        except StoreError as error:
            found.append(f"Bot {bot.id}: {error}.")
    return found


def _parents(connection: Connection, bot_id: int, name: str, found: list[str]) -> dict[int, int | None]:
    parents = {}
    for row in connection.execute(select(BOT_VERSIONS).where(BOT_VERSIONS.c.bot_id == bot_id)):
        parents[row.number] = row.parent
        try:
            version_of(row, name)
        except StoreError as error:
            found.append(str(error))
    return parents


def _told(state: State) -> str:
    return f"version {state.head}, revision {state.revision}"


def back_up(engine: Engine, path: Path) -> None:
    """A consistent copy of a SQLite store at `path`; an older copy there is replaced in one step."""
    if is_postgresql(engine):
        raise StoreError(
            "a PostgreSQL store is backed up with pg_dump. Run it as a role that sees every row, such as postgres:"
            f" pg_dump --format=custom --file={path} {engine.url.database}"
        )
    own = sqlite_path(engine.url)
    if own is not None and path.resolve() in {own.resolve().with_name(own.name + end) for end in ("", "-wal", "-shm")}:
        raise StoreError(f"{path} is the store itself. Give the backup another name.")
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    with explained(engine.url):
        try:
            _copy(engine, unfinished)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)


def _copy(engine: Engine, path: Path) -> None:
    with closing(engine.raw_connection()) as source, closing(sqlite3.connect(path)) as copy:
        cast("sqlite3.Connection", source.driver_connection).backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, with no log beside it
        found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise StoreError(f"the copy is damaged ({found}). The older backup was kept. Run `python -m engine doctor`.")
    with path.open("rb+") as file:
        os.fsync(file.fileno())
