"""Who looks on: nothing is written by anybody who may not, whichever of a desk's methods is called."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from engine.core.errors import StoreError, ToptionError
from engine.gateways.store.desk import HOUSE, Principal
from engine.gateways.store.issued import Line
from engine.gateways.store.managers.desk import Note
from engine.gateways.store.store import Store
from engine.gateways.store.world import World

CHANGES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
# Without a bot there would be nothing to look at: the one thing that a looker may begin.
BEGUN = frozenset({"create_bot"})


def methods(desk: object) -> dict[str, Callable[..., Any]]:
    """Everything that a desk can be asked."""
    names = [name for name, _ in inspect.getmembers(type(desk), inspect.isfunction) if not name.startswith("_")]
    return {name: getattr(desk, name) for name in names}


def asked(call: Callable[..., Any]) -> None:
    """Call it with something for each thing that it needs; what it makes of that is not the question."""
    usual = {"since_ms": 0, "most": 3, "number": 1, "new": (), "change": str}
    needed = [name for name, each in inspect.signature(call).parameters.items() if each.default is each.empty]
    note = Note("flag", "x", "flagged", "{}", "x", 1)
    try:
        call(*(note if name == "note" else usual.get(name, "x") for name in needed))
    except (ToptionError, AttributeError, TypeError, ValueError, OverflowError):
        return


def walked(folder: Path, role: Any) -> tuple[int, list[str]]:
    """Every public method called, of all desks (of the managers' alone for who trades); the changes that were sent."""
    store = Store.open(f"sqlite:///{folder / 'one.db'}")
    said: list[str] = []
    event.listen(store._engine, "before_cursor_execute", lambda *told: said.append(str(told[2]).strip().upper()))
    desk = store.acting_as(Principal("ann", role))
    desks = (desk.manager,) if role == "trader" else (desk, desk.trader, desk.manager)
    calls = [call for one in desks for name, call in methods(one).items() if name not in BEGUN]
    for call in calls:
        asked(call)
    store.close()
    hidden = ("NOTES", "EXPOSURES") if role == "trader" else ()
    return len(calls), [each for each in said if each.startswith(CHANGES) or any(name in each for name in hidden)]


def test_no_method_writes_for_who_looks_on(tmp_path: Path) -> None:
    """All three desks, every method; a manager's walk of the same methods does write."""
    many, changes = walked(tmp_path, "stakeholder")
    assert many >= 30
    assert not changes
    assert walked(tmp_path, "manager")[1]


def test_no_method_of_the_managers_desk_reaches_their_tables_for_a_trader(tmp_path: Path) -> None:
    """Neither written nor read: what is tried on a trader stays unseen."""
    many, changes = walked(tmp_path, "trader")
    assert many >= 3
    assert not changes


# The clock, the file itself, and who is asked as: none of these reads or changes anybody's rows.
WITHOUT_ROWS = {"back_to", "backup", "check", "close", "world"}


def test_every_call_for_rows_says_who_makes_it() -> None:
    """A call that needs no principal is one that a page could make for anybody."""
    methods = {name: each for name, each in inspect.getmembers(Store, inspect.isfunction) if not name.startswith("_")}
    named = {name for name, each in methods.items() if list(inspect.signature(each).parameters)[1:2] == ["principal"]}
    assert set(methods) - named == WITHOUT_ROWS


def test_what_the_house_does_is_refused_to_who_may_not() -> None:
    """Everybody's events, all experiments, the ledger, the clock; in one line that says whom to ask."""
    store = Store.open("sqlite:///:memory:")
    ann, looker = Principal("ann"), Principal("sue", "stakeholder")
    asked: list[Callable[[Principal], object]] = [
        store.crowd, store.experiments, store.spending, lambda who: store.set_world(who, World(1, 1)),
    ]  # fmt: skip
    for call in asked:
        with pytest.raises(StoreError, match=r"^a trader may not .* Ask an admin"):
            call(ann)
    for call in asked[1:]:
        with pytest.raises(StoreError, match=r"^a stakeholder may not "):
            call(looker)
    with pytest.raises(StoreError, match=r"stakeholder looks on"):
        store.forecasts(looker).issue(Line(), [])
    assert store.crowd(looker).count() == store.crowd(HOUSE).count() == 0
