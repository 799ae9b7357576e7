"""What managers decide stays, in order, and whoever may not decide cannot."""

import pytest
from sqlalchemy import Executable, delete, text, update
from sqlalchemy.exc import DBAPIError

from engine.core.errors import ConflictError, StoreError
from engine.gateways.store.database import engine_for, sign, writing
from engine.gateways.store.desk import HOUSE, Principal
from engine.gateways.store.managers.desk import Note
from engine.gateways.store.managers.tables import EXPOSURES, NOTES
from engine.gateways.store.store import Store

DESIGNED = Note("experiment", "ranker-b", "designed", '{"x": 1}', "", 5)


def test_notes_are_numbered_and_signed(store: Store) -> None:
    """Who did what, in which order: the archive of a decision."""
    desk = store.acting_as(Principal("mia", "manager")).manager
    desk.append(DESIGNED)
    desk.append(Note("experiment", "ranker-b", "started", "{}", "somebody else", 6), after=1)
    assert [(each.number, each.act, each.by) for each in desk.notes("experiment")] == [
        (1, "designed", "mia"), (2, "started", "mia"),
    ]  # fmt: skip
    assert store.experiments(HOUSE)[0] == ("ranker-b", "designed", '{"x": 1}')


def test_two_who_decide_at_once_do_not_overwrite_each_other(store: Store) -> None:
    """The second one is told, and looks again."""
    desk = store.acting_as(Principal("mia", "admin")).manager
    desk.append(DESIGNED)
    with pytest.raises(ConflictError, match="somebody else"):
        desk.append(DESIGNED, after=0)
    assert len(desk.notes("experiment", "ranker-b")) == 1


def test_only_managers_write_and_traders_do_not_even_read(store: Store) -> None:
    """A stakeholder looks on; a trader must not see what is tried on him."""
    for role in ("trader", "stakeholder"):
        with pytest.raises(StoreError, match=role):
            store.acting_as(Principal("x", role)).manager.append(DESIGNED)
    assert store.acting_as(Principal("x", "stakeholder")).manager.notes("experiment") == ()
    trader = store.acting_as(Principal("x")).manager
    with pytest.raises(StoreError, match="trader"):
        trader.notes("experiment")
    with pytest.raises(StoreError, match="trader"):
        trader.exposures("ranker-b")


def test_a_trader_is_exposed_once_and_without_a_name(store: Store) -> None:
    """The first variant seen counts; who it was is a number."""
    store.expose(Principal("ann"), "ranker-b", "today", 7)
    store.expose(Principal("ann"), "ranker-b", "b", 9)
    seen = store.acting_as(Principal("mia", "manager")).manager.exposures("ranker-b")
    assert [each[1:] for each in seen] == [("today", 7)]
    assert seen[0][0] == store.crowd(HOUSE).name_of("ann")
    assert "ann" not in seen[0][0]


def test_who_erases_everything_leaves_a_count_and_no_link(store: Store) -> None:
    """A pseudonym that this store can find again is a row about somebody; a variant alone is about nobody."""
    for name, variant in (("ann", "today"), ("ben", "b")):
        store.expose(Principal(name), "ranker-b", variant, 7)
    store.expose(Principal("ann"), "weights-c", "today", 9)
    assert store.acting_as(Principal("ann")).trader.erase() == 2
    desk = store.acting_as(Principal("mia", "manager")).manager
    assert [each[0] for each in desk.exposures("ranker-b")] == [store.crowd(HOUSE).name_of("ben")]
    assert (desk.withdrawn("ranker-b"), desk.withdrawn("weights-c"), desk.withdrawn("other")) == (
        ("today",), ("today",), (),
    )  # fmt: skip
    assert store.check() == []
    with pytest.raises(StoreError, match="a trader does not see this"):
        store.acting_as(Principal("ben")).manager.withdrawn("ranker-b")


def test_an_erasure_begun_by_hand_takes_nobody_elses_exposures_and_can_be_ended(url: str, store: Store) -> None:
    """The door is as wide as the person."""
    for name in ("ann", "ben"):
        store.expose(Principal(name), "ranker-b", "today", 7)
    engine = engine_for(url)

    def as_ann(statement: Executable) -> None:
        with writing(engine) as connection:
            sign(connection, "ann")
            connection.execute(statement)

    as_ann(text("INSERT INTO erasures (owner) VALUES ('ann')"))
    with pytest.raises((StoreError, DBAPIError)):
        as_ann(delete(EXPOSURES))
    engine.dispose()
    assert store.acting_as(Principal("ann")).trader.erase() == 1
    assert store.check() == []


def test_nothing_of_it_is_ever_changed_or_deleted(url: str, store: Store) -> None:
    """A decision that can be rewritten later is none."""
    store.acting_as(Principal("mia", "manager")).manager.append(DESIGNED)
    store.expose(Principal("ann"), "ranker-b", "today", 7)
    engine = engine_for(url)
    for table in (NOTES, EXPOSURES):
        for statement in (delete(table), update(table).values(at_ms=1)):
            with pytest.raises((StoreError, DBAPIError)), writing(engine) as connection:
                connection.execute(statement)
    engine.dispose()
