"""Metrics counted by hand on a few events, and their ranges against repeated samples."""

import numpy as np
import pytest

from engine.core.interval import Interval
from engine.experiments.metrics.definitions import METRICS
from engine.experiments.metrics.growth import lifetime_value, win_rate_improvement
from engine.experiments.metrics.retention import DAY_MS, retention
from engine.experiments.metrics.tally import tally
from engine.experiments.metrics.values import rate_by, value, weekly
from engine.traders.events import Action, Event, Idea
from engine.traders.log import EventLog, log_of

MINUTE = 60_000


def log(*given: tuple[str, Action, float], outcome: float = 0.1) -> EventLog:
    """Events of (trader, action, minutes), each about one credit of 100."""
    idea = Idea("SIM-A:x", "SIM-A", "covered_call", "Energy", delta=0.3, premium=100.0, days=30.0)
    return log_of(
        Event(str(number), trader, action, int(at * MINUTE), idea, outcome=outcome)
        for number, (trader, action, at) in enumerate(given)
    )


def test_two_traders_are_counted_by_hand() -> None:
    """Ann: two sessions of 2 and 0 minutes, her first answer after 60 seconds; Bob saves at once, twenty later."""
    seen = log(
        ("ann", Action.SHOWN, 0), ("ann", Action.VIEW, 1), ("ann", Action.TRADE, 2), ("ann", Action.SHOWN, 40),
        ("bob", Action.SHOWN, 0), ("bob", Action.SHOWN, 10), ("bob", Action.SAVE, 20), ("ann", Action.PROFIT, 900),
    )  # fmt: skip
    told = tally(seen, 0, 1000 * MINUTE)
    ann, bob = (seen.traders.index(name) for name in ("ann", "bob"))
    assert told["sessions"][[ann, bob]].tolist() == [2, 1]
    assert told["session_minutes"][[ann, bob]].tolist() == [2, 20]
    assert told["first_seconds"][[ann, bob]].tolist() == [60, 1200]
    assert told["shown"].sum() == 4
    assert value("click_through", told).value == pytest.approx(1 / 4)
    assert value("win_rate", told).value == pytest.approx(1)
    assert value("premium_captured", told).value == pytest.approx(100 / 200)
    assert value("profit", told).value == pytest.approx(0.1)


def test_every_metric_names_columns_that_are_counted() -> None:
    """A metric without its column would fail on the manager's screen."""
    told = tally(log(("ann", Action.SHOWN, 0)), 0, MINUTE)
    for metric in METRICS.values():
        assert metric.top in told.columns
        assert metric.bottom in told.columns


def test_a_range_holds_as_often_as_it_says_though_traders_differ() -> None:
    """Each trader has a rate of his own: ranges over events alone would be far too narrow."""
    rng = np.random.default_rng(0)
    held = 0
    for _ in range(200):
        rates = rng.beta(2, 8, 60)
        rows = [
            (f"t{who}", action, 1.0)
            for who, rate in enumerate(rates)
            for action in [Action.SHOWN] * 30 + [Action.VIEW] * int(rng.binomial(30, rate))
        ]
        told = value("click_through", tally(log(*rows), 0, 2 * MINUTE))
        held += (told.low or 0) <= 0.2 <= (told.high or 0)
    assert abs(held / 200 - 0.95) < 0.045


def test_what_nobody_did_yet_may_still_be_done() -> None:
    """Ten traders opened nothing: nothing varies, and the range is not nothing; nor does one reach below 0."""
    shown = [(f"t{who}", Action.SHOWN, float(at)) for who in range(10) for at in range(3)]
    none = value("click_through", tally(log(*shown), 0, 9 * MINUTE))
    assert (none.value, none.low, none.n) == (0.0, 0.0, 10)
    assert none.high == pytest.approx(1.96**2 / (10 + 1.96**2), abs=1e-3)
    rare = value("click_through", tally(log(*shown, ("t0", Action.VIEW, 1.5)), 0, 9 * MINUTE))
    assert rare.low == 0.0
    assert (rare.value or 0) < (rare.high or 0) < 0.2


def test_who_came_back_counts_from_his_own_first_day() -> None:
    """Ann returns after 31 days, Bob never; 60 days later nothing is known yet."""
    seen = log(("ann", Action.SHOWN, 0), ("bob", Action.SHOWN, 60), ("ann", Action.VIEW, 31 * 24 * 60))
    cohort = retention(seen, 70 * DAY_MS)[0]
    assert cohort.traders == 2
    assert cohort.kept[0].value == pytest.approx(0.5)
    assert cohort.kept[1].value is None
    assert retention(seen, 0) == ()


def test_getting_better_is_measured_against_ones_own_first_month() -> None:
    """Six traders lose three in the first month and win three after it."""
    days = [(day, Action.LOSS) for day in (1, 2, 3)] + [(day, Action.PROFIT) for day in (40, 41, 42)]
    rows = [(f"t{who}", action, day * 24 * 60.0) for who in range(6) for day, action in days]
    rows += [(f"t{who}", Action.SHOWN, 0.0) for who in range(6)]
    assert win_rate_improvement(log(*rows)).value == pytest.approx(1.0)
    assert win_rate_improvement(log(*rows[:6])).value is None


def test_lifetime_value_is_not_told_before_somebody_states_a_revenue() -> None:
    """No number is invented for a screen."""
    assert lifetime_value((), Interval(2.0, 1.0, 3.0, 9), None).value is None


def test_weeks_and_groups_add_up() -> None:
    """Two weeks, one category: the weekly counts are those of the log."""
    rows = [(f"t{who}", action, day * 24 * 60.0) for who in range(6) for day in (1, 8)
            for action in (Action.SHOWN, Action.SHOWN, Action.DISMISS)]  # fmt: skip
    seen = log(*rows)
    told = weekly(seen, 0, 14 * DAY_MS)["dismissal_rate"]
    assert [each.value.value for each in told] == pytest.approx([0.5, 0.5])
    assert rate_by(seen, list(Action).index(Action.DISMISS), seen.strategy, 2)[1].value == pytest.approx(0.5)
