"""Damaged files are refused and kept as they are; checks find what is wrong; backups are whole."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Thread

import numpy as np
import pytest

from engine.bots.parameters import BotParameters
from engine.core.errors import StoreError
from engine.gateways.store.bots import Bot, Change, NewBot
from engine.gateways.store.desk import Desk, Principal
from engine.gateways.store.store import Store

ADA = Principal("ada")
Spoil = Callable[[bytes], bytes]


@pytest.fixture
def file(new_sqlite: Callable[[], str]) -> Path:
    """A closed SQLite store with forty versions in it."""
    url = new_sqlite()
    store = Store.open(url)
    save(store.acting_as(ADA), 40)
    store.close()
    return Path(url.removeprefix("sqlite:///"))


def save(desk: Desk, count: int) -> Bot:
    """A bot with this many versions."""
    bot = desk.create_bot(NewBot("Dip", "BTC/USDT", "1h", BotParameters(), ""), at_ms=1)
    for number in range(1, count):
        bot = desk.apply(bot.id, Change(BotParameters(window=5 + number % 26), "you", ""), bot.revision, at_ms=number)
    return bot


def open_file(path: Path) -> Store:
    """The store in this file."""
    return Store.open(f"sqlite:///{path}")


def test_a_store_opened_twice_in_a_process_keeps_its_log_when_others_close_theirs(file: Path) -> None:
    """Whatever is saved after it must be on the disk: the server opens its own store again before every fit."""
    with closing(open_file(file)) as first:
        save(first.acting_as(ADA), 3)
        open_file(file).close()
        close = f"from engine.gateways.store.store import Store; Store.open('sqlite:///{file}').close()"
        subprocess.run([sys.executable, "-c", close], check=True)
        bot = first.acting_as(ADA).create_bot(NewBot("Late", "ETH/USDT", "1h", BotParameters(), ""), at_ms=9)
        assert file.with_name(file.name + "-wal").exists()
        with closing(sqlite3.connect(file)) as another:
            assert another.execute("SELECT name FROM bots WHERE id = ?", (bot.id,)).fetchone() == ("Late",)


@pytest.mark.parametrize(("spoil", "said"), [
    (lambda data: data[: len(data) // 2], "is damaged"),
    (lambda data: data[: len(data) - 700], "is damaged"),
    (lambda data: data[:8192] + b"\xff" * 4096 + data[12288:], "is damaged"),
    (lambda data: data[:100] + b"\0" * 3996 + data[4096:], "is damaged"),
    (lambda data: data[:9], "is not a database of Toption"),
    (lambda _: b"time,open,high,low,close\n" * 400, "is not a database of Toption"),
], ids=["half", "last page cut", "a page of noise", "first page wiped", "nine bytes", "a candle file"])  # fmt: skip
def test_a_spoiled_file_is_refused_and_keeps_every_byte(file: Path, spoil: Spoil, said: str) -> None:
    """The spoiled file may be the only copy: a rescue needs it as it is."""
    spoiled = spoil(file.read_bytes())
    file.write_bytes(spoiled)
    with pytest.raises(StoreError, match=said) as refused:
        open_file(file)
    assert "backup" in str(refused.value)
    assert file.read_bytes() == spoiled


@pytest.mark.parametrize("seed", range(40))
def test_bytes_flipped_anywhere_are_named_in_one_line_or_harm_nothing(file: Path, seed: int) -> None:
    """A bad disk flips what it likes: the doctor says one thing to do, and never falls over itself."""
    chance = np.random.default_rng(seed)
    data = bytearray(file.read_bytes())
    at = int(chance.integers(100, len(data) - 16))
    data[at : at + 16] = bytes(np.frombuffer(data[at : at + 16], np.uint8) ^ chance.integers(1, 256, 16, np.uint8))
    file.write_bytes(data)
    try:
        store = open_file(file)
    except StoreError as refused:
        found = [str(refused)]
    else:
        found = store.check()
        store.close()
    assert not [line for line in found if "\n" in line or "Error" in line]


def spoil_text(file: Path, spoil: str) -> None:
    """Put bytes that are no text into every row of a column, past every wall."""
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("PRAGMA ignore_check_constraints=ON")
        for table in ("bot_versions", "bot_moves"):
            raw.execute(f"DROP TRIGGER {table}_no_update")
        raw.execute(spoil)


@pytest.mark.parametrize("spoil", [
    "UPDATE bot_versions SET reason = CAST(x'41ff42' AS TEXT)", "UPDATE bots SET name = CAST(x'41ff42' AS TEXT)",
    "UPDATE bots SET owner = CAST(x'41ff42' AS TEXT)",
])  # fmt: skip
def test_text_that_is_none_any_more_is_said_to_be_damage(file: Path, spoil: str) -> None:
    """SQLite's own check does not look into values; "OperationalError" would tell nobody to fetch the backup."""
    spoil_text(file, spoil)
    store = open_file(file)
    (said,) = store.check()
    assert "the file is damaged. Nothing was changed." in said
    assert "latest backup" in said
    store.close()


def test_damage_in_many_places_is_one_line(file: Path) -> None:
    """Twenty lines about rows would hide the one thing to do."""
    spoil_text(file, "UPDATE bot_moves SET kind = 'walked'")
    store = open_file(file)
    (said,) = store.check()
    assert said.startswith(f"The file {file} is damaged (CHECK constraint failed in bot_moves, and 19 more). Nothing")
    assert "latest backup" in said
    store.close()


