"""How beliefs read: values in their units, ranges, what they rest on, and where they lie on their scale."""

from typing import Any

import pytest

from engine.core.interval import Interval
from engine.traders.beliefs import Belief
from engine.traders.corrections import Correction
from pages.ui.profile.wording import hour, row_of, share_of, written


def belief(name: str, unit: str, measured: Interval, **more: Any) -> Belief:
    return Belief(name, "It", "Words.", measured, unit, **more)


def test_an_affinity_has_its_range_and_its_number() -> None:
    """A belief without its range is a claim."""
    row = row_of(belief("strategy:wheel", "affinity", Interval(0.68, 0.39, 0.9, 7), shown=40))
    assert (row.value, row.range, row.events) == ("0.68", "0.39 to 0.90", "7 acts, 40 shown")
    assert (row.low, row.at, row.high, row.tick) == (0.39, 0.68, 0.9, 0.5)


def test_a_scale_tells_where_one_is_at_home() -> None:
    """Not how sure its middle is, which says little of what fits."""
    row = row_of(belief("timing", "days", Interval(31.0, 29.0, 33.0, 7), reach=(16.0, 57.0)))
    assert (row.value, row.range) == ("31 days", "16 days to 57 days")
    assert row.low is not None
    assert row.at is not None
    assert row.high is not None
    assert 0 < row.low < row.at < row.high < 1


def test_what_the_trader_set_stands_in_front() -> None:
    """His own word counts, and is marked as his."""
    said = Correction("strategy:wheel", 1_790_000_000_000, "set", 0.9, 0.9)
    row = row_of(belief("strategy:wheel", "affinity", Interval(0.5, 0.2, 0.8, 7), said=said))
    assert (row.value, row.mark, row.at) == ("0.90", "yours", 0.9)


@pytest.mark.parametrize(
    ("name", "many", "told"),
    [("habit:hour", 1, "1 session"), ("habit:vix", 4, "4 days"), ("habit:holding", 9, "9 trades over"),
     ("habit:rotation:Energy", 20, "20 choices"), ("habit:regimes:rising, calm", 30, "30 days")],
)  # fmt: skip
def test_a_habit_says_what_was_counted(name: str, many: int, told: str) -> None:
    """Four days on which something was looked at are not four acts."""
    assert row_of(belief(name, "share", Interval(None, n=many))).events == told


def test_what_is_not_known_says_so() -> None:
    """A dash, no scale, and why."""
    row = row_of(belief("habit:holding", "days", Interval(None, n=1)))
    assert (row.value, row.range, row.at) == ("–", "too little is known", None)


@pytest.mark.parametrize(
    ("unit", "value", "words"),
    [("money", 109.0, "$109"), ("delta", 0.2, "0.20"), ("hour", 25.5, "01:30"), ("times", 1.44, "1.4 times"),
     ("share", -0.12, "−12 %"), ("fraction in 30 days", 0.2, "+20 %"), ("points", -1.26, "−1.3")],
)  # fmt: skip
def test_every_unit_has_its_form(unit: str, value: float, words: str) -> None:
    """As people read it, with a real minus."""
    assert written(belief("habit:x", unit, Interval(value)), value).replace("\u00a0", " ") == words


def test_a_place_beyond_its_scale_stands_at_the_edge() -> None:
    """A dot outside its track would be no dot."""
    assert share_of(belief("premium", "money", Interval(1.0)), 1_000_000.0) == 1.0
    assert share_of(belief("premium", "money", Interval(1.0)), 0.0) == 0.0
    assert hour(-0.5) == "23:30"
