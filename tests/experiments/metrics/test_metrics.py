"""Metrics counted by hand on a few events, and their ranges against repeated samples."""

import numpy as np
import pytest

from engine.core.interval import Interval, share
from engine.experiments.metrics.definitions import METRICS
from engine.experiments.metrics.growth import lifetime_value, win_rate_improvement
from engine.experiments.metrics.period import lives, period
from engine.experiments.metrics.retention import DAY_MS, Cohort, retention
from engine.experiments.metrics.tally import tally
from engine.experiments.metrics.values import rates, value, weekly
from engine.options.strategies.kinds import STRATEGIES
from engine.traders.events import Action, Event, Idea
from engine.traders.log import EventLog, log_of

MINUTE = 60_000


def log(*given: tuple[str, Action, float], outcome: float = 0.1) -> EventLog:
    """Events of (trader, action, minutes), each about one credit of 100 that fits and binds 500."""
    idea = Idea("SIM-A:x", "SIM-A", "covered_call", "Energy", delta=0.3, premium=100.0, days=30.0, margin=500.0)
    return log_of(
        Event(str(number), trader, action, int(at * MINUTE), idea, outcome=outcome, fits=1.0)
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
    assert value("premium_captured", told).value == pytest.approx(50 / 200)  # both saw it, once each
    assert value("profit", told).value == pytest.approx(0.1)


def test_every_ratio_by_hand() -> None:
    """Ten ideas shown to two traders, in a period of sixty days: each metric with its fraction."""
    ann = [("ann", Action.SHOWN, 0)] * 6 + [("ann", Action.VIEW, 1), ("ann", Action.VIEW, 2), ("ann", Action.SAVE, 3)]
    ann += [("ann", Action.TRADE, 4), ("ann", Action.TRADE, 5), ("ann", Action.LOSS, 900), ("ann", Action.PROFIT, 901)]
    bob = [("bob", Action.SHOWN, 0)] * 4 + [("bob", Action.DISMISS, 2), ("bob", Action.TRADE, 3)]
    told = tally(log(*ann, *bob, outcome=0.03), 0, 60 * DAY_MS)
    wanted = {
        "click_through": 2 / 10, "save_rate": 1 / 10, "dismissal_rate": 1 / 10, "trade_rate": 3 / 10,
        "trades_a_month": 3 / (2 * 2), "win_rate": 1 / 2, "profit": 0.03, "premium_captured": 2 * 15 / 200,
        "first_interaction": (60 + 120) / 2, "session_duration": (5 + 3) / 2,
    }  # fmt: skip
    assert {name: value(name, told).value for name in METRICS} == pytest.approx(wanted)


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
    cohort = retention(lives(seen, 70 * DAY_MS), 70 * DAY_MS)[0]
    assert cohort.traders == 2
    assert cohort.kept[0].value == pytest.approx(0.5)
    assert cohort.kept[1].value is None
    assert retention(lives(seen, 0), 0) == ()


def test_getting_better_is_measured_against_ones_own_first_month() -> None:
    """Six traders lose three in the first month and win three after it."""
    days = [(day, Action.LOSS) for day in (1, 2, 3)] + [(day, Action.PROFIT) for day in (40, 41, 42)]
    rows = [(f"t{who}", action, day * 24 * 60.0) for who in range(6) for day, action in days]
    rows += [(f"t{who}", Action.SHOWN, 0.0) for who in range(6)]
    assert win_rate_improvement(lives(log(*rows), 99 * DAY_MS)).value == pytest.approx(1.0)
    assert win_rate_improvement(lives(log(*rows[:6]), 99 * DAY_MS)).value is None


def test_lifetime_value_is_not_told_before_somebody_states_a_revenue() -> None:
    """No number is invented for a screen."""
    assert lifetime_value((), Interval(2.0, 1.0, 3.0, 9), None).value is None


def test_lifetime_value_by_hand() -> None:
    """Two trades a month, all there in the first, then 80, 60 and 50 % of a hundred: 2 × 2.9 months × 1.50."""
    kept = tuple(share(each, 100) for each in (80, 60, 50))
    told = lifetime_value((Cohort(0, 100, kept),), Interval(2.0, 1.6, 2.4, 40), 1.5)
    assert told.value == pytest.approx(8.7)
    assert (told.low or 0) < 1.6 * 2.9 * 1.5  # who comes back is uncertain too
    assert (told.high or 0) > 2.4 * 2.9 * 1.5
    assert told.n == 40


def test_weeks_and_groups_add_up() -> None:
    """Two weeks, one category: the weekly counts are those of the log."""
    rows = [(f"t{who}", action, day * 24 * 60.0) for who in range(6) for day in (1, 8)
            for action in (Action.SHOWN, Action.SHOWN, Action.DISMISS)]  # fmt: skip
    seen = log(*rows)
    told = period(seen, 0, 14 * DAY_MS)
    assert [each.value.value for each in weekly(told.weeks)["dismissal_rate"]] == pytest.approx([0.5, 0.5])
    kind = STRATEGIES["covered_call"].number
    assert rates(told.lists.dismissed, told.lists.seen)[kind].value == pytest.approx(0.5)


def premium(trader: str, action: Action, at: float, idea: tuple[str, float], **more: float) -> Event:
    """An event about an idea of this name and premium, which binds 1,000; what was shown fits unless said otherwise."""
    name, money = idea
    told = Idea(name, "SIM-A", "covered_call", "Energy", delta=0.3, premium=money, days=30.0, margin=1000.0)
    given = {"fits": 1.0 if action is Action.SHOWN else float("nan")} | more
    return Event(f"{trader}:{action}:{at}:{name}", trader, action, int(at * MINUTE), told, **given)


def test_premium_captured_by_hand() -> None:
    """Shown: 100 (twice, counted once), 200, 50 that does not fit, and 300 that is paid. Kept: 60 of the 100 and −90.

    A trade that was worth more than its premium keeps the premium alone, and one that was bought keeps none.
    """
    one, two, far, paid = ("a", 100.0), ("b", 200.0), ("c", 50.0), ("d", -300.0)
    seen = [premium("ann", Action.SHOWN, at, each) for at in (0, 90) for each in (one, two, paid)]
    seen.append(premium("ann", Action.SHOWN, 1, far, fits=0.0))
    ends = [(Action.PROFIT, one, 0.06), (Action.LOSS, two, -0.09), (Action.PROFIT, paid, 0.5)]
    seen += [premium("ann", action, 500, idea, outcome=outcome) for action, idea, outcome in ends]
    told = tally(log_of(seen), 0, 1000 * MINUTE)
    assert (told["premium_fitting"].sum(), told["premium_kept"].sum()) == (300.0, pytest.approx(60.0 - 90.0))
    shares = log_of([premium("ann", Action.PROFIT, 500, one, outcome=0.7)])
    assert tally(shares, 0, 1000 * MINUTE)["premium_kept"].sum() == pytest.approx(100.0)


def test_premium_captured_can_be_below_nothing() -> None:
    """Six traders who lose twice what they were paid: −200 %, and its range says so too."""
    rows = [premium(f"t{who}", Action.SHOWN, 0, ("a", 100.0)) for who in range(6)]
    rows += [premium(f"t{who}", Action.LOSS, 9, ("a", 100.0), outcome=-0.2 - 0.01 * who) for who in range(6)]
    found = value("premium_captured", tally(log_of(rows), 0, 99 * MINUTE))
    assert found.value == pytest.approx(-2.25)
    assert found.low is not None
    assert found.low < -2.25 < (found.high or 0) < 0
    assert METRICS["premium_captured"].is_signed
