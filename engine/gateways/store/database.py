"""The door to the database: one engine per URL, short transactions, and errors that say what to do."""

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final, cast

from sqlalchemy import Connection, Engine, QueuePool, Table, create_engine, event, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from engine.core.errors import StoreError

BUSY_SECONDS: Final = 15.0
NOTHING_SAVED: Final = "What was saved before is untouched; the last change was not saved."
RESTORE: Final = (
    "Nothing was changed. Stop Toption, move this file and its -wal and -shm files away, put your latest backup"
    " in its place, and start again."
)
# Signs in the driver's words or its SQLSTATE -> what a person can do; the first that fits is used.
ADVICE: Final = (
    (("database is locked", "55p03"), f"somebody else was saving for too long. {NOTHING_SAVED} Try again in a moment."),
    (("disk is full", "53100"), f"the disk is full. {NOTHING_SAVED} Free some space and save again."),
    (("malformed", "not a database", "decode", "no such"), f"the file is damaged. {RESTORE}"),
    (("disk i/o error",), f"the disk refused to read or write. {NOTHING_SAVED} Check its space and health."),
    (("readonly database", "unable to open", "42501"), "no permission. Check who owns the file, or the role's rights."),
    (("append-only",), "histories can only grow: nothing in them is ever changed or deleted."),
    (("password", "28p01", "28000"), "the server refused the sign-in. Check name and password in DATABASE_URL."),
    (("does not exist", "3d000"), "the server does not have this database or table. Create it, or check DATABASE_URL."),
    (("53300", "queuepool limit"), f"too many connections at once. {NOTHING_SAVED} Try again in a moment."),
    (("connect", "57p01", "57p02", "57p03", "terminat", "server closed", "could not translate", "resolve"),
     "the server does not answer. Start it or check DATABASE_URL; then reload and see if the last change was saved."),
)  # fmt: skip


