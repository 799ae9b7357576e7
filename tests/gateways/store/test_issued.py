"""The record of issued forecasts on both databases: kept once, one line under any crowd, and no change unseen."""

import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, text, update

from engine.core.errors import DataError, StoreError
from engine.forecast.track.chain import COLUMNS
from engine.gateways.store.database import engine_for, is_postgresql, writing
from engine.gateways.store.desk import HOUSE
from engine.gateways.store.issued import CHAIN_KEY, Kept, Line
from engine.gateways.store.store import Store
from engine.gateways.store.tables import FORECASTS_ISSUED
from tests.forecast.track.making import CUTOFF, DAY, THEIRS, an_issued
from tests.gateways.store.crew import PROCESSES, issue_when_told

EVER = 2**62
WORLD = Line(7, simulated=True)


def broken(store: Store) -> list[str]:
    """What the walk over every chain finds."""
    return [each.broken for each in store.forecasts(HOUSE).verdicts() if each.broken]


def test_what_was_issued_is_read_back_in_order(store: Store) -> None:
    """The same to the last digit, on both databases."""
    kept = store.forecasts(HOUSE).issue(Line(), [an_issued(day) for day in range(3)])
    assert kept == tuple(Kept("real", number, True) for number in (1, 2, 3))
    assert store.forecasts(HOUSE).of_market(Line(), "TEST", "1d", EVER) == tuple(an_issued(day) for day in range(3))
    assert store.forecasts(HOUSE).of_market(Line(), "TEST", "1h", EVER) == ()
    assert broken(store) == []


def test_an_equal_forecast_is_kept_once_with_its_first_hour(store: Store) -> None:
    """Every rerun of a page shows it again; it was issued when it was shown first."""
    store.forecasts(HOUSE).issue(Line(), [an_issued()])
    again = store.forecasts(HOUSE).issue(Line(), [an_issued(issued_ms=CUTOFF + DAY)])
    assert again == (Kept("real", 1, False),)
    assert store.forecasts(HOUSE).of_market(Line(), "TEST", "1d", EVER) == (an_issued(),)


def test_another_model_version_or_other_candles_are_another_forecast(store: Store) -> None:
    """Each is judged by its own."""
    one = an_issued()
    others = [
        replace(one, maker=replace(one.maker, model="E4")),
        replace(one, maker=replace(one.maker, version="2")),
        replace(one, seen=replace(one.seen, digest="other")),
        replace(one, step="1h"),
    ]
    assert [each.is_new for each in store.forecasts(HOUSE).issue(Line(), [one, *others])] == [True] * 5


def test_what_somebody_else_said_from_a_cutoff_is_not_said_again_better(store: Store) -> None:
    """Or whoever imports could wait for the outcome, and bring a forecast that fits."""
    said = an_issued(0, THEIRS)
    store.forecasts(HOUSE).issue(Line(), [said])
    store.forecasts(HOUSE).issue(
        Line(), [replace(an_issued(0, THEIRS, drift=0.05), maker=replace(THEIRS, version="4"))]
    )
    assert store.forecasts(HOUSE).of_market(Line(), "TEST", "1d", EVER) == (said,)


def test_threads_that_issue_at_once_make_one_straight_chain(store: Store) -> None:
    """Eight pages, twelve forecasts, each shown by all: twelve rows."""
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda n: store.forecasts(HOUSE).issue(Line(), [an_issued(n % 12)])[0], range(96)))
    assert (sum(each.is_new for each in told), broken(store)) == (12, [])
    assert store.forecasts(HOUSE).verdicts()[0].rows == 12


def test_processes_that_issue_at_once_make_one_straight_chain(url: str) -> None:
    """Several servers on one store, each beginning with another forecast."""
    Store.open(url).close()
    start = PROCESSES.Barrier(3, timeout=60)
    days = tuple(range(8))
    crew = [PROCESSES.Process(target=issue_when_told, args=(url, start, days[n:] + days[:n])) for n in (0, 3, 6)]
    for one in crew:
        one.start()
    for one in crew:
        one.join()
    store = Store.open(url)
    assert [one.exitcode for one in crew] == [0, 0, 0]
    assert (store.forecasts(HOUSE).verdicts()[0].rows, broken(store)) == (8, [])
    store.close()


def test_all_of_an_import_or_nothing_of_it(store: Store) -> None:
    """Half of an import would be taken for the whole."""
    with pytest.raises(StoreError):
        store.forecasts(HOUSE).issue(Line(), [an_issued(0), an_issued(1, issued_ms=-1)])
    assert store.forecasts(HOUSE).rows() == ()


def test_a_hurried_save_ends_while_another_one_waits_as_long_as_ever(url: str, store: Store) -> None:
    """The patience of one save is not that of the connection that it used."""
    engine = engine_for(url)
    with writing(engine) as connection:
        if is_postgresql(connection):
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": CHAIN_KEY})
        with pytest.raises(StoreError, match="saving for too long"):
            store.forecasts(HOUSE).issue(Line(), [an_issued()], patience=0.05)
    with ThreadPoolExecutor(1) as pool:
        with writing(engine) as connection:
            if is_postgresql(connection):
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": CHAIN_KEY})
            patient = pool.submit(store.forecasts(HOUSE).issue, Line(), [an_issued()])
            time.sleep(0.3)
            assert not patient.done()
        assert patient.result() == (Kept("real", 1, True),)
    engine.dispose()


