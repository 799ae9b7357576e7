"""An experiment day by day: traders count from their exposure on, and no way of looking errs more than it says."""

import numpy as np
import pytest
from scipy.stats import binom

from engine.core.errors import DataError
from engine.experiments.analysis.exposed import Exposed, exposed
from engine.experiments.analysis.looks import Line, Look, Span, beside, course, fading, line
from engine.experiments.experiment import METHODS, Method
from engine.experiments.traffic import Stretch, simulated
from engine.traders.log import EventLog
from tests.experiments.visitors import DAY_MS, START_MS, a_design, visitors

RUNS = 24


def material(effect: float, seed: int, *more: Stretch) -> Exposed:
    """Four weeks of fifty traders a day."""
    stretches = more or (Stretch(28, effect, a_day=50),)
    found = simulated(visitors(), a_design(key=f"run {seed}"), START_MS, stretches, seed)
    return exposed(found.traders, found.variant, found.at_ms, found.log, START_MS)


def called(effect: float) -> dict[Method, int]:
    """How many runs are called, by each way of looking at the same courses."""
    found: dict[Method, int] = dict.fromkeys(METHODS, 0)
    for seed in range(RUNS):
        days = course(material(effect, seed), 28)
        for method in METHODS:
            looked = line(a_design(method=method), days, "save_rate", 1, method).called
            found[method] += looked is not None and looked.is_decided
    return found


def test_nothing_is_seldom_called_something() -> None:
    """At an error of 5 % so many false alarms come less than once in a thousand times, however it is looked at."""
    assert max(called(0.0).values()) <= binom.isf(0.001, RUNS, 0.05)


def test_a_large_effect_is_always_found() -> None:
    """A third more saves is six standard errors."""
    assert min(called(0.33).values()) >= RUNS - 1


def test_what_a_trader_did_before_his_exposure_counts_for_nothing() -> None:
    """It cannot have come from the variant: the same log, exposed a day later, has fewer shown."""
    told = material(0.0, 1)
    counted = told.counted(START_MS, START_MS + 7 * DAY_MS)
    late = Exposed(told.traders, told.variant, told.at_ms + DAY_MS, told.log, told.past, START_MS)
    again = exposed(late.traders, late.variant, late.at_ms, told.log, START_MS)
    fewer = again.counted(START_MS, START_MS + 7 * DAY_MS)
    assert fewer["shown"].sum() < counted["shown"].sum()
    assert (again.log.at_ms >= again.at_ms[again.log.trader]).all()


def test_a_metric_by_hand() -> None:
    """Three traders exposed on day one: 1 of 2, 0 of 1 and 2 of 3 saved is 3 of 6 in control."""
    log = _by_hand([(0, 0), (0, 0), (0, 2), (1, 0), (2, 0), (2, 0), (2, 0), (2, 2), (2, 2), (3, 0), (3, 2), (4, 0)])
    told = exposed(("a", "b", "c", "d", "e"), np.array([0, 0, 0, 1, 1]), np.full(5, START_MS), log, START_MS)
    pair = told.pair("save_rate", told.counted(START_MS, START_MS + DAY_MS), 1)
    assert pair is not None
    assert (float(pair.control.seen), float(pair.treated.seen), pair.saved) == (0.5, 0.5, 0.0)


def test_months_begin_with_the_exposure() -> None:
    """Who came on the last day has had one day, not a month, to trade in."""
    log = _by_hand([(0, 0), (1, 0)])
    told = exposed(("a", "b"), np.array([0, 1]), np.array([START_MS, START_MS + 29 * DAY_MS]), log, START_MS)
    assert told.counted(START_MS, START_MS + 30 * DAY_MS)["months"].tolist() == pytest.approx([1.0, 1 / 30])


def _by_hand(rows: list[tuple[int, int]]) -> EventLog:
    """Trader and action of each, all a second after the start."""
    one = visitors().rows(np.zeros(len(rows), dtype=np.int64))
    columns = {name: getattr(one, name) for name in EventLog.__slots__ if name not in ("traders",)}
    return EventLog(("a", "b", "c", "d", "e"), **columns | {
        "trader": np.array([row[0] for row in rows], dtype=np.int32), "at_ms": np.full(len(rows), START_MS + 1000),
        "action": np.array([row[1] for row in rows], dtype=np.int32),
    })  # fmt: skip