def engine_for(url: str, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """An engine for this URL; connects to nothing yet. A wait for another writer ends after `busy_seconds`."""
    parsed = parsed_url(url)
    if parsed.get_backend_name() == "postgresql":
        options = f"{parsed.query.get('options', '')} -c lock_timeout={int(busy_seconds * 1000)}"
        arguments = {"connect_timeout": 10, "options": options, "application_name": "toption"}
        return create_engine(parsed, pool_pre_ping=True, connect_args=arguments)
    arguments = {"timeout": busy_seconds, "check_same_thread": False}
    pool = {"pool_size": 1, "max_overflow": 0} if sqlite_path(parsed) is None else {"pool_size": 5, "max_overflow": 15}
    engine = create_engine(parsed, poolclass=QueuePool, connect_args=arguments, **pool)
    event.listen(engine, "connect", _prepare(busy_seconds))
    event.listen(engine, "begin", _begin)
    return engine


def parsed_url(url: str) -> URL:
    """The URL in the form SQLAlchemy wants; StoreError, without repeating a password, when it is none of ours."""
    allowed = "sqlite:///folder/file.db or postgresql+psycopg://user:password@host/database"
    try:
        parsed = make_url(url)
    except (SQLAlchemyError, ValueError):
        raise StoreError(f"DATABASE_URL must be {allowed}, and could not be read. Correct it.") from None
    if parsed.drivername in ("postgres", "postgresql", "postgresql+psycopg"):
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername not in ("sqlite", "sqlite+pysqlite") or (parsed.database or "").startswith("file:"):
        raise StoreError(f"DATABASE_URL must be {allowed}, was of kind {parsed.drivername!r}. Correct it.")
    return parsed


def sqlite_url(path: Path) -> str:
    """The URL of the SQLite file at a path, which may hold letters that mean something else in a URL."""
    return URL.create("sqlite", database=str(path)).render_as_string()


def sqlite_path(url: URL) -> Path | None:
    """Where the SQLite file lies; None for one in memory and for PostgreSQL."""
    name = url.database if url.get_backend_name() == "sqlite" else None
    return Path(name) if name and name != ":memory:" else None


def is_postgresql(bind: Connection | Engine) -> bool:
    """Whether this is PostgreSQL, else SQLite."""
    return bind.dialect.name == "postgresql"


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent view of the database for a few reads."""
    with explained(engine.url), engine.connect() as connection:
        if is_postgresql(engine):
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine, patience: float | None = None) -> Iterator[Connection]:
    """One transaction that may write: all of it is saved, or none. SQLite takes the write lock at once.

    With a `patience` (seconds) it waits no longer for another writer than that, instead of the engine's own time.
    """
    with explained(engine.url), engine.connect() as connection, _hurried(connection, patience):
        connection.execution_options(writes=True)
        with connection.begin():
            if patience is not None and is_postgresql(engine):
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(patience * 1000)}")
            yield connection


@contextmanager
def _hurried(connection: Connection, patience: float | None) -> Iterator[None]:
    """A SQLite connection that waits for less long; PostgreSQL is told within its transaction."""
    if patience is None or is_postgresql(connection):
        yield
        return
    raw = cast("sqlite3.Connection", connection.connection.driver_connection)
    usual = raw.execute("PRAGMA busy_timeout").fetchone()[0]
    raw.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
    try:
        yield
    finally:
        raw.execute(f"PRAGMA busy_timeout = {usual}")


def cut_log(engine: Engine) -> None:
    """Bring SQLite's log into the file and empty it, so that what was deleted stands on the disk no more."""
    if not is_postgresql(engine):
        with explained(engine.url), closing(engine.raw_connection()) as raw:
            driver = cast("sqlite3.Connection", raw.driver_connection)
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


@contextmanager
def explained(url: URL) -> Iterator[None]:
    """Turns every error of the database into a StoreError that says what to do and no password."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError, UnicodeDecodeError) as error:
        raise StoreError(f"The store {_shown(url)} failed: {_advice(error)}") from error


def sign(connection: Connection, owner: str) -> None:
    """Tell PostgreSQL whose transaction this is: a forgotten WHERE still meets the owner's rows only."""
    if is_postgresql(connection):
        connection.execute(text("SELECT set_config('toption.principal', :owner, true)"), {"owner": owner})


def put(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Insert a row, or replace the other columns of the one with the same primary key."""
    keys = [column.name for column in table.primary_key]
    insert = (postgresql if is_postgresql(connection) else sqlite).insert(table).values(**row)
    rest = {name: value for name, value in row.items() if name not in keys}
    connection.execute(insert.on_conflict_do_update(index_elements=keys, set_=rest))


def put_new(connection: Connection, table: Table, row: Mapping[str, Any], key: Sequence[str]) -> bool:
    """Insert a row and say whether it is new; one with the same key that is there already stays as it is."""
    insert = (postgresql if is_postgresql(connection) else sqlite).insert(table).values(**row)
    made = insert.on_conflict_do_nothing(index_elements=key).returning(*table.primary_key)
    return connection.execute(made).first() is not None


def _shown(url: URL) -> str:
    path = sqlite_path(url)
    return str(path) if path else f"{url.database or 'in memory'}" + (f" at {url.host}" if url.host else "")


def _advice(error: Exception) -> str:
    cause = getattr(error, "orig", None) or error
    words = f"{cause} {getattr(cause, 'sqlstate', None) or ''}".lower()
    for signs, advice in ADVICE:
        if any(sign in words for sign in signs):
            return advice
    if isinstance(error, OSError):
        return f"{error.strerror or type(error).__name__}. Check the folder, its owner and its space."
    return f"{type(cause).__name__}. {NOTHING_SAVED} Run `python -m engine doctor`."


def _begin(connection: Connection) -> None:
    # A deferred begin that reads and then writes fails "locked" at once, whatever the busy timeout.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare(busy_seconds: float) -> Callable[[sqlite3.Connection, object], None]:
    def prepare(raw: sqlite3.Connection, _: object) -> None:
        raw.isolation_level = None  # no hidden BEGIN by the driver: `_begin` says which one
        _into_wal(raw, time.monotonic() + busy_seconds)
        # FULL: an acknowledged save survives power loss. fullfsync is what macOS needs for the same.
        for pragma in (
            "synchronous=FULL",
            "fullfsync=ON",
            "foreign_keys=ON",
            "recursive_triggers=ON",
            "secure_delete=ON",
        ):
            raw.execute(f"PRAGMA {pragma}")

    return prepare


def _into_wal(raw: sqlite3.Connection, until: float) -> None:
    # SQLite does not honour the busy timeout while it changes the journal mode of a new file.
    while True:
        try:
            raw.execute("PRAGMA journal_mode=WAL").fetchall()
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.01)
