"""Runs are kept for their owner alone, come back byte for byte, and what was tried stays known."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Engine, func, select, text

from engine.core.errors import StoreError
from engine.gateways.store import runs
from engine.gateways.store.database import engine_for, reading, sign, writing
from engine.gateways.store.desk import Desk, Principal
from engine.gateways.store.runs import NewRun
from engine.gateways.store.store import Store
from engine.gateways.store.tables import RUN_MARKS, RUN_RESULTS, RUNS

RUN = NewRun("a1b2c3d4", 5, "SIM-BTC", "1h", '{"folds":12}', "hash", "code", 676, '{"best":"15"}', bytes(range(256)))
OLD = replace(RUN, key="0ldrun00", at_ms=1, symbol="SIM-ETH", trials=4)


def test_a_run_comes_back_byte_for_byte(desk: Desk) -> None:
    """What is opened is what was shown."""
    kept = desk.keep_run(RUN)
    assert desk.run(RUN.key) == (kept, RUN.result)
    assert (kept.trials, kept.bytes, kept.label, kept.request) == (676, 256, "", RUN.request)


def test_runs_are_listed_newest_first_and_by_market(desk: Desk) -> None:
    """The one just made stands on top."""
    desk.keep_run(OLD)
    desk.keep_run(RUN)
    assert [run.key for run in desk.runs(10)] == [RUN.key, OLD.key]
    assert [run.key for run in desk.runs(1)] == [RUN.key]
    assert [run.key for run in desk.runs(10, "SIM-ETH")] == [OLD.key]


def test_a_run_is_kept_once(desk: Desk) -> None:
    """A page that runs twice keeps one, and the first stays as it was."""
    first = desk.keep_run(RUN)
    assert desk.keep_run(replace(RUN, summary="{}", result=b"other")) == first
    assert desk.run(RUN.key)[1] == RUN.result


def test_a_forgotten_run_is_gone_but_what_it_tried_still_counts(desk: Desk) -> None:
    """Who forgets nine searches and shows the tenth has still tried ten."""
    desk.keep_run(RUN)
    desk.forget_run(RUN.key, at_ms=9)
    assert desk.runs(10) == ()
    for act in (desk.run, lambda key: desk.forget_run(key, 9), lambda key: desk.label_run(key, "x", 9)):
        with pytest.raises(StoreError, match=r"^you have no such run\."):
            act(RUN.key)
    assert desk.configurations_tried("SIM-BTC", "1h") == 676
    assert desk.configurations_tried("SIM-BTC", "4h") == 0
    with pytest.raises(StoreError, match="run a1b2c3d4 was forgotten, which cannot be taken back"):
        desk.keep_run(RUN)


def test_the_newest_name_counts(desk: Desk) -> None:
    """A name is the owner's own and can be taken away."""
    desk.keep_run(RUN)
    assert desk.label_run(RUN.key, "first try", 6).label == "first try"
    assert desk.label_run(RUN.key, "<b>' OR 1=1 --", 7).label == "<b>' OR 1=1 --"
    assert desk.runs(10)[0].label == "<b>' OR 1=1 --"
    assert desk.label_run(RUN.key, "", 8).label == ""
    with pytest.raises(StoreError, match="1 to 80 letters on one line"):
        desk.label_run(RUN.key, "two\nlines", 9)


def test_nobody_sees_or_forgets_the_run_of_another(store: Store, desk: Desk) -> None:
    """A link that was passed on shows nothing, in the same words as a run that never was."""
    desk.keep_run(RUN)
    other = store.acting_as(Principal("bob", role="manager"))
    for key in (RUN.key, "neverwas", "'; --", ""):
        for act in (other.run, lambda one: other.forget_run(one, 9), lambda one: other.label_run(one, "x", 9)):
            with pytest.raises(StoreError, match=r"^you have no such run\."):
                act(key)
    assert (other.runs(10), other.configurations_tried("SIM-BTC", "1h")) == ((), 0)
    assert desk.run(RUN.key)[1] == RUN.result


def test_what_was_asked_is_never_changed(url: str, desk: Desk) -> None:
    """Not even by who holds the database's own tools."""
    desk.keep_run(RUN)
    desk.label_run(RUN.key, "mine", 6)
    engine = engine_for(url)
    for change in ("UPDATE runs SET trials = 1", "DELETE FROM run_marks", "DELETE FROM runs",
                   "UPDATE run_results SET result = ''"):  # fmt: skip
        with pytest.raises(StoreError, match="histories can only grow"), writing(engine) as connection:
            connection.execute(text(change))
    engine.dispose()
    assert desk.run(RUN.key)[1] == RUN.result


def test_what_is_too_large_is_refused_in_one_line(desk: Desk) -> None:
    """Before the disk is full: what, how much, what to do."""
    with pytest.raises(StoreError, match=r"kept up to 32 MB, this one of 676 configurations takes 33 MB\. Download"):
        replace(RUN, result=bytes(33_000_000))


@pytest.mark.parametrize("key", ["", "short", "UPPER123", "../../etc", "a" * 41])
def test_a_key_is_plain(key: str) -> None:
    """Keys stand in links."""
    with pytest.raises(StoreError, match="a run's key must be"):
        replace(RUN, key=key)


def test_row_level_security_hides_runs_from_a_forgotten_filter(new_postgresql: Callable[[], str]) -> None:
    """The second wall: a query without its WHERE sees the signed owner's runs, results and marks only."""
    store = Store.open(url := new_postgresql())
    for owner, key in (("ada", "adasrun0"), ("bob", "bobsrun0")):
        store.acting_as(Principal(owner)).keep_run(replace(RUN, key=key))
        store.acting_as(Principal(owner)).label_run(key, "mine", 6)
    engine = engine_for(url)
    for owner, many in (("ada", 1), ("bob", 1), ("eve", 0), ("", 0)):
        with reading(engine) as connection:
            sign(connection, owner)
            for table in (RUNS, RUN_RESULTS, RUN_MARKS):
                assert connection.execute(select(func.count()).select_from(table)).scalar() == many
    engine.dispose()
    store.close()


def kept(engine: Engine, run: NewRun, room: int) -> runs.ListedRun:
    """Ada keeps a run where there is so much room."""
    with writing(engine) as connection:
        sign(connection, "ada")
        return runs.add(connection, "ada", run, room)


def test_the_room_of_an_owner_ends_somewhere_and_forgetting_makes_some(url: str, desk: Desk) -> None:
    """One person cannot fill the disk of all."""
    desk.keep_run(RUN)
    engine, more = engine_for(url), replace(RUN, key="another0")
    with pytest.raises(StoreError, match="Forget runs that you no longer need"):
        kept(engine, more, room=500)
    desk.forget_run(RUN.key, at_ms=9)
    assert kept(engine, more, room=500).bytes == 256
    engine.dispose()
