"""Choices know the past alone, and what is reported is the future of each choice."""

from dataclasses import replace

import numpy as np
import pytest

from engine.bots.performance import performance
from engine.bots.search.course import EMBARGO_DAYS, Plan
from engine.bots.search.preference import GOALS, Preference
from engine.bots.search.walk_forward import alone, best_of, ledger, unseen, walk_forward
from engine.market.bars import Bars
from tests.bots.search.world import a_course, all_runs, some_candidates, two_years

PLAN = Plan((0, 60, 120, 180, 240, 300), 2)
BARS = two_years().slice(0, 24 * 302)


@pytest.mark.parametrize("goal", GOALS)
def test_the_past_is_the_same_to_the_bit_when_the_future_is_cut_off(goal: str) -> None:
    """No look-ahead: candles after a stretch change neither what was chosen for it nor what it earned."""
    wanted = Preference(goal)  # type: ignore[arg-type]
    tried = some_candidates(wanted)
    whole, cut = a_course(BARS, PLAN), a_course(BARS.slice(0, 24 * 241), Plan(PLAN.cuts[:-1], 2))
    tables = [ledger(all_runs(on, tried)) for on in (whole, cut)]
    choices = [walk_forward(on, table, wanted) for on, table in zip((whole, cut), tables, strict=True)]
    assert choices[0][:-1] == choices[1]
    records = [
        unseen(on, table, chosen[:2], 10_000.0) for on, table, chosen in zip((whole, cut), tables, choices, strict=True)
    ]
    assert records[0].equity.tobytes() == records[1].equity.tobytes()
    assert records[0].position.tobytes() == records[1].position.tobytes()


def test_another_future_changes_no_choice() -> None:
    """The same with candles that differ instead of being absent: the last judged stretch turned upside down."""
    wanted, tried = Preference(), some_candidates(Preference())
    start = 24 * (1 + PLAN.cuts[-2])
    other = upside_down(BARS, start)
    chosen = []
    for bars in (BARS, other):
        on = a_course(bars, PLAN)
        chosen.append(walk_forward(on, ledger(all_runs(on, tried)), wanted))
    assert chosen[0] == chosen[1]


def upside_down(bars: Bars, start: int) -> Bars:
    """Every price from bar `start` on mirrored around the last close before it."""
    level = bars.close[start - 1] ** 2
    turned = {
        name: np.r_[getattr(bars, name)[:start], level / getattr(bars, name)[start:]] for name in ("open", "close")
    }
    turned["high"] = np.r_[bars.high[:start], level / bars.low[start:]]
    turned["low"] = np.r_[bars.low[:start], level / bars.high[start:]]
    return replace(bars, **turned)


def test_the_day_before_a_stretch_chooses_nothing() -> None:
    """An embargo: who acts on a close has a day to do it."""
    on, wanted = a_course(BARS, PLAN), Preference()
    tried = ledger(all_runs(on, some_candidates(wanted)))
    for choice in walk_forward(on, tried, wanted):
        until = PLAN.cuts[choice.stretch] - EMBARGO_DAYS
        assert (choice.candidate, choice.score) == best_of(on, tried, wanted, until)


def test_the_unseen_record_is_what_each_choice_earned_next() -> None:
    """Stretch by stretch; learned stretches are in no result."""
    on, wanted = a_course(BARS, PLAN), Preference()
    tried = ledger(all_runs(on, some_candidates(wanted)))
    choices = walk_forward(on, tried, wanted)
    record = unseen(on, tried, choices, 10_000.0)
    assert [each.stretch for each in choices] == [2, 3, 4]
    grown = sum(tried.logs[each.candidate][60 * each.stretch : 60 * each.stretch + 60].sum() for each in choices)
    assert record.equity[-1] == pytest.approx(10_000 * np.exp(grown))
    assert len(record.equity) == 181
    numbers = performance(record, resamples=0)
    assert numbers.trades == len(record.trade_pnl) > 0
    assert numbers.mean_exposure == pytest.approx(
        np.mean([tried.exposure[each.candidate][60 * each.stretch : 60 * each.stretch + 60].mean() for each in choices])
        * 180 / 181
    )  # fmt: skip


def test_a_candidate_alone_is_its_own_record() -> None:
    """The bot that is there is judged on the same stretches, chosen by nobody."""
    on = a_course(BARS, PLAN)
    run = all_runs(on, some_candidates(Preference(), 1))[0]
    record = alone(on, run, PLAN.judged, 10_000.0)
    assert np.log(record.equity[-1] / 10_000) == pytest.approx(run.logs[120:300].sum())
    assert record.close[0] == on.close[119]
