"""Killed in the middle, eight at once, disk full: what was acknowledged stays, and nothing is half there."""

from collections.abc import Callable
from multiprocessing.connection import Connection

import pytest
from sqlalchemy import event

from engine.bots.parameters import BotParameters
from engine.core.errors import StoreError
from engine.gateways.store.bots import Bot, Change, NewBot
from engine.gateways.store.database import engine_for
from engine.gateways.store.desk import Desk
from engine.gateways.store.store import Store
from tests.gateways.store.crew import (
    ADA,
    PROCESSES,
    a_run,
    crowd,
    keep_runs_for_ever,
    look_when_told,
    open_when_told,
    write_for_ever,
)

Acknowledged = tuple[int, int, int, int]


def killed_writer(url: str, after: int, write: Callable[..., None] = write_for_ever) -> list[Acknowledged]:
    """What a writer acknowledged until kill -9 hit it, some saves in."""
    mine, theirs = PROCESSES.Pipe(duplex=False)
    writer = PROCESSES.Process(target=write, args=(url, theirs))
    writer.start()
    theirs.close()
    said = [mine.recv() for _ in range(after)]
    writer.kill()
    said += until_silence(mine)
    writer.join()
    return said


def until_silence(pipe: Connection) -> list[Acknowledged]:
    """Everything that was still said before the other end died."""
    said = []
    try:
        while True:
            said.append(pipe.recv())
    except (EOFError, OSError):
        return said


def assert_all_kept(store: Store, said: list[Acknowledged]) -> None:
    """Every acknowledged version is there, at most the one under way is more, and everything adds up."""
    desk = store.acting_as(ADA)
    bot_id, revision, number, _ = said[-1]
    kept = {version.number: version.parameters.window for version in desk.versions(bot_id)}
    assert {number: window for _, _, number, window in said}.items() <= kept.items()
    assert desk.bot(bot_id).revision - revision in (0, 1)
    assert len(kept) - number in (0, 1)


@pytest.mark.parametrize(
    ("kind", "kills"),
    [
        ("sqlite", 8),
        ("postgresql", 3),
        pytest.param("sqlite", 150, marks=pytest.mark.soak),
        pytest.param("postgresql", 60, marks=pytest.mark.soak),
    ],
)
def test_kill_9_loses_no_acknowledged_save(request: pytest.FixtureRequest, kind: str, kills: int) -> None:
    """A trader who saw "saved" must find it, whatever happened to the machine's processes since."""
    url = request.getfixturevalue(f"new_{kind}")()
    said = [killed_writer(url, after=1 + 5 * (kill % 12)) for kill in range(kills)]
    store = Store.open(url)
    for one in said:
        assert_all_kept(store, one)
    assert store.check() == []
    store.close()


@pytest.mark.parametrize(
    ("kind", "kills"),
    [
        ("sqlite", 4),
        ("postgresql", 2),
        pytest.param("sqlite", 100, marks=pytest.mark.soak),
        pytest.param("postgresql", 40, marks=pytest.mark.soak),
    ],
)
def test_kill_9_leaves_every_kept_run_whole(request: pytest.FixtureRequest, kind: str, kills: int) -> None:
    """A run in the list without its result, or half of one, could never be opened."""
    url = request.getfixturevalue(f"new_{kind}")()
    between: set[int] = set()  # kept, and its writer killed before it could forget it
    for kill in range(kills):
        last = killed_writer(url, 2 + kill % 7, keep_runs_for_ever)[-1][0]
        store = Store.open(url)
        desk = store.acting_as(ADA)
        known = {run.at_ms for run in desk.runs(100_000)}
        assert known >= {number for number in range(1, last + 1) if number % 3}
        between.add(last + 1)
        assert {number for number in known if number % 3 == 0} <= between
        assert all(desk.run(a_run(number).key)[1] == a_run(number).result for number in sorted(known)[-9:])
        assert desk.configurations_tried("SIM-BTC", "1h") in (676 * last, 676 * (last + 1))
        assert store.check() == []
        store.close()