def test_the_record_only_grows(url: str, store: Store) -> None:
    """The database itself refuses to rewrite what was said."""
    store.forecasts(HOUSE).issue(Line(), [an_issued()])
    engine = engine_for(url)
    for change in (update(FORECASTS_ISSUED).values(model="better"), delete(FORECASTS_ISSUED)):
        with pytest.raises(StoreError, match="only grow"), writing(engine) as connection:
            connection.execute(change)
    engine.dispose()
    assert store.forecasts(HOUSE).of_market(Line(), "TEST", "1d", EVER) == (an_issued(),)


def tampered(url: str, statement: str) -> None:
    """Change the database as somebody would who owns it: the wall goes first."""
    engine = engine_for(url)
    with writing(engine) as connection:
        if is_postgresql(connection):
            connection.execute(text("ALTER TABLE forecasts_issued DISABLE TRIGGER USER"))
        else:
            connection.execute(text("DROP TRIGGER forecasts_issued_no_update"))
            connection.execute(text("DROP TRIGGER forecasts_issued_no_delete"))
        connection.execute(text(statement))
    engine.dispose()


@pytest.mark.parametrize(("statement", "said"), [
    ("UPDATE forecasts_issued SET content = replace(content, '101', '102') WHERE number = 2", "forecast 2 of TEST was"),
    ("UPDATE forecasts_issued SET issued_ms = issued_ms - 1 WHERE number = 3", "forecast 3 of TEST was changed"),
    ("DELETE FROM forecasts_issued WHERE number = 1", "forecast 1 is missing"),
    ("DELETE FROM forecasts_issued WHERE number = 2", "forecast 2 is missing"),
    ("DELETE FROM forecasts_issued WHERE number = 4", "forecast 4 removed from the end"),
    ("DELETE FROM forecasts_issued", "forecasts 1 to 4 removed from the end"),
    ("UPDATE forecasts_issued SET number = 9 - number WHERE number IN (4)", "forecast 4 is missing"),
    ("UPDATE forecast_chains SET line = 'elsewhere'", "entered as part 1 of elsewhere"),
    ("UPDATE forecast_chains SET part = 2", "entered as part 2 of real"),
    ("UPDATE forecast_chains SET newest_ms = newest_ms - 1", "newest forecast is entered as another"),
    ("DELETE FROM forecast_chains", "is not the one that the record ended with"),
])  # fmt: skip
def test_a_row_changed_removed_or_moved_behind_the_store_is_found(
    url: str, store: Store, statement: str, said: str
) -> None:
    """The first broken row is named; those before it still count."""
    store.forecasts(HOUSE).issue(Line(), [an_issued(day) for day in range(4)])
    tampered(url, statement)
    (found,) = store.forecasts(HOUSE).verdicts()
    assert said in found.broken


@pytest.mark.parametrize("column", COLUMNS)
def test_a_byte_changed_in_any_stored_column_is_found(new_sqlite: Callable[[], str], column: str) -> None:
    """On the file itself, whatever kind of value it leaves there."""
    url = new_sqlite()
    with closing(Store.open(url)) as store:
        store.forecasts(HOUSE).issue(Line(), [an_issued(day) for day in range(3)])
    with closing(sqlite3.connect(Path(url.removeprefix("sqlite:///")))) as raw, raw:
        raw.execute("DROP TRIGGER forecasts_issued_no_update")
        raw.execute("PRAGMA ignore_check_constraints = ON")
        raw.execute(f"UPDATE forecasts_issued SET {column} = {column} || '1' WHERE number = 2")  # noqa: S608 - our names
    with closing(Store.open(url)) as store:
        assert len(broken(store)) >= 1


def test_a_row_that_cannot_be_read_is_refused_in_one_line(url: str, store: Store) -> None:
    """A page shows the line instead of a record that is not one."""
    store.forecasts(HOUSE).issue(Line(), [an_issued()])
    tampered(url, "UPDATE forecasts_issued SET content = '{'")
    with pytest.raises(DataError, match=r"forecast 1 of the record \(real\) cannot be read"):
        store.forecasts(HOUSE).of_market(Line(), "TEST", "1d", EVER)


def test_a_simulated_clock_set_back_begins_anew_and_leaves_what_was(store: Store) -> None:
    """A reset of the sample world is no tampering, and what it issued before counts no more."""
    record = store.forecasts(HOUSE)
    record.issue(WORLD, [an_issued(day) for day in (0, 5)])
    assert record.of_market(WORLD, "TEST", "1d", CUTOFF + DAY) == ()  # the clock was set back, nothing issued yet
    kept = record.issue(WORLD, [an_issued(0)])
    assert kept == (Kept("sim 7, part 2", 1, True),)
    assert record.of_market(WORLD, "TEST", "1d", EVER) == (an_issued(0),)
    assert ([each.rows for each in record.verdicts()], broken(store)) == ([2, 1], [])


def test_real_markets_and_each_world_are_kept_apart(store: Store) -> None:
    """Figures of real coins never stand beside simulated ones."""
    for line in (Line(), WORLD, Line(8, simulated=True), Line(simulated=True)):
        assert store.forecasts(HOUSE).issue(line, [an_issued()])[0].is_new
    assert [each.chain for each in store.forecasts(HOUSE).verdicts()] == ["real", "sim", "sim 7", "sim 8"]


def test_a_real_clock_that_was_put_right_keeps_its_chain(store: Store) -> None:
    """A machine's clock goes back by a second now and then: that is no new beginning."""
    store.forecasts(HOUSE).issue(Line(), [an_issued(1)])
    assert store.forecasts(HOUSE).issue(Line(), [an_issued(0)]) == (Kept("real", 2, True),)
    assert broken(store) == []
