"""A database in which first visits at once left several bots on one market: they become one, and nothing is lost."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, text

from engine.bots.parameters import BotParameters
from engine.core.errors import StoreError
from engine.gateways.store.bots import Change
from engine.gateways.store.database import engine_for, put, reading, sign, sqlite_path, writing
from engine.gateways.store.desk import Desk, Principal
from engine.gateways.store.migrations.upgrade import migrate
from engine.gateways.store.parameters import to_text
from engine.gateways.store.store import Store
from engine.gateways.store.tables import SETTINGS

Windows = tuple[int, ...]
VERSION = text("INSERT INTO bot_versions VALUES (:bot, :number, :parent, :parameters, 'you', :reason, :number)")
MOVE = text("INSERT INTO bot_moves VALUES (:bot, :revision, :kind, :start, :end, 'you', :revision)")


class Old:
    """A database of the first schema, filled as the first Toption filled it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = engine_for(url)
        if (file := sqlite_path(self.engine.url)) is not None:
            file.parent.mkdir(exist_ok=True)
        migrate(self.engine, "0001")

    def bot(self, owner: str, symbol: str, windows: Windows, *, undone: int = 0) -> None:
        """A bot that was saved with these windows one after the other, the last few of them undone."""
        with writing(self.engine) as connection:
            sign(connection, owner)
            values = {"owner": owner, "name": "Dip", "symbol": symbol, "head": len(windows) - undone}
            made = "INSERT INTO bots (owner, name, symbol, step, head, revision) VALUES"
            wanted = text(f"{made} (:owner, :name, :symbol, '1h', :head, :revision) RETURNING id")
            bot = connection.execute(wanted, {**values, "revision": len(windows) + undone}).scalar_one()
            for number, window in enumerate(windows, 1):
                parent, reason = number - 1 or None, "Default settings" if number == 1 else f"window {window}"
                version = {"bot": bot, "number": number, "parent": parent, "reason": reason}
                connection.execute(VERSION, {**version, "parameters": to_text(BotParameters(window=window))})
                move(connection, bot, (number, "create" if number == 1 else "apply", parent, number))
            for back in range(undone):
                head = len(windows) - back
                move(connection, bot, (len(windows) + back + 1, "undo", head, head - 1))

    def label(self, owner: str, bot: int, value: str) -> None:
        """The labels that the owner gave to this bot's versions."""
        with writing(self.engine) as connection:
            sign(connection, owner)
            put(connection, SETTINGS, {"owner": owner, "key": f"labels:{bot}", "value": value})

    def do(self, statement: str) -> None:
        """Something that Toption itself never says, signed as Ada."""
        with writing(self.engine) as connection:
            sign(connection, "ada")
            connection.execute(text(statement))

    def opened(self) -> Store:
        """The same database, brought up to date."""
        self.engine.dispose()
        return Store.open(self.url)


def move(connection: Connection, bot: int, row: tuple[int, str, int | None, int]) -> None:
    """One move of a bot's head: its revision, kind, from, to."""
    revision, kind, start, end = row
    connection.execute(MOVE, {"bot": bot, "revision": revision, "kind": kind, "start": start, "end": end})


@pytest.fixture
def old(url: str) -> Iterator[Old]:
    made = Old(url)
    yield made
    made.engine.dispose()


def windows(desk: Desk, bot: int) -> list[tuple[int, int | None, int]]:
    return [(each.number, each.parent, each.parameters.window) for each in reversed(desk.versions(bot))]


def test_an_untouched_copy_leaves_no_trace(old: Old) -> None:
    """What two first visits at once left nearly always: the same defaults a second time."""
    old.bot("ada", "BTC", (15, 20))
    old.bot("ada", "BTC", (15,))
    store = old.opened()
    desk = store.acting_as(Principal("ada"))
    (bot,) = desk.bots()
    assert (bot.id, bot.revision, windows(desk, bot.id)) == (1, 2, [(1, None, 15), (2, 1, 20)])
    assert store.check() == []
    store.close()


def test_work_on_a_copy_joins_the_history_and_the_bot_stands_as_before(old: Old) -> None:
    """Every version of both can still be reached, by undo and from the list."""
    old.bot("ada", "BTC", (15, 20))
    old.bot("ada", "BTC", (15, 25, 30), undone=1)
    store = old.opened()
    desk = store.acting_as(Principal("ada"))
    (bot,) = desk.bots()
    assert windows(desk, 1) == [(1, None, 15), (2, 1, 20), (3, 2, 15), (4, 3, 25), (5, 4, 30), (6, 4, 20)]
    assert (bot.head.number, bot.head.parameters.window, bot.head.author, bot.redo_to) == (6, 20, "start", None)
    assert bot.head.reason == "As before: two bots on this market became one"
    assert store.check() == []
    walked = bot
    while walked.undo_to is not None:
        walked = desk.undo(1, walked.revision, at_ms=100)
    assert walked.head.number == 1
    store.close()


def test_three_copies_each_with_work_become_one(old: Old) -> None:
    """Nothing says that there were only two windows open."""
    for last in (20, 25, 30):
        old.bot("ada", "BTC", (15, last))
    store = old.opened()
    desk = store.acting_as(Principal("ada"))
    assert {window for _, _, window in windows(desk, 1)} == {15, 20, 25, 30}
    assert desk.bots()[0].head.parameters.window == 20
    assert store.check() == []
    store.close()


def test_other_markets_and_other_people_keep_their_bots(old: Old) -> None:
    """The key is owner, symbol and step together."""
    for owner, symbol in (("ada", "BTC"), ("bob", "BTC"), ("ada", "ETH")):
        old.bot(owner, symbol, (15, 20))
    store = old.opened()
    assert [bot.symbol for bot in store.acting_as(Principal("ada")).bots()] == ["BTC", "ETH"]
    assert windows(store.acting_as(Principal("bob")), 2) == [(1, None, 15), (2, 1, 20)]
    store.close()


def test_labels_follow_their_versions(old: Old) -> None:
    """A label names one version; after the move it must not name another."""
    old.bot("ada", "BTC", (15, 20))
    old.bot("ada", "BTC", (15, 25))
    old.label("ada", 1, '{"2": "mine"}')
    old.label("ada", 2, '{"2": "its"}')
    store = old.opened()
    desk = store.acting_as(Principal("ada"))
    assert desk.setting("labels:1") == '{"2": "mine", "4": "its"}'
    assert desk.setting("labels:2", "none") == "none"
    store.close()


def test_the_first_settings_are_no_longer_said_to_be_the_traders(old: Old) -> None:
    """Nobody chose them; what a person saved stays theirs."""
    old.bot("ada", "BTC", (15, 20))
    store = old.opened()
    desk = store.acting_as(Principal("ada"))
    assert [each.by for each in desk.versions(1)] == ["you", "Toption"]
    store.close()


def test_histories_are_closed_again_and_the_key_holds(old: Old) -> None:
    """The walls were down for the move only."""
    old.bot("ada", "BTC", (15, 20))
    old.bot("ada", "BTC", (15, 25))
    store = old.opened()
    for statement in ("UPDATE bot_versions SET reason = ''", "DELETE FROM bot_moves"):
        with pytest.raises(StoreError, match="histories can only grow"):
            old.do(statement)
    with reading(old.engine) as connection:
        sign(connection, "ada")
        assert connection.execute(text("SELECT count(*) FROM bots")).scalar() == 1
    again = store.acting_as(Principal("ada"))
    kept = again.apply(1, Change(BotParameters(window=9), "claude", ""), again.bot(1).revision, at_ms=100)
    assert kept.head.number == 6
    store.close()
