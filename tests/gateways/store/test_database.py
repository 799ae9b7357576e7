"""URLs, waiting for others, and errors that say what to do and tell no secret."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, Table, func, insert, select

from engine.core.errors import StoreError
from engine.gateways.store.database import engine_for, parsed_url, reading, sign, writing
from engine.gateways.store.desk import Principal
from engine.gateways.store.store import Store
from engine.gateways.store.tables import BOT_MOVES, BOT_VERSIONS, BOTS, SETTINGS

OTHERS = {"owner": "bob", "name": "Dip", "symbol": "BTC/USDT", "step": "1h", "head": 1, "revision": 1}


@pytest.mark.parametrize("kind", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_usual_spelling_of_a_postgresql_url_is_taken(kind: str) -> None:
    """Hosts hand out all three."""
    assert parsed_url(f"{kind}://ada@db.example/toption").drivername == "postgresql+psycopg"


@pytest.mark.parametrize(
    "url", ["mysql://u:hunter2@h/d", "postgresql://u:hunter2@h:port/d", "hunter2", "", "sqlite:///file:x?uri=true"]
)
def test_any_other_url_is_refused_without_repeating_its_password(url: str) -> None:
    """The message lands on screens and in logs."""
    with pytest.raises(StoreError, match="DATABASE_URL must be sqlite:///") as refused:
        Store.open(url)
    assert "hunter2" not in str(refused.value)


def test_a_server_that_does_not_answer_is_named_without_the_password() -> None:
    """The database is the first thing to be down; what to do must be clear."""
    with pytest.raises(StoreError, match=r"toption at 127\.0\.0\.1 failed: the server does not answer") as refused:
        Store.open("postgresql://ada:hunter2@127.0.0.1:1/toption")
    assert "hunter2" not in f"{refused.value}{refused.value.__cause__}"


def test_a_save_waits_for_another_writer_and_then_says_so(new_sqlite: Callable[[], str]) -> None:
    """A stuck writer must end in a sentence, not in a hanging page."""
    url = new_sqlite()
    Store.open(url).close()
    impatient = Store(engine_for(url, busy_seconds=0.05)).acting_as(Principal("ada"))
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as other:
        other.execute("BEGIN IMMEDIATE")
        assert impatient.bots() == ()  # reading goes on
        with pytest.raises(StoreError, match="somebody else was saving for too long"):
            impatient.set_setting("theme", "dark")
        other.rollback()
    impatient.set_setting("theme", "dark")
    assert impatient.setting("theme") == "dark"
    impatient._engine.dispose()


def test_saves_are_on_disk_before_they_are_acknowledged(new_sqlite: Callable[[], str]) -> None:
    """WAL without FULL lost 46 % of the saves in a simulated power cut."""
    engine = engine_for(new_sqlite().replace("/data/", "/"))
    with reading(engine) as connection:
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
    assert found == ["wal", 2]
    engine.dispose()


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    """A path under a file is a typing mistake, not a crash."""
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(StoreError, match="Check the folder"):
        Store.open(f"sqlite:///{tmp_path}/taken/toption.db")


def test_a_store_in_memory_is_the_same_store() -> None:
    """Short trials need no file."""
    store = Store.open("sqlite://")
    store.acting_as(Principal("ada")).set_setting("theme", "dark")
    assert store.acting_as(Principal("ada")).setting("theme") == "dark"
    assert store.check() == []
    store.close()


def test_row_level_security_shows_a_forgotten_filter_nothing(new_postgresql: Callable[[], str]) -> None:
    """The second wall: even a query without its WHERE sees the signed owner's rows only, and none unsigned."""
    url = new_postgresql()
    store = Store.open(url)
    engine = engine_for(url)
    for owner, bots in (("ada", 2), ("bob", 1)):
        with writing(engine) as connection:
            sign(connection, owner)
            for number in range(bots):
                connection.execute(insert(BOTS).values(**OTHERS | {"owner": owner, "symbol": f"M{number}"}))
    seen = {owner: count(engine, owner) for owner in ("ada", "bob", "eve", "")}
    assert seen == {"ada": 2, "bob": 1, "eve": 0, "": 0}
    store.close()
    engine.dispose()


def count(engine: Engine, owner: str) -> int:
    """How many bots a query without a filter sees, signed by this owner."""
    with reading(engine) as connection:
        sign(connection, owner)
        return int(connection.execute(select(func.count()).select_from(BOTS)).scalar_one())


def plant(engine: Engine, table: Table, row: dict[str, object]) -> None:
    """Insert a row while signed as Ada."""
    with writing(engine) as connection:
        sign(connection, "ada")
        connection.execute(insert(table).values(**row))


def test_row_level_security_refuses_rows_in_anothers_name(new_postgresql: Callable[[], str]) -> None:
    """Nobody can plant a bot, a version or a preference on another desk."""
    url = new_postgresql()
    store = Store.open(url)
    engine = engine_for(url)
    planted = [
        (BOTS, OTHERS),
        (SETTINGS, {"owner": "bob", "key": "theme", "value": "dark"}),
        (BOT_VERSIONS, {"bot_id": 1, "number": 9, "parameters": "", "author": "you", "reason": "", "at_ms": 0}),
        (BOT_MOVES, {"bot_id": 1, "revision": 9, "kind": "undo", "to_number": 1, "author": "you", "at_ms": 0}),
    ]
    for table, row in planted:
        with pytest.raises(StoreError, match="no permission"):
            plant(engine, table, row)
    store.close()
    engine.dispose()
