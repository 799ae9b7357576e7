"""The ledger of what Claude cost, on both databases: it only grows, and two who ask at once cannot overdraw it."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import delete, update

from engine.core.errors import StoreError
from engine.gateways.store.database import engine_for, writing
from engine.gateways.store.desk import HOUSE
from engine.gateways.store.spending import AlreadyAskedError, Call, Totals
from engine.gateways.store.store import Store
from engine.gateways.store.tables import CLAUDE_CALLS

DAY = 86_400_000
NOON = 20_000 * DAY + DAY // 2
CALL = Call("c1", "u1", NOON)


def allow(_: Totals) -> str:
    """No reason against it."""
    return ""


def test_what_was_set_aside_gives_way_to_what_it_cost(store: Store) -> None:
    """Reserve 60, set 60 more aside for a second attempt, settle at 25: 25 were spent."""
    ledger = store.spending(HOUSE)
    assert ledger.reserve(CALL, 60, allow) == ""
    assert ledger.reserve_more(CALL, 60, allow) == ""
    assert ledger.totals("u1", NOON) == Totals(1, 1, 120, 120)
    ledger.settle(CALL, 25, {"kind": "ok"})
    assert ledger.totals("u1", NOON) == Totals(1, 1, 25, 25)
    assert [line["entry"] for line in ledger.lines()] == ["reserved", "again", "settled"]


def test_a_crash_before_settling_leaves_the_worst_case_counted(store: Store) -> None:
    """Forgetting a reservation at a restart would make the limits a matter of luck."""
    store.spending(HOUSE).reserve(CALL, 60, allow)
    assert store.spending(HOUSE).totals("u1", NOON).user_micro_usd == 60


def test_a_refusal_writes_nothing(store: Store) -> None:
    """What was not asked costs nothing and is no edit."""
    assert store.spending(HOUSE).reserve(CALL, 60, lambda _: "no") == "no"
    assert store.spending(HOUSE).totals("u1", NOON) == Totals(0, 0, 0, 0)


def test_a_call_is_reserved_once(store: Store) -> None:
    """Another process that has the same message finds it taken."""
    store.spending(HOUSE).reserve(CALL, 60, allow)
    with pytest.raises(AlreadyAskedError):
        store.spending(HOUSE).reserve(CALL, 60, allow)


def test_users_minutes_and_days_are_told_apart(store: Store) -> None:
    """Yesterday's money is gone, a minute ago is over, others count only in the total."""
    ledger = store.spending(HOUSE)
    for key, user, at_ms in (
        ("a", "u1", NOON - DAY),
        ("b", "u1", NOON - 60_000),
        ("c", "u1", NOON - 1),
        ("d", "u2", NOON),
    ):
        ledger.reserve(Call(key, user, at_ms), 10, allow)
    assert ledger.totals("u1", NOON) == Totals(1, 2, 20, 30)


def test_what_settles_after_midnight_belongs_to_the_day_it_was_asked(store: Store) -> None:
    """Or the new day would begin with money that nobody paid in."""
    late = Call("c1", "u1", 20_001 * DAY - 1)
    store.spending(HOUSE).reserve(late, 60, allow)
    store.spending(HOUSE).settle(late, 5, {})
    assert store.spending(HOUSE).totals("u1", late.at_ms).all_micro_usd == 5
    assert store.spending(HOUSE).totals("u1", 20_001 * DAY).all_micro_usd == 0


def test_twenty_at_once_cannot_overdraw_it(store: Store) -> None:
    """Check and reservation are one step: with room for three, three go."""
    ledger = store.spending(HOUSE)

    def full(so_far: Totals) -> str:
        return "full" if so_far.all_micro_usd + 10 > 35 else ""

    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda n: ledger.reserve(Call(f"c{n}", f"u{n}", NOON), 10, full), range(20)))
    assert sorted(told) == [""] * 3 + ["full"] * 17
    assert ledger.totals("u0", NOON).all_micro_usd == 30


def test_the_ledger_only_grows(url: str, store: Store) -> None:
    """An audit that can be edited is none."""
    store.spending(HOUSE).reserve(CALL, 60, allow)
    engine = engine_for(url)
    for change in (update(CLAUDE_CALLS).values(micro_usd=0), delete(CLAUDE_CALLS)):
        with pytest.raises(StoreError, match="only grow"), writing(engine) as connection:
            connection.execute(change)
    engine.dispose()
    assert store.spending(HOUSE).totals("u1", NOON).all_micro_usd == 60


def test_nothing_is_settled_or_marked_that_was_never_reserved(store: Store) -> None:
    """A line without a call would be a riddle."""
    for act in (lambda: store.spending(HOUSE).settle(CALL, 1, {}), lambda: store.spending(HOUSE).mark(CALL, "applied")):
        with pytest.raises(StoreError, match="Reserve it first"):
            act()
