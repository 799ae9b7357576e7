"""All eight answers are gathered once, on the past alone, and told by stage."""

from dataclasses import replace

import numpy as np
import pytest

from engine.bots.backtest import backtest
from engine.bots.luck.cut.halves import Halves, halves
from engine.bots.luck.cut.thinned import thinned
from engine.bots.luck.evidence import STAGES, Asked, LuckEvidence, evidence
from engine.bots.luck.telling.reasons import reasons
from engine.bots.sweep.sweep import sweep
from engine.bots.sweep.swept import Objective, Workload
from engine.core.errors import DataError, ParameterError
from engine.market.bars import Bars
from tests.bots.luck.worlds import GRID, SETUP, noise
from tests.builders import candles, tape

ASKED = Asked(shuffles=19, folds=6)


def gathered(market: Halves, asked: Asked = ASKED, workload: Workload | None = None) -> LuckEvidence | None:
    past = sweep(market.past, GRID, SETUP)
    assert past is not None
    return evidence(market, past, asked, workload)


@pytest.mark.parametrize("objective", ["total_return", "sharpe"])
def test_everything_is_about_the_best_of_the_past(objective: Objective) -> None:
    """The number on the map, the exact replay's, and the one held against luck are the same."""
    market = halves(tape(noise(1, 24 * 200)))
    past = sweep(market.past, GRID, SETUP)
    assert past is not None
    found = evidence(market, past, replace(ASKED, objective=objective))
    assert found is not None
    best = past.best(objective)
    assert (found.best, found.trials, found.parameters) == (best, len(GRID), GRID.configuration(best))
    assert found.luck.observed == found.signs.observed == past.objective(objective)[best]
    assert found.past.total_return.value == pytest.approx(past.metrics.total_return[best])
    assert found.held is not None
    own = backtest(market.held, found.parameters, SETUP)  # type: ignore[arg-type]
    assert found.held.total_return.value == pytest.approx(own.pnl / SETUP.capital)
    assert found.look_ahead.is_clean
    assert found.neighbours.own == past.objective(objective)[best]
    assert found.walk is not None
    assert len(found.walk.folds) == 6
    assert found.deflated is not None
    assert found.deflated.trials == found.traded


def test_the_part_held_back_changes_nothing_but_its_own_record() -> None:
    """Or it would not have been held back."""
    bars = noise(1, 24 * 200)
    market = halves(tape(bars))
    assert market.held is not None
    other = replace(market, held=tape(turned(market.held.bars)))
    first, second = gathered(market), gathered(other)
    assert first is not None
    assert second is not None
    assert first.held != second.held
    assert np.array_equal(first.luck.lucky, second.luck.lucky)
    assert (first.best, first.past, first.neighbours, first.order) == (
        second.best, second.past, second.neighbours, second.order,
    )  # fmt: skip


def turned(bars: Bars) -> Bars:
    """The same candles upside down."""
    top = bars.close[0] ** 2
    return replace(bars, open=top / bars.open, high=top / bars.low, low=top / bars.high, close=top / bars.close)


def test_stages_are_told_by_name_and_each_has_its_progress() -> None:
    """A page shows what is being asked, and how far it is."""
    market, heard, progress = Halves(tape(noise(1, 24 * 100)), None), [], []
    past = sweep(market.past, GRID, SETUP)
    assert past is not None
    assert evidence(market, past, ASKED, Workload(2, lambda done, of: progress.append((done, of))), heard.append)
    assert tuple(heard) == STAGES
    assert progress.count((19, 19)) == 2


def test_it_can_be_stopped_at_every_stage() -> None:
    """Nothing half done comes back."""
    market = Halves(tape(noise(1, 24 * 100)), None)
    for calls in (0, 30, 45):
        asked = iter([False] * calls)
        assert gathered(market, ASKED, Workload(1, None, lambda each=asked: next(each, True))) is None


def test_the_same_seed_gives_the_same_evidence() -> None:
    """Whatever the threads."""
    market = halves(tape(noise(2, 24 * 120)))
    one, three = gathered(market, ASKED, Workload(1)), gathered(market, ASKED, Workload(3))
    assert one is not None
    assert three is not None
    assert np.array_equal(one.luck.lucky, three.luck.lucky)
    assert (one.past, one.held, one.order, one.variants) == (three.past, three.held, three.order, three.variants)


def test_a_grid_too_large_to_be_looked_at_day_by_day_is_thinned_and_says_so() -> None:
    """The days of a million settings fill no memory; folds name their choices as the whole grid does."""
    market = Halves(tape(noise(2, 24 * 120)), None)
    found = gathered(market, replace(ASKED, cells=4 * 119))
    assert found is not None
    assert found.walk is not None
    few = thinned(GRID, 119, found.best, 4 * 119).numbers.tolist()
    assert found.by_day == len(few) < found.trials
    assert {fold.chosen for fold in found.walk.folds} <= {None, *few}
    assert f"(of {len(few)} settings, spread evenly around the best)" in " ".join(reasons(found))
    whole = gathered(market)
    assert whole is not None
    assert (whole.by_day, whole.luck.lucky.tolist()) == (9, found.luck.lucky.tolist())


def test_a_short_past_is_asked_what_it_can_answer() -> None:
    """Ten days: no walk-forward, no cross-validation, and it says so by None."""
    found = gathered(Halves(tape(noise(2, 240)), None))
    assert found is not None
    assert (found.walk, found.overfit, found.deflated, found.effective, found.held) == (None, None, None, None, None)


def test_without_a_trade_there_is_nothing_to_judge() -> None:
    """In one line."""
    with pytest.raises(DataError, match="none of 9 configurations traded"):
        gathered(Halves(tape(candles(np.full(300, 100.0))), None))


def test_what_is_asked_has_limits() -> None:
    """Each with its own words."""
    with pytest.raises(ParameterError, match="19 to 10,000 shuffles, was 5"):
        Asked(shuffles=5)
    with pytest.raises(ParameterError, match="2 to 60 folds, was 1"):
        Asked(folds=1)
