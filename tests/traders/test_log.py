"""Events as columns: nothing lost, nothing kept that was taken back."""

from engine.traders.events import Action, Circumstances, Event, Idea
from engine.traders.log import joined, log_of


def event(key: str, at_ms: int, action: Action = Action.VIEW, **more: object) -> Event:
    """An event about one covered call."""
    trader, name = str(more.pop("trader", "ann")), str(more.pop("underlying", "SIM-A"))
    idea = Idea(f"{name}:x", name, "covered_call", "Energy", delta=0.3, premium=120.0, days=30.0)
    return Event(key, trader, action, at_ms, idea, Circumstances("rising"), **more)  # type: ignore[arg-type]


def test_what_was_taken_back_is_not_in_the_log() -> None:
    """Undo is an event of its own, since histories only grow."""
    log = log_of([event("a", 1, Action.SAVE), event("b", 2), event("c", 3, Action.SAVE, undoes="a")])
    assert log.at_ms.tolist() == [2]
    assert log.weight.tolist() == [1.0]


def test_joined_logs_are_in_time_order_under_shared_names() -> None:
    """Traders of two logs keep who they are."""
    one = log_of([event("a", 5, trader="ann"), event("b", 9, trader="bob", underlying="SIM-B")])
    two = log_of([event("c", 7, Action.TRADE, trader="bob")])
    log = joined([one, two])
    assert [log.traders[each] for each in log.trader] == ["ann", "bob", "bob"]
    assert [log.underlyings[each] for each in log.underlying] == ["SIM-A", "SIM-A", "SIM-B"]
    assert log.weight.tolist() == [1.0, 10.0, 1.0]
    assert len(log.until(7)) == 2