def test_a_spoiled_file_keeps_its_log_too(file: Path, tmp_path: Path) -> None:
    """SQLite would write the log into the spoiled file and delete it, on nothing but closing it."""
    store = open_file(file)
    store.acting_as(ADA).set_setting("theme", "dark")
    before = {}
    for end in ("", "-wal"):
        data = Path(f"{file}{end}").read_bytes()
        before[tmp_path / f"copy.db{end}"] = data if end else data[:8192] + b"\xff" * 4096 + data[12288:]
    store.close()
    for path, data in before.items():
        path.write_bytes(data)
    with pytest.raises(StoreError, match="is damaged"):
        open_file(tmp_path / "copy.db")
    assert {path: path.read_bytes() for path in before} == before


def test_a_file_cut_to_nothing_is_refused_while_its_log_holds_saves(file: Path) -> None:
    """SQLite would delete the log and start afresh."""
    log = file.with_name(file.name + "-wal")
    log.write_bytes(b"saved changes")
    file.write_bytes(b"")
    with pytest.raises(StoreError, match="still holds saved changes"):
        open_file(file)
    assert log.read_bytes() == b"saved changes"


def test_a_save_that_a_kill_cut_in_half_is_taken_back(file: Path, tmp_path: Path) -> None:
    """A killed first start leaves a rollback journal; reading the file needs to write it back first."""
    copy = tmp_path / "copy.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=DELETE")
        raw.execute("PRAGMA cache_size=1")  # so that half a save is already in the file
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("CREATE TABLE half AS SELECT * FROM bot_versions")
        for end in ("", "-journal"):
            shutil.copy(f"{file}{end}", f"{copy}{end}")
        raw.execute("ROLLBACK")
    store = open_file(copy)
    assert store.check() == []
    assert store.acting_as(ADA).bots()[0].head.number == 40
    store.close()


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    """A wrong path in DATABASE_URL must not put our tables into somebody's file."""
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE photos (id INTEGER)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        open_file(path)
    assert path.read_bytes() == before


def test_a_folder_is_not_a_database(tmp_path: Path) -> None:
    """The commonest typing mistake gets the cure."""
    with pytest.raises(StoreError, match="is a folder"):
        open_file(tmp_path)


def test_a_backup_taken_while_people_save_is_a_whole_prefix(file: Path, tmp_path: Path) -> None:
    """A copy of the file alone would miss the log or catch half a save."""
    store = open_file(file)
    writer = Thread(target=save, args=(store.acting_as(ADA), 120))
    writer.start()
    for number in range(4):
        store.backup(tmp_path / f"{number}.db")
    writer.join()
    store.close()
    for number in range(4):
        copy = open_file(tmp_path / f"{number}.db")
        assert copy.check() == []
        for bot in copy.acting_as(ADA).bots():
            assert [version.number for version in copy.acting_as(ADA).versions(bot.id)] == list(
                range(bot.revision, 0, -1)
            )
        copy.close()


def test_a_backup_replaces_an_older_one_and_leaves_no_scraps(file: Path, tmp_path: Path) -> None:
    """Nightly backups go to the same name."""
    store = open_file(file)
    folder = tmp_path / "backups"
    folder.mkdir()
    store.backup(folder / "toption.db")
    store.acting_as(ADA).set_setting("theme", "dark")
    store.backup(folder / "toption.db")
    assert [path.name for path in folder.iterdir()] == ["toption.db"]
    copy = open_file(folder / "toption.db")
    assert copy.acting_as(ADA).setting("theme") == "dark"
    copy.close()
    store.close()


def test_the_store_is_not_its_own_backup(file: Path) -> None:
    """Replacing the open file would lose whatever is saved next."""
    store = open_file(file)
    with pytest.raises(StoreError, match="is the store itself"):
        store.backup(file)
    with pytest.raises(StoreError, match="failed"):
        store.backup(file.parent / "missing" / "copy.db")
    assert store.check() == []
    store.close()


def test_postgresql_is_backed_up_by_its_own_tool(new_postgresql: Callable[[], str], tmp_path: Path) -> None:
    """pg_dump knows what a plain copy does not."""
    store = Store.open(new_postgresql())
    with pytest.raises(StoreError, match="pg_dump"):
        store.backup(tmp_path / "copy.db")
    store.close()


def test_the_check_names_a_head_that_its_moves_do_not_give(file: Path) -> None:
    """A cache that lies would show a trader the wrong settings."""
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("UPDATE bots SET head = 7")
    store = open_file(file)
    assert store.check() == ["Bot 1 stands at version 7, revision 40; its moves say version 40, revision 40."]
    store.close()


@pytest.mark.parametrize(("bot_id", "said"), [
    (1, 'version 41 of "Dip" (bot 1) cannot be read: its settings are not JSON. Restore another version or a backup.'),
    (9, "Row 41 of bot_versions belongs to a row of bots that is gone."),
])  # fmt: skip
def test_the_check_names_what_a_page_would_stumble_over(file: Path, bot_id: int, said: str) -> None:
    """`doctor` finds it before a trader does."""
    with closing(sqlite3.connect(file)) as raw, raw:
        row = (bot_id, 41, "{}", "you", "", 0)
        raw.execute("INSERT INTO bot_versions VALUES (?, ?, NULL, ?, ?, ?, ?)", row)
    store = open_file(file)
    assert said in store.check()
    store.close()