@pytest.mark.parametrize(("kind", "waits"), [("sqlite", (0, 2, 4, 6, 8, 10)), ("postgresql", (5, 40, 90))])
def test_a_crash_while_the_tables_are_made_leaves_none_or_all(
    request: pytest.FixtureRequest, kind: str, waits: tuple[int, ...]
) -> None:
    """A half-made database would refuse every later start."""
    make: Callable[[], str] = request.getfixturevalue(f"new_{kind}")
    for wait in waits:
        url = make()
        mine, theirs = PROCESSES.Pipe()
        opener = PROCESSES.Process(target=open_when_told, args=(url, theirs))
        opener.start()
        theirs.close()
        assert mine.recv() == "ready"
        mine.send("go")
        mine.poll(wait / 1000)
        opener.kill()
        opener.join()
        store = Store.open(url)
        assert store.acting_as(ADA).create_bot(NewBot("Dip", "BTC/USDT", "1h", BotParameters(), ""), at_ms=1).id == 1
        assert store.check() == []
        store.close()


def test_eight_processes_start_at_once_and_lose_no_save(url: str) -> None:
    """Replicas that start together must not crash on each other, nor overwrite each other's saves."""
    crew, saves = 8, 5
    start = PROCESSES.Barrier(crew, timeout=60)
    writers = [PROCESSES.Process(target=crowd, args=(url, start, saves)) for _ in range(crew)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0] * crew
    store = Store.open(url)
    bots = store.acting_as(ADA).bots()
    assert (len(bots), bots[0].revision) == (crew, 1 + crew * saves)
    assert store.check() == []
    store.close()


def test_first_looks_of_eight_processes_make_one_bot(url: str) -> None:
    """Two windows that open a market at once must not leave two bots, each with half of the trader's versions."""
    Store.open(url).close()
    crew = 8
    start = PROCESSES.Barrier(crew, timeout=60)
    pipes = [PROCESSES.Pipe(duplex=False) for _ in range(crew)]
    lookers = [PROCESSES.Process(target=look_when_told, args=(url, start, theirs)) for _, theirs in pipes]
    for looker in lookers:
        looker.start()
    seen = {mine.recv() for mine, _ in pipes}
    for looker in lookers:
        looker.join()
    store = Store.open(url)
    assert [bot.id for bot in store.acting_as(ADA).bots()] == list(seen)
    assert store.check() == []
    store.close()


def fill(desk: Desk, acknowledged: list[Bot]) -> None:
    """Save for ever, noting each version once it is saved."""
    while True:
        bot = acknowledged[-1]
        change = Change(BotParameters(window=5 + bot.head.number % 26), "you", "words " * 300)
        acknowledged.append(desk.apply(bot.id, change, bot.revision, at_ms=2))


def test_a_full_disk_refuses_the_save_and_loses_nothing(new_sqlite: Callable[[], str]) -> None:
    """The disk of a small server fills up sooner or later; reading goes on, and saving resumes when there is room."""
    url = new_sqlite()
    Store.open(url).close()
    engine = engine_for(url)
    pages = [60]
    event.listen(engine, "connect", lambda raw, _: raw.execute(f"PRAGMA max_page_count={pages[0]}"))
    store = Store(engine)
    desk = store.acting_as(ADA)
    acknowledged = [desk.create_bot(NewBot("Dip", "BTC/USDT", "1h", BotParameters(), ""), at_ms=1)]
    with pytest.raises(StoreError, match="the disk is full"):
        fill(desk, acknowledged)
    last = acknowledged[-1]
    assert [version.number for version in desk.versions(last.id)] == list(range(len(acknowledged), 0, -1))
    assert desk.bot(last.id) == last
    assert store.check() == []
    pages[0] = 1_000
    store.close()
    assert desk.undo(last.id, last.revision, at_ms=3).head.number == last.head.number - 1
    store.close()
