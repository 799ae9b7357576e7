"""Databases older and newer than the code, and tables that are what the code believes they are."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from engine.core.errors import StoreError
from engine.gateways.store.bots import Bot
from engine.gateways.store.database import engine_for, reading, writing
from engine.gateways.store.desk import Desk
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


def test_opening_again_changes_nothing(url: str, desk: Desk, bot: Bot) -> None:
    """Every start migrates; a start must cost nothing."""
    again = Store.open(url)
    assert again.check() == []
    assert desk.bots() == (bot,)
    again.close()
