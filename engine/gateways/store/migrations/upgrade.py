"""Brings a database to today's tables: one transaction under a lock, so a crash leaves the old or the new ones."""

from pathlib import Path
from threading import Lock
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from engine.core.errors import StoreError
from engine.gateways.store.database import is_postgresql, reading, writing
from engine.gateways.store.tables import VERSION_TABLE

ADVISORY_KEY: Final = 7_208_144_310  # any constant that other programs on the same server do not use
ONE_AT_A_TIME: Final = Lock()  # alembic keeps its running context in module globals


def migrate(engine: Engine, until: str = "head") -> None:
    """Today's tables in this database, or those of an older step; StoreError when it was made by a newer Toption."""
    config = _config()
    steps = ScriptDirectory.from_config(config)
    with reading(engine) as connection:
        if _is_current(connection, steps):
            return
    with ONE_AT_A_TIME, writing(engine) as connection:  # SQLite: BEGIN IMMEDIATE is the lock
        if is_postgresql(connection):
            connection.execute(text("SET LOCAL lock_timeout = '5min'"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_KEY})
        if not _is_current(connection, steps):
            config.attributes["connection"] = connection
            command.upgrade(config, until)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _is_current(connection: Connection, steps: ScriptDirectory) -> bool:
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    found = context.get_current_revision()
    known = {step.revision for step in steps.walk_revisions()}
    if found is not None and found not in known:
        raise StoreError(
            f"this database was made by a newer Toption: its schema is {found}, this one knows up to"
            f" {steps.get_current_head()}. Nothing was changed. Update Toption, or give another DATABASE_URL."
        )
    return found == steps.get_current_head()
