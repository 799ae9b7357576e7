"""Counts of what was done: facts, not impressions."""

from dataclasses import replace

from engine.ranking.content.model import QUIZ
from engine.ranking.stages.memories import Count, Ended, kinds, memories
from engine.ranking.stages.setups import cell_of
from engine.traders.events import Action, Event, Idea
from tests.ideas import DAY, NOW


def events(*actions: tuple[str, Action], ticker: str = "KO", strategy: str = "wheel") -> list[Event]:
    """In the order given, a day apart, the last one yesterday."""
    found = []
    for place, (name, action) in enumerate(actions):
        idea = Idea(name, ticker, strategy, delta=0.25, days=30.0)
        found.append(Event(f"{ticker}{place}", "ann", action, NOW - (len(actions) - place) * DAY, idea))
    return found


def of(told: list[Event], kind: int = 0) -> Count:
    return memories(told).of(kinds("KO", "wheel", cell_of(told[0].idea))[kind])


def test_each_idea_counts_once_with_all_that_was_done_to_it() -> None:
    """Seen twice, saved and then traded is one idea."""
    told = events(("a", Action.SHOWN), ("a", Action.VIEW), ("a", Action.SAVE), ("a", Action.TRADE), ("b", Action.SHOWN))
    assert of(told) == Count(seen=2, saved=1, traded=1)


def test_only_the_last_eight_count() -> None:
    """What he did last year is no habit of now."""
    old = [(f"old{i}", Action.SAVE) for i in range(5)]
    assert of(events(*old, *[(f"new{i}", Action.SHOWN) for i in range(8)])) == Count(seen=8)


def test_what_was_taken_back_was_not_done() -> None:
    """A slip of the finger is no reason for an idea."""
    told = events(("a", Action.SHOWN), ("a", Action.SAVE))
    undo = Event("u", "ann", Action.SAVE, NOW, told[0].idea, undoes="KO1")
    assert of([*told, undo]) == Count(seen=1)


def test_trades_that_are_over_are_counted_apart_from_ideas_seen() -> None:
    """Eight newer ideas do not push out how the last trades ended."""
    old = [("a", Action.TRADE), ("b", Action.TRADE), ("a", Action.PROFIT), ("b", Action.LOSS)]
    told = events(*old, *[(f"new{i}", Action.SHOWN) for i in range(8)])
    kind = kinds("KO", "wheel", cell_of(told[0].idea))[0]
    assert memories(told).over(kind) == Ended(ended=2, won=1)
    assert of(told) == Count(seen=8)


def test_a_trade_that_ends_is_not_an_idea_seen_again() -> None:
    """Who passed eight over since is not told of the last eight that they traded four."""
    old = [(f"old{i}", Action.TRADE) for i in range(4)]
    since = [(f"new{i}", Action.SHOWN) for i in range(8)]
    ends = [(f"old{i}", Action.PROFIT) for i in range(4)]
    assert of(events(*old, *since, *ends)) == Count(seen=8)


def test_wider_kinds_count_other_depths_tickers_and_strategies() -> None:
    """Backing off from set-up to strategy and ticker, to ticker, to strategy."""
    told = events(("a", Action.SAVE)) + events(("b", Action.SAVE), strategy="calendar")
    told += events(("c", Action.SAVE), ticker="PEP")
    assert [of(told, kind).seen for kind in range(4)] == [1, 1, 2, 2]
    assert memories(told).shown == {}


def test_an_answer_to_a_card_is_nothing_that_was_saved() -> None:
    """Who said yes six times has saved nothing, and is not told that they did."""
    told = events(("a", Action.SAVE), ("b", Action.SHOWN))
    assert of([replace(told[0], ranker=QUIZ), told[1]]) == Count(seen=1)
