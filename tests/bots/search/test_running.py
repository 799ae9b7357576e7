"""Candidates on the course earn what the exact replay says they earn."""

from dataclasses import replace

import numpy as np
import pytest

from engine.bots.backtest import Costs, Setup, backtest
from engine.bots.parameters import BotParameters, changed
from engine.bots.search.course import Plan, planned
from engine.bots.search.preference import Preference
from engine.bots.search.running import run_together
from engine.core.errors import DataError
from engine.market.bars import DAY_MS
from tests.bots.search.world import SETUP, a_course, all_runs, some_candidates, two_years
from tests.builders import tape

BARS = two_years().slice(0, 24 * 200)


def test_one_stretch_is_the_exact_replay() -> None:
    """A window of 30 hours sees nothing on the first day, which the course leaves out: from there on, bar for bar."""
    parameters = changed(BotParameters(), {"window": 30, "k_sigma": 1.5})
    on = a_course(BARS, Plan((0, 199), 1))
    run = run_together(on, [parameters], SETUP)[0]
    done = backtest(on.tapes["1h"], parameters, SETUP)
    assert (done.equity[:24] == SETUP.capital).all()
    ends = done.equity[23::24].copy()
    ends[-1] -= 0.001 * abs(done.position[-1]) * BARS.close[-1]
    assert np.exp(np.cumsum(run.logs)) * SETUP.capital == pytest.approx(ends[1:], rel=1e-12)
    assert len(run.pnl) == len(done.trades)
    assert run.fees.sum() == pytest.approx(done.trades.fees.sum())


def test_every_stretch_begins_afresh() -> None:
    """What a stretch earns does not hang on what the candidate did before it: a bot that stopped may begin again."""
    tried = some_candidates(Preference(), 12)
    whole = all_runs(a_course(BARS, Plan((0, 60, 120, 199), 1)), tried)
    late = all_runs(a_course(BARS, Plan((0, 120, 199), 1)), tried)
    for one, other in zip(whole, late, strict=True):
        assert np.array_equal(one.logs[120:], other.logs[120:])
    assert any(not np.array_equal(one.logs[:120], other.logs[:120]) for one, other in zip(whole, late, strict=True))


def test_exposure_is_the_share_of_equity_at_work_within_the_day() -> None:
    """A day half invested shows half the share."""
    on = a_course(BARS, Plan((0, 199), 1))
    parameters = changed(BotParameters(), {"window": 30})
    run, done = run_together(on, [parameters], SETUP)[0], backtest(on.tapes["1h"], parameters, SETUP)
    share = np.abs(done.position) * BARS.close / done.equity
    assert run.exposure[:-1] == pytest.approx(share[24:-24].reshape(-1, 24).mean(axis=1))


def test_costs_and_funding_are_paid() -> None:
    """The same bot without costs ends higher on every day's sum."""
    parameters, free = BotParameters(), Setup(costs=Costs(0.0, 0.0, 0.0))
    on = a_course(BARS, Plan((0, 199), 1))
    paid, gratis = (run_together(on, [parameters], setup)[0] for setup in (SETUP, free))
    assert paid.fees.sum() > 0 == gratis.fees.sum()
    assert paid.logs.sum() < gratis.logs.sum()


def test_a_gap_of_days_is_not_traded_and_breaks_nothing() -> None:
    """Days without candles are no days; coarser bars may miss a day that finer ones have."""
    kept = np.ones(len(BARS), dtype=bool)
    kept[24 * 50 : 24 * 53] = False
    kept[24 * 100 + 5] = False
    holed = replace(
        BARS, **{name: getattr(BARS, name)[kept] for name in ("time", "open", "high", "low", "close", "volume")}
    )
    on = a_course(holed, Plan((0, 98, 196), 1), ("1h", "4h", "1d"))
    assert len(on.days) == 196
    tried = [replace(BotParameters(), timeframe=name) for name in ("1h", "4h", "1d")]
    for run in all_runs(on, tried):
        assert np.isfinite(run.logs).all()
    assert (np.diff(on.days) >= 1).all()
    assert tape(holed).bars.time[0] // DAY_MS == on.days[0] - 1


def test_a_plan_learns_a_third_and_judges_the_rest() -> None:
    """Three years: eighteen stretches of two months, the first six only learned from."""
    plan = planned(1096)
    assert (plan.stretches, plan.learning, list(plan.judged)[:2]) == (18, 6, [6, 7])
    assert (plan.cuts[0], plan.cuts[-1]) == (0, 1096)
    with pytest.raises(DataError, match="needs at least 180 days of candles, was 90"):
        planned(90)