def test_the_past_narrows_the_range_and_moves_nothing() -> None:
    """What traders did before takes its share out of the variance."""
    told = material(0.0, 2)
    pair = told.pair("save_rate", told.counted(START_MS, START_MS + 28 * DAY_MS), 1)
    assert pair is not None
    assert 0.0 < pair.saved < 0.9
    assert abs(float(pair.treated.mean - pair.control.mean)) < 0.03


def test_an_effect_that_fades_is_noticed() -> None:
    """Twice as many saves in the first days, none later: the slope is negative."""
    weeks = [Stretch(7, effect, a_day=80) for effect in (1.0, 0.6, 0.2, 0.0)]
    found = fading(a_design(), course(material(0.0, 4, *weeks), 28), 1)
    assert found is not None
    assert found.slope < 0
    assert found.p_value < 0.001


def test_other_metrics_are_corrected_for_being_many() -> None:
    """A p that is corrected is never smaller than the plain one, and the decisive metrics are not among them."""
    told = beside(a_design(), course(material(0.0, 5), 28), 1)
    assert {each.metric for each in told}.isdisjoint({"save_rate", "dismissal_rate"})
    assert len(told) >= 6
    assert all(each.adjusted >= each.p_value for each in told)


def test_the_last_look_of_a_plan_stands_after_it_is_over() -> None:
    """Later days have no range: were they what counts, a finished experiment would lose its answer."""
    wide = line(a_design(traders=400), course(material(0.0, 3), 28), "save_rate", 1, "planned looks")
    told = wide.called
    assert told is not None
    assert np.isinf(wide.looks[-1].relative.low)
    assert np.isfinite(told.relative.low)
    assert told.share == 1


def test_looks_end_with_the_plan() -> None:
    """Traders or days, whichever is first; after that no look may call anything."""
    early, late = a_design(traders=500), a_design(days=14)
    told = course(material(0.0, 6), 28)
    for design, last in ((early, 10), (late, 14)):
        bounds = [each.bound for each in line(design, told, "save_rate", 1, "planned looks").looks]
        assert np.isfinite(bounds[last - 1])
        assert np.isinf(bounds[last:]).all()


def test_a_trader_is_exposed_once() -> None:
    """Twice named is a fault in the log, not two traders."""
    with pytest.raises(DataError, match="named twice"):
        exposed(("a", "a"), np.array([0, 1]), np.array([START_MS, START_MS]), visitors(), START_MS)


def test_a_metric_around_zero_is_compared_as_it_is() -> None:
    """A share of a mean that may be nought would call anything anything: profits of simulated A/A stay undecided."""
    decided = 0
    for seed in range(RUNS):
        last = line(a_design(), course(material(0.0, seed), 28), "profit", 1, "fixed").looks[-1]
        assert last.relative == last.absolute
        decided += last.is_decided
    assert decided <= binom.isf(0.001, RUNS, 0.05)


def seen(day: int, effect: float, half: float, bound: float = 2.0) -> Look:
    """A look with this relative effect and half width."""
    span = Span(effect, effect - half, effect + half)
    return Look(day, day, 500, 500, day / 28, 0.05, 0.05 * (1 + effect), span, span, 2 * effect / half, bound, 0.0)


def test_a_reading_says_which_look_decided_and_what_the_newest_found() -> None:
    """Day 9 decided at +27 %; day 20 has +19 %; day 21 is after the plan and has no range."""
    looks = (seen(8, 0.2, 0.5), seen(9, 0.27, 0.24), seen(20, 0.19, 0.1), seen(21, 0.17, np.inf, np.inf))
    told = Line("save_rate", looks).reading
    assert (told.effect, told.day) == (0.27, 9)
    assert told.newest is not None
    assert (told.newest.effect, told.newest.day) == (0.19, 20)
    assert Line("save_rate", looks[:2]).reading.newest is None
    assert Line("save_rate", looks[:1]).reading.newest is None
