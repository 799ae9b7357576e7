"""Pages become one stretch of candles: the same in any order of arrival, and nothing mended in silence."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.gateways.exchange.merging import CHANGED, RIVALS, TWICE, joined, merged
from engine.gateways.exchange.replies import Page, Repair
from engine.gateways.exchange.windows import Span, backward, forward
from engine.market.bars import COLUMNS
from tests.builders import START_MS, walk

HOUR = 3_600_000
BARS = walk(6, 300)
VALUES = np.column_stack([getattr(BARS, name) for name in COLUMNS])


def page(rows: list[int], asked: int, factor: float = 1.0) -> Page:
    return Page(asked, BARS.time[rows], VALUES[rows] * factor)


def told(found: Page) -> dict[str, tuple[int, ...]]:
    return {repair.what: tuple((time - START_MS) // HOUR for time in repair.times) for repair in found.repairs}


@given(st.data())
def test_any_order_of_arrival_gives_the_same_candles_and_the_same_list_of_repairs(data: st.DataObject) -> None:
    """Pages overlap, contradict each other and come shuffled; the later answer counts, whenever it is merged."""
    rows = st.lists(st.integers(0, 30), max_size=12)
    pages = [page(data.draw(rows), asked, 1 + asked / 100 * data.draw(st.integers(0, 1))) for asked in range(5)]
    shuffled = data.draw(st.permutations(pages))
    one, other = merged(pages), merged(shuffled)
    assert np.array_equal(one.time, other.time)
    assert np.array_equal(one.values, other.values)
    assert one.repairs == other.repairs
    assert (np.diff(one.time) > 0).all()


def test_copies_are_kept_once_and_listed() -> None:
    """Hours 2 and 3 came in both answers."""
    found = merged([page([0, 1, 2, 3], 1), page([2, 3, 4], 2)])
    assert np.array_equal(found.time, BARS.time[:5])
    assert told(found) == {TWICE: (2, 3)}


def test_of_two_that_contradict_each_other_the_later_answer_counts() -> None:
    """The exchange has corrected itself, or somebody lies: it is listed."""
    found = merged([page([1], 2, 1.5), page([0, 1, 2], 1)])
    assert found.values[1, 3] == VALUES[1, 3] * 1.5
    assert told(found) == {RIVALS: (1,)}


def test_what_the_exchange_corrects_is_taken_and_listed() -> None:
    """A stored candle changes only with a word about it."""
    bars, repairs = joined(BARS.slice(0, 10), page([9, 10], 1, 2.0), "X", "1h")
    assert len(bars) == 11
    assert bars.close[9] == VALUES[9, 3] * 2
    assert [(repair.what, repair.times) for repair in repairs] == [(CHANGED, (START_MS + 9 * HOUR,))]
    same, none = joined(BARS.slice(0, 10), page([8, 9], 1), "X", "1h")
    assert (len(same), none) == (10, ())


def test_a_repair_reads_as_a_sentence() -> None:
    """What, how many, and where to look first."""
    assert Repair(TWICE, (START_MS, START_MS + HOUR)).sentence() == (
        "2 candles came twice: kept once (first at 2025-01-01 00:00 UTC)."
    )
    assert Repair(TWICE, (START_MS,)).sentence().startswith("1 candle came twice: kept once (at")


@pytest.mark.parametrize("way", [forward, backward])
@given(
    cap=st.integers(1, 40), newest=st.booleans(), missing=st.sets(st.integers(0, 299)),
    start=st.integers(-50, 290), count=st.integers(2, 60), begins=st.integers(0, 100),
)  # fmt: skip
def test_every_candle_of_a_span_is_asked_for(
    way: object, cap: int, newest: bool, missing: set[int], start: int, count: int, begins: int
) -> None:
    """Whatever a page holds at most, wherever candles are missing, and whether the oldest or the newest come first."""
    known = np.array([hour for hour in range(begins, 300) if hour not in missing or hour > 280], np.int64)
    calls: list[int] = []

    def ask(since_ms: int, wanted: int) -> Page:
        calls.append(since_ms)
        at = (since_ms - START_MS) // HOUR
        found = known[(known >= at) & (known < at + wanted)] if newest else known[known >= at]
        found = found[-cap:] if newest else found[: min(cap, wanted)]
        return page(found.tolist(), len(calls))

    span = Span(START_MS + start * HOUR, START_MS + 300 * HOUR)
    pages = [part for part, _ in way(ask, span, HOUR, count)]  # type: ignore[operator]  # one of the two ways
    hours = (merged(pages).time - START_MS) // HOUR
    if not newest or (way is backward and not missing):  # who begins with the newest can only be followed back
        assert hours.tolist() == known[known >= start].tolist()
    assert len(calls) <= 2 * (350 // 2 + 350)


def test_a_span_before_the_first_candle_costs_one_more_call_and_no_more() -> None:
    """Since 2009 must not cost a call for each week before the exchange was founded."""
    calls: list[int] = []

    def ask(since_ms: int, wanted: int) -> Page:
        calls.append(since_ms)
        start = max(0, (since_ms - START_MS) // HOUR)
        return page(list(range(start, min(300, start + wanted))), len(calls))

    span = Span(START_MS - 100_000 * HOUR, START_MS + 300 * HOUR)
    assert len(merged([part for part, _ in backward(ask, span, HOUR, 100)]).time) == 300
    assert len(calls) <= 5


def test_what_has_come_is_one_stretch_at_every_moment() -> None:
    """So that a fetch that is stopped leaves no hole."""

    def ask(since_ms: int, wanted: int) -> Page:
        start = max(0, (since_ms - START_MS) // HOUR)
        return page(list(range(start, min(300, start + wanted))), since_ms)

    span = Span(START_MS, START_MS + 300 * HOUR)
    for way in (forward, backward):
        came: list[Page] = []
        for part, reached in way(ask, span, HOUR, 70):
            came.append(part)
            times = merged(came).time
            assert (np.diff(times) == HOUR).all()
            assert reached in (times[0], times[-1] + HOUR)
