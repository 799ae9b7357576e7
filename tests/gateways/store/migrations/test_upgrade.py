"""Databases older and newer than the code, and tables that are what the code believes they are."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Timer

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from engine.core.errors import StoreError
from engine.gateways.store.bots import Bot
from engine.gateways.store.database import engine_for, reading, writing
from engine.gateways.store.desk import Desk
from engine.gateways.store.migrations.upgrade import ADVISORY_KEY
from engine.gateways.store.store import Store
from engine.gateways.store.tables import METADATA, VERSION_TABLE


def test_the_migrations_make_exactly_the_tables_the_code_uses(url: str, store: Store) -> None:
    """A column added in one place only would fail on somebody's old database."""
    engine = engine_for(url)
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE, "compare_type": True})
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_a_database_newer_than_the_code_is_refused_and_left_alone(url: str, desk: Desk, bot: Bot) -> None:
    """Old code on new tables would quietly drop what it does not know."""
    engine = engine_for(url)
    with writing(engine) as connection:
        connection.execute(text("UPDATE schema_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"made by a newer Toption: its schema is 9999.*Update Toption"):
        Store.open(url)
    with reading(engine) as connection:
        assert connection.execute(text("SELECT version_num FROM schema_version")).scalar() == "9999"
    engine.dispose()
    assert desk.bot(bot.id) == bot


def test_a_second_start_waits_while_the_first_migrates(new_postgresql: Callable[[], str]) -> None:
    """Without the advisory lock 10 of 32 starts at once crashed on each other's tables."""
    url = new_postgresql()
    engine = engine_for(url)
    waiting = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
    with ThreadPoolExecutor(1) as pool:
        with writing(engine) as first:
            first.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_KEY})
            second = pool.submit(Store.open, url)
            while not second.done() and not first.execute(waiting).scalar():
                pass
            assert not second.done()
        assert second.result().check() == []
    second.result().close()
    engine.dispose()


def test_a_start_waits_for_a_writer_on_a_new_file(new_sqlite: Callable[[], str]) -> None:
    """SQLite refuses at once, whatever the busy timeout, to change the journal of a file in use."""
    path = Path(new_sqlite().removeprefix("sqlite:///"))
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        release = Timer(0.1, other.execute, ["ROLLBACK"])
        release.start()
        store = Store.open(f"sqlite:///{path}")
        release.join()
    assert store.check() == []
    store.close()


def test_opening_again_changes_nothing(url: str, desk: Desk, bot: Bot) -> None:
    """Every start migrates; a start must cost nothing."""
    again = Store.open(url)
    assert again.check() == []
    assert desk.bots() == (bot,)
    again.close()
