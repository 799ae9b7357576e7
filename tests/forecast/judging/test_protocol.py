"""The whole protocol: every figure with its n, models side by side, and no evaluation of nothing."""

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.forecast.judging.protocol import Evaluation, evaluation
from engine.forecast.judging.tables import WALK
from engine.market.bars import Bars
from tests.builders import candles
from tests.forecast.e4.conftest import waves


@pytest.fixture(scope="module")
def found() -> Evaluation:
    return evaluation({"A": waves("A", 1100), "B": waves("B", 1100, 2), "NEW": waves("NEW", 100)})


def test_every_model_is_held_against_the_others(found: Evaluation) -> None:
    """All together, for each horizon and each market; a market too young for an origin is left out."""
    assert found.markets == ("A", "B")
    pairs = {(row.model, row.against) for row in found.skill}
    assert pairs == {("E4", WALK), ("E7", WALK), ("E4", "E7")}
    assert all(len([row for row in found.skill if (row.model, row.against) == pair]) == 1 + 7 + 2 for pair in pairs)


def test_coverage_by_parts_adds_up_to_the_whole(found: Evaluation) -> None:
    """By horizon, market, regime and year: each forecast once."""
    for model in ("E4", "E7", WALK):
        rows = [row for row in found.coverage if row.model == model]
        for by in ("all", "horizon", "market", "regime", "year"):
            some = [row for row in rows if row.by == by]
            assert sum(row.forecasts for row in some) == 7 * found.origins
            held = sum(row.forecasts * row.held80 for row in some) / (7 * found.origins)
            assert held == pytest.approx(rows[0].held80)


def test_outcomes_are_spread_over_the_tenths_of_the_range(found: Evaluation) -> None:
    """Each horizon counts every origin once."""
    assert all(sum(row) == found.origins for places in found.places for row in places.tenths)


def test_it_says_who_answered(found: Evaluation) -> None:
    """The first years of a pool are E7's."""
    assert 0.2 < found.by_e4 < 0.8


def test_shares_come_with_their_error_and_what_was_said(found: Evaluation) -> None:
    """Direction is held against chance, extremes and touches against what the paths promise."""
    direction = [row for row in found.shares if row.what.startswith("direction")]
    assert [row.at for row in direction] == [1, 7]
    assert all(row.error > 0 for row in found.shares)
    assert {row.said for row in direction} == {50.0}


@pytest.mark.parametrize("bars", [waves("A", 300), candles(np.full(900, 1.0), "1d")])
def test_nothing_to_judge_is_refused(bars: Bars) -> None:
    """A young market, one that stands still: the message says what is needed."""
    with pytest.raises(DataError, match="about 450 daily candles"):
        evaluation({"A": bars})
